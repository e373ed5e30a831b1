using System.Net;
using AngleSharp.Dom;
using Throughcare.Domain.Access;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests.Allocation;

/// <summary>What staff choose to be told of, and by what POMs are recommended, on both databases.</summary>
public sealed class ChoicesPageTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_POM_chooses_what_to_be_told_of(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var user = await app.SignInAsAsync(Role.Pom);

        var before = await user.PageAsync("/notices/choices");
        var saved = await user.SubmitAsync("/notices/choices", new Dictionary<string, string> { ["Input.Told"] = "handover_day" });
        var after = await user.PageAsync("/notices/choices");

        Assert.Equal(["upcoming_handover", "handover_day", "com_allocation_overdue", "daily_digest"], Ticked(before));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Equal(["handover_day"], Ticked(after));
    }

    [Fact]
    public async Task Notices_are_reached_from_every_page_also_when_nothing_is_unread()
    {
        await using var app = await App.StartAsync();
        var (user, prisoner) = (await app.SignInAsAsync(Role.KeyWorker), await app.SignInAsAsync(Role.Prisoner));

        Assert.NotNull((await user.PageAsync("/")).QuerySelector(".tc-nav-end a[href='/notices']"));
        Assert.NotNull((await user.PageAsync("/notices")).QuerySelector("main a[href='/notices/choices']"));
        Assert.Equal(["daily_digest"], Ticked(await user.PageAsync("/notices/choices")));
        Assert.Null((await prisoner.PageAsync("/me/plan")).QuerySelector(".tc-nav-end a[href='/notices']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await prisoner.GetAsync("/notices/choices")).StatusCode);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task An_administrator_decides_by_what_POMs_are_recommended_and_nobody_else_does(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var (admin, homd) = (await app.SignInAsAsync(Role.Admin), await app.SignInAsAsync(Role.Homd));
        const string At = "/admin/recommendation";

        var before = await admin.PageAsync(At);
        var refused = await User.ReadAsync(await admin.SubmitAsync(At, new Dictionary<string, string> { ["Input.Strategy"] = "Rosh", ["Input.From"] = "4/1/2026", ["Input.Reason"] = "Too short" }));
        var saved = await admin.SubmitAsync(At, new Dictionary<string, string> { ["Input.Strategy"] = "Rosh", ["Input.From"] = "5/1/2026", ["Input.Reason"] = "The pilot in three prisons has ended well" });
        var after = await admin.PageAsync(At);

        Assert.Contains("is recommended by the tier.", Words(before), StringComparison.Ordinal);
        Assert.Equal(["The day must be today or in the future", "Reason must be 20 characters or more"], refused.QuerySelectorAll(".govuk-error-summary__list a").Select(a => a.TextContent));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Contains("is recommended by the tier and the risk of serious harm.", Words(after), StringComparison.Ordinal);
        Assert.Contains("The pilot in three prisons", after.QuerySelector("main tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await admin.PageAsync("/admin/tables")).QuerySelector($"main a[href='{At}']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await homd.GetAsync(At)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await homd.SubmitAsync(At, new Dictionary<string, string> { ["Input.Strategy"] = "Tier" })).StatusCode);
    }

    private static string Words(IDocument page) => page.QuerySelector("main h1")!.NextElementSibling!.TextContent;

    private static IEnumerable<string?> Ticked(IDocument page) => page.QuerySelectorAll("main input[type=checkbox][checked]").Select(box => box.GetAttribute("value"));
}
