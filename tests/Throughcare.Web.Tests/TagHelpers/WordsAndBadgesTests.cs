using Microsoft.Extensions.Time.Testing;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;
using Xunit;

namespace Throughcare.Web.Tests.TagHelpers;

public class WordsAndBadgesTests
{
    private static readonly FakeTimeProvider Monday = new(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("2026-01-05", "Due today", "orange")]
    [InlineData("2026-01-04", "Overdue 1 day", "red")]
    [InlineData("2025-12-30", "Overdue 6 days", "red")]
    [InlineData("2026-01-06", "Due in 1 day", "yellow")]
    [InlineData("2026-01-19", "Due in 14 days", "yellow")]
    [InlineData("2026-01-20", "Due 20 January 2026", "grey")]
    public async Task A_due_item_says_how_it_stands_today(string on, string words, string colour)
    {
        var tag = Rendering.Parse(await new Rendering().OfAsync(new DueTagHelper(Monday) { On = DateOnly.Parse(on) })).FirstElementChild!;

        Assert.Equal(words, tag.TextContent);
        Assert.True(tag.ClassList.Contains($"govuk-tag--{colour}"));
    }

    [Fact]
    public async Task A_due_item_that_was_done_is_done_whatever_its_date() => Assert.Equal(
        "Done", Rendering.Parse(await new Rendering().OfAsync(new DueTagHelper(Monday) { On = new(2025, 1, 1), DoneOn = new(2026, 1, 2) })).TextContent);

    [Fact]
    public async Task A_due_item_that_is_not_required_has_no_tag() => Assert.Equal(
        "Not required", await new Rendering().OfAsync(new DueTagHelper(Monday) { Required = false }));

    [Theory]
    [InlineData(RoshLevel.VeryHigh, "Very high RoSH", "tc-rosh--very-high")]
    [InlineData(RoshLevel.High, "High RoSH", "tc-rosh--high")]
    [InlineData(RoshLevel.Medium, "Medium RoSH", "tc-rosh--medium")]
    [InlineData(RoshLevel.Low, "Low RoSH", "tc-rosh--low")]
    [InlineData(RoshLevel.NotAnalysed, "Low RoSH (screening only)", "tc-rosh--low")]
    [InlineData(null, "RoSH not assessed", "tc-rosh--not-assessed")]
    public async Task Rosh_is_in_words_and_in_a_colour_of_its_own(RoshLevel? level, string words, string name)
    {
        var badge = Rendering.Parse(await new Rendering().OfAsync(new RoshTagHelper { Level = level })).FirstElementChild!;

        Assert.Equal(words, badge.TextContent);
        Assert.True(badge.ClassList.Contains(name));
    }

    [Fact]
    public async Task Mappa_says_the_level_or_when_it_is_to_be_set()
    {
        Assert.Contains("MAPPA Cat 1 Level 2", await new Rendering().OfAsync(new MappaTagHelper { Value = new(1, 2) }));
        Assert.Contains("MAPPA Cat 3 level to be set by 27 March 2026", await new Rendering().OfAsync(new MappaTagHelper { Value = new(3, null, new(2026, 3, 27)) }));
        Assert.Equal("", await new Rendering().OfAsync(new MappaTagHelper()));
    }

    [Theory]
    [InlineData(0, 1, false, "No people found")]
    [InlineData(1, 1, false, "Showing 1 person")]
    [InlineData(25, 1, false, "Showing 25 people")]
    [InlineData(312, 2, false, "Showing 26 to 50 of 312 people")]
    [InlineData(312, 13, false, "Showing 301 to 312 of 312 people")]
    [InlineData(500, 1, true, "Showing 1 to 25 of the best 500 people")]
    public async Task The_count_line_says_how_many_and_which(int total, int number, bool best, string words)
    {
        var page = new Rendering();
        var made = await page.OfAsync(new PagesTagHelper { View = page.View, Of = new PageOf<int>([], number, 25, total, best), Links = false });

        Assert.Equal(words, Rendering.Parse(made).TextContent);
    }

    [Fact]
    public async Task Going_to_another_page_keeps_the_rest_of_the_address()
    {
        var page = new Rendering();
        page.Http.Request.Path = "/cases";
        page.Http.Request.QueryString = new("?rosh=high&rosh=low&sort=due&page=1");
        var made = Rendering.Parse(await page.OfAsync(new PagesTagHelper { View = page.View, Of = new PageOf<int>([], 1, 25, 60) }));

        Assert.Equal("/cases?rosh=high&rosh=low&sort=due&page=2", made.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        Assert.Null(made.QuerySelector("a[rel=prev]"));
    }

    [Fact]
    public async Task A_filter_says_what_narrows_the_list_and_how_to_take_it_away()
    {
        var page = new Rendering();
        page.Http.Request.Path = "/cases";
        page.Http.Request.QueryString = new("?rosh=high&rosh=low&sort=due&page=3");
        var made = Rendering.Parse(await page.OfAsync(new FilterTagHelper { View = page.View }, inner => inner.OfAsync(new FacetTagHelper
        {
            View = page.View,
            Name = "rosh",
            Legend = "RoSH",
            Items = [new("high", "High", 4), new("low", "Low", 1204), new("medium", "Medium", 0)],
        })));

        var tags = made.QuerySelectorAll(".moj-filter__tag");
        Assert.Equal(["/cases?rosh=low&sort=due", "/cases?rosh=high&sort=due"], tags.Select(tag => tag.GetAttribute("href")));
        Assert.Equal("Remove this filter High", tags[0].TextContent);
        Assert.Equal("/cases", made.QuerySelector(".moj-filter__heading-action a")!.GetAttribute("href"));
        Assert.Contains("Low (1,204)", made.TextContent);
        Assert.Equal("due", made.QuerySelector("input[type=hidden][name=sort]")!.GetAttribute("value"));
        Assert.Equal("get", made.QuerySelector("form")!.GetAttribute("method"));
        Assert.Equal(2, made.QuerySelectorAll("button").Length);
    }

    [Theory]
    [InlineData("due", "ascending", "-due")]
    [InlineData("-due", "descending", "due")]
    [InlineData("case", "none", "due")]
    public async Task A_heading_sorts_all_pages_by_a_form_of_one_button(string now, string order, string next)
    {
        var page = new Rendering();
        page.Http.Request.QueryString = new("?rosh=high&page=3&sort=case");
        var made = await page.OfAsync(new TableTagHelper { Caption = "Cases", Sort = now }, async inner =>
            "<thead><tr>" + await inner.OfAsync(new ThTagHelper { View = page.View, Sort = "due" }, "Next due", "th") + "</tr></thead>");

        var heading = Rendering.Parse(made).QuerySelector("th")!;
        Assert.Equal(order, heading.GetAttribute("aria-sort"));
        Assert.Equal("col", heading.GetAttribute("scope"));
        Assert.Equal(next, heading.QuerySelector("button[name=sort]")!.GetAttribute("value"));
        Assert.Equal(["rosh"], heading.QuerySelectorAll("input").Select(input => input.GetAttribute("name")));
    }

    [Fact]
    public async Task Why_gives_the_sentence_the_facts_the_rule_and_the_source()
    {
        var due = new Explained<DateOnly?>(
            new DateOnly(2026, 4, 1), "oasys-initial-due/2019-09", "Due 8 weeks after sentence.", "Offender management leaflet", [new("Date of sentence", "4 February 2026")]);

        var made = Rendering.Parse(await new Rendering().OfAsync(new WhyTagHelper { Of = due, Naming = "initial assessment due" })).QuerySelector("details")!;

        Assert.Equal("Why? initial assessment due", made.QuerySelector("summary")!.TextContent);
        Assert.Contains("Due 8 weeks after sentence.", made.TextContent);
        Assert.Equal("Date of sentence", made.QuerySelector("th[scope=row]")!.TextContent);
        Assert.Equal("4 February 2026", made.QuerySelector("td")!.TextContent);
        Assert.Contains("Rule: oasys-initial-due/2019-09", made.TextContent);
        Assert.Contains("Source: Offender management leaflet", made.TextContent);
    }

    [Fact]
    public async Task Why_refuses_what_does_not_explain_itself() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => new Rendering().OfAsync(new WhyTagHelper { Of = 3 }));

    [Theory]
    [InlineData(AbsentWord.NotRecorded, "Not recorded")]
    [InlineData(AbsentWord.None, "None")]
    [InlineData(AbsentWord.NotRequired, "Not required")]
    [InlineData(AbsentWord.NotApplicable, "Not applicable")]
    [InlineData(AbsentWord.Restricted, "Restricted")]
    public async Task There_are_five_words_for_absence(AbsentWord word, string words)
    {
        Assert.Equal(words, Rendering.Parse(await new Rendering().OfAsync(new AbsentTagHelper { Word = word })).TextContent);
        Assert.Equal(words, Rendering.Parse(await new Rendering().OfAsync(new RowTagHelper { Key = "Interpreter", Empty = word })).QuerySelector("dd")!.TextContent);
    }

    [Fact]
    public async Task A_change_link_names_its_row_to_a_screen_reader()
    {
        var made = Rendering.Parse(await new Rendering().OfAsync(new RowTagHelper { Key = "Start date", Change = "/change" }, "27 March 2026"));

        Assert.Equal("Change start date", made.QuerySelector("a")!.TextContent);
    }

    [Fact]
    public async Task Zero_is_said_in_words()
    {
        Assert.Contains("No tasks overdue", await new Rendering().OfAsync(new CountCardTagHelper { Count = 0, Noun = "tasks overdue", To = "/tasks", Tone = CardTone.Urgent }));
        Assert.DoesNotContain("urgent", await new Rendering().OfAsync(new CountCardTagHelper { Count = 0, Noun = "tasks overdue", Tone = CardTone.Urgent }));

        var one = Rendering.Parse(await new Rendering().OfAsync(new CountCardTagHelper { Count = 1, Noun = "tasks overdue", One = "task overdue", To = "/tasks" }));
        Assert.Equal("1 task overdue", one.QuerySelector("a")!.TextContent);
    }

    [Fact]
    public async Task A_date_is_shown_with_its_distance_and_an_instant_as_london_s()
    {
        var date = Rendering.Parse(await new Rendering().OfAsync(new DateTagHelper(Monday) { On = new(2026, 2, 2), Relative = true }));
        Assert.Equal("2 February 2026 (in 4 weeks)", date.TextContent);
        Assert.Equal("2026-02-02", date.QuerySelector("time")!.GetAttribute("datetime"));

        var when = Rendering.Parse(await new Rendering().OfAsync(new WhenTagHelper(Monday) { At = new(2026, 6, 30, 23, 30, 0, TimeSpan.Zero), Form = DateForm.Short }));
        Assert.Equal("1 Jul 2026 at 12:30am", when.TextContent);
        Assert.Equal("2026-06-30T23:30:00Z", when.QuerySelector("time")!.GetAttribute("datetime"));
    }

    [Fact]
    public async Task A_timeline_groups_what_happened_by_the_month_in_london()
    {
        var made = Rendering.Parse(await new Rendering().OfAsync(new TimelineTagHelper(), async inner =>
            await inner.OfAsync(new EventTagHelper { Title = "Arrived", At = new(2026, 6, 30, 23, 30, 0, TimeSpan.Zero) })
            + await inner.OfAsync(new EventTagHelper { Title = "Sentenced", At = new(2026, 6, 30, 12, 0, 0, TimeSpan.Zero) })
            + await inner.OfAsync(new EventTagHelper { Title = "Charged", At = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero) })));

        Assert.Equal(["July 2026", "June 2026"], made.QuerySelectorAll("h2").Select(h => h.TextContent));
        Assert.Equal(["Arrived", "Sentenced", "Charged"], made.QuerySelectorAll("h3").Select(h => h.TextContent));
    }
}
