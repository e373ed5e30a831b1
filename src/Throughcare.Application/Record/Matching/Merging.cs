using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Matching;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record.Matching;

/// <summary>What a merge asks of two records and what it changes: one field of the record that is absorbed, and no other row of
/// either. Call it in the transaction of the two events.</summary>
internal static class Merging
{
    /// <summary>The length of a row's hash: with all zeros the next file is read as if it were new.</summary>
    private const int HashLength = 32;

    /// <summary>Whether somebody here has worked with a person: any fact that a user recorded.</summary>
    public static async Task<bool> HasCaseworkAsync(ThroughcareDb db, PersonId person, CancellationToken stop)
    {
        var records = await MergedRecords.OfAsync(db, person, stop);
        foreach (var type in FactTypes(db))
        {
            if (await (Task<bool>)Any.MakeGenericMethod(type).Invoke(null, [db, records, stop])!)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Which of two surviving records stands, and which is absorbed.</summary>
    public static async Task<(PersonId Survivor, PersonId Absorbed)> ChooseAsync(ThroughcareDb db, PersonId one, PersonId other, CancellationToken stop) =>
        MergeSurvivor.Of(await SideAsync(db, one, stop), await SideAsync(db, other, stop));

    /// <returns>Why they cannot become one; <see langword="null"/> where they can.</returns>
    public static async Task<Refusal?> RefusalAsync(ThroughcareDb db, PersonId survivor, PersonId absorbed, CancellationToken stop)
    {
        var (one, other) = (await MergedRecords.OfAsync(db, survivor, stop), await MergedRecords.OfAsync(db, absorbed, stop));
        return one.Count == 0 || other.Count == 0 ? new("", "There is no such record", RefusalKind.NotFound)
            : one.Intersect(other).Any() ? new("", "These records are one person’s already: a record cannot be merged into one that is part of it")
            : one[0] != survivor || other[0] != absorbed ? new("", "One of the records became part of another one while you were here. Start again")
            : await DepthAsync(db, absorbed, stop) >= MergedRecords.MostMerges ? new("", "Too many records have been merged one into the other. Undo a merge first")
            : null;
    }

    /// <summary>Makes the one record part of the other, settles the items that ask whether they are the same, and lets the next
    /// file of each source be read anew.</summary>
    public static async Task MergeAsync(ThroughcareDb db, PersonId survivor, PersonId absorbed, Entry entry, CancellationToken stop)
    {
        var (one, other) = (await MergedRecords.OfAsync(db, survivor, stop), await MergedRecords.OfAsync(db, absorbed, stop));
        await db.People.Where(p => p.Id == absorbed).ExecuteUpdateAsync(set => set.SetProperty(p => p.SurvivorId, survivor), stop);
        await ForgetHashesAsync(db, [.. one, .. other], stop);
        await db.MatchItems
            .Where(m => m.AskerId != null && m.Status != MatchStatus.Linked
                && ((one.Contains(m.AskerId.Value) && other.Contains(m.CandidateId)) || (other.Contains(m.AskerId.Value) && one.Contains(m.CandidateId))))
            .ExecuteUpdateAsync(set => set
                .SetProperty(m => m.Status, MatchStatus.Linked).SetProperty(m => m.DecidedBy, entry.By).SetProperty(m => m.DecidedAt, entry.At)
                .SetProperty(m => m.Reason, entry.Reason).SetProperty(m => m.Version, m => m.Version + 1), stop);
    }

    /// <summary>Parts the two again and says that they are two people's.</summary>
    public static async Task UnmergeAsync(ThroughcareDb db, PersonId survivor, PersonId absorbed, Entry entry, CancellationToken stop)
    {
        var all = await MergedRecords.OfAsync(db, survivor, stop);
        await db.People.Where(p => p.Id == absorbed).ExecuteUpdateAsync(set => set.SetProperty(p => p.SurvivorId, (PersonId?)null), stop);
        await ForgetHashesAsync(db, all, stop);
        await TellApartAsync(db, survivor, absorbed, entry, stop);
    }

    /// <summary>Remembers, for ever and both ways round, that two records are two people's, and settles their items.</summary>
    public static async Task TellApartAsync(ThroughcareDb db, PersonId one, PersonId other, Entry entry, CancellationToken stop)
    {
        var (low, high) = NotSamePerson.Ordered(one, other);
        if (!await db.NotSamePeople.AnyAsync(n => n.OneId == low && n.OtherId == high, stop))
        {
            db.Add(NotSamePerson.Of(one, other, entry.By, entry.At, entry.Reason));
        }

        await db.MatchItems
            .Where(m => (m.AskerId == one && m.CandidateId == other) || (m.AskerId == other && m.CandidateId == one))
            .ExecuteUpdateAsync(set => set
                .SetProperty(m => m.Status, MatchStatus.NotSame).SetProperty(m => m.DecidedBy, entry.By).SetProperty(m => m.DecidedAt, entry.At)
                .SetProperty(m => m.Reason, entry.Reason).SetProperty(m => m.Version, m => m.Version + 1), stop);
    }

    /// <summary>The types of facts that are kept, in the order of their tables.</summary>
    public static IEnumerable<Type> FactTypes(ThroughcareDb db) => db.Model.GetEntityTypes()
        .Where(t => typeof(FactVersion).IsAssignableFrom(t.ClrType)).OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => t.ClrType);

    private static MethodInfo Any { get; } = typeof(Merging).GetMethod(nameof(AnyAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    private static Task<bool> AnyAsync<T>(ThroughcareDb db, List<PersonId> records, CancellationToken stop)
        where T : FactVersion =>
        db.Set<T>().AnyAsync(f => records.Contains(f.PersonId) && f.Recorded.Source == SourceSystem.Throughcare && f.Recorded.By != StaffId.System, stop);

    private static Task<int> ForgetHashesAsync(ThroughcareDb db, List<PersonId> records, CancellationToken stop)
    {
        var none = new byte[HashLength];
        return db.SourceRows.Where(r => r.PersonId != null && records.Contains(r.PersonId.Value)).ExecuteUpdateAsync(set => set.SetProperty(r => r.Hash, none), stop);
    }

    private static async Task<MergeSide> SideAsync(ThroughcareDb db, PersonId person, CancellationToken stop)
    {
        var records = await MergedRecords.OfAsync(db, person, stop);
        return new(
            person,
            await db.Episodes.Current().AnyAsync(e => records.Contains(e.PersonId) && e.ValidTo == null, stop),
            await db.Managers.Current().AnyAsync(m => records.Contains(m.PersonId) && m.Role == Role.Com && m.ValidTo == null, stop),
            await db.People.Where(p => p.Id == person).Select(p => p.CreatedAt).SingleAsync(stop));
    }

    /// <summary>How many merges lie between a survivor and the farthest record that was merged into it, with the one to come.</summary>
    private static async Task<int> DepthAsync(ThroughcareDb db, PersonId survivor, CancellationToken stop)
    {
        var depth = 0;
        for (List<PersonId> level = [survivor]; level.Count > 0 && depth <= MergedRecords.MostMerges; depth++)
        {
            var above = level;
            level = await db.People.Where(p => p.SurvivorId != null && above.Contains(p.SurvivorId.Value)).Select(p => p.Id).ToListAsync(stop);
        }

        return depth;
    }
}
