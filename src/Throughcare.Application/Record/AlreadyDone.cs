using Throughcare.Domain.Record;

namespace Throughcare.Application.Record;

/// <summary>Says that a request was carried out before, so that nothing is written: the same form was posted twice. Never kept.</summary>
public sealed record AlreadyDone(PersonId PersonId) : RecordEvent(PersonId)
{
    /// <summary>The first result, again.</summary>
    public static Change<T> With<T>(PersonId person, T result) => new(result, new AlreadyDone(person));
}
