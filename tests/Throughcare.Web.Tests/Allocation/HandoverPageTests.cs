using System.Net;
using AngleSharp.Dom;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests.Allocation;

/// <summary>Who leads a case, its handover, early allocation and scope, as pages show and change them.</summary>
public sealed class HandoverPageTests
{
    private static readonly DateOnly Since = new(2025, 1, 6);

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Who_leads_stands_with_dates_why_and_tasks_and_the_head_of_delivery_changes_it(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var person = await HeldAsync(app);
        var user = await app.SignInAsAsync(Role.Homd);
        var at = $"/people/{person.Address}";

        var before = await user.PageAsync($"{at}/handover");
        var empty = await User.ReadAsync(await SubmitAsync(app, user, $"{at}/responsibility", new Dictionary<string, string>()));
        var other = await User.ReadAsync(await SubmitAsync(app, user, $"{at}/responsibility", new Dictionary<string, string> { ["Input.Side"] = "Probation", ["Input.ReasonCode"] = "other_reason" }));
        var saved = await SubmitAsync(app, user, $"{at}/responsibility", new Dictionary<string, string> { ["Input.Side"] = "Probation", ["Input.ReasonCode"] = "other_reason", ["Input.Text"] = "Agreed with the community" });
        var after = await user.PageAsync($"{at}/handover");
        var back = await SubmitAsync(app, user, $"{at}/responsibility", new Dictionary<string, string> { ["Input.Reason"] = "Recorded in error" });
        var last = await user.PageAsync($"{at}/handover");

        Assert.Contains("The prison offender manager (POM) leads", Text(before), StringComparison.Ordinal);
        Assert.Contains("13 May 2026", Text(before), StringComparison.Ordinal);
        Assert.Equal(3, before.QuerySelectorAll("main details.tc-why").Length);
        Assert.Contains("Bolton took the case on in this sentence", Text(before), StringComparison.Ordinal);   // no address, no court
        Assert.Contains("0 of 2 tasks done", Text(before), StringComparison.Ordinal);
        Assert.Equal(["Select who is to lead", "Select a reason for overriding the responsibility"], Errors(empty));
        Assert.Equal(["Enter the reason"], Errors(other));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Contains("The community offender manager (COM) leads", Text(after), StringComparison.Ordinal);
        Assert.Contains("Agreed with the community", Text(after), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);
        Assert.DoesNotContain("Set by hand", Text(last), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_heads_who_set_it_at_once_see_what_stands()
    {
        await using var app = await App.StartAsync();
        var person = await HeldAsync(app);
        var (one, other) = (await app.SignInAsAsync(Role.Homd), await app.SignInAsAsync(Role.Homd));
        var at = $"/people/{person.Address}/responsibility";
        await other.PageAsync(at);
        await SubmitAsync(app, one, at, new Dictionary<string, string> { ["Input.Side"] = "Probation", ["Input.ReasonCode"] = "prisoner_has_been_recalled" });

        var late = await User.ReadAsync(await SubmitAsync(app, other, at, new Dictionary<string, string> { ["Input.Side"] = "Prison", ["Input.ReasonCode"] = "prisoner_has_been_recalled", ["MadeFrom"] = "0", ["Token"] = $"{A.FactId}" }));

        Assert.Equal("Somebody changed who leads first", late.QuerySelector("h1")?.TextContent);
        Assert.Contains("Nothing of yours is saved", Text(late), StringComparison.Ordinal);
        Assert.Contains("Prisoner has been recalled", Text(late), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_roles_read_it_and_change_nothing()
    {
        await using var app = await App.StartAsync();
        var person = await HeldAsync(app);
        var user = await app.SignInAsAsync(Role.CaseAdmin);

        var page = await user.PageAsync($"/people/{person.Address}/handover");

        Assert.Null(page.QuerySelector("main a[href$='/responsibility']"));
        Assert.Empty(page.QuerySelectorAll("main .govuk-task-list__link"));
        foreach (var closed in new[] { "responsibility", "early-allocation/new", "handover/contacted-com" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await user.GetAsync($"/people/{person.Address}/{closed}")).StatusCode);
        }
    }

    [Fact]
    public async Task A_task_is_marked_as_done_and_taken_back()
    {
        await using var app = await App.StartAsync();
        var person = await HeldAsync(app);
        var user = await app.SignInAsAsync(Role.Homd);
        var at = $"/people/{person.Address}/handover";

        var done = await SubmitAsync(app, user, $"{at}/contacted-com", new Dictionary<string, string> { ["Input.IsDone"] = "true" });
        var page = await user.PageAsync(at);
        var undone = await SubmitAsync(app, user, $"{at}/contacted-com", new Dictionary<string, string> { ["Input.IsDone"] = "false" });
        var last = await user.PageAsync(at);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (done.StatusCode, undone.StatusCode));
        Assert.Contains("1 of 2 tasks done", Text(page), StringComparison.Ordinal);
        Assert.Contains("0 of 2 tasks done", Text(last), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await user.GetAsync($"{at}/attended-handover-meeting")).StatusCode); // no task of this handover
    }

    [Fact]
    public async Task An_assessment_asks_what_its_answers_lead_to_and_the_community_answers()
    {
        await using var app = await App.StartAsync();
        var person = await HeldAsync(app);
        var user = await app.SignInAsAsync(Role.Homd);
        var at = $"/people/{person.Address}/early-allocation";
        Dictionary<string, string> first = new()
        {
            ["Input.OasysOn"] = "20/12/2025",
            ["Input.ConvictedUnderTerrorismAct"] = "false",
            ["Input.HighProfile"] = "false",
            ["Input.SeriousCrimePreventionOrder"] = "false",
            ["Input.MappaLevel3"] = "false",
            ["Input.CppcCase"] = "false",
        };
        Dictionary<string, string> second = new(first)
        {
            ["Stage"] = "3",
            ["Input.ExtremismSeparation"] = "false",
            ["Input.HighRiskOfSeriousHarm"] = "true",
            ["Input.MappaLevel2"] = "false",
            ["Input.PathfinderProcess"] = "false",
            ["Input.OtherReason"] = "false",
        };

        var empty = await User.ReadAsync(await SubmitAsync(app, user, $"{at}/new", new Dictionary<string, string>()));
        var asked = await User.ReadAsync(await SubmitAsync(app, user, $"{at}/new", first));
        var referred = await User.ReadAsync(await SubmitAsync(app, user, $"{at}/new", second));
        var unsaid = await User.ReadAsync(await SubmitAsync(app, user, $"{at}/new", new Dictionary<string, string>(second) { ["Stage"] = "4" }));
        var saved = await SubmitAsync(app, user, $"{at}/new", new Dictionary<string, string>(second) { ["Stage"] = "4", ["Input.Reason"] = "A long pattern of serious violence", ["Input.IsApproved"] = "true" });
        var page = await user.PageAsync(at);
        var link = page.QuerySelector("main a[href$='/answer']")!.GetAttribute("href")!;
        var answered = await SubmitAsync(app, user, link, new Dictionary<string, string> { ["Input.Accepted"] = "true" });
        var last = await user.PageAsync(at);

        Assert.Contains("Enter the date of the last OASys risk assessment", Errors(empty));
        Assert.Equal(6, Errors(empty).Count);
        Assert.NotNull(asked.QuerySelector("input[name='Input.ExtremismSeparation']"));
        Assert.Empty(Errors(asked));
        Assert.NotNull(referred.QuerySelector("textarea[name='Input.Reason']"));
        Assert.Equal(2, Errors(unsaid).Count);
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Contains("the community has not answered", Text(page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, answered.StatusCode);
        Assert.Contains("Eligible: in force", Text(last), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scope_says_why_what_is_missing_and_what_the_person_is_told()
    {
        await using var app = await App.StartAsync();
        var (held, unknown) = (await HeldAsync(app), await app.PersonAsync());
        var user = await app.SignInAsAsync(Role.CaseAdmin);

        var known = await user.PageAsync($"/people/{held.Address}/scope");
        var missing = await user.PageAsync($"/people/{unknown.Address}/scope");
        var overview = await user.PageAsync($"/people/{held.Address}");

        Assert.Contains("Adult with a criminal sentence: in scope of OMiC.", Text(known), StringComparison.Ordinal);
        Assert.Contains("You have a prison offender manager.", Text(known), StringComparison.Ordinal);
        Assert.Contains("Record the date of birth", Text(missing), StringComparison.Ordinal);
        Assert.Equal("In scope", overview.QuerySelector("main a[href$='/scope']")?.TextContent);
    }

    [Fact]
    public async Task The_list_of_handovers_has_tabs_with_counts_and_keeps_what_narrows_it()
    {
        await using var app = await App.StartAsync();
        var (near, late) = (await app.PersonAsync(last: "Near"), await app.PersonAsync(last: "Late"));
        await app.SaveAsync(
            Standing(near.Id, Responsibility.CustodyOnly, new(2026, 1, 12)) with { Tier = "B2" },
            Standing(late.Id, Responsibility.Community, new(2025, 12, 12)) with { Tier = "C1" });
        var user = await app.SignInAsAsync(Role.HeadOmu);

        var upcoming = await user.PageAsync("/handovers");
        var overdue = await user.PageAsync("/handovers?tab=com-overdue&tier=C");
        var none = await user.PageAsync("/handovers?tab=upcoming&tier=C");
        var silent = await user.PageAsync("/handovers?tab=no-contact");
        var elsewhere = await (await app.SignInAsAsync(Role.HeadOmu, "LEI")).PageAsync("/handovers");
        var nobody = await (await app.SignInAsAsync(Role.CaseAdmin)).PageAsync("/handovers");

        Assert.Equal(["Upcoming (1)", "In progress (1)", "Overdue tasks (1)", "COM allocation overdue (1)", "No probation contact (2)"], upcoming.QuerySelectorAll("main .moj-sub-navigation__link").Select(link => link.TextContent));
        Assert.Contains("Near, Ada", Text(upcoming), StringComparison.Ordinal);
        Assert.Contains("Within 10 working days", Text(upcoming), StringComparison.Ordinal);
        Assert.Contains("Late, Ada", Text(overdue), StringComparison.Ordinal);
        Assert.All(overdue.QuerySelectorAll("main .moj-sub-navigation__link"), link => Assert.Contains("tier=C", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Contains("No handover fits", Text(none), StringComparison.Ordinal);
        Assert.Contains("No delivery unit is known for these cases", Text(silent), StringComparison.Ordinal);
        Assert.Contains("Late, Ada", Text(silent), StringComparison.Ordinal);
        Assert.Contains("No handovers in the next 8 weeks", Text(elsewhere), StringComparison.Ordinal);
        Assert.Contains("Handovers are for offender managers", Text(nobody), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task The_list_says_how_to_write_to_the_COM(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var (by, known) = (await app.PersonAsync(last: "Byname"), await app.PersonAsync(last: "Known"));
        var com = new StaffMember { Id = new(A.IdSource.Next()), Name = "Cora Memberton", Role = Role.Com, Place = new("N50P01"), UserName = "cora", Email = "cora.memberton@example.org" };
        await app.SaveAsync(
            com,
            Standing(by.Id, Responsibility.Community, new(2025, 12, 12)) with { ComName = "Quill, Petra" },
            Standing(known.Id, Responsibility.Community, new(2025, 12, 11)) with { ComName = "Memberton, Cora", Com = com.Id },
            new ManagerAssignment { Id = A.FactId, PersonId = by.Id, Role = Role.Com, Name = "Quill, Petra", Email = "petra.quill@example.org", Place = new("N50P01"), ValidFrom = Since, Recorded = A.Entry });
        var user = await app.SignInAsAsync(Role.HeadOmu);

        var list = await user.PageAsync("/handovers?tab=in-progress");
        var people = await user.PageAsync($"/people/{by.Address}/people");

        Assert.Equal(["mailto:cora.memberton@example.org", "mailto:petra.quill@example.org"], list.QuerySelectorAll("main tbody a[href^='mailto:']").Select(link => link.GetAttribute("href")));
        Assert.NotNull(people.QuerySelector("main a[href='mailto:petra.quill@example.org']"));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task The_monthly_pipeline_is_for_managers_of_a_delivery_unit_as_a_page_and_as_a_file(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var (own, other) = (await app.PersonAsync("N50P01", "Own", crn: "X123456"), await app.PersonAsync("N50P01", "Other"));
        var hidden = await app.PersonAsync("N55P01", "Hidden");
        await app.SaveAsync(
            Standing(own.Id, Responsibility.CustodyOnly, new(2026, 2, 1)) with { HomeArea = new("N50P01") },
            Standing(other.Id, Responsibility.CustodyOnly, new(2026, 1, 20)) with { Pdu = new("N50P02"), HomeArea = new("N50P01") },
            Standing(hidden.Id, Responsibility.CustodyOnly, new(2026, 1, 20)) with { Pdu = new("N50P01") });
        var head = await app.SignInAsAsync(Role.HeadPdu, "N50P01");

        var list = await head.PageAsync("/handovers");
        var page = await head.PageAsync("/handovers/pipeline");
        var file = await (await head.GetAsync("/handovers/pipeline/file")).Content.ReadAsStringAsync();
        var elsewhere = await (await app.SignInAsAsync(Role.Spo, "N55P02")).PageAsync("/handovers/pipeline");
        var prison = await (await app.SignInAsAsync(Role.HeadOmu)).PageAsync("/handovers/pipeline");

        Assert.NotNull(list.QuerySelector("main a[href='/handovers/pipeline']"));
        Assert.Contains("Own, Ada", Text(page), StringComparison.Ordinal);
        Assert.Contains("X123456", Text(page), StringComparison.Ordinal);
        Assert.Contains("No COM", Text(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Other, Ada", Text(page), StringComparison.Ordinal);    // the unit of the COM comes first
        Assert.DoesNotContain("Hidden, Ada", Text(page), StringComparison.Ordinal);   // out of reach
        Assert.Contains("Own, Ada", file, StringComparison.Ordinal);
        Assert.Contains("2026-02-01", file, StringComparison.Ordinal);
        Assert.Contains((await app.LooksAsync()), look => look.What == "/handovers/pipeline/file" && look.PersonId == own.Id);
        Assert.Contains("No handover to your delivery unit", Text(elsewhere), StringComparison.Ordinal);
        Assert.Contains("is for those who manage a probation delivery unit", Text(prison), StringComparison.Ordinal);
    }

    private static Standing Standing(PersonId person, Responsibility who, DateOnly handover) => new()
    {
        PersonId = person,
        ChangedAt = A.Monday,
        Prison = new("LHI"),
        IsInScope = true,
        Responsibility = who,
        HandoverStart = handover,
        Handover = handover,
        HandoverReason = "determinate",
        HandoverVersion = "H9",
    };

    /// <summary>A man in prison since January 2025 who is to be released in January 2027, with a delivery unit.</summary>
    private static async Task<App.Seeded> HeldAsync(App app)
    {
        var person = await app.PersonAsync();
        await app.SaveAsync(
            new PersonDetails { Id = A.FactId, PersonId = person.Id, DateOfBirth = new(1990, 3, 12), Sex = Coded.Of("M"), ValidFrom = Since, Recorded = A.Entry },
            new CustodyEpisode { Id = A.FactId, PersonId = person.Id, ValidFrom = Since, Recorded = A.Entry },
            new CellLocation { Id = A.FactId, PersonId = person.Id, Prison = new("LHI"), Cell = "A1", ValidFrom = Since, Recorded = A.Entry },
            new SentenceRecord { Id = A.FactId, PersonId = person.Id, Type = Coded.Of("ADIMP_ORA"), Years = 4, ValidFrom = Since, Recorded = A.Entry },
            new KeyDates { Id = A.FactId, PersonId = person.Id, Crd = new(2027, 1, 27), AsOf = Since, ValidFrom = Since, Recorded = A.Entry },
            new ManagerAssignment { Id = A.FactId, PersonId = person.Id, Role = Role.Com, Name = "Quill, Petra", Place = new("N50P01"), ValidFrom = Since, Recorded = A.Entry });
        return person;
    }

    /// <summary>A minute after what was done before.</summary>
    private static Task<HttpResponseMessage> SubmitAsync(App app, User user, string address, IReadOnlyDictionary<string, string> fields)
    {
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        return user.SubmitAsync(address, fields);
    }

    private static string Text(IDocument page) => string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static List<string> Errors(IDocument page) => [.. page.QuerySelectorAll(".govuk-error-summary__list a").Select(link => link.TextContent)];
}
