using Throughcare.Application.Access;
using Throughcare.Application.Facts;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Takes a case from its POM; it is then listed as unallocated. A co-worker stays.</summary>
public sealed class DeallocatePom(ThroughcareDb db, Recorder recorder, CaseHistories histories, IdSource ids)
{
    /// <param name="Pom">From whom: nothing is done where somebody else has the case by now.</param>
    public sealed record Request(PersonId PersonId, StaffId Pom, AllocationTrigger Trigger = AllocationTrigger.ManualChange);

    public Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);

        return recorder.WriteAsync(request.PersonId, Verb.AllocatePom, actor, async entry =>
        {
            if (await AllocationNow.LoadAsync(histories, request.PersonId, entry.At, stop) is not { } now)
            {
                return Refusals.NotFound;
            }

            var decided = Decide(now, request, new(ids.Next()), entry);
            if (decided is Outcome<Change<FactId>>.Done { Value.Happened: PomDeallocated })
            {
                db.Add(NoticeWords.To(request.Pom, now.PersonId, NoticeWords.Deallocated, "A case of yours was taken off you and is to be allocated again.", entry.At, ids));
            }

            return decided;
        }, stop);
    }

    internal static Outcome<Change<FactId>> Decide(AllocationNow now, Request request, FactId id, Entry entry)
    {
        var spells = now.Running.Where(m => m is { Role: Role.Pom, Part: ManagerPart.Primary } && m.StaffId == request.Pom).ToList();
        if (spells.Count == 0)
        {
            return new Refusal("", "They are not the POM of this person");
        }

        var reason = request.Trigger is AllocationTrigger.InactivePom ? "STAFF_STATUS_CHANGE" : PomSpells.ByHand;
        var ended = PomSpells.EndOn(spells, entry.At.LondonDate, entry, reason).ToList();
        if (now.Record?.Pom != request.Pom)
        {
            return new Change<FactId>(id, new PomDeallocated(request.PersonId, request.Pom, AllocationEvent.DeallocatePrimaryPom, request.Trigger), ended);   // one whom a file named
        }

        return AllocationMoves.RemovePom(now.Record, request.Trigger, entry) switch
        {
            Outcome<AllocationRecord>.Refused no => new Outcome<Change<FactId>>.Refused(no.Why),
            Outcome<AllocationRecord>.Done { Value: var record } => new Change<FactId>(
                record.Id, new PomDeallocated(request.PersonId, request.Pom, record.Event, request.Trigger), [new Write(now.Record, record), .. ended]),
            _ => throw new InvalidOperationException(),
        };
    }
}

/// <summary>A person has no POM any longer.</summary>
/// <param name="Pom">Who was it; <see langword="null"/> where only a co-worker was left.</param>
public sealed record PomDeallocated(PersonId PersonId, StaffId? Pom, AllocationEvent Event, AllocationTrigger Trigger) : RecordEvent(PersonId);
