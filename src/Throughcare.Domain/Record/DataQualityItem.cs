namespace Throughcare.Domain.Record;

/// <summary>Something about a record that somebody has to look at, raised by an import or a check.</summary>
public sealed record DataQualityItem : FactVersion
{
    public required DataQualityKind Kind { get; init; }

    /// <summary>The field concerned, as the record calls it; empty where it is the whole record.</summary>
    public required string Field { get; init; }

    /// <summary>What the record says.</summary>
    public string? Here { get; init; }

    /// <summary>What the source says.</summary>
    public string? There { get; init; }

    /// <summary>The establishment or team whose task it is.</summary>
    public required PlaceCode Owner { get; init; }

    /// <summary>How it was settled; <see langword="null"/> while it is open.</summary>
    public string? Settled { get; init; }

    /// <summary>The detail into which the source's next file writes its value, once somebody here lets go of their own; <see cref="DetailFields.None"/>
    /// where the two are settled elsewhere: at the source, or on the person's own pages.</summary>
    public DetailFields CanBeTaken => Kind is DataQualityKind.SourceConflict
        ? DetailKind.All.FirstOrDefault(kind => kind.Name == Field && kind.CanChange)?.Field ?? DetailFields.None
        : DetailFields.None;
}

public enum DataQualityKind
{
    /// <summary>A file differs from what somebody corrected here.</summary>
    SourceConflict,

    /// <summary>Two successive prison lists no longer name the person and no movement says why.</summary>
    LeftPrisonList,

    /// <summary>Two sources say different things of the same field; the value in force is one of them.</summary>
    SourceDisagreement,

    /// <summary>A source names a team or officer's office that no table knows.</summary>
    TeamNotMapped,
}
