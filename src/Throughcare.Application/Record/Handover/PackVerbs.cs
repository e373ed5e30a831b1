using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;

namespace Throughcare.Application.Record.Handover;

/// <summary>Who makes packs and speaks for the sender: whoever records the movement, hands the case over, or transfers it to another area.</summary>
public static class PackVerbs
{
    public static IReadOnlyList<Verb> All { get; } = [Verb.RecordMovement, Verb.TickHandoverTask, Verb.TransferArea];

    /// <summary>The verb by which the actor may for this person; the first that the role has where none does, so that its refusal is given.</summary>
    internal static async Task<Verb> OfAsync(AccessPolicy access, PersonId person, Actor actor, CancellationToken stop)
    {
        foreach (var verb in All)
        {
            if (await access.RefusalAsync(verb, person, actor, stop) is null)
            {
                return verb;
            }
        }

        return All.Where(actor.Has).DefaultIfEmpty(All[0]).First();
    }
}
