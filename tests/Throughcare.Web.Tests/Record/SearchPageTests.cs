using System.Net;
using AngleSharp.Html.Dom;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests.Record;

public sealed class SearchPageTests
{
    [Fact]
    public async Task A_number_leads_straight_to_the_record()
    {
        await using var app = await App.StartAsync();
        await app.PersonAsync(number: "A4321BC");

        var response = await (await app.SignInAsAsync(Role.Pom)).GetAsync("/search?q=+a4321+bc");

        Assert.Equal((HttpStatusCode.Redirect, "/people/A4321BC"), (response.StatusCode, response.Headers.Location!.ToString()));
    }

    [Theory]
    [InlineData("x", "Enter at least 2 characters")]
    [InlineData("", "Enter at least 2 characters")]
    [InlineData("31/4/1984", "Date of birth must be a real date")]
    public async Task Text_that_can_not_be_searched_for_says_what_to_type(string typed, string message)
    {
        await using var app = await App.StartAsync();

        var page = await (await app.SignInAsAsync(Role.Pom)).PageAsync($"/search?q={Uri.EscapeDataString(typed)}");

        Assert.Equal(message, page.QuerySelector(".govuk-error-summary__list a")?.TextContent);
        Assert.StartsWith("Error: Search", page.Title, StringComparison.Ordinal);
        Assert.Equal(typed, ((IHtmlInputElement)page.QuerySelector("input[name=q]")!).Value);
    }

    [Fact]
    public async Task Nobody_found_says_what_to_try()
    {
        await using var app = await App.StartAsync();

        var page = await (await app.SignInAsAsync(Role.Pom)).PageAsync("/search?q=Zzyzx");

        Assert.Contains("No one found for Zzyzx. Check the spelling, try a surname and year of birth, or search by number.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_is_found_with_its_words_marked_and_the_search_is_recorded()
    {
        await using var app = await App.StartAsync();
        var person = await FindableAsync(app, "LHI");
        var user = await app.SignInAsAsync(Role.Pom);

        var page = await user.PageAsync("/search?q=quillon");

        Assert.Equal("Quillon", page.QuerySelector("tbody mark")?.TextContent);
        Assert.NotNull(page.QuerySelector($"tbody a[href='/people/{person.Address}']"));
        Assert.Equal("Showing 1 person", page.QuerySelector(".tc-count")?.TextContent.Trim());
        Assert.Contains(await app.LooksAsync(), look => look.SearchText == "quillon" && look.StaffId == user.Actor.StaffId);
    }

    [Fact]
    public async Task Somebody_out_of_reach_is_found_with_name_and_place_and_nothing_else()
    {
        await using var app = await App.StartAsync();
        var person = await FindableAsync(app, "LNI");
        await app.SaveAsync(new PersonDetails { Id = A.FactId, PersonId = person.Id, DateOfBirth = new(1984, 5, 12), ValidFrom = new(2025, 1, 1), Recorded = A.Entry });

        var page = await (await app.SignInAsAsync(Role.Pom, "LHI")).PageAsync("/search?q=quillon");

        var row = page.QuerySelector("tbody tr")!.TextContent;
        Assert.Contains("Quillon, Bram", row, StringComparison.Ordinal);
        Assert.Contains("You need to ask for access", row, StringComparison.Ordinal);
        Assert.DoesNotContain("1984", row, StringComparison.Ordinal);
    }

    private static async Task<App.Seeded> FindableAsync(App app, string place)
    {
        var person = await app.PersonAsync(place, "Quillon", "Bram");
        await app.SaveAsync([.. NameKeys.For([("Quillon", "Bram")]).Select(key => (object)new NameKeyRow { Kind = key.Kind, Key = key.Key, PersonId = person.Id })]);
        return person;
    }
}
