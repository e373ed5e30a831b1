using System.Text.Json;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Standards;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests.Api;

public abstract class ApiDueItemTests(DatabaseKind kind)
{
    private static readonly string[] Scopes = ["due-items.read", "figures.read"];

    public sealed class OnSqlite() : ApiDueItemTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : ApiDueItemTests(DatabaseKind.Postgres);

    [Fact]
    public async Task What_is_due_of_a_person_is_given_the_first_due_first_in_pages_that_lose_nothing()
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync();
        var due = new DateOnly(2026, 1, 1);
        await app.SaveAsync([.. Enumerable.Range(0, 7).Select(at => DueItems.Of(person.Id, due.AddDays(at / 3), family: $"family_{at}")), DueItems.Of(A.PersonId, due)]);
        var caller = await ApiCaller.OfAsync(app, Role.HeadOmu, "LHI", Scopes);

        List<string> families = [];
        var cursor = "";
        do
        {
            var page = await caller.ReadAsync($"/api/v1/persons/{person.Address}/due-items?limit=2{cursor}");
            families.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("family").GetString()!));
            cursor = page.GetProperty("nextCursor") is { ValueKind: JsonValueKind.String } next ? $"&cursor={next.GetString()}" : "";
        }
        while (cursor.Length > 0);

        Assert.Equal(Enumerable.Range(0, 7).Select(at => $"family_{at}"), families);
        var first = (await caller.ReadAsync($"/api/v1/persons/{person.Address}/due-items?limit=1")).GetProperty("items")[0];
        Assert.Equal(("DUE", true, 4, person.Address), (first.GetProperty("state").GetString(), first.GetProperty("isOverdue").GetBoolean(), first.GetProperty("daysLate").GetInt32(), first.GetProperty("person").GetString()));
        await ApiCaller.ProblemAsync(await caller.GetAsync($"/api/v1/persons/{person.Address}/due-items?state=lost"), 400, "unread");
    }

    [Fact]
    public async Task Items_about_victims_never_leave_and_those_of_public_protection_with_their_dataset_alone()
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync();
        var due = new DateOnly(2026, 1, 10);
        await app.SaveAsync(
            DueItems.Of(person.Id, due) with { MeasureGroup = "victim", Family = "victim_offer" }, DueItems.Of(person.Id, due) with { MeasureGroup = "public_protection", Family = "mappa_level" },
            DueItems.Of(person.Id, due) with { Family = "initial_oasys" });
        var plain = await ApiCaller.OfAsync(app, Role.HeadOmu, "LHI", Scopes);
        var sensitive = await ApiCaller.OfAsync(app, Role.HeadOmu, "LHI", [.. Scopes, "sensitive.read"]);

        Assert.Equal(["initial_oasys"], await FamiliesAsync(plain));
        Assert.Equal(["initial_oasys", "mappa_level"], (await FamiliesAsync(sensitive)).Order());

        async Task<List<string>> FamiliesAsync(ApiCaller caller) =>
            [.. (await caller.ReadAsync($"/api/v1/persons/{person.Address}/due-items")).GetProperty("items").EnumerateArray().Select(item => item.GetProperty("family").GetString()!)];
    }

    [Fact]
    public async Task Items_of_a_manager_and_a_place_are_those_of_people_whom_the_client_reaches()
    {
        await using var app = await App.StartAsync(kind);
        var (here, elsewhere) = (await app.PersonAsync(), await app.PersonAsync("LNI", "Quillon"));
        var staff = new StaffId(A.IdSource.Next());
        await app.SaveAsync(
            DueItems.Of(here.Id, new(2026, 1, 8)) with { ResponsibleStaff = staff }, DueItems.Of(elsewhere.Id, new(2026, 1, 9), place: "LNI") with { ResponsibleStaff = staff });
        var caller = await ApiCaller.OfAsync(app, Role.HeadOmu, "LHI", Scopes);
        var pom = await ApiCaller.OfAsync(app, Role.Pom, "LHI", "due-items.read");

        Assert.Single((await caller.ReadAsync($"/api/v1/staff/{staff}/due-items")).GetProperty("items").EnumerateArray());
        Assert.Single((await caller.ReadAsync("/api/v1/places/LHI/due-items")).GetProperty("items").EnumerateArray());
        Assert.Empty((await caller.ReadAsync("/api/v1/staff/me/due-items")).GetProperty("items").EnumerateArray());
        await ApiCaller.ProblemAsync(await caller.GetAsync("/api/v1/places/LNI/due-items"), 403, "out-of-reach");
        await ApiCaller.ProblemAsync(await caller.GetAsync("/api/v1/places/XXX/due-items"), 404, "not-found");
        Assert.Empty((await pom.ReadAsync("/api/v1/staff/me/due-items")).GetProperty("items").EnumerateArray());
        await ApiCaller.ProblemAsync(await pom.GetAsync($"/api/v1/staff/{staff}/due-items"), 403, "no-role");
        await ApiCaller.ProblemAsync(await caller.GetAsync($"/api/v1/persons/{elsewhere.Address}/due-items"), 403, "out-of-reach");
    }

    [Fact]
    public async Task Figures_of_timeliness_are_those_of_the_pages_and_each_look_is_recorded()
    {
        await using var app = await App.StartAsync(kind);
        await app.SaveAsync(
        [
            .. Enumerable.Range(0, 9).Select(_ => DueItems.Of(A.PersonId, new(2025, 12, 1), ItemState.MetOnTime)), DueItems.Of(A.PersonId, new(2025, 12, 1), ItemState.MetLate),
            DueItems.Of(A.PersonId, new(2025, 12, 1), ItemState.Missed, "MDI"),
        ]);
        var caller = await ApiCaller.OfAsync(app, Role.HeadOmu, "LHI", Scopes);

        var figures = await caller.ReadAsync("/api/v1/standards/timeliness?by=place");

        var line = Assert.Single(figures.GetProperty("lines").EnumerateArray());
        Assert.Equal(("LHI", 10, 90.00m, "90% (9 of 10)"), (line.GetProperty("key").GetString(), line.GetProperty("items").GetInt32(), line.GetProperty("onTimePercent").GetDecimal(), line.GetProperty("words").GetString()));
        Assert.Contains(await app.LooksAsync(), look => look.What.EndsWith("standards/timeliness", StringComparison.Ordinal));
        await ApiCaller.ProblemAsync(await caller.GetAsync("/api/v1/standards/timeliness?by=colour"), 400, "unread");
        await ApiCaller.ProblemAsync(await caller.GetAsync("/api/v1/standards/timeliness?from=2026-01-02&to=2026-01-01"), 400, "unread");
        await ApiCaller.ProblemAsync(await (await ApiCaller.OfAsync(app, Role.HeadOmu, "LHI", "due-items.read")).GetAsync("/api/v1/standards/timeliness"), 403, "no-scope");
    }
}
