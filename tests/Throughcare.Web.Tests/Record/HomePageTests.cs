using Throughcare.Domain.Access;
using Xunit;

namespace Throughcare.Web.Tests.Record;

public sealed class HomePageTests
{
    public static TheoryData<Role> Everybody => [.. Enum.GetValues<Role>().Where(role => role is not Role.System)];

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Every_role_has_a_home_whose_links_all_lead_somewhere(Role role)
    {
        await using var app = await App.StartAsync();
        var user = await app.SignInAsAsync(role);

        var page = await user.PageAsync(role is Role.Prisoner ? "/me" : "/");

        Assert.Equal("Home – Throughcare", page.Title);
        foreach (var href in page.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!).Distinct())
        {
            var response = await user.GetAsync(href);
            Assert.True((int)response.StatusCode < 400, $"{href} answers {(int)response.StatusCode}");
        }
    }

    [Fact]
    public async Task A_record_that_was_opened_is_listed_as_recently_viewed_for_as_long_as_it_may_be_seen()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync(last: "Quillon", first: "Bram");
        var user = await app.SignInAsAsync(Role.KeyWorker);
        var before = await user.PageAsync("/");
        await user.GetAsync($"/people/{person.Address}");

        var after = await user.PageAsync("/");
        await app.RestrictAsync(person.Id);
        var restricted = await user.PageAsync("/");

        Assert.Contains("You have not opened a record yet.", before.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(after.QuerySelector($"main a[href='/people/{person.Address}']"));
        Assert.DoesNotContain("Quillon", restricted.Body!.TextContent, StringComparison.Ordinal);
    }
}
