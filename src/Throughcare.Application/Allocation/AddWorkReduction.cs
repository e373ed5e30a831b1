using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Records that somebody can carry less for a time. A reason with a per cent of its own gives the hours; one with a usual length gives the end.</summary>
public sealed class AddWorkReduction(ThroughcareDb db, TimeProvider clock)
{
    private const int Longest = 1_000;

    /// <param name="Token">The form's own: becomes the id, so that a second post of the same form changes nothing.</param>
    /// <param name="Hours">A week; not read where the reason gives them.</param>
    /// <param name="End">Last day; where it is left out, the usual one of the reason.</param>
    public sealed record Request(WorkReductionId Token, StaffId Staff, string? Reason, decimal? Hours, DateOnly? Start, DateOnly? End, string? Note);

    public async Task<Outcome<WorkReductionId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        if (!actor.Has(Verb.ManageStaffCapacity))
        {
            return Refusals.OfRole(Verb.ManageStaffCapacity);
        }

        if (await db.Staff.SingleOrDefaultAsync(s => s.Id == request.Staff, stop) is not { } member || !WorkloadOf.Manages(actor, member.Place))
        {
            return Refusals.NotFound;
        }

        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (await db.WorkReductions.AnyAsync(r => r.Id == request.Token, stop))
        {
            return request.Token;
        }

        var set = await db.StaffHours.SingleOrDefaultAsync(h => h.Staff == request.Staff && h.ReplacedAt == null, stop);
        var contracted = set?.ContractedHours ?? WorkloadSettings.HoursOf(StaffHours.GradeOf(member.Grade));
        var others = await db.WorkReductions.Where(r => r.Staff == request.Staff && r.ReplacedAt == null && !r.IsDeleted).ToListAsync(stop);
        var decided = Decide(request, contracted, others, actor.StaffId, clock.GetUtcNow().ToMicrosecond());
        if (decided is Outcome<WorkReduction>.Done { Value: var reduction })
        {
            db.Add(reduction);
            await db.SaveChangesAsync(stop);
            await transaction.CommitAsync(stop);
            return reduction.Id;
        }

        return new Outcome<WorkReductionId>.Refused(((Outcome<WorkReduction>.Refused)decided).Why);
    }

    /// <param name="contracted">Hours a week.</param>
    /// <param name="others">Reductions that were not taken back.</param>
    internal static Outcome<WorkReduction> Decide(Request request, decimal contracted, IReadOnlyList<WorkReduction> others, StaffId by, DateTimeOffset at)
    {
        var reason = WorkReductions.Find(request.Reason);
        List<Refusal> wrong = [];
        if (reason is null)
        {
            wrong.Add(new(nameof(request.Reason), "Select a reason"));
        }

        if (request.Start is null)
        {
            wrong.Add(new(nameof(request.Start), "Enter the first day"));
        }

        if (request.Note?.Trim().Length > Longest)
        {
            wrong.Add(new(nameof(request.Note), "Note must be 1,000 characters or fewer"));
        }

        var hours = reason?.FixedHours(contracted) ?? request.Hours;
        if (reason is not null && hours is null)
        {
            wrong.Add(new(nameof(request.Hours), "Enter hours a week: the reason does not give them"));
        }

        if (reason is not null && request.Start is { } start && hours is { } known)
        {
            var end = request.End ?? reason.DefaultEnd(start);
            wrong.AddRange(WorkReductions.Check(reason, known, start, end, contracted, Running(others, start, end)));
            if (wrong.Count == 0)
            {
                return new WorkReduction
                {
                    Id = request.Token,
                    Staff = request.Staff,
                    Reason = reason.Reason,
                    Hours = known,
                    Start = start,
                    End = end,
                    Note = string.IsNullOrWhiteSpace(request.Note) ? null : request.Note.Trim(),
                    RecordedAt = at,
                    RecordedBy = by,
                };
            }
        }

        return new Outcome<WorkReduction>.Refused([.. wrong]);
    }

    /// <summary>The most hours that other reductions take on any day of a time.</summary>
    private static decimal Running(IReadOnlyList<WorkReduction> others, DateOnly start, DateOnly? end) =>
        others.Select(r => r.Start).Append(start).Where(day => day >= start && !(day > end))
            .Max(day => others.Where(r => r.Start <= day && !(day > r.End)).Sum(r => r.Hours));
}
