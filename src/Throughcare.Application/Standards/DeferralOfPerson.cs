using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Record;
using Throughcare.Domain.Standards;
using Throughcare.Storage;
using StaffNames = Throughcare.Application.Record.StaffNames;

namespace Throughcare.Application.Standards;

/// <summary>One deferral of one person, for its own page.</summary>
public sealed class DeferralOfPerson(ThroughcareDb db)
{
    /// <param name="ItemId"><see langword="null"/> where the item is no longer kept.</param>
    public sealed record Page(WhyDue.DeferralLine Line, string Title, DueItemId? ItemId);

    /// <returns><see langword="null"/> where there is none, or it is not for the reader to know of.</returns>
    public async Task<Page?> OfAsync(PersonId person, FactId id, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var records = await MergedRecords.OfAsync(db, person, stop);
        var deferral = await db.Deferrals.Current().SingleOrDefaultAsync(d => d.Id == id && records.Contains(d.PersonId), stop);
        var group = deferral is null ? null : StandardRuleSet.InUse.Find(deferral.Rule)?.MeasureGroup;
        if (deferral is null || (group == StandardGroups.Victim && !EntryReader.TellsOfVictims(actor.Role)))
        {
            return null;
        }

        var item = await db.DueItems.FirstOrDefaultAsync(i => i.Key == deferral.ItemKey && records.Contains(i.PersonId) && i.ReplacedAt == null, stop);
        var staff = await StaffNames.OfAsync(db, new[] { deferral.RequestedBy, deferral.DecidedBy }.OfType<StaffId>(), stop);
        return new(WhyDue.Line(deferral, item, actor, staff), StandardNames.TitleOf(deferral.Rule), item?.Id);
    }
}
