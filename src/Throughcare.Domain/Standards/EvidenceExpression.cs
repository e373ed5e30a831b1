namespace Throughcare.Domain.Standards;

/// <summary>What shows that a rule was met: any of its clauses. Source: the column <c>satisfied_by</c>.</summary>
/// <param name="Text">As the rule set writes it.</param>
public sealed record EvidenceExpression(string Text, IReadOnlyList<EvidenceClause> Clauses);

/// <summary>Items that are all needed; the latest of their dates is the date of the evidence.</summary>
public sealed record EvidenceClause(IReadOnlyList<EvidenceItem> Items);

/// <summary>One kind of entry with what it has to be like.</summary>
public sealed record EvidenceItem(EvidenceKind Kind, IReadOnlyList<EvidenceKey> Keys)
{
    public EvidenceKey? Find(string name) => Keys.FirstOrDefault(key => key.Name == name);
}

/// <summary>One thing asked of an entry: any of the values, or at least a number.</summary>
/// <param name="Name">Such as <c>type</c> or <c>outcome.attended</c>.</param>
/// <param name="AtLeast">The number of <c>n&gt;=16</c>; <see langword="null"/> for a list of values.</param>
public sealed record EvidenceKey(string Name, IReadOnlyList<string> Values, int? AtLeast = null);

public enum EvidenceKind
{
    Allocation,
    Contact,
    Count,
    Minutes,
    Oasys,
    Plan,
    Rmp,
    Document,
    Outcome,
    Enforcement,
    Breach,
    Recall,
    Movement,
    Location,
    Flag,
    Licence,
    Hdc,
    Rotl,
    Parole,
    Categorisation,
    Handover,
    EarlyAllocation,
    Report,
    ImprovementPlan,
    Sfo,
    Victim,
}
