using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <summary>The reasons for choosing another type of POM than the recommended one: those of <see cref="OverrideReasons"/> of their kind.</summary>
public static class AllocationOverrideReasons
{
    public const string Suitability = "suitability";

    public const string Other = "other";

    /// <summary>In the order of the table, those that are history only included.</summary>
    public static IReadOnlyList<OverrideReason> All { get; } = [.. OverrideReasons.All.Where(reason => reason.Kind == OverrideReasons.OfAllocation)];

    public static OverrideReason? Find(string? code) => OverrideReasons.Find(OverrideReasons.OfAllocation, code);
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
        else if (AllocationOverrideReasons.Find(code)?.MaxLength is { } most && said.Length > most)
        {
            wrong.Add(new(field, $"{caption} must be {most} characters or fewer"));
        }

        return said;
    }
}
