namespace Throughcare.Domain.Record.Matching;

/// <summary>Whose record it is: it decides which weights are used.</summary>
public enum MatchSide
{
    /// <summary>Known by a prison number, whatever probation knows as well.</summary>
    Prison,
    Probation,
}

/// <summary>What is compared of one person, or of one row that may be somebody's.</summary>
/// <remarks>Numbers that fail their check letter, dummies and placeholders are left out: they count as missing.</remarks>
public sealed record MatchFeatures
{
    /// <summary>The record; <see langword="null"/> for a row of a file that is nobody's yet.</summary>
    public PersonId? PersonId { get; init; }

    public required MatchSide Side { get; init; }

    /// <summary>NOMIS numbers: one, unless records were merged.</summary>
    public IReadOnlyList<string> PrisonNumbers { get; init; } = [];

    public IReadOnlyList<string> Crns { get; init; } = [];

    /// <summary>Canonical, with a right check letter.</summary>
    public IReadOnlyList<string> Pncs { get; init; } = [];

    /// <summary>Canonical, with a right check letter.</summary>
    public IReadOnlyList<string> Cros { get; init; } = [];

    public IReadOnlyList<string> Bookings { get; init; } = [];

    /// <summary>At least one: the current name first, then every other.</summary>
    public required IReadOnlyList<MatchName> Names { get; init; }

    public DateOnly? BornOn { get; init; }

    public MatchSex Sex { get; init; }

    /// <summary>In custody on a booking that has not ended.</summary>
    public bool IsBookingActive { get; init; }

    public string Surname => Names[0].Surname;

    public string Forename => Names[0].Forename;

    public string SecondForename => Names[0].SecondForename;
}

/// <summary>Sex as two extracts can agree on it.</summary>
public enum MatchSex
{
    NotSpecified,
    Male,
    Female,
}

public static class MatchSexText
{
    /// <summary>Whatever begins with M or F; anything else is not specified.</summary>
    public static MatchSex Read(string? text) => text?.TrimStart() switch
    {
        ['M' or 'm', ..] => MatchSex.Male,
        ['F' or 'f', ..] => MatchSex.Female,
        _ => MatchSex.NotSpecified,
    };
}
