namespace Throughcare.Domain.Record.Offloc;

/// <summary>The prison file brought something new about a person.</summary>
/// <param name="FileOf">The day that the file is about.</param>
/// <param name="Changed">What changed, by name; never the values.</param>
public sealed record PrisonRecordImported(PersonId PersonId, DateOnly FileOf, IReadOnlyList<string> Changed) : RecordEvent(PersonId);

/// <summary>Two successive prison files no longer named a person and no movement says why.</summary>
public sealed record LeftPrisonListUnexplained(PersonId PersonId, DateOnly FileOf) : RecordEvent(PersonId);
