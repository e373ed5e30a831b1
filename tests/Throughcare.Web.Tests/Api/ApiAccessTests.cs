using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Testing;
using Throughcare.Web.Api;
using Xunit;

namespace Throughcare.Web.Tests.Api;

/// <summary>Who may come in by the API, and for whom: the answers of the pages, for programs.</summary>
public abstract class ApiAccessTests(DatabaseKind kind)
{
    public sealed class OnSqlite() : ApiAccessTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : ApiAccessTests(DatabaseKind.Postgres);

    [Fact]
    public async Task Whoever_has_no_good_token_is_told_how_to_get_one()
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync();
        var anyone = app.Anyone();

        using var without = await anyone.GetAsync($"/api/v1/persons/{person.Address}");
        await ApiCaller.ProblemAsync(without, 401, "no-token");
        Assert.Equal("Bearer", without.Headers.WwwAuthenticate.ToString());

        anyone.Client.DefaultRequestHeaders.Authorization = new("Bearer", "made-up");
        using var wrong = await anyone.GetAsync($"/api/v1/persons/{person.Address}");
        await ApiCaller.ProblemAsync(wrong, 401, "no-token");
        Assert.Empty(await app.LooksAsync());
    }

    [Fact]
    public async Task A_wrong_secret_gets_no_token_and_neither_does_a_dataset_that_the_client_was_not_given()
    {
        await using var app = await App.StartAsync(kind);
        var caller = await ApiCaller.OfAsync(app, scopes: "persons.read");

        using var secret = await ApiCaller.AskTokenAsync(caller.Client, caller.ClientId, "guess");
        using var unknown = await ApiCaller.AskTokenAsync(caller.Client, "nobody", "guess");
        using var scope = await ApiCaller.AskTokenAsync(caller.Client, caller.ClientId, caller.Secret, "events.read");

        Assert.Equal(HttpStatusCode.Unauthorized, secret.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, scope.StatusCode);
    }

    [Fact]
    public async Task A_session_of_a_browser_is_no_token()
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync();
        var user = await app.SignInAsAsync(Role.HeadOmu);

        await ApiCaller.ProblemAsync(await user.GetAsync($"/api/v1/persons/{person.Address}"), 401, "no-token");
    }

    [Fact]
    public async Task A_token_ends_after_its_time_and_at_once_when_its_client_is_changed()
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync();
        var caller = await ApiCaller.OfAsync(app);
        var address = $"/api/v1/persons/{person.Address}";
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync(address)).StatusCode);

        var rotated = await ChangeAsync(app, caller.Id, ChangeApiClient.What.RotateSecret);
        await ApiCaller.ProblemAsync(await caller.GetAsync(address), 401, "no-token");
        Assert.Equal(HttpStatusCode.Unauthorized, (await ApiCaller.AskTokenAsync(caller.Client, caller.ClientId, caller.Secret)).StatusCode);

        var again = new ApiCaller(app, caller.Client, caller.ClientId, rotated);
        await again.SignInAsync();
        Assert.Equal(HttpStatusCode.OK, (await again.GetAsync(address)).StatusCode);

        app.Clock.Advance(ApiHost.TokenLife + TimeSpan.FromSeconds(1));
        await ApiCaller.ProblemAsync(await again.GetAsync(address), 401, "no-token");

        await again.SignInAsync();
        await ChangeAsync(app, caller.Id, ChangeApiClient.What.Disable);
        await ApiCaller.ProblemAsync(await again.GetAsync(address), 401, "no-token");
        Assert.False((await ApiCaller.AskTokenAsync(again.Client, again.ClientId, again.Secret)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task Every_operation_needs_its_own_dataset()
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync();
        var without = ApiScopes.All.Select(scope => scope.Name).Where(name => name != ApiScopes.ReadSensitive).ToDictionary(name => name, name => name);
        var callers = new Dictionary<string, ApiCaller>();
        foreach (var name in without.Keys)
        {
            callers[name] = await ApiCaller.OfAsync(app, name is ApiScopes.ReadDueItems or ApiScopes.ReadFigures or ApiScopes.WriteAllocations ? Role.HeadOmu : Role.Pom, "LHI", name);
        }

        var asked = 0;
        foreach (var (method, address, operation) in OperationsOf(app, person))
        {
            foreach (var (name, caller) in callers)
            {
                using var answer = await caller.SendAsync(new(method), address, method is "GET" ? null : "{}");
                var isRefused = answer.StatusCode is HttpStatusCode.Forbidden;
                Assert.True(isRefused == (operation.Scope != name), $"{method} {address} with {name}: {(int)answer.StatusCode}");
                if (isRefused)
                {
                    await ApiCaller.ProblemAsync(answer, 403, "no-scope");
                }

                asked++;
            }
        }

        Assert.True(asked >= 9 * 6, $"{asked}");
    }

    [Fact]
    public async Task Every_role_gets_from_each_operation_what_the_table_of_permissions_gives_it()
    {
        await using var app = await App.StartAsync(kind);
        var (mine, others) = (await app.PersonAsync("LHI"), await app.PersonAsync("LNI", "Quillon"));
        List<string> wrong = [];
        foreach (var role in new[] { Role.Pom, Role.HeadOmu, Role.KeyWorker, Role.CaseAdmin, Role.Security, Role.Ppcs })
        {
            string[] scopes = [.. ApiScopes.All.Where(scope => scope.Needs is not { } verb || Permissions.Has(role, verb)).Select(scope => scope.Name)];
            var caller = await ApiCaller.OfAsync(app, role, "LHI", scopes);
            foreach (var (person, isHere) in new[] { (mine, true), (others, false) })
            {
                foreach (var (method, address, operation) in OperationsOf(app, person).Where(o => scopes.Contains(o.Operation.Scope)))
                {
                    using var answer = await caller.SendAsync(new(method), address, method is "GET" ? null : "{}");
                    var isOut = answer.StatusCode is HttpStatusCode.Forbidden;
                    var isOfPlace = address.Contains("/places/", StringComparison.Ordinal);
                    var reaches = isOfPlace ? Permissions.Has(role, Verb.ReadFigures) : isHere || !address.Contains(person.Address, StringComparison.Ordinal) || Roles.Of(role).Scope is WorkRelationship.National
                        || operation.Verb is Verb.SearchNation;
                    if (isOut == reaches && operation.Verb is not Verb.AmendContact)
                    {
                        wrong.Add($"{role} {method} {address}: {(int)answer.StatusCode}");
                    }
                    else if (isOut)
                    {
                        await ApiCaller.ProblemAsync(answer, 403, isOfPlace ? "no-role" : "out-of-reach");
                    }
                }
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task A_role_that_lost_its_verb_is_refused_whatever_the_dataset()
    {
        await using var app = await App.StartAsync(kind);
        await using var scope = app.Services.CreateAsyncScope();
        var create = scope.ServiceProvider.GetRequiredService<CreateApiClient>();

        var outcome = await create.DoAsync(new("too-much", "Too much", Role.Education, "LHI", ["persons.read"]), A.Actor(Role.Admin), default);

        var refused = Assert.IsType<Domain.Rules.Outcome<CreateApiClient.Made>.Refused>(outcome);
        Assert.Equal("This role cannot have persons.read. Clear it, or select another role", Assert.Single(refused.Why).Message);
    }

    [Fact]
    public async Task A_record_whose_existence_is_hidden_answers_as_a_number_that_nobody_has()
    {
        await using var app = await App.StartAsync(kind);
        var hidden = await app.PersonAsync();
        await app.RestrictAsync(hidden.Id, hides: true);
        var caller = await ApiCaller.OfAsync(app);

        using var there = await caller.GetAsync($"/api/v1/persons/{hidden.Address}");
        using var nobody = await caller.GetAsync("/api/v1/persons/A9999ZZ");

        await ApiCaller.ProblemAsync(there, 404, "not-found");
        Assert.Equal(await nobody.Content.ReadAsStringAsync(), await there.Content.ReadAsStringAsync());
        Assert.Empty((await caller.ReadAsync($"/api/v1/persons?nomisNumber={hidden.Address}")).GetProperty("items").EnumerateArray());
        Assert.Equal(LookOutcome.RefusedHidden, (await app.LooksAsync())[0].Outcome);
    }

    [Fact]
    public async Task A_limited_record_says_whom_to_ask_and_a_client_on_its_list_says_why_it_looks()
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync();
        var (stranger, listed) = (await ApiCaller.OfAsync(app), await ApiCaller.OfAsync(app));
        await app.RestrictAsync(person.Id, hides: false, await StaffOfAsync(app, listed.ClientId));
        var address = $"/api/v1/persons/{person.Address}";

        var limited = await ApiCaller.ProblemAsync(await stranger.GetAsync(address), 403, "limited");
        Assert.Contains("the public protection unit", limited.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Zabrake", limited.ToString(), StringComparison.Ordinal);
        await ApiCaller.ProblemAsync(await listed.GetAsync(address), 403, "reason-needed");
        await ApiCaller.ProblemAsync(await listed.GetAsync(address, ("Purpose", "because")), 403, "reason-needed");

        using var shown = await listed.GetAsync(address, ("Purpose", "Booking a place on the course that starts in March"));
        Assert.Equal(HttpStatusCode.OK, shown.StatusCode);
        Assert.Equal("Booking a place on the course that starts in March", (await app.LooksAsync())[^1].Purpose);

        var found = (await stranger.ReadAsync($"/api/v1/persons?nomisNumber={person.Address}")).GetProperty("items")[0];
        Assert.True(found.GetProperty("isLimited").GetBoolean());
        Assert.DoesNotContain("Zabrake", found.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_look_is_kept_with_the_client_its_role_its_place_and_the_door()
    {
        await using var app = await App.StartAsync(kind);
        var (person, other) = (await app.PersonAsync(), await app.PersonAsync("LNI"));
        var caller = await ApiCaller.OfAsync(app);

        await caller.ReadAsync($"/api/v1/persons/{person.Address}/timeline");
        await caller.GetAsync($"/api/v1/persons/{other.Address}");
        await caller.ReadAsync("/api/v1/persons?q=Zabrake");
        await caller.ReadAsync("/api/v1/events?since=0");

        var looks = await app.LooksAsync();
        var staff = await StaffOfAsync(app, caller.ClientId);
        Assert.All(looks, look => Assert.Equal((staff, Role.HeadOmu, "LHI", "Api"), (look.StaffId, look.Role, look.Place.Text, look.Door)));
        Assert.Equal(
            [("/api/v1/persons/{person}/timeline", (PersonId?)person.Id, LookOutcome.Shown, null), ("/api/v1/persons/{person}", other.Id, LookOutcome.RefusedReach, null), ("/api/v1/persons", null, LookOutcome.Shown, "Zabrake"), ("/api/v1/events", null, LookOutcome.Shown, null)],
            looks.Select(look => (look.What, look.PersonId, look.Outcome, look.SearchText)));
    }

    [Fact]
    public async Task What_is_not_there_is_told_as_a_problem_and_never_as_a_page()
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync();
        var caller = await ApiCaller.OfAsync(app);

        await ApiCaller.ProblemAsync(await caller.GetAsync("/api/v1/people"), 404, "no-such-address");
        await ApiCaller.ProblemAsync(await app.Anyone().GetAsync("/api/nothing/here"), 404, "no-such-address");
        await ApiCaller.ProblemAsync(await caller.GetAsync($"/api/v1/persons/{person.Address}/contacts/{Guid.Empty}"), 404, "not-found");
        using var wrong = await caller.SendAsync(HttpMethod.Delete, $"/api/v1/persons/{person.Address}/contacts", null);
        await ApiCaller.ProblemAsync(wrong, 405, "wrong-method");
        Assert.Equal(["GET", "POST"], wrong.Content.Headers.Allow.Order());
    }

    [Fact]
    public async Task A_parameter_that_is_wrong_or_unknown_is_named_with_what_to_do()
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync();
        var caller = await ApiCaller.OfAsync(app);

        var problem = await ApiCaller.ProblemAsync(await caller.GetAsync($"/api/v1/persons/{person.Address}/timeline?from=1.3.2026&limit=501&form=2026-01-01&cursor=abc"), 400, "unread");

        var errors = problem.GetProperty("errors");
        Assert.Equal("Must be a day, like 2026-03-01", errors.GetProperty("from")[0].GetString());
        Assert.Equal("Must be a whole number from 1 to 500", errors.GetProperty("limit")[0].GetString());
        Assert.StartsWith("Leave it out", errors.GetProperty("form")[0].GetString(), StringComparison.Ordinal);
        Assert.StartsWith("Must be the nextCursor", errors.GetProperty("cursor")[0].GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_three_hundred_requests_in_a_minute_a_client_is_told_how_long_to_wait_and_others_are_not()
    {
        await using var app = await App.StartAsync(kind);
        var (hasty, calm) = (await ApiCaller.OfAsync(app), await ApiCaller.OfAsync(app));
        for (var i = 0; i < ApiPace.PerMinute; i++)
        {
            using var answer = await hasty.GetAsync("/api/v1/persons?nothing=asked");
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            app.Clock.Advance(TimeSpan.FromMilliseconds(100));
        }

        using var one = await hasty.GetAsync("/api/v1/events");
        await ApiCaller.ProblemAsync(one, 429, "too-many");
        Assert.Equal(TimeSpan.FromSeconds(30), one.Headers.RetryAfter?.Delta);
        Assert.Equal(HttpStatusCode.OK, (await calm.GetAsync("/api/v1/events")).StatusCode);

        app.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(HttpStatusCode.OK, (await hasty.GetAsync("/api/v1/events")).StatusCode);
    }

    [Fact]
    public async Task The_document_says_of_every_operation_what_it_needs_takes_and_gives()
    {
        await using var app = await App.StartAsync(kind);
        var document = await app.Anyone().Client.GetFromJsonAsync<JsonElement>("/api/openapi.json");

        var flows = document.GetProperty("components").GetProperty("securitySchemes").GetProperty("clientCredentials").GetProperty("flows");
        Assert.Equal("/connect/token", flows.GetProperty("clientCredentials").GetProperty("tokenUrl").GetString());
        Assert.Equal(ApiScopes.All.Select(scope => scope.Name).Order(), flows.GetProperty("clientCredentials").GetProperty("scopes").EnumerateObject().Select(s => s.Name).Order());
        var operations = document.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject().Select(o => (Path: path.Name, o.Value))).ToList();
        Assert.Equal(app.Services.GetRequiredService<EndpointDataSource>().Endpoints.Count(e => e.Metadata.GetMetadata<ApiOperation>() is not null), operations.Count);
        Assert.All(operations, operation =>
        {
            var (path, said) = operation;
            Assert.NotEmpty(said.GetProperty("summary").GetString()!);
            Assert.NotEmpty(said.GetProperty("description").GetString()!);
            Assert.Single(said.GetProperty("security").EnumerateArray());
            var parameters = said.GetProperty("parameters").EnumerateArray().ToList();
            Assert.Equal(path.Contains("{person}", StringComparison.Ordinal), parameters.Exists(p => p.GetProperty("name").GetString() == "person" && p.GetProperty("in").GetString() == "path"));
            Assert.All(parameters, parameter => Assert.NotEmpty(parameter.GetProperty("description").GetString()!));
            var responses = said.GetProperty("responses").EnumerateObject().ToDictionary(r => r.Name, r => r.Value);
            Assert.Superset(new HashSet<string> { "400", "401", "403", "429" }, responses.Keys.ToHashSet());
            Assert.Equal(path != "/api/risk/scores", responses.ContainsKey("404"));   // a calculation looks for nobody
            var good = responses.Single(r => r.Key[0] == '2').Value.GetProperty("content").GetProperty("application/json");
            Assert.True(good.TryGetProperty("schema", out _) && good.TryGetProperty("example", out _), path);
            Assert.EndsWith("/Problem", responses["400"].GetProperty("content").GetProperty("application/problem+json").GetProperty("schema").GetProperty("$ref").GetString(), StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task The_page_of_the_api_shows_every_operation_to_anybody_with_nothing_from_elsewhere()
    {
        await using var app = await App.StartAsync(kind);
        var page = await app.Anyone().PageAsync("/api/docs");

        Assert.Equal("Throughcare API", page.QuerySelector("h1")?.TextContent);
        var shown = page.QuerySelectorAll("main section h2").Select(h => h.Id).ToList();
        Assert.Equal(OperationsOf(app, await app.PersonAsync()).Count(), shown.Count);
        Assert.Contains("recordContact", shown);
        Assert.Contains("Idempotency-Key", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.All(page.QuerySelectorAll("[src], link[href]"), e => Assert.StartsWith("/", e.GetAttribute("src") ?? e.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("main script, style, [style]"));
    }

    private static IEnumerable<(string Method, string Address, ApiOperation Operation)> OperationsOf(App app, App.Seeded person) =>
        app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<ApiOperation>() is not null)
            .Select(endpoint => (
                endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods[0],
                "/" + endpoint.RoutePattern.RawText!.TrimStart('/').Replace("{person}", person.Address, StringComparison.Ordinal).Replace("{contact:guid}", Guid.Empty.ToString(), StringComparison.Ordinal)
                    .Replace("{staff:guid}", Guid.Empty.ToString(), StringComparison.Ordinal).Replace("{staff}", "me", StringComparison.Ordinal).Replace("{place}", "LHI", StringComparison.Ordinal),
                endpoint.Metadata.GetRequiredMetadata<ApiOperation>()));

    private static async Task<StaffId> StaffOfAsync(App app, string clientId)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<ApiClients>().FindAsync(clientId, default))!.Actor.StaffId;
    }

    private static async Task<string> ChangeAsync(App app, ApiClientId client, ChangeApiClient.What what)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<ChangeApiClient>().DoAsync(new(client, what), A.Actor(Role.Admin), default);
        return Assert.IsType<Domain.Rules.Outcome<string>.Done>(outcome).Value;
    }
}
