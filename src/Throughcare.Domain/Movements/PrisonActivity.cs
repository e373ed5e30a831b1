using Throughcare.Domain.Record;

namespace Throughcare.Domain.Movements;

/// <summary>Work, education or another activity to which a prison has allocated a person. Another time or place ends this and begins the next.</summary>
public sealed record PrisonActivity : FactVersion
{
    /// <summary>The prison that runs it.</summary>
    public required PlaceCode Prison { get; init; }

    public required string Activity { get; init; }

    /// <summary>Where in the prison; <see langword="null"/> where none was given.</summary>
    public string? Place { get; init; }

    /// <summary>When it begins, minutes after midnight, 0 to 1439.</summary>
    public int? StartsAt { get; init; }

    /// <summary>When it ends, minutes after midnight, 0 to 1439.</summary>
    public int? EndsAt { get; init; }
}
