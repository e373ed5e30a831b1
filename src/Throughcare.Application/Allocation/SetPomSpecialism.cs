using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Says what a POM knows particularly well, or that it no longer holds.</summary>
public sealed class SetPomSpecialism(ThroughcareDb db, TimeProvider clock)
{
    /// <param name="Pdus">Codes of delivery units, for home areas alone.</param>
    /// <param name="On">No to end it today.</param>
    public sealed record Request(StaffId Staff, PomSpecialism? Specialism, IReadOnlyList<string> Pdus, bool On = true);

    public async Task<Outcome<StaffId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        if (!actor.Has(Verb.ManageStaffCapacity))
        {
            return Refusals.OfRole(Verb.ManageStaffCapacity);
        }

        if (request.Specialism is not { } specialism)
        {
            return new Refusal(nameof(Request.Specialism), "Select a specialism");
        }

        var now = clock.GetUtcNow().ToMicrosecond();
        var (today, place) = (now.LondonDate, actor.Place);
        if (!await db.PomProfiles.AnyAsync(p => p.Staff == request.Staff && p.Place == place && p.ReplacedAt == null && p.Status != PomStatus.Deleted, stop))
        {
            return Refusals.NotFound;
        }

        var running = db.PomSpecialisms.Where(s => s.Staff == request.Staff && s.Place == place && s.Specialism == specialism && (s.To == null || s.To >= today));
        if (!request.On)
        {
            var began = await running.Where(s => s.From >= today).ExecuteDeleteAsync(stop);   // one of today was a slip
            return await running.ExecuteUpdateAsync(set => set.SetProperty(s => s.To, today.AddDays(-1)), stop) + began > 0 ? request.Staff : new Refusal(nameof(Request.Specialism), "They do not have this specialism");
        }

        List<string> pdus = [.. request.Pdus.Where(code => !string.IsNullOrWhiteSpace(code)).Distinct(StringComparer.Ordinal)];
        if (specialism is PomSpecialism.Geographic && (pdus.Count == 0 || pdus.Exists(code => ProbationPlaces.Find(code) is not { Level: ProbationLevel.Pdu })))
        {
            return new Refusal(nameof(Request.Pdus), "Select the home areas");
        }

        if (specialism is PomSpecialism.DomesticAbuseSpoc
            && await db.PomSpecialisms.AnyAsync(s => s.Place == place && s.Specialism == specialism && s.Staff != request.Staff && s.From <= today && (s.To == null || s.To >= today), stop))
        {
            return new Refusal(nameof(Request.Specialism), "This prison has a domestic abuse lead already. End that first");
        }

        var said = specialism is PomSpecialism.Geographic ? string.Join('|', pdus) : null;
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await running.Where(s => s.From >= today).ExecuteDeleteAsync(stop);
        await running.ExecuteUpdateAsync(set => set.SetProperty(s => s.To, today.AddDays(-1)), stop);
        db.Add(new PomSpecialismSpell { Staff = request.Staff, Place = place, Specialism = specialism, From = today, Pdus = said, RecordedAt = now, RecordedBy = actor.StaffId });
        await db.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
        return request.Staff;
    }
}
