using Throughcare.Domain.Record;

namespace Throughcare.Domain.Allocation;

/// <summary>Who leads, set by hand in place of what was worked out. One runs at a time; it is in force while it has no end.</summary>
public sealed record ResponsibilityOverride : FactVersion
{
    public required ResponsibilitySide Side { get; init; }

    /// <summary>Code of <c>override-reasons.csv</c>, kind <c>responsibility</c>.</summary>
    public required string ReasonCode { get; init; }

    /// <summary>In words, where the reason needs some. Never shown to the person.</summary>
    public string? Text { get; init; }

    /// <summary>Why it went back to what was worked out; <see langword="null"/> where it ended by itself.</summary>
    public string? RemovalReason { get; init; }
}

/// <summary>Which service leads.</summary>
public enum ResponsibilitySide
{
    /// <summary>The community offender manager.</summary>
    Probation,

    /// <summary>The prison offender manager.</summary>
    Prison,
}
