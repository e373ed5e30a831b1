using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Ends a reduction of hours on a day; one that has not begun is taken back.</summary>
public sealed class EndWorkReduction(ThroughcareDb db, TimeProvider clock)
{
    /// <param name="Seen">The version that the form showed.</param>
    /// <param name="On">Last day.</param>
    public sealed record Request(StaffId Staff, WorkReductionId Id, int Seen, DateOnly? On);

    /// <returns>The version that ended it.</returns>
    public async Task<Outcome<int>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        if (!actor.Has(Verb.ManageStaffCapacity))
        {
            return Refusals.OfRole(Verb.ManageStaffCapacity);
        }

        if (await db.Staff.SingleOrDefaultAsync(s => s.Id == request.Staff, stop) is not { } member || !WorkloadOf.Manages(actor, member.Place)
            || await db.WorkReductions.SingleOrDefaultAsync(r => r.Id == request.Id && r.Staff == request.Staff && r.ReplacedAt == null, stop) is not { } running)
        {
            return Refusals.NotFound;
        }

        var now = clock.GetUtcNow().ToMicrosecond();
        var today = now.LondonDate;
        var isScheduled = running.StatusOn(today) is ReductionStatus.Scheduled;
        if (running.StatusOn(today) is ReductionStatus.Archived or ReductionStatus.Deleted)
        {
            return new Refusal("", "This reduction is over already");
        }

        if (!isScheduled && (request.On is not { } on || on < running.Start || on < today.AddDays(-1) || on > running.End))
        {
            return new Refusal(nameof(request.On), request.On is null ? "Enter the last day"
                : request.On > running.End ? $"Last day must be on or before {Words.LongDate(running.End!.Value)}, when it ends anyway" : "Last day must be yesterday, today or in the future, and not before it started");
        }

        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.WorkReductions.Where(r => r.Id == request.Id && r.Version == request.Seen && r.ReplacedAt == null).ExecuteUpdateAsync(set => set.SetProperty(r => r.ReplacedAt, now), stop) == 0)
        {
            return new Refusal("", "Somebody else changed this while you were here. Look at what it says now, then try once more");
        }

        db.Add(running with { Version = running.Version + 1, End = isScheduled ? running.End : request.On, IsDeleted = isScheduled, RecordedAt = now, RecordedBy = actor.StaffId });
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return running.Version + 1;
    }
}
