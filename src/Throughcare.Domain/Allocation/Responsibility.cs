namespace Throughcare.Domain.Allocation;

/// <summary>Who leads a case and who supports.</summary>
/// <remarks>Source: offender-management-allocation-manager (ministryofjustice), handover.</remarks>
public enum Responsibility
{
    /// <summary>The POM leads; the COM has no part.</summary>
    CustodyOnly,

    /// <summary>The POM leads, the COM supports.</summary>
    CustodyWithCom,

    /// <summary>The COM leads, the POM supports.</summary>
    Community,
}
