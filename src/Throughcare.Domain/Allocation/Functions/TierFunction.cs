using System.Globalization;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Rules.Functions;

namespace Throughcare.Domain.Allocation.Functions;

/// <summary>What the rules of tiers, workload and key work have in common as functions.</summary>
public abstract class TierFunction : RuleFunction
{
    protected static readonly IReadOnlyList<string> RoshLevels = ["LOW", "MEDIUM", "HIGH", "VERY_HIGH"];

    public sealed override Outcome<RuleAnswer> Evaluate(IReadOnlyDictionary<string, string> inputs, string version = "")
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(version);

        var values = new RuleValues(this, inputs);
        if (!(version is "" or RuleAnswer.None or "all") && version != Version)
        {
            values.Refuse("rule_version", $"The version '{version}' is not at hand: {Version} is");
        }

        foreach (var input in Inputs.Where(input => input.Words.Count > 0 && values.Text(input.Name) is { } text && !input.Words.Contains(text)))
        {
            values.Refuse(input.Name, $"'{values.Text(input.Name)}' is not one of {string.Join(", ", input.Words)}");
        }

        var answer = new Reading(values);
        var judged = Judge(answer);
        return values.Wrong.Count > 0 || judged is null ? new Outcome<RuleAnswer>.Refused([.. values.Wrong]) : judged;
    }

    /// <returns><see langword="null"/> where what is given can not be judged; the reading says why.</returns>
    private protected abstract RuleAnswer? Judge(Reading given);

    protected static string Yes(bool yes) => yes ? "yes" : "no";

    protected static string Text(decimal number) => number.ToString("0.##########", CultureInfo.InvariantCulture);

    protected static RuleInput YesNo(string name, string caption) => new(name, caption, RuleInputKind.YesNo);

    protected static RuleInput Number(string name, string caption, string hint = "") => new(name, caption, RuleInputKind.Number) { Hint = hint };

    protected static RuleInput Word(string name, string caption, IReadOnlyList<string> words) => new(name, caption, RuleInputKind.Word) { Words = words };

    protected RuleAnswer Answer(IReadOnlyDictionary<string, string> values, string because, string source, IReadOnlyList<Fact> used, IReadOnlyList<string>? steps = null, IReadOnlyList<string>? missing = null) =>
        new(Version, values, new(values[Outputs[0].Name], $"{Name}/{Version}", because, source, used), steps ?? [], [.. used.Select(fact => new FactRead(fact.Name, fact.Name, fact.Value, IsDecisive: true))], missing ?? []);

    /// <summary>The values that are given.</summary>
    internal sealed class Reading(RuleValues values)
    {
        public string? Text(string name) => values.Text(name);

        public int? Whole(string name) => values.Whole(name);

        public DateOnly? Day(string name) => values.Day(name);

        public void Refuse(string name, string message) => values.Refuse(name, message);

        public bool HasProblem => values.Wrong.Count > 0;

        public string[] Parts(string name, char between = '|') => Text(name)?.Split(between, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

        /// <summary>A number with a point; a negative one is read too.</summary>
        public decimal? Amount(string name)
        {
            if (Text(name) is not { } text)
            {
                return null;
            }

            if (decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }

            Refuse(name, $"'{text}' is no number");
            return null;
        }

        /// <param name="otherwise">Where nothing is given.</param>
        public bool IsYes(string name, bool otherwise = false)
        {
            switch (Text(name)?.ToLowerInvariant())
            {
                case null:
                    return otherwise;
                case "yes" or "true":
                    return true;
                case "no" or "false":
                    return false;
                default:
                    Refuse(name, $"'{Text(name)}' is neither yes nor no");
                    return false;
            }
        }

        public RoshLevel? Rosh(string name = "rosh") => RoshLevelText.Read(Text(name));

        public int? MappaLevel(string name = "mappa_level")
        {
            var level = Whole(name);
            if (level > 3)
            {
                Refuse(name, "MAPPA level must be 0, 1, 2 or 3");
            }

            return level;
        }
    }
}
