using Microsoft.Extensions.Time.Testing;
using Throughcare.Domain.Assessment;
using Throughcare.Web.TagHelpers;
using Xunit;

namespace Throughcare.Web.Tests.TagHelpers;

public class PersonBannerTests
{
    private static readonly FakeTimeProvider Monday = new(new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero));

    private static readonly PersonBannerModel Rowan = new("A1234BC", "Ashdown", "Rowan", "In custody: HMP Lindholt Hall, B2-14")
    {
        PrisonNumber = "A1234BC",
        Crn = "X123456",
        BornOn = new(1991, 5, 12),
        Rosh = RoshLevel.High,
    };

    [Fact]
    public async Task The_name_leads_to_the_overview_and_the_numbers_are_named_to_a_screen_reader()
    {
        var banner = await BannerAsync(Rowan);

        Assert.Equal("/people/A1234BC", banner.QuerySelector(".tc-banner__name a")!.GetAttribute("href"));
        Assert.Equal("Ashdown, Rowan", banner.QuerySelector(".tc-banner__name")!.TextContent.Trim());
        Assert.Equal(["Prison number", "CRN"], banner.QuerySelectorAll("dt.govuk-visually-hidden").Select(dt => dt.TextContent));
        Assert.Contains("12 May 1991 (34 years)", banner.TextContent);
        Assert.Equal("No photograph", banner.QuerySelector("svg")!.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task A_preferred_name_is_in_brackets_where_it_differs()
    {
        Assert.Contains("(Ro)", (await BannerAsync(Rowan with { PreferredName = "Ro" })).QuerySelector(".tc-banner__name")!.TextContent);
        Assert.DoesNotContain("(", (await BannerAsync(Rowan with { PreferredName = "rowan" })).QuerySelector(".tc-banner__name")!.TextContent);
    }

    [Fact]
    public async Task Eight_tags_are_shown_and_the_rest_stand_under_more()
    {
        var banner = await BannerAsync(Rowan with { Tags = [.. Enumerable.Range(1, 10).Select(n => new TagModel($"Flag {n}", TagColour.Grey))] });

        Assert.Equal(["Flag 9", "Flag 10"], banner.QuerySelectorAll("details .govuk-tag").Select(tag => tag.TextContent));
        Assert.Equal(8, banner.QuerySelectorAll(".govuk-tag").Length - 2);
        Assert.Equal("More flags (2)", banner.QuerySelector("details summary")!.TextContent);
    }

    [Fact]
    public async Task Badges_stand_in_the_order_rosh_scores_tier_mappa_tags()
    {
        var banner = await BannerAsync(Rowan with
        {
            Tags = [new("Determinate")],
            Mappa = new(2, 1),
            Tier = "B2",
            Scores = [new("RSR", "Medium", 4.12m, "Dynamic")],
        });

        Assert.Equal(
            ["High RoSH", "RSR Medium 4.12% Dynamic", "Tier B2", "MAPPA Cat 2 Level 1", "Determinate"],
            banner.QuerySelectorAll(".tc-banner__badges > li").Select(li => li.TextContent.Trim()));
    }

    [Fact]
    public async Task Where_somebody_should_be_and_is_not_it_says_so()
    {
        var banner = await BannerAsync(Rowan with { Staff = [new("POM", "J Marsh", "Responsible", "/staff/1"), new("COM", null)] });

        Assert.Equal("Not allocated", banner.QuerySelector(".tc-banner__staff .govuk-tag--red")!.TextContent);
        Assert.Contains("J Marsh (Responsible)", banner.TextContent);
    }

    [Fact]
    public async Task The_next_date_says_how_far_off_it_is() => Assert.Contains(
        "Conditional release date 27 March 2026 (in 11 weeks)",
        (await BannerAsync(Rowan with { NextDateName = "Conditional release date", NextDateOn = new(2026, 3, 27) })).TextContent);

    [Fact]
    public async Task Strips_stand_above_in_their_own_order()
    {
        var strips = await StripsAsync(Rowan with
        {
            Strips = [new(StripKind.LimitedAccess, "Limited access."), new(StripKind.BeingTransferred, "Being transferred to HMP Marle."), new(StripKind.ArrivedLately, "Arrived today.")],
        });

        Assert.Equal(["Being transferred to HMP Marle.", "Arrived today.", "Limited access."], strips);
    }

    [Fact]
    public async Task The_compact_banner_has_name_number_birth_place_and_rosh_alone()
    {
        var banner = await BannerAsync(Rowan with { Tags = [new("Determinate")], Staff = [new("POM", "J Marsh")] }, compact: true);

        Assert.Equal(["Prison number", "Born", "Where"], banner.QuerySelectorAll("dt").Select(dt => dt.TextContent));
        Assert.Equal(["High RoSH"], banner.QuerySelectorAll("li").Select(li => li.TextContent));
        Assert.DoesNotContain("J Marsh", banner.TextContent);
    }

    [Fact]
    public async Task It_is_the_person_of_the_request_unless_said()
    {
        var page = new Rendering();
        page.Http.Features.Set(Rowan);

        Assert.Contains("Ashdown, Rowan", await page.OfAsync(new PersonBannerTagHelper(Monday) { View = page.View }));
    }

    private static async Task<AngleSharp.Dom.IElement> BannerAsync(PersonBannerModel person, bool compact = false)
    {
        var page = new Rendering();
        return Rendering.Parse(await page.OfAsync(new PersonBannerTagHelper(Monday) { View = page.View, Of = person, Compact = compact })).QuerySelector("section")!;
    }

    private static async Task<IEnumerable<string>> StripsAsync(PersonBannerModel person)
    {
        var page = new Rendering();
        return Rendering.Parse(await page.OfAsync(new PersonBannerTagHelper(Monday) { View = page.View, Of = person }))
            .QuerySelectorAll(".tc-strip").Select(strip => strip.TextContent);
    }
}
