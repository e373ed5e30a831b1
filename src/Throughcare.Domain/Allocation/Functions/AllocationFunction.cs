using System.Globalization;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Rules.Functions;

namespace Throughcare.Domain.Allocation.Functions;

/// <summary>A rule of allocation: values in, judgement out.</summary>
public abstract class AllocationFunction : RuleFunction
{
    protected const string Manager = "offender-management-allocation-manager (ministryofjustice)";

    /// <summary>The version that judges whatever the strategy.</summary>
    protected const string Every = "all";

    public override string Version => Every;

    public override Outcome<RuleAnswer> Evaluate(IReadOnlyDictionary<string, string> inputs, string version = "")
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(version);

        var values = new RuleValues(this, inputs);
        var named = version is "" or RuleAnswer.None ? Version : version;
        if (!Versions.Contains(named))
        {
            values.Refuse("rule_version", $"There is no version '{version}': {string.Join(" or ", Versions)}");
        }

        foreach (var input in Inputs.Where(input => input.Words.Count > 0 && values.Text(input.Name) is { } text && !input.Words.Contains(text)))
        {
            values.Refuse(input.Name, $"'{values.Text(input.Name)}' is none of {string.Join(", ", input.Words)}");
        }

        foreach (var input in Inputs.Where(input => input.Kind is RuleInputKind.YesNo && values.Text(input.Name) is not (null or "yes" or "no" or "true" or "false")))
        {
            values.Refuse(input.Name, $"'{values.Text(input.Name)}' is neither yes nor no");
        }

        if (values.Wrong.Count > 0)
        {
            return new Outcome<RuleAnswer>.Refused([.. values.Wrong]);
        }

        var answer = Judge(values, named);
        return values.Wrong.Count > 0 ? new Outcome<RuleAnswer>.Refused([.. values.Wrong]) : answer;
    }

    protected virtual IReadOnlyList<string> Versions => [Every];

    private protected abstract RuleAnswer Judge(RuleValues values, string version);

    private protected static bool YesNo(RuleValues values, string name) => values.Text(name) is "yes" or "true";

    private protected static string Say(bool yes) => yes ? "yes" : "no";

    private protected static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? RuleAnswer.None;

    private protected static RoshLevel? Rosh(RuleValues values, string name) => values.Text(name) switch
    {
        "VERY_HIGH" => RoshLevel.VeryHigh,
        "HIGH" => RoshLevel.High,
        "MEDIUM" => RoshLevel.Medium,
        "LOW" => RoshLevel.Low,
        _ => null,
    };

    private protected static RuleInput RoshInput { get; } = new("rosh", "Level of risk of serious harm", RuleInputKind.Word) { Words = ["LOW", "MEDIUM", "HIGH", "VERY_HIGH"] };

    private protected static RuleAnswer Answer(string version, Dictionary<string, string> outputs, Explained<string> why, IReadOnlyList<string> missing) =>
        new(version, outputs, why, [why.Because], [.. why.Used.Select(fact => new FactRead(fact.Name, fact.Name, fact.Value, true))], missing);
}
