using System.Net;
using AngleSharp.Dom;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests.Allocation;

/// <summary>The tier of a person, choosing another, and complexity of need, on both databases.</summary>
public sealed class TierPageTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task The_tier_by_each_scheme_stands_with_its_why_and_a_manager_chooses_another(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync();
        await app.SaveAsync(Assessed(person.Id));
        var user = await app.SignInAsAsync(Role.Homd);
        var at = $"/people/{person.Address}/tier";

        var before = await user.PageAsync(at);
        var refused = await User.ReadAsync(await user.SubmitAsync($"{at}/choose", new Dictionary<string, string> { ["Input.Reason"] = "" }));
        var saved = await user.SubmitAsync($"{at}/choose", Choice("3", "Settled; the manager and the supervisor agree"));
        var after = await user.PageAsync(at);
        var same = await User.ReadAsync(await user.SubmitAsync($"{at}/choose", Choice("3", "Once more")));
        var back = await user.SubmitAsync($"{at}/choose", Choice("0", "Risk has risen"));
        var last = await user.PageAsync(at);

        Assert.Contains("RoSH High", before.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, before.QuerySelectorAll("main details.tc-why").Length);
        Assert.Contains("Not supervised", before.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tier 4", before.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Select a tier", "Enter why the tier is changed"], Errors(refused));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Contains("Tier 3 was chosen", after.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tier 4", after.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Tier 3 is chosen already"], Errors(same));
        Assert.Equal(HttpStatusCode.SeeOther, back.StatusCode);
        Assert.DoesNotContain("Tier 3 was chosen", last.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_managers_who_choose_at_once_are_shown_both_choices()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        await app.SaveAsync(Assessed(person.Id));
        var (one, other) = (await app.SignInAsAsync(Role.Homd), await app.SignInAsAsync(Role.HeadOmu));
        var at = $"/people/{person.Address}/tier/choose";
        await one.SubmitAsync(at, Choice("3", "Settled"));

        var late = await User.ReadAsync(await other.SubmitAsync(at, new Dictionary<string, string> { ["Input.Tier"] = "2", ["Input.Reason"] = "Very settled", ["MadeFrom"] = "0" }));

        Assert.Equal("Choose which version to keep", late.QuerySelector("h1")?.TextContent);
        Assert.Contains("Very settled", late.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_who_do_not_allocate_read_the_tier_and_do_not_choose_it()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        var user = await app.SignInAsAsync(Role.CaseAdmin);

        var page = await user.PageAsync($"/people/{person.Address}/tier");
        var choose = await user.GetAsync($"/people/{person.Address}/tier/choose");

        Assert.Contains("Record the RoSH level", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No change is on record yet", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main a[href$='/tier/choose']"));
        Assert.Equal(HttpStatusCode.Forbidden, choose.StatusCode);
    }

    [Fact]
    public async Task What_the_tier_rests_on_is_withheld_from_those_who_do_not_read_it()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        await app.SaveAsync(Assessed(person.Id), new Registration { Id = A.FactId, PersonId = person.Id, Recorded = A.Entry, ValidFrom = new(2025, 12, 1), Code = "RCPR" });

        var whole = await (await app.SignInAsAsync(Role.Homd)).PageAsync($"/people/{person.Address}/tier");
        var part = await (await app.SignInAsAsync(Role.CaseAdmin)).PageAsync($"/people/{person.Address}/tier");

        Assert.Contains("1 complexity factor", whole.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("1 complexity factor", part.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Part of what it rests on is restricted", part.Body.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Complexity_is_recorded_changed_with_a_reason_and_ends_the_key_worker_when_high(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync();
        await app.SaveAsync(
            Sex(person.Id, "F"),
            new ManagerAssignment { Id = A.FactId, PersonId = person.Id, Recorded = A.Entry, ValidFrom = new(2025, 11, 3), Role = Role.KeyWorker, Name = "Fennimore, Osric" });
        var user = await app.SignInAsAsync(Role.Homd);
        var at = $"/people/{person.Address}/complexity";

        var first = await user.SubmitAsync(at, Level("Low", ""));
        var refused = await User.ReadAsync(await user.SubmitAsync(at, Level("High", "")));
        app.Clock.Advance(TimeSpan.FromDays(2));
        user = await app.SignInAsAsync(Role.Homd);
        var high = await user.SubmitAsync(at, Level("High", "Two incidents this week"));
        var page = await user.PageAsync(at);
        app.Clock.Advance(TimeSpan.FromDays(1));
        var people = await (await app.SignInAsAsync(Role.Homd)).PageAsync($"/people/{person.Address}/people");

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (first.StatusCode, high.StatusCode));
        Assert.Equal(["Enter the reason why the level has changed"], Errors(refused));
        Assert.Contains("Two incidents this week", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("there is no key worker", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("main tbody tr"), row => row.TextContent.Contains("Low", StringComparison.Ordinal));
        Assert.Contains("Change in complexity of need", people.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mans_record_rejects_complexity_of_need()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        var user = await app.SignInAsAsync(Role.Homd);
        var at = $"/people/{person.Address}/complexity";
        var form = await user.PageAsync(at);   // nothing says yet whose record it is
        await app.SaveAsync(Sex(person.Id, "M"));

        using var posted = new FormUrlEncodedContent(form.QuerySelectorAll("main form input[type=hidden]").Select(i => KeyValuePair.Create(i.GetAttribute("name")!, i.GetAttribute("value") ?? "")).Append(new("Input.Level", "Low")));
        var refused = await User.ReadAsync(await user.Client.PostAsync(at, posted));
        var page = await user.PageAsync(at);

        Assert.Contains("Only recorded in the women's estate", refused.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form"));
        Assert.Contains("Only recorded in the women’s estate", page.Body!.TextContent, StringComparison.Ordinal);
    }

    private static AssessmentSummary Assessed(PersonId person) => new()
    {
        Id = A.FactId,
        PersonId = person,
        Recorded = A.Entry,
        ValidFrom = new(2025, 12, 1),
        InitiatedOn = new(2025, 12, 1),
        CompletedOn = new(2025, 12, 1),
        Type = OasysType.Layer3,
        Status = OasysStatus.Complete,
        PublicCommunity = RoshLevel.High,
        RsrDynamic = 4.2m,
        Ogrs3TwoYear = 67,
    };

    private static PersonDetails Sex(PersonId person, string sex) => new() { Id = A.FactId, PersonId = person, Recorded = A.Entry, ValidFrom = new(2025, 1, 1), Sex = Coded.Of(sex) };

    private static Dictionary<string, string> Choice(string tier, string reason) => new() { ["Input.Tier"] = tier, ["Input.Reason"] = reason };

    private static Dictionary<string, string> Level(string level, string reason) => new() { ["Input.Level"] = level, ["Input.Reason"] = reason };

    private static IEnumerable<string> Errors(IDocument page) => page.QuerySelectorAll(".govuk-error-summary__list a").Select(a => a.TextContent);
}
