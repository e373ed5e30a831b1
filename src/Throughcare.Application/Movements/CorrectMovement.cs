using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Application.Record.Handover;
using Throughcare.Domain.Access;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Movements;

/// <summary>Corrects a movement that was recorded wrongly, or withdraws one that never was; the chain is checked again.</summary>
public sealed class CorrectMovement(ThroughcareDb db, Recorder recorder, MakeDuePacks packs)
{
    /// <param name="MadeFrom">The version that the form showed.</param>
    /// <param name="Mistake">What was wrong.</param>
    /// <param name="Withdraw">It should not have been there: the form is not looked at.</param>
    public sealed record Request(PersonId PersonId, FactId MovementId, int MadeFrom, MovementForm Form, string? Mistake, bool Withdraw = false);

    /// <returns>The version that was made.</returns>
    public async Task<Outcome<int>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        var outcome = await recorder.WriteAsync(request.PersonId, Verb.RecordMovement, actor, async entry =>
        {
            var state = await MovementState.LoadAsync(db, request.PersonId, stop);
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
            var running = await db.Movements.Where(m => records.Contains(m.PersonId) && m.Id == request.MovementId && m.ReplacedAt == null).SingleOrDefaultAsync(stop);
            return Decide(state, running, request, entry);
        }, stop, ContactForm.Tidy(request.Mistake));
        if (outcome is Outcome<int>.Done && !request.Withdraw)
        {
            await packs.OfPersonAsync(request.PersonId, stop);   // a transfer that went elsewhere takes a pack there
        }

        return outcome;
    }

    internal static Outcome<Change<int>> Decide(MovementState state, Movement? running, Request request, Entry entry)
    {
        if (running is null)
        {
            return Refusals.NotFound;
        }

        var next = Next(running, request, entry);
        if (running.Version != request.MadeFrom)
        {
            return running.Recorded.Reason == entry.Reason && running == next with { Version = running.Version, Recorded = running.Recorded }
                ? AlreadyDone.With(request.PersonId, running.Version)
                : new Outcome<Change<int>>.Conflict(running);
        }

        List<Refusal> wrong = request.Withdraw ? [] : request.Form.Check();
        AlertRules.CheckText(request.Mistake, nameof(request.Mistake), "Enter what was wrong", "What was wrong", 1_000, wrong);
        if (wrong.Count > 0)
        {
            return new Outcome<Change<int>>.Refused(wrong);
        }

        var others = state.Movements.Where(m => m.Id != running.Id).ToList();
        IReadOnlyList<Refusal> broken = request.Withdraw ? CheckWithout(others, running, state.Held, entry.At) : MovementChain.Check(others, next, HeldBefore(state, running), entry.At);
        if (broken.Count > 0)
        {
            return new Outcome<Change<int>>.Refused(broken);
        }

        return new Change<int>(
            next.Version, new MovementCorrected(request.PersonId, running.Id, next.Version, next.Withdrawn),
            [new Write(running, next), .. Location(state, running, next, others, entry)]);
    }

    /// <summary>Where the record says the person is; a reception that was taken out and is put back is what put them there.</summary>
    private static PlaceCode? HeldBefore(MovementState state, Movement running) =>
        running.Withdrawn && state.Location is { } location && (location.Prison, location.ValidFrom) == (running.To, running.ValidFrom) ? null : state.Held;

    /// <summary>The movement after the one that goes must still fit after the one before it.</summary>
    private static IReadOnlyList<Refusal> CheckWithout(List<Movement> others, Movement gone, PlaceCode? held, DateTimeOffset now)
    {
        if (others.Where(m => m.HappenedAt > gone.HappenedAt && !MovementChain.IsNoMove(m)).MinBy(m => m.HappenedAt) is not { } after)
        {
            return [];
        }

        return MovementChain.Check([.. others.Where(m => m.HappenedAt < gone.HappenedAt)], after, held, now) is [var fault, ..]
            ? [new Refusal("", $"Without this movement the next one, on {Words.DateAndTime(after.HappenedAt)}, does not fit. {fault.Message}")]
            : [];
    }

    private static Movement Next(Movement running, Request request, Entry entry)
    {
        if (request.Withdraw)
        {
            return running.WithdrawnBy(entry);
        }

        var at = request.Form.HappenedAt?.ToMicrosecond() ?? running.HappenedAt;
        return running.Next(entry) with
        {
            Withdrawn = false,
            Type = request.Form.Effect?.MovementType ?? running.Type,
            Reason = request.Form.Effect?.Code ?? running.Reason,
            HappenedAt = at,
            ValidFrom = at.LondonDate,
            From = request.Form.From ?? running.From,
            To = request.Form.To ?? running.To,
            DueBackAt = request.Form.DueBackAt?.ToMicrosecond(),
            Escort = ContactForm.Tidy(request.Form.Escort),
            Comment = ContactForm.Tidy(request.Form.Comment),
        };
    }

    /// <summary>Where the latest reception was to another prison or on another day, where the person lives is corrected with it.</summary>
    private static IEnumerable<Write> Location(MovementState state, Movement was, Movement now, List<Movement> others, Entry entry)
    {
        var isLatest = !others.Exists(m => m.HappenedAt > was.HappenedAt && !MovementChain.IsNoMove(m));
        if (!isLatest || now is { Withdrawn: true } || was.Type != "ADM" || now.Type != "ADM" || state.Location is not { } location
            || location.Prison != was.To || location.ValidFrom != was.ValidFrom || (was.To, was.ValidFrom) == (now.To, now.ValidFrom))
        {
            return [];
        }

        var isSamePrison = now.To == was.To;
        return [new Write(location, location.Next(entry) with { Prison = now.To ?? location.Prison, Cell = isSamePrison ? location.Cell : null, ValidFrom = now.ValidFrom })];
    }
}

/// <summary>A movement was corrected or withdrawn.</summary>
public sealed record MovementCorrected(PersonId PersonId, FactId MovementId, int Version, bool Withdrawn) : RecordEvent(PersonId);
