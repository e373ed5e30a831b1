using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Standards;

namespace Throughcare.Application.Standards;

/// <summary>Who may see and decide what of due items, beyond reaching the person.</summary>
internal static class DueAccess
{
    /// <summary>The roles in which an actor acts: a head of OMU who stands in has another besides.</summary>
    public static IReadOnlyList<Role> RolesOf(Actor actor) => actor.StandsInForHomd ? [actor.Role, Role.Homd] : [actor.Role];

    /// <summary>Whether the actor answers for the work of a whole prison or team.</summary>
    public static bool ManagesAUnit(Actor actor) => actor.Has(Verb.ExemptDueItem);

    /// <summary>What is due for victims is told to those alone who are told of them.</summary>
    public static IQueryable<DueItem> SeenBy(this IQueryable<DueItem> items, Actor actor) =>
        EntryReader.TellsOfVictims(actor.Role) ? items : items.Where(item => item.MeasureGroup != StandardGroups.Victim);

    public static bool IsSeenBy(this DueItem item, Actor actor) => item.MeasureGroup != StandardGroups.Victim || EntryReader.TellsOfVictims(actor.Role);
}
