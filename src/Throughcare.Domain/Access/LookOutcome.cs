namespace Throughcare.Domain.Access;

/// <summary>What came of a look.</summary>
public enum LookOutcome
{
    Shown,

    /// <summary>Out of reach.</summary>
    RefusedReach,

    /// <summary>A record that is limited to named users.</summary>
    RefusedLimited,

    /// <summary>A record whose existence is hidden from the user.</summary>
    RefusedHidden,
}
