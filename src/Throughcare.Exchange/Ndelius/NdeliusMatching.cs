using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Matching;
using Throughcare.Domain.Record.Ndelius;

namespace Throughcare.Exchange.Ndelius;

/// <summary>What is compared of a row of the probation extract.</summary>
internal static class NdeliusMatching
{
    /// <param name="today">The day of the file: it decides the century of short PNC numbers.</param>
    /// <returns><see langword="null"/> for a row without the line of the person.</returns>
    public static MatchFeatures? Of(NdeliusRow row, DateOnly today) => NdeliusIdentity.Of(row, today) is not { } said ? null : new()
    {
        Side = MatchSide.Probation,
        PrisonNumbers = One(said.PrisonNumber),
        Crns = One(said.Crn),
        Pncs = said.Pncs,
        Cros = said.Cros,
        Bookings = One(said.Booking),
        Names =
        [
            MatchName.Of(said.Surname, said.Forename, said.Middle),
            .. said.PreviousSurname is { } previous ? new[] { MatchName.Of(previous, said.Forename, said.Middle) } : [],
            .. said.Aliases.Select(a => MatchName.Of(a.Surname, a.Forename, a.Middle)),
        ],
        BornOn = said.BornOn,
        Sex = MatchSexText.Read(said.Sex),
    };

    private static IReadOnlyList<string> One(string? number) => number is null ? [] : [number];
}

/// <summary>Whose task a row is.</summary>
internal static class NdeliusPlaces
{
    /// <summary>The delivery unit of the manager in the row, or the nation where none is known.</summary>
    public static PlaceCode OwnerOf(NdeliusRow row) => DecideNdelius.UnitOf(row) ?? PlaceCode.Nation;
}
