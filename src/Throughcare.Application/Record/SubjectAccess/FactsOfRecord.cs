using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.SubjectAccess;
using Throughcare.Storage;

namespace Throughcare.Application.Record.SubjectAccess;

/// <summary>Every fact of a record, type by type, found from the mapping: a type that is added later is read too. At most
/// <see cref="Together"/> facts are in memory at once, however long the record is.</summary>
internal sealed class FactsOfRecord(ThroughcareDb db)
{
    public const int Together = 200;

    private static readonly MethodInfo Ids = typeof(FactsOfRecord).GetMethod(nameof(IdsAsync), BindingFlags.NonPublic | BindingFlags.Instance)!;

    private static readonly MethodInfo Versions = typeof(FactsOfRecord).GetMethod(nameof(VersionsAsync), BindingFlags.NonPublic | BindingFlags.Instance)!;

    /// <summary>Types of fact that the record has tables for, in the order of the export; those that nobody classified last.</summary>
    public static IReadOnlyList<Type> TypesOf(ThroughcareDb db)
    {
        var mapped = db.Model.GetEntityTypes().Select(type => type.ClrType).Where(type => type.IsSubclassOf(typeof(FactVersion))).ToHashSet();
        var order = FactExports.All.Values.Select((export, at) => (export.Fact, at)).ToDictionary(e => e.Fact, e => e.at);
        return [.. mapped.OrderBy(type => FactExports.For(type).Section).ThenBy(type => order.GetValueOrDefault(type, int.MaxValue)).ThenBy(type => type.Name, StringComparer.Ordinal)];
    }

    /// <summary>The facts of one type, the oldest first, each with every version that was known.</summary>
    /// <param name="records">The person's record and those merged into it.</param>
    public async IAsyncEnumerable<IReadOnlyList<IReadOnlyList<FactVersion>>> OfTypeAsync(
        Type type, List<PersonId> records, DateTimeOffset knownAt, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var ids = await (Task<List<FactId>>)Ids.MakeGenericMethod(type).Invoke(this, [records, knownAt, stop])!;
        foreach (var some in ids.Chunk(Together))
        {
            var versions = await VersionsOfAsync(type, some, records, knownAt, stop);
            var known = versions.ToLookup(fact => fact.Id);
            yield return [.. some.Select(id => (IReadOnlyList<FactVersion>)[.. known[id].OrderBy(fact => fact.Version)])];
        }
    }

    /// <summary>Every version that was known of some facts of one type.</summary>
    public Task<List<FactVersion>> VersionsOfAsync(Type type, IReadOnlyList<FactId> ids, List<PersonId> records, DateTimeOffset knownAt, CancellationToken stop) =>
        (Task<List<FactVersion>>)Versions.MakeGenericMethod(type).Invoke(this, [ids.ToList(), records, knownAt, stop])!;

    private async Task<List<FactId>> IdsAsync<T>(List<PersonId> records, DateTimeOffset knownAt, CancellationToken stop)
        where T : FactVersion
    {
        var latest = db.Set<T>().Where(fact => records.Contains(fact.PersonId) && fact.Recorded.At <= knownAt && (fact.ReplacedAt == null || fact.ReplacedAt > knownAt));
        var ordered = latest is IQueryable<Contact> contacts
            ? contacts.OrderBy(contact => contact.HappenedAt).ThenBy(contact => contact.Id).Select(contact => contact.Id)
            : latest.OrderBy(fact => fact.ValidFrom).ThenBy(fact => fact.Id).Select(fact => fact.Id);
        return await ordered.ToListAsync(stop);
    }

    private async Task<List<FactVersion>> VersionsAsync<T>(List<FactId> ids, List<PersonId> records, DateTimeOffset knownAt, CancellationToken stop)
        where T : FactVersion =>
        [.. await db.Set<T>().Where(fact => records.Contains(fact.PersonId) && ids.Contains(fact.Id) && fact.Recorded.At <= knownAt).ToListAsync(stop)];
}
