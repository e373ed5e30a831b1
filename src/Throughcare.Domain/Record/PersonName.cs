namespace Throughcare.Domain.Record;

/// <summary>A name by which a person is or was known. Exactly one current name has type <see cref="NameType.Current"/>.</summary>
public sealed record PersonName : FactVersion
{
    public required NameType Type { get; init; }

    /// <summary>Code of <c>title.csv</c>.</summary>
    public string? Title { get; init; }

    /// <summary>1-35 characters; <see langword="null"/> where it is not known.</summary>
    public string? First { get; init; }

    public string? Middle { get; init; }

    /// <summary>1-35 characters.</summary>
    public required string Last { get; init; }

    public string? Suffix { get; init; }

    /// <summary>The date of birth given with an alias, where it differs.</summary>
    public DateOnly? DateOfBirth { get; init; }
}

/// <summary>Codes of <c>name-type.csv</c>: CN, A, MAID, NICK.</summary>
public enum NameType
{
    Current,
    Alias,
    Maiden,

    /// <summary>What the person likes to be called; shown first in their own view.</summary>
    Preferred,
}

/// <summary>What names are found by.</summary>
public static class PersonNameWords
{
    extension(IEnumerable<PersonName> names)
    {
        /// <summary>The distinct keys of the name index for all of these names.</summary>
        public IReadOnlyList<NameKey> KeysToFind() =>
            NameKeys.For(names.Select(n => ((string?)n.Last, (string?)$"{n.First} {n.Middle}")));
    }
}
