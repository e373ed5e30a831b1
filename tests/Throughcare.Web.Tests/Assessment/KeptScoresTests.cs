using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Throughcare.Domain.Access;
using Throughcare.Domain.Assessment;
using Throughcare.Testing;
using Throughcare.Web.Tests.Api;
using Xunit;

namespace Throughcare.Web.Tests.Assessment;

public sealed class KeptScoresTests
{
    private static readonly Dictionary<string, string> Man = new()
    {
        ["sex"] = "M",
        ["date_of_birth"] = "5/5/1984",
        ["assessment_date"] = "15 June 2026",
        ["conviction_date"] = "19 1 2026",
        ["community_date"] = "10/5/2026",
        ["offence_code"] = "04600",
        ["age_first_sanction"] = "14",
        ["total_sanctions"] = "38",
        ["violent_sanctions"] = "3",
        ["sexual_history"] = "N",
        ["supervision"] = "COMMUNITY",
    };

    [Fact]
    public async Task Scores_are_kept_with_the_assessment_and_shown_with_their_answers_and_values()
    {
        await using var app = await App.StartAsync();
        var (person, user) = await AssessedAsync(app);
        var at = $"/people/{person.Address}";

        var scored = await User.ReadAsync(await user.SubmitAsync($"{at}/risk-calculator", Man));
        var kept = await KeepAsync(user, scored);
        var page = await user.PageAsync($"{at}/risk");
        var one = await user.PageAsync(page.QuerySelector("a[href*='/risk/scores/']")!.GetAttribute("href")!);

        Assert.Equal("Keep these scores with the assessment of 1 December 2025", scored.QuerySelector("#keep button")!.TextContent.Trim());
        Assert.Equal((HttpStatusCode.SeeOther, $"{at}/risk"), (kept.StatusCode, kept.Headers.Location!.OriginalString));
        Assert.Equal("Scores kept", page.QuerySelector(".govuk-notification-banner__heading")?.TextContent);
        Assert.Equal("Risk", page.QuerySelector(".moj-sub-navigation a[aria-current=page]")?.TextContent);
        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains("2026 family, assessment of 1 December 2025", text, StringComparison.Ordinal);
        Assert.Contains("79.34%", text, StringComparison.Ordinal);
        Assert.Contains("45%", text, StringComparison.Ordinal);   // of the summary
        Assert.Contains("04600", one.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("0.79336", one.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Missing 3.4 Suitability of accommodation", one.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("copas_g_squared", one.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await user.GetAsync($"{at}/risk/scores/{Guid.Empty}")).StatusCode);
        Assert.Contains("CSRP", page.QuerySelector(".tc-banner")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Risk scores kept with the assessment of 1 December 2025", (await user.PageAsync($"{at}/timeline")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_posted_twice_keeps_once_and_the_same_answers_again_are_refused_by_the_question()
    {
        await using var app = await App.StartAsync();
        var (person, user) = await AssessedAsync(app);
        var at = $"/people/{person.Address}";
        var scored = await User.ReadAsync(await user.SubmitAsync($"{at}/risk-calculator", Man));
        await KeepAsync(user, scored);

        var twice = await KeepAsync(user, scored);
        var again = await User.ReadAsync(await KeepAsync(user, await User.ReadAsync(await user.SubmitAsync($"{at}/risk-calculator", Man))));
        var none = await User.ReadAsync(await KeepAsync(user, await User.ReadAsync(await user.SubmitAsync($"{at}/risk-calculator", new Dictionary<string, string> { ["sex"] = "M" }))));

        Assert.Equal(HttpStatusCode.SeeOther, twice.StatusCode);
        Assert.Single((await user.PageAsync($"{at}/risk")).QuerySelectorAll("a[href*='/risk/scores/']"));
        Assert.Contains("were kept on", again.QuerySelector(".govuk-error-summary__list a")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("38", ((IHtmlInputElement)again.QuerySelector("input[name=total_sanctions]")!).Value);
        Assert.Contains("None of these scores", none.QuerySelector(".govuk-error-summary__list a")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_those_who_sign_assessments_are_offered_to_keep_scores_and_only_with_a_complete_one()
    {
        await using var app = await App.StartAsync();
        var (person, _) = await AssessedAsync(app);
        var admin = await app.SignInAsAsync(Role.CaseAdmin);
        var other = await app.PersonAsync(last: "Quillon");
        var pom = await app.SignInAsAsync(Role.Pom);
        await app.GiveReachAsync(other.Id, pom.Actor.StaffId);

        var offered = await User.ReadAsync(await admin.SubmitAsync($"/people/{person.Address}/risk-calculator", Man));
        var unassessed = await User.ReadAsync(await pom.SubmitAsync($"/people/{other.Address}/risk-calculator", Man));
        var page = await pom.PageAsync($"/people/{other.Address}/risk");

        Assert.NotNull(offered.QuerySelector("#scores"));
        Assert.Null(offered.QuerySelector("#keep"));
        Assert.NotNull(unassessed.QuerySelector("#scores"));
        Assert.Null(unassessed.QuerySelector("#keep"));
        Assert.Contains("There is no complete assessment to keep scores with", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_who_do_not_read_assessments_see_no_scores()
    {
        await using var app = await App.StartAsync();
        var (person, user) = await AssessedAsync(app);
        await KeepAsync(user, await User.ReadAsync(await user.SubmitAsync($"/people/{person.Address}/risk-calculator", Man)));
        var link = (await user.PageAsync($"/people/{person.Address}/risk")).QuerySelector("a[href*='/risk/scores/']")!.GetAttribute("href")!;
        var residential = await app.SignInAsAsync(Role.CaseAdmin);
        var keyWorker = await app.SignInAsAsync(Role.KeyWorker);
        await app.GiveReachAsync(person.Id, keyWorker.Actor.StaffId);

        var page = await residential.PageAsync($"/people/{person.Address}/risk");
        var short_ = await keyWorker.PageAsync($"/people/{person.Address}/risk");

        Assert.DoesNotContain("79.34%", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("79.34%", short_.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(short_.QuerySelectorAll("a[href*='/risk/scores/']"));
        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), ((await residential.GetAsync(link)).StatusCode, (await keyWorker.GetAsync(link)).StatusCode));
    }

    [Fact]
    public async Task Other_programs_read_what_was_kept_and_the_answers_with_a_dataset_of_their_own()
    {
        await using var app = await App.StartAsync();
        var (person, user) = await AssessedAsync(app);
        await KeepAsync(user, await User.ReadAsync(await user.SubmitAsync($"/people/{person.Address}/risk-calculator", Man)));
        var address = $"/api/v1/persons/{person.Address}/risk-scores";

        var open = await ReadAsync(app, "assessments.read");
        var whole = await ReadAsync(app, "assessments.read sensitive.read");

        var scoring = Assert.Single(open.GetProperty("scorings").EnumerateArray());
        Assert.Equal(("2026", "original", "2025-12-01", "1.0"), (scoring.GetProperty("family").GetString(), scoring.GetProperty("kind").GetString(), scoring.GetProperty("assessedOn").GetString(), scoring.GetProperty("modelVersion").GetString()));
        Assert.Equal(JsonValueKind.Null, scoring.GetProperty("answers").ValueKind);
        var arp = scoring.GetProperty("scores").EnumerateArray().First();
        Assert.Equal(("ARP", 79.34m, "HIGH", "STATIC"), (arp.GetProperty("instrument").GetString(), arp.GetProperty("percent").GetDecimal(), arp.GetProperty("band").GetString(), arp.GetProperty("type").GetString()));
        Assert.Equal("04600", whole.GetProperty("scorings")[0].GetProperty("answers").GetProperty("offence_code").GetString());
        var none = await ApiCaller.OfAsync(app, Role.HeadOmu, "LHI", "facts.read");
        Assert.Equal(HttpStatusCode.Forbidden, (await none.Client.GetAsync(address)).StatusCode);

        async Task<JsonElement> ReadAsync(App app, string scopes)
        {
            var caller = await ApiCaller.OfAsync(app, Role.HeadOmu, "LHI", scopes.Split(' '));
            using var answer = await caller.Client.GetAsync(address);
            Assert.True(answer.StatusCode is HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
            return await answer.Content.ReadFromJsonAsync<JsonElement>();
        }
    }

    private static async Task<(App.Seeded Person, User User)> AssessedAsync(App app)
    {
        var person = await app.PersonAsync();
        await app.SaveAsync(new AssessmentSummary
        {
            Id = A.FactId,
            PersonId = person.Id,
            ValidFrom = new(2025, 12, 1),
            Type = OasysType.Layer3,
            InitiatedOn = new(2025, 11, 20),
            CompletedOn = new(2025, 12, 1),
            Status = OasysStatus.Complete,
            Ogrs3TwoYear = 45,
            Recorded = A.Entry,
        });
        var user = await app.SignInAsAsync(Role.Pom);
        await app.GiveReachAsync(person.Id, user.Actor.StaffId);
        return (person, user);
    }

    private static Task<HttpResponseMessage> KeepAsync(User user, IHtmlDocument scored)
    {
        var form = (IHtmlFormElement)scored.QuerySelector("#keep")!;
        var fields = form.QuerySelectorAll("input[type=hidden], input[checked]").Cast<IHtmlInputElement>().Select(input => new KeyValuePair<string, string>(input.Name!, input.Value));
        return user.Client.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent(fields));
    }
}
