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
}
