namespace Throughcare.Domain.Record;

/// <summary>A list brought something new about a person.</summary>
/// <param name="List">Such as <c>OASYS</c>.</param>
/// <param name="FileOf">The day that the list is about.</param>
/// <param name="Changed">What changed, by name; never the values.</param>
public sealed record ListRowsImported(PersonId PersonId, string List, DateOnly FileOf, IReadOnlyList<string> Changed) : RecordEvent(PersonId);
