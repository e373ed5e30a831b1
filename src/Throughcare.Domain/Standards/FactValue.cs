using System.Collections.Frozen;
using System.Globalization;

namespace Throughcare.Domain.Standards;

/// <summary>What a word of a condition stands for: yes or no, a number, or one word of a list.</summary>
public enum FactType
{
    Bool,
    Number,
    Word,
}

/// <summary>The value of a fact as conditions compare it.</summary>
public readonly record struct FactValue
{
    private readonly decimal _number;
    private readonly string? _word;

    private FactValue(FactType type, decimal number, string? word) => (Type, _number, _word) = (type, number, word);

    public static FactValue True { get; } = new(FactType.Bool, 1, null);

    public static FactValue False { get; } = new(FactType.Bool, 0, null);

    public FactType Type { get; }

    public static FactValue Of(bool value) => value ? True : False;

    public static FactValue Of(decimal value) => new(FactType.Number, value, null);

    public static FactValue Of(string word) => new(FactType.Word, 0, word);

    /// <summary>True only of a yes.</summary>
    public bool IsTrue => Type is FactType.Bool && _number != 0;

    /// <exception cref="InvalidOperationException">It is no number.</exception>
    public decimal Number => Type is FactType.Number ? _number : throw new InvalidOperationException($"'{this}' is no number.");

    /// <exception cref="InvalidOperationException">It is no word.</exception>
    public string Word => _word ?? throw new InvalidOperationException($"'{this}' is no word.");

    public bool Equals(FactValue other) => Type == other.Type && (Type is FactType.Word ? string.Equals(_word, other._word, StringComparison.Ordinal) : _number == other._number);

    public override int GetHashCode() => Type is FactType.Word ? StringComparer.Ordinal.GetHashCode(_word!) : _number.GetHashCode();

    /// <summary>What pages show: "Yes", "10.5", "very high".</summary>
    public string Words => Type switch
    {
        FactType.Bool => IsTrue ? "Yes" : "No",
        FactType.Number => ToString(),
        _ => WordsInEnglish.Of(Word),
    };

    /// <summary>As the rule set writes it: <c>true</c>, <c>10.5</c>, <c>very_high</c>.</summary>
    public override string ToString() => Type switch
    {
        FactType.Bool => IsTrue ? "true" : "false",
        FactType.Number => _number.ToString("0.##", CultureInfo.InvariantCulture),
        _ => _word!,
    };
}

/// <summary>The words of the rule set in plain English.</summary>
internal static class WordsInEnglish
{
    private static readonly FrozenDictionary<string, string> Special = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["unlawfully_at_large"] = "unlawfully at large",
        ["immigration_removal"] = "immigration detention or removal",
        ["closed"] = "no longer a case",
        ["POM"] = "the prison offender manager",
        ["COM"] = "the community offender manager",
        ["PS"] = "the Probation Service",
        ["NPS"] = "the National Probation Service",
        ["CRC"] = "a community rehabilitation company",
        ["custody_determinate"] = "a determinate sentence of custody",
        ["custody_indeterminate"] = "an indeterminate sentence",
        ["community_order"] = "a community order",
        ["suspended_sentence"] = "a suspended sentence",
        ["post_sentence_supervision"] = "post-sentence supervision",
        ["pss"] = "post-sentence supervision",
        ["ftr_14"] = "fixed term of 14 days",
        ["ftr_28"] = "fixed term of 28 days",
        ["ftr_56"] = "fixed term of 56 days",
        ["hdc"] = "from home detention curfew",
        ["no_release"] = "no release",
        ["open_conditions"] = "move to open conditions",
        ["omi2"] = "the second offender management inspection",
        ["omi_prison"] = "the prison offender management inspection",
        ["ratings"] = "an inspection with ratings",
        ["LIFE"] = "life",
        ["HMP_DETENTION"] = "detention at His Majesty’s pleasure",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string Of(string word) => Special.TryGetValue(word, out var words) ? words : word.Replace('_', ' ');
}
