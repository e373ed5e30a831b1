using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Throughcare.Application;
using Throughcare.Exchange.Record;

namespace Throughcare.Exchange;

/// <summary>Registers what this floor offers.</summary>
public static class Services
{
    /// <summary>Adds the imports and exports. The host starts <see cref="ImportWorker"/>.</summary>
    public static IServiceCollection AddExchange(this IServiceCollection services)
    {
        services.TryAddSingleton(s => new ImportRunner(s.GetRequiredService<IServiceScopeFactory>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<IdSource>()));
        services.TryAddSingleton<ImportWorker>();
        return services.AddUseCases(typeof(Services).Assembly);
    }
}
