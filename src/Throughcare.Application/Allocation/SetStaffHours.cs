using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Sets the grade and the contracted hours of somebody who carries cases.</summary>
public sealed class SetStaffHours(ThroughcareDb db, TimeProvider clock)
{
    private const decimal MostHours = 48;

    /// <param name="Seen">The version that the form showed; 0 where none was set.</param>
    public sealed record Request(StaffId Staff, int Seen, StaffGrade? Grade, decimal? Hours);

    /// <returns>The version that was written.</returns>
    public async Task<Outcome<int>> DoAsync(Request request, Actor actor, CancellationToken stop)
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

        List<Refusal> wrong = [];
        if (request.Grade is null)
        {
            wrong.Add(new(nameof(request.Grade), "Select a grade"));
        }

        if (request.Hours is not (>= 0 and <= MostHours))
        {
            wrong.Add(new(nameof(request.Hours), "Contracted hours must be from 0 to 48 a week"));
        }

        if (wrong.Count > 0)
        {
            return new Outcome<int>.Refused([.. wrong]);
        }

        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var now = clock.GetUtcNow().ToMicrosecond();
        var replaced = await db.StaffHours.Where(h => h.Staff == request.Staff && h.ReplacedAt == null && h.Version == request.Seen).ExecuteUpdateAsync(set => set.SetProperty(h => h.ReplacedAt, now), stop);
        if (replaced == 0 && (request.Seen != 0 || await db.StaffHours.AnyAsync(h => h.Staff == request.Staff, stop)))
        {
            return new Refusal("", "Somebody else changed this while you were here. Look at what it says now, then try once more");
        }

        db.Add(new StaffHours { Staff = request.Staff, Version = request.Seen + 1, Grade = request.Grade!.Value, ContractedHours = request.Hours!.Value, RecordedAt = now, RecordedBy = actor.StaffId });
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return request.Seen + 1;
    }
}
