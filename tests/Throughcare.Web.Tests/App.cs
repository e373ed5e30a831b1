using System.Globalization;
using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Storage;
using Throughcare.Storage.Accounts;
using Throughcare.Testing;
using Throughcare.Web.Access;

namespace Throughcare.Web.Tests;

/// <summary>The product, whole, on a database of its own, on Monday 5 January 2026 at 9:00.</summary>
public sealed class App : IAsyncDisposable
{
    private readonly Func<Factory> _start;
    private readonly App? _beside;
    private Factory _factory;

    private App(TestDatabase database, Func<Factory> start, App? beside = null)
    {
        Database = database;
        (_start, _factory, _beside) = (start, start(), beside);
        _ = _factory.Server;
    }

    public TestDatabase Database { get; }

    public FakeTimeProvider Clock => Database.Clock;

    /// <summary>The services of the product itself.</summary>
    public IServiceProvider Services => _factory.Services;

    /// <param name="settings">What <c>THROUGHCARE_...</c> variables would say, such as <c>Data:Fictional</c>.</param>
    /// <param name="services">What a test puts in the place of the product's own.</param>
    public static async Task<App> StartAsync(
        DatabaseKind kind = DatabaseKind.Sqlite, IReadOnlyDictionary<string, string>? settings = null, Action<IServiceCollection>? services = null)
    {
        var database = settings is null ? await TestDatabase.CreateAsync(kind, "started once", StartOnceAsync) : await TestDatabase.CreateAsync(kind);
        return new App(database, () => new Factory(database, settings ?? new Dictionary<string, string>(), services ?? (_ => { })));
    }

    /// <summary>What the first start of an installation does, done once for all tests: each has a copy.</summary>
    private static async Task StartOnceAsync(TestDatabase database)
    {
        await using var factory = new Factory(database, new Dictionary<string, string>(), _ => { });
        _ = factory.Server;
    }

    /// <summary>Another node of the same installation: a process of its own, so to speak, on the same database. Dispose of it before this one.</summary>
    public App Beside() => new(Database, _start, beside: this);

    /// <summary>Stops the product and starts it again on the same database: nothing that was only in memory is left.</summary>
    public async Task RestartAsync()
    {
        await _factory.DisposeAsync();
        _factory = _start();
        _ = _factory.Server;
    }

    /// <summary>Somebody who is not signed in.</summary>
    public User Anyone() => new(this, _factory.CreateDefaultClient(new Uri("http://localhost"), new CookieHandler()), null);

    /// <summary>Somebody signed in, with an account made for them.</summary>
    public async Task<User> SignInAsAsync(Role role, string place = "LHI", StaffId? staff = null, params (Role Role, string Place)[] others)
    {
        var id = new AccountId((staff ?? new StaffId(A.IdSource.Next())).Value);
        await using var scope = Services.CreateAsyncScope();
        var access = scope.ServiceProvider.GetRequiredService<AccessDb>();
        var account = new Account
        {
            Id = id,
            StaffId = new(id.Value),
            UserName = id.ToString(),
            NormalName = id.ToString().ToUpperInvariant(),
            PasswordHash = "",
            Stamp = "1",
            CreatedAt = Clock.GetUtcNow(),
        };
        account.Roles.AddRange(others.Append((role, place)).Select(r => new AccountRole { AccountId = id, Role = r.Item1, Place = new(r.Item2) }));
        access.Add(account);
        await access.SaveChangesAsync();

        var cookies = new CookieHandler();
        var options = Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Session.Scheme);
        var ticket = Session.TicketOf(id, account.Stamp, role, new(place), Clock.GetUtcNow(), Clock.GetUtcNow());
        cookies.Jar.Add(new Uri("http://localhost"), new Cookie(options.Cookie.Name!, options.TicketDataFormat.Protect(ticket)));
        return new(this, _factory.CreateDefaultClient(new Uri("http://localhost"), cookies), new Actor(account.StaffId, role, new(place), Door.Page));
    }

    /// <summary>Somebody on record, held at a place.</summary>
    /// <param name="number">Prison number; one is made up unless said.</param>
    public async Task<Seeded> PersonAsync(string place = "LHI", string last = "Zabrake", string first = "Ada", string? number = null, string? crn = null)
    {
        number ??= NextNumber();
        var id = A.PersonId;
        await SaveAsync(
            new Person { Id = id, CreatedAt = A.Monday },
            new PersonName { Id = A.FactId, PersonId = id, Type = NameType.Current, First = first, Last = last, ValidFrom = new(2025, 1, 1), Recorded = A.Entry },
            new PersonReach { PersonId = id, Holder = ReachHolder.Of(new PlaceCode(place)), Kind = ReachKind.Unit, From = new(2025, 1, 1) });
        if (number.Length > 0)
        {
            await SaveAsync(Identifier(id, IdentifierKind.Noms, number));
        }

        if (crn is not null)
        {
            await SaveAsync(Identifier(id, IdentifierKind.Crn, crn));
        }

        return new(id, number.Length > 0 ? number : crn ?? id.ToString());
    }

    /// <summary>Limits a record to those on its list.</summary>
    public Task RestrictAsync(PersonId person, bool hides = false, params StaffId[] allowed) => SaveAsync(
    [
        new AccessRestriction
        {
            Id = A.FactId, PersonId = person, ValidFrom = new(2026, 1, 1), Recorded = A.Entry, HidesExistence = hides,
            AskTeam = "the public protection unit", Reason = "Known to members of staff here", ReviewOn = new(2026, 6, 1),
        },
        .. allowed.Select(staff => (object)new AccessListing
        {
            Id = A.FactId, PersonId = person, ValidFrom = new(2026, 1, 1), Recorded = A.Entry, StaffId = staff, Kind = ListingKind.Allowed,
        }),
    ]);

    /// <summary>Makes a member of staff one of a person's managers.</summary>
    public Task GiveReachAsync(PersonId person, StaffId staff, ReachKind kind = ReachKind.Manager) =>
        SaveAsync(new PersonReach { PersonId = person, Holder = ReachHolder.Of(staff), Kind = kind, From = new(2025, 1, 1) });

    /// <summary>Puts rows into the record, past every rule.</summary>
    public async Task SaveAsync(params object[] rows)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughcareDb>();
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }

    /// <summary>The looks so far, oldest first.</summary>
    public async Task<List<Look>> LooksAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AuditDb>().Looks.OrderBy(l => l.At).ThenBy(l => l.Id).ToListAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        if (_beside is null)
        {
            await Database.DisposeAsync();
        }
    }

    private static int _numbers;

    private static string NextNumber()
    {
        var n = Interlocked.Increment(ref _numbers);
        return string.Create(CultureInfo.InvariantCulture, $"A{n % 10000:0000}{(char)('A' + (n / 10000 % 20))}Z");
    }

    private static PersonIdentifier Identifier(PersonId person, IdentifierKind kind, string number) => new()
    {
        Id = A.FactId,
        PersonId = person,
        Kind = kind,
        Canonical = number,
        Check = IdentifierCheck.Valid,
        ValidFrom = new(2025, 1, 1),
        Recorded = A.Entry,
    };

    /// <param name="Address">What stands for the person in addresses.</param>
    public sealed record Seeded(PersonId Id, string Address);

    private sealed class Factory(TestDatabase database, IReadOnlyDictionary<string, string> settings, Action<IServiceCollection> more) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseEnvironment(Environments.Production);
            builder.UseSetting("Storage:Provider", database.Kind.ToString());
            builder.UseSetting("Data:Demo", "false");
            builder.UseSetting(database.Kind is DatabaseKind.Sqlite ? "Data:Directory" : "Storage:ConnectionString", database.Place);
            foreach (var (name, value) in settings)
            {
                builder.UseSetting(name, value);
            }

            builder.ConfigureLogging(logging => logging.ClearProviders());
            builder.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(database.Clock);
                foreach (var scheduler in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ToString().Contains("Quartz", StringComparison.Ordinal)).ToList())
                {
                    services.Remove(scheduler);
                }

                more(services);
            });
        }
    }

    private sealed class CookieHandler : DelegatingHandler
    {
        public CookieContainer Jar { get; } = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Remove("Cookie");
            if (Jar.GetCookieHeader(request.RequestUri!) is { Length: > 0 } cookies)
            {
                request.Headers.Add("Cookie", cookies);
            }

            var response = await base.SendAsync(request, cancellationToken);
            foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
            {
                Jar.SetCookies(request.RequestUri!, cookie);
            }

            return response;
        }
    }
}

/// <summary>One user at their browser. Redirects are not followed.</summary>
public sealed class User(App app, HttpClient client, Actor? actor)
{
    /// <summary>Who they are signed in as.</summary>
    public Actor Actor => actor ?? throw new InvalidOperationException("Nobody is signed in.");

    public App App => app;

    public HttpClient Client => client;

    public Task<HttpResponseMessage> GetAsync(string address) => client.GetAsync(address);

    /// <summary>The page, read as a browser would.</summary>
    public async Task<IHtmlDocument> PageAsync(string address) => await ReadAsync(await client.GetAsync(address));

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage response) =>
        new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

    /// <summary>Opens a page, fills its form in and sends it: hidden fields and the form token go with it.</summary>
    /// <param name="form">Which form of the page; the last one unless said.</param>
    public async Task<HttpResponseMessage> SubmitAsync(string address, IReadOnlyDictionary<string, string> fields, string form = "main form[method=post]")
    {
        var page = await PageAsync(address);
        var posted = page.QuerySelectorAll($"{form} input[type=hidden]").OfType<IHtmlInputElement>()
            .Where(input => input.Name is not null).DistinctBy(input => input.Name).ToDictionary(input => input.Name!, input => input.Value);
        foreach (var (name, value) in fields)
        {
            posted[name] = value;
        }

        var to = (page.QuerySelector(form) as IHtmlFormElement)?.GetAttribute("action") ?? address;
        using var content = new FormUrlEncodedContent(posted);
        return await client.PostAsync(to, content);
    }
}
