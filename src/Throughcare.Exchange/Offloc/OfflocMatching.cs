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
        PrisonNumbers = Numbers(IdentifierKind.Noms, today, row[OfflocField.PrisonNumber]),
        Pncs = Numbers(IdentifierKind.Pnc, today, [.. row.Items(OfflocField.Pnc)]),
        Cros = Numbers(IdentifierKind.Cro, today, row[OfflocField.Cro]),
        Bookings = Numbers(IdentifierKind.Booking, today, [row[OfflocField.BookingNumber], .. row.Items(OfflocField.PreviousBookings)]),
        Names = [MatchName.Of(row[OfflocField.LastName], row[OfflocField.FirstName], row[OfflocField.MiddleName])],
        BornOn = OfflocDates.Read(row[OfflocField.DateOfBirth]),
        Sex = MatchSexText.Read(row[OfflocField.Sex]),
        IsBookingActive = row[OfflocField.CustodyStatus].StartsWith("ACTIVE", StringComparison.OrdinalIgnoreCase),
    };

    private static IReadOnlyList<string> Numbers(IdentifierKind kind, DateOnly today, params IReadOnlyList<string> texts) =>
        [.. texts.Select(text => NumberReading.Of(kind, text, today)?.ToMatch).OfType<string>().Distinct(StringComparer.Ordinal)];
}
