namespace Throughcare.Domain.Record.Handover;

/// <summary>What goes with a person who moves: a copy of the record as it stood, made once and never changed. Its content is kept apart, as
/// <see cref="HandoverPackPart"/>s; later versions say only what the sender added and the receiver answered.
/// <see cref="FactVersion.ValidFrom"/> is the day on which it was made.</summary>
public sealed record HandoverPack : FactVersion
{
    public const int LongestMessage = 2000;

    public const int LongestReason = 500;

    public const int LongestGaps = 2000;

    /// <summary>Working days in which the receiver acknowledges it, and in which the sender of an unplanned move may still add a message.</summary>
    public const int DaysToAnswer = 2;

    public required HandoverPackKind Kind { get; init; }

    /// <summary>What it was made for: a movement, a booking, the spell of a manager; <see langword="null"/> for one that was made by hand.</summary>
    public FactId? CauseId { get; init; }

    /// <summary>Counts the packs of a person, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Where the person leaves; <see langword="null"/> where that is not known.</summary>
    public PlaceCode? From { get; init; }

    /// <summary>To whom it is offered; <see langword="null"/> where that is not known.</summary>
    public PlaceCode? To { get; init; }

    /// <summary>Why the person moves, in words; at most 500 characters.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether the move fits the plan; <see langword="null"/> until somebody says.</summary>
    public bool? IsConsistentWithPlan { get; init; }

    /// <summary>From the sender; at most 2,000 characters.</summary>
    public string? Message { get; init; }

    /// <summary>The instant whose record it shows.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>SHA-256 over the hashes of all parts, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>Things that are there, of those that apply.</summary>
    public required int Present { get; init; }

    public required int Applicable { get; init; }

    /// <summary>Things that apply and are not there, one a line.</summary>
    public string? Missing { get; init; }

    public StaffId? AcknowledgedBy { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>What the receiver found lacking; at most 2,000 characters.</summary>
    public string? Gaps { get; init; }

    /// <summary>0 to 100, rounded down: only a whole pack is complete.</summary>
    public int PercentComplete => Applicable == 0 ? 100 : 100 * Present / Applicable;
}

/// <summary>Why a pack was made.</summary>
public enum HandoverPackKind
{
    /// <summary>To another prison.</summary>
    Transfer,

    /// <summary>To those who supervise the person after release.</summary>
    Release,

    /// <summary>Somebody made it by hand.</summary>
    ByHand,

    /// <summary>To the prison to which a transfer is booked: a draft of the one that goes with the movement.</summary>
    Booking,

    /// <summary>To the community manager of another area.</summary>
    AreaTransfer,

    /// <summary>To the community manager, who leads from now on.</summary>
    Handover,
}

/// <summary>One part of a pack, as the reader's level allows. Written once, with the pack.</summary>
public sealed class HandoverPackPart
{
    public required FactId PackId { get; init; }

    public required HandoverPackLevel Level { get; init; }

    /// <summary>As JSON, in UTF-8.</summary>
    public required byte[] Content { get; init; }

    /// <summary>SHA-256 of the content, in lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }
}

/// <summary>Who may read a part. Kept apart so that what a reader may not see is never loaded for them.</summary>
public enum HandoverPackLevel
{
    /// <summary>Everybody who reads the record.</summary>
    Standard,

    Sensitive,

    /// <summary>Public protection, third parties, covert nominations.</summary>
    Restricted,

    /// <summary>Alerts for security and public protection staff alone.</summary>
    Security,

    /// <summary>That there is victim contact, never with whom: for those who manage the case in the community, and victim liaison.</summary>
    VictimScheme,
}
