using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application;
using Throughcare.Application.Access.Administration;
using Throughcare.Exchange;
using Throughcare.Storage;
using Throughcare.Storage.Postgres;
using Throughcare.Storage.Sqlite;

namespace Throughcare.Cli;

/// <summary>What commands that work on the record need. Where it is: the directory that is given, else
/// <c>THROUGHCARE_POSTGRES</c>, else <c>Storage__Provider</c> and <c>Storage__ConnectionString</c>, else the directory <c>data</c>.</summary>
public static class CommandServices
{
    private const string DefaultDirectory = "data";

    /// <param name="directory">Of the files, for SQLite; <see langword="null"/> where it was not said.</param>
    public static async Task<ServiceProvider> OpenAsync(string? directory, CancellationToken stop)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new IdSource(TimeProvider.System, () => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8))));
        _ = directory is null && PostgresConnection() is { } connection
            ? services.AddPostgresStorage(connection)
            : services.AddSqliteStorage(directory ?? Environment.GetEnvironmentVariable("Storage__ConnectionString") ?? DefaultDirectory);
        services.AddApplication();
        services.AddExchange();
        var provider = services.BuildServiceProvider();
        await Migrations.RunAsync(provider, stop);
        await provider.GetRequiredService<TablesInUse>().RefreshAsync(stop);
        return provider;
    }

    private static string? PostgresConnection() =>
        Environment.GetEnvironmentVariable("THROUGHCARE_POSTGRES") is { Length: > 0 } direct ? direct
        : string.Equals(Environment.GetEnvironmentVariable("Storage__Provider"), "postgres", StringComparison.OrdinalIgnoreCase)
            ? Environment.GetEnvironmentVariable("Storage__ConnectionString")
            : null;
}
