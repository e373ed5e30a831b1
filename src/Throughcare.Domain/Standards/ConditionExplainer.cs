using Throughcare.Domain.Facts;

namespace Throughcare.Domain.Standards;

/// <summary>Says on which facts the answer of a condition rests, and which are missing to have one.</summary>
internal static class ConditionExplainer
{
    public static ConditionReading Explain(Condition condition, IStandardFacts facts)
    {
        var values = new Dictionary<FactWord, Known<FactValue>>();
        foreach (var word in condition.Facts)
        {
            values[word] = facts.Read(word);
        }

        var decisive = new HashSet<FactWord>();
        var truth = AnswerOf(condition, values);
        Mark(condition, truth);
        return new(
            truth,
            [.. condition.Facts.Select(word => new FactUsed(word, values[word], decisive.Contains(word)))],
            truth is Truth.Unknown ? [.. condition.Facts.Where(word => decisive.Contains(word) && values[word].IsUnknown)] : []);

        // The parts that have the answer of the whole made it: of an "and" that is false, those that are false, and so on.
        void Mark(Condition part, Truth answer)
        {
            switch (part)
            {
                case Condition.Test test:
                    decisive.Add(test.Fact);
                    break;
                case Condition.Not not:
                    Mark(not.Of, AnswerOf(not.Of, values));
                    break;
                case Condition.And and:
                    MarkSame(and.All, answer);
                    break;
                case Condition.Or or:
                    MarkSame(or.Any, answer);
                    break;
                default:
                    break;
            }
        }

        void MarkSame(IReadOnlyList<Condition> parts, Truth answer)
        {
            foreach (var part in parts.Where(part => AnswerOf(part, values) == answer))
            {
                Mark(part, answer);
            }
        }
    }

    private static Truth AnswerOf(Condition condition, Dictionary<FactWord, Known<FactValue>> values) => condition switch
    {
        Condition.Test test => ConditionCompiler.Compare(test, values[test.Fact]),
        Condition.Not not => AnswerOf(not.Of, values) switch
        {
            Truth.True => Truth.False,
            Truth.False => Truth.True,
            _ => Truth.Unknown,
        },
        Condition.And and => Joined(and.All, Truth.False, Truth.True, values),
        Condition.Or or => Joined(or.Any, Truth.True, Truth.False, values),
        _ => Truth.True,
    };

    private static Truth Joined(IReadOnlyList<Condition> parts, Truth settles, Truth otherwise, Dictionary<FactWord, Known<FactValue>> values)
    {
        var answers = parts.Select(part => AnswerOf(part, values)).ToList();
        return answers.Contains(settles) ? settles : answers.Contains(Truth.Unknown) ? Truth.Unknown : otherwise;
    }
}
