using Throughcare.Domain.Access;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;

namespace Throughcare.Domain.Standards;

/// <summary>Whose a due item is.</summary>
internal static class Owners
{
    /// <summary>Who holds the role for the person on the due date; where nobody does, the head of OMU of the prison or the manager of the team.</summary>
    /// <param name="then">The case on the due date, or today where that lies ahead.</param>
    /// <param name="now">The case today: an item that is due later goes with it.</param>
    public static (Role? Role, StaffId? Staff, PlaceCode? Place) Of(StandardRule rule, CaseFacts then, CaseFacts now)
    {
        if (rule.Responsible is not { } role)
        {
            return (null, null, Prison(then) ?? Team(then));
        }

        switch (role)
        {
            case Role.Pom:
                return Held(then, then.Pom.Value, role, Prison(then), Role.HeadOmu, Team(then));
            case Role.KeyWorker:
                return Held(then, then.KeyWorker.Value, role, Prison(then), Role.HeadOmu, Team(then));
            case Role.Com:
                return Held(then, then.Com.Value, role, Team(then), Role.Spo, Prison(then));
            case Role.CaseAdmin:
                return (role, then.CaseAdmin.Value?.StaffId, Prison(then) ?? Team(then));
            case Role.Spo or Role.HeadPdu or Role.Vlo or Role.MappaCoordinator:
                return (role, null, Team(then) ?? Team(now) ?? Prison(then));
            default:
                return (role, null, Prison(then) ?? Team(then));
        }
    }

    private static (Role? Role, StaffId? Staff, PlaceCode? Place) Held(
        CaseFacts facts, Allocation.ManagerAssignment? holder, Role role, PlaceCode? place, Role otherwise, PlaceCode? elsewhere) =>
        holder is not null && facts.AsAt >= holder.ValidFrom
            ? (role, holder.StaffId, place ?? holder.Place ?? elsewhere)
            : (otherwise, null, place ?? elsewhere);

    private static PlaceCode? Prison(CaseFacts facts) => facts.EstablishmentCode is { HasValue: true, Value: var prison } ? prison : null;

    private static PlaceCode? Team(CaseFacts facts) => facts.Com.Value?.Place;
}
