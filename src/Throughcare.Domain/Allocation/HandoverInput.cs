namespace Throughcare.Domain.Allocation;

/// <summary>What responsibility and the dates of handover are worked out from.</summary>
/// <remarks>Not used: risk level, tier, nationality; from October 2022 also no curfew date.</remarks>
public sealed record HandoverInput
{
    /// <summary>The day of the calculation; it chooses the version of the rules.</summary>
    public required DateOnly On { get; init; }

    public bool IsIndeterminate { get; init; }

    public DateOnly? SentenceStart { get; init; }

    public ReleaseDates Dates { get; init; } = new();

    public bool IsRecalled { get; init; }

    public bool IsImmigrationCase { get; init; }

    public bool IsEarlyAllocation { get; init; }

    /// <summary>A later indeterminate sentence was imposed.</summary>
    public bool HasAdditionalIndeterminateSentence { get; init; }

    /// <summary>Outcome of the last hearing that is over; <see langword="null"/> without one, empty where it has no words.</summary>
    public string? LastHearingOutcome { get; init; }

    /// <summary>From 1 to 3, 0 where it is known not to apply; <see langword="null"/> where it is not known.</summary>
    public int? MappaLevel { get; init; }

    public bool IsInOpenConditions { get; init; }

    public bool OpenPrisonRulesApply { get; init; }

    public bool IsInWomensPrison { get; init; }

    /// <summary>From when the security category of now is in force.</summary>
    public DateOnly? CategorySince { get; init; }

    public DateOnly? PrisonArrival { get; init; }

    /// <summary>For days before 16 October 2024.</summary>
    public OmicCohort Cohort { get; init; } = OmicCohort.EnglandMalePublic;

    /// <summary>For days before April 2023: a case of a community rehabilitation company.</summary>
    public bool IsCompanyCase { get; init; }
}

/// <summary>Why there is no answer.</summary>
public enum HandoverProblem
{
    /// <summary>Out of scope of offender management in custody, or it is not known whether in it.</summary>
    OutsideScope,

    /// <summary>A determinate sentence with a release date, and no day on which it started.</summary>
    SentenceStartMissing,

    /// <summary>Before the first version of the rules.</summary>
    BeforeTheRules,

    /// <summary>Not in prison.</summary>
    NotInCustody,
}

/// <summary>Who leads a case by the rules, and from when.</summary>
/// <param name="Version">Of the rules, <c>H1</c> to <c>H9</c>; empty where none could be used.</param>
/// <param name="Responsibility"><see langword="null"/> where there is a <paramref name="Problem"/>.</param>
/// <param name="StartOn">From when the COM supports; <see langword="null"/> where the reason has no dates.</param>
/// <param name="HandoverOn">From when the COM leads; <see langword="null"/> where the reason has no dates.</param>
/// <param name="Reason">Code of <c>handover-reasons.csv</c>; <see langword="null"/> where there is a <paramref name="Problem"/>.</param>
/// <param name="Release">The date that is counted from, and which one it is.</param>
/// <param name="IsBeforeSentence">The handover would come before the sentence started: the dates are to be checked.</param>
public sealed record HandoverResult(
    string Version, Responsibility? Responsibility, DateOnly? StartOn, DateOnly? HandoverOn, string? Reason, ReleaseDate? Release, HandoverProblem? Problem = null, bool IsBeforeSentence = false);
