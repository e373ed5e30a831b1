using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Throughcare.Domain.Record;

namespace Throughcare.Storage.Sqlite;

/// <summary>SQLite in WAL mode: one writer at a time for the whole file; ids as 16 big-endian bytes, instants as microseconds.</summary>
public sealed class SqliteDialect : Dialect
{
    public override int ImportBatch => 100;

    public override void Teach(ModelConfigurationBuilder conventions)
    {
        TeachIds(conventions, typeof(IdAsBytes<>));
        conventions.Properties<DateTimeOffset>().HaveConversion<InstantAsMicroseconds>();
    }

    /// <remarks>The transaction is already <c>begin immediate</c>, which is what EF's SQLite provider begins: one writer at
    /// a time, for the whole file. Nothing is left to lock.</remarks>
    public override async Task<RecordHead> LockHeadAsync(ThroughcareDb db, PersonId person, CancellationToken stop)
    {
        var head = await db.RecordHeads.SingleOrDefaultAsync(h => h.PersonId == person, stop);
        return head ?? new RecordHead { PersonId = person, IsNew = true };
    }

    public override async Task<Dictionary<PersonId, RecordHead>> LockHeadsAsync(
        ThroughcareDb db, IReadOnlyCollection<PersonId> people, CancellationToken stop)
    {
        var there = await db.RecordHeads.Where(h => people.Contains(h.PersonId)).ToListAsync(stop);
        return there.ToDictionary(h => h.PersonId);
    }

    public override async Task<IReadOnlyList<long>> NextPositionsAsync(ThroughcareDb db, int count, CancellationToken stop)
    {
        var last = await db.RecordEvents.MaxAsync(e => (long?)e.Position, stop) ?? 0;
        return [.. Enumerable.Range(1, count).Select(i => last + i)];
    }

    /// <remarks>One writer at a time: positions become readable in their order.</remarks>
    public override async Task<long> SettledPositionAsync(ThroughcareDb db, CancellationToken stop) =>
        await db.RecordEvents.MaxAsync(e => (long?)e.Position, stop) ?? 0;

    public override async Task InsertAsync(ThroughcareDb db, IEntityType type, IReadOnlyList<object> rows, CancellationToken stop)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var insert = SqliteInsert.Of(type);
        var (connection, transaction) = await OpenAsync(db, stop);
        insert.Execute(connection, transaction, rows);
    }

    public override async Task StampAsync(
        ThroughcareDb db, IEntityType type, IReadOnlyList<FactVersion> before, DateTimeOffset at, CancellationToken stop)
    {
        if (before.Count == 0)
        {
            return;
        }

        var (connection, transaction) = await OpenAsync(db, stop);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"update {type.GetTableName()} set replaced_at = @at where person_id = @person and id = @id and version = @version and replaced_at is null";
        command.Parameters.AddWithValue("@at", InstantAsMicroseconds.Write(at));
        var person = command.Parameters.Add("@person", SqliteType.Blob);
        var id = command.Parameters.Add("@id", SqliteType.Blob);
        var version = command.Parameters.Add("@version", SqliteType.Integer);
        foreach (var row in before)
        {
            person.Value = row.PersonId.Value.ToByteArray(bigEndian: true);
            id.Value = row.Id.Value.ToByteArray(bigEndian: true);
            version.Value = row.Version;
            if (command.ExecuteNonQuery() != 1)
            {
                throw new DbUpdateConcurrencyException($"Version {row.Version} of {row.GetType().Name} {row.Id} was replaced by another writer.");
            }
        }
    }

    public override async Task UpdateAsync(
        ThroughcareDb db, string table, IReadOnlyList<string> set, IReadOnlyList<string> key, IReadOnlyList<object?[]> rows, CancellationToken stop)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var (connection, transaction) = await OpenAsync(db, stop);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"update {table} set {string.Join(", ", set.Select((c, i) => $"{c} = @p{i}"))} "
            + $"where {string.Join(" and ", key.Select((c, i) => $"{c} = @p{i + set.Count}"))}";
        var parameters = Enumerable.Range(0, set.Count + key.Count)
            .Select(i => command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}" })).ToArray();
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                parameters[i].Value = ToProvider(row[i]) ?? DBNull.Value;
            }

            command.ExecuteNonQuery();
        }
    }

    public override bool IsDuplicateKey(DbException error) => error is SqliteException { SqliteExtendedErrorCode: 1555 or 2067 };

    private static object? ToProvider(object? value) => value switch
    {
        DateTimeOffset at => InstantAsMicroseconds.Write(at),
        Guid id => id.ToByteArray(bigEndian: true),
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        _ => value,
    };

    private static async Task<(SqliteConnection Connection, SqliteTransaction? Transaction)> OpenAsync(ThroughcareDb db, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        return ((SqliteConnection)db.Database.GetDbConnection(), (SqliteTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
    }
}

internal sealed class IdAsBytes<TId>() : ValueConverter<TId, byte[]>(id => Write(id), bytes => Read(bytes))
    where TId : struct, ITypedId<TId>
{
    public static byte[] Write(TId id) => id.Value.ToByteArray(bigEndian: true);

    public static TId Read(byte[] bytes) => TId.Create(new Guid(bytes, bigEndian: true));
}

internal sealed class InstantAsMicroseconds() : ValueConverter<DateTimeOffset, long>(at => Write(at), count => Read(count))
{
    public static long Write(DateTimeOffset at) => (at.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static DateTimeOffset Read(long count) => DateTimeOffset.UnixEpoch.AddTicks(count * TimeSpan.TicksPerMicrosecond);
}
