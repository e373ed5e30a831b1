namespace Throughcare.Domain.Standards;

/// <summary>Reads and writes conditions as the rule set has them: <c>case.place = custody and not (mappa.level in [2,3])</c>.</summary>
public static class ConditionText
{
    private const int DeepestBrackets = 40;

    /// <summary>Reads a condition; an empty text is always true.</summary>
    /// <exception cref="RuleTextException">The text is no condition: the message says where, and why.</exception>
    public static Condition Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.IsNullOrWhiteSpace(text) ? new Condition.Always() : new Reader(text).Whole();
    }

    /// <summary>As the rule set writes it.</summary>
    public static string Write(Condition condition) => condition switch
    {
        Condition.Test { Fact.Type: FactType.Bool, Comparison: Comparison.Is, Values: [{ IsTrue: true }] } bare => bare.Fact.Name,
        Condition.Test { Comparison: Comparison.In } among => $"{among.Fact.Name} in [{string.Join(',', among.Values)}]",
        Condition.Test test => $"{test.Fact.Name} {Sign(test.Comparison)} {test.Values[0]}",
        Condition.Not not => $"not {Bracketed(not.Of, not.Of is Condition.And or Condition.Or)}",
        Condition.And and => string.Join(" and ", and.All.Select(part => Bracketed(part, part is Condition.Or))),
        Condition.Or or => string.Join(" or ", or.Any.Select(Write)),
        _ => "",
    };

    private static string Bracketed(Condition part, bool isNeeded) => isNeeded ? $"({Write(part)})" : Write(part);

    private static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.Is => "=",
        Comparison.IsNot => "!=",
        Comparison.Below => "<",
        Comparison.AtMost => "<=",
        Comparison.Above => ">",
        _ => ">=",
    };

    /// <summary>Reads from left to right: "or" of "and" of single tests, which may be negated or bracketed.</summary>
    private sealed class Reader(string text)
    {
        private readonly List<Token> _tokens = Tokens(text);
        private int _at;
        private int _depth;

        private Token Next => _tokens[_at];

        public Condition Whole()
        {
            var condition = Either();
            return Next.Text.Length == 0 ? condition : throw Wrong(Next, $"'{Next.Text}' is not expected here");
        }

        private Condition Either()
        {
            List<Condition> any = [All()];
            while (Takes("or"))
            {
                any.Add(All());
            }

            return any is [var one] ? one : new Condition.Or(any);
        }

        private Condition All()
        {
            List<Condition> all = [Single()];
            while (Takes("and"))
            {
                all.Add(Single());
            }

            return all is [var one] ? one : new Condition.And(all);
        }

        private Condition Single()
        {
            if (++_depth > DeepestBrackets)
            {
                throw Wrong(Next, "there are too many brackets within each other");
            }

            var single = Takes("not") ? new Condition.Not(Single()) : Takes("(") ? Bracket() : Test();
            _depth--;
            return single;
        }

        private Condition Bracket()
        {
            var inner = Either();
            return Takes(")") ? inner : throw Wrong(Next, "a closing bracket is missing");
        }

        private Condition.Test Test()
        {
            var name = Take();
            if (name.Text.Length == 0)
            {
                throw Wrong(name, "the name of a fact is missing");
            }

            var fact = FactWords.Find(name.Text) ?? throw Wrong(name, $"'{name.Text}' is not the name of a fact");
            if (Takes("in"))
            {
                return new(fact, Comparison.In, Values(fact));
            }

            if (CompareBy(Next.Text) is not { } comparison)
            {
                return fact.Type is FactType.Bool ? new(fact, Comparison.Is, [FactValue.True])
                    : throw Wrong(Next, $"{fact.Name} is not true or false by itself: it needs to be compared");
            }

            var sign = Take();
            return comparison is Comparison.Is or Comparison.IsNot || fact.Type is FactType.Number
                ? new(fact, comparison, [Value(fact)])
                : throw Wrong(sign, $"'{sign.Text}' compares numbers, and {fact.Name} is none");
        }

        private List<FactValue> Values(FactWord fact)
        {
            if (!Takes("["))
            {
                throw Wrong(Next, "'[' is missing before the list");
            }

            List<FactValue> values = [Value(fact)];
            while (Takes(","))
            {
                values.Add(Value(fact));
            }

            return Takes("]") ? values : throw Wrong(Next, "']' is missing after the list");
        }

        private FactValue Value(FactWord fact)
        {
            var value = Take();
            return value.Text.Length == 0 ? throw Wrong(value, "a value is missing")
                : fact.TryRead(value.Text, out var read) ? read
                : throw Wrong(value, fact.Problem(value.Text));
        }

        private Token Take()
        {
            var token = _tokens[_at];
            _at += token.Text.Length == 0 ? 0 : 1;
            return token;
        }

        private bool Takes(string word)
        {
            if (Next.Text != word)
            {
                return false;
            }

            _at++;
            return true;
        }

        private RuleTextException Wrong(Token token, string problem) => new(text, token.At, problem);

        private static Comparison? CompareBy(string sign) => sign switch
        {
            "=" => Comparison.Is,
            "!=" => Comparison.IsNot,
            "<" => Comparison.Below,
            "<=" => Comparison.AtMost,
            ">" => Comparison.Above,
            ">=" => Comparison.AtLeast,
            _ => null,
        };

        private static List<Token> Tokens(string text)
        {
            List<Token> tokens = [];
            for (var at = 0; at < text.Length;)
            {
                if (char.IsWhiteSpace(text[at]))
                {
                    at++;
                    continue;
                }

                var length = text[at] switch
                {
                    '(' or ')' or '[' or ']' or ',' or '=' => 1,
                    '<' or '>' => at + 1 < text.Length && text[at + 1] == '=' ? 2 : 1,
                    '!' when at + 1 < text.Length && text[at + 1] == '=' => 2,
                    _ => WordLength(text, at),
                };
                if (length == 0)
                {
                    throw new RuleTextException(text, at, $"'{text[at]}' means nothing here");
                }

                tokens.Add(new(text.Substring(at, length), at));
                at += length;
            }

            tokens.Add(new("", text.Length));
            return tokens;
        }

        private static int WordLength(string text, int at)
        {
            var end = at;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] is '_' or '.' || (text[end] is '-' && end == at)))
            {
                end++;
            }

            return end - at;
        }
    }

    /// <param name="Text">Empty at the end of the text.</param>
    private readonly record struct Token(string Text, int At);
}
