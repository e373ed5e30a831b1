using Throughcare.Domain.Facts;

namespace Throughcare.Domain.Standards;

/// <summary>When a rule applies: an expression over the facts of a case, true, false or unknown.</summary>
/// <remarks>Logic of three values (Kleene): false and unknown is false, true or unknown is true, and any comparison with something
/// unknown is unknown. A fact that is known to be none equals nothing.</remarks>
public abstract record Condition
{
    private readonly Compiled _compiled;

    private Condition() => _compiled = new();

    /// <summary>A copy is compiled for itself.</summary>
    protected Condition(Condition original) => _compiled = new();

    /// <summary>An empty condition: always.</summary>
    public sealed record Always : Condition;

    /// <summary>One fact compared with a value or a list of values; a bare fact is compared with true.</summary>
    public sealed record Test(FactWord Fact, Comparison Comparison, IReadOnlyList<FactValue> Values) : Condition;

    public sealed record Not(Condition Of) : Condition;

    public sealed record And(IReadOnlyList<Condition> All) : Condition;

    public sealed record Or(IReadOnlyList<Condition> Any) : Condition;

    /// <summary>One plain sentence.</summary>
    public string Words => ConditionWords.Of(this);

    /// <summary>What it says of a case. Compiled when first asked.</summary>
    public Truth Evaluate(IStandardFacts facts) => (_compiled.Test ??= ConditionCompiler.Compile(this))(facts);

    /// <summary>What it says of a case, on which facts that rests, and which are missing.</summary>
    public ConditionReading Explain(IStandardFacts facts) => ConditionExplainer.Explain(this, facts);

    /// <summary>The facts it names, each once, in the order in which it names them.</summary>
    public IReadOnlyList<FactWord> Facts => [.. Tests.Select(test => test.Fact).Distinct()];

    /// <summary>Its comparisons, in order.</summary>
    internal IEnumerable<Test> Tests => this switch
    {
        Test test => [test],
        Not not => not.Of.Tests,
        And and => and.All.SelectMany(part => part.Tests),
        Or or => or.Any.SelectMany(part => part.Tests),
        _ => [],
    };

    /// <summary>As the rule set writes it.</summary>
    public sealed override string ToString() => ConditionText.Write(this);

    /// <summary>Holds what was compiled; no part of what makes two conditions the same.</summary>
    private sealed class Compiled
    {
        public Func<IStandardFacts, Truth>? Test { get; set; }

        public override bool Equals(object? obj) => obj is Compiled;

        public override int GetHashCode() => 0;
    }
}

public enum Comparison
{
    Is,
    IsNot,
    In,
    Below,
    AtMost,
    Above,
    AtLeast,
}

/// <summary>False, true or unknown: what is not known is never taken for false.</summary>
public enum Truth
{
    False,
    True,
    Unknown,
}

/// <summary>Where conditions read the facts of a case from: the record, or values that somebody filled in.</summary>
public interface IStandardFacts
{
    Known<FactValue> Read(FactWord word);
}
