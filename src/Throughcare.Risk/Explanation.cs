namespace Throughcare.Risk;

/// <summary>One term that was added: a fact, its coefficient or points, and what it contributes.</summary>
/// <param name="Name">As the tables call it: "copas_g_male".</param>
/// <param name="Part">Terms that belong together, such as the powers of the age, are one part.</param>
/// <param name="Value">The fact as a number: an age, an answer, 1 for what holds.</param>
/// <param name="Coefficient">What the value is multiplied by; for points, what the points are multiplied by.</param>
/// <param name="Field">The answer it comes from, where it is one answer.</param>
public readonly record struct PredictorTerm(string Name, string Part, double Value, double Coefficient, RiskField? Field)
{
    /// <summary>In the sum: of the logit, of the points, or per cent.</summary>
    public double Contribution => Value * Coefficient;
}

/// <summary>Terms that belong together.</summary>
/// <param name="Contribution">Their sum.</param>
public sealed record PredictorPart(string Name, double Contribution, IReadOnlyList<PredictorTerm> Terms);

/// <summary>Why a score is what it is: every term that was added.</summary>
/// <param name="Unit">What contributions are in: "log odds", "points" or "per cent".</param>
/// <param name="Parts">The greatest first, whichever way it moves the score.</param>
/// <param name="Rule">How the sum becomes the percentage.</param>
/// <param name="Source">The public source of the coefficients.</param>
public sealed record PredictorExplanation(PredictorScore Score, string Unit, double Sum, IReadOnlyList<PredictorPart> Parts, string Rule, string Source)
{
    /// <summary>What most moves the score, without what is the same for everybody.</summary>
    public IEnumerable<PredictorPart> Movers => Parts.Where(part => part.Name != "intercept" && part.Contribution != 0);
}

/// <summary>Where terms go as they are added; so that the arithmetic stands once, explained or not.</summary>
internal interface ITerms
{
    void Add(string name, string part, double value, double coefficient, RiskField? field = null);
}

/// <summary>Nobody asks: the terms are gone, and cost nothing.</summary>
internal readonly struct NoTerms : ITerms
{
    public void Add(string name, string part, double value, double coefficient, RiskField? field = null)
    {
    }
}

/// <summary>Keeps every term.</summary>
internal readonly struct TermList(List<PredictorTerm> terms) : ITerms
{
    public void Add(string name, string part, double value, double coefficient, RiskField? field = null) => terms.Add(new(name, part, value, coefficient, field));
}
