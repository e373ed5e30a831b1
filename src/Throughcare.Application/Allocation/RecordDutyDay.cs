using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Records whether a POM worked on offender management on a day or was put on other duties.</summary>
public sealed class RecordDutyDay(ThroughcareDb db, TimeProvider clock)
{
    private const int MostDaysBack = 28;

    public sealed record Request(StaffId Staff, DateOnly? Day, bool? IsOnDuty);

    /// <param name="IsException">The unit is protected from redeployment, and this is such a day.</param>
    public sealed record Recorded(bool IsException);

    public async Task<Outcome<Recorded>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        if (!actor.Has(Verb.ManageStaffCapacity))
        {
            return Refusals.OfRole(Verb.ManageStaffCapacity);
        }

        var now = clock.GetUtcNow().ToMicrosecond();
        List<Refusal> wrong = [];
        if (request.Day is not { } day)
        {
            wrong.Add(new(nameof(Request.Day), "Enter a day"));
        }
        else if (day > now.LondonDate || day < now.LondonDate.AddDays(-MostDaysBack))
        {
            wrong.Add(new(nameof(Request.Day), day > now.LondonDate ? "Day must be today or in the past" : $"Day must be in the last {MostDaysBack} days"));
        }

        if (request.IsOnDuty is null)
        {
            wrong.Add(new(nameof(Request.IsOnDuty), "Select whether they worked on offender management"));
        }

        if (wrong.Count > 0)
        {
            return new Outcome<Recorded>.Refused([.. wrong]);
        }

        var place = actor.Place;
        if (!await db.PomProfiles.AnyAsync(p => p.Staff == request.Staff && p.Place == place && p.ReplacedAt == null, stop))
        {
            return Refusals.NotFound;
        }

        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await db.OmDutyDays.Where(d => d.Staff == request.Staff && d.Day == request.Day).ExecuteDeleteAsync(stop);
        db.Add(new OmDutyDay { Staff = request.Staff, Day = request.Day!.Value, IsOnDuty = request.IsOnDuty!.Value, RecordedAt = now, RecordedBy = actor.StaffId });
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return new Recorded(!request.IsOnDuty.Value && await db.PrisonSettings.AnyAsync(s => s.Place == place && s.IsProtectedFromRedeployment, stop));
    }
}
