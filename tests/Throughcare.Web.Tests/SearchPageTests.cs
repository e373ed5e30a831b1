using AngleSharp.Html.Dom;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests;

public sealed class SearchPageTests
{
    [Fact]
    public async Task The_address_says_what_narrows_the_list_and_each_choice_shows_its_count()
    {
        await using var app = await App.StartAsync();
        await BornAsync(app, "Zabrake", "F");
        await BornAsync(app, "Quillon", "M");
        var user = await app.SignInAsAsync(Role.Pom);

        var all = await user.PageAsync("/search?q=12+March+1990");
        var women = await user.PageAsync("/search?q=12+March+1990&sex=F");
        var none = await user.PageAsync("/search?q=12+March+1990&sex=F&now=ended");

        Assert.Equal(["Female (1)", "Male (1)"], all.QuerySelectorAll("input[name=sex]").Select(i => i.NextElementSibling!.TextContent));
        Assert.Equal(2, all.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("Zabrake", Assert.Single(women.QuerySelectorAll("tbody tr")).TextContent, StringComparison.Ordinal);
        Assert.True(Assert.IsAssignableFrom<IHtmlInputElement>(women.QuerySelector("input[name=sex][value=F]")).IsChecked);
        Assert.Equal("/search?q=12%20March%201990", women.QuerySelector(".moj-filter__heading-action a")!.GetAttribute("href"));
        Assert.Equal("12 March 1990", women.QuerySelector(".tc-filter input[type=hidden][name=q]")!.GetAttribute("value"));
        Assert.Contains("No people found", none.QuerySelector("[role=status]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(none.QuerySelector(".tc-filter"));
    }

    private static async Task BornAsync(App app, string last, string sex)
    {
        var person = await app.PersonAsync(last: last);
        await app.SaveAsync(new PersonDetails { Id = A.FactId, PersonId = person.Id, ValidFrom = new(2025, 1, 1), DateOfBirth = new(1990, 3, 12), Sex = Coded.Of(sex), Recorded = A.Entry });
    }
}
