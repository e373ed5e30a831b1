using System.Net;
using Throughcare.Domain.Access;
using Xunit;

namespace Throughcare.Web.Tests;

public class LayoutTests
{
    private static readonly Navigation Pom = new()
    {
        PlaceName = "HMP Lindholt Hall OMU",
        UserName = "J Marsh",
        Items = Navigation.ItemsOf(Role.Pom),
        SignOutAddress = "/sign-out",
    };

    private static readonly PersonBannerModel Person = new("A1234BC", "Ashdown", "Rowan", "In custody: HMP Lindholt Hall, B2-14") { PrisonNumber = "A1234BC" };

    [Fact]
    public async Task Every_answer_carries_the_headers_that_keep_it_safe()
    {
        await using var host = await KitHost.StartAsync();
        var response = await host.Client.GetAsync("/nowhere");

        string Header(string name) => string.Join(", ", response.Headers.GetValues(name));
        Assert.Equal(
            "default-src 'self'; img-src 'self' data:; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
            Header("Content-Security-Policy"));
        Assert.Equal("no-referrer", Header("Referrer-Policy"));
        Assert.Equal("nosniff", Header("X-Content-Type-Options"));
        Assert.Equal("DENY", Header("X-Frame-Options"));
        Assert.Equal("no-store", Header("Cache-Control"));
    }

    [Fact]
    public async Task Every_page_has_one_heading_a_skip_link_and_the_four_links_of_the_footer()
    {
        await using var host = await KitHost.StartAsync();
        var page = await host.PageAsync("/nowhere");

        Assert.Equal("Page not found", Assert.Single(page.QuerySelectorAll("h1")).TextContent);
        Assert.Equal("Page not found – Throughcare", page.Title);
        Assert.Equal("#main-content", page.QuerySelector(".govuk-skip-link")!.GetAttribute("href"));
        Assert.NotNull(page.QuerySelector("main#main-content"));
        Assert.Equal("Throughcare", page.QuerySelector(".govuk-generic-header")!.TextContent.Trim());
        Assert.Equal(
            ["Accessibility", "Privacy", "Help", "What’s new"], page.QuerySelectorAll("footer a").Select(link => link.TextContent));
    }

    [Fact]
    public async Task No_page_has_a_script_or_a_style_in_itself()
    {
        await using var host = await KitHost.StartAsync((http, next) =>
        {
            http.Features.Set(new PageFrame { Navigation = Pom, Session = new(30, 5, "/stay", "/sign-out", "/signed-out") });
            return next(http);
        });
        var page = await host.PageAsync("/nowhere");

        Assert.All(page.QuerySelectorAll("script"), script => Assert.NotEmpty(script.GetAttribute("src")!));
        Assert.Empty(page.QuerySelectorAll("style, [style], [onclick]"));
    }

    [Fact]
    public async Task Every_file_of_a_page_is_served_under_a_name_of_its_content_for_a_year()
    {
        await using var host = await KitHost.StartAsync();
        var page = await host.PageAsync("/nowhere");
        var files = page.QuerySelectorAll("link[href], script[src]").Select(e => e.GetAttribute("href") ?? e.GetAttribute("src")!).ToList();

        Assert.True(files.Count >= 7);
        foreach (var file in files)
        {
            // As a browser asks, which takes the compressed form.
            using var request = new HttpRequestMessage(HttpMethod.Get, file) { Headers = { { "Accept-Encoding", "gzip" } } };
            var response = await host.Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("gzip", Assert.Single(response.Content.Headers.ContentEncoding));
            Assert.Contains(response.Content.Headers.ContentType!.MediaType, new[] { "text/css", "text/javascript" });
            Assert.True((await response.Content.ReadAsByteArrayAsync()).Length > 50, file);
            Assert.Matches(@"\.[a-z0-9]{10}\.(css|js)$", file);
            Assert.Equal((file, "max-age=31536000, immutable"), (file, response.Headers.CacheControl?.ToString()));
        }
    }

    [Fact]
    public async Task Images_keep_the_plain_names_that_the_stylesheet_asks_for()
    {
        await using var host = await KitHost.StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync("/assets/images/icon-tag-remove-cross.svg")).StatusCode);
    }

    [Fact]
    public async Task A_page_about_a_person_has_the_number_in_its_title_and_never_the_name()
    {
        await using var host = await KitHost.StartAsync((http, next) =>
        {
            http.Features.Set(Person);
            return next(http);
        });

        Assert.Equal("Page not found – A1234BC – Throughcare", (await host.PageAsync("/nowhere")).Title);
    }

    [Theory]
    [InlineData("Sentence plan", "A1234BC", false, "Sentence plan – A1234BC – Throughcare")]
    [InlineData("Sentence plan", "A1234BC", true, "Error: Sentence plan – A1234BC – Throughcare")]
    [InlineData("Home", null, false, "Home – Throughcare")]
    public void A_title_is_heading_number_and_product(string heading, string? number, bool hasErrors, string title) =>
        Assert.Equal(title, PageTitle.Of(heading, number, hasErrors));

    [Fact]
    public async Task The_frame_of_a_signed_in_user_has_the_place_the_name_and_the_way_out()
    {
        await using var host = await KitHost.StartAsync((http, next) =>
        {
            http.Features.Set(new PageFrame
            {
                Navigation = Pom,
                Banners = [new(BannerKind.TrainingData, "Training data. Nobody here is real.")],
                Session = new(30, 5, "/stay", "/sign-out", "/signed-out"),
            });
            return next(http);
        });
        var page = await host.PageAsync("/nowhere");

        Assert.Equal("HMP Lindholt Hall OMU", page.QuerySelector(".govuk-service-navigation__service-name")!.TextContent.Trim());
        Assert.Equal("Training data. Nobody here is real.", page.QuerySelector(".tc-service-banner")!.TextContent);
        Assert.Equal("/sign-out", page.QuerySelector(".tc-nav-end form")!.GetAttribute("action"));
        Assert.Equal("30", page.QuerySelector("dialog")!.GetAttribute("data-idle-minutes"));
        Assert.Equal("Printed by J Marsh 5 January 2026 – OFFICIAL-SENSITIVE", page.QuerySelector(".tc-print-only")!.TextContent);
    }

    [Fact]
    public async Task The_page_of_404_is_the_same_byte_for_byte_whatever_the_address()
    {
        await using var host = await KitHost.StartAsync((http, next) =>
        {
            http.Features.Set(new PageFrame { Navigation = Pom, Session = new(30, 5, "/stay", "/sign-out", "/signed-out") });
            return next(http);
        });

        var one = await host.Client.GetAsync("/nobody/A1234BC");
        var other = await host.Client.GetAsync("/nowhere/at/all?x=1");

        Assert.Equal(HttpStatusCode.NotFound, one.StatusCode);
        Assert.Equal(await one.Content.ReadAsByteArrayAsync(), await other.Content.ReadAsByteArrayAsync());
        Assert.Equal(one.Headers.ToString(), other.Headers.ToString());
    }

    [Fact]
    public async Task A_page_that_breaks_gives_a_reference_says_that_nothing_was_saved_and_keeps_its_secrets()
    {
        await using var host = await KitHost.StartAsync();
        var response = await host.Client.GetAsync("/test/broken");
        var html = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains("Nothing was saved", html);
        Assert.Contains("Reference: <strong>", html);
        Assert.DoesNotContain("A secret of the machine", html);
    }

    [Fact]
    public async Task The_wrong_role_is_told_which_roles_can()
    {
        await using var host = await KitHost.StartAsync(Refusing(new Refused.ByRole(["Head of OMU", "Senior probation officer"])));
        var page = await host.PageAsync("/test/refused");

        Assert.Equal("Your role cannot do this", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["Head of OMU", "Senior probation officer"], page.QuerySelectorAll("main li").Select(li => li.TextContent));
    }

    [Fact]
    public async Task Someone_out_of_reach_sees_what_search_shows_and_can_ask_for_access()
    {
        await using var host = await KitHost.StartAsync(Refusing(
            new Refused.ByReach("Ashdown, Rowan", "A1234BC", "HMP Lindholt Hall", "/people/A1234BC/request-access")));
        var page = await host.PageAsync("/test/refused");

        Assert.Equal("You do not have access to this record", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["Ashdown, Rowan", "A1234BC", "HMP Lindholt Hall"], page.QuerySelectorAll("main dd").Select(dd => dd.TextContent.Trim()));
        Assert.Equal("/people/A1234BC/request-access", page.QuerySelector(".govuk-button")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_limited_record_says_whom_to_ask_and_no_name()
    {
        await using var host = await KitHost.StartAsync(Refusing(new Refused.ByLimit("the regional witness unit")));
        var page = await host.PageAsync("/test/refused");

        Assert.Equal("Limited access", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Ask the regional witness unit.", page.QuerySelector("main")!.TextContent);
        Assert.DoesNotContain("Ashdown", page.DocumentElement.OuterHtml);
    }

    private static Func<Microsoft.AspNetCore.Http.HttpContext, Microsoft.AspNetCore.Http.RequestDelegate, Task> Refusing(Refused why) => (http, next) =>
    {
        http.Features.Set(why);
        return next(http);
    };
}
