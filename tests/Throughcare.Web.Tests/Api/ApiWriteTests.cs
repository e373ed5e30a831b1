using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests.Api;

public abstract class ApiWriteTests(DatabaseKind kind)
{
    public sealed class OnSqlite() : ApiWriteTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : ApiWriteTests(DatabaseKind.Postgres);

    [Fact]
    public async Task A_contact_is_recorded_in_the_client_s_name_and_leads_to_itself()
    {
        await using var app = await App.StartAsync(kind);
        var (caller, contacts) = await StartAsync(app);

        using var answer = await caller.PostAsync(contacts, ApiCaller.Note());
        Assert.True(answer.StatusCode is HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        var read = await caller.ReadAsync(answer.Headers.Location!.ToString());

        var contact = read.GetProperty("contact");
        Assert.Equal(("C201", "Northfield link", "2026-01-05T08:30:00+00:00", "faceToFace"), (
            contact.GetProperty("type").GetString(), contact.GetProperty("author").GetString(), contact.GetProperty("happenedAt").GetString(), contact.GetProperty("mode").GetString()));
        Assert.True(read.GetProperty("isAuthor").GetBoolean());
        Assert.Equal(contact.GetProperty("id").GetGuid(), Assert.Single(await ContactsAsync(app)).Id.Value);
        Assert.Equal("ContactRecorded", (await caller.ReadAsync("/api/v1/events?since=0")).GetProperty("events")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public async Task The_same_key_with_the_same_body_gives_the_same_answer_and_another_body_is_refused()
    {
        await using var app = await App.StartAsync(kind);
        var (caller, contacts) = await StartAsync(app);

        using var first = await caller.PostAsync(contacts, ApiCaller.Note(), "one");
        using var second = await caller.PostAsync(contacts, ApiCaller.Note(), "one");
        using var other = await caller.PostAsync(contacts, ApiCaller.Note("Something else that was said about the course"), "one");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, second.StatusCode));
        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        await ApiCaller.ProblemAsync(other, 422, "key-reused");
        Assert.Single(await ContactsAsync(app));
    }

    [Fact]
    public async Task A_key_is_its_client_s_own()
    {
        await using var app = await App.StartAsync(kind);
        var (caller, contacts) = await StartAsync(app);
        var other = await ApiCaller.OfAsync(app);

        using var first = await caller.PostAsync(contacts, ApiCaller.Note(), "one");
        using var second = await other.PostAsync(contacts, ApiCaller.Note(at: "2026-01-05T08:45:00Z"), "one");

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, second.StatusCode));
        Assert.Equal(2, (await ContactsAsync(app)).Count);
    }

    [Fact]
    public async Task Many_at_one_time_under_one_key_make_one_contact_and_get_one_answer()
    {
        await using var app = await App.StartAsync(kind);
        var (caller, contacts) = await StartAsync(app);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => caller.PostAsync(contacts, ApiCaller.Note(), "one")));
        var bodies = await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync()));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Single(bodies.Distinct());
        Assert.Single(await ContactsAsync(app));
    }

    [Fact]
    public async Task A_write_whose_answer_was_lost_on_the_way_is_not_done_again()
    {
        await using var app = await App.StartAsync(kind);
        var (caller, contacts) = await StartAsync(app);
        using var first = await caller.PostAsync(contacts, ApiCaller.Note(), "one");
        await ForgetAnswersAsync(app);   // as if the machine had stopped between the writing and the answer

        using var again = await caller.PostAsync(contacts, ApiCaller.Note(), "one");

        Assert.Equal(HttpStatusCode.Created, again.StatusCode);
        Assert.Equal(first.Headers.Location, again.Headers.Location);
        Assert.Single(await ContactsAsync(app));
    }

    [Fact]
    public async Task A_key_and_a_token_are_good_after_a_restart()
    {
        await using var app = await App.StartAsync(kind);
        var (caller, contacts) = await StartAsync(app);
        using var first = await caller.PostAsync(contacts, ApiCaller.Note(), "one");
        var said = await first.Content.ReadAsStringAsync();

        await app.RestartAsync();
        var after = Same(caller, app);
        using var again = await after.PostAsync(contacts, ApiCaller.Note(), "one");
        await ApiCaller.ProblemAsync(await after.PostAsync(contacts, ApiCaller.Note(at: "2026-01-05T08:45:00Z"), "one"), 422, "key-reused");

        Assert.Equal((HttpStatusCode.Created, first.Headers.Location, said), (again.StatusCode, again.Headers.Location, await again.Content.ReadAsStringAsync()));
        Assert.Single(await ContactsAsync(app));
    }

    [Fact]
    public async Task One_key_at_two_nodes_at_one_time_makes_one_contact_and_gets_one_answer()
    {
        await using var app = await App.StartAsync(kind);
        await using var other = app.Beside();
        var (caller, contacts) = await StartAsync(app);
        var there = Same(caller, other);

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? caller : there).PostAsync(contacts, ApiCaller.Note(), "one")));
        var bodies = await Task.WhenAll(answers.Select(answer => answer.Content.ReadAsStringAsync()));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Created, answer.StatusCode));
        Assert.Single(bodies.Distinct());
        Assert.Single(await ContactsAsync(app));
    }

    [Fact]
    public async Task Keys_are_forgotten_after_a_day_by_the_nightly_purge()
    {
        await using var app = await App.StartAsync(kind);
        var (caller, contacts) = await StartAsync(app);
        using var _ = await caller.PostAsync(contacts, ApiCaller.Note(), "one");

        app.Clock.Advance(ApiWrites.Keep - TimeSpan.FromMinutes(1));
        Assert.Equal(0, await PurgeAsync(app));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await PurgeAsync(app));
    }

    [Fact]
    public async Task What_the_page_refuses_is_refused_here_in_the_same_words_by_field_and_the_key_stays_free()
    {
        await using var app = await App.StartAsync(kind);
        var (caller, contacts) = await StartAsync(app);

        var refused = await ApiCaller.ProblemAsync(await caller.PostAsync(contacts, new { }, "one"), 422, "refused");
        var late = await ApiCaller.ProblemAsync(await caller.PostAsync(contacts, ApiCaller.Note(at: "2026-01-06T08:30:00Z"), "one"), 422, "refused");
        using var good = await caller.PostAsync(contacts, ApiCaller.Note(), "one");
        var alike = await ApiCaller.ProblemAsync(await caller.PostAsync(contacts, ApiCaller.Note()), 422, "refused");

        Assert.Equal("Select how the contact took place", refused.GetProperty("errors").GetProperty("mode")[0].GetString());
        Assert.True(refused.GetProperty("errors").TryGetProperty("text", out var _) && refused.GetProperty("errors").TryGetProperty("type", out var _), refused.ToString());
        Assert.True(late.GetProperty("errors").TryGetProperty("happenedAt", out var _), late.ToString());
        Assert.Equal(HttpStatusCode.Created, good.StatusCode);
        Assert.Contains("Record another?", alike.GetProperty("errors").GetProperty("recordAnother")[0].GetString(), StringComparison.Ordinal);
        Assert.Single(await ContactsAsync(app));
    }

    [Fact]
    public async Task A_body_that_cannot_be_read_is_told_what_to_do()
    {
        await using var app = await App.StartAsync(kind);
        var (caller, contacts) = await StartAsync(app);

        var broken = await ApiCaller.ProblemAsync(await caller.PostAsync(contacts, "{\n \"type\": "), 400, "unread");
        var unknown = await ApiCaller.ProblemAsync(await caller.PostAsync(contacts, new { typo = 1 }), 400, "unread");
        var mode = await ApiCaller.ProblemAsync(await caller.PostAsync(contacts, new { mode = "shouting" }), 400, "unread");
        var when = await ApiCaller.ProblemAsync(await caller.PostAsync(contacts, ApiCaller.Note(at: "2026-01-05T08:30:00")), 400, "unread");

        Assert.Contains("line 2", broken.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("happenedAt", unknown.GetProperty("errors").GetProperty("typo")[0].GetString(), StringComparison.Ordinal);
        Assert.Contains("faceToFace", mode.GetProperty("errors").GetProperty("mode")[0].GetString(), StringComparison.Ordinal);
        Assert.Contains("2026-03-01T10:30:00Z", when.GetProperty("errors").GetProperty("happenedAt")[0].GetString(), StringComparison.Ordinal);

        using var request = new HttpRequestMessage(HttpMethod.Post, contacts) { Content = new StringContent("type=C201", Encoding.UTF8, "text/plain") };
        request.Headers.Add("Idempotency-Key", "two");
        await ApiCaller.ProblemAsync(await caller.Client.SendAsync(request), 415, "not-json");
        await ApiCaller.ProblemAsync(await caller.SendAsync(HttpMethod.Post, contacts, "{}"), 400, "unread");
        Assert.Empty(await ContactsAsync(app));
    }

    [Fact]
    public async Task An_edit_needs_the_version_it_was_made_from_and_makes_the_next_one()
    {
        await using var app = await App.StartAsync(kind);
        var (caller, contacts) = await StartAsync(app);
        using var recorded = await caller.PostAsync(contacts, ApiCaller.Note());
        var address = recorded.Headers.Location!.ToString();
        var edit = JsonSerializer.Serialize(new { mode = "telephone", text = "Rang to ask about the bricklaying course. Will bring the form back on Thursday.", sharing = "yes" });
        using var read = await caller.GetAsync(address);
        var tag = read.Headers.ETag!.ToString();

        await ApiCaller.ProblemAsync(await caller.SendAsync(HttpMethod.Put, address, edit, ("Idempotency-Key", "a")), 428, "no-match");
        await ApiCaller.ProblemAsync(await caller.SendAsync(HttpMethod.Put, address, edit, ("Idempotency-Key", "b"), ("If-Match", "\"v1-0000\"")), 412, "changed");
        using var done = await caller.SendAsync(HttpMethod.Put, address, edit, ("Idempotency-Key", "c"), ("If-Match", tag));
        using var again = await caller.SendAsync(HttpMethod.Put, address, edit, ("Idempotency-Key", "c"), ("If-Match", tag));
        var other = JsonSerializer.Serialize(new { mode = "telephone", text = "Another text altogether, which was made from the first version.", sharing = "yes" });
        await ApiCaller.ProblemAsync(await caller.SendAsync(HttpMethod.Put, address, other, ("Idempotency-Key", "d"), ("If-Match", tag)), 412, "changed");

        Assert.True(done.StatusCode is HttpStatusCode.OK, await done.Content.ReadAsStringAsync());
        Assert.Equal(2, (await done.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("version").GetInt32());
        Assert.Equal(await done.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        var versions = await ContactsAsync(app);
        Assert.Equal([1, 2], versions.Select(c => c.Version).Order());
    }

    [Fact]
    public async Task Nobody_edits_what_somebody_else_recorded()
    {
        await using var app = await App.StartAsync(kind);
        var (caller, contacts) = await StartAsync(app);
        using var recorded = await caller.PostAsync(contacts, ApiCaller.Note());
        var other = await ApiCaller.OfAsync(app);
        using var read = await other.GetAsync(recorded.Headers.Location!.ToString());

        using var answer = await other.SendAsync(
            HttpMethod.Put, recorded.Headers.Location!.ToString(), JsonSerializer.Serialize(new { mode = "video", text = "Not what was said at all" }), ("Idempotency-Key", "x"), ("If-Match", read.Headers.ETag!.ToString()));

        await ApiCaller.ProblemAsync(answer, 403, "no-role");
        Assert.Single(await ContactsAsync(app));
    }

    [Fact]
    public async Task An_administrator_makes_a_client_sees_its_secret_once_and_disables_it()
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync();
        var admin = await app.SignInAsAsync(Role.Admin, "NAT");
        var fields = new Dictionary<string, string>
        {
            ["Input.ClientId"] = "northfield-education",
            ["Input.Name"] = "Northfield education",
            ["Input.Role"] = "HEAD_OMU",
            ["Input.Place"] = "lhi",
            ["Input.Scopes"] = "persons.read",
        };

        var wrong = await User.ReadAsync(await admin.SubmitAsync("/admin/api-clients/new", new Dictionary<string, string>(fields) { ["Input.ClientId"] = "Not An Id" }));
        Assert.Contains("small letters", wrong.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        var made = await User.ReadAsync(await admin.SubmitAsync("/admin/api-clients/new", fields));
        var secret = made.QuerySelector("main code")!.TextContent;
        var address = made.QuerySelector("main a[href^='/admin/api-clients/']:not([href$='clients'])")!.GetAttribute("href")!;
        var caller = new ApiCaller(app, app.Anyone().Client, "northfield-education", secret);
        await caller.SignInAsync();
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync($"/api/v1/persons/{person.Address}")).StatusCode);

        var page = await admin.PageAsync(address);
        Assert.DoesNotContain(secret, page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("northfield-education", (await admin.PageAsync("/admin/api-clients")).Body!.TextContent, StringComparison.Ordinal);
        var rotated = await User.ReadAsync(await admin.SubmitAsync(address, new Dictionary<string, string> { ["What"] = "RotateSecret" }));
        Assert.NotEqual(secret, rotated.QuerySelector("main code")!.TextContent);
        await admin.SubmitAsync(address, new Dictionary<string, string> { ["What"] = "Disable" });
        Assert.False((await ApiCaller.AskTokenAsync(caller.Client, "northfield-education", rotated.QuerySelector("main code")!.TextContent)).IsSuccessStatusCode);
        Assert.Contains("Disabled", (await admin.PageAsync(address)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_done_to_a_client_is_audited_and_what_it_may_do_is_changed_with_a_reason()
    {
        await using var app = await App.StartAsync(kind);
        var (here, there) = (await app.PersonAsync("LHI"), await app.PersonAsync("LNI"));
        var caller = await ApiCaller.OfAsync(app, Role.HeadOmu, "LHI", "persons.read");
        var (admin, second) = (await app.SignInAsAsync(Role.Admin, "NAT"), await app.SignInAsAsync(Role.Admin, "NAT"));
        var address = $"/admin/api-clients/{caller.Id}";
        var fields = new Dictionary<string, string>
        {
            ["Input.Role"] = "POM",
            ["Input.Place"] = "lni",
            ["Input.Scopes"] = "contacts.read",
            ["Input.Reason"] = "The college has moved to the other prison",
        };

        var form = await second.PageAsync(address + "/edit");
        Assert.Equal("LHI", form.QuerySelector("[name='Input.Place']")!.GetAttribute("value"));
        Assert.Equal(["persons.read"], form.QuerySelectorAll("input[type=checkbox][checked]").Select(box => box.GetAttribute("value")));
        var unsaid = await User.ReadAsync(await admin.SubmitAsync(address + "/edit", new Dictionary<string, string>(fields) { ["Input.Reason"] = "short", ["Input.Place"] = "zzq" }));
        Assert.Equal(
            ["Enter the code of a place, such as LHI", "Reason must be 20 characters or more"],
            unsaid.QuerySelectorAll(".govuk-error-summary__list li").Select(li => li.TextContent.Trim()));
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync($"/api/v1/persons/{here.Address}")).StatusCode);

        Assert.Equal(address, (await admin.SubmitAsync(address + "/edit", fields)).Headers.Location?.ToString());
        await ApiCaller.ProblemAsync(await caller.GetAsync($"/api/v1/persons/{here.Address}"), 401, "no-token");
        await caller.SignInAsync();   // the secret is the same
        await ApiCaller.ProblemAsync(await caller.GetAsync($"/api/v1/persons/{there.Address}"), 403, "no-scope");
        Assert.Equal(HttpStatusCode.OK, (await caller.GetAsync($"/api/v1/persons/{there.Address}/contacts")).StatusCode);
        await ApiCaller.ProblemAsync(await caller.GetAsync($"/api/v1/persons/{here.Address}/contacts"), 403, "out-of-reach");

        // the second administrator's form is from before
        using var late = new FormUrlEncodedContent(new Dictionary<string, string>(fields)
        {
            ["Input.Place"] = "LHI",
            ["Seen"] = form.QuerySelector("[name=Seen]")!.GetAttribute("value")!,
            ["__RequestVerificationToken"] = form.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!,
        });
        var refused = await User.ReadAsync(await second.Client.PostAsync(address + "/edit", late));
        Assert.Contains("Somebody else has changed this client", refused.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        await admin.SubmitAsync(address, new Dictionary<string, string> { ["What"] = "RotateSecret" });
        await admin.SubmitAsync(address, new Dictionary<string, string> { ["What"] = "Disable" });

        var said = (await admin.PageAsync("/admin/audit/changes?of=apiclient")).QuerySelectorAll("main tbody tr").Select(tr => tr.QuerySelectorAll("td").Select(td => td.TextContent.Trim()).ToList()).ToList();
        Assert.All(said, row => Assert.Equal($"API client: {caller.ClientId}", row[2]));
        Assert.Equal(
            [
                "Disabled", "New secret made",
                "Role changed from Head of the offender management unit to Prison offender manager; Place changed from " + Places.Name(new("LHI")) + " to " + Places.Name(new("LNI")) + "; Datasets changed from persons.read to contacts.read",
                "Client made: Northfield link. Head of the offender management unit, " + Places.Name(new("LHI")) + "; persons.read",
            ],
            said.Select(row => row[3]));
        Assert.Equal("The college has moved to the other prison", said[2][4]);
        Assert.Contains("Role changed from", (await admin.PageAsync(address)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await (await app.SignInAsAsync(Role.Homd)).PageAsync("/admin/audit/changes")).QuerySelectorAll("main tbody tr"));
    }

    [Fact]
    public async Task The_demo_client_works_while_data_is_made_up()
    {
        await using var app = await App.StartAsync(kind);
        await using var real = await App.StartAsync(kind, new Dictionary<string, string> { ["Data:Fictional"] = "false" });

        Assert.Equal(HttpStatusCode.OK, (await ApiCaller.AskTokenAsync(app.Anyone().Client, DemoApiClient.ClientId, DemoApiClient.Secret)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await ApiCaller.AskTokenAsync(real.Anyone().Client, DemoApiClient.ClientId, DemoApiClient.Secret)).StatusCode);
    }

    /// <summary>The same program with the same token, asking somewhere else.</summary>
    private static ApiCaller Same(ApiCaller caller, App app)
    {
        var client = app.Anyone().Client;
        client.DefaultRequestHeaders.Authorization = caller.Client.DefaultRequestHeaders.Authorization;
        return new(app, client, caller.ClientId, caller.Secret);
    }

    private static async Task<(ApiCaller Caller, string Contacts)> StartAsync(App app)
    {
        var person = await app.PersonAsync();
        return (await ApiCaller.OfAsync(app), $"/api/v1/persons/{person.Address}/contacts");
    }

    private static async Task<List<Contact>> ContactsAsync(App app)
    {
        await using var db = app.Database.Open();
        return await db.Contacts.ToListAsync();
    }

    private static async Task ForgetAnswersAsync(App app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<Storage.Accounts.AccessDb>().ApiWrites
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.Status, (int?)null).SetProperty(w => w.Answer, (string?)null));
    }

    private static async Task<int> PurgeAsync(App app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ApiWrites>().PurgeAsync(default);
    }
}
