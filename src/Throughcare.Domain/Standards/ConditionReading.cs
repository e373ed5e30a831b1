using Throughcare.Domain.Facts;

namespace Throughcare.Domain.Standards;

/// <summary>What a condition says of a case, and why.</summary>
/// <param name="Used">Every fact it names, in the order in which it names them.</param>
/// <param name="Missing">Facts that are not known and could still change the answer; empty where the answer is known.</param>
public sealed record ConditionReading(Truth Truth, IReadOnlyList<FactUsed> Used, IReadOnlyList<FactWord> Missing);

/// <summary>A fact that a condition names.</summary>
/// <param name="IsDecisive">The answer rests on it; without it, it would or could be another.</param>
public sealed record FactUsed(FactWord Word, Known<FactValue> Value, bool IsDecisive);
