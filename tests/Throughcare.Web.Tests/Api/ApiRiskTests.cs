using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Throughcare.Domain.Access;
using Xunit;

namespace Throughcare.Web.Tests.Api;

public sealed class ApiRiskTests
{
    private static readonly Dictionary<string, object> Man = new()
    {
        ["sex"] = "M",
        ["date_of_birth"] = "1984-05-05",
        ["assessment_date"] = "2026-06-15",
        ["conviction_date"] = "2026-01-19",
        ["community_date"] = "2026-05-10",
        ["offence_code"] = "04600",
        ["age_first_sanction"] = 14,
        ["total_sanctions"] = 38,
        ["violent_sanctions"] = 3,
    };

    [Fact]
    public async Task Answers_of_one_person_are_scored_in_both_families_and_explained_when_asked()
    {
        await using var app = await App.StartAsync();
        var caller = await ApiCaller.OfAsync(app, Role.HeadOmu, "LHI", "risk.score");

        using var answer = await caller.Client.PostAsJsonAsync("/api/risk/scores", new { answers = Man, explain = true });
        Assert.True(answer.StatusCode is HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        var scores = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("items")[0].GetProperty("scores").EnumerateArray().ToDictionary(score => score.GetProperty("instrument").GetString()!);

        Assert.Equal(13, scores.Count);
        Assert.Equal((79.34m, "HIGH", "STATIC"), (scores["ARP"].GetProperty("percent").GetDecimal(), scores["ARP"].GetProperty("band").GetString(), scores["ARP"].GetProperty("type").GetString()));
        Assert.Equal("MISSING_DYNAMIC_INPUT", scores["ARP"].GetProperty("problems")[0].GetProperty("type").GetString());
        Assert.NotEqual(0, scores["ARP"].GetProperty("parts")[0].GetProperty("terms").GetArrayLength());
    }

    [Fact]
    public async Task A_batch_comes_back_in_order_with_the_ids_it_had()
    {
        await using var app = await App.StartAsync();
        var caller = await ApiCaller.OfAsync(app, Role.HeadOmu, "LHI", "risk.score");
        var items = Enumerable.Range(1, 1_000).Select(i => new { id = $"case {i}", answers = new Dictionary<string, object>(Man) { ["total_sanctions"] = 3 + (i % 50), ["drugs"] = new[] { "heroin", "crack" }, ["q8_8"] = 1 } });

        using var answer = await caller.Client.PostAsJsonAsync("/api/risk/scores", new { family = "2026", items });
        var read = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(Enumerable.Range(1, 1_000).Select(i => $"case {i}"), read.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()));
        Assert.Equal(6, read.GetProperty("items")[0].GetProperty("scores").GetArrayLength());
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_of_each_answer()
    {
        await using var app = await App.StartAsync();
        var caller = await ApiCaller.OfAsync(app, Role.HeadOmu, "LHI", "risk.score");

        using var answer = await caller.Client.PostAsJsonAsync("/api/risk/scores", new { items = new[] { new { answers = new Dictionary<string, object> { ["sex"] = "X", ["shoe_size"] = 9, ["q3_4"] = 7 } } } });
        var errors = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors");

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Equal("Must be M or F", errors.GetProperty("items[0].answers.sex")[0].GetString());
        Assert.Equal("Must be 0, 1 or 2", errors.GetProperty("items[0].answers.q3_4")[0].GetString());
        Assert.Contains("no such input", errors.GetProperty("items[0].answers.shoe_size")[0].GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"family":"1066","answers":{}}""", "family"), InlineData("{}", "answers"), InlineData("""{"answers":{},"items":[]}""", "answers"), InlineData("""{"items":[]}""", "items")]
    [InlineData("""{"items":[{"id":"1"}]}""", "items[0].answers")]
    public async Task A_request_that_makes_no_sense_is_refused_with_what_to_do(string body, string field)
    {
        await using var app = await App.StartAsync();
        var caller = await ApiCaller.OfAsync(app, Role.HeadOmu, "LHI", "risk.score");
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");

        using var answer = await caller.Client.PostAsync("/api/risk/scores", content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True((await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").TryGetProperty(field, out _));
    }

    [Fact]
    public async Task Without_the_dataset_nothing_is_scored()
    {
        await using var app = await App.StartAsync();
        var caller = await ApiCaller.OfAsync(app);

        using var answer = await caller.Client.PostAsJsonAsync("/api/risk/scores", new { answers = Man });

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
