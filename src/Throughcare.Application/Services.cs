using System.Reflection;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Throughcare.Application.Access;
using Throughcare.Application.Access.Administration;
using Throughcare.Application.Record.Documents;
using Throughcare.Storage.Accounts;

namespace Throughcare.Application;

/// <summary>Registers what the floors offer.</summary>
public static class Services
{
    /// <summary>Adds the use cases and queries of this floor. The host adds storage, <see cref="TimeProvider"/> and <see cref="IdSource"/>.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services) =>
        services
            .AddScoped<AccessPolicy, ReachPolicy>()
            .AddSingleton<LookWriter>()
            .AddSingleton<TablesInUse>()
            .AddVirusScanner()
            .AddApiClients()
            .AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>()
            .AddUseCases(typeof(Services).Assembly);

    /// <summary>Adds what keeps the clients of the API and their secrets; the host gives out tokens.</summary>
    private static IServiceCollection AddApiClients(this IServiceCollection services)
    {
        services.AddOpenIddict().AddCore(core => core.UseEntityFrameworkCore().UseDbContext<AccessDb>());
        return services;
    }

    /// <remarks>The host's own, added before, stands.</remarks>
    private static IServiceCollection AddVirusScanner(this IServiceCollection services)
    {
        services.TryAddSingleton<IVirusScanner, NoVirusScanner>();
        return services;
    }

    /// <summary>Adds every use case and query of an assembly: each public sealed class with a public asynchronous method.</summary>
    public static IServiceCollection AddUseCases(this IServiceCollection services, Assembly floor)
    {
        foreach (var type in floor.GetExportedTypes().Where(IsUseCase))
        {
            services.TryAddScoped(type);
        }

        return services;
    }

    private static bool IsUseCase(Type type) =>
        type is { IsClass: true, IsSealed: true, IsAbstract: false, IsNested: false }
        && type.GetConstructors().Length == 1
        && Array.Exists(type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly), m => m.Name.EndsWith("Async", StringComparison.Ordinal));
}
