using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Access;

/// <summary>The policy of the product: <c>permissions.csv</c> joined with the reach that is kept for each person.</summary>
public sealed class ReachPolicy(ThroughcareDb db, TimeProvider clock) : AccessPolicy
{
    /// <summary>Merges of merges are followed this far.</summary>
    private const int MaxMerges = 16;

    public override IQueryable<PersonId> People(Actor actor, Verb verb)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var staff = actor.StaffId;
        var today = clock.GetUtcNow().LondonDate;
        var people = Reached(Reach.Of(actor, verb), actor);
        if (actor.Role is Role.System)
        {
            return people;
        }

        var restricted = db.Restrictions.Current().TrueOn(today);
        var excluded = db.Listings.Current().TrueOn(today).Where(l => l.StaffId == staff && l.Kind == ListingKind.Excluded).Select(l => l.PersonId);
        var listed = db.Listings.Current().TrueOn(today).Where(l => l.StaffId == staff && l.Kind == ListingKind.Allowed).Select(l => l.PersonId);
        var glass = Running().Where(r => r.Holder == ReachHolder.Of(staff) && r.Kind == ReachKind.BreakGlass).Select(r => r.PersonId);

        // search says that a limited-access person exists, and break-glass and its review are for them: only a hidden one is not there
        return verb switch
        {
            Verb.SearchNation => people.Where(p => !restricted.Any(r => r.PersonId == p && r.HidesExistence) || listed.Contains(p)),
            Verb.BreakGlass or Verb.DecideAccess => people.Where(p =>
                (!restricted.Any(r => r.PersonId == p && r.HidesExistence) || listed.Contains(p)) && !excluded.Contains(p)),
            _ => people.Where(p =>
                (!restricted.Any(r => r.PersonId == p) || listed.Contains(p) || glass.Contains(p)) && !excluded.Contains(p)),
        };
    }

    public override async Task<Refusal?> RefusalAsync(Verb verb, PersonId person, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        if (actor.Role is Role.System)
        {
            return null;
        }

        if (!actor.Has(verb))
        {
            return Refusals.OfRole(verb);
        }

        return await StandingAsync(person, actor, Reach.Of(actor, verb), stop) switch
        {
            null or { Hides: true, Listed: false } => Refusals.NotFound,
            { AskTeam: { } team, Listed: false, Glass: false } when verb is not (Verb.SearchNation or Verb.BreakGlass or Verb.DecideAccess) => Refusals.Limited(team),
            { Excluded: true } excluded when verb is not Verb.SearchNation => Refusals.Limited(excluded.AskTeam ?? excluded.Unit),
            { Reached: true } => null,
            _ => Refusals.Reach,
        };
    }

    public override async Task<Sensitivity?> SensitivityOfAsync(PersonId person, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        if (actor.Role is Role.Inspector)
        {
            return await RefusalAsync(Verb.ReadRecord, person, actor, stop) is null ? Sensitivity.Restricted : null;
        }

        return await base.SensitivityOfAsync(person, actor, stop);
    }

    public override async Task<PersonId?> SurvivorAsync(PersonId person, CancellationToken stop)
    {
        for (var i = 0; i < MaxMerges; i++)
        {
            var found = await db.People.Where(p => p.Id == person).Select(p => new { p.SurvivorId }).SingleOrDefaultAsync(stop);
            if (found?.SurvivorId is not { } survivor)
            {
                return found is null ? null : person;
            }

            person = survivor;
        }

        return null;
    }

    public override async Task<WorkRelationship> RelationshipAsync(PersonId person, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        if (await SurvivorAsync(person, stop) is not { } survivor)
        {
            return WorkRelationship.None;
        }

        if (actor.Role is Role.Prisoner)
        {
            return survivor.Value == actor.StaffId.Value ? WorkRelationship.Self : WorkRelationship.None;
        }

        var own = ReachHolder.Of(actor.StaffId);
        var personal = await Running().Where(r => r.PersonId == survivor && r.Holder == own).Select(r => r.Kind).ToListAsync(stop);
        return personal.Contains(ReachKind.Sample) && actor.Role is Role.Inspector ? WorkRelationship.Sample
            : personal.Count > 0 ? WorkRelationship.OwnCase
            : await Reached(Reach.OfScope(actor), actor).ContainsAsync(survivor, stop) ? Reach.WidestOf(actor)
            : WorkRelationship.None;
    }

    private async Task<Standing?> StandingAsync(PersonId person, Actor actor, Reach reach, CancellationToken stop)
    {
        if (await SurvivorAsync(person, stop) is not { } survivor)
        {
            return null;
        }

        var staff = actor.StaffId;
        var own = ReachHolder.Of(staff);
        var today = clock.GetUtcNow().LondonDate;
        var reached = Reached(reach, actor);
        var running = Running();

        var standing = await db.People.Where(p => p.Id == survivor).Select(p => new
        {
            Restriction = db.Restrictions.Current().TrueOn(today).Where(r => r.PersonId == p.Id)
                .OrderByDescending(r => r.HidesExistence).Select(r => new { r.HidesExistence, r.AskTeam }).FirstOrDefault(),
            Listed = db.Listings.Current().TrueOn(today).Any(l => l.PersonId == p.Id && l.StaffId == staff && l.Kind == ListingKind.Allowed),
            Excluded = db.Listings.Current().TrueOn(today).Any(l => l.PersonId == p.Id && l.StaffId == staff && l.Kind == ListingKind.Excluded),
            Glass = running.Any(r => r.PersonId == p.Id && r.Holder == own && r.Kind == ReachKind.BreakGlass),
            Reached = reached.Contains(p.Id),
            Unit = running.Where(r => r.PersonId == p.Id && r.Kind == ReachKind.Unit).OrderBy(r => r.Holder).Select(r => r.Holder).FirstOrDefault(),
        }).SingleAsync(stop);

        return new(
            standing.Restriction?.HidesExistence is true, standing.Restriction?.AskTeam, standing.Listed, standing.Excluded, standing.Glass,
            standing.Reached, standing.Unit is null ? "the data protection officer" : Places.Name(new(standing.Unit[2..])));
    }

    private IQueryable<PersonId> Reached(Reach reach, Actor actor) => reach switch
    {
        Reach.Everyone => db.People.Where(p => p.SurvivorId == null).Select(p => p.Id),
        Reach.Holders { Names: [var holder] } =>
            Running().Where(r => r.Holder == holder).Select(r => r.PersonId).Distinct(),
        Reach.Holders { Names: var holders } =>
            Running().Where(r => holders.Contains(r.Holder)).Select(r => r.PersonId).Distinct(),
        Reach.Self => db.People.Where(p => p.Id == new PersonId(actor.StaffId.Value)).Select(p => p.Id),
        _ => db.People.Where(_ => false).Select(p => p.Id),
    };

    private IQueryable<PersonReach> Running()
    {
        var now = clock.GetUtcNow();
        var today = now.LondonDate;
        return db.Reach.Where(r => r.From <= today && (r.Until == null || r.Until >= today) && (r.EndsAt == null || r.EndsAt > now));
    }

    /// <summary>How one actor stands to one person.</summary>
    private sealed record Standing(bool Hides, string? AskTeam, bool Listed, bool Excluded, bool Glass, bool Reached, string Unit);
}
