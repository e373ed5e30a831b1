using System.Text.RegularExpressions;
using Throughcare.Web.TagHelpers;
using Xunit;

namespace Throughcare.Web.Tests.TagHelpers;

/// <summary>The second package publishes templates and no rendered examples: its components have every class and attribute of
/// ours in their template.</summary>
public class MojClassTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 27, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task An_alert_is_written_as_its_template() => Written(
        "alert", await new Rendering().OfAsync(new AlertTagHelper { Kind = AlertKind.Warning, Heading = "Risk to staff", Dismissible = true }, "Do not see alone."));

    [Fact]
    public async Task A_date_picker_is_written_as_its_template()
    {
        var page = new Rendering();
        Written("date-picker", await page.OfAsync(new DatePickerTagHelper
        {
            View = page.View,
            Name = "Target",
            Label = "Target date",
            Min = new(2026, 1, 5),
            Max = new(2026, 12, 31),
        }));
    }

    [Fact]
    public async Task A_filter_is_written_as_its_template()
    {
        var page = new Rendering();
        page.Http.Request.QueryString = new("?rosh=high");
        Written("filter", await page.OfAsync(new FilterTagHelper { View = page.View }, inner => inner.OfAsync(
            new FacetTagHelper { View = page.View, Name = "rosh", Legend = "RoSH", Items = [new("high", "High", 3), new("low", "Low", 9)] })));
    }

    [Fact]
    public async Task A_timeline_is_written_as_its_template() => Written(
        "timeline", await new Rendering().OfAsync(new TimelineTagHelper { Months = false }, inner =>
            inner.OfAsync(new EventTagHelper { Title = "Contact recorded", At = Noon, By = "J Marsh" }, "Talked.")));

    [Fact]
    public async Task A_count_in_the_navigation_is_written_as_its_template()
    {
        var page = new Rendering();
        var made = await page.OfAsync(new ServiceNavTagHelper
        {
            View = page.View,
            Of = new Navigation { PlaceName = "Here", UserName = "J Marsh", Items = [new("My tasks", "/tasks") { Count = 120, CountNoun = "task" }] },
        });

        var badge = Rendering.Parse(made).QuerySelector(".moj-notification-badge")!;
        Written("notification-badge", badge.OuterHtml);
        Assert.Equal("99+", badge.QuerySelector("[aria-hidden=true]")!.TextContent);
        Assert.Equal("(99 or more tasks)", badge.QuerySelector(".govuk-visually-hidden")!.TextContent);
    }

    private static void Written(string component, string markup)
    {
        var template = File.ReadAllText(RepositoryRoot.Of("tests", "Throughcare.Web.Tests", "Fixtures", "moj", $"{component}.njk"));
        var classes = Rendering.Parse(markup).QuerySelectorAll("*").SelectMany(e => e.ClassList)
            .Where(name => name.StartsWith("moj-", StringComparison.Ordinal)).Distinct().ToList();

        Assert.NotEmpty(classes);
        Assert.All(classes, name => Assert.True(
            template.Contains(name, StringComparison.Ordinal)
            || (name.Contains("--", StringComparison.Ordinal) && template.Contains(name.Split("--")[0] + "--", StringComparison.Ordinal)),
            $"{name} is not in the template of {component}."));
        Assert.All(
            Regex.Matches(markup, @"\s(data-[a-z-]+)=").Select(m => m.Groups[1].Value).Where(name => name is not "data-module").Distinct(),
            name => Assert.Contains(name, template));
    }
}
