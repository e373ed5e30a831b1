using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Application.Record.Matching;

/// <summary>The two look-ups by which candidates are found; each is answered by an index. Lists go as one parameter, so that
/// a thousand rows make the same statement as one.</summary>
public static class MatchLookups
{
    private static readonly IdentifierKind[] Kinds =
        [IdentifierKind.Noms, IdentifierKind.Crn, IdentifierKind.Pnc, IdentifierKind.Cro, IdentifierKind.Booking];

    /// <summary>A surname of somebody born on a day.</summary>
    public sealed record Birth(DateOnly Day, string Last, PersonId PersonId);

    /// <summary>Who has these numbers: those with a right check letter alone.</summary>
    public static IQueryable<PersonIdentifier> Numbers(ThroughcareDb db, List<string> numbers)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Identifiers.Current()
            .Where(i => EF.Parameter(numbers).Contains(i.Canonical) && EF.Constant(Kinds).Contains(i.Kind) && i.Check == IdentifierCheck.Valid);
    }

    /// <summary>Every surname of everybody born on these days.</summary>
    public static IQueryable<Birth> Births(ThroughcareDb db, List<DateOnly?> days)
    {
        ArgumentNullException.ThrowIfNull(db);
        return from d in db.Details.Current()
               where EF.Parameter(days).Contains(d.DateOfBirth)
               join n in db.Names.Current() on d.PersonId equals n.PersonId
               select new Birth(d.DateOfBirth!.Value, n.Last, n.PersonId);
    }
}
