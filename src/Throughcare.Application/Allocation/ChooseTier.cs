using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Puts another tier of 2006 in the place of the one that is worked out, or gives the worked-out one its place back. What was worked out
/// stays visible beside it.</summary>
public sealed class ChooseTier(ThroughcareDb db, Recorder recorder, IdSource ids)
{
    /// <summary>The answer that takes a choice back.</summary>
    public const int AsWorkedOut = 0;

    private const int Longest = 1_000;

    /// <param name="Tier">1 to 4; <see cref="AsWorkedOut"/> for the tier that is worked out.</param>
    /// <param name="MadeFrom">The version of the choice that the form showed; 0 where there was none.</param>
    public sealed record Request(PersonId PersonId, int? Tier, string? Reason, int MadeFrom);

    /// <summary>What allows it: to those who allocate in a prison, and to those who do in the community.</summary>
    public static Verb VerbOf(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Has(Verb.AllocatePom) ? Verb.AllocatePom : Verb.AllocateCom;
    }

    public Task<Outcome<int>> DoAsync(Request request, Actor actor, CancellationToken stop) =>
        recorder.WriteAsync(request.PersonId, VerbOf(actor), actor, async entry =>
        {
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
            var running = await db.TierChoices.Current().Where(c => records.Contains(c.PersonId) && c.ValidTo == null).OrderByDescending(c => c.ValidFrom).FirstOrDefaultAsync(stop);
            return Decide(running, request, new(ids.Next()), entry);
        }, stop);

    /// <param name="running">The choice in force.</param>
    /// <returns>The version that was written.</returns>
    internal static Outcome<Change<int>> Decide(TierChoice? running, Request request, FactId id, Entry entry)
    {
        var reason = ContactForm.Tidy(request.Reason);
        if ((running?.Version ?? 0) != request.MadeFrom)
        {
            return running is not null && (running.Tier, running.Reason, running.Recorded.By) == (request.Tier, reason, entry.By)
                ? AlreadyDone.With(request.PersonId, running.Version)
                : running is not null ? new Outcome<Change<int>>.Conflict(running)
                : new Refusal("", "The choice was taken back while you were here. Open the page again");
        }

        List<Refusal> wrong = [];
        if (request.Tier is not (>= AsWorkedOut and <= 4))
        {
            wrong.Add(new(nameof(request.Tier), "Select a tier"));
        }
        else if (request.Tier == (running?.Tier ?? AsWorkedOut))
        {
            wrong.Add(new(nameof(request.Tier), running is null ? "Select a tier other than the one that is worked out" : $"Tier {running.Tier} is chosen already"));
        }

        if (reason is null)
        {
            wrong.Add(new(nameof(request.Reason), "Enter why the tier is changed"));
        }
        else if (reason.Length > Longest)
        {
            wrong.Add(new(nameof(request.Reason), "Reason must be 1,000 characters or fewer"));
        }

        if (wrong.Count > 0)
        {
            return new Outcome<Change<int>>.Refused(wrong);
        }

        var today = entry.At.LondonDate;
        if (request.Tier == AsWorkedOut)
        {
            // a choice of today alone was never in force for a day
            var ended = running!.ValidFrom == today ? running.WithdrawnBy(entry) with { Reason = reason! } : running.EndedOn(today.AddDays(-1), entry) with { Reason = reason! };
            return new Change<int>(ended.Version, new TierChosen(request.PersonId, null), new Write(running, ended));
        }

        var next = new TierChoice { Id = id, PersonId = request.PersonId, ValidFrom = today, Recorded = entry, Tier = request.Tier!.Value, Reason = reason! };
        var writes = Succession.Of(running, next).ToList();
        return new Change<int>(writes[^1].After.Version, new TierChosen(request.PersonId, next.Tier), [.. writes]);
    }
}

/// <summary>A tier of 2006 was chosen by hand, or the choice was taken back.</summary>
/// <param name="Tier"><see langword="null"/> where it was taken back.</param>
public sealed record TierChosen(PersonId PersonId, int? Tier) : RecordEvent(PersonId);
