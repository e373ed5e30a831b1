namespace Throughcare.Domain.Facts;

/// <summary>Column <c>class</c> of <c>sentence-types.csv</c>.</summary>
public enum SentenceClass
{
    CustodyDeterminate,
    CustodyIndeterminate,
    CommunityOrder,
    SuspendedSentence,
    PostSentenceSupervision,
    Remand,
    Immigration,
    Civil,
}

/// <summary>What scope and handover ask about a sentence.</summary>
public enum SentenceKind
{
    /// <summary>Remand, or no sentence.</summary>
    None,
    Determinate,

    /// <summary>EDS, LASPO_AR, EPP and EXT.</summary>
    Extended,

    /// <summary>IPP and DPP.</summary>
    Ipp,

    /// <summary>Life and detention at His Majesty's pleasure.</summary>
    Life,
    OtherIndeterminate,
    Civil,
}

/// <summary>How a recall runs.</summary>
public enum RecallKind
{
    None,
    Standard,
    Ftr14,
    Ftr28,
    Ftr56,
    Hdc,
}

/// <summary>Supervision that runs in the community.</summary>
public enum SupervisionKind
{
    None,
    Licence,
    Pss,
    CommunityOrder,
    SuspendedSentence,
}
