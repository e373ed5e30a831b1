using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Facts;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Tells those concerned each morning: POMs and delivery units of handovers, everybody of what became due or overdue, once a day together, and the managers of
/// a place of what has been overdue for 5 and for 20 working days. What somebody chose not to be told is left out.</summary>
/// <remarks>Sources: handover-notifications.csv; standards.md 12 and 14.</remarks>
public sealed class TellByMorning(ThroughcareDb db, CaseHistories histories, IdSource ids, TimeProvider clock)
{
    public const string Digest = NoticeKinds.Digest;

    public const string ToManager = "escalation_5";

    public const string ToHead = "escalation_20";

    /// <summary>Days after which a notice is deleted, but for what is told once of a person.</summary>
    public const int KeptDays = 90;

    /// <summary>A POM is told of a missing COM so many days after the handover.</summary>
    private const int ComOverdueDays = 14;

    /// <returns>How many notices were given.</returns>
    public async Task<int> DoAsync(CancellationToken stop)
    {
        var at = clock.GetUtcNow().ToMicrosecond();
        var today = at.LondonDate;
        List<Notice> notices = [.. await HandoversAsync(today, at, stop), .. await new UnitNotices(db, histories, ids).OfAsync(today, at, stop)];
        var start = London.At(today, TimeOnly.MinValue);
        if (!await db.Notices.AnyAsync(n => (n.Code == Digest || n.Code == ToManager || n.Code == ToHead) && n.At >= start, stop))
        {
            notices.AddRange(await DigestsAsync(today, at, stop));
            notices.AddRange(await EscalationsAsync(today, at, stop));
        }

        var notWanted = (await db.NoticeChoices.Where(c => !c.IsTold).Select(c => new { c.Staff, c.Code }).ToListAsync(stop)).Select(c => ((StaffId?)c.Staff, c.Code)).ToHashSet();
        notices.RemoveAll(n => notWanted.Contains((n.Staff, n.Code)));
        var old = at.AddDays(-KeptDays);
        var once = HandoverNotices.Once.ToList();   // what is told once must not be forgotten, or it would be told again
        await db.Notices.Where(n => n.At < old && !once.Contains(n.Code)).ExecuteDeleteAsync(stop);
        db.AddRange(notices);
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
        return notices.Count;
    }

    /// <summary>Each at most once for a person and a POM.</summary>
    private async Task<IEnumerable<Notice>> HandoversAsync(DateOnly today, DateTimeOffset at, CancellationToken stop)
    {
        var held = db.Standings.Where(s => s.Pom != null && s.Prison != null && s.Handover != null);
        var cases = await held.Where(HandoverWork.UpcomingOn(today))
            .Union(held.Where(s => s.Handover == today && s.ComName != null))
            .Union(held.Where(HandoverWork.ComOverdueOn(today, ComOverdueDays)))
            .Select(s => new { s.PersonId, Pom = s.Pom!.Value, Handover = s.Handover!.Value }).ToListAsync(stop);
        var people = cases.Select(c => c.PersonId).Distinct().ToList();
        HashSet<(PersonId?, StaffId?, string)> told = [];
        foreach (var some in people.Chunk(500))
        {
            told.UnionWith((await db.Notices.Where(n => n.PersonId != null && some.Contains(n.PersonId!.Value)).Select(n => new { n.PersonId, n.Staff, n.Code }).ToListAsync(stop)).Select(n => (n.PersonId, n.Staff, n.Code)));
        }

        return cases
            .Select(c => (Case: c, Told: c.Handover > today
                ? (Code: NoticeKinds.UpcomingHandover, Text: $"The community offender manager leads from {Words.LongDate(c.Handover)}. Begin the handover.")
                : c.Handover == today ? (Code: NoticeKinds.HandoverDay, Text: "The community offender manager leads from today.")
                : (Code: NoticeKinds.ComOverdue, Text: $"The community should lead since {Words.LongDate(c.Handover)}, and no community offender manager is named. Ask the delivery unit.")))
            .Where(c => !told.Contains((c.Case.PersonId, c.Case.Pom, c.Told.Code)))
            .Select(c => NoticeWords.To(c.Case.Pom, c.Case.PersonId, c.Told.Code, c.Told.Text, at, ids));
    }

    private async Task<IEnumerable<Notice>> DigestsAsync(DateOnly today, DateTimeOffset at, CancellationToken stop)
    {
        var yesterday = today.AddDays(-1);
        var counts = await db.DueItems
            .Where(i => i.ReplacedAt == null && i.State == ItemState.Open && i.ResponsibleStaff != null && (i.EffectiveDueOn == today || i.EffectiveDueOn == yesterday))
            .GroupBy(i => i.ResponsibleStaff!.Value)
            .Select(g => new { g.Key, Today = g.Count(i => i.EffectiveDueOn == today), Late = g.Count(i => i.EffectiveDueOn == yesterday) }).ToListAsync(stop);
        return counts.OrderBy(c => c.Key.Value).Select(c => NoticeWords.To(c.Key, null, Digest, (c.Today, c.Late) switch
        {
            (_, 0) => $"{Words.Count(c.Today, "task")} of yours {(c.Today == 1 ? "is" : "are")} due today.",
            (0, _) => $"{Words.Count(c.Late, "task")} of yours became overdue.",
            _ => $"{Words.Count(c.Today, "task")} of yours {(c.Today == 1 ? "is" : "are")} due today, and {c.Late} became overdue.",
        }, at, ids));
    }

    private async Task<IEnumerable<Notice>> EscalationsAsync(DateOnly today, DateTimeOffset at, CancellationToken stop)
    {
        var five = Escalation.DueDatesOf(today, Escalation.ManagerWorkingDays);
        var twenty = Escalation.DueDatesOf(today, Escalation.HeadWorkingDays);
        var yesterday = today.AddDays(-1);
        var overdue = db.DueItems.Where(i => i.ReplacedAt == null && i.State == ItemState.Open && i.Place != null && i.MeasureGroup != StandardGroups.Victim);
        var toManager = await overdue.Where(i => five.Contains(i.EffectiveDueOn) || (i.DueAt != null && i.EffectiveDueOn == yesterday))
            .GroupBy(i => i.Place!.Value).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
        var toHead = await overdue.Where(i => twenty.Contains(i.EffectiveDueOn)).GroupBy(i => i.Place!.Value).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(stop);
        return [
            .. toManager.Select(c => NoticeWords.ToMailbox(c.Key, null, ToManager, $"{Words.Count(c.Count, "task")} here {(c.Count == 1 ? "has" : "have")} been overdue for 5 working days, or for a time in hours. See My tasks, all of my place.", at, ids)),
            .. toHead.Select(c => NoticeWords.ToMailbox(c.Key, null, ToHead, $"{Words.Count(c.Count, "task")} here {(c.Count == 1 ? "has" : "have")} been overdue for 20 working days. See My tasks, all of my place.", at, ids)),
        ];
    }
}
