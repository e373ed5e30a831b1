using System.Globalization;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Standards;

/// <summary>What rules of one file may not be to each other, and what somebody should look at.</summary>
internal static class StandardRuleChecks
{
    /// <summary>More combinations than this are not tried out: facts that few rules read make no difference then.</summary>
    private const int MostCases = 50_000;

    private const int PriorityOfPolicy = 60;

    /// <summary>Two rules of one family, one trigger, one priority and overlapping dates which both apply to the same case: neither would
    /// outrank the other. Tried out on every combination of the facts that the two read.</summary>
    public static IEnumerable<TableException> Overlaps(string name, IReadOnlyList<RuleRow> rules)
    {
        foreach (var same in rules.GroupBy(row => (row.Rule.Family, row.Rule.Trigger, row.Rule.Priority)))
        {
            var rows = same.ToList();
            for (var i = 1; i < rows.Count; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    if (AreAtTheSameTime(rows[i].Rule, rows[j].Rule) && CaseOfBoth(rows[i].Rule, rows[j].Rule) is { } both)
                    {
                        yield return new(name, rows[i].Row, "applies_when", $"{rows[i].Rule.Id} and {rows[j].Rule.Id} have the same family, trigger and priority, and both apply {both}");
                    }
                }
            }
        }
    }

    /// <summary>Days on which no rule of a family holds, between the first on which one does and the last.</summary>
    public static IEnumerable<TableException> Gaps(string name, IReadOnlyList<RuleRow> rules)
    {
        foreach (var family in rules.GroupBy(row => row.Rule.Family, StringComparer.Ordinal))
        {
            DateOnly? covered = null;
            foreach (var (rule, row) in family.OrderBy(row => row.Rule.EffectiveFrom))
            {
                if (covered is { } end && end < DateOnly.MaxValue && rule.EffectiveFrom > end.AddDays(1))
                {
                    yield return new(name, row, "effective_from", $"no rule of the family {family.Key} holds from {Words.Range(end.AddDays(1), rule.EffectiveFrom.AddDays(-1))}");
                }

                var last = rule.EffectiveTo ?? DateOnly.MaxValue;
                covered = covered is null || last > covered ? last : covered;
            }
        }
    }

    /// <summary>Rules that rank as policy and whose figure is yet to be checked, or is ours.</summary>
    public static IEnumerable<TableException> UncertainFigures(string name, IReadOnlyList<RuleRow> rules) =>
        from row in rules
        where row.Rule is { Confidence: Confidence.C or Confidence.D, Priority: >= PriorityOfPolicy }
        select new TableException(name, row.Row, "confidence", string.Create(
            CultureInfo.InvariantCulture, $"{row.Rule.Id} has confidence {row.Rule.Confidence} and priority {row.Rule.Priority}: check the figure before it counts"));

    private static bool AreAtTheSameTime(StandardRule one, StandardRule other) =>
        one.EffectiveFrom <= (other.EffectiveTo ?? DateOnly.MaxValue) && other.EffectiveFrom <= (one.EffectiveTo ?? DateOnly.MaxValue);

    /// <summary>In words, a case to which both apply; <see langword="null"/> where there is none.</summary>
    private static string? CaseOfBoth(StandardRule one, StandardRule other)
    {
        var choices = one.AppliesWhen.Tests.Concat(other.AppliesWhen.Tests)
            .GroupBy(test => test.Fact)
            .Select(tests => (Word: tests.Key, Values: ValuesOf(tests.Key, tests)))
            .ToList();
        var count = choices.Aggregate(1L, (product, choice) => Math.Min(product * choice.Values.Count, long.MaxValue / 64));
        var given = new Given();
        for (var number = 0L; number < Math.Min(count, MostCases); number++)
        {
            var rest = number;
            foreach (var (word, values) in choices)
            {
                given.Values[word] = values[(int)(rest % values.Count)];
                rest /= values.Count;
            }

            if (one.AppliesWhen.Evaluate(given) is Truth.True && other.AppliesWhen.Evaluate(given) is Truth.True)
            {
                return choices.Count == 0 ? "always" : $"when {string.Join(", ", given.Values.Select(pair => $"{pair.Key} is {pair.Value}"))}";
            }
        }

        return null;
    }

    /// <summary>Values that make a difference to the tests: those they name, one just below and above each number, and one other word.</summary>
    private static List<FactValue> ValuesOf(FactWord word, IEnumerable<Condition.Test> tests)
    {
        var named = tests.SelectMany(test => test.Values).Distinct().ToList();
        return word.Type switch
        {
            FactType.Bool => [FactValue.True, FactValue.False],
            FactType.Number => [.. named.SelectMany(value => new[] { value.Number - 0.5m, value.Number, value.Number + 0.5m }).Distinct().Select(FactValue.Of)],
            _ => [.. named, .. word.Words.Select(FactValue.Of).Where(value => !named.Contains(value)).Take(1)],
        };
    }

    private sealed class Given : IStandardFacts
    {
        public Dictionary<FactWord, FactValue> Values { get; } = [];

        public Known<FactValue> Read(FactWord word) => Known<FactValue>.Of(Values[word]);
    }
}
