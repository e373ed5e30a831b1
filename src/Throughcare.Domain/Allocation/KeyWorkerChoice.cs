using System.Globalization;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <summary>Somebody who may be a person's key worker.</summary>
/// <param name="Cases">People they have now.</param>
/// <param name="LastAutomaticOn">The day on which a recommendation last gave them somebody.</param>
public sealed record KeyWorkerCandidate(StaffId Id, string Name, string StaffNumber, KeyWorkerStatus Status, int Capacity, int Cases, DateOnly? LastAutomaticOn)
{
    /// <summary>Share of the capacity that is taken; 0 where either is 0.</summary>
    public decimal Ratio => Cases == 0 || Capacity == 0 ? 0 : (decimal)Cases / Capacity;
}

/// <summary>Somebody without a key worker.</summary>
/// <param name="Previous">Earlier key workers at this prison, the latest first.</param>
public sealed record KeyWorkerNeeded(PersonId Id, string Surname, string Forename, string Number, bool IsHighComplexity, IReadOnlyList<StaffId> Previous);

/// <summary>Who should be whose key worker.</summary>
/// <remarks>An earlier key worker of the person at this prison who is active is chosen even where they are full; else the active one with the lowest
/// share of their capacity taken who is below it. Ties: longest since the last automatic allocation, then staff number.
/// Source: ministryofjustice/keyworker-api; that ties go to the longest wait is inferred, and that complexity of need takes the key worker's place too.</remarks>
public static class KeyWorkerChoice
{
    private const string Rule = "key-worker-recommended";
    private const string Source = "ministryofjustice/keyworker-api; order of ties inferred";

    /// <summary>Recommends for everybody in turn, in the order of surname, forename and number: who is recommended counts as given for the next.</summary>
    public static IReadOnlyList<(KeyWorkerNeeded Person, Explained<KeyWorkerCandidate?> Recommended)> ForAll(IEnumerable<KeyWorkerNeeded> people, IEnumerable<KeyWorkerCandidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(people);

        List<KeyWorkerCandidate> left = [.. candidates];
        List<(KeyWorkerNeeded, Explained<KeyWorkerCandidate?>)> all = [];
        foreach (var person in people.OrderBy(p => p.Surname, StringComparer.OrdinalIgnoreCase).ThenBy(p => p.Forename, StringComparer.OrdinalIgnoreCase).ThenBy(p => p.Number, StringComparer.Ordinal))
        {
            var chosen = For(person, left);
            all.Add((person, chosen));
            if (chosen.Value is { } given)
            {
                left[left.FindIndex(candidate => candidate.Id == given.Id)] = given with { Cases = given.Cases + 1 };
            }
        }

        return all;
    }

    public static Explained<KeyWorkerCandidate?> For(KeyWorkerNeeded person, IReadOnlyList<KeyWorkerCandidate> candidates)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(candidates);

        if (person.IsHighComplexity)
        {
            return Say(null, "Nobody: complexity of need is high, so the prison offender manager does this work.");
        }

        foreach (var earlier in person.Previous)
        {
            if (candidates.FirstOrDefault(candidate => candidate.Id == earlier && candidate.Status is KeyWorkerStatus.Active) is { } again)
            {
                return Say(again, $"{again.Name} was the key worker here before.", again);
            }
        }

        var ranked = Ranked(candidates);
        return ranked is [var best, ..]
            ? Say(best, $"{best.Name} has the lowest share of their capacity taken: {best.Cases} of {best.Capacity}.", best)
            : Say(null, "Nobody: no active key worker is below capacity.");
    }

    /// <summary>Active key workers who are below capacity, the one to choose first.</summary>
    public static IReadOnlyList<KeyWorkerCandidate> Ranked(IEnumerable<KeyWorkerCandidate> candidates) =>
    [
        .. candidates.Where(candidate => candidate.Status is KeyWorkerStatus.Active && candidate.Cases < candidate.Capacity)
            .OrderBy(candidate => candidate.Ratio).ThenBy(candidate => candidate.LastAutomaticOn ?? DateOnly.MinValue).ThenBy(candidate => candidate.StaffNumber, StringComparer.Ordinal),
    ];

    private static Explained<KeyWorkerCandidate?> Say(KeyWorkerCandidate? chosen, string because, KeyWorkerCandidate? used = null) => new(chosen, Rule, because, Source, used is null ? [] :
    [
        new("Has now", Words.Count(used.Cases, "person", "people")),
        new("Capacity", used.Capacity.ToString(CultureInfo.InvariantCulture)),
        new("Last automatic allocation", used.LastAutomaticOn is { } on ? Words.LongDate(on) : "None"),
    ]);
}
