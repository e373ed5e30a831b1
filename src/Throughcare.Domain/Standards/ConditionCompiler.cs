using Throughcare.Domain.Facts;

namespace Throughcare.Domain.Standards;

/// <summary>Turns conditions into delegates, which ask no more facts than the answer needs.</summary>
internal static class ConditionCompiler
{
    public static Func<IStandardFacts, Truth> Compile(Condition condition) => condition switch
    {
        Condition.Test test => Compile(test),
        Condition.Not not => Negated(Compile(not.Of)),
        Condition.And and => Joined([.. and.All.Select(Compile)], Truth.False, Truth.True),
        Condition.Or or => Joined([.. or.Any.Select(Compile)], Truth.True, Truth.False),
        _ => static _ => Truth.True,
    };

    /// <summary>What one comparison says of a value. Something that is known not to be there is a no, and differs from everything else.</summary>
    public static Truth Compare(Condition.Test test, Known<FactValue> value) => value.State switch
    {
        KnownState.Unknown => Truth.Unknown,
        KnownState.None => Of(test.Fact.Type is FactType.Bool ? Holds(test, FactValue.False) : test.Comparison is Comparison.IsNot),
        _ => Of(Holds(test, value.Value)),
    };

    private static Func<IStandardFacts, Truth> Compile(Condition.Test test)
    {
        var fact = test.Fact;
        return facts => Compare(test, facts.Read(fact));
    }

    private static Func<IStandardFacts, Truth> Negated(Func<IStandardFacts, Truth> of) => facts => of(facts) switch
    {
        Truth.True => Truth.False,
        Truth.False => Truth.True,
        _ => Truth.Unknown,
    };

    /// <param name="settles">The answer of one part that is the answer of all.</param>
    /// <param name="otherwise">The answer where every part is known and none settles it.</param>
    private static Func<IStandardFacts, Truth> Joined(Func<IStandardFacts, Truth>[] parts, Truth settles, Truth otherwise) => facts =>
    {
        var truth = otherwise;
        foreach (var part in parts)
        {
            var answer = part(facts);
            if (answer == settles)
            {
                return settles;
            }

            truth = answer is Truth.Unknown ? Truth.Unknown : truth;
        }

        return truth;
    };

    private static bool Holds(Condition.Test test, FactValue value) => test.Comparison switch
    {
        Comparison.Is => value == test.Values[0],
        Comparison.IsNot => value != test.Values[0],
        Comparison.In => IsAmong(test.Values, value),
        Comparison.Below => value.Number < test.Values[0].Number,
        Comparison.AtMost => value.Number <= test.Values[0].Number,
        Comparison.Above => value.Number > test.Values[0].Number,
        _ => value.Number >= test.Values[0].Number,
    };

    private static bool IsAmong(IReadOnlyList<FactValue> values, FactValue value)
    {
        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] == value)
            {
                return true;
            }
        }

        return false;
    }

    private static Truth Of(bool answer) => answer ? Truth.True : Truth.False;
}
