using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Names and addresses of the people on a list, with two queries.</summary>
internal sealed class PeopleNames
{
    private static readonly PersonName NotRecorded = new("", "Name not recorded");

    private readonly Dictionary<PersonId, PersonName> _people;

    private PeopleNames(Dictionary<PersonId, PersonName> people) => _people = people;

    public sealed record PersonName(string Address, string LastCommaFirst);

    public PersonName this[PersonId person] => _people.GetValueOrDefault(person) ?? NotRecorded with { Address = person.ToString() };

    public static async Task<PeopleNames> OfAsync(ThroughcareDb db, List<PersonId> people, CancellationToken stop)
    {
        if (people.Count == 0)
        {
            return new PeopleNames([]);
        }

        var names = await db.Names.Current().Where(n => people.Contains(n.PersonId) && n.Type == NameType.Current)
            .Select(n => new { n.PersonId, n.Last, n.First, n.ValidFrom }).ToListAsync(stop);
        var numbers = (await db.Identifiers.Current()
            .Where(i => people.Contains(i.PersonId) && (i.Kind == IdentifierKind.Noms || i.Kind == IdentifierKind.Crn)).ToListAsync(stop)).ToLookup(n => n.PersonId);

        return new PeopleNames(names.GroupBy(n => n.PersonId).ToDictionary(
            g => g.Key,
            g => g.MaxBy(n => n.ValidFrom) is var n ? new PersonName(PersonKey.For(g.Key, [.. numbers[g.Key]]).ToString(), n!.First is null ? n.Last : $"{n.Last}, {n.First}") : NotRecorded));
    }
}
