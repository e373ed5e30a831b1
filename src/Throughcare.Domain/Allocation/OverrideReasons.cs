using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <summary>Why somebody decides otherwise than the rules.</summary>
/// <param name="Kind"><c>allocation</c>, <c>responsibility</c> or <c>responsibility_removal</c>.</param>
/// <param name="NeedsText">It has to be said in words.</param>
/// <param name="MaxLength">The longest text; <see langword="null"/> for no limit of its own.</param>
/// <param name="IsActive">It may be chosen; otherwise it stands in old records only.</param>
public sealed record OverrideReason(string Kind, string Code, string Description, bool NeedsText, int? MaxLength, bool IsActive)
{
    internal static OverrideReason Read(CsvRow row) => new(
        row.Required("kind"), row.Required("code"), row.Required("label"), row.OneOf("free_text_required", ("yes", true), ("no", false)), row.OptionalWhole("max_length"),
        row.OneOf("selectable", ("yes", true), ("history only", false)));
}

public static class OverrideReasons
{
    public const string Table = "allocation/override-reasons.csv";

    public const string OfAllocation = "allocation";

    public const string OfResponsibility = "responsibility";

    private static readonly Lazy<IReadOnlyList<OverrideReason>> Rows = new(() => [.. CsvTable.Load(Table).Rows.Select(OverrideReason.Read)]);

    public static IReadOnlyList<OverrideReason> All => Rows.Value;

    /// <summary>Those of a kind that may be chosen, in the order of the table.</summary>
    public static IEnumerable<OverrideReason> Of(string kind) => All.Where(reason => reason.Kind == kind && reason.IsActive);

    public static OverrideReason? Find(string kind, string? code) => All.FirstOrDefault(reason => reason.Kind == kind && reason.Code == code);
}
