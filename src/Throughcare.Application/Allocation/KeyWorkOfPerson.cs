using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Facts;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;
using StaffNames = Throughcare.Application.Record.StaffNames;

namespace Throughcare.Application.Allocation;

/// <summary>Key work with one person: sessions that were due and that were held, gaps, and who does it.</summary>
public sealed class KeyWorkOfPerson(ThroughcareDb db, CaseHistories histories, TimeProvider clock)
{
    /// <summary>Weeks that the page looks back over.</summary>
    public const int Weeks = 12;

    /// <param name="KeyWorker">"Surname, Forename"; <see langword="null"/> where nobody is.</param>
    /// <param name="ByWeek">The latest first.</param>
    public sealed record Page(string? KeyWorker, DateOnly? Since, KeyWorkAverage Average, IReadOnlyList<Week> ByWeek, IReadOnlyList<KeyWorkGap> Gaps, IReadOnlyList<Held> Sessions)
    {
        /// <summary>Stands in for the key worker until a day.</summary>
        public (string Name, DateOnly? Until)? Cover { get; init; }

        /// <summary>There is to be no key work: complexity of need is high, or the person is not in a prison with key work.</summary>
        public string? NotRequired { get; init; }

        /// <summary>Earlier key workers, the latest first.</summary>
        public IReadOnlyList<Earlier> Before { get; init; } = [];

        public StaffId? KeyWorkerId { get; init; }

        /// <summary>Weeks from one session to the next in the prison that holds the person.</summary>
        public int SessionEveryWeeks { get; init; } = 1;

        /// <summary>Version of the running spell; 0 where there is none.</summary>
        public int Version { get; init; }
    }

    /// <param name="Planned">Sessions that were to be held.</param>
    public sealed record Week(DateOnly From, DateOnly To, int Planned, int Done, int Minutes);

    /// <param name="Text"><see langword="null"/> where the entry is not for the reader.</param>
    public sealed record Held(FactId Id, DateTimeOffset At, int? Minutes, string By, string? Text);

    public sealed record Earlier(string Name, DateOnly From, DateOnly? To, string? Reason);

    /// <returns><see langword="null"/> for somebody who is not on record.</returns>
    public async Task<Page?> OfAsync(PersonId person, Actor actor, CancellationToken stop)
    {
        if (await histories.LoadAsync(person, stop) is not { } history)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var today = now.LondonDate;
        var facts = history.At(today, now);
        var records = await MergedRecords.OfAsync(db, person, stop);
        var reader = await EntryReaders.OfAsync(db, records, actor, today, stop);
        var since = London.At(today.AddDays(-7 * Weeks), TimeOnly.MinValue);
        var contacts = await db.Contacts.Current().Where(c => records.Contains(c.PersonId) && c.Type == KeyWorkBoard.Session && c.HappenedAt >= since).OrderByDescending(c => c.HappenedAt).ToListAsync(stop);
        var names = await StaffNames.OfAsync(db, contacts.Select(c => c.AuthorId), stop);
        var notRequired = facts.IsHighComplexity is { HasValue: true, Value: true } ? "Complexity of need is high: the prison offender manager does this work."
            : facts.RulePlace is not { HasValue: true, Value: RulePlace.Custody } ? "The person is not in custody."
            : !facts.PrisonUsesKeyWork.Value ? "This prison has no key work." : null;
        DateOnly? eligible = notRequired is not null ? null : facts.ArrivedOn.HasValue ? facts.ArrivedOn.Value : today.AddDays(-7 * Weeks);
        var everyWeeks = facts.EstablishmentCode is { HasValue: true, Value: var prison } ? await SetSessionFrequency.InForceAsync(db, prison, stop) : KeyWorkSettings.SessionEveryWeeks;
        var held = contacts.ConvertAll(c => (On: c.HappenedAt.LondonDate, Minutes: c.DurationMinutes ?? 0)).FindAll(c => c.On <= today);
        var spells = history.Managers.Where(m => m.Role is Role.KeyWorker && m.ReplacedAt is null && !m.Withdrawn).OrderByDescending(m => m.ValidFrom).ToList();
        var current = facts.KeyWorker.Value;
        var cover = spells.Find(m => m.Part is ManagerPart.Cover && m.IsTrueOn(today));
        return new(
            current?.Name, current?.ValidFrom, KeyWorkAverage.Of(today, eligible, held), eligible is { } from ? ByWeek(today, from, everyWeeks, held) : [],
            eligible is { } start ? KeyWorkGap.Find(start > today.AddDays(1 - (7 * Weeks)) ? start : today.AddDays(1 - (7 * Weeks)), today, everyWeeks, held.Select(h => h.On)).Reverse().ToList() : [],
            contacts.ConvertAll(c => new Held(c.Id, c.HappenedAt, c.DurationMinutes, names[c.AuthorId], reader.Of(c) is Reading.Whole ? c.Text : null)))
        {
            Cover = cover is null ? null : (cover.Name, cover.ValidTo),
            NotRequired = notRequired,
            Before = [.. spells.Where(m => m.ValidTo <= today && m.Part is ManagerPart.Primary).Select(m => new Earlier(m.Name, m.ValidFrom, m.ValidTo, m.EndReason is { } code ? CodeLists.AllocationEndReasons.Find(code)?.Description ?? code : null))],
            KeyWorkerId = current?.StaffId,
            SessionEveryWeeks = everyWeeks,
            Version = current?.Version ?? 0,
        };
    }

    private static List<Week> ByWeek(DateOnly today, DateOnly eligible, int everyWeeks, List<(DateOnly On, int Minutes)> held)
    {
        List<Week> weeks = [];
        for (var i = 0; i < Weeks; i++)
        {
            var (from, to) = (today.AddDays(-(7 * i) - 6), today.AddDays(-7 * i));
            if (to < eligible)
            {
                break;
            }

            var own = held.FindAll(h => h.On >= from && h.On <= to);
            weeks.Add(new(from, to, KeyWorkPlan.IsSessionDue(eligible, to, everyWeeks) ? 1 : 0, own.Count, own.Sum(h => h.Minutes)));
        }

        return weeks;
    }
}
