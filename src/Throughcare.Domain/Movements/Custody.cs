using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Movements;

/// <summary>One stay in custody from first reception to final release: <see cref="FactVersion.ValidFrom"/> to
/// <see cref="FactVersion.ValidTo"/>.</summary>
public sealed record CustodyEpisode : FactVersion
{
    /// <summary>Booking number; <see langword="null"/> where none was given.</summary>
    public string? BookingNumber { get; init; }
}

/// <summary>Where in a prison a person lives. A move to another cell ends this and begins the next.</summary>
public sealed record CellLocation : FactVersion
{
    public required PlaceCode Prison { get; init; }

    /// <summary>Location as the prison writes it, such as <c>LHI-A-2-014</c>; <see langword="null"/> where none is recorded.</summary>
    public string? Cell { get; init; }

    /// <summary>Why the person came to this prison: a national reason code such as <c>OVCROW</c>, or words as they came.</summary>
    public string? TransferReason { get; init; }
}

/// <summary>How a person is held: status, category and incentives. A change ends this and begins the next.</summary>
public sealed record CustodyStatus : FactVersion
{
    /// <summary>ACTIVE IN, ACTIVE OUT or INACTIVE OUT, as the prison system says.</summary>
    public string? Status { get; init; }

    /// <summary>Code of <c>imprisonment-statuses.csv</c>.</summary>
    public Coded? LegalStatus { get; init; }

    /// <summary>Code of <c>security-categories.csv</c>.</summary>
    public Coded? SecurityCategory { get; init; }

    public DateOnly? CategoryChangedOn { get; init; }

    public DateOnly? CategoryReviewOn { get; init; }

    /// <summary>Code of <c>incentive-level.csv</c>.</summary>
    public Coded? IncentiveLevel { get; init; }

    /// <summary>Held as an adult or a young person, as the prison system says.</summary>
    public string? AdultOrYoungPerson { get; init; }

    /// <summary>Whether the person is in work, as the prison system says: <c>Y</c> or <c>N</c>.</summary>
    public Coded? Employed { get; init; }

    /// <summary>Code of the court that last dealt with the person, as the prison system writes it.</summary>
    public string? CourtCode { get; init; }

    /// <summary>Name of that court, as given.</summary>
    public string? CourtName { get; init; }

    /// <summary>Name of that court as given a second time; kept because the two may differ.</summary>
    public string? CourtName2 { get; init; }

    /// <summary>What the court decided, such as "Remanded in custody".</summary>
    public string? CourtOutcome { get; init; }
}
