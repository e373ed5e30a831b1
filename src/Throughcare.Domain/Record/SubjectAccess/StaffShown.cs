using Throughcare.Domain.Access;

namespace Throughcare.Domain.Record.SubjectAccess;

/// <summary>How members of staff appear in an export: by role and name, as far as their role may be known.</summary>
public static class StaffShown
{
    /// <summary>Why the part of somebody in this role is withheld; <see langword="null"/> where it is not.</summary>
    public static WithholdingRule? RuleFor(Role role) => role switch
    {
        Role.Vlo or Role.VloManager or Role.PartnerLinkWorker => WithholdingRule.Victim,
        Role.Security or Role.Censor => WithholdingRule.Security,
        Role.PpoTracker or Role.PpStaff or Role.MappaCoordinator or Role.MappChair or Role.DaSpoc => WithholdingRule.PublicProtection,
        _ => null,
    };

    /// <summary>"Key worker, Hetty Albright"; "A member of staff" where the role itself would tell too much; "Throughcare" for the system.</summary>
    /// <param name="name">As recorded; <see langword="null"/> where it is not known.</param>
    public static string Words(Role role, StaffId staff, string? name) =>
        role is Role.System || staff == StaffId.System ? "Throughcare"
        : RuleFor(role) is not null ? "A member of staff"
        : name is null ? Roles.Of(role).Name
        : $"{Roles.Of(role).Name}, {name}";
}
