using Throughcare.Application.Record;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Offloc;

namespace Throughcare.Exchange.Csv;

/// <summary>Whom a row means by the numbers that it gives.</summary>
internal static class FoundPerson
{
    public const string UnknownPerson = "UNKNOWN_PERSON";
    public const string PersonsDiffer = "KEY_PERSON_DISAGREES";

    /// <summary>The person of the CRN, else of the prison number. Nobody is made.</summary>
    /// <returns>Either the person or what is wrong.</returns>
    public static (PersonId? Person, RowProblem? Problem) Of(PeopleByNumber people, string? crn, string? noms)
    {
        var (byCrn, byNoms) = (people[IdentifierKind.Crn, crn], people[IdentifierKind.Noms, noms]);
        return (byCrn, byNoms) switch
        {
            ({ Count: > 1 }, _) => (null, Error("crn", crn!, PersonsDiffer, "More than one person on record has this CRN; settle that first")),
            (_, { Count: > 1 }) => (null, Error("nomis_number", noms!, PersonsDiffer, "More than one person on record has this prison number; settle that first")),
            ([var one], [var other]) when one != other => (null, Error("crn", crn!, PersonsDiffer, "The CRN and the prison number are of different people; check both")),
            ([var one], _) => (one, null),
            (_, [var other]) => (other, null),
            _ => (null, Error(crn is null ? "nomis_number" : "crn", crn ?? noms ?? "", UnknownPerson, "Nobody on record has this number; import the person first")),
        };
    }

    /// <summary>The person of a booking number.</summary>
    public static (PersonId? Person, RowProblem? Problem) OfBooking(PeopleByNumber people, string booking) => people[IdentifierKind.Booking, booking] switch
    {
        [var one] => (one, null),
        [] => (null, Error("booking_number", booking, UnknownPerson, "Nobody on record has this booking number; import the person first")),
        _ => (null, Error("booking_number", booking, PersonsDiffer, "More than one person on record has this booking number; settle that first")),
    };

    public static RowProblem Error(string column, string value, string code, string message) => new(column, value, code, message, ImportSeverity.Error);
}
