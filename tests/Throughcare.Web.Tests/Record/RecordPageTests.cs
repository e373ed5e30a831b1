using System.Net;
using Throughcare.Domain.Access;
using Xunit;

namespace Throughcare.Web.Tests.Record;

/// <summary>What every page about a person has in common.</summary>
public sealed class RecordPageTests
{
    public static TheoryData<string, string> Pages { get; } = new()
    {
        { "", "Overview" },
        { "/timeline", "Timeline" },
        { "/contacts", "Contacts" },
        { "/contacts/new", "Record a contact" },
        { "/sentence", "Sentence and dates" },
        { "/sentence/dates/CRD", "Correct the conditional release date" },
        { "/movements", "Movements" },
        { "/movements/new", "Record a movement" },
        { "/alerts", "Alerts" },
        { "/alerts/new", "Add an alert" },
        { "/personal", "Personal" },
        { "/personal/details/sex", "Change sex at registration" },
        { "/personal/name", "Change the current name" },
        { "/personal/names/new", "Add another name" },
        { "/personal/needs/new", "Add a need" },
        { "/audit", "What happened to this record" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_of_an_empty_record_has_its_heading_its_title_and_one_way_back(string section, string heading)
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync(last: "Quillon", first: "Bram");
        var role = section is "/audit" ? Role.RecordsOfficer : Role.CaseAdmin;

        var response = await (await app.SignInAsAsync(role)).GetAsync($"/people/{person.Address}{section}");
        var page = await User.ReadAsync(response);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(heading, Assert.Single(page.QuerySelectorAll("h1")).TextContent);
        Assert.Equal($"{heading} – {person.Address} – Throughcare", page.Title);
        Assert.Single(page.QuerySelectorAll(".govuk-breadcrumbs, .govuk-back-link"));
        Assert.Equal("Quillon, Bram", page.QuerySelector(".tc-banner__name a")?.TextContent);
        Assert.DoesNotContain("Quillon", page.Title, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_of_somebody_out_of_reach_is_refused_and_offers_to_ask(string section, string heading)
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync("LNI");
        var role = section is "/audit" ? Role.HeadOmu : Role.CaseAdmin;

        var response = await (await app.SignInAsAsync(role, "LHI")).GetAsync($"/people/{person.Address}{section}");
        var page = await User.ReadAsync(response);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.NotEqual(heading, page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector($"a[href='/people/{person.Address}/request-access']"));
    }

    [Fact]
    public async Task An_empty_record_says_in_words_what_is_not_there()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        var user = await app.SignInAsAsync(Role.CaseAdmin);

        Assert.Contains("No active sentence.", await TextOf(user, person, ""), StringComparison.Ordinal);
        Assert.Contains("Nothing recorded.", await TextOf(user, person, "/timeline"), StringComparison.Ordinal);
        Assert.Contains("Nothing recorded between 1 January 2026 and 2 January 2026.", await TextOf(user, person, "/timeline?from=1/1/2026&to=2/1/2026"), StringComparison.Ordinal);
        Assert.Contains("No contacts recorded.", await TextOf(user, person, "/contacts"), StringComparison.Ordinal);
        Assert.Contains("No sentence recorded.", await TextOf(user, person, "/sentence"), StringComparison.Ordinal);
        Assert.Contains("No movements recorded.", await TextOf(user, person, "/movements"), StringComparison.Ordinal);
        Assert.Contains("No active alerts.", await TextOf(user, person, "/alerts"), StringComparison.Ordinal);
        Assert.Contains("No needs recorded.", await TextOf(user, person, "/personal"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dates_of_the_timeline_that_can_not_be_read_are_said_in_the_summary_and_by_the_field()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        var user = await app.SignInAsAsync(Role.CaseAdmin);

        var page = await user.PageAsync($"/people/{person.Address}/timeline?from=31/4/2026&to=soon");

        Assert.Equal(["From must be a real date", "To must be a real date"], page.QuerySelectorAll(".govuk-error-summary__list a").Select(a => a.TextContent));
        Assert.Equal(2, page.QuerySelectorAll(".govuk-error-message").Length);
        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
    }

    private static async Task<string> TextOf(User user, App.Seeded person, string section) =>
        (await user.PageAsync($"/people/{person.Address}{section}")).Body!.TextContent;
}
