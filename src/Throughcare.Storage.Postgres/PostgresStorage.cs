using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Throughcare.Storage.Accounts;

namespace Throughcare.Storage.Postgres;

/// <summary>The record on PostgreSQL.</summary>
public static class PostgresStorage
{
    /// <summary>Adds the contexts on the database that <paramref name="connectionString"/> names.</summary>
    public static IServiceCollection AddPostgresStorage(this IServiceCollection services, string connectionString) =>
        services
            .AddSingleton<Dialect, PostgresDialect>()
            .AddDbContext<ThroughcareDb>(options => Configure(options, connectionString))
            .AddDbContext<AccessDb>(options => Configure(options, connectionString, "migrations_access"))
            .AddDbContext<AuditDb>(options => Configure(options, connectionString, "migrations_audit"));

    /// <summary>Sets a context up as the product does.</summary>
    public static DbContextOptionsBuilder Configure(
        DbContextOptionsBuilder options, string connectionString, string historyTable = "migrations_record") =>
        options
            .UseNpgsql(Prepared(connectionString), npgsql => npgsql.MigrationsAssembly(typeof(PostgresStorage).Assembly).MigrationsHistoryTable(historyTable))
            .ReplaceService<IMigrationsSqlGenerator, PartitioningSqlGenerator>();

    /// <summary>Statements that come again are prepared, as many as the connection string says or else 300: planning a query of a table
    /// with 16 partitions costs more than running it.</summary>
    private static string Prepared(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        if (settings.MaxAutoPrepare == 0)
        {
            settings.MaxAutoPrepare = 300;
            settings.AutoPrepareMinUsages = 3;
        }

        return settings.ToString();
    }
}

/// <summary>For <c>dotnet ef</c> alone.</summary>
internal sealed class ThroughcareDbDesign : IDesignTimeDbContextFactory<ThroughcareDb>
{
    public ThroughcareDb CreateDbContext(string[] args) =>
        new((DbContextOptions<ThroughcareDb>)PostgresStorage.Configure(new DbContextOptionsBuilder<ThroughcareDb>(), "Host=localhost").Options, new PostgresDialect());
}

/// <inheritdoc cref="ThroughcareDbDesign"/>
internal sealed class AccessDbDesign : IDesignTimeDbContextFactory<AccessDb>
{
    public AccessDb CreateDbContext(string[] args) =>
        new((DbContextOptions<AccessDb>)PostgresStorage.Configure(new DbContextOptionsBuilder<AccessDb>(), "Host=localhost", "migrations_access").Options, new PostgresDialect());
}

/// <inheritdoc cref="ThroughcareDbDesign"/>
internal sealed class AuditDbDesign : IDesignTimeDbContextFactory<AuditDb>
{
    public AuditDb CreateDbContext(string[] args) =>
        new((DbContextOptions<AuditDb>)PostgresStorage.Configure(new DbContextOptionsBuilder<AuditDb>(), "Host=localhost", "migrations_audit").Options, new PostgresDialect());
}
