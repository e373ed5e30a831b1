using System.Collections.Concurrent;
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
    private static readonly SemaphoreSlim Copying = new(1, 1);
    private static readonly ConcurrentDictionary<(DatabaseKind, string), Lazy<Task<string>>> Templates = [];
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

    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind, Action<IServiceCollection>? more = null) =>
        await CopyAsync(kind, await EmptyAsync(kind), more);

    /// <summary>One with more in it than tables, from a template of its own.</summary>
    /// <param name="name">What is in it: the same name is the same template.</param>
    /// <param name="begin">Puts it there, once a run.</param>
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind, string name, Func<TestDatabase, Task> begin) => await CopyAsync(kind, await TemplateAsync(kind, name, async () =>
    {
        var made = await CopyAsync(kind, await EmptyAsync(kind), null);
        await begin(made);
        await made.CloseAsync();
        if (kind is DatabaseKind.Sqlite)
        {
            return made.Place;
        }

        // a database that somebody is connected to can't be copied: what was begun in it may keep connections in pools of its own
        var database = new NpgsqlConnectionStringBuilder(made.Place).Database!;
        await ExecuteAsync(ServerString(), $"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{database}'");
        return database;
    }), null);

    /// <summary>A context of its own; dispose of it.</summary>
    public ThroughcareDb Open() => Services.CreateScope().ServiceProvider.GetRequiredService<ThroughcareDb>();

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        if (Kind is DatabaseKind.Sqlite)
        {
            Directory.Delete(_place, recursive: true);
        }
        else
        {
            await ExecuteAsync(ServerString(), $"drop database if exists {new NpgsqlConnectionStringBuilder(_place).Database} with (force)");
        }
    }

    private async Task CloseAsync()
    {
        await Services.DisposeAsync();
        if (Kind is DatabaseKind.Sqlite)
        {
            SqliteConnection.ClearAllPools();
        }
        else
        {
            await using var source = new NpgsqlConnection(_place);
            NpgsqlConnection.ClearPool(source);
        }
    }

    /// <summary>The template with the tables alone.</summary>
    private static Task<string> EmptyAsync(DatabaseKind kind) => TemplateAsync(kind, "", async () =>
    {
        if (kind is DatabaseKind.Sqlite)
        {
            var files = FreshDirectory();
            await MigrateAsync(Build(kind, files, null));
            SqliteConnection.ClearAllPools();
            return files;
        }

        var database = FreshName("template");
        await ExecuteAsync(ServerString(), $"create database {database}");
        await MigrateAsync(Build(kind, To(database), null));
        NpgsqlConnection.ClearAllPools();
        return database;
    });

    private static async Task<TestDatabase> CopyAsync(DatabaseKind kind, string template, Action<IServiceCollection>? more)
    {
        if (kind is DatabaseKind.Sqlite)
        {
            var directory = FreshDirectory();
            foreach (var file in Directory.GetFiles(template))
            {
                File.Copy(file, Path.Combine(directory, Path.GetFileName(file)));
            }

            return new TestDatabase(kind, directory, Build(kind, directory, more));
        }

        var name = FreshName("test");
        await Copying.WaitAsync();
        try
        {
            await ExecuteAsync(ServerString(), $"create database {name} template {template}");
        }
        finally
        {
            Copying.Release();
        }

        return new TestDatabase(kind, To(name), Build(kind, To(name), more));
    }

    private static Task<string> TemplateAsync(DatabaseKind kind, string name, Func<Task<string>> make) =>
        Templates.GetOrAdd((kind, name), _ => new Lazy<Task<string>>(make)).Value;

    private static string FreshDirectory() => Directory.CreateTempSubdirectory("throughcare-test-").FullName;

    private static string FreshName(string use) => $"tc_{use}_{Environment.ProcessId}_{Interlocked.Increment(ref _count)}";

    private static string To(string database) => new NpgsqlConnectionStringBuilder(ServerString()) { Database = database, MaxPoolSize = 20 }.ToString();

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
