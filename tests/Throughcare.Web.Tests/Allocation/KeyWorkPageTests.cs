using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests.Allocation;

/// <summary>Key work: choosing a key worker, recording sessions, and what the prison sees, on both databases.</summary>
public sealed class KeyWorkPageTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task The_recommended_key_worker_is_chosen_and_another_takes_their_place_with_a_reason(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var (one, two) = (Staff("Osric Fennimore", "a"), Staff("Petra Quill", "b"));
        await app.SaveAsync(one, two);
        var person = await HeldAsync(app);
        var user = await app.SignInAsAsync(Role.Residential);
        var at = $"/people/{person.Address}";

        var before = await user.PageAsync("/key-work");
        var chosen = await user.SubmitAsync($"{at}/key-worker", new Dictionary<string, string> { ["Input.KeyWorker"] = one.Id.ToString() });
        app.Clock.Advance(TimeSpan.FromDays(3));
        user = await app.SignInAsAsync(Role.Homd);
        var refused = await User.ReadAsync(await user.SubmitAsync($"{at}/key-worker", new Dictionary<string, string> { ["Input.KeyWorker"] = "", ["Input.Reason"] = "" }));
        var replaced = await user.SubmitAsync($"{at}/key-worker", new Dictionary<string, string> { ["Input.KeyWorker"] = two.Id.ToString(), ["Input.Reason"] = "Speaks his language" });
        var page = await user.PageAsync($"{at}/key-work");
        var after = await user.PageAsync("/key-work");

        Assert.Contains("Fennimore, Osric", before.QuerySelector("main tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (chosen.StatusCode, replaced.StatusCode));
        Assert.Equal(["Select a key worker from the list"], Errors(refused));
        Assert.Contains("Quill, Petra", Value(page, "Key worker"), StringComparison.Ordinal);
        Assert.Contains("Override (re-allocated)", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Everybody has a key worker", after.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_than_the_recommended_needs_a_reason_and_high_complexity_has_no_key_worker()
    {
        await using var app = await App.StartAsync();
        var (one, two) = (Staff("Osric Fennimore", "a"), Staff("Petra Quill", "b"));
        await app.SaveAsync(one, two);
        var (person, complex) = (await HeldAsync(app), await HeldAsync(app, ComplexityOfNeed.High));
        var user = await app.SignInAsAsync(Role.HeadOmu);

        var refused = await User.ReadAsync(await user.SubmitAsync($"/people/{person.Address}/key-worker", new Dictionary<string, string> { ["Input.KeyWorker"] = two.Id.ToString(), ["Input.Reason"] = "" }));
        var high = await user.PageAsync($"/people/{complex.Address}/key-worker");
        var board = await user.PageAsync("/key-work");

        Assert.Equal(["Enter why the recommended key worker is not chosen"], Errors(refused));
        Assert.Contains("complexity of need is high", high.Body!.TextContent, StringComparison.OrdinalIgnoreCase);
        Assert.Equal("1", Value(board, "People who are to have key work").Trim());
    }

    [Fact]
    public async Task Two_who_choose_at_once_are_told_of_each_other()
    {
        await using var app = await App.StartAsync();
        var (one, two) = (Staff("Osric Fennimore", "a"), Staff("Petra Quill", "b"));
        await app.SaveAsync(one, two);
        var person = await HeldAsync(app);
        var (first, second) = (await app.SignInAsAsync(Role.Residential), await app.SignInAsAsync(Role.Homd));
        var at = $"/people/{person.Address}/key-worker";
        await first.SubmitAsync(at, new Dictionary<string, string> { ["Input.KeyWorker"] = one.Id.ToString() });

        var late = await User.ReadAsync(await second.SubmitAsync(at, new Dictionary<string, string> { ["Input.KeyWorker"] = two.Id.ToString(), ["Input.Reason"] = "Knows her", ["Seen"] = "0" }));

        Assert.Contains("Somebody else chose Fennimore, Osric", late.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_session_counts_towards_the_average_and_a_concern_reaches_the_POM(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var person = await HeldAsync(app);
        var user = await app.SignInAsAsync(Role.KeyWorker);
        var pom = new StaffId(A.IdSource.Next());
        await app.SaveAsync(Manager(person.Id, Role.KeyWorker, user.Actor.StaffId), Manager(person.Id, Role.Pom, pom));
        await app.GiveReachAsync(person.Id, user.Actor.StaffId);
        var at = $"/people/{person.Address}/key-work";

        var empty = await user.PageAsync(at);
        var refused = await User.ReadAsync(await user.SubmitAsync($"{at}/new", new Dictionary<string, string> { ["Input.Discussed"] = "" }));
        var recorded = await user.SubmitAsync($"{at}/new", new Dictionary<string, string>
        {
            ["Input.On"] = "5/1/2026",
            ["Input.At"] = "8:00am",
            ["Input.Minutes"] = "50",
            ["Input.NotAboutThePlan"] = "There is no plan yet",
            ["Input.Concern"] = "He has stopped eating with others",
            ["Input.Discussed"] = "We spoke about his work in the kitchen, the visit of his sister at the weekend, and how he sleeps since the move to this wing.",
        });
        Assert.Equal((HttpStatusCode.SeeOther, ""), (recorded.StatusCode, string.Join("; ", Errors(await User.ReadAsync(recorded)))));
        var page = await user.PageAsync(at);
        await using var db = app.Database.Open();
        var notice = await db.Notices.SingleAsync(n => n.PersonId == person.Id);

        Assert.Contains("No session is recorded", empty.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(Errors(refused));
        Assert.Equal(HttpStatusCode.SeeOther, recorded.StatusCode);
        Assert.Contains("work in the kitchen", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("stopped eating", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("12.5 of 45", Value(page, "Average minutes a week"), StringComparison.Ordinal);
        Assert.Contains("130 minutes short", Value(page, "Average minutes a week"), StringComparison.Ordinal);
        Assert.Equal((pom, "key_work_concern"), (notice.Staff, notice.Code));
    }

    [Fact]
    public async Task Only_key_workers_record_sessions_and_only_those_who_run_key_work_choose()
    {
        await using var app = await App.StartAsync();
        var person = await HeldAsync(app);
        var (admin, worker) = (await app.SignInAsAsync(Role.CaseAdmin), await app.SignInAsAsync(Role.KeyWorker));

        Assert.Equal(HttpStatusCode.Forbidden, (await admin.SubmitAsync($"/people/{person.Address}/key-work/new", new Dictionary<string, string>())).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await worker.GetAsync($"/people/{person.Address}/key-worker")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await worker.GetAsync($"/key-work/staff/{worker.Actor.StaffId}")).StatusCode);
        Assert.Contains("Nobody in prison is allocated to you", (await worker.PageAsync("/key-work")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_away_gets_nobody_and_loses_their_people_where_that_is_said()
    {
        await using var app = await App.StartAsync();
        var one = Staff("Osric Fennimore", "a");
        await app.SaveAsync(one);
        var person = await HeldAsync(app);
        var user = await app.SignInAsAsync(Role.Residential);
        await user.SubmitAsync($"/people/{person.Address}/key-worker", new Dictionary<string, string> { ["Input.KeyWorker"] = one.Id.ToString() });
        app.Clock.Advance(TimeSpan.FromDays(2));
        user = await app.SignInAsAsync(Role.Residential);
        var at = $"/key-work/staff/{one.Id}";

        var refused = await User.ReadAsync(await user.SubmitAsync(at, new Dictionary<string, string> { ["Input.Status"] = "UnavailableAnnualLeave", ["Input.ReturnsOn"] = "5/1/2026", ["Input.Capacity"] = "101" }));
        var saved = await user.SubmitAsync(at, new Dictionary<string, string> { ["Input.Status"] = "UnavailableAnnualLeave", ["Input.ReturnsOn"] = "20/1/2026", ["Input.Capacity"] = "6", ["Input.EndsAll"] = "true" });
        var board = await user.PageAsync("/key-work");
        app.Clock.Advance(TimeSpan.FromDays(14));
        var back = await (await app.SignInAsAsync(Role.Residential)).PageAsync(at);

        Assert.Equal(["Date of return must be in the future", "Capacity must be from 0 to 100 people"], Errors(refused));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Contains("1 allocation ended", board.QuerySelector(".govuk-notification-banner")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Annual leave", board.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Fennimore", board.QuerySelector("main tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Active", back.QuerySelector("main input[type=radio][checked]")!.GetAttribute("value"));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Who_covers_for_the_key_worker_stands_on_the_page_until_the_day(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var (one, two) = (Staff("Osric Fennimore", "a"), Staff("Petra Quill", "b"));
        await app.SaveAsync(one, two);
        var person = await HeldAsync(app);
        var user = await app.SignInAsAsync(Role.Residential);
        var at = $"/people/{person.Address}";

        var nobody = await user.PageAsync($"{at}/key-worker/cover");
        await user.SubmitAsync($"{at}/key-worker", new Dictionary<string, string> { ["Input.KeyWorker"] = one.Id.ToString() });
        var offered = (await user.PageAsync($"{at}/key-work")).QuerySelector($"main a[href='{at}/key-worker/cover']");
        var refused = await User.ReadAsync(await user.SubmitAsync($"{at}/key-worker/cover", new Dictionary<string, string> { ["Input.Cover"] = "", ["Input.Until"] = "" }));
        var saved = await user.SubmitAsync($"{at}/key-worker/cover", new Dictionary<string, string> { ["Input.Cover"] = two.Id.ToString(), ["Input.Until"] = "19/1/2026" });
        var page = await user.PageAsync($"{at}/key-work");

        Assert.Contains("nobody is there to stand in for", nobody.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(offered);
        Assert.Equal(["Select a key worker from the list", "Enter the last day of cover"], Errors(refused));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Equal("Cover by Quill, Petra until 19 January 2026", Value(page, "Cover").Trim());
    }

    [Fact]
    public async Task The_prison_says_how_often_sessions_are_held()
    {
        await using var app = await App.StartAsync();
        await HeldAsync(app);
        var user = await app.SignInAsAsync(Role.HeadOmu);

        var before = await user.PageAsync("/key-work");
        var refused = await User.ReadAsync(await user.SubmitAsync("/key-work/settings", new Dictionary<string, string> { ["Input.Weeks"] = "0" }));
        var saved = await user.SubmitAsync("/key-work/settings", new Dictionary<string, string> { ["Input.Weeks"] = "2" });
        var after = await user.PageAsync("/key-work");

        Assert.Equal("0 of 4 (0%)", Value(before, "Sessions held").Trim());
        Assert.Equal(["Weeks must be a whole number from 1 to 12"], Errors(refused));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Equal("0 of 2 (0%)", Value(after, "Sessions held").Trim());
        Assert.Contains("A session is held every 2 weeks.", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2", (await user.PageAsync("/key-work/settings")).QuerySelector("main input[name='Input.Weeks']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_key_worker_sets_neither_cover_nor_how_often()
    {
        await using var app = await App.StartAsync();
        var person = await HeldAsync(app);
        var worker = await app.SignInAsAsync(Role.KeyWorker);

        Assert.Equal(HttpStatusCode.Forbidden, (await worker.GetAsync("/key-work/settings")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await worker.GetAsync($"/people/{person.Address}/key-worker/cover")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await worker.SubmitAsync("/key-work/settings", new Dictionary<string, string> { ["Input.Weeks"] = "2" })).StatusCode);
    }

    private static async Task<App.Seeded> HeldAsync(App app, ComplexityOfNeed? complexity = null)
    {
        var person = await app.PersonAsync();
        await app.SaveAsync(
            new CustodyEpisode { Id = A.FactId, PersonId = person.Id, Recorded = A.Entry, ValidFrom = new(2025, 11, 3) },
            new CellLocation { Id = A.FactId, PersonId = person.Id, Recorded = A.Entry, ValidFrom = new(2025, 11, 3), Prison = new("LHI") },
            new Standing { PersonId = person.Id, ChangedAt = A.Monday, Prison = new("LHI"), ArrivedOn = new(2025, 11, 3), Complexity = complexity });
        return person;
    }

    private static ManagerAssignment Manager(PersonId person, Role role, StaffId staff) =>
        new() { Id = A.FactId, PersonId = person, Recorded = A.Entry, ValidFrom = new(2025, 11, 3), Role = role, StaffId = staff, Name = "Fennimore, Osric", Place = new("LHI") };

    private static StaffMember Staff(string name, string number) => new() { Id = new(A.IdSource.Next()), Name = name, Role = Role.KeyWorker, Place = new("LHI"), UserName = number };

    private static string Value(IDocument page, string key) =>
        page.QuerySelectorAll("main .govuk-summary-list__row").First(row => row.QuerySelector("dt")!.TextContent.Trim() == key).QuerySelector("dd")!.TextContent;

    private static IEnumerable<string> Errors(IDocument page) => page.QuerySelectorAll(".govuk-error-summary__list a").Select(a => a.TextContent);
}
