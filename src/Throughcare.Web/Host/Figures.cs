using OpenTelemetry.Metrics;

namespace Throughcare.Web.Host;

/// <summary>The server's own figures: how long pages take, how the runtime does.</summary>
public static class Figures
{
    public static IServiceCollection AddFigures(this IServiceCollection services)
    {
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddAspNetCoreInstrumentation()
            .AddRuntimeInstrumentation()
            .AddMeter("Throughcare")
            .AddPrometheusExporter());
        return services;
    }
}
