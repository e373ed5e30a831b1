using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record;
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
        var people = Reached(Reach.Of(actor, verb));
        if (actor.Role is Role.System)
        {
            return people;
        }

        // each record keeps its own limit through a merge, so that the stricter applies: one is closed to whoever is not on its list
        var restricted = db.Restrictions.Current().TrueOn(today);
        var listings = db.Listings.Current().TrueOn(today).Where(l => l.StaffId == staff);
        var listed = listings.Where(l => l.Kind == ListingKind.Allowed).Select(l => l.PersonId);
        var excluded = MergedRecords.Survivors(db, listings.Where(l => l.Kind == ListingKind.Excluded).Select(l => l.PersonId));
        var closed = MergedRecords.Survivors(db, restricted.Where(r => !listed.Contains(r.PersonId)).Select(r => r.PersonId));
        var hidden = MergedRecords.Survivors(db, restricted.Where(r => r.HidesExistence && !listed.Contains(r.PersonId)).Select(r => r.PersonId));
        var glass = MergedRecords.Survivors(db, Running().Where(r => r.Holder == ReachHolder.Of(staff) && r.Kind == ReachKind.BreakGlass).Select(r => r.PersonId));

        // search says that a limited-access person exists, and break-glass and its review are for them: only a hidden one is not there
        return verb switch
        {
            Verb.SearchNation => people.Where(p => !hidden.Contains(p)),
            Verb.BreakGlass or Verb.DecideAccess => people.Where(p => !hidden.Contains(p) && !excluded.Contains(p)),
            _ => people.Where(p => (!closed.Contains(p) || glass.Contains(p)) && !excluded.Contains(p)),
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
            null or { Hides: true } => Refusals.NotFound,
            { ClosedBy: { } team, Glass: false } when verb is not (Verb.SearchNation or Verb.BreakGlass or Verb.DecideAccess) => Refusals.Limited(team),
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
        var records = await MergedRecords.OfAsync(db, survivor, stop);
        var personal = await Running().Where(r => records.Contains(r.PersonId) && r.Holder == own).Select(r => r.Kind).ToListAsync(stop);
        return personal.Contains(ReachKind.Sample) && actor.Role is Role.Inspector ? WorkRelationship.Sample
            : personal.Count > 0 ? WorkRelationship.OwnCase
            : await Reached(Reach.OfScope(actor)).ContainsAsync(survivor, stop) ? Reach.WidestOf(actor)
            : WorkRelationship.None;
    }

    private async Task<Standing?> StandingAsync(PersonId person, Actor actor, Reach reach, CancellationToken stop)
    {
        if (await SurvivorAsync(person, stop) is not { } survivor)
        {
            return null;
        }

        // few records have others merged into them: the question about all of them is asked only then
        var standing = await StandingAsync(survivor, [survivor], actor, reach, stop);
        return standing.HasMembers ? await StandingAsync(survivor, await MergedRecords.OfAsync(db, survivor, stop), actor, reach, stop) : standing;
    }

    private async Task<Standing> StandingAsync(PersonId survivor, List<PersonId> records, Actor actor, Reach reach, CancellationToken stop)
    {
        var staff = actor.StaffId;
        var own = ReachHolder.Of(staff);
        var today = clock.GetUtcNow().LondonDate;
        var running = Running().Where(r => records.Contains(r.PersonId));
        var restrictions = db.Restrictions.Current().TrueOn(today).Where(r => records.Contains(r.PersonId));
        var listings = db.Listings.Current().TrueOn(today).Where(l => l.StaffId == staff && records.Contains(l.PersonId));
        var closed = restrictions.Where(r => !listings.Any(l => l.PersonId == r.PersonId && l.Kind == ListingKind.Allowed)).OrderByDescending(r => r.HidesExistence);
        var holders = reach is Reach.Holders { Names: var names } ? names : [];

        var standing = await db.People.Where(p => p.Id == survivor).Select(p => new
        {
            HasMembers = db.People.Any(m => m.SurvivorId == p.Id),
            Hides = closed.Any(r => r.HidesExistence),
            ClosedBy = closed.Select(r => r.AskTeam).FirstOrDefault(),
            AskTeam = restrictions.OrderByDescending(r => r.HidesExistence).Select(r => r.AskTeam).FirstOrDefault(),
            Excluded = listings.Any(l => l.Kind == ListingKind.Excluded),
            Glass = running.Any(r => r.Holder == own && r.Kind == ReachKind.BreakGlass),
            Held = running.Any(r => holders.Contains(r.Holder)),
            Unit = running.Where(r => r.Kind == ReachKind.Unit).OrderBy(r => r.Holder).Select(r => r.Holder).FirstOrDefault(),
        }).SingleAsync(stop);

        var reached = reach switch
        {
            Reach.Everyone => true,
            Reach.Self self => self.Person == survivor,
            _ => standing.Held,
        };
        return new(
            standing.HasMembers, standing.Hides, standing.ClosedBy, standing.AskTeam, standing.Excluded, standing.Glass,
            reached, standing.Unit is null ? "the data protection officer" : Places.Name(new(standing.Unit[2..])));
    }

    private IQueryable<PersonId> Reached(Reach reach) => reach switch
    {
        Reach.Everyone => db.People.Where(p => p.SurvivorId == null).Select(p => p.Id),
        Reach.Holders { Names: [var holder] } => MergedRecords.Survivors(db, Running().Where(r => r.Holder == holder).Select(r => r.PersonId)),
        Reach.Holders { Names: var holders } => MergedRecords.Survivors(db, Running().Where(r => holders.Contains(r.Holder)).Select(r => r.PersonId)),
        Reach.Self self => db.People.Where(p => p.Id == self.Person).Select(p => p.Id),
        _ => db.People.Where(_ => false).Select(p => p.Id),
    };

    private IQueryable<PersonReach> Running()
    {
        var now = clock.GetUtcNow();
        var today = now.LondonDate;
        return db.Reach.Where(r => r.From <= today && (r.Until == null || r.Until >= today) && (r.EndsAt == null || r.EndsAt > now));
    }

    /// <summary>How one actor stands to one person.</summary>
    /// <param name="HasMembers">Other records were merged into this one.</param>
    /// <param name="ClosedBy">Whom to ask, where a limit has a list that the actor is not on.</param>
    /// <param name="AskTeam">Whom to ask, where there is a limit at all.</param>
    private sealed record Standing(
        bool HasMembers, bool Hides, string? ClosedBy, string? AskTeam, bool Excluded, bool Glass, bool Reached, string Unit);
}
