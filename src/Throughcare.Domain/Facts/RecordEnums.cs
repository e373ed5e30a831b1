namespace Throughcare.Domain.Facts;

/// <summary>Sex at registration: codes M, F, N and NS. Only the first two satisfy a rule on sex.</summary>
public enum Sex
{
    Male,
    Female,
    NotKnown,
    NotSpecified,
}

/// <summary>Assessment, care in custody and teamwork: how a person at risk of self-harm is looked after.</summary>
public enum AcctState
{
    None,

    /// <summary>Alert HA.</summary>
    Open,

    /// <summary>Alert HA1.</summary>
    PostClosure,

    /// <summary>Alert HA2.</summary>
    Closed,
}

/// <summary>Person posing a risk to children.</summary>
public enum PprcStatus
{
    None,

    /// <summary>Alert CPRC.</summary>
    Potential,

    /// <summary>Alert CPC.</summary>
    Confirmed,

    NotPprc,
}

/// <summary>Category of multi-agency public protection arrangements.</summary>
public enum MappaCategory
{
    None = 0,
    Cat1 = 1,
    Cat2 = 2,
    Cat3 = 3,
    Cat4 = 4,
}

/// <summary>Level of multi-agency public protection arrangements.</summary>
public enum MappaLevel
{
    None = 0,
    L1 = 1,
    L2 = 2,
    L3 = 3,

    /// <summary>A case whose level is still to be set: rules on a number read it as unknown.</summary>
    ToBeConfirmed,
}
