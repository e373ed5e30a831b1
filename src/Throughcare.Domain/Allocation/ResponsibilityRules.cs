namespace Throughcare.Domain.Allocation;

/// <summary>Who leads in effect: what was set by hand first, then what the rules say.</summary>
public static class ResponsibilityRules
{
    /// <summary>Set to probation, the COM leads; set to prison, the POM leads and the COM supports.</summary>
    public static Responsibility? Effective(Responsibility? calculated, ResponsibilitySide? byHand) => byHand switch
    {
        ResponsibilitySide.Probation => Responsibility.Community,
        ResponsibilitySide.Prison => Responsibility.CustodyWithCom,
        _ => calculated,
    };

    /// <summary>What the POM is to a case of which it is worked out who leads: "Responsible" or "Supporting".</summary>
    public static string? PomRole(Responsibility? responsibility) => responsibility switch { null => null, Responsibility.Community => "Supporting", _ => "Responsible" };

    /// <summary>As tables of examples write it, such as <c>CustodyWithCom</c>.</summary>
    public static string CodeOf(Responsibility responsibility) => responsibility.ToString();

    /// <summary>"The POM leads, and a COM supports".</summary>
    public static string Say(Responsibility responsibility) => responsibility switch
    {
        Responsibility.CustodyOnly => "The prison offender manager (POM) leads",
        Responsibility.CustodyWithCom => "The prison offender manager (POM) leads, a community offender manager (COM) supports",
        _ => "The community offender manager (COM) leads, the prison offender manager (POM) supports",
    };
}
