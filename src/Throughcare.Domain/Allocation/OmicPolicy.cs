using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <summary>Groups of cases that offender management in custody began with at different times.</summary>
public enum OmicCohort
{
    Women,
    WalesMale,
    EnglandMaleHubOrPrivate,
    EnglandMalePublic,
}

/// <summary>Whether a case followed the rules of offender management in custody while it was brought in, cohort by cohort.</summary>
/// <remarks>It counted from 25 February 2020 to 15 October 2024; from 16 October 2024 every case is inside. Source:
/// offender-management-allocation-manager (ministryofjustice), policy dates.</remarks>
public static class OmicPolicy
{
    public const string Table = "allocation/omic-policy-dates.csv";

    private static readonly Lazy<IReadOnlyDictionary<string, (DateOnly Start, DateOnly? Cutoff)>> Rows = new(() =>
        CsvTable.Load(Table).Rows.ToDictionary(row => row.Required("cohort"), row => (row.Date("policy_start_date"), row.OptionalDate("cutoff_release_date"))));

    /// <summary>From this day the rules held for men who arrive in an open prison.</summary>
    public static DateOnly OpenPrisonStart => Rows.Value["open_prison_male"].Start;

    /// <summary>From this day they held for Welsh cases who arrive at Prescoed.</summary>
    public static DateOnly PrescoedStart => Rows.Value["open_prison_prescoed_welsh_pilot"].Start;

    /// <summary>The day from which sentences count in a cohort.</summary>
    public static DateOnly StartOf(OmicCohort cohort) => Row(cohort).Start;

    /// <summary>The release date from which earlier sentences count too.</summary>
    public static DateOnly CutoffOf(OmicCohort cohort) => Row(cohort).Cutoff!.Value;

    /// <summary>A women's prison; else a Welsh case; else an English prison that is private or a hub; else any other.</summary>
    public static OmicCohort CohortOf(string? prisonCode, bool isWelshCase) => PrisonEstate.Find(prisonCode) switch
    {
        { Type: PrisonType.Womens } => OmicCohort.Women,
        _ when isWelshCase => OmicCohort.WalesMale,
        { IsPrivateForCutoff: true } or { IsHubForCutoff: true } => OmicCohort.EnglandMaleHubOrPrivate,
        _ => OmicCohort.EnglandMalePublic,
    };

    /// <summary>Sentenced on or after the start, or to be released on or after the cutoff; in open conditions only where the rules of
    /// open prisons apply.</summary>
    public static bool Includes(OmicCohort cohort, DateOnly? sentenceStart, DateOnly? handoverRelease, bool isInOpenConditions = false, bool openPrisonRulesApply = true) =>
        (sentenceStart >= StartOf(cohort) || handoverRelease >= CutoffOf(cohort)) && (!isInOpenConditions || openPrisonRulesApply);

    /// <summary>As the table writes it, such as <c>england_male_public</c>.</summary>
    public static string CodeOf(OmicCohort cohort) => cohort switch
    {
        OmicCohort.Women => "women",
        OmicCohort.WalesMale => "wales_male",
        OmicCohort.EnglandMaleHubOrPrivate => "england_male_hub_or_private",
        _ => "england_male_public",
    };

    private static (DateOnly Start, DateOnly? Cutoff) Row(OmicCohort cohort) => Rows.Value[CodeOf(cohort)];
}
