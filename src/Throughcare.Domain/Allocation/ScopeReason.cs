using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <summary>Why a case is in scope of offender management, or is not.</summary>
/// <param name="InScope"><see langword="null"/> where it can not be decided.</param>
/// <param name="Regime">The phases in which it is used.</param>
/// <param name="Description">What staff read, with places in braces to fill in.</param>
/// <param name="ForPerson">What the person reads; empty where nothing is said.</param>
public sealed record ScopeReason(string Code, bool? InScope, bool IsLocal, string Regime, string Description, string ForPerson) : ICode
{
    public bool IsActive => true;

    internal static ScopeReason Read(CsvRow row) => new(
        row.Required("reason_code"),
        row.OneOf<bool?>("in_scope", ("yes", true), ("yes (local)", true), ("no", false), ("unknown", null)),
        row["in_scope"] == "yes (local)",
        row.Required("regime"), row.Required("shown_to_staff"), row["shown_to_prisoner"] is "-" ? "" : row["shown_to_prisoner"]);
}

public static class ScopeReasons
{
    public const string Community = "IN_P1_COMMUNITY";
    public const string HighRosh = "IN_P2_HIGH_ROSH";
    public const string Ppo = "IN_P2_PPO";
    public const string Ipp = "IN_P3_IPP";
    public const string LocalExtension = "IN_LOCAL_EXTENSION";
    public const string TwelveMonths = "IN_P5_12M";
    public const string Sentenced = "IN_OMIC_SENTENCED";
    public const string Immigration = "IN_OMIC_IMMIGRATION";
    public const string Under18 = "OUT_UNDER_18";
    public const string Remand = "OUT_REMAND";
    public const string Civil = "OUT_CIVIL";
    public const string Short = "OUT_SHORT";
    public const string RiskNotMet = "OUT_RISK_NOT_MET";
    public const string NotStarted = "OUT_PHASE_NOT_STARTED";
    public const string Life = "OUT_LIFE";
    public const string NoDates = "OUT_NO_DATES";
    public const string Undetermined = "UNDETERMINED";

    public static CodeTable<ScopeReason> Table { get; } = new("allocation/scope-reasons.csv", ScopeReason.Read);

    public static ScopeReason Of(string code) => Table[code];
}

/// <summary>A phase in which cases came into scope of offender management.</summary>
/// <param name="Code">Such as <c>P2</c>.</param>
/// <param name="To">The last day on which it was the newest; <see langword="null"/> where none is said.</param>
public sealed record ScopePhase(string Code, string Description, DateOnly? From, DateOnly? To, string Regime, string WhoIsIn, string WhoIsOut, string Source, string Confidence) : ICode
{
    public bool IsActive => To is null;

    internal static ScopePhase Read(CsvRow row) => new(
        row.Required("phase_code"), row.Required("name"), row.OptionalDate("effective_from"), row.OptionalDate("effective_to"), row.Required("regime"),
        row["who_is_in_scope"], row["who_is_out"], row.Required("source"), row.Required("confidence"));
}

public static class ScopePhases
{
    public static CodeTable<ScopePhase> Table { get; } = new("allocation/scope-phases.csv", ScopePhase.Read);

    /// <summary>The first day of a phase.</summary>
    public static DateOnly Start(string code) => Table[code].From!.Value;

    /// <summary>The last day of the old model in England.</summary>
    public static DateOnly OldModelEnded => Table["P6"].To!.Value;

    /// <summary>The day from which scope follows offender management in custody: in Wales from 4 February 2019, in England from 1 October 2019.</summary>
    public static DateOnly OmicStart(bool isWelsh) => Start(isWelsh ? "P7W" : "P7E");

    /// <summary>The day from which its rules of responsibility hold in a kind of prison.</summary>
    public static DateOnly OmicStart(PrisonType type, bool isWelsh) => type switch
    {
        PrisonType.Womens => Start("P7F"),
        PrisonType.MensOpen => Start("P7O"),
        _ => OmicStart(isWelsh),
    };
}
