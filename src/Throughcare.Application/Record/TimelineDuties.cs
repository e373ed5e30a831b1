using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Standards;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>What was due of a person, as lines of the timeline: read from the due items, for the days that a page shows.</summary>
internal static class TimelineDuties
{
    /// <param name="after">Only what happened after this instant; <see langword="null"/> to the very first.</param>
    /// <param name="upTo">Only what happened up to this instant.</param>
    /// <param name="all">What was done in time too; otherwise only what was done late or missed.</param>
    /// <param name="skip">The latest that were shown before.</param>
    /// <param name="most">At most so many, the latest.</param>
    public static async Task<IReadOnlyList<Timeline.Line>> OfAsync(
        ThroughcareDb db, List<PersonId> records, DateTimeOffset known, DateTimeOffset? after, DateTimeOffset upTo, bool all, int skip, int most, Actor actor, CancellationToken stop)
    {
        if (!actor.Has(Verb.ReadDueItems))
        {
            return [];
        }

        var (first, last) = (after?.LondonDate ?? DateOnly.MinValue, upTo.LondonDate);
        var items = await (records is [var one] ? db.DueItems.Where(i => i.PersonId == one) : db.DueItems.Where(i => records.Contains(i.PersonId)))
            .Where(i => i.RecordedAt <= known && (i.ReplacedAt == null || i.ReplacedAt > known) && i.StateSince >= first && i.StateSince <= last
                && (i.State == ItemState.MetLate || i.State == ItemState.Missed || (all && i.State == ItemState.MetOnTime)))
            .SeenBy(actor).OrderByDescending(i => i.StateSince).ThenByDescending(i => i.Id).Skip(skip).Take(most).ToListAsync(stop);
        return [.. items.Select(Line).Where(line => (after is null || line.HappenedAt > after) && line.HappenedAt <= upTo)];
    }

    private static Timeline.Line Line(DueItem item)
    {
        var rule = StandardRuleSet.InUse.Find(item.Rule);
        var how = item.State switch { ItemState.MetOnTime => "Done in time", ItemState.MetLate => "Done late", _ => "Missed" };
        return new(TimelineKind.DueItem, new(item.Id.Value), London.At(item.StateSince!.Value, TimeOnly.MinValue), $"{how}: {rule?.Title ?? StandardNames.FamilyOf(item.Family)}")
        {
            IsWholeDay = true,
            Text = item.State is ItemState.Missed
                ? $"It was due by {Words.LongDate(item.EffectiveDueOn)}.{(item.Note is { } note ? $" {note}." : "")}"
                : $"It was due by {Words.LongDate(item.EffectiveDueOn)}{(item.State is ItemState.MetLate ? $" and was done {Words.Count(item.EvidenceOn!.Value.DayNumber - item.EffectiveDueOn.DayNumber, "day")} later" : "")}.",
        };
    }
}
