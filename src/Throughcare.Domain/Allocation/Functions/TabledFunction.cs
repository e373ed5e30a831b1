using System.Globalization;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Rules.Functions;

namespace Throughcare.Domain.Allocation.Functions;

/// <summary>A rule of scope and handover as tables of examples write it: yes and no in lower case, dates as in 2026-03-27.</summary>
/// <param name="version">The version that answers when none is named; <c>all</c> where the rule has none.</param>
/// <param name="judge">Judges what could be read; <see langword="null"/> where something was refused.</param>
internal sealed class TabledFunction(
    string name, string title, string description, string version, IReadOnlyList<RuleInput> inputs, IReadOnlyList<RuleOutput> outputs, Func<GivenValues, TabledFunction.Judged?> judge)
    : RuleFunction
{
    public const string AnyVersion = "all";

    public const string Yes = "yes";

    public const string No = "no";

    public override string Name => name;

    public override string Title => title;

    public override string Description => description;

    public override IReadOnlyList<RuleInput> Inputs => inputs;

    public override IReadOnlyList<RuleOutput> Outputs => outputs;

    public override string Version => version;

    public override Outcome<RuleAnswer> Evaluate(IReadOnlyDictionary<string, string> inputs, string version = "")
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(version);

        var values = new RuleValues(this, inputs);
        var given = new GivenValues(values, version is "" or RuleAnswer.None ? Version : version);
        var judged = judge(given);
        return values.Wrong.Count > 0 || judged is null
            ? new Outcome<RuleAnswer>.Refused([.. values.Wrong])
            : new RuleAnswer(
                judged.Version ?? given.Version,
                Outputs.ToDictionary(output => output.Name, output => judged.Values.GetValueOrDefault(output.Name) is { Length: > 0 } value ? value : RuleAnswer.None),
                judged.Why, judged.Steps, [.. judged.Why.Used.Select(fact => new FactRead(fact.Name, fact.Name, fact.Value, true))], judged.Missing);
    }

    public static string Say(bool answer) => answer ? Yes : No;

    public static string Say(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? RuleAnswer.None;

    public static RuleInput Day(string name, string caption, bool isRequired = false) => new(name, caption, RuleInputKind.Day) { IsRequired = isRequired };

    public static RuleInput YesNo(string name, string caption) => new(name, caption, RuleInputKind.Word) { Words = [Yes, No] };

    public static RuleInput Word(string name, string caption, params string[] words) => new(name, caption, RuleInputKind.Word) { Words = words };

    public static RuleInput Text(string name, string caption, string hint = "") => new(name, caption, RuleInputKind.Text) { Hint = hint };

    public static RuleInput Number(string name, string caption) => new(name, caption, RuleInputKind.Number);

    /// <summary>A judgement that is said in a sentence.</summary>
    public static Judged Because(string rule, string because, string source, params IReadOnlyList<(string Name, string? Value)> values) =>
        new(values.ToDictionary(value => value.Name, value => value.Value ?? ""), new(values[0].Value ?? RuleAnswer.None, rule, because, source, []));

    /// <param name="Values">By the name of the output.</param>
    internal sealed record Judged(IReadOnlyDictionary<string, string> Values, Explained<string> Why)
    {
        /// <summary>The version that answered, where it was chosen by a day.</summary>
        public string? Version { get; init; }

        public IReadOnlyList<string> Steps { get; init; } = [];

        public IReadOnlyList<string> Missing { get; init; } = [];
    }
}

/// <summary>The values of one example, with the version that is asked for.</summary>
internal sealed class GivenValues(RuleValues values, string version)
{
    public string Version => version;

    public bool IsRefused => values.Wrong.Count > 0;

    public string? Text(string name) => values.Text(name);

    public DateOnly? Day(string name) => values.Day(name);

    public int? Whole(string name) => values.Whole(name);

    /// <summary>The days of a list with <c>|</c> between.</summary>
    public IReadOnlyList<DateOnly> Days(string name) => [.. values.Days(name).Select(day => day.On)];

    /// <returns><see langword="null"/> where none is given.</returns>
    public bool? YesNo(string name) => Text(name) switch
    {
        null => null,
        "yes" or "true" => true,
        "no" or "false" => false,
        var other => Refuse<bool>(name, $"'{other}' is neither yes nor no"),
    };

    public bool IsYes(string name) => YesNo(name) is true;

    /// <returns><see langword="null"/> where none is given, or one that is no number.</returns>
    public decimal? Amount(string name) => Text(name) is not { } text ? null
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount
        : Refuse<decimal>(name, $"'{text}' is no number");

    /// <summary>One of the words of a list, as its value.</summary>
    public T? OneOf<T>(string name, params IReadOnlyList<(string Word, T Value)> words)
        where T : struct
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        foreach (var (word, value) in words)
        {
            if (word == text)
            {
                return value;
            }
        }

        return Refuse<T>(name, $"'{text}' must be one of {string.Join(", ", words.Select(pair => pair.Word))}");
    }

    /// <summary>The version of the rules of handover: the one that is named, else that of the day.</summary>
    public HandoverRuleVersion? HandoverVersion(DateOnly? day)
    {
        if (version is not TabledFunction.AnyVersion)
        {
            if (HandoverRuleVersions.Find(version) is not { } named)
            {
                values.Refuse("rule_version", $"There is no version '{version}': there are {HandoverRuleVersions.Table.Rows[0].Code} to {HandoverRuleVersions.Current.Code}");
                return null;
            }

            return named;
        }

        return day is { } on ? HandoverRuleVersions.On(on) : HandoverRuleVersions.Current;
    }

    public T? Refuse<T>(string name, string message)
        where T : struct
    {
        values.Refuse(name, message);
        return null;
    }
}
