using Throughcare.Domain.Rules;
using Throughcare.Domain.Rules.Functions;

namespace Throughcare.Exchange.Rules;

/// <summary>Runs examples of rules: a row in, the same row out with what the rule says and whether that was expected.</summary>
/// <remarks>Columns <c>function</c>, <c>rule_version</c>, <c>inputs</c> and <c>expected</c>; any others are kept as they are. Only the
/// outputs that <c>expected</c> names are compared.</remarks>
public static class RuleCheckFile
{
    private const string Actual = "actual";

    private const string Match = "match";

    private static readonly string[] Needed = ["function", "rule_version", "inputs", "expected"];

    /// <param name="Passed">Rows of which every expected output came out.</param>
    /// <param name="Failed">All others, those included that could not be run.</param>
    public sealed record Report(int Passed, int Failed);

    /// <exception cref="InvalidDataException">It is no table of examples.</exception>
    public static Report Check(string text, TextWriter results, string name = "the file")
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(results);

        var table = Read(name, text);
        var kept = table.Columns.Where(column => column is not (Actual or Match)).ToList();
        List<IReadOnlyList<string>> rows = [];
        var passed = 0;
        foreach (var row in table.Rows)
        {
            var (actual, matches) = Run(row);
            passed += matches ? 1 : 0;
            rows.Add([.. kept.Select(column => row[column]), actual, matches ? "true" : "false"]);
        }

        results.Write(CsvTable.Write(kept.Append(Actual).Append(Match), rows));
        results.Flush();
        return new(passed, rows.Count - passed);
    }

    private static CsvTable Read(string name, string text)
    {
        try
        {
            var table = CsvTable.Read(name, text.TrimStart('\uFEFF'));
            var missing = Needed.Where(column => !table.Columns.Contains(column)).ToList();
            return missing.Count == 0 ? table : throw new InvalidDataException($"{name}: the column {string.Join(", ", missing)} is missing. A table of examples has {string.Join(", ", Needed)}");
        }
        catch (TableException wrong)
        {
            throw new InvalidDataException(wrong.Message, wrong);
        }
    }

    private static (string Actual, bool Matches) Run(CsvRow row)
    {
        if (RuleFunctions.Find(row["function"].Trim()) is not { } function)
        {
            return ($"error: there is no function '{row["function"]}'", false);
        }

        try
        {
            var expected = RuleExampleText.Read(row["expected"]);
            if (expected.Count == 0)
            {
                return ("error: nothing is expected", false);
            }

            var unknown = expected.Keys.Where(key => function.Outputs.All(output => output.Name != key)).ToList();
            if (unknown.Count > 0)
            {
                return ($"error: {function.Name} has no output '{string.Join("', '", unknown)}'", false);
            }

            return function.Evaluate(RuleExampleText.Read(row["inputs"]), row["rule_version"].Trim()) switch
            {
                Outcome<RuleAnswer>.Done { Value: var answer } => (answer.Text(expected.Keys), expected.All(pair => answer.Values[pair.Key] == (pair.Value.Length == 0 ? RuleAnswer.None : pair.Value))),
                Outcome<RuleAnswer>.Refused refused => ($"error: {string.Join(". ", refused.Why.Select(why => $"{why.Field}: {why.Message}"))}", false),
                _ => ("error: it could not be judged", false),
            };
        }
        catch (FormatException wrong)
        {
            return ($"error: {wrong.Message}", false);
        }
    }
}
