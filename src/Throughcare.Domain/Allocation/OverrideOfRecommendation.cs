using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <summary>A row of <c>override-reasons.csv</c>.</summary>
/// <param name="NeedsText">A few words have to go with it.</param>
/// <param name="MostCharacters">Of the words; <see langword="null"/> where there is no limit of its own.</param>
/// <param name="IsActive">It can still be chosen.</param>
public sealed record AllocationOverrideReason(string Kind, string Code, string Label, bool NeedsText, int? MostCharacters, bool IsActive);

/// <summary>The reasons of <c>override-reasons.csv</c> for choosing another type of POM than the recommended one.</summary>
public static class AllocationOverrideReasons
{
    public const string Table = "allocation/override-reasons.csv";

    public const string Suitability = "suitability";

    public const string Other = "other";

    private static readonly Lazy<IReadOnlyList<AllocationOverrideReason>> Loaded = new(() =>
        [.. CsvTable.Load(Table).Rows.Select(Read).Where(reason => reason.Kind == "allocation")]);

    public static IReadOnlyList<AllocationOverrideReason> All => Loaded.Value;

    public static AllocationOverrideReason? Find(string? code) => All.FirstOrDefault(reason => reason.Code == code);

    private static AllocationOverrideReason Read(CsvRow row) => new(
        row.Required("kind"), row.Required("code"), row.Required("label"), row.OneOf("free_text_required", ("yes", true), ("no", false)),
        row.OptionalWhole("max_length"), row.OneOf("selectable", ("yes", true), ("no", false), ("history only", false)));
}

/// <summary>Why a POM was chosen who is not of the recommended type.</summary>
/// <param name="Codes">With <c>|</c> between.</param>
public sealed record OverrideOfRecommendation(string Codes, string? SuitabilityText, string? OtherText)
{
    public const string NoneChosen = "Select at least one reason";

    /// <summary>Field of the codes in forms.</summary>
    public const string ReasonsField = "Reasons";

    /// <summary>Reads what was chosen on the page of reasons.</summary>
    /// <param name="reasons">Codes; unknown ones are refused.</param>
    public static Outcome<OverrideOfRecommendation> From(IEnumerable<string>? reasons, string? suitabilityText, string? otherText)
    {
        var chosen = (reasons ?? []).Where(code => !string.IsNullOrWhiteSpace(code)).Distinct(StringComparer.Ordinal).ToList();
        if (chosen.Count == 0)
        {
            return new Refusal(ReasonsField, NoneChosen);
        }

        if (chosen.Exists(code => AllocationOverrideReasons.Find(code) is not { IsActive: true }))
        {
            return new Refusal(ReasonsField, "Select a reason from the list");
        }

        List<Refusal> wrong = [];
        var suitability = Text(chosen, AllocationOverrideReasons.Suitability, suitabilityText, nameof(SuitabilityText), "Enter why this is not suitable", "Why this is not suitable", wrong);
        var other = Text(chosen, AllocationOverrideReasons.Other, otherText, nameof(OtherText), "Enter the other reason", "The other reason", wrong);
        return wrong.Count > 0
            ? new Outcome<OverrideOfRecommendation>.Refused([.. wrong])
            : new OverrideOfRecommendation(string.Join('|', AllocationOverrideReasons.All.Select(reason => reason.Code).Where(chosen.Contains)), suitability, other);
    }

    private static string? Text(List<string> chosen, string code, string? text, string field, string missing, string caption, List<Refusal> wrong)
    {
        if (!chosen.Contains(code))
        {
            return null;
        }

        var said = text?.Trim() ?? "";
        if (said.Length == 0)
        {
            wrong.Add(new(field, missing));
        }
        else if (AllocationOverrideReasons.Find(code)?.MostCharacters is { } most && said.Length > most)
        {
            wrong.Add(new(field, $"{caption} must be {most} characters or fewer"));
        }

        return said;
    }
}
