using System.Net;
using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests.Protection;

/// <summary>Rows of the list of priority offenders in the match queue.</summary>
public abstract class PpoMatchPageTests(DatabaseKind kind)
{
    private const string Fits = "Surname, date of birth and the first letter of the forename are the same";

    [Fact]
    public async Task A_row_of_the_list_waits_in_the_queue_and_stands_beside_who_may_be_meant_with_the_rule_that_fitted()
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync(number: "A1111BC");
        await app.SaveAsync(Row("W1/7", PpoMatchState.Possible), Candidate("W1/7", person.Id));
        var user = await app.SignInAsAsync(Role.CaseAdmin);

        var link = (await user.PageAsync("/matches")).QuerySelectorAll("main a").Single(a => a.TextContent == "Zabrake, Adan");
        var page = await user.PageAsync(link.GetAttribute("href")!);

        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("Possible", text, StringComparison.Ordinal);
        Assert.Contains(Fits, text, StringComparison.Ordinal);
        Assert.Contains("2 April 1990", text, StringComparison.Ordinal);
        Assert.Equal("/people/A1111BC", page.QuerySelector("main .govuk-summary-list a")!.GetAttribute("href"));
        Assert.Contains(await app.LooksAsync(), l => l.PersonId == person.Id && l.What == "/matches/ppo/{force}/{reference}");
    }

    [Fact]
    public async Task The_queue_shows_one_kind_alone_when_asked()
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync();
        await app.SaveAsync(Row("W1", PpoMatchState.Possible), Candidate("W1", person.Id));
        var user = await app.SignInAsAsync(Role.CaseAdmin);

        Assert.Contains("Zabrake, Adan", (await user.PageAsync("/matches?kind=Ppo")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Zabrake, Adan", (await user.PageAsync("/matches?kind=PrisonPrison")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_meant_is_linked_and_the_row_leaves_the_queue()
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync();
        await app.SaveAsync(Row("W1", PpoMatchState.Possible), Candidate("W1", person.Id));
        var user = await app.SignInAsAsync(Role.CaseAdmin);

        var saved = await user.SubmitAsync("/matches/ppo/13/W1", new Dictionary<string, string> { ["Input.Decision"] = $"same:{person.Id}" });

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Contains("Nothing to match", (await user.PageAsync("/matches")).Body!.TextContent, StringComparison.Ordinal);
        await using var db = app.Database.Open();
        Assert.Equal((PpoMatchState.ByHand, person.Id), (await db.PpoListings.SingleAsync()) is var row ? (row.Match, row.PersonId) : default);
        Assert.Equal(person.Id, (await db.PpoNominations.SingleAsync()).PersonId);
    }

    [Fact]
    public async Task Not_the_same_leaves_the_other_of_two_who_fit()
    {
        await using var app = await App.StartAsync(kind);
        var (one, other) = (await app.PersonAsync(number: "A1111BC"), await app.PersonAsync(number: "A2222BC"));
        await app.SaveAsync(Row("W1", PpoMatchState.Ambiguous), Candidate("W1", one.Id), Candidate("W1", other.Id));
        var user = await app.SignInAsAsync(Role.CaseAdmin);

        var saved = await user.SubmitAsync("/matches/ppo/13/W1", new Dictionary<string, string> { ["Input.Decision"] = $"not:{one.Id}" });
        var again = (await user.PageAsync("/matches/ppo/13/W1")).QuerySelector("main")!.TextContent;

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.DoesNotContain("A1111BC", again, StringComparison.Ordinal);
        Assert.Contains("A2222BC", again, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_put_off_with_a_reason_leaves_the_queue_and_comes_back_on_its_day()
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync();
        await app.SaveAsync(Row("W1", PpoMatchState.Probable) with { PersonId = person.Id }, Row("W2", PpoMatchState.Possible), Candidate("W2", person.Id));
        var user = await app.SignInAsAsync(Role.CaseAdmin);
        var later = Deferred(new(2026, 2, 5), "The police will send fingerprints");

        Assert.Equal(HttpStatusCode.SeeOther, (await user.SubmitAsync("/matches/ppo/13/W1", later)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await user.SubmitAsync("/matches/ppo/13/W2", later)).StatusCode);
        var now = (await user.PageAsync("/matches")).QuerySelector("main")!.TextContent;
        app.Clock.Advance(TimeSpan.FromDays(31));
        var then = (await (await app.SignInAsAsync(Role.CaseAdmin)).PageAsync("/matches")).QuerySelector("main")!.TextContent;

        Assert.Contains("Nothing to match", now, StringComparison.Ordinal);
        Assert.Contains("Zabrake, Adan", then, StringComparison.Ordinal);
        await using var db = app.Database.Open();
        Assert.All(await db.PpoCandidates.ToListAsync(), c => Assert.Equal((new DateOnly(2026, 2, 5), "The police will send fingerprints", user.Actor.StaffId), (c.DeferredUntil!.Value, c.DeferReason, c.DecidedBy!.Value)));
        Assert.Equal(2, await db.PpoCandidates.CountAsync());
    }

    [Fact]
    public async Task What_is_missing_is_said_by_its_field()
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync();
        await app.SaveAsync(Row("W1", PpoMatchState.Possible), Candidate("W1", person.Id));
        var user = await app.SignInAsAsync(Role.CaseAdmin);

        Assert.Equal(["Select what you have decided"], await ErrorsAsync(new Dictionary<string, string>()));
        Assert.Equal(["Enter the date to look at it again", "Enter a reason"], await ErrorsAsync(new Dictionary<string, string> { ["Input.Decision"] = "defer" }));
        Assert.Equal(
            ["Date to look at it again must be after today and on or before 5 April 2026"], await ErrorsAsync(Deferred(new(2026, 4, 6), "The police will send fingerprints")));

        async Task<IEnumerable<string>> ErrorsAsync(Dictionary<string, string> fields) =>
            (await User.ReadAsync(await user.SubmitAsync("/matches/ppo/13/W1", fields))).QuerySelectorAll(".govuk-error-summary__list a").Select(a => a.TextContent);
    }

    [Fact]
    public async Task A_covert_row_is_for_those_who_read_restricted_entries_and_nobody_elses_people_are_offered()
    {
        await using var app = await App.StartAsync(kind);
        var (person, away) = (await app.PersonAsync(), await app.PersonAsync("LNI"));
        await app.SaveAsync(
            Row("W1", PpoMatchState.Possible) with { IsCovert = true }, Candidate("W1", person.Id),
            Row("W2", PpoMatchState.Possible) with { Surname = "Elsewhere" }, Candidate("W2", away.Id));
        var (admin, homd) = (await app.SignInAsAsync(Role.CaseAdmin), await app.SignInAsAsync(Role.Homd));

        Assert.Contains("Nothing to match", (await admin.PageAsync("/matches")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/matches/ppo/13/W1")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await homd.GetAsync("/matches/ppo/13/W2")).StatusCode);
        Assert.Contains("Zabrake, Adan", (await homd.PageAsync("/matches")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("covert", (await homd.PageAsync("/matches/ppo/13/W1")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Deferred(DateOnly until, string reason) => new()
    {
        ["Input.Decision"] = "defer",
        ["Input.Until.Day"] = $"{until.Day}",
        ["Input.Until.Month"] = $"{until.Month}",
        ["Input.Until.Year"] = $"{until.Year}",
        ["Input.Reason"] = reason,
    };

    private static PpoListing Row(string reference, PpoMatchState match) => new()
    {
        ForceCode = "13",
        ListRef = reference,
        Area = "13",
        Scheme = PpoScheme.Ppo,
        Surname = "Zabrake",
        Forename = "Adan",
        DateOfBirth = new(1990, 4, 2),
        Status = PpoStatus.Active,
        RegisteredOn = new(2025, 6, 1),
        IsCovert = false,
        Match = match,
        FirstListedOn = new(2026, 1, 2),
    };

    private static PpoCandidate Candidate(string reference, PersonId person) => new() { ForceCode = "13", ListRef = reference, PersonId = person, Because = Fits };
}

public sealed class PpoMatchPagesOnSqlite() : PpoMatchPageTests(DatabaseKind.Sqlite);

public sealed class PpoMatchPagesOnPostgres() : PpoMatchPageTests(DatabaseKind.Postgres);
