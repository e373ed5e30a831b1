using Throughcare.Exchange;
using Throughcare.Web;
using Throughcare.Web.Access;
using Throughcare.Web.Api;
using Throughcare.Web.Host;

var builder = WebApplication.CreateBuilder(new WebApplicationOptions
{
    Args = args,
    ContentRootPath = Array.Exists(args, arg => arg.StartsWith("--contentRoot", StringComparison.OrdinalIgnoreCase)) ? null : AppContext.BaseDirectory,
});
builder.ReadSettings(args).AddRecord().AddPageKit();
Session.AddSession(builder.Services);
builder.Services.AddApi();
builder.Services.AddExchange().AddHostedService<ImportHost>().AddHostedService<TableRefresh>().AddHostedService<RuleTrialHost>();
builder.Services.AddScoped<HeldPosts>().AddSingleton<StartUp>().AddNightlyJobs(builder.Configuration).AddFigures();
builder.Services.AddRazorPages(pages => pages.Conventions.AllowAnonymousToPage("/Errors/Status"))
    .AddMvcOptions(mvc => mvc.Filters.Add<BannerOfRecord>());

var app = builder.Build();
app.UseForwardedHeaders();
app.UsePageKit();
app.Use(Health.OnlyForOperatorsAsync);
app.UseApi();
app.UseMiddleware<AccessGate>();
app.MapPageKit();
app.MapApi();
app.MapSession();
app.MapHealth();

await app.Services.GetRequiredService<StartUp>().RunAsync(app.Lifetime.ApplicationStopping);
await app.RunAsync();

/// <summary>Named so that tests can start the product.</summary>
public partial class Program;
