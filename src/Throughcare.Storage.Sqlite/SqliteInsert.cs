using System.Collections.Concurrent;
using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Throughcare.Storage.Sqlite;

/// <summary>A prepared insert of several rows of one table at a time, made once from the model.</summary>
internal sealed class SqliteInsert
{
    /// <summary>Rows of one statement: enough that its cost is shared, few enough for SQLite's limit on variables.</summary>
    private const int Together = 20;

    private static readonly ConcurrentDictionary<IEntityType, SqliteInsert> Made = new();

    private static readonly MethodInfo BoxMethod = typeof(SqliteInsert).GetMethod(nameof(Box), BindingFlags.NonPublic | BindingFlags.Static)!;

    private readonly string _into;
    private readonly int _columns;
    private readonly Action<object, object[]> _read;

    private SqliteInsert(IEntityType type)
    {
        var columns = BulkColumn.Of(type);
        _columns = columns.Count;
        _into = $"insert into {type.GetTableName()} ({string.Join(", ", columns.Select(c => c.Name))}) values ";

        var entity = Expression.Parameter(typeof(object));
        var values = Expression.Parameter(typeof(object[]));
        var typed = Expression.Variable(type.ClrType);
        List<Expression> body = [Expression.Assign(typed, Expression.Convert(entity, type.ClrType))];
        body.AddRange(columns.Select((column, i) => Expression.Assign(
            Expression.ArrayAccess(values, Expression.Constant(i)),
            Expression.Call(BoxMethod, Expression.Convert(column.Value(typed), typeof(object))))));
        _read = Expression.Lambda<Action<object, object[]>>(Expression.Block([typed], body), entity, values).Compile();
    }

    public static SqliteInsert Of(IEntityType type) => Made.GetOrAdd(type, t => new SqliteInsert(t));

    public void Execute(SqliteConnection connection, SqliteTransaction? transaction, IReadOnlyList<object> rows)
    {
        var done = 0;
        foreach (var together in new[] { Together, 1 })
        {
            if (rows.Count - done < together)
            {
                continue;
            }

            using var command = Prepare(connection, transaction, together);
            var values = new object[_columns];
            while (rows.Count - done >= together)
            {
                for (var row = 0; row < together; row++)
                {
                    _read(rows[done + row], values);
                    for (var i = 0; i < _columns; i++)
                    {
                        command.Parameters[(row * _columns) + i].Value = values[i];
                    }
                }

                command.ExecuteNonQuery();
                done += together;
            }
        }
    }

    private SqliteCommand Prepare(SqliteConnection connection, SqliteTransaction? transaction, int together)
    {
        var sql = new StringBuilder(_into);
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        for (var i = 0; i < together * _columns; i++)
        {
            sql.Append(i == 0 ? "(" : i % _columns == 0 ? "), (" : ", ").Append(CultureInfo.InvariantCulture, $"@p{i}");
            command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{i}", Value = DBNull.Value });
        }

#pragma warning disable CA2100 // table and columns come from the model
        command.CommandText = sql.Append(')').ToString();
#pragma warning restore CA2100
        return command;
    }

    private static object Box(object? value) => value switch
    {
        null => DBNull.Value,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => value,
    };
}
