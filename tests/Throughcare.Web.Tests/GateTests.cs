using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Storage.Accounts;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests;

public sealed class GateTests
{
    [Fact]
    public async Task Out_of_reach_shows_what_search_shows_and_offers_to_ask()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync("LNI", "Quillon", "Bram");
        var user = await app.SignInAsAsync(Role.Pom);

        var response = await user.GetAsync($"/people/{person.Address}/access");
        var page = await User.ReadAsync(response);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("You do not have access to this record", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Quillon, Bram", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"a[href='/people/{person.Address}/request-access']"));
        Assert.DoesNotContain("Quillon", page.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_limited_record_shows_no_name()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync("LHI", "Quillon");
        await app.RestrictAsync(person.Id);

        var response = await (await app.SignInAsAsync(Role.KeyWorker)).GetAsync($"/people/{person.Address}/access");
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("Ask the public protection unit", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Quillon", text, StringComparison.Ordinal);
        Assert.DoesNotContain("break-glass", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_on_the_list_of_a_limited_record_says_why_before_it_opens_and_once_a_session()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync("LHI", "Quillon");
        var user = await app.SignInAsAsync(Role.Homd);
        await app.RestrictAsync(person.Id, allowed: user.Actor.StaffId);
        var (record, card) = ($"/people/{person.Address}/access", $"/people/{person.Address}/open-limited");

        var asked = await user.GetAsync(record + "?page=2");
        Assert.Equal((HttpStatusCode.SeeOther, $"{card}?return={Uri.EscapeDataString(record + "?page=2")}"), (asked.StatusCode, asked.Headers.Location!.ToString()));
        var page = await user.PageAsync(asked.Headers.Location.ToString());
        Assert.Equal("Say why before you open this record", page.QuerySelector(".moj-interruption-card h1.moj-interruption-card__heading")!.TextContent);
        Assert.DoesNotContain("Quillon", page.DocumentElement.OuterHtml, StringComparison.Ordinal);

        var short19 = await user.SubmitAsync(card, new Dictionary<string, string> { ["Reason"] = new('x', 19) });
        Assert.Contains("Reason must be between 20", await short19.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await user.GetAsync(record)).StatusCode);

        var opened = await user.SubmitAsync(asked.Headers.Location.ToString(), new Dictionary<string, string> { ["Reason"] = "Planning his move on Friday" });
        Assert.Equal(record + "?page=2", opened.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.OK, (await user.GetAsync(record)).StatusCode);
        Assert.Equal([(person.Id, "Planning his move on Friday")], (await app.LooksAsync()).Where(l => l.Purpose is not null).Select(l => (l.PersonId!.Value, l.Purpose!)));
        Assert.Contains("Planning his move on Friday", (await user.PageAsync(record)).Body!.TextContent, StringComparison.Ordinal);

        // whoever is not on the list is not asked, and the next session asks again
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignInAsAsync(Role.Pom)).GetAsync(record)).StatusCode);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await using var scope = app.Services.CreateAsyncScope();
        var opening = scope.ServiceProvider.GetRequiredService<LimitedOpening>();
        Assert.False(await opening.IsReasonNeededAsync(person.Id, user.Actor, A.Monday, default));
        Assert.True(await opening.IsReasonNeededAsync(person.Id, user.Actor, app.Clock.GetUtcNow(), default));
    }

    [Theory]
    [InlineData(Role.Pom, 30)]
    [InlineData(Role.Prisoner, 10)]
    public async Task A_form_says_without_scripts_when_whoever_does_nothing_is_signed_out(Role role, int minutes)
    {
        await using var app = await App.StartAsync();
        var page = await (await app.SignInAsAsync(role)).PageAsync("/change-role");

        Assert.Equal($"You’ll be signed out if you do nothing for {minutes} minutes.", page.QuerySelector("main .tc-no-script")!.TextContent);
    }

    [Fact]
    public async Task A_form_sent_to_a_limited_record_before_the_reason_is_kept_and_offered_after_it()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        var user = await app.SignInAsAsync(Role.Homd);
        await app.RestrictAsync(person.Id, allowed: user.Actor.StaffId);

        using var form = new FormUrlEncodedContent([new("Input.Notes", "Spoke about his move")]);
        var answer = await user.Client.PostAsync($"/people/{person.Address}/contacts/new", form);

        Assert.Equal($"/people/{person.Address}/open-limited?return=%2Fkept", answer.Headers.Location!.ToString());
        await user.SubmitAsync(answer.Headers.Location.ToString(), new Dictionary<string, string> { ["Reason"] = "Planning his move on Friday" });
        Assert.Contains("Spoke about his move", (await user.PageAsync("/kept")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("access")]
    [InlineData("request-access")]
    [InlineData("break-glass")]
    public async Task A_hidden_person_and_nobody_get_the_same_page_byte_for_byte(string section)
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync("LHI", number: "A9001AZ");
        await app.RestrictAsync(person.Id, hides: true);
        var user = await app.SignInAsAsync(Role.Pom);

        var hidden = await user.GetAsync($"/people/A9001AZ/{section}");
        var nobody = await user.GetAsync($"/people/A9002AZ/{section}");
        var byId = await user.GetAsync($"/people/{person.Id}/{section}");

        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.Equal(await nobody.Content.ReadAsByteArrayAsync(), await hidden.Content.ReadAsByteArrayAsync());
        Assert.Equal(await nobody.Content.ReadAsByteArrayAsync(), await byId.Content.ReadAsByteArrayAsync());
        Assert.Equal(Headers(nobody), Headers(hidden));

        static string[] Headers(HttpResponseMessage response) =>
            [.. response.Headers.Concat(response.Content.Headers).Where(h => h.Key != "Set-Cookie").Select(h => $"{h.Key}: {string.Join(',', h.Value)}").Order()];
    }

    [Theory]
    [InlineData("a9001az")]
    [InlineData("X123456")]
    [InlineData("id")]
    public async Task Every_other_way_to_name_a_person_leads_to_their_address(string typed)
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync("LHI", number: "A9001AZ", crn: "X123456");
        var user = await app.SignInAsAsync(Role.Pom);

        var response = await user.GetAsync($"/people/{(typed == "id" ? person.Id.ToString() : typed)}/access?page=2");

        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal("/people/A9001AZ/access?page=2", response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task The_number_of_a_merged_record_leads_to_the_record_it_was_merged_into()
    {
        await using var app = await App.StartAsync();
        var survivor = await app.PersonAsync("LHI", number: "A9001AZ");
        var merged = await app.PersonAsync("LHI", number: "A9002AZ");
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<Storage.ThroughcareDb>().People.Where(p => p.Id == merged.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.SurvivorId, survivor.Id));
        }

        var response = await (await app.SignInAsAsync(Role.Pom)).GetAsync("/people/A9002AZ/access");

        Assert.Equal("/people/A9001AZ/access", response.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Every_look_is_recorded_whether_or_not_anything_was_shown()
    {
        await using var app = await App.StartAsync();
        var (mine, others) = (await app.PersonAsync("LHI"), await app.PersonAsync("LNI"));
        var user = await app.SignInAsAsync(Role.Pom);

        await user.GetAsync($"/people/{mine.Address}/access");
        await user.GetAsync($"/people/{others.Address}/access");
        var looks = await app.LooksAsync();

        Assert.Equal([(mine.Id, LookOutcome.Shown), (others.Id, LookOutcome.RefusedReach)], looks.Select(l => (l.PersonId!.Value, l.Outcome)));
        Assert.All(looks, look => Assert.Equal(("/people/{person}/access", user.Actor.StaffId), (look.What, look.StaffId)));
    }

    [Fact]
    public async Task Nothing_is_shown_when_the_look_can_not_be_recorded()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync("LHI", "Quillon");
        var user = await app.SignInAsAsync(Role.Pom);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<AuditDb>().Database.ExecuteSqlRawAsync("drop table read_looks");
        }

        var response = await user.GetAsync($"/people/{person.Address}/access");
        var text = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("Throughcare is not available", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Quillon", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_arrives_after_the_session_is_kept_for_its_user_and_offered_again()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync("LNI", "Quillon");
        var user = app.Anyone();
        var signIn = new Dictionary<string, string> { ["Input.UserName"] = "pom@demo", ["Input.Password"] = DemoAccounts.Password };
        await user.SubmitAsync("/sign-in", signIn);
        var page = await user.PageAsync($"/people/{person.Address}/request-access");
        Assert.Equal("Request access", page.QuerySelector("h1")!.TextContent);

        app.Clock.Advance(TimeSpan.FromMinutes(31));
        using var form = new FormUrlEncodedContent([new("Why", "He is due to move to our prison on Friday & <needs> a plan")]);
        var late = await user.Client.PostAsync($"/people/{person.Address}/request-access", form);
        var again = await user.SubmitAsync("/sign-in", signIn);
        var sent = await user.SubmitAsync("/kept", new Dictionary<string, string>());

        Assert.Equal("/sign-in", late.Headers.Location!.ToString());
        Assert.Equal("/kept", again.Headers.Location!.ToString());
        Assert.Equal($"/people/{person.Address}/request-access", sent.Headers.Location!.ToString());
        Assert.Contains("You asked on", (await user.PageAsync($"/people/{person.Address}/request-access")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await user.GetAsync("/kept")).StatusCode);
    }

    [Fact]
    public async Task A_locked_account_is_out_with_its_next_request()
    {
        await using var app = await App.StartAsync();
        var user = await app.SignInAsAsync(Role.Pom);
        var admin = await app.SignInAsAsync(Role.Admin, "NAT");
        Assert.Equal(HttpStatusCode.NoContent, (await user.GetAsync("/stay")).StatusCode);

        await admin.SubmitAsync($"/admin/accounts/{user.Actor.StaffId}/close?what=lock", new Dictionary<string, string> { ["Input.Reason"] = "Reported as used by somebody else" });

        Assert.Equal(HttpStatusCode.Redirect, (await user.GetAsync("/stay")).StatusCode);
    }

    [Theory]
    [InlineData("/health/live", "live")]
    [InlineData("/health/ready", "ready")]
    public async Task Machines_ask_for_health_without_a_session(string address, string words)
    {
        await using var app = await App.StartAsync();

        Assert.Equal(words, await (await app.Anyone().GetAsync(address)).Content.ReadAsStringAsync());
    }
}

public abstract class AccessPagesTests(DatabaseKind kind)
{
    private const string Reason = "Somebody here grew up with the person's family";

    [Fact]
    public async Task A_request_goes_to_the_unit_and_a_grant_opens_the_record_until_its_last_day()
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync("LNI", "Quillon");
        var (pom, head) = (await app.SignInAsAsync(Role.Pom, "LHI"), await app.SignInAsAsync(Role.Homd, "LNI"));

        await pom.SubmitAsync($"/people/{person.Address}/request-access", new Dictionary<string, string> { ["Why"] = "He is due to move to our prison on Friday" });
        var granted = await head.SubmitAsync("/access-requests", new Dictionary<string, string>
        {
            ["Input.Decision"] = "grant",
            ["Input.Until.Day"] = "12",
            ["Input.Until.Month"] = "1",
            ["Input.Until.Year"] = "2026",
        });

        Assert.Equal("/access-requests", granted.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, (await pom.GetAsync($"/people/{person.Address}/access")).StatusCode);
        app.Clock.Advance(TimeSpan.FromDays(8));
        var later = await app.SignInAsAsync(Role.Homd, "LHI", others: []);
        Assert.Equal(HttpStatusCode.Forbidden, (await later.GetAsync($"/people/{person.Address}/access")).StatusCode);
    }

    [Fact]
    public async Task Breaking_the_glass_opens_a_limited_record_for_four_hours_and_waits_for_review()
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync("LHI", "Quillon");
        var head = await app.SignInAsAsync(Role.Homd, "LHI");
        await app.RestrictAsync(person.Id, allowed: head.Actor.StaffId);
        var pom = await app.SignInAsAsync(Role.Pom, "LHI");

        Assert.Contains("break-glass", await (await pom.GetAsync($"/people/{person.Address}/access")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await pom.SubmitAsync($"/people/{person.Address}/break-glass", new Dictionary<string, string> { ["Reason"] = "Threat to his life tonight, wing staff need his history" });
        Assert.Equal(HttpStatusCode.OK, (await pom.GetAsync($"/people/{person.Address}/access")).StatusCode);
        Assert.Contains("1 alert", (await head.PageAsync("/change-role")).QuerySelector(".tc-nav-end")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Threat to his life", (await head.PageAsync("/access-requests")).Body!.TextContent, StringComparison.Ordinal);

        foreach (var _ in Enumerable.Range(0, 9))
        {
            app.Clock.Advance(TimeSpan.FromMinutes(27));
            await pom.GetAsync("/stay");
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await pom.GetAsync($"/people/{person.Address}/access")).StatusCode);
    }

    [Fact]
    public async Task A_head_who_is_not_on_the_list_reviews_the_opening_of_a_limited_record_without_seeing_whose_it_is()
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync("LHI", "Quillon");
        await app.RestrictAsync(person.Id);
        var (head, other) = (await app.SignInAsAsync(Role.Homd, "LHI"), await app.SignInAsAsync(Role.Homd, "LNI"));
        await (await app.SignInAsAsync(Role.Pom, "LHI")).SubmitAsync($"/people/{person.Address}/break-glass", new Dictionary<string, string> { ["Reason"] = "Threat to his life tonight, wing staff need his history" });

        var page = (await head.PageAsync("/access-requests")).Body!.TextContent;
        Assert.Contains("Threat to his life", page, StringComparison.Ordinal);
        Assert.Contains(person.Address, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Quillon", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Threat to his life", (await other.PageAsync("/access-requests")).Body!.TextContent, StringComparison.Ordinal);

        var reviewed = await head.SubmitAsync("/access-requests", new Dictionary<string, string> { ["Input.Decision"] = "review", ["Input.Answer"] = "It was right: the threat was real and staff acted on it" });
        Assert.Equal("/access-requests", reviewed.Headers.Location?.ToString());
        Assert.Contains("Nothing to review", (await head.PageAsync("/access-requests")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await head.GetAsync($"/people/{person.Address}/access")).StatusCode);
    }

    [Fact]
    public async Task A_head_of_unit_has_the_verbs_of_a_head_of_delivery_only_where_the_prison_has_none()
    {
        await using var app = await App.StartAsync(kind);
        var (here, there) = (await app.PersonAsync("LEI"), await app.PersonAsync("LNI"));
        await app.SignInAsAsync(Role.Homd, "LNI");
        var (alone, beside) = (await app.SignInAsAsync(Role.HeadOmu, "LEI"), await app.SignInAsAsync(Role.HeadOmu, "LNI"));

        Assert.Equal(HttpStatusCode.OK, (await alone.GetAsync($"/people/{here.Address}/break-glass")).StatusCode);
        Assert.Contains("Your role cannot do this", await (await beside.GetAsync($"/people/{there.Address}/break-glass")).Content.ReadAsStringAsync(), StringComparison.Ordinal);

        await app.SignInAsAsync(Role.Homd, "LEI");
        Assert.Equal(HttpStatusCode.Forbidden, (await alone.GetAsync($"/people/{here.Address}/break-glass")).StatusCode);
    }

    [Fact]
    public async Task A_head_limits_a_record_to_named_users_and_lifts_the_limit_again()
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync("LHI", "Quillon");
        var (head, pom) = (await app.SignInAsAsync(Role.Homd, "LHI"), await app.SignInAsAsync(Role.Pom, "LHI"));
        var form = new Dictionary<string, string>
        {
            ["Input.AskTeam"] = "the head of the unit",
            ["Input.Reason"] = Reason,
            ["Input.HidesExistence"] = "false",
            ["Input.ReviewOn.Day"] = "1",
            ["Input.ReviewOn.Month"] = "6",
            ["Input.ReviewOn.Year"] = "2026",
        };

        var limited = await head.SubmitAsync($"/people/{person.Address}/restrict", form, "form[action*=Limit]");
        Assert.Equal($"/people/{person.Address}/access", limited.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Forbidden, (await pom.GetAsync($"/people/{person.Address}/access")).StatusCode);

        await head.SubmitAsync($"/people/{person.Address}/open-limited", new Dictionary<string, string> { ["Reason"] = Reason });
        await head.SubmitAsync($"/people/{person.Address}/restrict", new Dictionary<string, string> { ["LiftReason"] = Reason }, "form[action*=Lift]");
        Assert.Equal(HttpStatusCode.OK, (await pom.GetAsync($"/people/{person.Address}/access")).StatusCode);
    }

    [Fact]
    public async Task An_account_that_was_made_signs_in_and_chooses_a_password_of_its_own()
    {
        await using var app = await App.StartAsync(kind);
        var admin = await app.SignInAsAsync(Role.Admin, "NAT");

        var made = await User.ReadAsync(await admin.SubmitAsync("/admin/accounts/new", new Dictionary<string, string>
        {
            ["Input.UserName"] = "b.quickthorn",
            ["Input.Name"] = "Beatrix Quickthorn",
            ["Input.Role"] = "POM",
            ["Input.Place"] = "LHI",
        }));
        var user = app.Anyone();
        var first = await user.SubmitAsync("/sign-in", new Dictionary<string, string> { ["Input.UserName"] = "B.Quickthorn", ["Input.Password"] = made.QuerySelector("main code")!.TextContent });
        var own = await user.SubmitAsync("/sign-in/password", new Dictionary<string, string> { ["Input.Password"] = "kettle-harbour-moss", ["Input.Again"] = "kettle-harbour-moss" });

        Assert.Equal("/sign-in/password", first.Headers.Location?.ToString());
        Assert.Equal("/", own.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.NoContent, (await user.GetAsync("/stay")).StatusCode);
    }

    [Fact]
    public async Task Where_data_is_real_an_authenticator_is_set_up_and_its_code_works_once()
    {
        await using var app = await App.StartAsync(kind, new Dictionary<string, string> { ["Data:Fictional"] = "false" });
        var admin = await app.SignInAsAsync(Role.Admin, "NAT");
        var made = await User.ReadAsync(await admin.SubmitAsync("/admin/accounts/new", new Dictionary<string, string>
        {
            ["Input.UserName"] = "b.quickthorn",
            ["Input.Name"] = "Beatrix Quickthorn",
            ["Input.Role"] = "POM",
            ["Input.Place"] = "LHI",
        }));
        var password = made.QuerySelector("main code")!.TextContent;
        var user = app.Anyone();

        var first = await user.SubmitAsync("/sign-in", new Dictionary<string, string> { ["Input.UserName"] = "b.quickthorn", ["Input.Password"] = password });
        Assert.Equal("/sign-in/authenticator", first.Headers.Location?.ToString());
        var page = await user.PageAsync("/sign-in/authenticator");
        var secret = FromBase32(page.QuerySelector("main strong")!.TextContent);
        var code = Totp.Code(secret, Totp.StepAt(app.Clock.GetUtcNow()));
        using var form = new FormUrlEncodedContent(page.QuerySelectorAll("main input[type=hidden]").OfType<AngleSharp.Html.Dom.IHtmlInputElement>()
            .Select(input => KeyValuePair.Create(input.Name!, input.Value)).Append(new("Code", code)));
        var enrolled = await user.Client.PostAsync("/sign-in/authenticator", form);
        await user.SubmitAsync("/sign-in/password", new Dictionary<string, string> { ["Input.Password"] = "kettle-harbour-moss", ["Input.Again"] = "kettle-harbour-moss" });
        await user.Client.PostAsync("/sign-out", null);

        await user.SubmitAsync("/sign-in", new Dictionary<string, string> { ["Input.UserName"] = "b.quickthorn", ["Input.Password"] = "kettle-harbour-moss" });
        var used = await user.SubmitAsync("/sign-in/code", new Dictionary<string, string> { ["Code"] = code });
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        var next = await user.SubmitAsync("/sign-in/code", new Dictionary<string, string> { ["Code"] = Totp.Code(secret, Totp.StepAt(app.Clock.GetUtcNow())) });

        Assert.Equal("/sign-in/password", enrolled.Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.OK, used.StatusCode);
        Assert.Equal("/", next.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_user_who_searches_more_than_fifty_times_a_day_is_reported()
    {
        await using var app = await App.StartAsync(kind);
        var looks = app.Services.GetRequiredService<LookWriter>();
        var (many, few) = (A.Actor(Role.Pom), A.Actor(Role.Pom));

        await Task.WhenAll(Enumerable.Range(0, 51).Select(i => looks.WriteAsync(looks.Make(many, "/search") with { SearchText = $"Zab {i}" }))
            .Concat(Enumerable.Range(0, 50).Select(i => looks.WriteAsync(looks.Make(few, "/search") with { SearchText = $"Zab {i}" }))));
        var page = await (await app.SignInAsAsync(Role.RecordsOfficer, "NAT")).PageAsync("/admin/audit");

        Assert.Contains("Many searches", page.QuerySelector(".moj-alert")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(", 51", page.QuerySelector(".moj-alert")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(", 50", page.QuerySelector(".moj-alert")!.TextContent, StringComparison.Ordinal);
    }

    private static byte[] FromBase32(string words)
    {
        var bits = string.Concat(words.Where(char.IsLetterOrDigit).Select(c => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}

public sealed class AccessPagesOnSqliteTests() : AccessPagesTests(DatabaseKind.Sqlite);

public sealed class AccessPagesOnPostgresTests() : AccessPagesTests(DatabaseKind.Postgres);
