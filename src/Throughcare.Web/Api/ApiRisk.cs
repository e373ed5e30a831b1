using System.Text.Json;
using Throughcare.Risk;

namespace Throughcare.Web.Api;

/// <summary>Answers to score: of one person in <see cref="Answers"/>, or of several in <see cref="Items"/>.</summary>
/// <param name="Family">previous, 2026 or both; both unless said.</param>
/// <param name="Explain">Whether to give every term of each score.</param>
/// <param name="Answers">By the name of the input: a text, a number, true or false, or a list of words.</param>
public sealed record RiskToScore(string? Family, bool? Explain, IReadOnlyDictionary<string, JsonElement>? Answers, IReadOnlyList<RiskItemToScore>? Items);

/// <param name="Id">The client's own, given back.</param>
/// <param name="Answers">By the name of the input.</param>
public sealed record RiskItemToScore(string? Id, IReadOnlyDictionary<string, JsonElement>? Answers);

/// <param name="ModelVersion">Of the coefficients.</param>
/// <param name="ThresholdsVersion">Of the band boundaries.</param>
public sealed record RiskScoresAnswer(string ModelVersion, string ThresholdsVersion, IReadOnlyList<RiskItemAnswer> Items);

public sealed record RiskItemAnswer(string? Id, IReadOnlyList<RiskScoreAnswer> Scores);

/// <param name="Instrument">OGRS3, OSP/DC, ARP...</param>
/// <param name="Family">previous or 2026.</param>
/// <param name="Type">STATIC, DYNAMIC or COMBINED; null when it was not calculated.</param>
/// <param name="Probability">Within two years, 0 to 1, not rounded.</param>
/// <param name="Percent">Within two years, as displayed.</param>
/// <param name="Band">LOW, MEDIUM, HIGH, VERY_HIGH or NOT_APPLICABLE.</param>
/// <param name="Problems">Why there is no score, or only the static one.</param>
/// <param name="Parts">When asked to explain: what was added, the greatest first.</param>
public sealed record RiskScoreAnswer(
    string Instrument, string Family, string? Type, double? Probability, decimal? Percent, double? OneYearProbability, int? OneYearPercent, double? StaticProbability, double? DynamicProbability,
    int? Points, string? Band, string? UnreducedBand, bool? IsBandReduced, IReadOnlyList<RiskProblemAnswer> Problems, IReadOnlyList<RiskPartAnswer>? Parts, string? Rule, string? Source);

public sealed record RiskProblemAnswer(string Type, IReadOnlyList<string> Fields, IReadOnlyList<string> Messages);

public sealed record RiskPartAnswer(string Name, string Words, double Contribution, IReadOnlyList<RiskTermAnswer> Terms);

public sealed record RiskTermAnswer(string Name, double Value, double Coefficient, double Contribution);

/// <summary>Calculates risk predictors from answers that a client sends. Nothing is kept.</summary>
internal static class ApiRisk
{
    public const int MostItems = 1_000;

    private const int MostBytes = 4 * 1024 * 1024;

    public static readonly RiskToScore ExampleBody = new(
        "2026", false,
        JsonSerializer.SerializeToElement(new Dictionary<string, string>
        {
            ["sex"] = "M",
            ["date_of_birth"] = "1984-05-05",
            ["assessment_date"] = "2026-06-15",
            ["conviction_date"] = "2026-01-19",
            ["community_date"] = "2026-05-10",
            ["offence_code"] = "04600",
            ["age_first_sanction"] = "14",
            ["total_sanctions"] = "38",
            ["violent_sanctions"] = "3",
        }).Deserialize<Dictionary<string, JsonElement>>(),
        null);

    public static readonly RiskScoresAnswer Example = new(
        RiskCalculator.ModelVersion, RiskCalculator.ThresholdsVersion,
        [new(null, [new("ARP", "2026", "STATIC", 0.7933613, 79.34m, null, null, 0.7933613, null, null, "HIGH", null, null, [new("MISSING_DYNAMIC_INPUT", ["q3_4"], ["Missing 3.4 Suitability of accommodation"])], null, null, null)])]);

    public static async Task<IResult> ScoreAsync(HttpContext http)
    {
        if (new ApiQuery(http).Problem is { } wrong)
        {
            return ApiAnswer.Problem(wrong);
        }

        var (bytes, unread) = await ApiBody.ReadAsync(http.Request, http.RequestAborted, MostBytes);
        if (unread is not null)
        {
            return ApiAnswer.Problem(unread);
        }

        var (asked, problem) = ApiBody.Parse<RiskToScore>(bytes);
        if (asked is null)
        {
            return ApiAnswer.Problem(problem!);
        }

        List<(string Field, string Message)> errors = [];
        IReadOnlyList<RiskFamily> families = asked.Family switch
        {
            null or "both" => [RiskFamily.Previous, RiskFamily.F2026],
            "previous" => [RiskFamily.Previous],
            "2026" => [RiskFamily.F2026],
            _ => [],
        };
        if (families.Count == 0)
        {
            errors.Add(("family", "Must be previous, 2026 or both"));
        }

        if ((asked.Answers is null) == (asked.Items is null))
        {
            errors.Add(("answers", "Send either answers, of one person, or items, of several"));
        }

        if (asked.Items is { Count: 0 or > MostItems })
        {
            errors.Add(("items", $"Send 1 to {MostItems:N0} items"));
        }

        var items = errors.Count > 0 ? [] : asked.Items?.Select((item, at) => (item.Id, Input: Read(item.Answers, $"items[{at}].answers", errors))).ToList()
            ?? [(Id: null, Input: Read(asked.Answers, "answers", errors))];
        if (errors.Count > 0)
        {
            return ApiAnswer.Problem(ApiProblem.Unread("Put right what is said of each field", errors));
        }

        var explain = asked.Explain == true;
        return ApiAnswer.Written(StatusCodes.Status200OK, null, ApiAnswer.Write(new RiskScoresAnswer(
            RiskCalculator.ModelVersion, RiskCalculator.ThresholdsVersion,
            [.. items.Select(item => new RiskItemAnswer(item.Id, [.. families.SelectMany(family => RiskCalculator.Score(item.Input, family)).Select(score => Say(score, item.Input, explain))]))])));
    }

    private static RiskInput Read(IReadOnlyDictionary<string, JsonElement>? answers, string path, List<(string Field, string Message)> errors)
    {
        var input = new RiskInput();
        if (answers is null)
        {
            errors.Add((path, "Send answers by the names of the inputs, such as sex and date_of_birth"));
            return input;
        }

        foreach (var (key, value) in answers)
        {
            if (RiskFields.Find(key) is not { } field)
            {
                errors.Add(($"{path}.{key}", "There is no such input. Their names stand in /api/docs"));
            }
            else if (Text(value) is not { } text || !input.Read(field, text))
            {
                errors.Add(($"{path}.{key}", Form(field)));
            }
        }

        return input;
    }

    /// <summary>An answer as files write it; <see langword="null"/> for an object.</summary>
    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "Y",
        JsonValueKind.False => "N",
        JsonValueKind.Null => "",
        JsonValueKind.Array when value.GetArrayLength() == 0 => "none",
        JsonValueKind.Array when value.EnumerateArray().All(one => one.ValueKind is JsonValueKind.String) => string.Join(' ', value.EnumerateArray().Select(one => one.GetString())),
        _ => null,
    };

    private static string Form(RiskField field) => field.Kind switch
    {
        FieldKind.Date => "Must be a day, like 2026-03-01",
        FieldKind.Yn => "Must be Y or N",
        FieldKind.Sex => "Must be M or F",
        FieldKind.Supervision => "Must be CUSTODY, COMMUNITY or REMAND",
        FieldKind.Level => "Must be 0, 1 or 2",
        FieldKind.Drugs => $"Must be a list of {string.Join(", ", RiskWords.AllDrugs.Select(drug => drug.Code()))}; or none",
        FieldKind.Previous => $"Must be a list of {string.Join(", ", RiskWords.AllPrevious.Select(one => one.Code()))}; or none",
        FieldKind.Category => "Must be a category of offences, like THEFT_NON_MOTOR",
        FieldKind.Whole when field.Least >= 0 && field.Most < 10 => $"Must be a whole number from {field.Least} to {field.Most}",
        _ => "Must be a whole number",
    };

    private static RiskScoreAnswer Say(PredictorScore score, RiskInput input, bool explain)
    {
        var why = explain && score.Percent is not null ? RiskCalculator.Explain(input, score.Instrument) : null;
        return new(
            score.Instrument.Name, score.Instrument.Family is RiskFamily.Previous ? "previous" : "2026", score.Type?.Code(), score.Probability, score.Percent, score.OneYearProbability, score.OneYearPercent,
            score.StaticProbability, score.DynamicProbability, score.Points, score.Band?.Code(), score.UnreducedBand?.Code(), score.IsBandReduced,
            [.. score.Problems.Select(problem => new RiskProblemAnswer(problem.Code, [.. problem.FieldKeys], problem.Messages))],
            why is null ? null : [.. why.Parts.Select(part => new RiskPartAnswer(
                part.Name, PartWords.Of(part.Name), part.Contribution, [.. part.Terms.Select(term => new RiskTermAnswer(term.Name, term.Value, term.Coefficient, term.Contribution))]))],
            why?.Rule, why?.Source);
    }
}
