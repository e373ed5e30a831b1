using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application.Standards;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Throughcare.Domain.Standards;
using Throughcare.Storage;
using Throughcare.Storage.Standards;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests.Standards;

/// <summary>Tasks, what is due of a person, why, and what is decided about it, through the pages. Somebody was sentenced to three and a half
/// years on 1 December 2025, so that the initial OASys is due on 9 February 2026.</summary>
public sealed class DuePageTests
{
    private const string Why = "In hospital since Monday and not fit to be interviewed";

    [Fact]
    public async Task A_person_has_no_tasks_and_staff_without_any_are_told_how_they_come()
    {
        await using var app = await App.StartAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignInAsAsync(Role.Prisoner)).GetAsync("/tasks")).StatusCode);
        var page = await (await app.SignInAsAsync(Role.Pom)).PageAsync("/tasks");
        Assert.Equal("My tasks – Throughcare", page.Title);
        Assert.Contains("Nothing needs you today", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No deferral waits for you", (await (await app.SignInAsAsync(Role.Homd)).PageAsync("/deferrals")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_due_of_a_person_is_shown_to_those_alone_who_reach_them()
    {
        await using var app = await App.StartAsync();
        var (pom, person, item) = await DueAsync(app);
        var hidden = await app.PersonAsync();
        await app.RestrictAsync(hidden.Id, hides: true);
        var elsewhere = await app.SignInAsAsync(Role.Pom, "LEI");
        var addresses = new[] { $"/people/{person.Address}/due", $"/people/{person.Address}/due/{item}", $"/people/{person.Address}/due/{item}/defer" };

        foreach (var address in addresses)
        {
            var response = await elsewhere.GetAsync(address);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
            Assert.Contains("Request access", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await pom.GetAsync(address)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await pom.GetAsync($"/people/{hidden.Address}/due")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await pom.GetAsync($"/people/{person.Address}/due/{Guid.NewGuid()}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await pom.GetAsync($"/people/{person.Address}/due/{item}/exempt")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignInAsAsync(Role.Homd)).GetAsync($"/people/{person.Address}/due/{item}/defer")).StatusCode);
    }

    [Fact]
    public async Task Tasks_are_listed_with_tabs_filters_and_counts_in_the_navigation_and_at_home()
    {
        await using var app = await App.StartAsync();
        var (pom, person, item) = await DueAsync(app);
        app.Clock.Advance(TimeSpan.FromDays(36));   // 10 February: a day overdue

        var signedIn = await app.SignInAsAsync(Role.Pom, staff: null);
        var late = await AgainAsync(app, pom);
        var page = await late.PageAsync("/tasks?group=overdue");
        var home = await late.PageAsync("/");
        var narrowed = await late.PageAsync("/tasks?about=victim");
        var together = await late.PageAsync("/tasks?by=person&group=overdue");

        var row = page.QuerySelectorAll("main tbody tr").Single(r => r.QuerySelector($"a[href='/people/{person.Address}/due/{item}']") is not null);
        Assert.Contains("Overdue 1 day", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Zabrake, Ada", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Source:", row.QuerySelector("details.tc-why")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("page", page.QuerySelector("main nav a[href*='group=overdue']")!.GetAttribute("aria-current"));
        Assert.NotNull(page.QuerySelector("a[href='/tasks'] .moj-notification-badge"));
        Assert.NotNull(home.QuerySelector("a[href='/tasks?group=overdue']"));
        Assert.Contains("No task fits", narrowed.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Zabrake, Ada", together.QuerySelector("main h2 a")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Zabrake", (await signedIn.PageAsync("/tasks")).QuerySelector("main table")?.TextContent ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_an_item_says_rule_facts_arithmetic_source_and_what_to_do_next()
    {
        await using var app = await App.StartAsync();
        var (pom, person, item) = await DueAsync(app);

        var page = await pom.PageAsync($"/people/{person.Address}/due/{item}");
        var text = page.QuerySelector("main")!.TextContent;

        Assert.EndsWith($"{person.Address} – Throughcare", page.Title, StringComparison.Ordinal);
        Assert.DoesNotContain("Zabrake", page.Title, StringComparison.Ordinal);
        Assert.Contains("Monday 9 February 2026", text, StringComparison.Ordinal);
        Assert.Contains("The clock starts on 1 December 2025", text, StringComparison.Ordinal);
        Assert.Contains("It is met by a full OASys assessment that is complete", text, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"main a[href='/people/{person.Address}/sentence']"));
        Assert.NotNull(page.QuerySelector($"main a[href='/people/{person.Address}/due/{item}/defer']"));
        Assert.Null(page.QuerySelector($"main a[href='/people/{person.Address}/due/{item}/exempt']"));
        Assert.NotNull((await pom.PageAsync($"/people/{person.Address}")).QuerySelector($"main a[href^='/people/{person.Address}/due/']"));
    }

    [Fact]
    public async Task What_was_due_is_shown_as_at_another_day_and_an_impossible_day_is_said()
    {
        await using var app = await App.StartAsync();
        var (pom, person, _) = await DueAsync(app);

        var then = await pom.PageAsync($"/people/{person.Address}/due?asAt=20+January+2026");
        var wrong = await pom.PageAsync($"/people/{person.Address}/due?asAt=31+April+2026");

        Assert.Contains("what was due at the end of 20 January 2026", then.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("must be a real date", wrong.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_with_a_request_is_said_in_the_summary_and_by_the_field()
    {
        await using var app = await App.StartAsync();
        var (pom, person, item) = await DueAsync(app);

        var page = await User.ReadAsync(await pom.SubmitAsync($"/people/{person.Address}/due/{item}/defer", new Dictionary<string, string> { ["Step"] = "check", ["Input.Reason"] = "HOSPITAL", ["Input.NewDueOn"] = "1 January 2027", ["Input.Text"] = "ill" }));

        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Equal(
            ["New due date must be on or before 6 April 2026: this reason allows 56 days from the first due date", "Your reason must be 30 characters or more"],
            page.QuerySelectorAll(".govuk-error-summary__list a").Select(a => a.TextContent));
        Assert.Equal(2, page.QuerySelectorAll(".govuk-error-message").Length);
    }

    [Fact]
    public async Task A_later_date_is_checked_asked_for_once_approved_by_another_and_shown()
    {
        await using var app = await App.StartAsync();
        var (pom, person, item) = await DueAsync(app);
        var homd = await app.SignInAsAsync(Role.Homd);
        var at = $"/people/{person.Address}/due/{item}/defer";
        var typed = new Dictionary<string, string> { ["Step"] = "check", ["Input.Reason"] = "HOSPITAL", ["Input.NewDueOn"] = "2 March 2026", ["Input.Text"] = Why };

        var check = await User.ReadAsync(await pom.SubmitAsync(at, typed));
        var hidden = check.QuerySelectorAll("main form[method=post] input[type=hidden]").OfType<AngleSharp.Html.Dom.IHtmlInputElement>().ToDictionary(i => i.Name!, i => i.Value);
        hidden["Step"] = "send";
        var sent = await pom.Client.PostAsync(at, new FormUrlEncodedContent(hidden));
        var again = await pom.Client.PostAsync(at, new FormUrlEncodedContent(hidden));
        var list = await homd.PageAsync("/deferrals");
        var decision = list.QuerySelector("main tbody th a")!.GetAttribute("href")!;
        var unsaid = await User.ReadAsync(await homd.SubmitAsync(decision, new Dictionary<string, string> { ["Step"] = "decide" }));
        var own = await pom.PageAsync(decision);
        var approved = await homd.SubmitAsync(decision, new Dictionary<string, string> { ["Step"] = "decide", ["Input.Approve"] = "true" });

        Assert.Equal("Check what you ask for", check.QuerySelector("h1")!.TextContent);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (sent.StatusCode, again.StatusCode, approved.StatusCode));
        Assert.Equal(["Select whether you approve the later date"], unsaid.QuerySelectorAll(".govuk-error-summary__list a").Select(a => a.TextContent));
        Assert.Contains("You asked for this, so somebody else has to decide", own.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Take it back", own.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Deferred to 2 March 2026", (await pom.PageAsync($"/people/{person.Address}/due/{item}")).Body!.TextContent, StringComparison.Ordinal);
        await using var scope = app.Services.CreateAsyncScope();
        Assert.Equal(1, await scope.ServiceProvider.GetRequiredService<ThroughcareDb>().Deferrals.Where(d => d.Version == 1).CountAsync());
    }

    [Fact]
    public async Task A_head_of_delivery_exempts_a_case_and_ends_that_again()
    {
        await using var app = await App.StartAsync();
        var (_, person, item) = await DueAsync(app);
        var homd = await app.SignInAsAsync(Role.Homd);
        var at = $"/people/{person.Address}/due/{item}/exempt";

        var wrong = await User.ReadAsync(await homd.SubmitAsync(at, new Dictionary<string, string> { ["Step"] = "check" }));
        var done = await homd.SubmitAsync(at, new Dictionary<string, string> { ["Step"] = "send", ["Input.Reason"] = "UnfitPermanent", ["Input.Text"] = "Unfit to take part for good, says the hospital" });
        var due = await homd.PageAsync($"/people/{person.Address}/due");
        var end = due.QuerySelectorAll("main a").Single(a => a.TextContent.StartsWith("End it", StringComparison.Ordinal)).GetAttribute("href")!;
        var ended = await homd.SubmitAsync(end, new Dictionary<string, string>());

        Assert.Equal(["Select why the standard does not bind this case", "Enter why"], wrong.QuerySelectorAll(".govuk-error-summary__list a").Select(a => a.TextContent));
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (done.StatusCode, ended.StatusCode));
        Assert.Contains("Exempt from", due.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Exempt from", (await homd.PageAsync($"/people/{person.Address}/due")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_calendar_reads_the_tasks_under_a_key_without_a_name_and_a_new_key_ends_the_old_one()
    {
        await using var app = await App.StartAsync();
        var (pom, person, item) = await DueAsync(app);
        var anyone = app.Anyone();

        await pom.SubmitAsync("/tasks/calendar", new Dictionary<string, string> { ["Action"] = "new" });
        var first = new Uri((await pom.PageAsync("/tasks/calendar")).QuerySelector("#address")!.TextContent.Trim()).PathAndQuery;
        var file = await anyone.GetAsync(first);
        var text = (await file.Content.ReadAsStringAsync()).Replace("\r\n ", "", StringComparison.Ordinal);
        await pom.SubmitAsync("/tasks/calendar", new Dictionary<string, string> { ["Action"] = "new" });
        var second = new Uri((await pom.PageAsync("/tasks/calendar")).QuerySelector("#address")!.TextContent.Trim()).PathAndQuery;

        Assert.Equal(("text/calendar", HttpStatusCode.OK), (file.Content.Headers.ContentType!.MediaType, file.StatusCode));
        Assert.Contains($"UID:{item}@throughcare\r\n", text, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20260209\r\n", text, StringComparison.Ordinal);
        Assert.Contains($"SUMMARY:AZ {person.Address}: ", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Zabrake", text, StringComparison.Ordinal);
        Assert.All((await file.Content.ReadAsStringAsync()).Split("\r\n"), line => Assert.True(line.Length <= 75, line));
        Assert.Contains(await app.LooksAsync(), look => look.What == "/tasks/calendar.ics" && look.StaffId == pom.Actor.StaffId);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync(first)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await anyone.GetAsync(second)).StatusCode);
        await pom.SubmitAsync("/tasks/calendar", new Dictionary<string, string> { ["Action"] = "stop" });
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync(second)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.GetAsync("/tasks/calendar.ics")).StatusCode);
    }

    /// <summary>An offender manager, somebody of theirs, and the initial OASys that is due.</summary>
    private static async Task<(User Pom, App.Seeded Person, DueItemId Item)> DueAsync(App app)
    {
        var pom = await app.SignInAsAsync(Role.Pom);
        var person = await app.PersonAsync();
        await app.GiveReachAsync(person.Id, pom.Actor.StaffId);
        DateOnly day = new(2025, 12, 1);
        var entry = A.Entry with { At = new(2025, 12, 1, 12, 0, 0, TimeSpan.Zero) };
        CaseId caseId = new(A.FactId.Value);
        await app.SaveAsync(
            new StaffMember { Id = pom.Actor.StaffId, Name = "Petra Omond", Role = Role.Pom, Place = new("LHI") },
            new PersonCase { Id = new(caseId.Value), PersonId = person.Id, OpenedBy = CaseOpening.Reception, ValidFrom = day, Recorded = entry },
            new PersonDetails { Id = A.FactId, PersonId = person.Id, ValidFrom = day, DateOfBirth = new(1990, 3, 12), Sex = Coded.Of("M"), Recorded = entry },
            new CustodyEpisode { Id = A.FactId, PersonId = person.Id, CaseId = caseId, BookingNumber = "38479A", ValidFrom = day, Recorded = entry },
            new CellLocation { Id = A.FactId, PersonId = person.Id, CaseId = caseId, Prison = new("LHI"), Cell = "B2-14", ValidFrom = day, Recorded = entry },
            new CustodyStatus { Id = A.FactId, PersonId = person.Id, CaseId = caseId, Status = "ACTIVE IN", LegalStatus = Coded.Of("ADIMP_ORA"), ValidFrom = day, Recorded = entry },
            new SentenceRecord { Id = A.FactId, PersonId = person.Id, CaseId = caseId, Type = Coded.Of("ADIMP_ORA"), LegalStatus = Coded.Of("ADIMP_ORA"), Years = 3, Months = 6, ValidFrom = day, Recorded = entry },
            new Offence { Id = A.FactId, PersonId = person.Id, CaseId = caseId, Description = "Burglary", GroupCode = "THE", IsMain = true, ValidFrom = day, Recorded = entry },
            new KeyDates { Id = A.FactId, PersonId = person.Id, CaseId = caseId, Crd = new(2026, 3, 27), Sled = new(2027, 5, 31), AsOf = day, ValidFrom = day, Recorded = entry },
            new Movement { Id = A.FactId, PersonId = person.Id, CaseId = caseId, Type = "ADM", Reason = "R-SENT", To = new("LHI"), HappenedAt = entry.At, ValidFrom = day, Recorded = entry },
            new ManagerAssignment { Id = A.FactId, PersonId = person.Id, CaseId = caseId, Role = Role.Pom, StaffId = pom.Actor.StaffId, Name = "Omond, Petra", Place = new("LHI"), ValidFrom = day, Recorded = entry },
            new StalePerson { PersonId = person.Id, Since = A.Monday });
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DrainStalePeople>().DoAsync(default);
        var item = await scope.ServiceProvider.GetRequiredService<ThroughcareDb>().DueItems.SingleAsync(i => i.PersonId == person.Id && i.Family == "initial_oasys" && i.ReplacedAt == null);
        Assert.Equal("2026-02-09", item.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return (pom, person, item.Id);
    }

    /// <summary>Signs the same user in again, after the session has ended with the days.</summary>
    private static async Task<User> AgainAsync(App app, User user)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Storage.Accounts.AccessDb>();
        await accounts.Roles.Where(r => r.AccountId == new AccountId(user.Actor.StaffId.Value)).ExecuteDeleteAsync();
        await accounts.Accounts.Where(a => a.Id == new AccountId(user.Actor.StaffId.Value)).ExecuteDeleteAsync();
        return await app.SignInAsAsync(user.Actor.Role, user.Actor.Place.Text, user.Actor.StaffId);
    }
}
