using System.Net;
using Throughcare.Domain.Access;
using Xunit;

namespace Throughcare.Web.Tests.Sentences;

public sealed class SentencePageTests
{
    [Fact]
    public async Task A_date_is_corrected_twice_and_shows_what_it_was_and_who_said_so()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        var user = await app.SignInAsAsync(Role.CaseAdmin);
        var at = $"/people/{person.Address}/sentence";

        var first = await user.SubmitAsync($"{at}/dates/CRD", Date("1", "4", "2026", "Worked out again"));
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await user.SubmitAsync($"{at}/dates/CRD", Date("2", "4", "2026", "One day of remand less"));
        var page = await user.PageAsync(at);

        var row = page.QuerySelectorAll("main tr").Single(tr => tr.TextContent.Contains("(CRD)", StringComparison.Ordinal)).TextContent;
        Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        Assert.Contains("2 Apr 2026", row, StringComparison.Ordinal);
        Assert.Contains("Corrected by", row, StringComparison.Ordinal);
        Assert.Contains("1 Apr 2026, until 5 Jan 2026", row, StringComparison.Ordinal);
        Assert.Contains("Worked out again", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_without_a_date_or_a_reason_says_so_by_the_fields()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        var user = await app.SignInAsAsync(Role.CaseAdmin);
        var at = $"/people/{person.Address}/sentence/dates/CRD";

        var noDate = await User.ReadAsync(await user.SubmitAsync(at, Date("", "", "", "Because")));
        var noReason = await User.ReadAsync(await user.SubmitAsync(at, Date("1", "4", "2026", "")));
        var half = await User.ReadAsync(await user.SubmitAsync(at, Date("1", "", "2026", "Because")));

        Assert.Equal("Enter the date, or say that there is none", noDate.QuerySelector(".govuk-error-summary__list a[href='#Input.On.Day']")?.TextContent);
        Assert.Equal("Enter why the date is corrected", noReason.QuerySelector(".govuk-error-summary__list a[href='#Input.Reason']")?.TextContent);
        Assert.Equal("Date must include a month", half.QuerySelector(".govuk-error-summary__list a[href='#Input.On.Month']")?.TextContent);
    }

    [Fact]
    public async Task A_date_that_nobody_knows_is_not_found()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();

        var response = await (await app.SignInAsAsync(Role.CaseAdmin)).GetAsync($"/people/{person.Address}/sentence/dates/XYZ");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static Dictionary<string, string> Date(string day, string month, string year, string reason) => new()
    {
        ["Input.On.Day"] = day,
        ["Input.On.Month"] = month,
        ["Input.On.Year"] = year,
        ["Input.Reason"] = reason,
    };
}
