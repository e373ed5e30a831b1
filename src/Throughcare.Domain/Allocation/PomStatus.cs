namespace Throughcare.Domain.Allocation;

/// <summary>Whether a POM can have cases at a prison.</summary>
/// <remarks>Codes of <c>allocation-events.csv</c>, list <c>pom_status</c>.</remarks>
public enum PomStatus
{
    /// <summary>Available for new cases.</summary>
    Active,

    /// <summary>Keeps cases, gets no new ones.</summary>
    Unavailable,

    /// <summary>Away from work; cases must be moved.</summary>
    Inactive,

    /// <summary>No longer a POM at this prison.</summary>
    Deleted,
}

/// <summary>What a POM knows particularly well.</summary>
public enum PomSpecialism
{
    Generic,
    Ppo,
    HighRosh,
    SexualOffence,
    DomesticAbuseSpoc,
    Indeterminate,
    ForeignNational,
    YoungAdult,
    Terrorism,
    ComplexNeed,

    /// <summary>Cases from home areas, each named by the code of its PDU.</summary>
    Geographic,
}

/// <summary>Statuses and specialisms in words and codes.</summary>
public static class PomWords
{
    public static string Of(PomStatus status) => status switch
    {
        PomStatus.Active => "Active: available for new cases",
        PomStatus.Unavailable => "Unavailable: keeps cases, no new cases",
        PomStatus.Inactive => "Inactive: away from work",
        _ => "No longer a POM here",
    };

    public static string Of(PomSpecialism specialism) => specialism switch
    {
        PomSpecialism.Ppo => "Priority offenders",
        PomSpecialism.HighRosh => "High risk of serious harm",
        PomSpecialism.SexualOffence => "Sexual offences",
        PomSpecialism.DomesticAbuseSpoc => "Domestic abuse lead",
        PomSpecialism.Indeterminate => "Indeterminate sentences",
        PomSpecialism.ForeignNational => "Foreign nationals",
        PomSpecialism.YoungAdult => "Young adults",
        PomSpecialism.Terrorism => "Terrorism",
        PomSpecialism.ComplexNeed => "Complex needs",
        PomSpecialism.Geographic => "Home areas",
        _ => "Generic",
    };

    /// <summary>As stored, such as <c>HIGH_ROSH</c>.</summary>
    public static string CodeOf(PomSpecialism specialism) => specialism switch
    {
        PomSpecialism.HighRosh => "HIGH_ROSH",
        PomSpecialism.SexualOffence => "SEXUAL_OFFENCE",
        PomSpecialism.DomesticAbuseSpoc => "DOMESTIC_ABUSE_SPOC",
        PomSpecialism.ForeignNational => "FOREIGN_NATIONAL",
        PomSpecialism.YoungAdult => "YOUNG_ADULT",
        PomSpecialism.ComplexNeed => "COMPLEX_NEED",
        _ => specialism.ToString().ToUpperInvariant(),
    };

    /// <summary>Tag of a type: "Prison" or "Probation".</summary>
    public static string Of(PomType type) => type is PomType.Prison ? "Prison" : "Probation";
}
