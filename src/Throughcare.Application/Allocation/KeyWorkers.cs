using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>The key workers of a prison with their people, read set-wise.</summary>
internal static class KeyWorkers
{
    /// <summary>What the entry of a spell says that a recommendation made.</summary>
    public const string Automatic = "Recommended";

    public static async Task<List<KeyWorkerCandidate>> OfAsync(ThroughcareDb db, PlaceCode prison, DateOnly today, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);   // once for all of them, not once a table
        var settings = await db.KeyWorkerSettings.Where(s => s.Place == prison && s.ReplacedAt == null).ToDictionaryAsync(s => s.Staff, stop);
        var set = settings.Keys.ToList();
        var staff = await db.Staff.Where(s => (s.Role == Role.KeyWorker && s.Place == prison) || set.Contains(s.Id)).ToListAsync(stop);
        var ids = staff.ConvertAll(s => (StaffId?)s.Id);
        var spells = db.Managers.Current().Where(m => m.Role == Role.KeyWorker && m.Part == ManagerPart.Primary && ids.Contains(m.StaffId));
        var cases = (await spells.Where(m => m.ValidFrom <= today && (m.ValidTo == null || m.ValidTo > today)).GroupBy(m => m.StaffId).Select(g => new { g.Key, Count = g.Select(m => m.PersonId).Distinct().Count() }).ToListAsync(stop))
            .ToDictionary(c => c.Key!.Value, c => c.Count);
        var last = (await spells.Where(m => m.Recorded.Reason == Automatic).GroupBy(m => m.StaffId).Select(g => new { g.Key, On = g.Max(m => m.ValidFrom) }).ToListAsync(stop)).ToDictionary(l => l.Key!.Value, l => l.On);
        return
        [
            .. staff.OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new KeyWorkerCandidate(
                s.Id, PomSpells.LastFirst(s.Name), s.UserName ?? s.Id.ToString(), settings.GetValueOrDefault(s.Id)?.StatusOn(today) ?? KeyWorkerStatus.Active,
                settings.GetValueOrDefault(s.Id)?.Capacity ?? s.CaseloadCapacity ?? KeyWorkSettings.DefaultCapacity, cases.GetValueOrDefault(s.Id), last.TryGetValue(s.Id, out var on) ? on : null)),
        ];
    }

    /// <summary>People held in a prison who have no key worker, with those whom they had there before.</summary>
    public static async Task<List<KeyWorkerNeeded>> WithoutAsync(ThroughcareDb db, PlaceCode prison, IReadOnlyCollection<Standing> standings, CancellationToken stop)
    {
        var people = standings.Where(s => s.KeyWorkerSince is null).ToList();
        var ids = people.ConvertAll(s => s.PersonId);
        var names = await PeopleNames.OfAsync(db, ids, stop);
        var before = (await db.Managers.Current().Where(m => ids.Contains(m.PersonId) && m.Role == Role.KeyWorker && m.StaffId != null && m.Place == prison)
            .Select(m => new { m.PersonId, m.StaffId, m.ValidFrom }).ToListAsync(stop)).ToLookup(m => m.PersonId);
        return people.ConvertAll(s =>
        {
            var name = names[s.PersonId].LastCommaFirst.Split(", ", 2);
            return new KeyWorkerNeeded(
                s.PersonId, name[0], name.Length > 1 ? name[1] : "", names[s.PersonId].Address, s.Complexity is ComplexityOfNeed.High, [.. before[s.PersonId].OrderByDescending(m => m.ValidFrom).Select(m => m.StaffId!.Value).Distinct()]);
        });
    }
}
