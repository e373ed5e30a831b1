using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Access;

/// <summary>Finds whom an address names, following merges, and says what search shows of anybody.</summary>
/// <remarks>Asks nothing about access: the caller does, before it shows any of this.</remarks>
public sealed class FindPerson(ThroughcareDb db, AccessPolicy access, TimeProvider clock)
{
    /// <param name="Key">What stands for the person in addresses.</param>
    /// <param name="Place">Who holds or supervises them; <see langword="null"/> for nobody.</param>
    public sealed record Found(PersonId Id, PersonKey Key, string Last, string? First, string? PrisonNumber, string? Crn, PlaceCode? Place)
    {
        public string Address => Key.ToString();

        public string LastCommaFirst => First is null ? Last : $"{Last}, {First}";

        public string? Number => PrisonNumber ?? Crn;

        public string Where => Place is { } place ? Places.Name(place) : "Not in custody or supervised";
    }

    /// <returns><see langword="null"/> where nobody has this address.</returns>
    public async Task<Found?> DoAsync(PersonKey key, CancellationToken stop) => key switch
    {
        PersonKey.ById by => await ByIdAsync(by.Id, stop),
        PersonKey.ByPrisonNumber by => await ByNumberAsync(IdentifierKind.Noms, by.Number.ToString(), stop),
        PersonKey.ByCrn by => await ByNumberAsync(IdentifierKind.Crn, by.Number.ToString(), stop),
        _ => null,
    };

    private async Task<Found?> ByNumberAsync(IdentifierKind kind, string number, CancellationToken stop)
    {
        var owners = await db.Identifiers.Current().Where(i => i.Kind == kind && i.Canonical == number)
            .OrderByDescending(i => i.Check == IdentifierCheck.Valid).ThenBy(i => i.Recorded.At).Select(i => i.PersonId).Take(1).ToListAsync(stop);
        return owners.Count == 0 ? null : await ByIdAsync(owners[0], stop);
    }

    private async Task<Found?> ByIdAsync(PersonId id, CancellationToken stop)
    {
        if (await access.SurvivorAsync(id, stop) is not { } person)
        {
            return null;
        }

        var today = clock.GetUtcNow().LondonDate;
        var name = await db.Names.Current().Where(n => n.PersonId == person && n.Type == NameType.Current)
            .OrderByDescending(n => n.ValidFrom).Select(n => new { n.Last, n.First }).FirstOrDefaultAsync(stop);
        var numbers = await db.Identifiers.Current()
            .Where(i => i.PersonId == person && (i.Kind == IdentifierKind.Noms || i.Kind == IdentifierKind.Crn)).ToListAsync(stop);
        var holder = await db.Reach.Where(r => r.PersonId == person && r.Kind == ReachKind.Unit && r.From <= today && (r.Until == null || r.Until >= today))
            .OrderByDescending(r => r.From).Select(r => r.Holder).FirstOrDefaultAsync(stop);

        return new(
            person, PersonKey.For(person, numbers), name?.Last ?? "Name not recorded", name?.First,
            numbers.Standing(IdentifierKind.Noms)?.Canonical, numbers.Standing(IdentifierKind.Crn)?.Canonical, holder is null ? null : new PlaceCode(holder[2..]));
    }
}
