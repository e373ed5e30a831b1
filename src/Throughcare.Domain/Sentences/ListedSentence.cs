using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Sentences;

/// <summary>One sentence of a booking as a list gives it, with all that the working out of release dates asks for. The sentence that the
/// prison or probation file gives is a <see cref="SentenceRecord"/>. <see cref="FactVersion.ValidFrom"/> is the day of sentence.</summary>
public sealed record ListedSentence : FactVersion
{
    public required string BookingNumber { get; init; }

    /// <summary>Number within the booking.</summary>
    public required int Number { get; init; }

    /// <summary>Code of <c>sentence-types.csv</c>.</summary>
    public required Coded Type { get; init; }

    public required DateOnly OffenceOn { get; init; }

    /// <summary>Length as pronounced; never converted to days.</summary>
    public int Years { get; init; }

    public int Months { get; init; }

    public int Weeks { get; init; }

    public int Days { get; init; }

    /// <summary>Number of the sentence that it follows; <see langword="null"/> where it is concurrent.</summary>
    public int? ConsecutiveTo { get; init; }

    /// <summary>Extended licence, as pronounced.</summary>
    public int? ExtensionYears { get; init; }

    public int? ExtensionMonths { get; init; }

    public int? ExtensionWeeks { get; init; }

    public int? ExtensionDays { get; init; }

    /// <summary>Home Office code of the offence.</summary>
    public string? OffenceCode { get; init; }

    /// <summary>A standard determinate sentence of which two thirds are served.</summary>
    public bool? IsSdsPlus { get; init; }

    /// <summary>Early-release schemes that do not apply, separated by semicolons.</summary>
    public string? Exclusions { get; init; }

    /// <summary>Code of <c>courts.csv</c>.</summary>
    public Coded? Court { get; init; }
}
