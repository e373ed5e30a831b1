using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Storage.Accounts;

namespace Throughcare.Storage.Sqlite;

/// <summary>The record in files of a directory: <c>record.db</c>, <c>access.db</c> and <c>audit.db</c>, each with its write-ahead log.</summary>
public static class SqliteStorage
{
    /// <summary>Adds the contexts on files in <paramref name="directory"/>, which is made when it is not there.</summary>
    public static IServiceCollection AddSqliteStorage(this IServiceCollection services, string directory)
    {
        Directory.CreateDirectory(directory);
        return services
            .AddSingleton<Dialect, SqliteDialect>()
            .AddDbContext<ThroughcareDb>(options => Configure(options, Path.Combine(directory, "record.db"), "migrations_record"))
            .AddDbContext<AccessDb>(options => Configure(options, Path.Combine(directory, "access.db"), "migrations_access"))
            .AddDbContext<AuditDb>(options => Configure(options, Path.Combine(directory, "audit.db"), "migrations_audit"));
    }

    /// <summary>Sets a context up as the product does: WAL, every commit on disk, ten seconds' patience for the one writer.</summary>
    public static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, string file, string historyTable) =>
        options
            .UseSqlite(
                new SqliteConnectionStringBuilder { DataSource = file, ForeignKeys = false, DefaultTimeout = 30 }.ToString(),
                sqlite => sqlite.MigrationsAssembly(typeof(SqliteStorage).Assembly).MigrationsHistoryTable(historyTable))
            .AddInterceptors(Pragmas.Instance);

    /// <summary>What every connection is told once it is open.</summary>
    private sealed class Pragmas : DbConnectionInterceptor
    {
        public static Pragmas Instance { get; } = new();

        private const string Text = "pragma journal_mode = wal; pragma synchronous = full; pragma busy_timeout = 10000; pragma cache_size = -65536; pragma temp_store = memory;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Text;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Text;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}

/// <summary>For <c>dotnet ef</c> alone.</summary>
internal sealed class ThroughcareDbDesign : IDesignTimeDbContextFactory<ThroughcareDb>
{
    public ThroughcareDb CreateDbContext(string[] args) =>
        new((DbContextOptions<ThroughcareDb>)SqliteStorage.Configure(new DbContextOptionsBuilder<ThroughcareDb>(), "design.db", "migrations_record").Options, new SqliteDialect());
}

/// <inheritdoc cref="ThroughcareDbDesign"/>
internal sealed class AccessDbDesign : IDesignTimeDbContextFactory<AccessDb>
{
    public AccessDb CreateDbContext(string[] args) =>
        new((DbContextOptions<AccessDb>)SqliteStorage.Configure(new DbContextOptionsBuilder<AccessDb>(), "design.db", "migrations_access").Options, new SqliteDialect());
}

/// <inheritdoc cref="ThroughcareDbDesign"/>
internal sealed class AuditDbDesign : IDesignTimeDbContextFactory<AuditDb>
{
    public AuditDb CreateDbContext(string[] args) =>
        new((DbContextOptions<AuditDb>)SqliteStorage.Configure(new DbContextOptionsBuilder<AuditDb>(), "design.db", "migrations_audit").Options, new SqliteDialect());
}
