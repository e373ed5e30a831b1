using System.Net;
using Throughcare.Storage;
using Throughcare.Web.Access;

namespace Throughcare.Web.Host;

/// <summary>What a load balancer, an operator and Prometheus ask.</summary>
public static class Health
{
    public static WebApplication MapHealth(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);

        app.MapGet("/health/live", () => Results.Text("live")).WithMetadata(ForMachines.Mark);
        app.MapGet("/health/ready", ReadyAsync).WithMetadata(ForMachines.Mark);
        app.MapPrometheusScrapingEndpoint("/metrics").WithMetadata(ForMachines.Mark);
        return app;
    }

    private static async Task<IResult> ReadyAsync(StartUp start, IServiceProvider services, CancellationToken stop)
    {
        try
        {
            return start.IsDone && await Migrations.AreAppliedAsync(services, stop) ? Results.Text("ready") : Results.Text("starting", statusCode: 503);
        }
        catch (System.Data.Common.DbException)
        {
            return Results.Text("the database can not be reached", statusCode: 503);
        }
    }

    /// <summary>Figures are for this machine, or for whoever has the token.</summary>
    public static Task OnlyForOperatorsAsync(HttpContext http, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(next);

        if (!http.Request.Path.Equals("/metrics", StringComparison.OrdinalIgnoreCase) || IsOperator(http))
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static bool IsOperator(HttpContext http)
    {
        var token = http.RequestServices.GetRequiredService<IConfiguration>()["Metrics:Token"];
        var sent = http.Request.Headers.Authorization.ToString();
        return string.IsNullOrEmpty(token)
            ? http.Connection.RemoteIpAddress is null || IPAddress.IsLoopback(http.Connection.RemoteIpAddress)
            : System.Security.Cryptography.CryptographicOperations.FixedTimeEquals(
                System.Text.Encoding.UTF8.GetBytes(sent), System.Text.Encoding.UTF8.GetBytes("Bearer " + token));
    }
}
