using Throughcare.Domain.Standards;

namespace Throughcare.Domain.Rules.Functions;

/// <summary>A rule that can be tried out: values in, judgement with its why out. The rule workbench and the rule checks run it.</summary>
public abstract class RuleFunction
{
    /// <summary>What tables of examples call it, such as <c>standard.due</c>.</summary>
    public abstract string Name { get; }

    /// <summary>What pages call it.</summary>
    public abstract string Title { get; }

    /// <summary>What it works out, in a sentence.</summary>
    public abstract string Description { get; }

    /// <summary>Everything that it can be given, in the order in which a form asks.</summary>
    public abstract IReadOnlyList<RuleInput> Inputs { get; }

    /// <summary>What it can make use of once some of it is given: all of it unless said.</summary>
    public virtual IReadOnlyList<RuleInput> InputsFor(IReadOnlyDictionary<string, string> given) => Inputs;

    /// <summary>What of a case it takes from the record.</summary>
    public virtual IReadOnlyList<FactWord> FactsFor(IReadOnlyDictionary<string, string> given) => [];

    /// <summary>What it gives back.</summary>
    public abstract IReadOnlyList<RuleOutput> Outputs { get; }

    /// <summary>The version of the rules that answers when none is named.</summary>
    public abstract string Version { get; }

    /// <summary>Judges what is given.</summary>
    /// <param name="inputs">Values by the name of the input; an empty value counts as none given.</param>
    /// <param name="version">The version that is to judge; empty for <see cref="Version"/>.</param>
    /// <returns>Refused where a value can not be read, is missing, or the version is not at hand; each refusal names its input.</returns>
    public abstract Outcome<RuleAnswer> Evaluate(IReadOnlyDictionary<string, string> inputs, string version = "");
}

/// <summary>One thing that a function can be given.</summary>
/// <param name="Name">As tables of examples write it.</param>
/// <param name="Caption">The label of a field.</param>
/// <param name="Kind">How it is written.</param>
public sealed record RuleInput(string Name, string Caption, RuleInputKind Kind)
{
    public bool IsRequired { get; init; }

    public string Hint { get; init; } = "";

    /// <summary>What it can be, where that is a list.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>The heading under which a form asks for it.</summary>
    public string Group { get; init; } = "";
}

public enum RuleInputKind
{
    Text,
    Word,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    YesNo,
    Number,

    /// <summary><c>2026-03-01</c>.</summary>
    Day,

    /// <summary><c>14:30</c>, in London.</summary>
    Time,

    /// <summary>Days or instants such as <c>2026-03-01T14:30</c>, with <c>|</c> between.</summary>
    Days,
}

/// <param name="Name">As tables of examples write it.</param>
/// <param name="Caption">What pages call it.</param>
public sealed record RuleOutput(string Name, string Caption);

/// <summary>A judgement with everything that it rests on.</summary>
/// <param name="Version">The version of the rules that judged.</param>
/// <param name="Values">By the name of the output; <c>-</c> for none.</param>
/// <param name="Why">The answer in a sentence, the rule, its source and the facts used.</param>
/// <param name="Steps">The arithmetic, a sentence each.</param>
/// <param name="Facts">What was read, and whether the answer rests on it.</param>
/// <param name="Missing">What would have to be recorded to know.</param>
public sealed record RuleAnswer(
    string Version, IReadOnlyDictionary<string, string> Values, Explained<string> Why, IReadOnlyList<string> Steps, IReadOnlyList<FactRead> Facts, IReadOnlyList<string> Missing)
{
    public const string None = "-";

    /// <summary>As tables of examples write it: <c>due_date=2025-12-26; state=DUE_SOON</c>.</summary>
    public string Text(IEnumerable<string> outputs) => string.Join("; ", outputs.Select(name => $"{name}={Values.GetValueOrDefault(name, None)}"));
}

/// <param name="Name">The word of the rule.</param>
/// <param name="Caption">What pages call it.</param>
/// <param name="Value">In words; "Not recorded" for what is not known.</param>
/// <param name="IsDecisive">The answer rests on it.</param>
public sealed record FactRead(string Name, string Caption, string Value, bool IsDecisive);
