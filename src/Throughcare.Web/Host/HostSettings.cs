using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Throughcare.Application;
using Throughcare.Application.Record.Documents;
using Throughcare.Storage.Accounts;
using Throughcare.Storage.Postgres;
using Throughcare.Storage.Sqlite;

namespace Throughcare.Web.Host;

/// <summary>What the installation is told from outside: <c>--data DIR</c>, <c>THROUGHCARE_...</c> variables.</summary>
public static class HostSettings
{
    /// <summary>A request body may have this many bytes, unless its page allows more.</summary>
    private const long MaxBody = 4 * 1024 * 1024;

    /// <summary>A document that was not scanned by then is not kept.</summary>
    private static readonly TimeSpan ScannerPatience = TimeSpan.FromSeconds(30);

    private const string DefaultAddress = "http://localhost:5080";

    public static WebApplicationBuilder ReadSettings(this WebApplicationBuilder builder, string[] args)
    {
        ArgumentNullException.ThrowIfNull(builder);

        builder.Configuration
            .AddEnvironmentVariables("THROUGHCARE_")
            .AddCommandLine(args, new Dictionary<string, string> { ["--data"] = "Data:Directory" });
        if (builder.Configuration["urls"] is null)
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBody;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            kestrel.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
        });

        // the framework's own lines hold addresses with their query, which is what people were searched for by
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.Logging.AddFilter("Quartz", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);   // the start says in plain words whether keys are encrypted

        builder.Services.Configure<ForwardedHeadersOptions>(forwarded =>
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
        return builder;
    }

    public static WebApplicationBuilder AddRecord(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);

        Storage(builder.Configuration)(builder.Services);
        builder.Services.AddSingleton(services => new IdSource(
            services.GetRequiredService<TimeProvider>(), () => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8))));
        if (ClamdScanner.Of(builder.Configuration) is var (host, port))
        {
            builder.Services.AddSingleton<IVirusScanner>(services => new ClamdScanner(host, port, ScannerPatience, services.GetRequiredService<ILogger<ClamdScanner>>()));
        }

        builder.Services.AddApplication();
        builder.Services.AddDataProtection().SetApplicationName("Throughcare").PersistKeysToDbContext<AccessDb>().EncryptKeys(builder.Configuration);
        return builder;
    }

    /// <summary>Adds the storage that the settings name.</summary>
    /// <exception cref="InvalidOperationException">They name none that there is.</exception>
    public static Action<IServiceCollection> Storage(IConfiguration settings)
    {
        ArgumentNullException.ThrowIfNull(settings);

        return PostgresOf(settings) is { } postgres
            ? services => services.AddPostgresStorage(postgres)
            : services => services.AddSqliteStorage(Path.GetFullPath(settings["Data:Directory"] ?? "data"));
    }

    /// <summary>The PostgreSQL database that the settings name; <see langword="null"/> where they say SQLite.</summary>
    /// <exception cref="InvalidOperationException">They name no storage that there is.</exception>
    public static string? PostgresOf(IConfiguration settings)
    {
        ArgumentNullException.ThrowIfNull(settings);

        var postgres = settings["Data:Directory"] is null ? settings["POSTGRES"] : null;   // THROUGHCARE_POSTGRES, as on the command line
        return settings["Storage:Provider"]?.ToLowerInvariant() switch
        {
            _ when postgres is { Length: > 0 } => postgres,
            "postgres" or "postgresql" => settings["Storage:ConnectionString"]
                ?? throw new InvalidOperationException("Say which database: THROUGHCARE_Storage__ConnectionString is not set."),
            null or "" or "sqlite" => null,
            var other => throw new InvalidOperationException($"THROUGHCARE_Storage__Provider is '{other}': say sqlite or postgres."),
        };
    }
}
