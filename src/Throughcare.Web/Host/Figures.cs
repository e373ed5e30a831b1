using OpenTelemetry.Metrics;

namespace Throughcare.Web.Host;

/// <summary>The server's own figures: how long pages take, how the runtime does.</summary>
public static class Figures
{
    /// <summary>Bounds of the buckets in which requests are counted: close together where the limits for pages lie.</summary>
    private static readonly double[] Seconds =
        [0.005, 0.01, 0.015, 0.02, 0.025, 0.03, 0.035, 0.04, 0.045, 0.05, 0.06, 0.07, 0.08, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5, 10];

    public static IServiceCollection AddFigures(this IServiceCollection services)
    {
        services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddAspNetCoreInstrumentation()
            .AddRuntimeInstrumentation()
            .AddMeter("Throughcare")
            .AddView("http.server.request.duration", new ExplicitBucketHistogramConfiguration { Boundaries = Seconds })
            .AddPrometheusExporter());
        return services;
    }
}
