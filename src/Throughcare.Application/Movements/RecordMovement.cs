using Throughcare.Application.Access;
using Throughcare.Application.Allocation;
using Throughcare.Application.Record;
using Throughcare.Application.Record.Handover;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Movements;

/// <summary>Records that a person came, went, was moved or went out for a time; where they live, their custody episode and their
/// case follow, and so does who reaches the record.</summary>
public sealed class RecordMovement(ThroughcareDb db, Recorder recorder, IdSource ids, MakeDuePacks packs)
{
    /// <param name="Token">The form's own: becomes the movement's id.</param>
    public sealed record Request(PersonId PersonId, FactId Token, MovementForm Form);

    public async Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        var outcome = await recorder.WriteAsync(request.PersonId, Verb.RecordMovement, actor, async entry =>
        {
            var state = await MovementState.LoadAsync(db, request.PersonId, stop);
            var decided = Decide(state, request, entry, () => new FactId(ids.Next()));
            if (decided is Outcome<Change<FactId>>.Done { Value: { Happened: MovementRecorded, Rows: var rows } }
                && rows.Any(row => row.After is ManagerAssignment { Role: Role.Pom })
                && MovementEffectsOnRecord.EndingBy(state, (Movement)rows[0].After) is { } ending)
            {
                db.AddRange(AllocationEndingsOnRecord.Notices(state.Allocation!, request.PersonId, ending, entry, ids));
            }

            return decided;
        }, stop);
        if (outcome is Outcome<FactId>.Done)
        {
            await packs.OfPersonAsync(request.PersonId, stop);   // one that is missed here is made by the job that looks for them
        }

        return outcome;
    }

    internal static Outcome<Change<FactId>> Decide(MovementState state, Request request, Entry entry, Func<FactId> newId)
    {
        if (state.Movements.Any(m => m.Id == request.Token))
        {
            return AlreadyDone.With(request.PersonId, request.Token);
        }

        if (request.Form.Check() is { Count: > 0 } wrong)
        {
            return new Outcome<Change<FactId>>.Refused(wrong);
        }

        var (form, effect, at) = (request.Form, request.Form.Effect!, request.Form.HappenedAt!.Value.ToMicrosecond());
        var before = state.Movements.Where(m => m.HappenedAt < at && !MovementChain.IsNoMove(m)).MaxBy(m => m.HappenedAt);
        var movement = new Movement
        {
            Id = request.Token,
            PersonId = request.PersonId,
            CaseId = state.Case?.AsCase,
            Type = effect.MovementType,
            Reason = effect.Code,
            HappenedAt = at,
            From = form.From ?? (effect.IsIn ? null : MovementChain.HeldAfter(before, state.Held)),
            To = form.To,
            DueBackAt = form.DueBackAt?.ToMicrosecond(),
            Escort = ContactForm.Tidy(form.Escort),
            Comment = ContactForm.Tidy(form.Comment),
            ValidFrom = at.LondonDate,
            Recorded = entry,
        };
        if (MovementChain.Check(state.Movements, movement, state.Held, entry.At) is { Count: > 0 } broken)
        {
            return new Outcome<Change<FactId>>.Refused(broken);
        }

        var follow = MovementEffectsOnRecord.Of(state, movement, entry, newId);
        movement = movement with { CaseId = follow.Case ?? movement.CaseId };
        return new Change<FactId>(
            movement.Id, new MovementRecorded(request.PersonId, movement.Id, movement.Reason, movement.HappenedAt, movement.From, movement.To),
            [new Write(null, movement), .. follow.Rows]);
    }
}

/// <summary>A movement was recorded.</summary>
public sealed record MovementRecorded(PersonId PersonId, FactId MovementId, string Reason, DateTimeOffset HappenedAt, PlaceCode? From, PlaceCode? To) : RecordEvent(PersonId);
