using Throughcare.Domain.Facts;

namespace Throughcare.Domain.Standards;

/// <summary>A word that conditions may use, and the fact of the case that it stands for.</summary>
public sealed class FactWord
{
    private readonly Func<CaseFacts, Known<FactValue>> _read;

    internal FactWord(string name, FactType type, Func<CaseFacts, Known<FactValue>> read) => (Name, Type, _read) = (name, type, read);

    /// <summary>As the rule set writes it, such as <c>risk.rosh</c>.</summary>
    public string Name { get; }

    public FactType Type { get; }

    /// <summary>The words it can be; empty for anything but a word.</summary>
    public IReadOnlyList<string> Words { get; internal init; } = [];

    /// <summary>The least number it can be; <see langword="null"/> where there is none.</summary>
    public decimal? Least { get; internal init; }

    /// <summary>The greatest number it can be; <see langword="null"/> where there is none.</summary>
    public decimal? Most { get; internal init; }

    /// <summary>Read on the day asked about; the others are read on the day of the trigger.</summary>
    public bool IsLive { get; internal init; }

    /// <summary>What pages call it, such as "RoSH level".</summary>
    public required string Caption { get; init; }

    /// <summary>What a yes says within a sentence, such as "the person is a foreign national"; empty for anything but yes or no.</summary>
    public string Yes { get; internal init; } = "";

    /// <summary>What a no says within a sentence.</summary>
    public string No { get; internal init; } = "";

    /// <summary>What to do where it is not known, such as "Record the RoSH level".</summary>
    public required string MissingWork { get; init; }

    /// <summary>The member of <see cref="CaseFacts"/> that it reads.</summary>
    public required string CaseFactsName { get; init; }

    /// <summary>Where it stands in <see cref="FactWords.All"/>.</summary>
    internal int Index { get; set; }

    /// <summary>It stays the same until something on record begins or ends: it does not go with the day itself, as an age does.</summary>
    internal bool IsLasting { get; init; } = true;

    /// <summary>Reads it from the facts of a case on one day.</summary>
    public Known<FactValue> From(CaseFacts facts) => IsLasting ? facts.Lasting(Index, _read) : _read(facts);

    /// <summary>Reads a value as the rule set and people write it.</summary>
    /// <returns><see langword="false"/> for a value that it can not be; then <see cref="Problem"/> says why.</returns>
    public bool TryRead(string text, out FactValue value)
    {
        switch (Type)
        {
            case FactType.Bool when text is "true" or "false":
                value = FactValue.Of(text is "true");
                return true;

            case FactType.Number when RuleNumbers.TryParse(text, out var number) && !(number < Least) && !(number > Most):
                value = FactValue.Of(number);
                return true;

            case FactType.Word when WordOf(text) is { } word:
                value = FactValue.Of(word);
                return true;

            default:
                value = default;
                return false;
        }
    }

    /// <summary>Why a value can not be one of this fact, as the end of a sentence.</summary>
    public string Problem(string text) => Type switch
    {
        FactType.Bool => $"'{text}' is neither true nor false, and {Name} is one of them",
        FactType.Number when !RuleNumbers.TryParse(text, out _) => $"'{text}' is no number, and {Name} is one",
        FactType.Number => $"{Name} is never {text}: it goes {(Least is { } least ? $"from {least} " : "")}{(Most is { } most ? $"to {most}" : "upwards")}",
        _ => $"'{text}' is not a word of {Name}: it is one of {string.Join(", ", Words)}",
    };

    public override string ToString() => Name;

    /// <summary>The word as the list holds it, so that equal words are one object.</summary>
    private string? WordOf(string text)
    {
        foreach (var word in Words)
        {
            if (word == text)
            {
                return word;
            }
        }

        return null;
    }
}
