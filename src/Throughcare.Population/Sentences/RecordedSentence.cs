namespace Throughcare.Population.Sentences;

/// <summary>What kind of sentence a file records; each has its own row in <see cref="RecordedDates"/>.</summary>
public enum SentenceKind
{
    /// <summary>Standard determinate.</summary>
    Sds,

    /// <summary>Standard determinate of 7 years or more for violence or a sexual offence that is served to two thirds.</summary>
    SdsPlus,

    /// <summary>Extended determinate.</summary>
    Eds,

    /// <summary>Special sentence for offenders of particular concern.</summary>
    Sopc,

    Life,

    /// <summary>Imprisonment for public protection.</summary>
    Ipp,
}

/// <summary>Back in custody from a licence.</summary>
/// <param name="On">The day of return.</param>
/// <param name="Days">14, 28 or 56 for a fixed term; <see langword="null"/> for a standard recall.</param>
public sealed record RecordedRecall(DateOnly On, int? Days);

/// <summary>A sentence as a prison records it, with the days that move its dates.</summary>
/// <param name="Kind">Which row of the table gives the dates.</param>
/// <param name="On">Day of sentence.</param>
/// <param name="Term">Custodial term; for life and IPP the tariff.</param>
/// <param name="OffenceGroup">Published offence group such as <c>VAP</c>.</param>
/// <param name="BornOn">Date of birth: top-up supervision is for those of 19 or more at release.</param>
public sealed record RecordedSentence(SentenceKind Kind, DateOnly On, SentenceLength Term, string OffenceGroup, DateOnly BornOn)
{
    /// <summary>Extension of an extended sentence.</summary>
    public SentenceLength Extension { get; init; }

    /// <summary>Days on remand and on tagged bail that count.</summary>
    public int RemandDays { get; init; }

    /// <summary>Days that adjudications have added.</summary>
    public int AddedDays { get; init; }

    /// <summary>Days unlawfully at large.</summary>
    public int DaysAtLarge { get; init; }

    public RecordedRecall? Recall { get; init; }

    public bool ToBeDeported { get; init; }
}
