using System.Collections.Concurrent;
using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql;
using NpgsqlTypes;
using Throughcare.Domain.Record;

namespace Throughcare.Storage.Postgres;

/// <summary>PostgreSQL: row locks, COPY, hash partitions; uuid and timestamptz.</summary>
public sealed class PostgresDialect : Dialect
{
    /// <summary>Where the keys of locks that say "taking positions" begin; others' keys are smaller.</summary>
    private const long TakingPositions = 0x5443_0000_0000_0000;

    private static readonly ConcurrentDictionary<IEntityType, CopyInto> Copies = new();

    public override int ImportBatch => 1000;

    public override void Teach(ModelConfigurationBuilder conventions) => TeachIds(conventions, typeof(IdAsGuid<>));

    public override void Finish(ModelBuilder model)
    {
        base.Finish(model);
        model.HasSequence<long>("record_positions");

        // searched by their beginning, and ordered, byte by byte: the same on both databases
        model.Entity<NameKeyRow>().Property(k => k.Key).UseCollation("C");
        model.Entity<PersonName>().Property(n => n.Last).UseCollation("C");
        model.Entity<PersonName>().Property(n => n.First).UseCollation("C");
    }

    public override async Task<RecordHead> LockHeadAsync(ThroughcareDb db, PersonId person, CancellationToken stop)
    {
        var id = person.Value;
        await db.Database.ExecuteSqlAsync(
            $"insert into record_heads (person_id, seq, hash) values ({id}, 0, '') on conflict (person_id) do nothing", stop);

        return await db.RecordHeads
            .FromSql($"select person_id, seq, hash from record_heads where person_id = {id} for update")
            .SingleAsync(stop);
    }

    public override async Task<Dictionary<PersonId, RecordHead>> LockHeadsAsync(
        ThroughcareDb db, IReadOnlyCollection<PersonId> people, CancellationToken stop)
    {
        var ids = people.Select(p => p.Value).Order().ToArray();
        var heads = await db.RecordHeads
            .FromSql($"select person_id, seq, hash from record_heads where person_id = any({ids}) order by person_id for update")
            .ToListAsync(stop);
        return heads.ToDictionary(h => h.PersonId);
    }

    /// <remarks>Says before it takes positions that it is about to, by a lock that nobody waits for and that ends with the transaction:
    /// its key is the last position that was given before. See <see cref="SettledPositionAsync"/>.</remarks>
    public override async Task<IReadOnlyList<long>> NextPositionsAsync(ThroughcareDb db, int count, CancellationToken stop) =>
        await db.Database.SqlQuery<long>(
            $"""
            with given as materialized (select case when is_called then last_value else last_value - 1 end as last from record_positions),
                 said as materialized (select pg_advisory_xact_lock_shared({TakingPositions} + given.last)::text as done from given)
            select nextval('record_positions') as "Value" from said cross join generate_series(1, {count}) where said.done is not null
            """).ToListAsync(stop);

    /// <remarks>
    /// Positions are given in one order and committed in another, so the last that can be read is not the last that is settled.
    /// Whoever takes positions after the first statement takes later ones than it saw; whoever took earlier ones and has not
    /// ended holds a lock that the second statement sees, whose key is less than those positions. What both leave out is settled.
    /// </remarks>
    public override async Task<long> SettledPositionAsync(ThroughcareDb db, CancellationToken stop)
    {
        var given = (await db.Database.SqlQuery<long>(
            $"""select case when is_called then last_value else last_value - 1 end as "Value" from record_positions""").ToListAsync(stop))[0];
        var open = (await db.Database.SqlQuery<long?>(
            $"""
            select min(((classid::bigint << 32) | objid::bigint) - {TakingPositions}) as "Value" from pg_locks
            where locktype = 'advisory' and objsubid = 1 and ((classid::bigint << 32) | objid::bigint) >= {TakingPositions}
              and database = (select oid from pg_database where datname = current_database())
            """).ToListAsync(stop))[0];
        return Math.Min(given, open ?? given);
    }

    public override async Task InsertAsync(ThroughcareDb db, IEntityType type, IReadOnlyList<object> rows, CancellationToken stop)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var copy = Copies.GetOrAdd(type, t => new CopyInto(t));
        await copy.WriteAsync(await OpenAsync(db, stop), rows, stop);
    }

    public override async Task StampAsync(
        ThroughcareDb db, IEntityType type, IReadOnlyList<FactVersion> before, DateTimeOffset at, CancellationToken stop)
    {
        if (before.Count == 0)
        {
            return;
        }

        await using var command = new NpgsqlCommand(
            $"""
            update {type.GetTableName()} t set replaced_at = @at
            from unnest(@people, @ids, @versions) as b(person_id, id, version)
            where t.person_id = b.person_id and t.id = b.id and t.version = b.version and t.replaced_at is null
            """,
            await OpenAsync(db, stop));
        command.Parameters.AddWithValue("at", at);
        command.Parameters.AddWithValue("people", before.Select(b => b.PersonId.Value).ToArray());
        command.Parameters.AddWithValue("ids", before.Select(b => b.Id.Value).ToArray());
        command.Parameters.AddWithValue("versions", before.Select(b => b.Version).ToArray());
        if (await command.ExecuteNonQueryAsync(stop) != before.Count)
        {
            throw new DbUpdateConcurrencyException($"A version of {type.ClrType.Name} was replaced by another writer.");
        }
    }

    public override async Task UpdateAsync(
        ThroughcareDb db, string table, IReadOnlyList<string> set, IReadOnlyList<string> key, IReadOnlyList<object?[]> rows, CancellationToken stop)
    {
        if (rows.Count == 0)
        {
            return;
        }

        var columns = set.Concat(key).ToList();
        var types = TypesOf(db, table);
        await using var command = new NpgsqlCommand(
            $"update {table} t set {string.Join(", ", set.Select(c => $"{c} = u.{c}"))} "
            + $"from unnest({string.Join(", ", columns.Select((c, i) => $"@p{i}::{types[c.Trim('"')]}[]"))}) as u({string.Join(", ", columns)}) "
            + $"where {string.Join(" and ", key.Select(c => $"t.{c} = u.{c}"))}",
            await OpenAsync(db, stop));
        for (var i = 0; i < columns.Count; i++)
        {
            command.Parameters.AddWithValue($"p{i}", ColumnOf(rows, i));
        }

        await command.ExecuteNonQueryAsync(stop);
    }

    public override bool IsDuplicateKey(DbException error) => error is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    private static Array ColumnOf(IReadOnlyList<object?[]> rows, int i) => rows.Select(r => r[i]).FirstOrDefault(v => v is not null) switch
    {
        string => rows.Select(r => (string?)r[i]).ToArray(),
        int => rows.Select(r => (int?)r[i]).ToArray(),
        long => rows.Select(r => (long?)r[i]).ToArray(),
        bool => rows.Select(r => (bool?)r[i]).ToArray(),
        Guid => rows.Select(r => (Guid?)r[i]).ToArray(),
        DateOnly => rows.Select(r => (DateOnly?)r[i]).ToArray(),
        DateTimeOffset => rows.Select(r => (DateTimeOffset?)r[i]).ToArray(),
        byte[] => rows.Select(r => (byte[]?)r[i]).ToArray(),
        null => rows.Select(_ => (string?)null).ToArray(),
        var other => throw new NotSupportedException($"Column {i} of the update has a value of type {other.GetType().Name}."),
    };

    private static Dictionary<string, string> TypesOf(ThroughcareDb db, string table)
    {
        var type = db.Model.GetEntityTypes().Single(t => t.GetTableName() == table);
        var store = StoreObjectIdentifier.Table(table, type.GetSchema());
        return type.GetFlattenedProperties().ToDictionary(p => p.GetColumnName(store)!, p => p.GetColumnType());
    }

    private static async Task<NpgsqlConnection> OpenAsync(ThroughcareDb db, CancellationToken stop)
    {
        await db.Database.OpenConnectionAsync(stop);
        return (NpgsqlConnection)db.Database.GetDbConnection();
    }

    /// <summary>A binary COPY into one table, compiled once from the model.</summary>
    private sealed class CopyInto
    {
        private static readonly MethodInfo PutValue = typeof(CopyInto).GetMethod(nameof(Put), BindingFlags.NonPublic | BindingFlags.Static)!;
        private static readonly MethodInfo PutNullable = typeof(CopyInto).GetMethod(nameof(PutOrNull), BindingFlags.NonPublic | BindingFlags.Static)!;
        private static readonly MethodInfo PutReference = typeof(CopyInto).GetMethod(nameof(PutObject), BindingFlags.NonPublic | BindingFlags.Static)!;

        private readonly string _sql;
        private readonly Action<NpgsqlBinaryImporter, object> _write;

        public CopyInto(IEntityType type)
        {
            var columns = BulkColumn.Of(type);
            _sql = $"copy {type.GetTableName()} ({string.Join(", ", columns.Select(c => c.Name))}) from stdin (format binary)";

            var importer = Expression.Parameter(typeof(NpgsqlBinaryImporter));
            var entity = Expression.Parameter(typeof(object));
            var typed = Expression.Variable(type.ClrType);
            List<Expression> body = [Expression.Assign(typed, Expression.Convert(entity, type.ClrType))];
            foreach (var column in columns)
            {
                var value = column.Value(typed);
                var method = !value.Type.IsValueType ? PutReference.MakeGenericMethod(value.Type)
                    : Nullable.GetUnderlyingType(value.Type) is { } inner ? PutNullable.MakeGenericMethod(inner)
                    : PutValue.MakeGenericMethod(value.Type);
                body.Add(Expression.Call(method, importer, value, Expression.Constant(DbTypeOf(column.ProviderType))));
            }

            _write = Expression.Lambda<Action<NpgsqlBinaryImporter, object>>(Expression.Block([typed], body), importer, entity).Compile();
        }

        public async Task WriteAsync(NpgsqlConnection connection, IReadOnlyList<object> rows, CancellationToken stop)
        {
            await using var importer = await connection.BeginBinaryImportAsync(_sql, stop);
            foreach (var row in rows)
            {
                await importer.StartRowAsync(stop);
                _write(importer, row);
            }

            await importer.CompleteAsync(stop);
        }

        private static void Put<T>(NpgsqlBinaryImporter importer, T value, NpgsqlDbType type) => importer.Write(value, type);

        private static void PutOrNull<T>(NpgsqlBinaryImporter importer, T? value, NpgsqlDbType type)
            where T : struct
        {
            if (value is { } there)
            {
                importer.Write(there, type);
            }
            else
            {
                importer.WriteNull();
            }
        }

        private static void PutObject<T>(NpgsqlBinaryImporter importer, T? value, NpgsqlDbType type)
            where T : class
        {
            if (value is not null)
            {
                importer.Write(value, type);
            }
            else
            {
                importer.WriteNull();
            }
        }

        private static NpgsqlDbType DbTypeOf(Type type) =>
            type == typeof(Guid) ? NpgsqlDbType.Uuid
            : type == typeof(string) ? NpgsqlDbType.Text
            : type == typeof(int) ? NpgsqlDbType.Integer
            : type == typeof(long) ? NpgsqlDbType.Bigint
            : type == typeof(double) ? NpgsqlDbType.Double
            : type == typeof(decimal) ? NpgsqlDbType.Numeric
            : type == typeof(bool) ? NpgsqlDbType.Boolean
            : type == typeof(DateOnly) ? NpgsqlDbType.Date
            : type == typeof(DateTimeOffset) ? NpgsqlDbType.TimestampTz
            : type == typeof(byte[]) ? NpgsqlDbType.Bytea
            : throw new NotSupportedException($"No column type for {type.Name}.");
    }
}

internal sealed class IdAsGuid<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Read(value))
    where TId : struct, ITypedId<TId>
{
    private static TId Read(Guid value) => TId.Create(value);
}
