using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Testing;
using Throughcare.Web.Access;
using Xunit;

namespace Throughcare.Web.Tests;

/// <summary>Every role at every address that the product answers, with GET and POST, with reach and without: the answer is the one
/// that <c>permissions.csv</c> and the verb of the page make it.</summary>
[Trait("Speed", "Slow")]
public sealed class AccessMatrixTests
{
    [Fact]
    public async Task Every_page_and_endpoint_says_what_it_needs()
    {
        await using var app = await App.StartAsync();

        var silent = (await RoutesAsync(app)).Where(route => route.Says is Says.Nothing).Select(route => route.ToString());

        Assert.Empty(silent);
    }

    [Fact]
    public async Task What_says_nothing_of_what_it_needs_is_refused()
    {
        await using var app = await App.StartAsync();
        var endpoint = new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse("/silent"), 0, null, null);

        Assert.All(Enum.GetValues<Role>(), role => Assert.Null(AccessGate.VerbsFor(endpoint, "GET", A.Actor(role))));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Every_role_gets_the_answer_that_the_table_of_permissions_gives_it(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var routes = (await RoutesAsync(app)).Where(route => route.Says is not Says.Anonymous).ToList();
        var (mine, others) = (await app.PersonAsync("LHI"), await app.PersonAsync("LNI", "Quillon"));
        List<string> wrong = [];
        var asked = 0;
        HashSet<(string Needs, Role Role, bool Reached)> decided = [];
        HashSet<Route> shown = [];

        foreach (var role in Enum.GetValues<Role>().Where(role => role is not Role.System))
        {
            // somewhere that holds neither person: only what is personal, national or nobody's business lets them in
            var user = await app.SignInAsAsync(role, "N50P01", role is Role.Prisoner ? new StaffId(mine.Id.Value) : null);
            if (role is not Role.Prisoner)
            {
                await app.GiveReachAsync(mine.Id, user.Actor.StaffId);
            }

            foreach (var route in routes)
            {
                foreach (var (person, reached) in route.HasPerson ? [(mine, true), (others, false)] : new[] { (mine, true) })
                {
                    // with the second database every decision is made again, and every page is shown again, but not every page to everybody
                    var expected = Expected(route, role, reached);
                    var isDecided = !decided.Add((route.Needs, role, reached));
                    var isShown = expected is not Answer.In || !shown.Add(route);
                    if (kind is DatabaseKind.Postgres && isDecided && isShown)
                    {
                        continue;
                    }

                    var response = await AskAsync(user, route, person);
                    var given = await GivenAsync(response);
                    asked++;
                    if (given != expected || (given is Answer.In && !IsShown(route, response)))
                    {
                        wrong.Add($"{role} {route} {(reached ? "with" : "without")} reach: {given} ({(int)response.StatusCode}), not {expected}");
                    }
                }
            }
        }

        Assert.Empty(wrong);
        Assert.True(asked > 500, $"only {asked} requests were made");
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_gets_nothing_but_the_way_to_sign_in()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        var user = app.Anyone();

        foreach (var route in (await RoutesAsync(app)).Where(route => route.Says is not Says.Anonymous))
        {
            var response = await AskAsync(user, route, person);
            Assert.True(
                response.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.SeeOther && response.Headers.Location!.ToString().StartsWith("/sign-in", StringComparison.Ordinal),
                $"{route} answered {(int)response.StatusCode}");
        }
    }

    private enum Says
    {
        Nothing,
        Anonymous,
        AnyUser,
        AnyStaff,
        Verbs,
    }

    private enum Answer
    {
        In,
        WrongRole,
        OutOfReach,
    }

    private sealed record Route(string Pattern, string Method, Says Says, IReadOnlyList<Verb> Verbs)
    {
        /// <summary>What decides who comes in.</summary>
        public string Needs => $"{Says} {HasPerson} {string.Join(' ', Verbs)}";

        public bool HasPerson => Pattern.Contains("{person}", StringComparison.Ordinal);

        public override string ToString() => $"{Method} {Pattern}";
    }

    private static Answer Expected(Route route, Role role, bool reached)
    {
        switch (route.Says)
        {
            case Says.AnyUser:
                return Answer.In;
            case Says.AnyStaff:
                return role is Role.Prisoner ? Answer.WrongRole : Answer.In;
        }

        var permits = route.Verbs.Select(verb => Permissions.Of(role, verb)).OfType<Permit>().ToList();
        return permits.Count == 0 ? Answer.WrongRole
            : !route.HasPerson || permits.Exists(permit => Applies(permit, role, reached)) ? Answer.In
            : Answer.OutOfReach;
    }

    private static bool Applies(Permit permit, Role role, bool reached) => permit.Needs switch
    {
        WorkRelationship.None or WorkRelationship.National => true,
        WorkRelationship.VictimCase => false,
        WorkRelationship.Unit or WorkRelationship.OwnCase or WorkRelationship.Author
            when Roles.Of(role).Scope is WorkRelationship.National && permit.Verb is not (Verb.RaiseAlert or Verb.ReadDueItems) => true,
        WorkRelationship.Unit when permit.Verb is Verb.RaiseAlert or Verb.ReadDueItems =>
            reached || (Roles.Of(role).Scope is WorkRelationship.National
                && (Permissions.Of(role, Verb.ReadRecord) ?? Permissions.Of(role, Verb.ReadOwnEntriesAndPlan))?.Needs is WorkRelationship.Unit),
        _ => reached,
    };

    private static async Task<HttpResponseMessage> AskAsync(User user, Route route, App.Seeded person)
    {
        var address = string.Join('/', RoutePatternFactory.Parse(route.Pattern).PathSegments.Select(segment => segment.Parts switch
        {
            [RoutePatternLiteralPart literal] => literal.Content,
            [RoutePatternParameterPart { Name: "person" }] => person.Address,
            [RoutePatternParameterPart { ParameterPolicies: [{ Content: "int" }] }] => "1",
            _ => "00000000-0000-7000-8000-00000000ffff",
        }));
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), "/" + address);
        return await user.Client.SendAsync(request);
    }

    /// <remarks>What the page itself answers once somebody is let in (no such entry, no form token) is its own affair.</remarks>
    private static async Task<Answer> GivenAsync(HttpResponseMessage response)
    {
        if (response.StatusCode is not HttpStatusCode.Forbidden)
        {
            return Answer.In;
        }

        var page = await response.Content.ReadAsStringAsync();
        return page.Contains("You do not have access to this record", StringComparison.Ordinal) ? Answer.OutOfReach : Answer.WrongRole;
    }

    /// <summary>A page that is read, of which nothing but the person is asked, is there.</summary>
    private static bool IsShown(Route route, HttpResponseMessage response) =>
        route.Method is not "GET" || route.Pattern.Replace("{person}", "", StringComparison.Ordinal).Contains('{', StringComparison.Ordinal)
        || ((int)response.StatusCode < 400 && response.Headers.Location?.ToString().StartsWith("/sign-in", StringComparison.Ordinal) is not true);

    private static async Task<IReadOnlyList<Route>> RoutesAsync(App app)
    {
        List<Route> routes = [];
        var loader = app.Services.GetRequiredService<PageLoader>();
        foreach (var endpoint in app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>())
        {
            if (endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || endpoint.Metadata.GetMetadata<ForMachines>() is not null)
            {
                continue;
            }

            var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>();
            var compiled = page is null ? null : await loader.LoadAsync(page, endpoint.Metadata);
            var metadata = compiled?.Endpoint?.Metadata ?? endpoint.Metadata;
            IReadOnlyList<string> methods = compiled is null
                ? endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET", "POST"]
                : [.. compiled.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant()).Append("GET").Distinct()];
            foreach (var method in methods)
            {
                var mays = metadata.GetOrderedMetadata<MayAttribute>().Where(may => may.AppliesTo(method)).ToList();
                mays = mays.Exists(may => may.On is not null) ? mays.FindAll(may => may.On is not null) : mays;
                var says = metadata.GetMetadata<IAllowAnonymous>() is not null ? Says.Anonymous
                    : mays.Count > 0 ? Says.Verbs
                    : metadata.GetMetadata<AnyUserAttribute>() is not null ? Says.AnyUser
                    : metadata.GetMetadata<AnyStaffAttribute>() is not null ? Says.AnyStaff
                    : Says.Nothing;
                routes.Add(new("/" + endpoint.RoutePattern.RawText!.TrimStart('/'), method, says, [.. mays.SelectMany(may => may.Verbs)]));
            }
        }

        return [.. routes.DistinctBy(route => route.ToString())];
    }
}
