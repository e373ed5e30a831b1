using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;
using Throughcare.Storage.Accounts;

namespace Throughcare.Application.Access;

/// <summary>Who may see a person's record and why, and who looked at it.</summary>
public sealed class AccessOfPerson(ThroughcareDb db, AuditDb audit, AccessPolicy access, TimeProvider clock)
{
    /// <summary>At most this many looks, the latest first.</summary>
    public const int MostLooks = 100;

    public sealed record Answer(
        AccessRestriction? Limit, IReadOnlyList<Listed> Lists, IReadOnlyList<Reaching> Reach, bool SeesLooks, IReadOnlyList<Looked> Looks);

    public sealed record Listed(StaffId StaffId, string Name, ListingKind Kind, DateOnly Since);

    public sealed record Reaching(string Who, ReachKind Why, DateOnly From, DateOnly? Until);

    public sealed record Looked(DateTimeOffset At, string Name, Role Role, PlaceCode Place, string What, string? Purpose, LookOutcome Outcome);

    /// <remarks>Looks are given to those who may read the access log alone.</remarks>
    public async Task<Answer> ReadAsync(PersonId person, Actor actor, CancellationToken stop)
    {
        var today = clock.GetUtcNow().LondonDate;
        var now = clock.GetUtcNow();
        var records = await MergedRecords.OfAsync(db, person, stop);
        var limit = await db.Restrictions.Current().TrueOn(today).Where(r => records.Contains(r.PersonId)).OrderByDescending(r => r.HidesExistence).FirstOrDefaultAsync(stop);
        var listings = await db.Listings.Current().TrueOn(today).Where(l => records.Contains(l.PersonId)).OrderBy(l => l.Kind).ThenBy(l => l.ValidFrom).ToListAsync(stop);
        var reach = await db.Reach.Where(r => records.Contains(r.PersonId) && r.From <= today && (r.Until == null || r.Until >= today) && (r.EndsAt == null || r.EndsAt > now))
            .OrderBy(r => r.Kind).ThenBy(r => r.From).ToListAsync(stop);
        var sees = await access.RefusalAsync(Verb.ReadAccessLog, person, actor, stop) is null;
        List<Look> looks = sees ? await audit.Looks.Where(l => l.PersonId != null && records.Contains(l.PersonId.Value)).OrderByDescending(l => l.At).Take(MostLooks).ToListAsync(stop) : [];

        var holders = reach.Where(r => r.Holder.StartsWith("S:", StringComparison.Ordinal)).ToDictionary(r => r, r => new StaffId(Guid.ParseExact(r.Holder[2..], "N")));
        var names = await StaffNames.OfAsync(db, [.. listings.Select(l => l.StaffId), .. holders.Values, .. looks.Select(l => l.StaffId)], stop);
        return new(
            limit,
            [.. listings.DistinctBy(l => (l.StaffId, l.Kind)).Select(l => new Listed(l.StaffId, names(l.StaffId), l.Kind, l.ValidFrom))],
            [.. reach.Select(r => new Reaching(holders.TryGetValue(r, out var staff) ? names(staff) : Places.Name(new(r.Holder[2..])), r.Kind, r.From, r.Until))],
            sees,
            [.. looks.Select(l => new Looked(l.At, names(l.StaffId), l.Role, l.Place, l.What, l.Purpose, l.Outcome))]);
    }
}

internal static class StaffNames
{
    /// <summary>What pages call members of staff.</summary>
    public static async Task<Func<StaffId, string>> OfAsync(ThroughcareDb db, IReadOnlyCollection<StaffId> staff, CancellationToken stop)
    {
        var ids = staff.Distinct().ToList();
        var names = await db.Staff.Where(s => ids.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, stop);
        return id => names.TryGetValue(id, out var name) ? name : id == StaffId.System ? "Throughcare" : "Somebody without a name here";
    }
}
