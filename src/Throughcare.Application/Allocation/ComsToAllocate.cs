using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>The people of an office in whose case a COM has a part and nobody is named: by name neither, nor by email.</summary>
public sealed class ComsToAllocate(ThroughcareDb db, AccessPolicy access)
{
    private const int Most = 500;

    /// <param name="RoleNeeded">"Responsible" or "Supporting".</param>
    public sealed record Row(PersonId PersonId, string Address, string LastCommaFirst, string? Tier, RoshLevel? Rosh, PlaceCode? Prison, string RoleNeeded, DateOnly? Handover);

    /// <returns>The first handover first.</returns>
    public async Task<IReadOnlyList<Row>> OfAsync(Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var people = access.People(actor, Verb.AllocateCom);
        var rows = await db.Standings
            .Where(s => s.IsInScope == true && s.Com == null && s.ComName == null && (s.Responsibility == Responsibility.Community || s.Responsibility == Responsibility.CustodyWithCom) && people.Contains(s.PersonId))
            .OrderBy(s => s.Handover == null).ThenBy(s => s.Handover).ThenBy(s => s.PersonId).Take(Most).ToListAsync(stop);
        var names = await PeopleNames.OfAsync(db, rows.ConvertAll(s => s.PersonId), stop);
        return
        [
            .. rows.Select(s => new Row(
                s.PersonId, names[s.PersonId].Address, names[s.PersonId].LastCommaFirst, s.Tier, s.Rosh, s.Prison, s.Responsibility is Responsibility.Community ? "Responsible" : "Supporting", s.Handover)),
        ];
    }
}
