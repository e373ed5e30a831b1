using Throughcare.Domain.Access;
using Throughcare.Domain.Record;

namespace Throughcare.Application.Access;

/// <summary>Whom a verb of an actor applies to, before any restriction.</summary>
internal abstract record Reach
{
    public sealed record Nobody : Reach;

    public sealed record Everyone : Reach;

    public sealed record Self(PersonId Person) : Reach;

    /// <param name="Names">Holders of reach, as <see cref="ReachHolder"/> writes them.</param>
    public sealed record Holders(IReadOnlyList<string> Names) : Reach;

    public static Reach Of(Actor actor, Verb verb) => actor.Role is Role.System ? new Everyone() : actor.PermitFor(verb)?.Needs switch
    {
        WorkRelationship.None or WorkRelationship.National => new Everyone(),
        WorkRelationship.Self => new Self(new(actor.StaffId.Value)),
        WorkRelationship.Unit when verb is Verb.RaiseAlert or Verb.ReadDueItems => Reading(actor),
        WorkRelationship.OwnCase when ScopeOf(actor) is WorkRelationship.OwnCase => Personal(actor),
        WorkRelationship.Unit or WorkRelationship.OwnCase or WorkRelationship.Author when ScopeOf(actor) is WorkRelationship.National => new Everyone(),
        WorkRelationship.Unit or WorkRelationship.OwnCase or WorkRelationship.Author or WorkRelationship.Area => Unit(actor),
        WorkRelationship.Region or WorkRelationship.Sample => Personal(actor),
        _ => new Nobody(),
    };

    /// <summary>Everyone whom the actor reaches by role and place, whatever the verb.</summary>
    public static Reach OfScope(Actor actor) => WidestOf(actor) switch
    {
        WorkRelationship.National => new Everyone(),
        WorkRelationship.None => new Nobody(),
        _ => Unit(actor),
    };

    /// <summary>The relationship that role and place alone give. Regional and national managers read one named case on
    /// request, so they have none.</summary>
    public static WorkRelationship WidestOf(Actor actor) => ScopeOf(actor) switch
    {
        _ when Permissions.Of(actor.Role, Verb.ReadRecord)?.Needs is WorkRelationship.Region => WorkRelationship.None,
        WorkRelationship.OwnCase or WorkRelationship.VictimCase => WorkRelationship.Unit,
        WorkRelationship.Unit or WorkRelationship.Area or WorkRelationship.Region or WorkRelationship.National => ScopeOf(actor),
        _ => WorkRelationship.None,
    };

    private static WorkRelationship ScopeOf(Actor actor) => Roles.Of(actor.Role).Scope;

    /// <remarks>Every member of staff has these verbs; they apply to those whose record the role reads.</remarks>
    private static Reach Reading(Actor actor) =>
        Permissions.Has(actor.Role, Verb.ReadRecord) ? Of(actor, Verb.ReadRecord)
        : Permissions.Has(actor.Role, Verb.ReadOwnEntriesAndPlan) ? Of(actor, Verb.ReadOwnEntriesAndPlan)
        : Personal(actor);

    private static Holders Personal(Actor actor) => new([ReachHolder.Of(actor.StaffId)]);

    private static Holders Unit(Actor actor) => new(
        [.. PlacesOf(actor).Select(ReachHolder.Of).Append(ReachHolder.Of(actor.StaffId))]);

    private static IEnumerable<PlaceCode> PlacesOf(Actor actor)
    {
        yield return actor.Place;

        // a region's people are those of its delivery units; a role with an area works for all of the region its unit is in
        var own = ProbationPlaces.Find(actor.Place.Text);
        var region = own is { Level: ProbationLevel.Region } ? own.Code : ScopeOf(actor) is WorkRelationship.Area or WorkRelationship.Region ? own?.ParentCode : null;
        foreach (var pdu in region is null ? [] : ProbationPlaces.PdusOf(region).Where(pdu => pdu.Code != actor.Place.Text))
        {
            yield return new(pdu.Code);
        }
    }
}
