using System.Net;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Matching;
using Throughcare.Domain.Rules;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests.Record.Matching;

/// <summary>The match queue, merges and what undoes them, through the pages.</summary>
public sealed class MatchPageTests
{
    private const string Why = "The prison and the probation office agree on it";

    [Fact]
    public async Task With_nothing_to_match_the_queue_says_so()
    {
        await using var app = await App.StartAsync();
        var user = await app.SignInAsAsync(Role.CaseAdmin);

        Assert.Contains("Nothing to match", (await user.PageAsync("/matches")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignInAsAsync(Role.Pom)).GetAsync("/matches")).StatusCode);
    }

    [Fact]
    public async Task A_pair_is_explained_field_by_field_and_what_search_does_not_show_is_not_shown()
    {
        await using var app = await App.StartAsync();
        var (one, other, item) = await PairAsync(app, otherPlace: "LNI");
        var user = await app.SignInAsAsync(Role.CaseAdmin);

        var list = await user.PageAsync("/matches");
        var page = await user.PageAsync($"/matches/{item}");
        var rows = page.QuerySelectorAll("main table tbody tr").Select(r => string.Join('|', r.Children.Select(c => c.TextContent.Trim()))).ToList();

        Assert.Equal("Zabrake, Ada and Zabrake, Ada", list.QuerySelector("main tbody th a")!.TextContent);
        Assert.Contains("Prison number|A1111BC|Not recorded|Missing on one|−1.26", rows);
        Assert.Contains("Surname|ZABRAKE|ZABRAKE|The same|+2.25", rows);
        Assert.Contains("Date of birth|12 March 1985|Not shown|The same|+4.15", rows);
        Assert.Contains("Likely one person: 81%", page.Body!.TextContent, StringComparison.Ordinal);
        var looks = (await app.LooksAsync()).Where(l => l.What == "/matches/{id}").Select(l => l.PersonId).ToHashSet();
        Assert.Equal([one, other], looks.OfType<PersonId>().OrderBy(p => p == other));
    }

    [Fact]
    public async Task What_is_missing_is_said_by_its_field()
    {
        await using var app = await App.StartAsync();
        var (_, _, item) = await PairAsync(app);
        var user = await app.SignInAsAsync(Role.CaseAdmin);

        var nothing = await User.ReadAsync(await user.SubmitAsync($"/matches/{item}", new Dictionary<string, string>()));
        var link = await User.ReadAsync(await user.SubmitAsync($"/matches/{item}", new Dictionary<string, string> { ["Input.Action"] = "Link" }));

        Assert.Equal(["Select what you have decided"], nothing.QuerySelectorAll(".govuk-error-summary__list a").Select(a => a.TextContent));
        Assert.Equal(
            ["Select why the records are one person’s", "Enter a reason"], link.QuerySelectorAll(".govuk-error-summary__list a").Select(a => a.TextContent));
    }

    [Fact]
    public async Task A_pair_told_apart_leaves_the_queue_and_the_banner_of_the_record()
    {
        await using var app = await App.StartAsync();
        var (_, _, item) = await PairAsync(app);
        var user = await app.SignInAsAsync(Role.CaseAdmin);
        Assert.Contains("Possible duplicate", (await user.PageAsync("/people/A1111BC/personal")).Body!.TextContent, StringComparison.Ordinal);

        var saved = await user.SubmitAsync($"/matches/{item}", new Dictionary<string, string> { ["Input.Action"] = "NotSame", ["Input.Reason"] = Why });
        var again = await user.PageAsync($"/matches/{item}");

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Contains("Not the same person", again.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nothing to match", (await user.PageAsync("/matches")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Possible duplicate", (await user.PageAsync("/people/A1111BC/personal")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merge_is_asked_for_by_one_approved_by_another_redirects_and_is_undone()
    {
        await using var app = await App.StartAsync();
        await PairAsync(app);
        var (asks, approves) = (await app.SignInAsAsync(Role.HeadOmu), await app.SignInAsAsync(Role.Homd));

        var asked = await asks.SubmitAsync("/people/A1111BC/merge", new Dictionary<string, string> { ["Input.Other"] = "X111111", ["Input.ReasonCode"] = "FINGERPRINT", ["Input.Reason"] = Why });
        var merge = asked.Headers.Location!.ToString();
        Assert.DoesNotContain("Approve the merge", (await asks.PageAsync(merge)).Body!.TextContent, StringComparison.Ordinal);
        var approved = await approves.SubmitAsync(merge, new Dictionary<string, string> { ["Input.Decision"] = "approve" });
        var moved = await approves.GetAsync("/people/X111111");
        var personal = await approves.PageAsync("/people/A1111BC/personal");
        var undo = personal.QuerySelectorAll("main a").Single(a => a.TextContent == "Undo the merge").GetAttribute("href")!;
        var undone = await approves.SubmitAsync(undo, new Dictionary<string, string> { ["Input.Reason"] = Why });

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (asked.StatusCode, approved.StatusCode, undone.StatusCode));
        Assert.Equal((HttpStatusCode.MovedPermanently, "/people/A1111BC"), (moved.StatusCode, moved.Headers.Location!.ToString()));
        Assert.Equal(HttpStatusCode.OK, (await approves.GetAsync("/people/X111111")).StatusCode);
    }

    /// <summary>A prison record and a probation record of the same name and date of birth, which wait in the queue.</summary>
    private static async Task<(PersonId One, PersonId Other, FactId Item)> PairAsync(App app, string otherPlace = "LHI")
    {
        var (one, other) = (await app.PersonAsync("LHI", number: "A1111BC"), await app.PersonAsync(otherPlace, number: "", crn: "X111111"));
        var item = new MatchItem
        {
            Id = A.FactId,
            Kind = MatchKind.PrisonProbation,
            AskerId = one.Id,
            CandidateId = other.Id,
            Total = 2.09,
            Probability = 0.81,
            Reasons = MatchReasons.Likely,
            Owner = new("LHI"),
            RaisedAt = app.Clock.GetUtcNow().AddDays(-3),
        };
        await app.SaveAsync(Details(one.Id), Details(other.Id), item);
        return (one.Id, other.Id, item.Id);
    }

    private static PersonDetails Details(PersonId person) =>
        new() { Id = A.FactId, PersonId = person, DateOfBirth = new(1985, 3, 12), Sex = Coded.Of("M"), ValidFrom = new(2025, 1, 1), Recorded = A.Entry };
}
