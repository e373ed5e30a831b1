namespace Throughcare.Population.Offloc;

/// <summary>A prison with so many people.</summary>
/// <param name="PrisonCode">Three letters of an active prison.</param>
/// <param name="People">1 or more.</param>
public sealed record OfflocPlace(string PrisonCode, int People)
{
    /// <summary>Where the people come from, by code of the delivery unit and share of 1; the rest come from the other units of the same
    /// regions. Empty: from everywhere.</summary>
    public IReadOnlyList<(string UnitCode, double Share)> HomeAreas { get; init; } = [];
}

/// <summary>Which fictional file to write.</summary>
public sealed record OfflocFileOptions
{
    /// <summary>The most people that the kept ranges of numbers allow.</summary>
    public const int MostPeople = 90_000;

    /// <summary>How many people are in prison, and so the number of records in the file, on every day. 1 to <see cref="MostPeople"/>.
    /// The file of fewer people is the beginning of that of more.</summary>
    public required int People { get; init; }

    /// <summary>The day of the file's name and System Date; 1 January 2026 or later.</summary>
    public required DateOnly Day { get; init; }

    public long Seed { get; init; } = 42;

    /// <summary>Whether the file has the faults of real ones.</summary>
    public bool Quirks { get; init; } = true;

    /// <summary>At least so many of each <see cref="OfflocQuirk"/>, however small the file; 0 for as many as their shares give.</summary>
    public int LeastOfEachQuirk { get; init; }

    /// <summary>Where the people are, in the order of the file; the counts must sum to <see cref="People"/>. Empty: in every active
    /// prison by its capacity, and transferred between them.</summary>
    public IReadOnlyList<OfflocPlace> Places { get; init; } = [];

    /// <summary>The day whose content is written under the name and System Date of <see cref="Day"/>: a next day on which nothing has
    /// happened. <see langword="null"/>: the content of <see cref="Day"/>.</summary>
    public DateOnly? ContentOf { get; init; }

    /// <summary>The share of records, 0 to 1, that get another cell than their content has: exactly this share, rounded down, of the
    /// people. For measuring, together with <see cref="ContentOf"/>.</summary>
    public decimal ChangedShare { get; init; }

    /// <summary>The person number of the first person in the file, 1 or more: files whose numbers lie apart have nobody in common.</summary>
    public int FirstPerson { get; init; } = 1;

    /// <summary>Stands after the day in the file name; letters, digits and hyphens.</summary>
    public string Suffix { get; init; } = "FICTIONAL";

    /// <summary>People in these prisons alone.</summary>
    public static OfflocFileOptions At(DateOnly day, params IReadOnlyList<OfflocPlace> places) =>
        new() { Day = day, People = places.Sum(p => p.People), Places = places };

    /// <summary>The two prisons of the demonstration, 230 men and 80 women, with one of each quirk.</summary>
    public static OfflocFileOptions Demo(DateOnly day) => At(
        day,
        new OfflocPlace("LHI", 230) { HomeAreas = [("N55P07", 0.6), ("N54P05", 0.2)] },
        new OfflocPlace("LNI", 80) { HomeAreas = [("N54P05", 0.6), ("N55P07", 0.2)] }) with
    { LeastOfEachQuirk = 1 };

    /// <summary>The files that come into the demonstration by night: people who are not of its population, in the same two prisons, with one of
    /// each quirk. Among those with these numbers there are, on any day, a few whom probation spells in another way.</summary>
    public static OfflocFileOptions NightsOfDemo(DateOnly day) => At(
        day,
        new OfflocPlace("LHI", 60) { HomeAreas = [("N55P07", 0.6), ("N54P05", 0.2)] },
        new OfflocPlace("LNI", 24) { HomeAreas = [("N54P05", 0.6), ("N55P07", 0.2)] }) with
    { LeastOfEachQuirk = 1, FirstPerson = 293_576 };
}
