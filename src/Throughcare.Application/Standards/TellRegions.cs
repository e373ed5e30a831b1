using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Storage;

namespace Throughcare.Application.Standards;

/// <summary>Tells regional managers on the first working day of a month what has long been overdue in their region, and national managers what has at
/// places of no region.</summary>
/// <remarks>Source: standards.md 14, which leaves to us that the list begins where the head of a unit was told before.</remarks>
public sealed class TellRegions(ThroughcareDb db, IdSource ids, TimeProvider clock)
{
    public const string Code = "overdue_monthly";

    /// <summary>Places with the most are named, so many of them.</summary>
    public const int MostNamed = 5;

    /// <summary>The list that a notice of a day speaks of: everything that was due so long before, as far back as anything is kept to be due.</summary>
    public static string ListOf(DateOnly day)
    {
        var last = Escalation.OverdueSince(day, Escalation.HeadWorkingDays);
        return string.Create(CultureInfo.InvariantCulture, $"/standards/people?which=overdue&guidance=true&from={last.AddMonths(-StandardsEngine.HorizonMonths):yyyy-MM-dd}&to={last:yyyy-MM-dd}");
    }

    /// <returns>How many were told: none on other days, and none twice in a month.</returns>
    public async Task<int> DoAsync(CancellationToken stop)
    {
        var at = clock.GetUtcNow().ToMicrosecond();
        var today = at.LondonDate;
        var begin = London.At(new(today.Year, today.Month, 1), TimeOnly.MinValue);
        if (!Escalation.IsMonthlyDay(today) || await db.Notices.AnyAsync(n => n.Code == Code && n.At >= begin, stop))
        {
            return 0;
        }

        var last = Escalation.OverdueSince(today, Escalation.HeadWorkingDays);
        var overdue = await db.DueItems
            .Where(i => i.ReplacedAt == null && i.State == ItemState.Open && i.Place != null && i.MeasureGroup != StandardGroups.Victim && i.EffectiveDueOn <= last)
            .GroupBy(i => i.Place!.Value).Select(g => new { Place = g.Key, Count = g.Count() }).ToListAsync(stop);
        List<Notice> notices = [.. overdue.GroupBy(o => ProbationPlaces.RegionOf(o.Place) is { } region ? new PlaceCode(region.Code) : PlaceCode.Nation).OrderBy(region => region.Key.Text, StringComparer.Ordinal).Select(region => NoticeWords.ToMailbox(
            region.Key, null, Code, Text([.. region.Select(o => (Places.Name(o.Place), o.Count)).OrderByDescending(o => o.Count).ThenBy(o => o.Item1, StringComparer.Ordinal)], region.Key), at, ids))];
        db.AddRange(notices);
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
        return notices.Count;
    }

    private static string Text(IReadOnlyList<(string Name, int Count)> places, PlaceCode over)
    {
        var all = places.Sum(p => p.Count);
        var most = string.Join(", ", places.Take(MostNamed).Select(p => $"{p.Name} {p.Count:N0}"));
        return $"{Words.Count(all, "task")} {(over == PlaceCode.Nation ? "at places of no region" : $"in {Places.Name(over)}")} {(all == 1 ? "has" : "have")} been overdue for 20 working days or more. "
            + (places.Count > MostNamed ? $"Most at {most}." : $"At {most}.");
    }
}
