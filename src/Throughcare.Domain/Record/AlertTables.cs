using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Record;

/// <summary>A family of alerts.</summary>
public sealed record AlertType(string Code, string Description, int Sequence, bool IsActive) : ICode
{
    internal static AlertType Read(CsvRow row) =>
        new(row.Required("code"), row.Required("description"), row.Whole("sequence"), row.Flag("active"));
}

/// <summary>Who may see that a person has an alert.</summary>
public enum AlertAudience
{
    /// <summary>Any member of staff with a relationship to the person.</summary>
    Staff,

    /// <summary>Those who may read restricted entries about the person.</summary>
    PublicProtection,

    /// <summary>Security and public protection staff.</summary>
    Security,

    /// <summary>Victim liaison.</summary>
    VictimOnly,
}

/// <summary>One alert that a person can have.</summary>
/// <param name="PublishedDescription">The words of the published list.</param>
/// <param name="PlainDescription">Plainer words to show instead; <see langword="null"/> where the published ones will do.</param>
/// <param name="PrisonerMaySee">Whether the person may be shown it.</param>
/// <param name="IsRestricted">Set and closed only by the roles that may see it.</param>
public sealed record AlertCode(
    string Code, string TypeCode, string PublishedDescription, string? PlainDescription, int Sequence, AlertAudience WhoMaySee,
    bool PrisonerMaySee, bool IsRestricted, bool IsActive)
    : ICode
{
    /// <summary>What pages show.</summary>
    public string Description => PlainDescription ?? PublishedDescription;

    internal static AlertCode Read(CsvRow row) => new(
        row.Required("code"), row.Required("type_code"), row.Required("description"), row.Optional("plain_description"),
        row.Whole("sequence"), row.Member<AlertAudience>("who_may_see"), row.Flag("prisoner_may_see"), row.Flag("restricted"),
        row.Flag("active"));
}

/// <summary>A flag that an assessment or a register puts on a person.</summary>
/// <param name="Group">Such as rosh, mappa, safety or safeguarding.</param>
/// <param name="ReviewMonths">Months after which it is to be reviewed.</param>
public sealed record RiskFlag(string Code, string Description, string Group, int ReviewMonths, Access.Sensitivity DefaultSensitivity) : ICode
{
    public bool IsActive => true;

    internal static RiskFlag Read(CsvRow row) => new(
        row.Required("code"), row.Required("description"), row.Required("group"), row.Whole("review_months"),
        row.Member<Access.Sensitivity>("default_sensitivity"));
}

public static class AlertTypes
{
    public static CodeTable<AlertType> Table { get; } = new("codes/alert-types.csv", AlertType.Read);

    public static AlertType? Find(string? code) => Table.Find(code);
}

public static class AlertCodes
{
    /// <summary>Looked up by text with the words of the published list, which files use.</summary>
    public static CodeTable<AlertCode> Table { get; } = new("codes/alert-codes.csv", AlertCode.Read, row => row.PublishedDescription);

    public static AlertCode? Find(string? code) => Table.Find(code);
}

public static class RiskFlags
{
    public static CodeTable<RiskFlag> Table { get; } = new("codes/risk-flags.csv", RiskFlag.Read);

    public static RiskFlag? Find(string? code) => Table.Find(code);
}
