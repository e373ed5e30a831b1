namespace Throughcare.Domain.Record.Ndelius;

/// <summary>The probation extract brought something new about a person.</summary>
/// <param name="FileOf">The day that the file is about.</param>
/// <param name="Changed">What changed, by name; never the values.</param>
public sealed record ProbationRecordImported(PersonId PersonId, DateOnly FileOf, IReadOnlyList<string> Changed) : RecordEvent(PersonId);
