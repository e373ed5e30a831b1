using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Movements;

/// <summary>A reason for a movement in the national list.</summary>
/// <param name="Code">Movement type and national code with a stroke between them, such as <c>ADM/24</c>.</param>
/// <param name="EffectCode">What the movement does: a code of <see cref="MovementEffects"/>.</param>
public sealed record MovementReason(string Code, string MovementType, string ReasonCode, string Description, bool IsActive, string EffectCode) : ICode
{
    internal static MovementReason Read(CsvRow row)
    {
        var (type, code) = (row.Required("movement_type"), row.Required("code"));
        return new($"{type}/{code}", type, code, row.Required("description"), row.Flag("active"), row.Required("effect_code"));
    }
}

/// <summary>What a movement triggers.</summary>
/// <param name="Code">The product's reason code, such as <c>R-REM</c>.</param>
/// <param name="IsIn">Into a prison; else out of one.</param>
/// <param name="IsPlanned">Planned or not; <see langword="null"/> where the difference does not matter.</param>
/// <param name="NotifyManagerWithinHours">Hours within which the community manager is told; <see langword="null"/> for never.</param>
public sealed record MovementEffect(
    string Code, string MovementType, string TypeLabel, string Description, bool IsIn, bool? IsPlanned, bool ChangesEstablishment,
    bool IsVictimNotifiable, int? NotifyManagerWithinHours)
    : ICode
{
    public bool IsActive => true;

    /// <summary>Escape, abscond or failure to return.</summary>
    public bool IsUnlawfulAbsence => Code is "X-ESC" or "X-ABS" or "X-TRF";

    public bool IsDeath => Code is "D-CUS";

    internal static MovementEffect Read(CsvRow row) => new(
        row.Required("reason_code"), row.Required("type"), row.Required("type_label"), row.Required("reason_label"),
        row.OneOf("direction", ("IN", true), ("OUT", false)),
        row.OneOf<bool?>("planned_or_unplanned", ("PLANNED", true), ("UNPLANNED", false), ("", null)),
        row.Flag("changes_establishment"), row.Flag("victim_notifiable"), row.OptionalWhole("com_notify_within_hours"));
}

/// <summary>Where a case is.</summary>
/// <param name="RulePlace">The coarser place that rules read: a day at court stays <c>custody</c>.</param>
/// <param name="WhereLine">The line of the banner, with its blanks in braces.</param>
public sealed record CasePlace(string Code, string Description, string RulePlace, string WhereLine) : ICode
{
    public bool IsActive => true;

    internal static CasePlace Read(CsvRow row) =>
        new(row.Required("code"), row.Required("description"), row.Required("rule_place"), row.Required("where_line"));
}

/// <summary>A security category of a person.</summary>
/// <param name="Rank">1 is the highest security; <see langword="null"/> for a code that is no category.</param>
/// <param name="IsActive">May be chosen.</param>
/// <param name="PrisonSystemText">The words of the prison system's extract, such as "Cat C".</param>
public sealed record SecurityCategory(
    string Code, string Description, string? Population, string? Conditions, int? Rank, bool IsActive, string PrisonSystemText,
    bool IsPrisonSystemActive)
    : ICode
{
    /// <summary>False for the assessment codes that share the list and are read as missing.</summary>
    public bool IsCategory => Rank is not null;

    internal static SecurityCategory Read(CsvRow row) => new(
        row.Required("code"), row.Required("label"), row.Optional("population"), row.Optional("conditions"),
        row.OptionalWhole("security_rank"), row.Flag("selectable"), row.Required("prison_system_text"), row.Flag("prison_system_active"));
}

public static class MovementReasons
{
    public static CodeTable<MovementReason> Table { get; } = new("codes/movement-reasons.csv", MovementReason.Read, row => $"{row.MovementType}/{row.Description}");

    private static readonly CodeTable<MovementReason>.Derived<Dictionary<string, MovementReason>> ByCode =
        Table.Derive(rows => First(rows, row => row.ReasonCode, StringComparer.Ordinal));

    private static readonly CodeTable<MovementReason>.Derived<Dictionary<string, MovementReason>> ByText =
        Table.Derive(rows => First(rows, row => row.Description, StringComparer.OrdinalIgnoreCase));

    public static MovementReason? Find(string movementType, string reasonCode) => Table.Find($"{movementType}/{reasonCode}");

    /// <summary>By the words of the national list, which mean different things for different types of movement.</summary>
    public static MovementReason? FindByText(string movementType, string description) => Table.FindByText($"{movementType}/{description.Trim()}");

    /// <summary>By the national code alone: codes are unique over all types of movement.</summary>
    public static MovementReason? FindByCode(string reasonCode) => ByCode.Value.GetValueOrDefault(reasonCode);

    /// <summary>By the words of the national list, for whatever type of movement.</summary>
    public static MovementReason? FindByText(string description) => ByText.Value.GetValueOrDefault(description.Trim());

    /// <summary>The words for a reason as a file gives it: those of the national list, else what was given.</summary>
    /// <param name="movementType">The type of movement that is looked at first.</param>
    public static string? Words(string movementType, string? given) =>
        given is null ? null : (Find(movementType, given) ?? FindByCode(given))?.Description ?? given;

    /// <summary>What a movement with this national reason does.</summary>
    public static MovementEffect? EffectOf(string movementType, string reasonCode) =>
        Find(movementType, reasonCode) is { } reason ? MovementEffects.Find(reason.EffectCode) : null;

    private static Dictionary<string, MovementReason> First(IReadOnlyList<MovementReason> rows, Func<MovementReason, string> by, StringComparer compare) =>
        rows.GroupBy(by, compare).ToDictionary(g => g.Key, g => g.First(), compare);
}

public static class MovementEffects
{
    public static CodeTable<MovementEffect> Table { get; } = new("codes/movement-effects.csv", MovementEffect.Read);

    public static MovementEffect? Find(string? code) => Table.Find(code);
}

public static class CasePlaces
{
    public static CodeTable<CasePlace> Table { get; } = new("codes/case-place.csv", CasePlace.Read);

    public static CasePlace? Find(string? code) => Table.Find(code);
}

public static class SecurityCategories
{
    /// <summary>Looked up by text with the words of the prison system, such as "Cat C".</summary>
    public static CodeTable<SecurityCategory> Table { get; } = new("codes/security-categories.csv", SecurityCategory.Read, row => row.PrisonSystemText);

    public static SecurityCategory? Find(string? code) => Table.Find(code);
}
