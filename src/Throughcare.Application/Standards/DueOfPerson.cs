using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Facts;
using Throughcare.Application.Record;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Storage;
using StaffNames = Throughcare.Application.Record.StaffNames;

namespace Throughcare.Application.Standards;

/// <summary>Everything that is or was due of one person: today as it is kept, on any other day or as known at another instant worked out anew.</summary>
public sealed class DueOfPerson(ThroughcareDb db, CaseHistories histories, TimeProvider clock)
{
    /// <param name="AsAt">The day at whose end states are told; today unless said.</param>
    /// <param name="KnownAt">What was recorded later does not count; now unless said.</param>
    public sealed record Request(PersonId PersonId, DateOnly? AsAt = null, DateTimeOffset? KnownAt = null);

    /// <param name="HasPage">It is kept, so that its own page can be opened.</param>
    public sealed record Line(DueItem Item, StandardRule? Rule, DueState State, string? Owner, bool HasPage)
    {
        public string Title => Rule?.Title ?? StandardGroups.Words(Item.Family);

        /// <summary>"Prison offender manager", "HMP Lowdham Grange": where no name is known.</summary>
        public string? Place => Item.Place is { } place ? Places.Name(place) : null;
    }

    public sealed record ExemptionLine(FactId Id, int Version, string Family, string Title, string Reason, string Text, DateOnly From, string By);

    /// <param name="ToDo">Overdue, due, due soon, upcoming and deferred, in the order of urgency.</param>
    /// <param name="Undecided">A fact is missing to know.</param>
    /// <param name="Done">Met and missed, the latest first.</param>
    /// <param name="NotRequired">Not applicable any more, or replaced.</param>
    public sealed record Page(
        IReadOnlyList<Line> ToDo, IReadOnlyList<Line> Undecided, IReadOnlyList<Line> Done, IReadOnlyList<Line> NotRequired, IReadOnlyList<ExemptionLine> Exemptions)
    {
        public required DateOnly AsAt { get; init; }

        public required DateTimeOffset KnownAt { get; init; }

        /// <summary>It is what is kept now, not what was worked out for another day.</summary>
        public required bool IsNow { get; init; }
    }

    /// <returns><see langword="null"/> for somebody who is not on record.</returns>
    public async Task<Page?> OfAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        var now = clock.GetUtcNow();
        if (await MergedRecords.OfAsync(db, request.PersonId, stop) is not [var person, ..] records)
        {
            return null;
        }

        var (day, known) = (request.AsAt ?? now.LondonDate, request.KnownAt ?? now);
        var isNow = day == now.LondonDate && request.KnownAt is null;
        var kept = await db.DueItems.Where(i => i.PersonId == person && i.ReplacedAt == null).ToListAsync(stop);
        var items = isNow ? kept : await ComputeAsync(person, records, kept, day, known, stop);
        var staff = await StaffNames.OfAsync(db, items.Select(i => i.ResponsibleStaff).OfType<StaffId>(), stop);
        List<Line> lines = [.. items.Where(i => i.IsSeenBy(actor)).Select(i => new Line(i, StandardRuleSet.InUse.Find(i.Rule), i.StateOn(day), MyTasks.OwnerOf(i, staff), i.Id != default))];
        return new(
            [.. lines.Where(l => l.Item.State is ItemState.Open).OrderBy(l => Urgency(l.Item, day)).ThenBy(l => l.Item.EffectiveDueOn).ThenBy(l => l.Item.Key, StringComparer.Ordinal)],
            [.. lines.Where(l => l.State is DueState.NotDetermined).OrderBy(l => l.Item.DueOn)],
            [.. lines.Where(l => l.State is DueState.MetOnTime or DueState.MetLate or DueState.Missed).OrderByDescending(l => l.Item.StateSince ?? l.Item.EffectiveDueOn).ThenBy(l => l.Item.Key, StringComparer.Ordinal)],
            [.. lines.Where(l => l.State is DueState.NotApplicable or DueState.Superseded).OrderByDescending(l => l.Item.StateSince ?? l.Item.DueOn).ThenBy(l => l.Item.Key, StringComparer.Ordinal)],
            await ExemptionsAsync(records, actor, stop))
        {
            AsAt = day,
            KnownAt = known,
            IsNow = isNow,
        };
    }

    /// <summary>The next that is to be done of a person, overdue first: for the banner and the first page of the record.</summary>
    /// <param name="most">At most so many.</param>
    public async Task<(IReadOnlyList<Line> Next, int Open)> NextAsync(PersonId person, int most, Actor actor, CancellationToken stop)
    {
        var day = clock.GetUtcNow().LondonDate;
        var open = db.DueItems.Where(i => i.PersonId == person && i.ReplacedAt == null && i.State == ItemState.Open).SeenBy(actor);
        var items = await open.OrderBy(i => i.EffectiveDueOn).ThenBy(i => i.Id).Take(most).ToListAsync(stop);
        var count = items.Count < most ? items.Count : await open.CountAsync(stop);
        var staff = await StaffNames.OfAsync(db, items.Select(i => i.ResponsibleStaff).OfType<StaffId>(), stop);
        return ([.. items.Select(i => new Line(i, StandardRuleSet.InUse.Find(i.Rule), i.StateOn(day), MyTasks.OwnerOf(i, staff), true))], count);
    }

    private async Task<List<DueItem>> ComputeAsync(PersonId person, List<PersonId> records, List<DueItem> kept, DateOnly day, DateTimeOffset known, CancellationToken stop)
    {
        var history = (await histories.LoadForStandardsAsync([person], stop))[person];
        var decisions = await DecisionsThen.LoadAsync(db, records, day, known, stop);
        var ids = kept.ToDictionary(i => i.Key, i => i.Id, StringComparer.Ordinal);
        return [.. StandardsInUse.Engine.Compute(history, day, known, decisions).Select(i => i with { Id = ids.GetValueOrDefault(i.Key) })];
    }

    private async Task<IReadOnlyList<ExemptionLine>> ExemptionsAsync(List<PersonId> records, Actor actor, CancellationToken stop)
    {
        var running = await db.StandardExemptions.Current().Where(e => records.Contains(e.PersonId) && e.ValidTo == null).OrderBy(e => e.ValidFrom).ToListAsync(stop);
        var names = await StaffNames.OfAsync(db, running.Select(e => e.Recorded.By), stop);
        return [.. running
            .Where(e => EntryReader.TellsOfVictims(actor.Role) || StandardRuleSet.InUse.InFamily(e.Family) is not [{ MeasureGroup: StandardGroups.Victim }, ..])
            .Select(e => new ExemptionLine(e.Id, e.Version, e.Family, StandardNames.FamilyOf(e.Family), e.Reason.Words, e.Text, e.ValidFrom, names[e.Recorded.By]))];
    }

    private static int Urgency(DueItem item, DateOnly day) =>
        item.EffectiveDueOn >= day ? item.IsDeferred ? 4 : 3
        : item.DueAt is not null ? 0
        : StandardGroups.Urgent.Contains(item.MeasureGroup) ? 1
        : 2;
}

/// <summary>What was decided about due items, as it stood on a day and was known at an instant.</summary>
internal static class DecisionsThen
{
    /// <param name="records">All records of one person.</param>
    public static async Task<StandardDecisions> LoadAsync(ThroughcareDb db, List<PersonId> records, DateOnly day, DateTimeOffset known, CancellationToken stop)
    {
        var deferrals = await db.Deferrals.KnownAt(known).Where(d => records.Contains(d.PersonId) && d.ValidFrom <= day).ToListAsync(stop);
        var exemptions = await db.StandardExemptions.KnownAt(known).Where(e => records.Contains(e.PersonId) && e.ValidFrom <= day && (e.ValidTo == null || e.ValidTo > day)).ToListAsync(stop);
        return deferrals.Count == 0 && exemptions.Count == 0 ? StandardDecisions.None : new(deferrals, exemptions);
    }
}
