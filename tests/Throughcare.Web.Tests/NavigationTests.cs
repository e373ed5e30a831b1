using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Throughcare.Domain.Access;
using Throughcare.Web.TagHelpers;
using Throughcare.Web.Tests.TagHelpers;
using Xunit;

namespace Throughcare.Web.Tests;

public class NavigationTests
{
    private static readonly ServedAddresses Served = new(new DefaultEndpointDataSource(
        new[] { "/", "/cases", "/search", "/people/{person}", "/people/{person}/plan", "/people/{person}/protection", "/people/{person}/assessments" }
            .Select(pattern => new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse(pattern), 0, null, null))));

    [Fact]
    public void Every_role_but_the_system_has_items_each_once_and_six_of_them_are_shown()
    {
        foreach (var role in Enum.GetValues<Role>().Where(role => role is not Role.System))
        {
            var items = Navigation.ItemsOf(role);
            ServedAddresses all = new(new DefaultEndpointDataSource(items.Select(item => new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse(item.Href), 0, null, null))));

            Assert.True(items.Count >= 2, $"{role} has {items.Count}");
            Assert.Equal(items.Count, items.DistinctBy(item => item.Href).Count());
            Assert.Equal(items.Take(6), all.Of(items));
        }
    }

    [Fact]
    public void A_pom_s_items_are_those_of_the_table() => Assert.Equal(
        ["Home", "My cases", "My tasks", "Handovers", "Parole", "Search", "Handover packs"], Navigation.ItemsOf(Role.Pom).Select(item => item.Text));

    [Fact]
    public void An_item_is_shown_once_its_page_is_served() => Assert.Equal(
        ["Home", "My cases", "Search"], Served.Of(Navigation.ItemsOf(Role.Pom)).Select(item => item.Text));

    [Theory]
    [InlineData("/", "Home")]
    [InlineData("/cases", "My cases")]
    [InlineData("/cases/missing", "My cases")]
    [InlineData("/people/A1234BC", null)]
    public void The_item_of_a_page_is_the_nearest_above_it(string path, string? text) => Assert.Equal(
        text, new Navigation { PlaceName = "Here", UserName = "J Marsh", Items = Navigation.ItemsOf(Role.Pom) }.At(path)?.Text);

    [Theory]
    [InlineData(true, new[] { "Overview", "Assessment", "Plan", "Protection" })]
    [InlineData(false, new[] { "Overview", "Assessment", "Plan" })]
    public async Task The_sections_of_a_record_are_those_served_and_seen(bool showsProtection, string[] sections)
    {
        var page = new Rendering();
        var made = Rendering.Parse(await page.OfAsync(new CaseNavTagHelper(Served)
        {
            View = page.View,
            Current = CaseSection.Plan,
            Of = new("A1234BC", "Ashdown", "Rowan", "In custody") { ShowsProtection = showsProtection },
        }));

        Assert.Equal(sections, made.QuerySelectorAll("a").Select(a => a.TextContent.Trim()));
        Assert.Equal("/people/A1234BC/plan", made.QuerySelector("[aria-current=page]")!.GetAttribute("href"));
        Assert.Equal("/people/A1234BC", made.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("Case sections", made.QuerySelector("nav")!.GetAttribute("aria-label"));
    }
}
