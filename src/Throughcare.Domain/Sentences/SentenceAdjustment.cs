using Throughcare.Domain.Record;

namespace Throughcare.Domain.Sentences;

/// <summary>Days that count towards a sentence, or are added to it. <see cref="FactVersion.ValidFrom"/> is the day from which it applies.</summary>
public sealed record SentenceAdjustment : FactVersion
{
    public required string BookingNumber { get; init; }

    public required AdjustmentType Type { get; init; }

    /// <summary>1 to 9,999 days.</summary>
    public required int Days { get; init; }

    /// <summary>First day of the time that is counted.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the time that is counted.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The day from which it applies, where that is said.</summary>
    public DateOnly? AppliesFrom { get; init; }
}

/// <summary>Kinds of adjustment, as release dates are worked out from them.</summary>
public enum AdjustmentType
{
    /// <summary>Time on remand.</summary>
    Remand,

    /// <summary>Half of the days on a qualifying curfew with a tag.</summary>
    TaggedBail,

    /// <summary>Time on remand, of a term to which the person was recalled.</summary>
    RecallRemand,

    /// <summary>Tagged bail, of a term to which the person was recalled.</summary>
    RecallTaggedBail,

    /// <summary>Time unlawfully at large.</summary>
    Ual,

    /// <summary>Additional days awarded.</summary>
    Ada,

    /// <summary>Additional days restored.</summary>
    Rada,

    /// <summary>Lawfully at large.</summary>
    Lal,

    SpecialRemission,

    /// <summary>Time in custody abroad while extradition was waited for.</summary>
    CustodyAbroad,

    /// <summary>Time as an applicant for leave to appeal.</summary>
    AppealApplicant,
}
