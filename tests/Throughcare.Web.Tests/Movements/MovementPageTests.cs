using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Movements;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests.Movements;

public sealed class MovementPageTests
{
    [Fact]
    public async Task After_a_transfer_it_is_asked_that_the_community_manager_was_told_until_somebody_records_it()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        await app.SaveAsync(
            new CellLocation { Id = A.FactId, PersonId = person.Id, Prison = new("LHI"), ValidFrom = new(2025, 12, 1), Recorded = A.Entry },
            new ManagerAssignment { Id = A.FactId, PersonId = person.Id, Role = Role.Com, Name = "Fennimore, Osric", Place = new("N50P01"), ValidFrom = new(2025, 12, 1), Recorded = A.Entry });
        var user = await app.SignInAsAsync(Role.CaseAdmin);
        var at = $"/people/{person.Address}";
        Assert.Null((await user.PageAsync(at + "/movements")).QuerySelector("main a[href$='type=TC27']"));
        await user.SubmitAsync(at + "/movements/new", new Dictionary<string, string> { ["Input.Reason"] = "T-PLAN", ["Input.On"] = "5/1/2026", ["Input.At"] = "8am", ["Input.To"] = "LEI" });

        var form = await user.PageAsync((await user.PageAsync(at + "/movements")).QuerySelector("main a[href$='type=TC27']")!.GetAttribute("href")!);
        Assert.Equal("TC27", form.QuerySelector("select[name='Input.Type'] option[selected]")!.GetAttribute("value"));
        var said = ((IHtmlTextAreaElement)form.QuerySelector("textarea[name='Input.Text']")!).Value.Trim();
        Assert.StartsWith("Told the community offender manager, Fennimore, Osric, of the move from", said, StringComparison.Ordinal);
        Assert.EndsWith("on 5 January 2026.", said, StringComparison.Ordinal);

        var saved = await user.SubmitAsync(at + "/contacts/new", new Dictionary<string, string>
        {
            ["Input.Type"] = "TC27",
            ["Input.On"] = "5/1/2026",
            ["Input.At"] = "8:30am",
            ["Input.Mode"] = "Telephone",
            ["Input.Text"] = said,
            ["Input.Sharing"] = "Yes",
            ["Input.NotAboutThePlan"] = "It is about the move",
        });
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Null((await user.PageAsync(at + "/movements")).QuerySelector("main a[href$='type=TC27']"));
    }

    [Fact]
    public async Task A_transfer_is_booked_shown_to_the_prison_it_leads_to_and_called_off()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        await app.SaveAsync(new CellLocation { Id = A.FactId, PersonId = person.Id, Prison = new("LHI"), ValidFrom = new(2025, 12, 1), Recorded = A.Entry });
        var (oca, there) = (await app.SignInAsAsync(Role.Oca), await app.SignInAsAsync(Role.CaseAdmin, "LEI"));
        var at = $"/people/{person.Address}";
        Assert.Equal(HttpStatusCode.Forbidden, (await there.GetAsync(at + "/movements")).StatusCode);

        var empty = await User.ReadAsync(await oca.SubmitAsync(at + "/transfers/new", new Dictionary<string, string>()));
        Assert.Equal(
            ["Select the prison the person is going to", "Enter the date of the move", "Select the reason for the move", "Select whether the move fits the plan"],
            empty.QuerySelectorAll(".govuk-error-summary__list a").Select(a => a.TextContent));
        var booked = await oca.SubmitAsync(at + "/transfers/new", new Dictionary<string, string>
        {
            ["Input.To"] = "LEI",
            ["Input.MoveOn"] = "12/1/2026",
            ["Input.Reason"] = "T-PLAN",
            ["Input.IsConsistentWithPlan"] = "true",
            ["Input.Comment"] = "Place on the bricklaying course",
        });
        Assert.Equal(at + "/movements", booked.Headers.Location!.ToString());

        var seen = (await there.PageAsync(at + "/movements")).QuerySelector("main")!;
        Assert.Contains("12 January 2026: Planned transfer linked to the sentence plan. It fits the plan.", Regex.Replace(seen.TextContent, "\\s+", " "), StringComparison.Ordinal);
        Assert.Null(seen.QuerySelector("a[href$='/call-off']"));
        Assert.NotNull((await there.PageAsync("/handover-packs")).QuerySelector($"main tbody th a[href^='{at}/handover-pack/']"));

        var link = (await oca.PageAsync(at + "/movements")).QuerySelector("main a[href$='/call-off']")!.GetAttribute("href")!;
        Assert.Equal(at + "/movements", (await oca.SubmitAsync(link, new Dictionary<string, string> { ["Input.Reason"] = "The course was put off until June" })).Headers.Location!.ToString());
        Assert.NotNull((await oca.PageAsync(at + "/movements")).QuerySelector($"main a[href='{at}/transfers/new']"));
        app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignInAsAsync(Role.CaseAdmin, "LEI")).GetAsync(at + "/movements")).StatusCode);
    }

    [Fact]
    public async Task A_reception_is_recorded_listed_among_the_arrivals_and_corrected()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync(last: "Quillon", first: "Bram");
        var user = await app.SignInAsAsync(Role.CaseAdmin);
        var at = $"/people/{person.Address}/movements";

        var recorded = await user.SubmitAsync($"{at}/new", Reception("8am"));
        var arrivals = await user.PageAsync("/arrivals?on=5/1/2026");
        var page = await user.PageAsync(at);
        var correct = page.QuerySelectorAll("main a").OfType<IHtmlAnchorElement>().First(a => a.TextContent.StartsWith("Correct", StringComparison.Ordinal)).GetAttribute("href")!;
        var corrected = await user.SubmitAsync(correct, new Dictionary<string, string>(Reception("7:30am")) { ["Mistake"] = "Wrong time typed" });
        var after = await user.PageAsync(at);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (recorded.StatusCode, corrected.StatusCode));
        Assert.Contains("Quillon, Bram", arrivals.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("8am", arrivals.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("date changed from 5 January 2026 at 8am to 5 January 2026 at 7:30am – Wrong time typed", after.QuerySelector(".tc-correction")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_movement_gets_its_errors_by_the_fields()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        var user = await app.SignInAsAsync(Role.CaseAdmin);

        var page = await User.ReadAsync(await user.SubmitAsync($"/people/{person.Address}/movements/new", new Dictionary<string, string> { ["Input.On"] = "5/1/2026", ["Input.At"] = "" }));

        Assert.Equal(["Select the kind of movement", "Enter the date and time of the movement"], page.QuerySelectorAll(".govuk-error-summary__list a").Select(a => a.TextContent));
        Assert.NotNull(page.QuerySelector("a[href='#Input.At']"));
    }

    [Theory]
    [InlineData("/arrivals", "No arrivals on 5 January 2026.")]
    [InlineData("/arrivals?on=3/1/2026", "No arrivals on 3 January 2026.")]
    [InlineData("/releases", "Nobody is due to be released in the next 14 days.")]
    [InlineData("/releases?within=7d", "Nobody is due to be released in the next 7 days.")]
    [InlineData("/releases?within=soon", "Nobody is due to be released in the next 14 days.")]
    public async Task An_empty_list_says_what_would_be_there(string address, string words)
    {
        await using var app = await App.StartAsync();

        var page = await (await app.SignInAsAsync(Role.CaseAdmin)).PageAsync(address);

        Assert.Contains(words, page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_can_not_be_read_is_said_by_its_field()
    {
        await using var app = await App.StartAsync();

        var page = await (await app.SignInAsAsync(Role.CaseAdmin)).PageAsync("/arrivals?on=31/2/2026");

        Assert.NotNull(page.QuerySelector(".govuk-error-summary__list a"));
        Assert.NotNull(page.QuerySelector(".govuk-error-message"));
    }

    private static Dictionary<string, string> Reception(string time) => new()
    {
        ["Input.Reason"] = "R-SENT",
        ["Input.On"] = "5/1/2026",
        ["Input.At"] = time,
        ["Input.To"] = "LHI",
    };
}
