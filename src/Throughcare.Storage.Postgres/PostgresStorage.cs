using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Throughcare.Storage.Postgres;

/// <summary>The record on PostgreSQL.</summary>
public static class PostgresStorage
{
    /// <summary>Adds the contexts on the database that <paramref name="connectionString"/> names.</summary>
    public static IServiceCollection AddPostgresStorage(this IServiceCollection services, string connectionString) =>
        services
            .AddSingleton<Dialect, PostgresDialect>()
            .AddDbContext<ThroughcareDb>(options => Configure(options, connectionString));

    /// <summary>Sets a context up as the product does.</summary>
    public static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, string connectionString) =>
        options
            .UseNpgsql(connectionString, npgsql => npgsql.MigrationsAssembly(typeof(PostgresStorage).Assembly).MigrationsHistoryTable("migrations_record"))
            .ReplaceService<IMigrationsSqlGenerator, PartitioningSqlGenerator>();
}

/// <summary>For <c>dotnet ef</c> alone.</summary>
internal sealed class ThroughcareDbDesign : IDesignTimeDbContextFactory<ThroughcareDb>
{
    public ThroughcareDb CreateDbContext(string[] args) =>
        new((DbContextOptions<ThroughcareDb>)PostgresStorage.Configure(new DbContextOptionsBuilder<ThroughcareDb>(), "Host=localhost").Options, new PostgresDialect());
}
