using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Facts;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Gives a case a second POM beside the one who has it, or another in place of that second one.</summary>
public sealed class AddCoWorker(ThroughcareDb db, Recorder recorder, CaseHistories histories, IdSource ids)
{
    /// <param name="Seen">The version of the allocation that the form showed.</param>
    /// <param name="Message">To the co-worker.</param>
    public sealed record Request(PersonId PersonId, StaffId CoWorker, int Seen, string? Message = null);

    public Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        return recorder.WriteAsync(request.PersonId, Verb.AllocatePom, actor, async entry =>
        {
            if (await AllocationNow.LoadAsync(histories, request.PersonId, entry.At, stop) is not { } now)
            {
                return Refusals.NotFound;
            }

            var isActive = await db.PomProfiles.AnyAsync(p => p.Staff == request.CoWorker && p.Place == actor.Place && p.ReplacedAt == null && p.Status == PomStatus.Active, stop);
            var name = await db.Staff.Where(s => s.Id == request.CoWorker).Select(s => s.Name).SingleOrDefaultAsync(stop);
            var decided = Decide(now, isActive ? name : null, request, new(ids.Next()), entry);
            if (decided is Outcome<Change<FactId>>.Done { Value.Happened: CoWorkerChanged })
            {
                db.Add(NoticeWords.To(request.CoWorker, now.PersonId, NoticeWords.CoWorking, string.IsNullOrWhiteSpace(request.Message) ? "You were added to a case as co-working POM." : $"You were added to a case as co-working POM. {request.Message.Trim()}", entry.At, ids));
                db.Add(NoticeWords.To(now.Record!.Pom!.Value, now.PersonId, NoticeWords.CoWorking, "A co-working POM was added to a case of yours.", entry.At, ids));
            }

            return decided;
        }, stop);
    }

    /// <param name="name">Of the co-worker; <see langword="null"/> for somebody who is no active POM here.</param>
    internal static Outcome<Change<FactId>> Decide(AllocationNow now, string? name, Request request, FactId id, Entry entry)
    {
        if (now.Version != request.Seen)
        {
            return now.Record!.CoWorker == request.CoWorker && now.Record.Recorded.By == entry.By ? AlreadyDone.With(request.PersonId, now.Record.Id) : new Outcome<Change<FactId>>.Conflict(now.Record);
        }

        if (name is null)
        {
            return new Refusal(nameof(Request.CoWorker), AllocatePom.NotAvailable);
        }

        return AllocationMoves.SetCoWorker(now.IsAllocatedHere ? now.Record : null, request.CoWorker, PomSpells.LastFirst(name), request.Message, entry) switch
        {
            Outcome<AllocationRecord>.Refused no => new Outcome<Change<FactId>>.Refused([.. no.Why.Select(refusal => refusal with { Field = refusal.Field.Length == 0 ? "" : nameof(Request.CoWorker) })]),
            Outcome<AllocationRecord>.Done { Value: var record } => new Change<FactId>(
                record.Id, new CoWorkerChanged(request.PersonId, request.CoWorker, record.Event),
                [
                    new Write(now.Record, record),
                    .. PomSpells.Succeed(now.Running.Where(m => m is { Role: Role.Pom, Part: ManagerPart.CoWorking }), new ManagerAssignment
                    {
                        Id = id,
                        PersonId = now.PersonId,
                        CaseId = now.Facts.Case?.AsCase,
                        ValidFrom = entry.At.LondonDate,
                        Recorded = entry,
                        Role = Role.Pom,
                        Part = ManagerPart.CoWorking,
                        StaffId = request.CoWorker,
                        Name = PomSpells.LastFirst(name),
                        Place = record.Prison,
                    }),
                ]),
            _ => throw new InvalidOperationException(),
        };
    }
}

/// <summary>Takes the second POM off a case.</summary>
public sealed class RemoveCoWorker(ThroughcareDb db, Recorder recorder, CaseHistories histories, IdSource ids)
{
    /// <param name="Seen">The version of the allocation that the form showed.</param>
    public sealed record Request(PersonId PersonId, int Seen);

    public Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);

        return recorder.WriteAsync(request.PersonId, Verb.AllocatePom, actor, async entry =>
        {
            if (await AllocationNow.LoadAsync(histories, request.PersonId, entry.At, stop) is not { } now)
            {
                return Refusals.NotFound;
            }

            var decided = Decide(now, request, entry);
            if (decided is Outcome<Change<FactId>>.Done { Value.Happened: CoWorkerChanged })
            {
                db.AddRange(new[] { now.Record!.CoWorker, now.Record.Pom }.OfType<StaffId>().Select(staff =>
                    NoticeWords.To(staff, now.PersonId, NoticeWords.CoWorking, "The co-working POM was removed from this case.", entry.At, ids)));
            }

            return decided;
        }, stop);
    }

    internal static Outcome<Change<FactId>> Decide(AllocationNow now, Request request, Entry entry) =>
        now.Version != request.Seen ? new Outcome<Change<FactId>>.Conflict(now.Record!)
        : AllocationMoves.RemoveCoWorker(now.Record, entry) switch
        {
            Outcome<AllocationRecord>.Refused no => new Outcome<Change<FactId>>.Refused(no.Why),
            Outcome<AllocationRecord>.Done { Value: var record } => new Change<FactId>(
                record.Id, new CoWorkerChanged(request.PersonId, null, record.Event),
                [new Write(now.Record, record), .. PomSpells.EndOn(now.Running.Where(m => m is { Role: Role.Pom, Part: ManagerPart.CoWorking }), entry.At.LondonDate, entry, PomSpells.ByHand)]),
            _ => throw new InvalidOperationException(),
        };
}

/// <summary>A co-working POM came or went.</summary>
/// <param name="CoWorker"><see langword="null"/> for nobody any longer.</param>
public sealed record CoWorkerChanged(PersonId PersonId, StaffId? CoWorker, AllocationEvent Event) : RecordEvent(PersonId);
