namespace Throughcare.Domain.Allocation;

/// <summary>The dates of a sentence that the rules of allocation count from. A manual date has already taken the place of the calculated one.</summary>
public sealed record ReleaseDates
{
    /// <summary>Conditional release.</summary>
    public DateOnly? Crd { get; init; }

    /// <summary>Automatic release.</summary>
    public DateOnly? Ard { get; init; }

    /// <summary>Parole eligibility.</summary>
    public DateOnly? Ped { get; init; }

    /// <summary>Tariff expiry.</summary>
    public DateOnly? Ted { get; init; }

    /// <summary>Target hearing.</summary>
    public DateOnly? Thd { get; init; }

    /// <summary>Home detention curfew eligibility.</summary>
    public DateOnly? Hdced { get; init; }

    /// <summary>Home detention curfew actual.</summary>
    public DateOnly? Hdcad { get; init; }

    /// <summary>Sentence expiry.</summary>
    public DateOnly? Sed { get; init; }

    /// <summary>Licence expiry.</summary>
    public DateOnly? Led { get; init; }

    /// <summary>Post-recall release.</summary>
    public DateOnly? Prrd { get; init; }

    /// <summary>Actual parole.</summary>
    public DateOnly? Apd { get; init; }

    /// <summary>Earlier of the automatic and the conditional release date; the automatic one where both are on one day.</summary>
    public ReleaseDate? Automatic =>
        Ard is { } ard && !(Crd < ard) ? new("ARD", ard)
        : Crd is { } crd ? new("CRD", crd)
        : null;
}

/// <param name="Code">As the prison service abbreviates it, such as CRD.</param>
public readonly record struct ReleaseDate(string Code, DateOnly On);
