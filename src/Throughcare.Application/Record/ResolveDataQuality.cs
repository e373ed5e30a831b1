using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Settles something that sources or files say differently: the value here is kept, or the source's is taken.</summary>
public sealed class ResolveDataQuality(ThroughcareDb db, Recorder recorder)
{
    /// <param name="MadeFrom">The version of the item that the form showed.</param>
    /// <param name="TakeTheirs">The source's value is taken: its next file writes it. Otherwise the value here is kept.</param>
    /// <param name="Reason">20 characters or more.</param>
    public sealed record Request(PersonId PersonId, FactId ItemId, int MadeFrom, bool? TakeTheirs, string? Reason);

    public Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        return recorder.WriteAsync(request.PersonId, Verb.ChangePersonDetails, actor, async entry =>
        {
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
            var item = await db.DataQuality.Current().SingleOrDefaultAsync(i => i.Id == request.ItemId && records.Contains(i.PersonId), stop);
            var details = await db.Details.Current().Where(d => records.Contains(d.PersonId) && d.ValidTo == null)
                .OrderByDescending(d => d.PersonId == request.PersonId).ThenByDescending(d => d.ValidFrom).FirstOrDefaultAsync(stop);
            var outcome = Decide(item, details, request, entry);
            if (request.TakeTheirs is true && outcome is Outcome<Change<FactId>>.Done)
            {
                var none = new byte[32];   // the next file is read as if it were new
                await db.SourceRows.Where(r => r.PersonId != null && records.Contains(r.PersonId.Value)).ExecuteUpdateAsync(set => set.SetProperty(r => r.Hash, none), stop);
            }

            return outcome;
        }, stop, request.Reason?.Trim());
    }

    internal static Outcome<Change<FactId>> Decide(DataQualityItem? item, PersonDetails? details, Request request, Entry entry)
    {
        if (item is null)
        {
            return Refusals.NotFound;
        }

        if (item.Version != request.MadeFrom || item.Settled is not null)
        {
            return new Outcome<Change<FactId>>.Conflict(item);
        }

        List<Refusal> wrong = [];
        if (request.TakeTheirs is null)
        {
            wrong.Add(new(nameof(request.TakeTheirs), "Select what you have decided"));
        }

        if (ReasonRule.TooShort(nameof(request.Reason), request.Reason) is { } tooShort)
        {
            wrong.Add(tooShort);
        }

        var field = item.CanBeTaken;
        if (request.TakeTheirs is true && (field is DetailFields.None || details is null))
        {
            wrong.Add(new(nameof(request.TakeTheirs), "Change this on the person’s own pages, then select that the value here is kept"));
        }

        if (wrong.Count > 0)
        {
            return new Outcome<Change<FactId>>.Refused(wrong);
        }

        var settled = item.Next(entry) with { Settled = request.TakeTheirs is true ? $"The source’s value is taken: {item.There}" : $"The value here is kept: {item.Here}" };
        List<Write> rows = [new(item, settled)];
        if (request.TakeTheirs is true && details!.EditedHere.HasFlag(field))
        {
            rows.Add(new(details, details.Next(entry) with { EditedHere = details.EditedHere & ~field }));
        }

        return new Change<FactId>(item.Id, new DataQualitySettled(request.PersonId, item.Id, item.Field, request.TakeTheirs is true), rows);
    }
}

/// <summary>Somebody decided between what the record says and what a source says.</summary>
public sealed record DataQualitySettled(PersonId PersonId, FactId ItemId, string Field, bool TookTheirs) : RecordEvent(PersonId);
