using Throughcare.Application.Access;
using Throughcare.Application.Facts;
using Throughcare.Application.Record;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Storage;

namespace Throughcare.Application.Standards.Rules;

/// <summary>The facts of one person that a rule reads, as the record has them: what somebody who tries a rule starts from.</summary>
public sealed class FactsForRule(ThroughcareDb db, CaseHistories histories, TimeProvider clock)
{
    /// <param name="Values">As rules write them, by word: <c>unknown</c> and <c>none</c> where they are.</param>
    /// <param name="Restricted">Words of facts that rest on entries which the reader does not see: left out.</param>
    public sealed record Taken(IReadOnlyDictionary<string, string> Values, IReadOnlyList<string> Restricted);

    /// <param name="trigger">The day on which facts are read that count from then.</param>
    /// <param name="asAt">The day on which live facts are read.</param>
    /// <returns>Nothing for somebody who is not on record.</returns>
    public async Task<Taken> OfAsync(PersonId person, IReadOnlyList<FactWord> words, DateOnly trigger, DateOnly asAt, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(words);

        var loaded = await histories.LoadForStandardsAsync([person], stop);
        if (loaded.GetValueOrDefault(person) is not { } history)
        {
            return new(new Dictionary<string, string>(), []);
        }

        var now = clock.GetUtcNow();
        var records = await MergedRecords.OfAsync(db, history.PersonId, stop);
        var reader = await EntryReaders.OfAsync(db, records, actor, now.LondonDate, stop);
        var facts = new CaseStandardFacts(history.At(trigger, now), history.At(asAt, now));
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        List<string> restricted = [];
        foreach (var word in words)
        {
            var fact = facts.Read(word);
            if (!reader.MaySeeAll(fact.From))
            {
                restricted.Add(word.Caption);
            }
            else
            {
                values[word.Name] = fact.HasValue ? fact.Value.ToString() : fact.IsNone ? "none" : "";
            }
        }

        return new(values, restricted);
    }
}
