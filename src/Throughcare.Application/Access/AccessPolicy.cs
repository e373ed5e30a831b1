using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Application.Access;

/// <summary>Default deny: a verb from the role, reach to the person, less any restriction.</summary>
public abstract class AccessPolicy
{
    /// <returns>Why not; <see langword="null"/> where the actor may.</returns>
    public abstract Task<Refusal?> RefusalAsync(Verb verb, PersonId person, Actor actor, CancellationToken stop);

    /// <summary>Everyone to whom the actor may do this. Every list, search, feed and export starts here.</summary>
    public abstract IQueryable<PersonId> People(Actor actor, Verb verb);

    /// <summary>The record that a person's record was merged into, or the person themselves.</summary>
    /// <returns><see langword="null"/> where there is no such person.</returns>
    public virtual Task<PersonId?> SurvivorAsync(PersonId person, CancellationToken stop) => Task.FromResult<PersonId?>(person);

    /// <summary>The highest level of entry that the actor reads of a person.</summary>
    /// <returns><see langword="null"/> where they do not read the record at all.</returns>
    public virtual async Task<Sensitivity?> SensitivityOfAsync(PersonId person, Actor actor, CancellationToken stop) =>
        await RefusalAsync(Verb.ReadRestricted, person, actor, stop) is null ? Sensitivity.Restricted
        : await RefusalAsync(Verb.ReadSensitive, person, actor, stop) is null ? Sensitivity.Sensitive
        : await RefusalAsync(Verb.ReadRecord, person, actor, stop) is null ? Sensitivity.Standard
        : null;

    /// <summary>How the actor is tied to a person: what reading one entry depends on. Asks nothing about restrictions.</summary>
    public virtual Task<WorkRelationship> RelationshipAsync(PersonId person, Actor actor, CancellationToken stop) =>
        Task.FromResult(WorkRelationship.None);
}
