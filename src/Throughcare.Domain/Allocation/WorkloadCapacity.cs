namespace Throughcare.Domain.Allocation;

/// <summary>What a manager is told about a workload.</summary>
public enum WorkloadWarning
{
    None,

    /// <summary>There are no available points to measure by.</summary>
    NoAvailablePoints,

    /// <summary>Under 80%.</summary>
    UnderUsed,

    /// <summary>From 90%.</summary>
    NearCapacity,

    /// <summary>From 100%: who gives a case has to say why.</summary>
    OverCapacity,
}

/// <summary>How much of what somebody can carry they carry.</summary>
/// <param name="Points">May be negative.</param>
/// <param name="Available">0 or more.</param>
/// <param name="Percent">With one decimal; 0 where either is 0.</param>
public sealed record WorkloadCapacity(int Points, int Available, decimal Percent)
{
    private const decimal UnderUsed = 80;
    private const decimal Near = 90;
    private const decimal Over = 100;

    public WorkloadWarning Warning => Available == 0 ? WorkloadWarning.NoAvailablePoints
        : Percent >= Over ? WorkloadWarning.OverCapacity
        : Percent >= Near ? WorkloadWarning.NearCapacity
        : Percent < UnderUsed ? WorkloadWarning.UnderUsed
        : WorkloadWarning.None;

    /// <summary>Points that a full week gives, cut to the hours that are left. Units: hours a week.</summary>
    /// <param name="target">Points of a full week.</param>
    /// <param name="gradeHours">Hours of a full week of the grade.</param>
    /// <param name="availableHours">Contracted hours less reductions.</param>
    public static int AvailablePoints(decimal target, decimal gradeHours, decimal availableHours) => availableHours <= 0 || gradeHours == 0 ? 0
        : (int)decimal.Truncate(Half.Up(target * availableHours / gradeHours, 15));

    /// <summary>The ratio is rounded to three decimals, half up, before it becomes a per cent.</summary>
    public static WorkloadCapacity Of(int points, int available) =>
        new(points, available, points == 0 || available == 0 ? 0 : Half.Up((decimal)points / available, 3) * 100);

    /// <summary>As it would be if a case were given.</summary>
    /// <param name="held">Points that the case has here already.</param>
    /// <param name="given">Points that it would have.</param>
    public WorkloadCapacity With(int held, int given) => Of(Points - held + given, Available);
}

/// <summary>How thinly a prison offender manager is spread, who has no points.</summary>
/// <param name="Cases">Held as primary manager.</param>
/// <param name="EffectiveFte">Whole posts that are left for the work.</param>
/// <param name="CasesPerFte">Whole number, half up; <see langword="null"/> where no time is left.</param>
public sealed record PomLoad(int Cases, decimal EffectiveFte, int? CasesPerFte, IReadOnlyList<PomLoadWarning> Warnings)
{
    private const decimal RosteredAtFullTime = 10;
    private const int HighCaseload = 35;
    private const int ExtremeCaseload = 70;

    /// <param name="cases">0 or more.</param>
    /// <param name="contractedHours">A week.</param>
    /// <param name="omDays">Days of the last 14 on which they worked as offender manager.</param>
    /// <param name="rosteredDays">Days of the last 14 on which they were at work; 10 at full time, in proportion to hours, unless said.</param>
    public static PomLoad Of(int cases, decimal contractedHours, int omDays, decimal? rosteredDays = null)
    {
        var full = WorkloadSettings.FullTimePomHours;
        var rostered = rosteredDays ?? RosteredAtFullTime * contractedHours / full;
        var fte = rostered <= 0 ? 0 : contractedHours / full * omDays / rostered;
        List<PomLoadWarning> warnings = [];
        if (rostered > 0 && omDays * 2 < rostered)
        {
            warnings.Add(PomLoadWarning.Redeployed);
        }

        if (fte > 0 && cases / fte > HighCaseload)
        {
            warnings.Add(cases / fte > ExtremeCaseload ? PomLoadWarning.ExtremeCaseload : PomLoadWarning.HighCaseload);
        }

        return new(cases, fte, fte > 0 ? (int)Half.Up(cases / fte) : null, warnings);
    }
}

public enum PomLoadWarning
{
    /// <summary>On less than half of the days at work as offender manager.</summary>
    Redeployed,

    /// <summary>Over 35 cases for each whole post.</summary>
    HighCaseload,

    /// <summary>Over 70: contact is impeded.</summary>
    ExtremeCaseload,
}
