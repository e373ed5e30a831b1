using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Throughcare.Web.Tests;

/// <summary>The page kit alone, on a host of its own, on Monday 5 January 2026.</summary>
internal sealed class KitHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private KitHost(WebApplication app) => _app = app;

    public HttpClient Client => field ??= _app.GetTestClient();

    public IServiceProvider Services => _app.Services;

    /// <param name="first">Runs before each page, where signing in would.</param>
    public static async Task<KitHost> StartAsync(Func<HttpContext, RequestDelegate, Task>? first = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(PageKit).Assembly.GetName().Name,
            ContentRootPath = RepositoryRoot.Of("src", "Throughcare.Web"),
            EnvironmentName = Environments.Production,
        });
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero)));
        builder.Logging.ClearProviders();
        builder.AddPageKit();
        builder.WebHost.UseTestServer();

        var app = builder.Build();
        app.UsePageKit();
        app.Use(first ?? ((http, next) => next(http)));
        app.MapGet("/test/broken", void () => throw new InvalidOperationException("A secret of the machine"));
        app.MapGet("/test/refused", () => Results.StatusCode(StatusCodes.Status403Forbidden));
        app.MapPageKit();
        await app.StartAsync();
        return new(app);
    }

    public async Task<IHtmlDocument> PageAsync(string address) =>
        new HtmlParser().ParseDocument(await (await Client.GetAsync(address)).Content.ReadAsStringAsync());

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
