using Throughcare.Population.Tables;

namespace Throughcare.Population.Cases;

/// <summary>Why the probation service has a case.</summary>
internal enum EpisodeKind
{
    /// <summary>A prison sentence, before release and on licence after it.</summary>
    Sentence,

    /// <summary>On remand, with a report asked for.</summary>
    Remand,

    CommunityOrder,

    SuspendedSentence,

    PostSentenceSupervision,

    /// <summary>Other work, such as a deferred sentence.</summary>
    Other,
}

/// <summary>What the court said, in the words of the probation system.</summary>
/// <param name="On">Day of sentence.</param>
/// <param name="Length">Number of <paramref name="Unit"/>; empty for life.</param>
/// <param name="Unit">M for months, W for weeks, D for days; empty for life.</param>
internal sealed record CourtDisposal(string Code, string Detail, DateOnly On, string Length, string Unit);

/// <summary>One time on probation, from the sentence to the end of supervision.</summary>
internal sealed record Episode
{
    /// <summary>From 0; how often the person has been on probation before.</summary>
    public required int Index { get; init; }

    public required EpisodeKind Kind { get; init; }

    /// <summary>The first day on which the list shows it.</summary>
    public required DateOnly ListedFrom { get; init; }

    /// <summary>When the case was opened; not after <see cref="ListedFrom"/>.</summary>
    public required DateOnly OpenedOn { get; init; }

    /// <summary>The first day out of prison; <see langword="null"/> where there is none.</summary>
    public DateOnly? ReleasedOn { get; init; }

    /// <summary>The first day on which the case is no longer open.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary><see langword="null"/> where there is no sentence.</summary>
    public CourtDisposal? Disposal { get; init; }

    public required string Offence { get; init; }

    public required string OffenceGroup { get; init; }

    public required DeliveryUnit Unit { get; init; }

    /// <summary>The first manager, of the unit.</summary>
    public required int ManagerNumber { get; init; }

    /// <summary>The prison's booking number; empty for those not in prison.</summary>
    public string Booking { get; init; } = "";

    /// <summary>Place of the risk of serious harm at the start, 0 for low to 3 for very high.</summary>
    public required int Rosh { get; init; }

    public bool IsIndeterminate { get; init; }
}

/// <summary>Somebody's time on probation up to a day.</summary>
/// <param name="Episodes">Those that have begun, the last one last; empty for someone in prison who has no case.</param>
/// <param name="Records">How many CRNs the person has: 1, or 2 by mistake.</param>
internal sealed record PersonCase(CasePerson Person, IReadOnlyList<Episode> Episodes, int Records)
{
    public bool IsOpenOn(DateOnly day) => Episodes.Count > 0 && day < Episodes[^1].EndsOn;
}
