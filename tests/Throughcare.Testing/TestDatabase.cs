using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Throughcare.Application;
using Throughcare.Storage;
using Throughcare.Storage.Postgres;
using Throughcare.Storage.Sqlite;

namespace Throughcare.Testing;

public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>A database of its own for a test, migrated as the product migrates it, copied from a template made once a run.</summary>
/// <remarks>PostgreSQL is found by <c>THROUGHCARE_TEST_POSTGRES</c>, a connection string to a server where databases may be made:
/// <c>./test</c> starts one; <c>build/postgres start DIR</c> does the same by hand.</remarks>
public sealed class TestDatabase : IAsyncDisposable
{
    private static readonly SemaphoreSlim Gate = new(1, 1);
    private static readonly Dictionary<DatabaseKind, string> Templates = [];
    private static int _count;

    private readonly string _place;

    private TestDatabase(DatabaseKind kind, string place, ServiceProvider services)
    {
        Kind = kind;
        _place = place;
        Services = services;
    }

    public DatabaseKind Kind { get; }

    public ServiceProvider Services { get; }

    /// <summary>Monday 5 January 2026, 9:00, unless the test moves it.</summary>
    public FakeTimeProvider Clock => Services.GetRequiredService<FakeTimeProvider>();

    /// <summary>The directory of the files (SQLite) or the connection string (PostgreSQL).</summary>
    public string Place => _place;

    public static Task<TestDatabase> CreateAsync(DatabaseKind kind, Action<IServiceCollection>? more = null) =>
        kind is DatabaseKind.Sqlite ? SqliteAsync(more) : PostgresAsync(more);

    /// <summary>A context of its own; dispose of it.</summary>
    public ThroughcareDb Open() => Services.CreateScope().ServiceProvider.GetRequiredService<ThroughcareDb>();

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        if (Kind is DatabaseKind.Sqlite)
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(_place, recursive: true);
        }
        else
        {
            await using var source = new NpgsqlConnection(_place);
            NpgsqlConnection.ClearPool(source);
            await ExecuteAsync(ServerString(), $"drop database if exists {source.Database} with (force)");
        }
    }

    private static async Task<TestDatabase> SqliteAsync(Action<IServiceCollection>? more)
    {
        var template = await TemplateAsync(DatabaseKind.Sqlite, async () =>
        {
            var made = Fresh();
            await MigrateAsync(Build(DatabaseKind.Sqlite, made, null));
            SqliteConnection.ClearAllPools();
            return made;
        });

        var directory = Fresh();
        foreach (var file in Directory.GetFiles(template))
        {
            File.Copy(file, Path.Combine(directory, Path.GetFileName(file)));
        }

        return new TestDatabase(DatabaseKind.Sqlite, directory, Build(DatabaseKind.Sqlite, directory, more));

        static string Fresh() => Directory.CreateTempSubdirectory("throughcare-test-").FullName;
    }

    private static async Task<TestDatabase> PostgresAsync(Action<IServiceCollection>? more)
    {
        var template = await TemplateAsync(DatabaseKind.Postgres, async () =>
        {
            var made = Name("template");
            await ExecuteAsync(ServerString(), $"create database {made}");
            await MigrateAsync(Build(DatabaseKind.Postgres, To(made), null));
            NpgsqlConnection.ClearAllPools();
            return made;
        });

        var name = Name("test");
        await Gate.WaitAsync();
        try
        {
            await ExecuteAsync(ServerString(), $"create database {name} template {template}");
        }
        finally
        {
            Gate.Release();
        }

        return new TestDatabase(DatabaseKind.Postgres, To(name), Build(DatabaseKind.Postgres, To(name), more));

        static string Name(string kind) => $"tc_{kind}_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";
        static string To(string database) => new NpgsqlConnectionStringBuilder(ServerString()) { Database = database, MaxPoolSize = 20 }.ToString();
    }

    private static async Task<string> TemplateAsync(DatabaseKind kind, Func<Task<string>> make)
    {
        await Gate.WaitAsync();
        try
        {
            if (!Templates.TryGetValue(kind, out var template))
            {
                Templates[kind] = template = await make();
            }

            return template;
        }
        finally
        {
            Gate.Release();
        }
    }

    private static ServiceProvider Build(DatabaseKind kind, string place, Action<IServiceCollection>? more)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));
        services.AddSingleton(clock).AddSingleton<TimeProvider>(clock);
        ulong tail = 0;
        services.AddSingleton(new IdSource(clock, () => Interlocked.Increment(ref tail)));
        _ = kind is DatabaseKind.Sqlite ? services.AddSqliteStorage(place) : services.AddPostgresStorage(place);
        services.AddApplication();
        more?.Invoke(services);
        return services.BuildServiceProvider();
    }

    private static async Task MigrateAsync(ServiceProvider services)
    {
        await using (services)
        {
            await Migrations.RunAsync(services);
        }
    }

    private static string ServerString() => Environment.GetEnvironmentVariable("THROUGHCARE_TEST_POSTGRES")
        ?? throw new InvalidOperationException(
            "THROUGHCARE_TEST_POSTGRES is not set. ./test sets it; by hand: export THROUGHCARE_TEST_POSTGRES=\"$(THROUGHCARE_POSTGRES_FAST=1 build/postgres start /tmp/tc-postgres)\"");

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
#pragma warning disable CA2100 // names are made here
        await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
