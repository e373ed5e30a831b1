using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Types tier, level of risk and resourcing by hand, where the probation record does not give them; all three are needed.</summary>
public sealed class TypeCaseInformation(ThroughcareDb db, Recorder recorder, IdSource ids)
{
    public sealed record Request(PersonId PersonId, FactId Token, string? Tier, RoshLevel? Rosh, Resourcing? Resourcing);

    public Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        return recorder.WriteAsync(request.PersonId, Verb.ChangePersonDetails, actor, async entry =>
        {
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
            var all = await db.CaseInformation.Current().Where(c => records.Contains(c.PersonId)).ToListAsync(stop);
            return Decide(all, request, new(ids.Next()), entry);
        }, stop);
    }

    internal static Outcome<Change<FactId>> Decide(IReadOnlyList<CaseInformation> all, Request request, FactId id, Entry entry)
    {
        var running = all.Where(c => c.ValidTo is null).MaxBy(c => c.ValidFrom);
        List<Refusal> wrong = [];
        var tier = request.Tier?.Trim().ToUpperInvariant();
        if (tier is not ([>= 'A' and <= 'G'] or [>= 'A' and <= 'G', >= '0' and <= '3'] or [>= 'A' and <= 'G', >= '0' and <= '3', 'S']))
        {
            wrong.Add(new(nameof(Request.Tier), string.IsNullOrEmpty(tier) ? "Enter a tier" : "Tier must be a letter from A to G, which may have a number from 0 to 3 after it, like B2"));
        }

        if (request.Rosh is null)
        {
            wrong.Add(new(nameof(Request.Rosh), "Select a RoSH level"));
        }

        if (request.Resourcing is null)
        {
            wrong.Add(new(nameof(Request.Resourcing), "Select how the case is resourced"));
        }

        if (wrong.Count > 0)
        {
            return new Outcome<Change<FactId>>.Refused([.. wrong]);
        }

        if (running is not null && (running.Tier, running.Rosh, running.Resourcing, running.RoshOutlivedUpdate) == (tier, request.Rosh, request.Resourcing, false))
        {
            return AlreadyDone.With(request.PersonId, running.Id);
        }

        var typed = new CaseInformation { Id = id, PersonId = request.PersonId, ValidFrom = entry.At.LondonDate, Recorded = entry, Tier = tier, Rosh = request.Rosh, Resourcing = request.Resourcing };
        return new Change<FactId>(id, new CaseInformationTyped(request.PersonId), [.. Succession.Of(running, typed)]);
    }
}

/// <summary>Tier, level of risk and resourcing were typed by hand.</summary>
public sealed record CaseInformationTyped(PersonId PersonId) : RecordEvent(PersonId);
