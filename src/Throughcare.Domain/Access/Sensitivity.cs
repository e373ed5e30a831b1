namespace Throughcare.Domain.Access;

/// <summary>How closely an entry is held. Ordered: a reader needs at least the entry's level for that person.</summary>
/// <remarks>Codes and wording: <c>sensitivity-levels.csv</c>.</remarks>
public enum Sensitivity
{
    /// <summary>An ordinary entry.</summary>
    Standard = 0,

    /// <summary>Could cause harm or embarrassment if widely read.</summary>
    Sensitive = 1,

    /// <summary>MAPPA, security, intelligence, child contact, monitoring, third-party information.</summary>
    Restricted = 2,

    /// <summary>A victim's identity, views or contact details.</summary>
    Victim = 3,

    /// <summary>The whole case is limited to a named list.</summary>
    LimitedAccess = 4,
}
