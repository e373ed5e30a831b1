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

/// <summary>Names the case administrator of a person in this unit.</summary>
public sealed class AllocateCaseAdmin(ThroughcareDb db, Recorder recorder, CaseHistories histories, IdSource ids)
{
    public sealed record Request(PersonId PersonId, StaffId CaseAdmin);

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

            var name = await db.Staff.Where(s => s.Id == request.CaseAdmin && s.Role == Role.CaseAdmin && s.Place == actor.Place).Select(s => s.Name).SingleOrDefaultAsync(stop);
            return Decide(now, name, request, actor.Place, new(ids.Next()), entry);
        }, stop);
    }

    internal static Outcome<Change<FactId>> Decide(AllocationNow now, string? name, Request request, PlaceCode place, FactId id, Entry entry)
    {
        if (name is null)
        {
            return new Refusal(nameof(Request.CaseAdmin), "Choose a case administrator from the list");
        }

        var running = now.Of(Role.CaseAdmin, ManagerPart.Primary);
        if (running?.StaffId == request.CaseAdmin)
        {
            return AlreadyDone.With(request.PersonId, running.Id);
        }

        var spell = new ManagerAssignment
        {
            Id = id,
            PersonId = now.PersonId,
            CaseId = now.Facts.Case?.AsCase,
            ValidFrom = entry.At.LondonDate,
            Recorded = entry,
            Role = Role.CaseAdmin,
            StaffId = request.CaseAdmin,
            Name = PomSpells.LastFirst(name),
            Place = place,
        };
        return new Change<FactId>(id, new CaseAdminAllocated(request.PersonId, request.CaseAdmin), [.. PomSpells.Succeed(running is null ? [] : [running], spell)]);
    }
}

/// <summary>Somebody became the case administrator of a person.</summary>
public sealed record CaseAdminAllocated(PersonId PersonId, StaffId CaseAdmin) : RecordEvent(PersonId);
