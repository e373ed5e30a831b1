using System.Net;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests.Allocation;

/// <summary>Workload of community staff, on both databases, and of a prison.</summary>
public sealed class WorkloadPageTests
{
    private const string Pdu = "N50P01";

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task The_team_stands_with_points_capacity_and_a_reduction_takes_from_what_is_available(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var com = Staff(Role.Com, Pdu);
        await app.SaveAsync(com);
        await CaseAsync(app, com.Id, "B2");
        var user = await app.SignInAsAsync(Role.Spo, Pdu);
        var at = $"/staff/{com.Id}/workload";

        var team = await user.PageAsync("/workload");
        var refused = await User.ReadAsync(await user.SubmitAsync(at, Reduction("Disability", "", "5/1/2026"), "#reduction"));
        var tooMany = await User.ReadAsync(await user.SubmitAsync(at, Reduction("Disability", "38", "5/1/2026"), "#reduction"));
        var added = await user.SubmitAsync(at, Reduction("PQiP first 6 months", "", "5/1/2026"), "#reduction");
        var report = await user.SubmitAsync(at, new Dictionary<string, string> { ["Report.Kind"] = "Standard", ["Report.On"] = "2/1/2026" }, "#report");
        var page = await user.PageAsync(at);

        var row = team.QuerySelectorAll("main tbody tr").Single().TextContent;
        Assert.Contains("Quill, Petra", row, StringComparison.Ordinal);
        Assert.Contains("115", row, StringComparison.Ordinal);
        Assert.Contains("2176", row, StringComparison.Ordinal);
        Assert.Contains("5.3%", row, StringComparison.Ordinal);
        Assert.Contains("Under-used", row, StringComparison.Ordinal);
        Assert.Equal(["Enter hours a week: the reason does not give them"], Errors(refused));
        Assert.Equal(["All reductions together must not be more than the contracted 37 hours. 37 hours are left"], Errors(tooMany));
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (added.StatusCode, report.StatusCode));
        Assert.Contains("435", Value(page, "Available points"), StringComparison.Ordinal);   // 80% off 37 hours leaves 7.4
        Assert.Contains("253", Value(page, "Points"), StringComparison.Ordinal);   // 115 and a report of 138
        Assert.Contains("5 Jul 2026", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Community B2", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reduction_is_ended_and_hours_are_set()
    {
        await using var app = await App.StartAsync();
        var com = Staff(Role.Com, Pdu);
        await app.SaveAsync(com, new WorkReduction { Id = new(A.IdSource.Next()), Staff = com.Id, Reason = "Disability", Hours = 7.4m, Start = new(2025, 12, 1), RecordedAt = A.Monday, RecordedBy = com.Id });
        var user = await app.SignInAsAsync(Role.HeadPdu, Pdu);
        var at = $"/staff/{com.Id}/workload";

        var before = await user.PageAsync(at);
        var ended = await user.SubmitAsync(at, new Dictionary<string, string>(), "main form[action$='EndReduction']");
        var hours = await user.SubmitAsync(at, new Dictionary<string, string> { ["Contract.Grade"] = "Pso", ["Contract.Hours"] = "18.5" }, "#hours");
        app.Clock.Advance(TimeSpan.FromDays(1));
        var after = await (await app.SignInAsAsync(Role.HeadPdu, Pdu)).PageAsync(at);

        Assert.Equal("1740", Value(before, "Available points").Trim());   // 2176 x 29.6 / 37, cut
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (ended.StatusCode, hours.StatusCode));
        Assert.Equal("1088", Value(after, "Available points").Trim());
        Assert.Contains("Over", after.QuerySelector("main tbody tr td:nth-child(4)")?.TextContent ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_case_would_add_is_known_before_it_is_given()
    {
        await using var app = await App.StartAsync();
        var com = Staff(Role.Com, Pdu);
        await app.SaveAsync(com);
        var person = await CaseAsync(app, com.Id, "B2");
        var other = await CaseAsync(app, new(A.IdSource.Next()), "A3");
        await using var scope = app.Services.CreateAsyncScope();
        var workload = scope.ServiceProvider.GetRequiredService<WorkloadOf>();

        var given = await workload.IfGivenAsync(com.Id, other, CancellationToken.None);
        var held = await workload.IfGivenAsync(com.Id, person, CancellationToken.None);

        Assert.Equal((115, 321), (given!.Now.Points, given.After.Points));
        Assert.Equal((115, 115), (held!.Now.Points, held.After.Points));
        Assert.Null(await workload.IfGivenAsync(new(A.IdSource.Next()), person, CancellationToken.None));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Whoever_allocates_a_COM_sees_what_it_would_come_to_and_says_why_over_capacity(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var (full, free) = (Staff(Role.Com, Pdu, "Fay Fuller"), Staff(Role.Com, Pdu, "Frank Freeman"));
        await app.SaveAsync(full, free, new StaffHours { Staff = full.Id, Grade = StaffGrade.Po, ContractedHours = 2, RecordedAt = A.Monday, RecordedBy = full.Id });   // 117 points
        var held = await CaseAsync(app, full.Id, "B2");
        var person = await app.PersonAsync(place: Pdu, last: "Given");
        await app.SaveAsync(new RecordedTier { Id = A.FactId, PersonId = person.Id, Recorded = A.Entry, ValidFrom = new(2025, 11, 1), Tier = "D0" });
        var user = await app.SignInAsAsync(Role.Spo, Pdu);
        var at = $"/people/{person.Address}/allocate-com";

        var page = await user.PageAsync(at);
        var refused = await User.ReadAsync(await user.SubmitAsync(at, new Dictionary<string, string> { ["Input.Com"] = $"{full.Id}" }));
        var done = await user.SubmitAsync(at, new Dictionary<string, string> { ["Input.Com"] = $"{full.Id}", ["Input.CapacityReason"] = "Knows the family" });
        var people = await user.PageAsync($"/people/{person.Address}/people");

        var rows = page.QuerySelectorAll("main tbody tr").Select(row => string.Join(' ', row.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.StartsWith("Freeman, Frank 0 2176 0% 1.3% Under-used", rows[0], StringComparison.Ordinal);
        Assert.StartsWith("Fuller, Fay 115 117 98.3% 123.1% Over capacity", rows[1], StringComparison.Ordinal);
        Assert.Equal(["Enter why the case goes to somebody at 100% of capacity or more"], Errors(refused));
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Contains("Given at 100% of capacity or more: Knows the family", people.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(held, person.Id);
    }

    [Fact]
    public async Task A_manager_says_that_a_case_is_inactive_and_a_COM_may_not()
    {
        await using var app = await App.StartAsync();
        var com = Staff(Role.Com, Pdu);
        await app.SaveAsync(com);
        var person = await app.PersonAsync(place: Pdu);
        await app.SaveAsync(
            new RecordedTier { Id = A.FactId, PersonId = person.Id, Recorded = A.Entry, ValidFrom = new(2025, 11, 1), Tier = "B2" },
            new ManagerAssignment { Id = A.FactId, PersonId = person.Id, Recorded = A.Entry, ValidFrom = new(2025, 11, 3), Role = Role.Com, StaffId = com.Id, Name = "Quill, Petra", Place = new(Pdu) });
        await app.GiveReachAsync(person.Id, com.Id);
        var (user, own) = (await app.SignInAsAsync(Role.Spo, Pdu), await app.SignInAsAsync(Role.Com, Pdu, com.Id));
        var at = $"/people/{person.Address}/workload";

        var empty = await User.ReadAsync(await user.SubmitAsync(at, new Dictionary<string, string> { ["Input.IsTransition"] = "false" }));
        var old = await User.ReadAsync(await user.SubmitAsync(at, new Dictionary<string, string> { ["Input.Inactivity"] = "None", ["Input.IsTransition"] = "true", ["Input.Reason"] = "Young" }));
        var done = await user.SubmitAsync(at, new Dictionary<string, string> { ["Input.Inactivity"] = "Warrant", ["Input.IsTransition"] = "false", ["Input.Reason"] = "Failed to attend" });
        var tier = await user.PageAsync($"/people/{person.Address}/tier");
        var workload = await user.PageAsync($"/staff/{com.Id}/workload");
        var other = await User.ReadAsync(await user.SubmitAsync(at, new Dictionary<string, string> { ["MadeFrom"] = "0", ["Input.Inactivity"] = "UnpaidWorkOnly", ["Input.IsTransition"] = "false", ["Input.Reason"] = "Only unpaid work" }));

        Assert.Equal(["Select whether the case asks for less work", "Enter why the case counts differently"], Errors(empty));
        Assert.Equal(["Only somebody aged 18 to 25 can be a young adult in transition"], Errors(old));
        Assert.Equal(HttpStatusCode.SeeOther, done.StatusCode);
        Assert.Contains("Inactive: a warrant is outstanding", tier.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Failed to attend", tier.Body.TextContent, StringComparison.Ordinal);
        Assert.NotNull(tier.QuerySelector("main a[href$='/workload']"));
        Assert.Equal("0", Value(workload, "Points").Trim());
        Assert.Contains("warrant outstanding", workload.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Choose which version to keep", other.QuerySelector("h1")?.TextContent);
        Assert.Equal(HttpStatusCode.Forbidden, (await own.GetAsync(at)).StatusCode);
        Assert.Null((await own.PageAsync($"/people/{person.Address}/tier")).QuerySelector("main a[href$='/workload']"));
    }

    [Fact]
    public async Task The_page_of_a_unit_names_who_has_been_over_110_per_cent_for_four_weeks()
    {
        await using var app = await App.StartAsync();
        var com = Staff(Role.Com, Pdu);
        await app.SaveAsync(com);
        var user = await app.SignInAsAsync(Role.Spo, Pdu);
        var before = await user.PageAsync("/workload");
        for (var back = 0; back < 4; back++)
        {
            await app.SaveAsync(new WorkloadWeek { Staff = com.Id, Week = new DateOnly(2026, 1, 5).AddDays(-7 * back), Points = 2400 + back, Available = 2000, Percent = 120.1m + back });
        }

        var after = await user.PageAsync("/workload");
        var elsewhere = await (await app.SignInAsAsync(Role.Spo, "N50P02")).PageAsync("/workload");

        Assert.Contains("Nobody has been over 110% of capacity for 4 weeks", before.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("120.1%, 121.1%, 122.1%, 123.1%", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("120.1%", elsewhere.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_read_their_own_workload_and_nobody_elses()
    {
        await using var app = await App.StartAsync();
        var (com, other) = (Staff(Role.Com, Pdu), Staff(Role.Com, "N50P02"));
        await app.SaveAsync(com, other);
        var user = await app.SignInAsAsync(Role.Com, Pdu, com.Id);
        var manager = await app.SignInAsAsync(Role.Spo, Pdu);

        var own = await user.PageAsync($"/staff/{com.Id}/workload");

        Assert.Contains("No cases", own.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(own.QuerySelector("main form"));
        Assert.Equal(HttpStatusCode.NotFound, (await user.GetAsync($"/staff/{other.Id}/workload")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await user.GetAsync("/workload")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync($"/staff/{other.Id}/workload")).StatusCode);
    }

    [Fact]
    public async Task In_a_prison_cases_for_each_whole_post_count()
    {
        await using var app = await App.StartAsync();
        var pom = Staff(Role.Pom, "LHI");
        var user = await app.SignInAsAsync(Role.HeadOmu);
        var empty = await user.PageAsync("/workload");
        await app.SaveAsync(pom, new PomProfile { Staff = pom.Id, Place = new("LHI"), Type = PomType.Prison, RecordedAt = A.Monday, RecordedBy = pom.Id });
        for (var day = 1; day <= 8; day++)
        {
            await app.SaveAsync(new OmDutyDay { Staff = pom.Id, Day = new DateOnly(2026, 1, 5).AddDays(-day), IsOnDuty = false, RecordedAt = A.Monday, RecordedBy = pom.Id });
        }

        var page = await user.PageAsync("/workload");
        var one = await user.PageAsync($"/staff/{pom.Id}/workload");

        Assert.Contains("No prison offender manager is set up here", empty.Body!.TextContent, StringComparison.Ordinal);
        var row = page.QuerySelectorAll("main tbody tr").Single().TextContent;
        Assert.Contains("0.20", row, StringComparison.Ordinal);
        Assert.Contains("Redeployed", row, StringComparison.Ordinal);
        Assert.Equal("8", Value(one, "Days on other duties in the last 14").Trim());
    }

    private static async Task<PersonId> CaseAsync(App app, StaffId com, string tier)
    {
        var person = await app.PersonAsync(place: Pdu);
        await app.SaveAsync(
            new Disposal { Id = A.FactId, PersonId = person.Id, Recorded = A.Entry, ValidFrom = new(2025, 11, 1), Type = Coded.Of("CO"), Length = 12, Unit = LengthUnit.Months },
            new RecordedTier { Id = A.FactId, PersonId = person.Id, Recorded = A.Entry, ValidFrom = new(2025, 11, 1), Tier = tier },
            new ManagerAssignment { Id = A.FactId, PersonId = person.Id, Recorded = A.Entry, ValidFrom = new(2025, 11, 3), Role = Role.Com, StaffId = com, Name = "Quill, Petra", Place = new(Pdu) });
        return person.Id;
    }

    private static StaffMember Staff(Role role, string place, string name = "Petra Quill") => new() { Id = new(A.IdSource.Next()), Name = name, Role = role, Place = new(place) };

    private static Dictionary<string, string> Reduction(string reason, string hours, string start) => new() { ["Input.Reason"] = reason, ["Input.Hours"] = hours, ["Input.Start"] = start };

    private static string Value(IDocument page, string key) =>
        page.QuerySelectorAll("main .govuk-summary-list__row").Single(row => row.QuerySelector("dt")!.TextContent.Trim() == key).QuerySelector("dd")!.TextContent;

    private static IEnumerable<string> Errors(IDocument page) => page.QuerySelectorAll(".govuk-error-summary__list a").Select(a => a.TextContent);
}
