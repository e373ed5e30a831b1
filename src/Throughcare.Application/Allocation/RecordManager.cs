using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Records which member of staff manages a person: as prison or community offender manager, or as key worker. Where a file has
/// named a manager, that spell says from now on whose it is.</summary>
public sealed class RecordManager(ThroughcareDb db, Recorder recorder, IdSource ids)
{
    /// <param name="From">First day, for somebody who has nobody in this role yet.</param>
    public sealed record Request(PersonId PersonId, Role Role, StaffId StaffId, PlaceCode Place, DateOnly From);

    public Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);

        Verb? verb = request.Role switch { Role.Pom => Verb.AllocatePom, Role.Com => Verb.AllocateCom, Role.KeyWorker => Verb.AllocateKeyWorker, _ => null };
        return verb is null ? Task.FromResult<Outcome<FactId>>(new Refusal(nameof(request.Role), "Select a POM, a COM or a key worker"))
            : recorder.WriteAsync(request.PersonId, verb.Value, actor, async entry =>
            {
                var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
                var running = await db.Managers.Current().Where(m => records.Contains(m.PersonId) && m.Role == request.Role && m.Part == ManagerPart.Primary && m.ValidTo == null)
                    .OrderByDescending(m => m.ValidFrom).FirstOrDefaultAsync(stop);
                var staff = await db.Staff.Where(s => s.Id == request.StaffId).Select(s => s.Name).SingleOrDefaultAsync(stop);
                return Decide(running, staff, request, new(ids.Next()), entry);
            }, stop);
    }

    /// <param name="running">The spell in this role that runs.</param>
    /// <param name="name">What the member of staff is called; <see langword="null"/> for somebody who is not known.</param>
    public static Outcome<Change<FactId>> Decide(ManagerAssignment? running, string? name, Request request, FactId id, Entry entry)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(entry);

        if (name is null)
        {
            return new Refusal(nameof(request.StaffId), "Select a member of staff");
        }

        if (running is not null)
        {
            return running.StaffId == request.StaffId
                ? new Refusal(nameof(request.StaffId), "They are recorded as the manager already")
                : new Change<FactId>(running.Id, new ManagerRecorded(request.PersonId, request.Role, request.StaffId), new Write(running, running.Next(entry) with { StaffId = request.StaffId, Name = name }));
        }

        var spell = new ManagerAssignment
        {
            Id = id,
            PersonId = request.PersonId,
            ValidFrom = request.From,
            Recorded = entry,
            Role = request.Role,
            StaffId = request.StaffId,
            Name = name,
            Place = request.Place,
        };
        return new Change<FactId>(id, new ManagerRecorded(request.PersonId, request.Role, request.StaffId), new Write(null, spell));
    }
}

/// <summary>It was recorded who manages a person.</summary>
public sealed record ManagerRecorded(PersonId PersonId, Role Role, StaffId StaffId) : RecordEvent(PersonId);
