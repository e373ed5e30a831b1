using System.Collections.Frozen;

namespace Throughcare.Domain.Access;

/// <summary>Roles of <c>roles.csv</c>; a test holds the two together. A role gives verbs; a relationship gives the record.</summary>
/// <remarks>The code of a role is its name in upper case with underscores: <see cref="RoleCodes"/>.</remarks>
public enum Role
{
    /// <summary>Prison offender manager.</summary>
    Pom,

    /// <summary>Community offender manager.</summary>
    Com,

    /// <summary>Key worker.</summary>
    KeyWorker,

    /// <summary>Case administrator.</summary>
    CaseAdmin,

    /// <summary>Head of the offender management unit.</summary>
    HeadOmu,

    /// <summary>Head of offender management delivery (senior probation officer in the prison).</summary>
    Homd,

    /// <summary>Senior probation officer (community team manager).</summary>
    Spo,

    /// <summary>Head of probation delivery unit.</summary>
    HeadPdu,

    /// <summary>Programme tutor or facilitator.</summary>
    ProgrammeTutor,

    /// <summary>Treatment manager (programme manager).</summary>
    TreatmentManager,

    /// <summary>Public protection staff in prison.</summary>
    PpStaff,

    /// <summary>Mail and telephone monitor.</summary>
    Censor,

    /// <summary>MAPPA co-ordinator.</summary>
    MappaCoordinator,

    /// <summary>Chair of a multi-agency public protection meeting.</summary>
    MappChair,

    /// <summary>Domestic abuse single point of contact.</summary>
    DaSpoc,

    /// <summary>PPO and IOM tracker.</summary>
    PpoTracker,

    /// <summary>Victim liaison officer.</summary>
    Vlo,

    /// <summary>Victim liaison manager.</summary>
    VloManager,

    /// <summary>Partner link worker.</summary>
    PartnerLinkWorker,

    /// <summary>Observation, classification and allocation officer.</summary>
    Oca,

    /// <summary>Population manager.</summary>
    PopulationManager,

    /// <summary>Reception officer.</summary>
    Reception,

    /// <summary>Residential or wing officer.</summary>
    Residential,

    /// <summary>Security department.</summary>
    Security,

    /// <summary>Governor, or a manager the governor has authorised.</summary>
    Governor,

    /// <summary>Education, training and employment staff.</summary>
    Education,

    /// <summary>Healthcare staff.</summary>
    Health,

    /// <summary>Substance misuse service.</summary>
    SubstanceMisuse,

    /// <summary>Chaplaincy.</summary>
    Chaplaincy,

    /// <summary>Psychologist.</summary>
    Psychology,

    /// <summary>Approved premises key worker.</summary>
    ApKeyWorker,

    /// <summary>Recall and parole casework (Public Protection Casework Section).</summary>
    Ppcs,

    /// <summary>Regional manager.</summary>
    RegionalManager,

    /// <summary>National manager.</summary>
    NationalManager,

    /// <summary>Performance analyst.</summary>
    Analyst,

    /// <summary>Inspector.</summary>
    Inspector,

    /// <summary>The person: in prison or on supervision.</summary>
    Prisoner,

    /// <summary>The system itself.</summary>
    System,

    /// <summary>Records and data protection officer.</summary>
    RecordsOfficer,

    /// <summary>Administrator.</summary>
    Admin,
}

/// <summary>The codes by which files, tables and people name a role.</summary>
public static class RoleCodes
{
    private static readonly FrozenDictionary<Role, string> Codes = Enum.GetValues<Role>().ToFrozenDictionary(role => role, Spell);

    private static readonly FrozenDictionary<string, Role> ByCode = Codes.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The code of <c>roles.csv</c>, such as <c>HEAD_OMU</c>.</summary>
    public static string ToCode(Role role) => Codes[role];

    /// <summary>Reads a code that was written by <see cref="ToCode"/>.</summary>
    /// <exception cref="FormatException">No role has this code.</exception>
    public static Role FromCode(string code) => Parse(code) ?? throw new FormatException($"No role has the code '{code}'.");

    /// <summary>Reads a code such as <c>HEAD_OMU</c>, and the older aliases OS, OM and PERSONAL_OFFICER.</summary>
    /// <returns><see langword="null"/> for any other text.</returns>
    public static Role? Parse(string code) => code switch
    {
        "OS" => Role.Pom,
        "OM" => Role.Com,
        "PERSONAL_OFFICER" => Role.KeyWorker,
        _ => ByCode.TryGetValue(code, out var role) ? role : null,
    };

    extension(Role role)
    {
        /// <summary>The code of <c>roles.csv</c>, such as <c>HEAD_OMU</c>.</summary>
        public string Code => Codes[role];
    }

    private static string Spell(Role role) => string.Concat(role.ToString().Select((c, i) =>
        i > 0 && char.IsUpper(c) ? "_" + c : char.ToUpperInvariant(c).ToString()));
}
