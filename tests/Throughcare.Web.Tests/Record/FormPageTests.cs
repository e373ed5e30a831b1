using System.Net;
using AngleSharp.Html.Dom;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests.Record;

/// <summary>Alerts and personal details: what is typed, what is refused, what is shown afterwards.</summary>
public sealed class FormPageTests
{
    [Fact]
    public async Task An_alert_is_added_shown_and_closed()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        var user = await app.SignInAsAsync(Role.HeadOmu);
        var alerts = $"/people/{person.Address}/alerts";

        var added = await user.SubmitAsync($"{alerts}/new", new Dictionary<string, string> { ["Input.Code"] = "XA", ["Input.Description"] = "Set fire to a cell in 2024", ["Input.From"] = "4/1/2026" });
        var shown = await user.PageAsync(alerts);
        var close = shown.QuerySelectorAll("main a").OfType<IHtmlAnchorElement>().Single(a => a.TextContent.StartsWith("Close", StringComparison.Ordinal)).GetAttribute("href")!;
        var refused = await User.ReadAsync(await user.SubmitAsync(close, new Dictionary<string, string> { ["Input.On"] = "3/1/2026", ["Input.Comment"] = "" }));
        var closed = await user.SubmitAsync(close, new Dictionary<string, string> { ["Input.On"] = "4/1/2026", ["Input.Comment"] = "No longer so" });
        var after = await user.PageAsync(alerts);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (added.StatusCode, closed.StatusCode));
        Assert.Contains("Set fire to a cell in 2024", shown.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            ["Date the alert ends must be on or after 4 January 2026, when it started", "Enter why the alert is closed"],
            refused.QuerySelectorAll(".govuk-error-summary__list a").Select(a => a.TextContent));
        Assert.Contains("No active alerts.", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No longer so", after.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_alert_gets_its_errors_by_the_fields()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        var user = await app.SignInAsAsync(Role.HeadOmu);

        var page = await User.ReadAsync(await user.SubmitAsync($"/people/{person.Address}/alerts/new", new Dictionary<string, string> { ["Input.From"] = "1/12/2025" }));

        Assert.Equal(
            ["Select an alert", "Enter what staff need to know", "Enter why the alert starts more than 8 days ago"],
            page.QuerySelectorAll(".govuk-error-summary__list a").Select(a => a.TextContent));
        Assert.NotNull(page.GetElementById("Input.LateReason"));
    }

    [Fact]
    public async Task A_detail_is_changed_with_a_reason_and_shown_in_its_row()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        var user = await app.SignInAsAsync(Role.CaseAdmin);
        var at = $"/people/{person.Address}/personal";

        var refused = await User.ReadAsync(await user.SubmitAsync($"{at}/details/date-of-birth", Birth("31", "4", "1985", "")));
        var changed = await user.SubmitAsync($"{at}/details/date-of-birth", Birth("30", "4", "1985", "Seen on a passport"));
        var page = await user.PageAsync(at);

        Assert.Equal("Date of birth must be a real date", refused.QuerySelector(".govuk-error-summary__list a")?.TextContent);
        Assert.Equal("31", ((IHtmlInputElement)refused.GetElementById("Input.Date.Day")!).Value);
        Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);
        Assert.Contains("30 April 1985", page.QuerySelector("main .govuk-summary-list__value")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Date of birth changed", page.QuerySelector(".govuk-notification-banner__heading")?.TextContent);
    }

    [Fact]
    public async Task A_new_name_stands_as_the_current_one_and_the_old_one_stays()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync(last: "Quillon", first: "Bram");
        var user = await app.SignInAsAsync(Role.CaseAdmin);
        var at = $"/people/{person.Address}/personal";

        var changed = await user.SubmitAsync($"{at}/name", new Dictionary<string, string> { ["Input.Last"] = "Tamsett", ["Input.First"] = "Bram", ["Input.From"] = "5/1/2026", ["Input.Reason"] = "Married" });
        var page = await user.PageAsync(at);

        Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);
        Assert.Equal("Tamsett, Bram", page.QuerySelector(".tc-banner__name a")?.TextContent);
        Assert.Contains("Quillon, Bram", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_audit_says_in_words_what_was_written_and_that_its_chain_holds()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        var user = await app.SignInAsAsync(Role.CaseAdmin);
        await user.SubmitAsync($"/people/{person.Address}/personal/details/date-of-birth", Birth("30", "4", "1985", "Seen on a passport"));

        var page = await (await app.SignInAsAsync(Role.RecordsOfficer)).PageAsync($"/people/{person.Address}/audit");

        Assert.Contains("Person details changed", page.QuerySelector("tbody th")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Seen on a passport", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("All the seals on this page hold", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Family_is_restricted_for_those_who_may_not_read_what_others_told()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        await app.SaveAsync(new PersonRelationship { Id = A.FactId, PersonId = person.Id, Name = "Orla Vexley", IsNextOfKin = true, ValidFrom = new(2025, 1, 1), Recorded = A.Entry });

        var admin = await (await app.SignInAsAsync(Role.CaseAdmin)).PageAsync($"/people/{person.Address}/personal");
        var head = await (await app.SignInAsAsync(Role.Homd)).PageAsync($"/people/{person.Address}/personal");

        Assert.DoesNotContain("Vexley", admin.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Restricted", admin.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Orla Vexley", head.Body!.TextContent, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Birth(string day, string month, string year, string reason) => new()
    {
        ["Input.Date.Day"] = day,
        ["Input.Date.Month"] = month,
        ["Input.Date.Year"] = year,
        ["Input.Reason"] = reason,
    };
}
