using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Documents;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>How an actor stands to one person, asked once and then used for every entry of a page.</summary>
internal static class EntryReaders
{
    public static async Task<EntryReader> OfAsync(
        ThroughcareDb db, IReadOnlyCollection<PersonId> records, Actor actor, DateOnly today, CancellationToken stop)
    {
        var (own, unit) = (ReachHolder.Of(actor.StaffId), ReachHolder.Of(actor.Place));
        var kinds = await db.Reach
            .Where(r => records.Contains(r.PersonId) && (r.Holder == own || r.Holder == unit) && r.From <= today && (r.Until == null || r.Until >= today))
            .Select(r => r.Kind)
            .ToListAsync(stop);
        var isNamed = await db.Listings.Current().TrueOn(today)
            .AnyAsync(l => records.Contains(l.PersonId) && l.StaffId == actor.StaffId && l.Kind == ListingKind.Allowed, stop);
        return Of(actor, kinds, isNamed);
    }

    /// <summary>The same for each person of a list, with two queries.</summary>
    /// <param name="people">Each surviving record with all the records of that person.</param>
    public static async Task<IReadOnlyDictionary<PersonId, EntryReader>> OfManyAsync(
        ThroughcareDb db, IReadOnlyDictionary<PersonId, List<PersonId>> people, Actor actor, DateOnly today, CancellationToken stop)
    {
        var (own, unit) = (ReachHolder.Of(actor.StaffId), ReachHolder.Of(actor.Place));
        var records = people.Values.SelectMany(ids => ids).ToList();
        var kinds = (await db.Reach
            .Where(r => records.Contains(r.PersonId) && (r.Holder == own || r.Holder == unit) && r.From <= today && (r.Until == null || r.Until >= today))
            .Select(r => new { r.PersonId, r.Kind }).ToListAsync(stop)).ToLookup(r => r.PersonId, r => r.Kind);
        var named = (await db.Listings.Current().TrueOn(today)
            .Where(l => records.Contains(l.PersonId) && l.StaffId == actor.StaffId && l.Kind == ListingKind.Allowed).Select(l => l.PersonId).ToListAsync(stop)).ToHashSet();
        return people.ToDictionary(pair => pair.Key, pair => Of(actor, [.. pair.Value.SelectMany(id => kinds[id])], pair.Value.Exists(named.Contains)));
    }

    private static EntryReader Of(Actor actor, List<ReachKind> kinds, bool isNamed)
    {
        WorkRelationship[] ties = [.. kinds.Select(kind => kind.Relationship)];
        var held = ties.Contains(WorkRelationship.Sample) ? WorkRelationship.Sample
            : ties.Contains(WorkRelationship.OwnCase) ? WorkRelationship.OwnCase
            : ties.Contains(WorkRelationship.Unit) ? WorkRelationship.Unit
            : Roles.Of(actor.Role).Scope;   // whoever got this far without a row of their own has the reach of their role
        return new EntryReader(actor, held, isNamed, kinds);
    }
}

/// <summary>Decides what one actor reads of each entry of one person.</summary>
internal sealed record EntryReader(Actor Actor, WorkRelationship Held, bool IsNamed, IReadOnlyList<ReachKind> Kinds)
{
    public Reading Of(Contact contact) => Actor.Role is Role.System ? Reading.Whole : EntryReading.Of(Actor.ReadsAs, Held, (ContactTypes.Find(contact.Type) is { } type
        ? EntryToRead.Of(type, contact.Sensitivity)
        : new EntryToRead(contact.Sensitivity)) with
    {
        IsMine = contact.AuthorId == Actor.StaffId,
        IsThirdParty = contact.IsThirdParty,
        IsReaderNamed = IsNamed,
        IsShared = contact.Sharing is Sharing.Yes,
    });

    /// <summary>An entry without an author's choice of level, such as a movement.</summary>
    public Reading Of(Sensitivity level) =>
        Actor.Role is Role.System ? Reading.Whole : EntryReading.Of(Actor.ReadsAs, Held, new EntryToRead(level) { IsReaderNamed = IsNamed });

    /// <summary>Alerts say themselves who may see them.</summary>
    public bool MaySee(Alert alert) => Actor.Role is Role.System || AlertCodes.Find(alert.Code)?.WhoMaySee switch
    {
        null or AlertAudience.Staff => Held is not WorkRelationship.None,
        AlertAudience.PublicProtection => Permissions.May(Actor.Role, Verb.ReadRestricted, Held),
        AlertAudience.Security => Actor.Role is Role.Security or Role.PpStaff,
        _ => Permissions.May(Actor.Role, Verb.ReadVictim, Held),
    };

    /// <summary>A registration, at the level of its flag.</summary>
    public Reading Of(Registration registration) => Actor.Role is Role.System ? Reading.Whole : EntryReading.Of(Actor.ReadsAs, Held, new EntryToRead(registration.Sensitivity)
    {
        IsPublicProtection = RiskFlags.Find(registration.Code)?.Group is "mappa" or "public_protection" or "safeguarding" or "complexity",
        IsReaderNamed = IsNamed,
    });

    /// <summary>A document, at the level it is held at.</summary>
    public Reading Of(PersonDocument document) =>
        Actor.Role is Role.System ? Reading.Whole : EntryReading.Of(Actor.ReadsAs, Held, document.ToRead(Actor.StaffId) with { IsReaderNamed = IsNamed });

    /// <summary>Registrations that the actor may read.</summary>
    public IEnumerable<Registration> Visible(IEnumerable<Registration> registrations) => registrations.Where(r => Of(r) is Reading.Whole);

    /// <summary>Whether the actor may read all of the entries that something rests on.</summary>
    public bool MaySeeAll(IReadOnlyList<FactVersion> from) =>
        from.All(fact => fact switch
        {
            Alert alert => MaySee(alert),
            Registration registration => Of(registration) is Reading.Whole,
            PpoNomination nomination => MaySee(nomination),
            _ => true,
        });

    /// <summary>Whether the actor is told that there is victim contact, and that it was taken up; never who it is.</summary>
    public bool KnowsOfVictims => TellsOfVictims(Actor.Role);

    /// <summary>Whether a role is told of victim contact.</summary>
    public static bool TellsOfVictims(Role role) => role is Role.Com or Role.Spo or Role.HeadPdu or Role.Vlo or Role.VloManager or Role.System;

    /// <summary>A covert nomination is a restricted entry.</summary>
    public bool MaySee(PpoNomination nomination) => Of(nomination.IsCovert ? Sensitivity.Restricted : Sensitivity.Standard) is Reading.Whole;

    /// <summary>Alerts that the actor may see.</summary>
    public IEnumerable<Alert> Visible(IEnumerable<Alert> alerts) => alerts.Where(MaySee);
}
