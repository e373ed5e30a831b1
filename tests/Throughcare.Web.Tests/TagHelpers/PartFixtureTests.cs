using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughcare.Web.TagHelpers;
using Xunit;

namespace Throughcare.Web.Tests.TagHelpers;

/// <summary>Everything but fields, against the published examples of the components that it wraps.</summary>
public class PartFixtureTests
{
    private static Fixtures.Fixture Example(string component, string name) => Fixtures.Of(component).First(f => f.Name == name);

    private static void Same(string expected, string made) => Assert.Equal(Rendering.Normal(expected), Rendering.Normal(made));

    [Theory]
    [InlineData("prevent double click", ButtonKind.Primary)]
    [InlineData("secondary", ButtonKind.Secondary)]
    [InlineData("warning", ButtonKind.Warning)]
    [InlineData("name", ButtonKind.Primary)]
    [InlineData("value", ButtonKind.Primary)]
    public async Task A_button_is_the_published_one_and_never_sends_twice(string name, ButtonKind kind)
    {
        var fixture = Example("button", name);
        var helper = new ButtonTagHelper { Kind = kind, Name = fixture.Options.Text("name"), Value = fixture.Options.Text("value") };

        var made = await new Rendering().OfAsync(helper, fixture.Options.Text("text")!);

        Assert.Contains("data-prevent-double-click=\"true\"", made);
        Same(
            fixture.Markup.Replace(" data-prevent-double-click=\"true\"", ""),
            made.Replace(" data-prevent-double-click=\"true\"", ""));
    }

    [Fact]
    public async Task A_link_button_is_the_published_one()
    {
        var fixture = Example("button", "link");
        Same(fixture.Markup, await new Rendering().OfAsync(new LinkButtonTagHelper { To = "/" }, fixture.Options.Text("text")!));
    }

    [Theory]
    [InlineData("default", TagColour.Blue)]
    [InlineData("grey", TagColour.Grey)]
    [InlineData("turquoise", TagColour.Teal)]
    [InlineData("green", TagColour.Green)]
    [InlineData("purple", TagColour.Purple)]
    [InlineData("pink", TagColour.Magenta)]
    [InlineData("red", TagColour.Red)]
    [InlineData("orange", TagColour.Orange)]
    [InlineData("yellow", TagColour.Yellow)]
    public async Task A_tag_of_every_colour_is_the_published_one(string name, TagColour colour)
    {
        var fixture = Example("tag", name);
        Same(fixture.Markup, await new Rendering().OfAsync(new TagTagHelper { Value = new(fixture.Options.Text("text")!, colour) }));
        Same(fixture.Markup, await new Rendering().OfAsync(new TagTagHelper { Colour = colour }, fixture.Options.Text("text")!));
    }

    [Fact]
    public async Task A_back_link_is_the_published_one()
    {
        var page = new Rendering();
        await page.OfAsync(new BackLinkTagHelper { View = page.View, To = "/home", Text = "Back to home" });
        Same(Example("back-link", "with custom text and link").Markup, page.Http.PageParts.WayBack!.ToString()!);
    }

    [Theory]
    [InlineData("default")]
    [InlineData("with one level")]
    [InlineData("without the home section")]
    [InlineData("with last breadcrumb as current page")]
    public async Task Breadcrumbs_are_the_published_ones(string name)
    {
        var fixture = Example("breadcrumbs", name);
        var page = new Rendering();
        await page.OfAsync(new BreadcrumbsTagHelper
        {
            View = page.View,
            Home = false,
            To = [.. fixture.Options.List("items").Select(item => new Crumb(item.Text("text")!, item.Text("href")))],
        });
        Same(fixture.Markup, page.Http.PageParts.WayBack!.ToString()!);
    }

    [Theory]
    [InlineData("default")]
    [InlineData("without links")]
    [InlineData("mixed with and without links")]
    public void An_error_summary_is_the_published_one(string name)
    {
        var fixture = Example("error-summary", name);
        var errors = fixture.Options.List("errorList").Select(e => new PageError(e.Text("text")!, e.Text("href")?.TrimStart('#'))).ToList();
        Same(fixture.Markup, ErrorSummaryTagHelper.Of(errors)!.ToString()!);
    }

    [Fact]
    public async Task A_success_notification_is_the_published_one()
    {
        var fixture = Example("notification-banner", "with type as success");
        var page = new Rendering();
        page.View.TempData = new Microsoft.AspNetCore.Mvc.ViewFeatures.TempDataDictionary(page.Http, new NoTempData())
        {
            [SuccessTagHelper.Key] = fixture.Options.Text("text"),
        };
        Same(fixture.Markup, await page.OfAsync(new SuccessTagHelper { View = page.View }));
    }

    [Theory]
    [InlineData("default")]
    [InlineData("with many pages")]
    public async Task Pagination_is_the_published_one(string name)
    {
        var fixture = Example("pagination", name);
        var items = fixture.Options.List("items");
        var current = items.Single(item => item.Is("current")).GetProperty("number").GetInt32();
        var pages = items[^1].GetProperty("number").GetInt32();
        var page = new Rendering();
        page.Http.Request.Path = "/list";

        var made = await page.OfAsync(new PagesTagHelper
        {
            Of = new PageOf<int>([], current, 25, pages * 25),
            Count = false,
            View = page.View,
        });

        var nav = Rendering.Parse(made).QuerySelector("nav")!.OuterHtml;
        Same(
            fixture.Markup.Replace("/previous", $"/page/{current - 1}").Replace("/next", $"/page/{current + 1}").Replace("/page/", "/list?page="),
            nav);
    }

    [Theory]
    [InlineData("default")]
    [InlineData("with actions")]
    public async Task A_summary_list_is_the_published_one(string name)
    {
        var fixture = Example("summary-list", name);
        var rows = fixture.Options.List("rows").Where(row => Actions(row).Count < 2);
        var made = await new Rendering().OfAsync(new SummaryTagHelper(), async inner => string.Concat(await Task.WhenAll(rows.Select(row =>
            inner.OfAsync(
                new RowTagHelper
                {
                    Key = row.Text("key.text")!,
                    Change = Actions(row) is [var action] ? action.Text("href") : null,
                    ChangeText = Actions(row) is [var named] ? named.Text("text")! : "Change",
                },
                row.Text("value.text") ?? row.Text("value.html")!)))));

        // Ours keeps the place of the actions in every list, so that lists line up; and a row has one action.
        var expected = Rendering.Parse(fixture.Markup);
        foreach (var row in expected.QuerySelectorAll(".govuk-summary-list__row"))
        {
            if (row.QuerySelectorAll(".govuk-summary-list__actions a").Length > 1)
            {
                row.Remove();
            }
            else if (row.QuerySelector(".govuk-summary-list__actions") is null)
            {
                row.ClassList.Add("govuk-summary-list__row--no-actions");
            }
        }

        Same(expected.InnerHtml, made);
    }

    [Fact]
    public async Task A_summary_card_with_one_action_is_the_published_one()
    {
        var fixture = Example("summary-list", "summary card with only 1 action");
        var action = fixture.Options.GetProperty("card").GetProperty("actions").GetProperty("items")[0];
        var list = Rendering.Parse(fixture.Markup).QuerySelector("dl")?.OuterHtml ?? "";
        var made = await new Rendering().OfAsync(
            new CardTagHelper { Title = fixture.Options.Text("card.title.text")!, Action = action.Text("text"), To = action.Text("href") }, list);
        Same(fixture.Markup, made);
    }

    [Theory]
    [InlineData("default")]
    [InlineData("with head")]
    [InlineData("with head and caption")]
    public async Task A_table_is_the_published_one(string name)
    {
        var fixture = Example("table", name);
        var made = await new Rendering().OfAsync(
            new TableTagHelper { Caption = fixture.Options.Text("caption") ?? "", CaptionSize = fixture.Options.Text("captionClasses")?.Split("--")[^1], Wide = false },
            inner => Rows(fixture.Options, inner));
        Same(fixture.Markup, made);
    }

    [Fact]
    public async Task A_task_list_is_the_published_one_but_for_the_words_of_its_statuses()
    {
        var fixture = Example("task-list", "with hint text and additional states");
        var made = await new Rendering().OfAsync(new TasksTagHelper(), async inner =>
        {
            var html = "";
            foreach (var item in fixture.Options.List("items"))
            {
                html += await inner.OfAsync(
                    new TaskTagHelper
                    {
                        To = item.Text("href"),
                        Hint = item.Text("hint.text"),
                        Status = item.Text("href") is null ? StepStatus.CannotStartYet : StepStatus.InProgress,
                    },
                    item.Text("title.text")!);
            }

            return html;
        });

        Same(WithoutStatuses(fixture.Markup), WithoutStatuses(made));
    }

    [Fact]
    public async Task The_header_is_the_published_one_with_our_name()
    {
        var page = new Rendering();
        Same(Example("generic-header", "default").Markup.Replace("My cool service", "Throughcare"), await page.OfAsync(new ServiceNavTagHelper { View = page.View }));
    }

    [Fact]
    public async Task The_service_navigation_is_the_published_one()
    {
        var fixture = Example("service-navigation", "with `inline` end slot");
        var made = await MenuAsync("/elsewhere", fixture.Options);
        made.QuerySelector(".tc-nav-end")!.OuterHtml = "<div>[end]</div>";
        Same(fixture.Markup, made.QuerySelector("section")!.OuterHtml);
    }

    [Theory]
    [InlineData("with navigation with a current item", "#/2")]
    [InlineData("with navigation with an active item", "#/2/beneath")]
    public async Task The_item_of_the_page_is_marked_as_published(string name, string path)
    {
        var fixture = Example("service-navigation", name);
        var made = await MenuAsync(path, fixture.Options);
        Same(Rendering.Parse(fixture.Markup).QuerySelector("nav")!.OuterHtml, made.QuerySelector("nav")!.OuterHtml);
    }

    private static async Task<IElement> MenuAsync(string path, JsonElement options)
    {
        var page = new Rendering();
        var nav = new Navigation
        {
            PlaceName = options.Text("serviceName") ?? "Here",
            UserName = "J Marsh",
            Items = [.. options.List("navigation").Select(item => new NavigationItem(item.Text("text")!, item.Text("href")!.Replace("#", "")))],
        };
        page.Http.Request.Path = path.Replace("#", "");
        var made = await page.OfAsync(new ServiceNavTagHelper { View = page.View, Of = nav });
        return Rendering.Parse(made.Replace("href=\"/", "href=\"#/"));
    }

    private static async Task<string> Rows(JsonElement options, Rendering inner)
    {
        async Task<string> Cell(string tag, JsonElement cell, TagHelperAttributeList? attributes = null) =>
            await inner.OfAsync(new TablePartTagHelper { Numeric = cell.Text("format") is "numeric" }, cell.Text("text") ?? "", tag, attributes);

        async Task<string> Part(string tag, string content) => await inner.OfAsync(new TablePartTagHelper(), content, tag);

        var html = "";
        if (options.List("head") is { Count: > 0 } head)
        {
            html += await Part("thead", await Part("tr", string.Concat(await Task.WhenAll(head.Select(cell => Cell("th", cell, [new("scope", "col")]))))));
        }

        var rows = await Task.WhenAll(options.List("rows").Select(async row =>
            await Part("tr", string.Concat(await Task.WhenAll(row.EnumerateArray().Select((cell, i) =>
                i is 0 && options.Is("firstCellIsHeader") ? Cell("th", cell, [new("scope", "row")]) : Cell("td", cell)))))));
        return html + await Part("tbody", string.Concat(rows));
    }

    private static IReadOnlyList<JsonElement> Actions(JsonElement row) =>
        row.TryGetProperty("actions", out var actions) ? actions.List("items") : [];

    private static string WithoutStatuses(string markup)
    {
        var page = Rendering.Parse(markup);
        foreach (var status in page.QuerySelectorAll(".govuk-task-list__status"))
        {
            status.InnerHtml = "";
        }

        return page.InnerHtml;
    }

    private sealed class NoTempData : Microsoft.AspNetCore.Mvc.ViewFeatures.ITempDataProvider
    {
        public IDictionary<string, object> LoadTempData(Microsoft.AspNetCore.Http.HttpContext context) => new Dictionary<string, object>();

        public void SaveTempData(Microsoft.AspNetCore.Http.HttpContext context, IDictionary<string, object> values)
        {
        }
    }
}
