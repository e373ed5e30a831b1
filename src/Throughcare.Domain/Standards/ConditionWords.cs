namespace Throughcare.Domain.Standards;

/// <summary>Conditions in plain English.</summary>
internal static class ConditionWords
{
    public static string Of(Condition condition)
    {
        var words = Part(condition);
        return $"{char.ToUpperInvariant(words[0])}{words[1..]}";
    }

    private static string Part(Condition condition) => condition switch
    {
        Condition.Test test => Test(test, isNegated: false),
        Condition.Not { Of: Condition.Test test } => Test(test, isNegated: true),
        Condition.Not not => $"it is not so that {Part(not.Of)}",
        Condition.And and => Listed(and.All, "and"),
        Condition.Or or => $"either {Listed(or.Any, "or")}",
        _ => "always",
    };

    private static string Listed(IReadOnlyList<Condition> parts, string last)
    {
        var words = parts.Select(Part).ToList();
        return words.Count == 1 ? words[0] : $"{string.Join(", ", words.SkipLast(1))} {last} {words[^1]}";
    }

    private static string Test(Condition.Test test, bool isNegated)
    {
        var fact = test.Fact;
        if (fact.Type is FactType.Bool)
        {
            var isYes = test.Values[0].IsTrue == (test.Comparison is not Comparison.IsNot);
            return isYes != isNegated ? fact.Yes : fact.No;
        }

        var caption = fact.Caption.StartsWith("RoSH", StringComparison.Ordinal) || fact.Caption.StartsWith("MAPPA", StringComparison.Ordinal) || fact.Caption.StartsWith("NOMS", StringComparison.Ordinal)
            ? fact.Caption : $"{char.ToLowerInvariant(fact.Caption[0])}{fact.Caption[1..]}";
        return $"{caption} is {Compared(test.Comparison, isNegated)}{Values(test.Values)}";
    }

    private static string Compared(Comparison comparison, bool isNegated) => (comparison, isNegated) switch
    {
        (Comparison.Is or Comparison.In, false) or (Comparison.IsNot, true) => "",
        (Comparison.Is or Comparison.In, true) or (Comparison.IsNot, false) => "not ",
        (Comparison.Below, false) or (Comparison.AtLeast, true) => "less than ",
        (Comparison.AtMost, false) or (Comparison.Above, true) => "at most ",
        (Comparison.Above, false) or (Comparison.AtMost, true) => "more than ",
        _ => "at least ",
    };

    private static string Values(IReadOnlyList<FactValue> values) => values.Count == 1
        ? values[0].Words
        : $"{string.Join(", ", values.SkipLast(1).Select(value => value.Words))} or {values[^1].Words}";
}
