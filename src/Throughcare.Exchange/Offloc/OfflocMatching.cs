using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Matching;
using Throughcare.Domain.Record.Offloc;

namespace Throughcare.Exchange.Offloc;

/// <summary>What is compared of a row of the prison file.</summary>
internal static class OfflocMatching
{
    /// <param name="today">The day of the file: it decides the century of short PNC numbers.</param>
    public static MatchFeatures Of(OfflocRow row, DateOnly today) => new()
    {
        Side = MatchSide.Prison,
        PrisonNumbers = PrisonNumber.TryParse(row[OfflocField.PrisonNumber], null, out var number) ? [number.ToString()] : [],
        Pncs = [.. row.Items(OfflocField.Pnc).Where(t => !PncNumber.IsMissing(t))
            .Select(t => PncNumber.TryParse(t, today, out var pnc) && pnc.HasValidCheckLetter ? pnc.ToString() : null).OfType<string>().Distinct()],
        Cros = CroNumber.TryParse(row[OfflocField.Cro], null, out var cro) && cro.HasValidCheckLetter ? [cro.ToString()] : [],
        Bookings = [.. row.Items(OfflocField.PreviousBookings).Prepend(row[OfflocField.BookingNumber])
            .Select(t => BookingNumber.TryParse(t, null, out var booking) ? booking.ToString() : null).OfType<string>().Distinct()],
        Names = [MatchName.Of(row[OfflocField.LastName], row[OfflocField.FirstName], row[OfflocField.MiddleName])],
        BornOn = OfflocDates.Read(row[OfflocField.DateOfBirth]),
        Sex = MatchSexText.Read(row[OfflocField.Sex]),
        IsBookingActive = row[OfflocField.CustodyStatus].StartsWith("ACTIVE", StringComparison.OrdinalIgnoreCase),
    };
}
