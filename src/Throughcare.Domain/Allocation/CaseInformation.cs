using Throughcare.Domain.Assessment;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;

namespace Throughcare.Domain.Allocation;

/// <summary>What an allocation needs and the probation record does not give, typed by hand. The next file that gives it takes its place. A level of
/// risk outlives one update of the probation record that gives none, and not the one after it.</summary>
public sealed record CaseInformation : FactVersion
{
    /// <summary>A letter, with what follows it.</summary>
    public string? Tier { get; init; }

    public RoshLevel? Rosh { get; init; }

    public Resourcing? Resourcing { get; init; }

    /// <summary>The probation record was updated since, and gave no level of risk.</summary>
    public bool RoshOutlivedUpdate { get; init; }
}

/// <summary>How a case is resourced.</summary>
public enum Resourcing
{
    /// <summary>Allocated, or standard.</summary>
    Standard,

    /// <summary>Retained, or enhanced.</summary>
    Enhanced,
}

/// <summary>Complexity of need in the women's estate: recorded, not worked out. One runs at a time; it ends with release.</summary>
public sealed record ComplexityRecord : FactVersion
{
    public required ComplexityOfNeed Level { get; init; }

    /// <summary>Notes with the first level, the reason of a change with those that follow.</summary>
    public string? Reason { get; init; }
}

/// <summary>A prison manages a case that the national phases leave out.</summary>
public sealed record ScopeExtension : FactVersion
{
    /// <summary>Who decided it, as "Surname, Forename" or a post.</summary>
    public required string DecidedBy { get; init; }
}

/// <summary>The victim liaison officer of a case, by name: never shown to the person.</summary>
public sealed record VloContact : FactVersion
{
    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    public required string Email { get; init; }
}

/// <summary>A tier of the older scheme that a manager chose in place of the one that was worked out.</summary>
public sealed record TierChoice : FactVersion
{
    /// <summary>From 1 to 4.</summary>
    public required int Tier { get; init; }

    public required string Reason { get; init; }
}
