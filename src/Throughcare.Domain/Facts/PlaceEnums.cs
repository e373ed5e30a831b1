namespace Throughcare.Domain.Facts;

/// <summary>Column <c>rule_place</c> of <c>case-place.csv</c>: where rules say that a case is. A day at court stays custody.</summary>
public enum RulePlace
{
    Custody,
    Community,
    Hospital,
    UnlawfullyAtLarge,
    ImmigrationRemoval,
    Closed,
}

/// <summary>Codes of <c>incentive-level.csv</c>: ENT, BAS, STD and ENH.</summary>
public enum IncentiveLevel
{
    Entry,
    Basic,
    Standard,
    Enhanced,
}

/// <summary>Who provides probation.</summary>
public enum Provider
{
    /// <summary>The Probation Service, from 26 June 2021.</summary>
    Ps,

    /// <summary>The National Probation Service, until then.</summary>
    Nps,

    /// <summary>A community rehabilitation company, until then.</summary>
    Crc,
}
