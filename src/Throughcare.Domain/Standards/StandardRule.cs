using Throughcare.Domain.Access;

namespace Throughcare.Domain.Standards;

/// <summary>One row of the rule set: what has to be done, for whom, by when, by whom, and what shows that it was.</summary>
public sealed record StandardRule
{
    public required StandardId Id { get; init; }

    /// <summary>The body of policy it belongs to, such as <c>MCS</c>.</summary>
    public required string Regime { get; init; }

    /// <summary>First day it holds; compared with the trigger date.</summary>
    public required DateOnly EffectiveFrom { get; init; }

    /// <summary>Last day it holds; <see langword="null"/> while it does.</summary>
    public DateOnly? EffectiveTo { get; init; }

    /// <summary>At most 120 characters; work lists show it.</summary>
    public required string Title { get; init; }

    public required Condition AppliesWhen { get; init; }

    public required Trigger Trigger { get; init; }

    /// <summary>From the trigger date to the due date; negative before it.</summary>
    public required Offset Due { get; init; }

    /// <summary>How far before the trigger date (for a due date after it) or the due date evidence counts already.</summary>
    public Offset? WindowBefore { get; init; }

    public required Repeat Repeat { get; init; }

    /// <summary>Whose it is; <see langword="null"/> for the product itself.</summary>
    public required Role? Responsible { get; init; }

    public required EvidenceExpression SatisfiedBy { get; init; }

    /// <summary>The public document it comes from.</summary>
    public required string Source { get; init; }

    public required Confidence Confidence { get; init; }

    /// <summary>Of one family, one item lives for one occurrence.</summary>
    public required string Family { get; init; }

    /// <summary>The higher wins within a family.</summary>
    public required int Priority { get; init; }

    public required Roll Roll { get; init; }

    /// <summary>Calendar days before the due date from which it is due soon.</summary>
    public required int LeadDays { get; init; }

    /// <summary>What makes an unmet item missed.</summary>
    public required IReadOnlyList<Trigger> ClosesOn { get; init; }

    /// <summary>How reports group it.</summary>
    public required string MeasureGroup { get; init; }

    /// <summary>What follows when it is not met; shown to whoever is responsible.</summary>
    public string? Consequence { get; init; }

    public bool HoldsOn(DateOnly day) => EffectiveFrom <= day && (EffectiveTo is null || day <= EffectiveTo);
}

/// <summary>How sure we are of a figure, shown beside every due date.</summary>
public enum Confidence
{
    /// <summary>It stands in an inspection report or in what people in prison are told.</summary>
    A,

    /// <summary>Read in another public document or in public service code.</summary>
    B,

    /// <summary>The rule stands in a named public policy; the figure is to be checked.</summary>
    C,

    /// <summary>Asked for without a figure; ours is guidance, and left out of national figures.</summary>
    D,
}

/// <summary>What becomes of a due date on a day that is not a working day.</summary>
public enum Roll
{
    /// <summary>It stays: the source says "within n weeks".</summary>
    None,

    /// <summary>It moves to the next working day.</summary>
    Next,

    /// <summary>It moves to the working day before.</summary>
    Previous,
}

/// <summary>What starts a clock: something that happened, a date of the case, or a period of the calendar.</summary>
/// <param name="Name">As the rule set writes it after the colon: <c>sentence</c>, <c>RELEASE</c>, <c>calendar_month</c>.</param>
public readonly record struct Trigger(TriggerKind Kind, string Name)
{
    public override string ToString() => $"{Kind.ToString().ToLowerInvariant()}:{Name}";
}

public enum TriggerKind
{
    Event,
    Date,
    Period,
}

/// <summary>Whether and how a met or ended item is followed by the next.</summary>
public abstract record Repeat
{
    private Repeat() { }

    /// <summary>Once for each occurrence.</summary>
    public sealed record Never : Repeat;

    /// <summary>The next clock starts on the day of the evidence that met the item; without evidence it does not start.</summary>
    public sealed record FromEvidence(OffsetPart Every) : Repeat;

    /// <summary>As <see cref="FromEvidence"/>, every so many months as the list of risk flags gives for the flag.</summary>
    public sealed record FromEvidenceOfFlag : Repeat;

    /// <summary>The next is due so long after the one before was, met or not.</summary>
    public sealed record FromDue(OffsetPart Every) : Repeat;

    /// <summary>One a calendar month.</summary>
    public sealed record PerMonth : Repeat;

    /// <summary>One a week, due on Sunday.</summary>
    public sealed record PerWeek : Repeat;
}
