using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>The POMs of a prison with their cases and days, read set-wise: one query a table, however many they are.</summary>
internal static class PomRoster
{
    /// <summary>Days of redeployment that count.</summary>
    public const int DutyDays = 14;

    /// <param name="withDeleted">Also those who are POMs there no longer and still have cases.</param>
    public static async Task<List<PomCandidate>> OfAsync(ThroughcareDb db, PlaceCode prison, DateOnly today, CancellationToken stop, bool withDeleted = false)
    {
        await db.Database.OpenConnectionAsync(stop);   // once for all of them, not once a table
        var profiles = await db.PomProfiles.Where(p => p.Place == prison && p.ReplacedAt == null && (withDeleted || p.Status != PomStatus.Deleted)).ToListAsync(stop);
        if (profiles.Count == 0)
        {
            return [];
        }

        var ids = profiles.ConvertAll(p => (StaffId?)p.Staff);
        var staff = ids.ConvertAll(id => id!.Value);
        var names = await db.Staff.Where(s => staff.Contains(s.Id)).Select(s => new { s.Id, s.Name, s.UserName }).ToDictionaryAsync(s => s.Id, stop);
        var cases = (await CasesAsync(db, ids, today, stop)).ToLookup(c => c.Staff);
        var latest = await db.Managers.Current().Where(m => ids.Contains(m.StaffId) && m.Role == Role.Pom && m.Place == prison).GroupBy(m => m.StaffId).Select(g => new { g.Key, Last = g.Max(m => m.ValidFrom) }).ToListAsync(stop);
        var last = latest.ToDictionary(l => l.Key!.Value, l => l.Last);
        var specialisms = (await db.PomSpecialisms.Where(s => s.Place == prison && s.From <= today && (s.To == null || s.To >= today)).ToListAsync(stop)).ToLookup(s => s.Staff);
        var from = today.AddDays(-DutyDays);
        var away = (await db.OmDutyDays.Where(d => staff.Contains(d.Staff) && d.Day > from && d.Day <= today && !d.IsOnDuty).GroupBy(d => d.Staff).Select(g => new { g.Key, Days = g.Count() }).ToListAsync(stop)).ToDictionary(d => d.Key, d => d.Days);

        return
        [
            .. profiles.Select(profile =>
            {
                var own = cases[profile.Staff].ToList();
                var primary = own.FindAll(c => c.Part is ManagerPart.Primary);
                var name = names.GetValueOrDefault(profile.Staff);
                return new PomCandidate
                {
                    Staff = profile.Staff,
                    Name = name is null ? "Name not recorded" : PomSpells.LastFirst(name.Name),
                    Number = name?.UserName ?? profile.Staff.ToString(),
                    Type = profile.Type,
                    Status = profile.Status,
                    Tenths = profile.Tenths,
                    Responsible = primary.Count(c => c.Responsibility is not Responsibility.Community),
                    Supporting = primary.Count(c => c.Responsibility is Responsibility.Community),
                    CoWorking = own.Count(c => c.Part is ManagerPart.CoWorking),
                    Tiers = primary.GroupBy(c => c.Tier is [var letter, ..] ? letter.ToString() : "").ToDictionary(g => g.Key, g => g.Count()),
                    NewInSevenDays = own.Count(c => c.Part is not ManagerPart.Cover && AllocationClock.IsNew(c.Since, today)),
                    UpcomingHandovers = primary.Count(c => HandoverWork.IsUpcoming(c.Responsibility, c.Handover, today)),
                    HighComplexity = primary.Count(c => c.Complexity is ComplexityOfNeed.High),
                    RedeployedDays = away.GetValueOrDefault(profile.Staff),
                    Specialisms = [.. specialisms[profile.Staff].Select(s => s.Specialism)],
                    Pdus = [.. specialisms[profile.Staff].SelectMany(s => s.Pdus?.Split('|', StringSplitOptions.RemoveEmptyEntries) ?? []).Select(code => new PlaceCode(code))],
                    LastNewCaseOn = last.TryGetValue(profile.Staff, out var day) ? day : null,
                };
            }),
        ];
    }

    private static Task<List<Held>> CasesAsync(ThroughcareDb db, List<StaffId?> staff, DateOnly today, CancellationToken stop) =>
        (from spell in db.Managers.Current()
         where staff.Contains(spell.StaffId) && spell.Role == Role.Pom && spell.ValidFrom <= today && (spell.ValidTo == null || spell.ValidTo > today)
         join standing in db.Standings on spell.PersonId equals standing.PersonId into standings
         from standing in standings.DefaultIfEmpty()
         select new Held(
             spell.StaffId!.Value, spell.Part, spell.ValidFrom, standing == null ? null : standing.Responsibility, standing == null ? null : standing.Tier, standing == null ? null : standing.Handover,
             standing == null ? null : standing.Complexity)).ToListAsync(stop);

    private sealed record Held(StaffId Staff, ManagerPart Part, DateOnly Since, Responsibility? Responsibility, string? Tier, DateOnly? Handover, ComplexityOfNeed? Complexity);
}
