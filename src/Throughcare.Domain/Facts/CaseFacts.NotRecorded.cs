// Read through a case like every other fact, though they do not look at it.
#pragma warning disable CA1822

namespace Throughcare.Domain.Facts;

/// <content>Facts about things that the record does not hold: each has the value that says so.</content>
public sealed partial class CaseFacts
{
    /// <summary>A parole review without an outcome; no without a review on record.</summary>
    public Known<bool> IsParoleReviewOpen => Known<bool>.Of(false);

    /// <summary>A parole hearing was held in this sentence; no without one on record.</summary>
    public Known<bool> IsParoleHearingHeld => Known<bool>.Of(false);

    /// <summary>Of the last parole hearing in this sentence; none without one on record.</summary>
    public Known<ParoleOutcome> LastParoleOutcome => Known<ParoleOutcome>.None();

    /// <summary>A move to open conditions is decided and has not happened; no without a decision on record.</summary>
    public Known<bool> IsOpenMovePlanned => Known<bool>.Of(false);

    /// <summary>The day of that move; none without a decision on record.</summary>
    public Known<DateOnly> OpenMoveDate => Known<DateOnly>.None();

    /// <summary>The last report before sentence; none without one on record.</summary>
    public Known<CourtReportKind> CourtReportKind => Known<CourtReportKind>.None();

    /// <summary>Of the inspection that drew the case; none where none has.</summary>
    public Known<InspectionKind> InspectionKind => Known<InspectionKind>.None();

    /// <summary>An assessment waits for a second signature; no where none does.</summary>
    public Known<bool> IsCountersignRequired => Known<bool>.Of(false);

    /// <summary>Charged with a serious further offence; no without a charge on record.</summary>
    public Known<bool> IsChargedWithSfo => Known<bool>.Of(false);
}
