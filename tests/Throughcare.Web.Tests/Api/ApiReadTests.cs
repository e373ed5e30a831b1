using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Sentences;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests.Api;

public abstract class ApiReadTests(DatabaseKind kind)
{
    public sealed class OnSqlite() : ApiReadTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : ApiReadTests(DatabaseKind.Postgres);

    [Fact]
    public async Task A_person_is_read_by_any_of_their_numbers_and_search_finds_them_by_number_name_and_date_of_birth()
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync(last: "Zabrake", first: "Ada", number: "A1234BC", crn: "X123456");
        await app.SaveAsync(new PersonDetails { Id = A.FactId, PersonId = person.Id, DateOfBirth = new(1985, 4, 12), ValidFrom = new(2025, 1, 1), Recorded = A.Entry });
        await FindableAsync(app, person.Id, "Zabrake", "Ada");
        var caller = await ApiCaller.OfAsync(app);

        foreach (var key in new[] { "A1234BC", "X123456", person.Id.ToString() })
        {
            var read = await caller.ReadAsync($"/api/v1/persons/{key}");
            Assert.Equal((person.Id.Value, "A1234BC", "1985-04-12"), (read.GetProperty("id").GetGuid(), read.GetProperty("key").GetString(), read.GetProperty("dateOfBirth").GetString()));
            Assert.Equal("Zabrake", read.GetProperty("names")[0].GetProperty("last").GetString());
            Assert.Equal(["noms", "crn"], read.GetProperty("identifiers").EnumerateArray().Select(i => i.GetProperty("kind").GetString()));
        }

        foreach (var query in new[] { "q=A1234BC", "nomisNumber=a1234bc", "crn=X123456", "q=zabrake", "q=12/04/1985" })
        {
            var items = (await caller.ReadAsync($"/api/v1/persons?{query}")).GetProperty("items");
            Assert.Equal(person.Id.Value, Assert.Single(items.EnumerateArray()).GetProperty("id").GetGuid());
        }

        await ApiCaller.ProblemAsync(await caller.GetAsync("/api/v1/persons?nomisNumber=12"), 400, "unread");
        await ApiCaller.ProblemAsync(await caller.GetAsync("/api/v1/persons?q=A1234BC&crn=X123456"), 400, "unread");
        await ApiCaller.ProblemAsync(await caller.GetAsync("/api/v1/persons?q=Z"), 400, "unread");
    }

    [Fact]
    public async Task Search_shows_of_somebody_out_of_reach_no_more_than_name_numbers_and_place()
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync("LNI", "Quillon");
        await app.SaveAsync(new PersonDetails { Id = A.FactId, PersonId = person.Id, DateOfBirth = new(1985, 4, 12), ValidFrom = new(2025, 1, 1), Recorded = A.Entry });
        await FindableAsync(app, person.Id, "Quillon", "Ada");
        var caller = await ApiCaller.OfAsync(app);

        var found = (await caller.ReadAsync("/api/v1/persons?q=Quillon")).GetProperty("items")[0];

        Assert.False(found.GetProperty("isReached").GetBoolean());
        Assert.Equal(JsonValueKind.Null, found.GetProperty("dateOfBirth").ValueKind);
    }

    [Fact]
    public async Task A_walk_by_cursor_through_search_contacts_and_timeline_sees_everything_once()
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync();
        for (var i = 0; i < 7; i++)
        {
            var named = await app.PersonAsync(last: "Quillfeather", first: $"Ada{(char)('A' + i)}");
            await FindableAsync(app, named.Id, "Quillfeather", $"Ada{(char)('A' + i)}");
        }

        var at = new DateTimeOffset(2025, 12, 1, 10, 0, 0, TimeSpan.Zero);
        List<Guid> made = [];
        for (var i = 0; i < 23; i++)
        {
            // several at one instant, and some that the client may not know of
            var contact = ContactOf(person.Id, at.AddHours(i / 4)) with { Sensitivity = i % 7 == 3 ? Sensitivity.Restricted : Sensitivity.Standard };
            await SaveAsync(app, contact);
            if (contact.Sensitivity is Sensitivity.Standard)
            {
                made.Add(contact.Id.Value);
            }
        }

        var caller = await ApiCaller.OfAsync(app);
        Assert.Equal(7, (await WalkAsync(caller, "/api/v1/persons?q=Quillfeather", "id", 3)).Distinct().Count());
        foreach (var limit in new[] { 1, 3, 4, 5, 50 })
        {
            var contacts = await WalkAsync(caller, $"/api/v1/persons/{person.Address}/contacts", "id", limit);
            Assert.Equal(made.Order(), contacts.Order());
            var lines = await WalkAsync(caller, $"/api/v1/persons/{person.Address}/timeline", "entryId", limit);
            Assert.Equal(made.Order(), lines.Order());
        }
    }

    [Fact]
    public async Task A_contact_that_comes_while_somebody_walks_moves_nothing()
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync();
        var at = new DateTimeOffset(2025, 12, 1, 10, 0, 0, TimeSpan.Zero);
        for (var i = 0; i < 6; i++)
        {
            await SaveAsync(app, ContactOf(person.Id, at.AddHours(i / 3)));
        }

        var caller = await ApiCaller.OfAsync(app);
        var first = await caller.ReadAsync($"/api/v1/persons/{person.Address}/contacts?limit=2");
        await SaveAsync(app, ContactOf(person.Id, at.AddDays(1)));
        var second = await caller.ReadAsync($"/api/v1/persons/{person.Address}/contacts?limit=10&cursor={first.GetProperty("nextCursor").GetString()}");

        var (before, after) = (Ids(first, "id"), Ids(second, "id"));
        Assert.Equal(4, after.Count);
        Assert.Empty(before.Intersect(after));
    }

    [Theory]
    [InlineData(Role.HeadOmu, false, new[] { "standard" })]
    [InlineData(Role.HeadOmu, true, new[] { "standard", "sensitive" })]
    [InlineData(Role.Pom, false, new[] { "standard" })]
    [InlineData(Role.CaseAdmin, false, new[] { "standard" })]
    [InlineData(Role.Homd, true, new[] { "standard", "sensitive", "restricted", "third party" })]
    public async Task Closely_held_contacts_are_absent_unless_the_client_was_given_them_and_its_role_reads_them(Role role, bool given, string[] expected)
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync();
        var at = new DateTimeOffset(2025, 12, 1, 10, 0, 0, TimeSpan.Zero);
        var standard = ContactOf(person.Id, at) with { Text = "standard" };
        Contact[] all =
        [
            standard, ContactOf(person.Id, at) with { Text = "sensitive", Sensitivity = Sensitivity.Sensitive },
            ContactOf(person.Id, at) with { Text = "restricted", Sensitivity = Sensitivity.Restricted },
            ContactOf(person.Id, at) with { Text = "third party", Sensitivity = Sensitivity.Restricted, ThirdPartySource = "His sister" },
            ContactOf(person.Id, at) with { Text = "victim", Sensitivity = Sensitivity.Victim },
            ContactOf(person.Id, at) with { Text = "limited", Sensitivity = Sensitivity.LimitedAccess },
        ];
        foreach (var contact in all)
        {
            await SaveAsync(app, contact);
        }

        var caller = await ApiCaller.OfAsync(app, role, "LHI", given ? [.. ApiCaller.Ordinary, "sensitive.read"] : ApiCaller.Ordinary);
        var address = $"/api/v1/persons/{person.Address}";
        var contacts = (await caller.ReadAsync($"{address}/contacts")).GetProperty("items").EnumerateArray().Select(c => c.GetProperty("text").GetString()!).ToList();
        var lines = (await caller.ReadAsync($"{address}/timeline")).GetProperty("items").EnumerateArray().Select(c => c.GetProperty("text").GetString()!).ToList();

        Assert.Equal(expected.Order(), contacts.Order());
        Assert.Equal(expected.Order(), lines.Order());
        foreach (var contact in all)
        {
            using var one = await caller.GetAsync($"{address}/contacts/{contact.Id}");
            Assert.Equal(expected.Contains(contact.Text) ? HttpStatusCode.OK : HttpStatusCode.NotFound, one.StatusCode);
        }
    }

    [Fact]
    public async Task Facts_as_known_at_an_instant_are_those_that_had_been_recorded_by_then()
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync();
        var first = new KeyDates { Id = A.FactId, PersonId = person.Id, Crd = new(2026, 5, 6), AsOf = new(2025, 12, 1), ValidFrom = new(2025, 6, 1), Recorded = A.Entry with { At = new(2025, 12, 1, 9, 0, 0, TimeSpan.Zero) } };
        var corrected = first.Next(A.Entry with { At = new(2025, 12, 20, 9, 0, 0, TimeSpan.Zero) }) with { Crd = new(2026, 7, 1) };
        await app.SaveAsync(first);
        await ReplaceAsync(app, first, corrected);
        var caller = await ApiCaller.OfAsync(app);

        var now = await caller.ReadAsync($"/api/v1/persons/{person.Address}/facts");
        var then = await caller.ReadAsync($"/api/v1/persons/{person.Address}/facts?asAt=2026-01-05&knownAt=2025-12-10T10:00:00Z");
        var before = await caller.ReadAsync($"/api/v1/persons/{person.Address}/facts?asAt=2026-01-05&knownAt=2025-11-01T10:00:00%2B00:00");

        Assert.Equal("2026-07-01", now.GetProperty("facts").GetProperty("crd").GetProperty("value").GetString());
        Assert.Equal("2026-05-06", then.GetProperty("facts").GetProperty("crd").GetProperty("value").GetString());
        Assert.Equal("none", before.GetProperty("facts").GetProperty("crd").GetProperty("state").GetString());
        await ApiCaller.ProblemAsync(await caller.GetAsync($"/api/v1/persons/{person.Address}/facts?knownAt=2026-01-05T09:30:00Z"), 400, "unread");
        await ApiCaller.ProblemAsync(await caller.GetAsync($"/api/v1/persons/{person.Address}/facts?knownAt=2026-01-05T08:30:00"), 400, "unread");
    }

    [Fact]
    public async Task Facts_of_protection_are_given_to_those_alone_who_read_restricted_entries_and_were_given_them()
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync();
        var ordinary = await ApiCaller.OfAsync(app, Role.Homd);
        var manager = await ApiCaller.OfAsync(app, Role.HeadOmu, "LHI", "facts.read", "sensitive.read");
        var protector = await ApiCaller.OfAsync(app, Role.Homd, "LHI", "facts.read", "sensitive.read");

        Assert.Equal((false, false, true), (await HasAsync(ordinary), await HasAsync(manager), await HasAsync(protector)));
        var all = (await protector.ReadAsync($"/api/v1/persons/{person.Address}/facts")).GetProperty("facts").EnumerateObject().Select(f => f.Name).ToList();
        Assert.DoesNotContain(all, name => name.Contains("victim", StringComparison.OrdinalIgnoreCase) || name.Contains("monitored", StringComparison.OrdinalIgnoreCase));

        async Task<bool> HasAsync(ApiCaller caller) => (await caller.ReadAsync($"/api/v1/persons/{person.Address}/facts")).GetProperty("facts").TryGetProperty("mappaLevel", out _);
    }

    [Fact]
    public async Task Who_has_an_answer_already_gets_304_until_it_changes_and_the_look_is_kept_all_the_same()
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync();
        var contact = ContactOf(person.Id, new(2025, 12, 1, 10, 0, 0, TimeSpan.Zero));
        await SaveAsync(app, contact);
        var caller = await ApiCaller.OfAsync(app);
        foreach (var path in new[] { "", "/timeline", "/contacts", $"/contacts/{contact.Id}", "/facts" })
        {
            var address = $"/api/v1/persons/{person.Address}{path}";
            using var first = await caller.GetAsync(address);
            var tag = first.Headers.ETag!.ToString();
            using var again = await caller.GetAsync(address, ("If-None-Match", $"\"other\", W/{tag}"));
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Equal(tag, again.Headers.ETag?.ToString());
            Assert.Empty(await again.Content.ReadAsStringAsync());
        }

        Assert.Equal(10, (await app.LooksAsync()).Count);
        var list = $"/api/v1/persons/{person.Address}/contacts";
        using var before = await caller.GetAsync(list);
        await SaveAsync(app, ContactOf(person.Id, new(2025, 12, 2, 10, 0, 0, TimeSpan.Zero)));
        using var after = await caller.GetAsync(list, ("If-None-Match", before.Headers.ETag!.ToString()));
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    /// <summary>A contact by somebody else.</summary>
    internal static Contact ContactOf(PersonId person, DateTimeOffset at) => new()
    {
        Id = A.FactId,
        PersonId = person,
        Type = "C201",
        HappenedAt = at,
        Mode = ContactMode.FaceToFace,
        Text = "Came to the wing office",
        Sensitivity = Sensitivity.Standard,
        Sharing = Sharing.Yes,
        AuthorId = A.Entry.By,
        AuthorRole = Role.Pom,
        FirstRecordedAt = at.AddHours(1),
        ValidFrom = DateOnly.FromDateTime(at.UtcDateTime),
        Recorded = A.Entry with { At = at.AddHours(1) },
    };

    internal static Task SaveAsync(App app, Contact contact) => app.SaveAsync([contact, .. TimelineLines.For(new Write(null, contact))]);

    /// <summary>Puts into the index of names what a search looks in.</summary>
    private static Task FindableAsync(App app, PersonId person, string last, string first)
    {
        PersonName[] names = [new() { Id = A.FactId, PersonId = person, Type = NameType.Current, First = first, Last = last, ValidFrom = new(2025, 1, 1), Recorded = A.Entry }];
        return app.SaveAsync([.. names.KeysToFind().Select(key => (object)new NameKeyRow { Kind = key.Kind, Key = key.Key, PersonId = person })]);
    }

    private static async Task ReplaceAsync(App app, KeyDates before, KeyDates after)
    {
        await using var db = app.Database.Open();
        db.Attach(before).Property(nameof(FactVersion.ReplacedAt)).CurrentValue = after.Recorded.At;
        db.Add(after);
        await db.SaveChangesAsync();
    }

    private static async Task<List<Guid>> WalkAsync(ApiCaller caller, string address, string name, int limit)
    {
        List<Guid> seen = [];
        string? cursor = null;
        var pages = 0;
        do
        {
            var page = await caller.ReadAsync($"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit={limit}{(cursor is null ? "" : $"&cursor={cursor}")}");
            var items = Ids(page, name);
            Assert.True(items.Count <= limit);
            seen.AddRange(items);
            cursor = page.GetProperty("nextCursor").GetString();
            Assert.True(++pages < 60);
        }
        while (cursor is not null);
        return seen;
    }

    private static List<Guid> Ids(JsonElement page, string name) => [.. page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty(name).GetGuid())];
}
