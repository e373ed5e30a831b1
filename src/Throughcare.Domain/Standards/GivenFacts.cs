using System.Diagnostics.CodeAnalysis;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Standards;

/// <summary>Facts that somebody filled in: what is not given is unknown.</summary>
public sealed class GivenFacts : IStandardFacts
{
    private const string NotKnown = "unknown";

    private const string KnownToBeNone = "none";

    private readonly Dictionary<FactWord, Known<FactValue>> _values;

    /// <param name="values">Values by word, as the rule set writes both; an empty value or "unknown" for a fact that is not known, "none"
    /// for one that is known not to be.</param>
    /// <exception cref="FormatException">A word or a value can not be read; the message names all of them.</exception>
    public GivenFacts(IReadOnlyDictionary<string, string> values)
        : this(Read(values, out var wrong))
    {
        if (wrong.Count > 0)
        {
            throw new FormatException(string.Join(' ', wrong.Select(refusal => $"{refusal.Message}.")));
        }
    }

    private GivenFacts(Dictionary<FactWord, Known<FactValue>> values) => _values = values;

    /// <summary>Reads values by word.</summary>
    /// <param name="wrong">One for each that can not be read; its field is the word.</param>
    public static bool TryRead(IReadOnlyDictionary<string, string> values, [NotNullWhen(true)] out GivenFacts? facts, out IReadOnlyList<Refusal> wrong)
    {
        var read = Read(values, out var refusals);
        wrong = refusals;
        facts = refusals.Count == 0 ? new(read) : null;
        return facts is not null;
    }

    public Known<FactValue> Read(FactWord word) => _values.GetValueOrDefault(word);

    private static Dictionary<FactWord, Known<FactValue>> Read(IReadOnlyDictionary<string, string> values, out List<Refusal> wrong)
    {
        ArgumentNullException.ThrowIfNull(values);

        wrong = [];
        var read = new Dictionary<FactWord, Known<FactValue>>();
        foreach (var (name, given) in values)
        {
            var text = given?.Trim() ?? "";
            if (FactWords.Find(name.Trim()) is not { } word)
            {
                wrong.Add(new(name, $"'{name}' is not the name of a fact"));
            }
            else if (text.Length == 0 || text == NotKnown)
            {
                read[word] = Known<FactValue>.Unknown();
            }
            else if (word.TryRead(text, out var value))
            {
                read[word] = Known<FactValue>.Of(value);
            }
            else if (text == KnownToBeNone)
            {
                read[word] = Known<FactValue>.None();
            }
            else
            {
                wrong.Add(new(name, word.Problem(text)));
            }
        }

        return read;
    }
}
