using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Throughcare.Domain.Record;

namespace Throughcare.Storage;

/// <summary>What the two databases do differently.</summary>
public abstract class Dialect
{
    /// <summary>Marks a table that PostgreSQL partitions by hash of <c>person_id</c>.</summary>
    public const string HashPartitions = "Throughcare:HashPartitions";

    private const string CurrentOnly = "Throughcare:CurrentOnly";

    /// <summary>At most this many rows in one transaction of an import, so that pages are not kept waiting.</summary>
    public abstract int ImportBatch { get; }

    /// <summary>How ids and instants are kept.</summary>
    public abstract void Teach(ModelConfigurationBuilder conventions);

    /// <summary>Takes one person's lock and reads the end of their chain.</summary>
    public abstract Task<RecordHead> LockHeadAsync(ThroughcareDb db, PersonId person, CancellationToken stop);

    /// <summary>Takes the locks of many people who have a head, in id order.</summary>
    public abstract Task<Dictionary<PersonId, RecordHead>> LockHeadsAsync(
        ThroughcareDb db, IReadOnlyCollection<PersonId> people, CancellationToken stop);

    /// <summary><paramref name="count"/> ascending positions for events, never given twice; gaps are possible.</summary>
    /// <remarks>Within the transaction that writes the events: until it ends, <see cref="SettledPositionAsync"/> waits for it.</remarks>
    public abstract Task<IReadOnlyList<long>> NextPositionsAsync(ThroughcareDb db, int count, CancellationToken stop);

    /// <summary>The position up to which every event that there will ever be can be read: no transaction that is still open writes
    /// one at or before it. Read the events after this, in a statement of their own.</summary>
    public abstract Task<long> SettledPositionAsync(ThroughcareDb db, CancellationToken stop);

    /// <summary>Inserts rows of one entity type past EF's change tracker.</summary>
    public abstract Task InsertAsync(ThroughcareDb db, IEntityType type, IReadOnlyList<object> rows, CancellationToken stop);

    /// <summary>Stamps versions as replaced.</summary>
    /// <exception cref="DbUpdateConcurrencyException">Another writer replaced one of them first.</exception>
    public abstract Task StampAsync(
        ThroughcareDb db, IEntityType type, IReadOnlyList<FactVersion> before, DateTimeOffset at, CancellationToken stop);

    /// <summary>Runs a statement once for each set of values: <c>@p0, @p1...</c>, or as one set-wise statement.</summary>
    public abstract Task UpdateAsync(
        ThroughcareDb db, string table, IReadOnlyList<string> set, IReadOnlyList<string> key, IReadOnlyList<object?[]> rows, CancellationToken stop);

    /// <summary>Filters and partitions: what has to be said in SQL.</summary>
    public virtual void Finish(ModelBuilder model)
    {
        foreach (var index in model.Model.GetEntityTypes().SelectMany(type => type.GetIndexes()))
        {
            if (index.FindAnnotation(CurrentOnly) is not null)
            {
                index.SetFilter("replaced_at is null");
            }
        }
    }

    /// <summary>Whether an error says that a key is already there.</summary>
    public abstract bool IsDuplicateKey(DbException error);

    /// <summary>Teaches every typed id of the model the converter <paramref name="open"/>, such as <c>IdAsGuid&lt;&gt;</c>.</summary>
    protected static void TeachIds(ModelConfigurationBuilder conventions, Type open)
    {
        var ids = typeof(PersonId).Assembly.GetTypes().Where(type => type is { IsValueType: true, IsGenericType: false }
            && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>)));

        foreach (var id in ids)
        {
            conventions.Properties(id).HaveConversion(open.MakeGenericType(id));
        }
    }

    internal static void Mark(IndexBuilder index) => index.HasAnnotation(CurrentOnly, true);
}

public static class IndexWords
{
    extension(IndexBuilder index)
    {
        /// <summary>Only versions that nothing has replaced: what pages read.</summary>
        public IndexBuilder OfCurrentRows()
        {
            Dialect.Mark(index);
            return index;
        }
    }
}
