namespace Throughcare.Domain.Allocation;

/// <summary>A tier of one scheme, or why there is none.</summary>
/// <param name="Tier"><c>1</c> to <c>4</c>, <c>B2</c> or <c>B2S</c>, <c>A</c> to <c>G</c>; <see langword="null"/> where there is none.</param>
public sealed record TierResult(TierScheme Scheme, TierState State, string? Tier)
{
    /// <summary>Something is missing that could change the tier.</summary>
    public bool IsProvisional { get; init; }

    /// <summary>What was counted or compared, in the order in which the rule does it.</summary>
    public IReadOnlyList<TierPart> Parts { get; init; } = [];

    /// <summary>What would have to be recorded for a tier that is not provisional, as work to do.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Points of the protect axis, of the scheme of 2021.</summary>
    public int? ProtectPoints { get; init; }

    /// <summary>Points of the change axis, of the scheme of 2021.</summary>
    public int? ChangePoints { get; init; }

    /// <summary>The letter by which a manager in prison is recommended; <see langword="null"/> for the scheme of 2006 and without a tier.</summary>
    public char? Letter => Tier is [>= 'A' and <= 'G' and var letter, ..] ? letter : null;

    /// <summary>"B2", "C (provisional)", "Not supervised".</summary>
    public string Words => State switch
    {
        TierState.NotSupervised => "Not supervised",
        TierState.Missing => "Missing information",
        TierState.Contradictory => "Scores contradict each other",
        _ => IsProvisional ? $"{Tier} (provisional)" : Tier!,
    };

    /// <summary>As tables of examples write it: <c>B2</c>, <c>NOT_SUPERVISED</c>.</summary>
    public string Code => State switch
    {
        TierState.NotSupervised => "NOT_SUPERVISED",
        TierState.Missing => "MISSING",
        TierState.Contradictory => "-",
        _ => Tier!,
    };
}

/// <param name="Axis">"Protect", "Change", or the step.</param>
/// <param name="Name">What was found.</param>
/// <param name="Value">"20 points", "C".</param>
public sealed record TierPart(string Axis, string Name, string Value);

/// <summary>The schemes by which tiers were and are worked out.</summary>
public enum TierScheme
{
    /// <summary>Tiers 1 to 4, of 2006.</summary>
    Nom,

    /// <summary>Protect and change, from 2021.</summary>
    V2,

    /// <summary>A to G, from 2026.</summary>
    V3,
}

public enum TierState
{
    /// <summary>There is a tier.</summary>
    Tiered,

    /// <summary>There is no case that is supervised.</summary>
    NotSupervised,

    /// <summary>Something is missing without which there is none.</summary>
    Missing,

    /// <summary>Scores on record contradict each other.</summary>
    Contradictory,
}
