using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Rules.Functions;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Standards;

/// <summary>A rule to try out: what is filled in stands in the address, so that a judgement can be kept and shown.</summary>
public abstract class RulePage(TimeProvider clock) : PageModel
{
    public RuleFunction Function { get; private set; } = null!;

    /// <summary>By the name of the input, as rules write it.</summary>
    public Dictionary<string, string> Given { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<RuleInput> Inputs { get; private set; } = [];

    /// <summary><see langword="null"/> until there is enough to judge.</summary>
    public RuleAnswer? Answer { get; private set; }

    /// <summary>Facts that were left out, because they rest on entries which the reader does not see.</summary>
    public IReadOnlyList<string> Restricted { get; protected set; } = [];

    public DateOnly Today => clock.GetUtcNow().LondonDate;

    /// <summary>Whether somebody has asked for the judgement.</summary>
    public bool IsAsked => Request.Query.ContainsKey("try");

    /// <summary>The example as a line of a table for <c>throughcare rules check</c>.</summary>
    public string Example => CsvTable.Write(
        ["function", "rule_version", "inputs", "expected"],
        [[Function.Name, Answer!.Version, string.Join("; ", Given.Where(pair => pair.Value.Length > 0).Select(pair => $"{pair.Key}={pair.Value}")), Answer.Text(Answer.Values.Where(pair => pair.Value != RuleAnswer.None).Select(pair => pair.Key))]]);

    /// <summary>What an answer of the function is, in words.</summary>
    public static string Say(string name, string value) => name switch
    {
        _ when value is RuleAnswer.None => "None",
        "state" when Domain.Standards.DueStates.Parse(value) is { } state => Domain.Standards.DueStates.Of(state).Label,
        _ when value is "true" => "Yes",
        _ when value is "false" => "No",
        _ when DateOnly.TryParseExact(value, "yyyy-MM-dd", null, System.Globalization.DateTimeStyles.None, out var day) => Words.LongDate(day),
        _ => value,
    };

    public static IReadOnlyList<Choice> ChoicesOf(RuleInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input.Kind is RuleInputKind.YesNo ? Choice.YesNo : [.. input.Words.Select(word => new Choice(word, FigurePage.Text(word)))];
    }

    /// <summary>What a field shows: dates as people write them.</summary>
    public object? Shown(RuleInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Given.GetValueOrDefault(input.Name) is not { Length: > 0 } value ? null
            : input.Kind is RuleInputKind.Day && DateOnly.TryParseExact(value, "yyyy-MM-dd", null, System.Globalization.DateTimeStyles.None, out var day) ? day : value;
    }

    /// <returns>Whether there is such a function.</returns>
    protected bool Read(string function)
    {
        Function = RuleFunctions.Find(function)!;
        if (Function is null)
        {
            return false;
        }

        foreach (var input in Function.Inputs)
        {
            if (Request.Query[input.Name].ToString().Trim() is { Length: > 0 } typed)
            {
                Given[input.Name] = input.Kind is RuleInputKind.Day && DateText.Read(typed, new(input.Caption, Today)) is { Date: { } day } ? $"{day:yyyy-MM-dd}" : typed;
            }
        }

        Inputs = Function.InputsFor(Given);
        return true;
    }

    /// <summary>Judges what is filled in; what is wrong with it stands by its fields.</summary>
    protected void Judge()
    {
        switch (Function.Evaluate(Given))
        {
            case Outcome<RuleAnswer>.Done { Value: var answer }:
                Answer = answer;
                break;
            case Outcome<RuleAnswer>.Refused refused:
                foreach (var why in refused.Why)
                {
                    ModelState.AddModelError(Inputs.Any(input => input.Name == why.Field) ? why.Field : "", why.Message);
                }

                break;
        }
    }
}
