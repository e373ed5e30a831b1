using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Sentences;

/// <summary>A sentence as recorded. <see cref="FactVersion.ValidFrom"/> is the day it was imposed.</summary>
public sealed record SentenceRecord : FactVersion
{
    /// <summary>Code of <c>sentence-types.csv</c>, where it is known.</summary>
    public Coded? Type { get; init; }

    /// <summary>Code of <c>imprisonment-statuses.csv</c>: what the person is held under.</summary>
    public Coded? LegalStatus { get; init; }

    /// <summary>Length as pronounced; never converted to days.</summary>
    public int? Years { get; init; }

    public int? Months { get; init; }

    public int? Days { get; init; }

    /// <summary>Effective length as the prison records it, days.</summary>
    public int? EffectiveDays { get; init; }

    /// <summary>Court, by name as given or code of <c>courts.csv</c>.</summary>
    public Coded? Court { get; init; }

    public string? CourtOutcome { get; init; }
}
