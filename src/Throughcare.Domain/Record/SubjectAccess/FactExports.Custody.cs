using Throughcare.Domain.Allocation;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;

namespace Throughcare.Domain.Record.SubjectAccess;

/// <summary>Time in custody, and who worked with the person.</summary>
public static partial class FactExports
{
    private static IEnumerable<FactExport> Held() =>
    [
        FactExport.Giving<CustodyEpisode>(ExportSection.Custody, "Stay in custody", stay => new ExportLines().Add("Booking number", stay.BookingNumber)),
        FactExport.Giving<CellLocation>(ExportSection.Custody, "Where you were held", location => new ExportLines()
            .Add("Prison", (PlaceCode?)location.Prison).Add("Cell", location.Cell).Add("Why you came to this prison", MovementReasons.Words("TRN", location.TransferReason))),
        FactExport.Giving<CustodyStatus>(ExportSection.Custody, "How you were held", status => new ExportLines()
            .Add("Status", status.Status).Add("Held under", status.LegalStatus, ImprisonmentStatuses.Table)
            .Add("Security category", status.SecurityCategory, SecurityCategories.Table).Add("Category changed on", status.CategoryChangedOn)
            .Add("Category to be reviewed on", status.CategoryReviewOn).Add("Incentive level", status.IncentiveLevel, CodeLists.IncentiveLevel)
            .Add("Held as", status.AdultOrYoungPerson).Add("In work", status.Employed?.Text).Add("Court", status.CourtName).Add("Code of the court", status.CourtCode)
            .Add("Court, as given a second time", status.CourtName2 == status.CourtName ? null : status.CourtName2).Add("What the court decided", status.CourtOutcome)),
        FactExport.Giving<Movement>(ExportSection.Custody, "Movement", movement => new ExportLines()
            .Add("What happened", CodeLists.MovementTypes.Find(movement.Type)?.Description ?? movement.Type)
            .Add("Why", MovementEffects.Find(movement.Reason)?.Description ?? (movement.NationalCode is { } code ? MovementReasons.Find(movement.Type, code)?.Description ?? code : null))
            .Add("When", Words.DateAndTime(movement.HappenedAt)).Add("From", movement.From).Add("To", movement.To)
            .Add("Due back", movement.DueBackAt is { } due ? Words.DateAndTime(due) : null).Add("Establishment, as given", movement.EstablishmentName)
            .Add("Reason for the transfer", MovementReasons.Words("TRN", movement.TransferReason)).Text("Escort", movement.Escort).Text("Comment", movement.Comment)),
        FactExport.For<TransferBooking>(ExportSection.Custody, "Transfer that was booked", (booking, _) => new ExportLines()
            .Add("From", (PlaceCode?)booking.From).Add("To", (PlaceCode?)booking.To).Add("Day of the move", (DateOnly?)booking.MoveOn).Add("Why", MovementEffects.Find(booking.Reason)?.Description)
            .Add("How it ended", booking.End).Text("Comment", booking.Comment).Text("Why it was called off", booking.EndReason)
            .Under("Transfer that was booked", booking.End is null ? "It may tell of a move that has not happened yet" : null)),
        FactExport.Giving<PrisonActivity>(ExportSection.Custody, "Work, education or activity", activity => new ExportLines()
            .Add("Prison", (PlaceCode?)activity.Prison).Add("Activity", activity.Activity).Add("Where", activity.Place).Add("Begins", TimeOf(activity.StartsAt)).Add("Ends", TimeOf(activity.EndsAt))),
        FactExport.For<ManagerAssignment>(ExportSection.Staff, "Somebody who worked with you", Manager),
        FactExport.Giving<AreaTransfer>(ExportSection.Staff, "Transfer to another area", transfer => new ExportLines()
            .Text("Reason", transfer.Reason).Add("How far it came", transfer.Status)),
        .. Allocated(),
    ];

    /// <remarks>Staff who act in a role are named in it; those whose very part would tell of victims, security or monitoring are not.</remarks>
    private static Treatment Manager(ManagerAssignment manager, ExportContext context) => StaffShown.RuleFor(manager.Role) is { } rule
        ? new Treatment.Withheld(rule)
        : new ExportLines().Add("Role", Access.Roles.Of(manager.Role).Name).Add("Name", manager.Name).Add("Team", manager.Team).Add("Place", manager.Place)
            .Add("Why it ended", CodeLists.AllocationEndReasons.Find(manager.EndReason)?.Description ?? manager.EndReason)
            .Text("Why they, though they had much work already", manager.OverCapacityReason).Under("Somebody who worked with you", manager.OverCapacityReason is null ? null : WrittenForStaff);

    private static string? TimeOf(int? minutes) => minutes is { } m ? TimeText.Format(new TimeOnly(m / 60 % 24, m % 60)) : null;
}
