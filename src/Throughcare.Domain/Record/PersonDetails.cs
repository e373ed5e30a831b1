using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Record;

/// <summary>Who a person is, apart from names and numbers. One fact; its versions are the history of every field.</summary>
public sealed record PersonDetails : FactVersion
{
    public DateOnly? DateOfBirth { get; init; }

    public DateOnly? DateOfDeath { get; init; }

    /// <summary>Sex at registration: code of <c>sex.csv</c>.</summary>
    public Coded? Sex { get; init; }

    /// <summary>Code of <c>ethnicity.csv</c>.</summary>
    public Coded? Ethnicity { get; init; }

    /// <summary>Code of <c>nationality.csv</c>.</summary>
    public Coded? Nationality { get; init; }

    /// <summary>A second nationality: code of <c>nationality.csv</c>.</summary>
    public Coded? SecondNationality { get; init; }

    /// <summary>Immigration status, in the words of probation.</summary>
    public string? ImmigrationStatus { get; init; }

    /// <summary>Code of <c>religion.csv</c>.</summary>
    public Coded? Religion { get; init; }

    /// <summary>Code of <c>marital-status.csv</c>.</summary>
    public Coded? MaritalStatus { get; init; }

    /// <summary>Code of <c>gender-identity.csv</c>.</summary>
    public Coded? GenderIdentity { get; init; }

    /// <summary>Code of <c>sexual-orientation.csv</c>.</summary>
    public Coded? SexualOrientation { get; init; }

    /// <summary>Maternity status as the prison records it.</summary>
    public string? MaternityStatus { get; init; }

    /// <summary>Main language: code of <c>language.csv</c>.</summary>
    public Coded? Language { get; init; }

    /// <summary><see langword="null"/> until asked.</summary>
    public bool? InterpreterNeeded { get; init; }

    public bool? PrefersWelshSpoken { get; init; }

    public bool? PrefersWelshInWriting { get; init; }

    public bool? CareExperienced { get; init; }

    /// <summary>Employment at reception, as the prison records it.</summary>
    public string? EmploymentAtReception { get; init; }

    public DateOnly? FirstConvictedOn { get; init; }

    /// <summary>Fields that somebody corrected here: a file that differs opens a conflict instead of overwriting them.</summary>
    public DetailFields EditedHere { get; init; }
}

/// <summary>The fields of <see cref="PersonDetails"/> that a person may correct.</summary>
[Flags]
public enum DetailFields
{
    None = 0,
    DateOfBirth = 1,
    Sex = 2,
    Ethnicity = 4,
    Nationality = 8,
    Religion = 16,
    MaritalStatus = 32,
    GenderIdentity = 64,
    Language = 128,
    InterpreterNeeded = 256,
    PrefersWelshSpoken = 512,
    PrefersWelshInWriting = 1024,
}
