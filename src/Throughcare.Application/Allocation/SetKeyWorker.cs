using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Says whether a key worker can be given people, how many, and when they are back; ends all of their allocations where that is asked for.</summary>
public sealed class SetKeyWorker(ThroughcareDb db, Recorder recorder, AccessPolicy access, TimeProvider clock)
{
    /// <summary>Code of <c>allocation-end-reasons.csv</c>.</summary>
    private const string StatusChanged = "STAFF_STATUS_CHANGE";

    private const int MostPeople = 100;

    /// <param name="Seen">The version that the form showed; 0 where none was set.</param>
    /// <param name="EndsAll">Their people are without a key worker from now on.</param>
    public sealed record Request(StaffId Staff, int Seen, KeyWorkerStatus? Status, int? Capacity, DateOnly? ReturnsOn, bool EndsAll);

    /// <param name="Ended">Allocations that were ended.</param>
    /// <param name="Kept">Allocations that could not be ended.</param>
    public sealed record Done(int Ended, int Kept);

    public async Task<Outcome<Done>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        if (!actor.Has(Verb.AllocateKeyWorker))
        {
            return Refusals.OfRole(Verb.AllocateKeyWorker);
        }

        var now = clock.GetUtcNow().ToMicrosecond();
        if ((await KeyWorkers.OfAsync(db, actor.Place, now.LondonDate, stop)).All(w => w.Id != request.Staff))
        {
            return Refusals.NotFound;
        }

        if (Check(request, now.LondonDate) is { Count: > 0 } wrong)
        {
            return new Outcome<Done>.Refused([.. wrong]);
        }

        if (!await WriteAsync(request, actor, now, stop))
        {
            return new Refusal("", "Somebody else changed this while you were here. Look at what it says now, then try once more");
        }

        return request is { EndsAll: true, Status: not KeyWorkerStatus.Active } ? await EndAllAsync(request.Staff, actor, now.LondonDate, stop) : new Done(0, 0);
    }

    private static List<Refusal> Check(Request request, DateOnly today)
    {
        List<Refusal> wrong = [];
        if (request.Status is null)
        {
            wrong.Add(new(nameof(request.Status), "Select a status"));
        }

        if (request.Capacity is not (>= 0 and <= MostPeople))
        {
            wrong.Add(new(nameof(request.Capacity), "Capacity must be from 0 to 100 people"));
        }

        if (request.Status is KeyWorkerStatus.Active && request.ReturnsOn is not null)
        {
            wrong.Add(new(nameof(request.ReturnsOn), "Leave the date of return empty for somebody who is active"));
        }
        else if (request.ReturnsOn <= today)
        {
            wrong.Add(new(nameof(request.ReturnsOn), "Date of return must be in the future"));
        }

        return wrong;
    }

    private async Task<bool> WriteAsync(Request request, Actor actor, DateTimeOffset now, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var place = actor.Place;
        var replaced = await db.KeyWorkerSettings.Where(s => s.Staff == request.Staff && s.Place == place && s.Version == request.Seen && s.ReplacedAt == null).ExecuteUpdateAsync(set => set.SetProperty(s => s.ReplacedAt, now), stop);
        if (replaced == 0 && (request.Seen != 0 || await db.KeyWorkerSettings.AnyAsync(s => s.Staff == request.Staff && s.Place == place, stop)))
        {
            return false;
        }

        db.Add(new KeyWorkerSetting
        {
            Staff = request.Staff,
            Place = place,
            Version = request.Seen + 1,
            Status = request.Status!.Value,
            Capacity = request.Capacity!.Value,
            ReturnsOn = request.ReturnsOn,
            RecordedAt = now,
            RecordedBy = actor.StaffId,
        });
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return true;
    }

    private async Task<Done> EndAllAsync(StaffId staff, Actor actor, DateOnly today, CancellationToken stop)
    {
        var reached = access.People(actor, Verb.AllocateKeyWorker);
        var people = await db.Managers.Current().Where(m => m.StaffId == staff && m.Role == Role.KeyWorker && m.ValidTo == null && reached.Contains(m.PersonId)).Select(m => m.PersonId).Distinct().ToListAsync(stop);
        var ended = 0;
        foreach (var person in people)
        {
            var outcome = await recorder.WriteAsync<FactId>(person, Verb.AllocateKeyWorker, actor, async entry =>
            {
                var records = await MergedRecords.OfAsync(db, person, stop);
                return await db.Managers.Current().FirstOrDefaultAsync(m => records.Contains(m.PersonId) && m.StaffId == staff && m.Role == Role.KeyWorker && m.ValidTo == null, stop) is not { } running ? Refusals.NotFound
                    : new Change<FactId>(running.Id, new KeyWorkerEnded(person, staff, StatusChanged), new Write(running, running.EndedOn(running.ValidFrom < today ? today.AddDays(-1) : running.ValidFrom, entry) with { EndReason = StatusChanged }));
            }, stop);
            ended += outcome is Outcome<FactId>.Done ? 1 : 0;
        }

        return new(ended, people.Count - ended);
    }
}

/// <summary>A person is without their key worker.</summary>
/// <param name="KeyWorker"><see langword="null"/> for one of whom a file gave only the name.</param>
/// <param name="Reason">Code of <c>allocation-end-reasons.csv</c>.</param>
public sealed record KeyWorkerEnded(PersonId PersonId, StaffId? KeyWorker, string Reason) : RecordEvent(PersonId);
