using Throughcare.Domain.Record;

namespace Throughcare.Domain.Sentences;

/// <summary>The official key dates of a case as recorded. One fact; its versions are the history of every date.</summary>
/// <remarks>Dates of a sentence under the law of England and Wales; names as the prison service abbreviates them.</remarks>
public sealed record KeyDates : FactVersion
{
    /// <summary>Sentence expiry date.</summary>
    public DateOnly? Sed { get; init; }

    /// <summary>Sentence and licence expiry date.</summary>
    public DateOnly? Sled { get; init; }

    /// <summary>Licence expiry date.</summary>
    public DateOnly? Led { get; init; }

    /// <summary>Conditional release date.</summary>
    public DateOnly? Crd { get; init; }

    /// <summary>Automatic release date.</summary>
    public DateOnly? Ard { get; init; }

    /// <summary>Parole eligibility date.</summary>
    public DateOnly? Ped { get; init; }

    /// <summary>Non-parole date.</summary>
    public DateOnly? Npd { get; init; }

    /// <summary>Home detention curfew eligibility date.</summary>
    public DateOnly? Hdced { get; init; }

    /// <summary>Home detention curfew actual date.</summary>
    public DateOnly? Hdcad { get; init; }

    /// <summary>Top-up supervision expiry date.</summary>
    public DateOnly? Tused { get; init; }

    /// <summary>Tariff expiry date.</summary>
    public DateOnly? Ted { get; init; }

    /// <summary>Post-recall release date.</summary>
    public DateOnly? Prrd { get; init; }

    /// <summary>Target hearing date.</summary>
    public DateOnly? Thd { get; init; }

    /// <summary>Confirmed release date.</summary>
    public DateOnly? ConfirmedRelease { get; init; }

    /// <summary>Earliest possible release date, as the prison gives it.</summary>
    public DateOnly? EarliestRelease { get; init; }

    /// <summary>Why the person is to be released: a national reason code such as <c>CR</c>, or words as they came.</summary>
    public string? ReleaseReason { get; init; }

    public string? LicenceType { get; init; }

    /// <summary>Employment after release, as the prison records it.</summary>
    public string? EmploymentAtDischarge { get; init; }

    /// <summary>The probation service that supervises after release, as the prison records it.</summary>
    public string? SupervisingService { get; init; }

    /// <summary>The day on which the source that gave these dates was made; how old they are.</summary>
    public DateOnly AsOf { get; init; }

    /// <summary>Dates that somebody corrected here: a file that differs opens a conflict instead of overwriting them.</summary>
    public KeyDateFields EditedHere { get; init; }
}

/// <summary>The dates that a case administrator may correct.</summary>
[Flags]
public enum KeyDateFields
{
    None = 0,
    Sed = 1,
    Sled = 2,
    Led = 4,
    Crd = 8,
    Ard = 16,
    Ped = 32,
    Npd = 64,
    Hdced = 128,
    Hdcad = 256,
    Tused = 512,
    Ted = 1024,
    Prrd = 2048,
    Thd = 4096,
    ConfirmedRelease = 8192,
}
