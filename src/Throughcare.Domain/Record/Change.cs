namespace Throughcare.Domain.Record;

/// <summary>What a decision wants written: versions, and the one event that says what happened.</summary>
/// <remarks>Plain data, so that EF Core can write one and the bulk writer a thousand.</remarks>
public sealed record Change<T>(T Result, RecordEvent Happened, params IReadOnlyList<Write> Rows);

/// <param name="Before">The version that this one replaces; <see langword="null"/> for a new fact.</param>
public readonly record struct Write(FactVersion? Before, FactVersion After);

/// <summary>Something that happened to a person's record. Appended, hash-chained, never changed.</summary>
/// <remarks>Past tense, plain data: it is kept as JSON, and the chain hashes those bytes.</remarks>
public abstract record RecordEvent(PersonId PersonId);
