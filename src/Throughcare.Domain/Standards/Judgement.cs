
namespace Throughcare.Domain.Standards;

/// <summary>A due item with everything that it rests on: made when somebody asks why.</summary>
/// <param name="Item">What came out; <see langword="null"/> where the rule does not apply.</param>
/// <param name="Rule">The rule that was chosen, or the one that was asked about.</param>
/// <param name="Occurrence">What started the clock.</param>
/// <param name="Facts">What the condition read, with whether it decided.</param>
/// <param name="Arithmetic">How the due date came about, step by step.</param>
/// <param name="Evidence">What met it.</param>
/// <param name="Refused">What looked like evidence and is none.</param>
/// <param name="Others">Rules of the family that gave way or did not apply, each with why.</param>
public sealed record Judgement(
    DueItem? Item, StandardRule Rule, Occurrence Occurrence, Truth Applies, IReadOnlyList<FactUsed> Facts, IReadOnlyList<string> Arithmetic,
    Evidence? Evidence, IReadOnlyList<RefusedEvidence> Refused, IReadOnlyList<(StandardRule Rule, string Because)> Others);

/// <summary>What somebody decided about due items of one case.</summary>
public sealed record StandardDecisions(IReadOnlyList<Deferral> Deferrals, IReadOnlyList<StandardExemption> Exemptions)
{
    public static StandardDecisions None { get; } = new([], []);
}
