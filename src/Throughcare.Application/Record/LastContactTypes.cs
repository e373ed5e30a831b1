using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>The kinds of contact that somebody may choose from, those that they used last first.</summary>
public sealed class LastContactTypes(ThroughcareDb db)
{
    private const int Most = 3;

    private const int ContactsRead = 50;

    /// <param name="Lately">At most three, the last used first.</param>
    /// <param name="Others">The rest, by name.</param>
    public sealed record Kinds(IReadOnlyList<ContactType> Lately, IReadOnlyList<ContactType> Others);

    public async Task<Kinds> OfAsync(Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var allowed = ContactRecorders.TypesFor(actor.Role).ToDictionary(type => type.Code);
        var used = await db.Contacts.Current()
            .Where(c => c.AuthorId == actor.StaffId)
            .OrderByDescending(c => c.FirstRecordedAt)
            .Take(ContactsRead)
            .Select(c => c.Type)
            .ToListAsync(stop);
        var lately = used.Distinct().Where(allowed.ContainsKey).Take(Most).Select(code => allowed[code]).ToList();
        return new Kinds(lately, [.. allowed.Values.Except(lately).OrderBy(type => type.Description, StringComparer.Ordinal)]);
    }
}
