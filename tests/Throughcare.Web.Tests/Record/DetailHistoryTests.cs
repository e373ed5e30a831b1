using System.Net;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests.Record;

public sealed class DetailHistoryTests
{
    [Fact]
    public async Task What_a_detail_was_is_listed_with_who_recorded_it_where_it_came_from_and_why()
    {
        await using var app = await App.StartAsync();
        var (person, id) = (await app.PersonAsync(), A.FactId);
        var staff = new StaffId(A.IdSource.Next());
        await app.SaveAsync(new StaffMember { Id = staff, Name = "Cass Admiral", Role = Role.CaseAdmin, Place = new("LHI") });
        await app.SaveAsync(
            Version(person.Id, id, 1, "BRIT", A.Entry with { At = A.Monday.AddDays(-9), By = StaffId.System, Source = SourceSystem.Offloc }, A.Monday.AddDays(-1)),
            Version(person.Id, id, 2, "ALBA", A.Entry with { At = A.Monday.AddDays(-1), By = staff, Reason = "He showed his passport" }));
        var user = await app.SignInAsAsync(Role.KeyWorker);
        var at = $"/people/{person.Address}/personal";

        var personal = await user.PageAsync(at);
        var history = await user.PageAsync($"{at}/details/nationality/history");

        Assert.Equal(["History nationality"], personal.QuerySelectorAll("main a[href$='/history']").Select(a => a.TextContent));
        Assert.Equal($"{at}/details/nationality/history", personal.QuerySelector("main a[href$='/history']")!.GetAttribute("href"));
        Assert.Equal("History of nationality", history.QuerySelector("h1")!.TextContent);
        var rows = history.QuerySelectorAll("tbody tr").Select(tr => tr.Children.Select(cell => cell.TextContent.Trim()).ToList()).ToList();
        Assert.Equal(["Albanian", "4 Jan 2026 at 9am", "Now", "Cass Admiral", "Entered here", "He showed his passport"], rows[0]);
        Assert.Equal(["British", "27 Dec 2025 at 9am", "4 Jan 2026 at 9am", "Throughcare", "Prison file, 27 December 2025", "Not applicable"], rows[1]);
        Assert.Equal(2, rows.Count);
        Assert.Contains(await app.LooksAsync(), look => look.PersonId == person.Id && look.What.EndsWith("/history", StringComparison.Ordinal) && look.StaffId == user.Actor.StaffId);
    }

    [Fact]
    public async Task A_long_history_is_paged_latest_first()
    {
        await using var app = await App.StartAsync();
        var (person, id) = (await app.PersonAsync(), A.FactId);
        await app.SaveAsync([.. Enumerable.Range(1, 30).Select(n => Version(
            person.Id, id, n, n % 2 == 0 ? "BRIT" : "ALBA", A.Entry with { At = A.Monday.AddDays(n - 60) }, n == 30 ? null : A.Monday.AddDays(n - 59)))]);
        var user = await app.SignInAsAsync(Role.KeyWorker);
        var at = $"/people/{person.Address}/personal/details/nationality/history";

        var first = await user.PageAsync(at);
        var second = await user.PageAsync($"{at}?page=2");

        Assert.Equal((25, 5), (first.QuerySelectorAll("tbody tr").Length, second.QuerySelectorAll("tbody tr").Length));
        Assert.Equal("British", first.QuerySelector("tbody th")!.TextContent.Trim());
        Assert.Contains("26", second.QuerySelector(".tc-count")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_that_changed_something_else_is_no_history_of_this_detail()
    {
        await using var app = await App.StartAsync();
        var (person, id) = (await app.PersonAsync(), A.FactId);
        await app.SaveAsync(
            Version(person.Id, id, 1, "BRIT", A.Entry, A.Monday.AddMinutes(1)),
            Version(person.Id, id, 2, "BRIT", A.Entry with { At = A.Monday.AddMinutes(1) }) with { GenderIdentity = Coded.Of("M") });
        var user = await app.SignInAsAsync(Role.KeyWorker);

        var personal = await user.PageAsync($"/people/{person.Address}/personal");

        Assert.Empty(personal.QuerySelectorAll("main a[href$='/history']"));
    }

    [Fact]
    public async Task Somebody_without_reach_and_an_unknown_detail_are_refused()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        var at = $"/people/{person.Address}/personal/details";

        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignInAsAsync(Role.KeyWorker, "LEI")).GetAsync($"{at}/nationality/history")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsAsync(Role.KeyWorker)).GetAsync($"{at}/shoe-size/history")).StatusCode);
    }

    [Theory]
    [InlineData("gender-identity", "GINB", "Gender identity")]
    [InlineData("language", "POL", "Main language")]
    [InlineData("interpreter", "Y", "Interpreter needed")]
    [InlineData("spoken-welsh", "N", "Prefers to speak Welsh")]
    [InlineData("written-welsh", "Y", "Prefers letters in Welsh")]
    public async Task Each_of_these_details_has_a_link_to_change_it_and_shows_what_it_was_changed_to(string detail, string code, string name)
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        var user = await app.SignInAsAsync(Role.CaseAdmin);
        var at = $"/people/{person.Address}/personal";

        var before = await user.PageAsync(at);
        var refused = await User.ReadAsync(await user.SubmitAsync($"{at}/details/{detail}", new Dictionary<string, string> { ["Input.Code"] = "none of them", ["Input.Reason"] = "Asked" }));
        var changed = await user.SubmitAsync($"{at}/details/{detail}", new Dictionary<string, string> { ["Input.Code"] = code, ["Input.Reason"] = "Asked at reception" });
        var after = await user.PageAsync(at);

        Assert.NotNull(before.QuerySelector($"main a[href='{at}/details/{detail}']"));
        Assert.NotNull(refused.QuerySelector(".govuk-error-summary__list a"));
        Assert.Equal(HttpStatusCode.SeeOther, changed.StatusCode);
        var row = after.QuerySelectorAll(".govuk-summary-list__row").Single(r => r.QuerySelector("dt")!.TextContent.Trim() == name);
        Assert.Equal(DetailKind.Find(detail)!.Words(await DetailsAsync(app)), row.QuerySelector(".govuk-summary-list__value")!.TextContent.Trim());
        Assert.NotEqual("Not recorded", row.QuerySelector(".govuk-summary-list__value")!.TextContent.Trim());
    }

    private static async Task<PersonDetails> DetailsAsync(App app)
    {
        await using var db = app.Database.Open();
        return db.Details.Single();
    }

    private static PersonDetails Version(PersonId person, FactId id, int version, string nationality, Entry entry, DateTimeOffset? replaced = null)
    {
        var row = new PersonDetails { Id = id, Version = version, PersonId = person, ValidFrom = new(2025, 1, 1), Recorded = entry, Nationality = Coded.Of(nationality) };
        if (replaced is { } at)
        {
            typeof(FactVersion).GetProperty(nameof(FactVersion.ReplacedAt))!.SetValue(row, at);
        }

        return row;
    }
}
