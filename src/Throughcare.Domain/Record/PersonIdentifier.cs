namespace Throughcare.Domain.Record;

/// <summary>A number or reference by which some system knows a person.</summary>
public sealed record PersonIdentifier : FactVersion
{
    public required IdentifierKind Kind { get; init; }

    /// <summary>The form in which equal numbers are equal: upper case, year widened, serial padded.</summary>
    public required string Canonical { get; init; }

    /// <summary>The number as it came, where that differs from <see cref="Canonical"/>.</summary>
    public string? AsGiven { get; init; }

    public required IdentifierCheck Check { get; init; }

    /// <summary>Whether this number may be used to find or match a person automatically.</summary>
    public bool CanMatch => Check is IdentifierCheck.Valid && !Withdrawn;
}

/// <summary>Which of several numbers stands for a person.</summary>
public static class PersonIdentifiers
{
    extension(IEnumerable<PersonIdentifier> numbers)
    {
        /// <summary>The number of a kind by which a person is called: one that keeps its rule before one that does not, one in
        /// use before one that is not, then the latest.</summary>
        public PersonIdentifier? Standing(IdentifierKind kind) => numbers
            .Where(number => number.Kind == kind)
            .OrderByDescending(number => number.CanMatch)
            .ThenByDescending(number => number.ValidTo is null)
            .ThenByDescending(number => number.ValidFrom)
            .ThenByDescending(number => number.Recorded.At)
            .FirstOrDefault();
    }
}

/// <summary>Kinds of identifier that have rules of their own; codes of <c>identifier-types.csv</c>.</summary>
public enum IdentifierKind
{
    /// <summary>Prison (NOMIS) number, for life: <c>A1234BC</c>.</summary>
    Noms,

    /// <summary>Probation case reference number: <c>X123456</c>.</summary>
    Crn,

    /// <summary>Booking number, one per custody episode.</summary>
    Booking,

    /// <summary>Police national computer number.</summary>
    Pnc,

    /// <summary>Criminal records office number.</summary>
    Cro,

    /// <summary>National insurance number.</summary>
    Nino,

    /// <summary>Home Office reference of an immigration case.</summary>
    Immigration,

    /// <summary>Number of a youth offending team.</summary>
    YouthOffending,

    /// <summary>Service number in the armed forces.</summary>
    MilitaryService,
}

/// <summary>What the check rule of the identifier says.</summary>
public enum IdentifierCheck
{
    /// <summary>Right form and, where there is one, right check letter.</summary>
    Valid,

    /// <summary>Wrong check letter or form, as a file gave it: kept, never matched on.</summary>
    CheckFailed,

    /// <summary>Typed against the rule with a reason: kept, never matched on.</summary>
    Unverified,

    /// <summary>Somebody else's record has this number too, and whose it is has not been decided: kept, never matched on.</summary>
    Disputed,
}
