namespace Throughcare.Domain.Facts;

/// <summary>Who answers for a case.</summary>
public enum ResponsibleManager
{
    /// <summary>The prison offender manager, alone or with a community offender manager in support.</summary>
    Pom,

    /// <summary>The community offender manager.</summary>
    Com,
}

/// <summary>How a case is handed over from prison to community.</summary>
public enum HandoverType
{
    Standard,
    Enhanced,

    /// <summary>A sentence so short that the community answers from the start.</summary>
    None,

    /// <summary>There is no case information or no calculation.</summary>
    Missing,
}

/// <summary>Complexity of need: recorded in the women's estate alone.</summary>
public enum ComplexityOfNeed
{
    Low,
    Medium,
    High,
}

/// <summary>What the Parole Board decided.</summary>
public enum ParoleOutcome
{
    Release,
    NoRelease,
    OpenConditions,
    Deferred,
    Adjourned,
}

/// <summary>A report for a court before sentence.</summary>
public enum CourtReportKind
{
    /// <summary>Standard delivery report.</summary>
    Standard,

    /// <summary>Fast delivery report.</summary>
    Fast,
    Oral,
}

/// <summary>Programmes of inspection, as rules tell them apart.</summary>
public enum InspectionKind
{
    /// <summary>The second offender management inspection.</summary>
    Omi2,

    /// <summary>Offender management in prisons.</summary>
    OmiPrison,

    /// <summary>Inspections that end in ratings.</summary>
    Ratings,
}
