using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Records that somebody completed a report for a court.</summary>
public sealed class RecordCourtReport(ThroughcareDb db, TimeProvider clock)
{
    /// <param name="Token">The form's own: becomes the id, so that a second post of the same form changes nothing.</param>
    public sealed record Request(CourtReportId Token, StaffId Staff, CourtReportKind? Kind, DateOnly? On);

    public async Task<Outcome<CourtReportId>> DoAsync(Request request, Actor actor, CancellationToken stop)
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

        var now = clock.GetUtcNow().ToMicrosecond();
        List<Refusal> wrong = [];
        if (request.Kind is null)
        {
            wrong.Add(new(nameof(request.Kind), "Select the kind of report"));
        }

        if (request.On is not { } on)
        {
            wrong.Add(new(nameof(request.On), "Enter the date it was completed"));
        }
        else if (on > now.LondonDate)
        {
            wrong.Add(new(nameof(request.On), "Date it was completed must be today or in the past"));
        }

        if (wrong.Count > 0)
        {
            return new Outcome<CourtReportId>.Refused([.. wrong]);
        }

        if (!await db.CourtReports.AnyAsync(r => r.Id == request.Token, stop))
        {
            db.Add(new CourtReport { Id = request.Token, Staff = request.Staff, Kind = request.Kind!.Value, CompletedOn = request.On!.Value, RecordedAt = now, RecordedBy = actor.StaffId });
            await db.SaveChangesAsync(stop);
        }

        return request.Token;
    }
}
