using Throughcare.Domain.Interventions;
using Throughcare.Domain.Planning;

namespace Throughcare.Domain.Facts;

/// <content>Plan and programmes, as lists and summaries give them.</content>
public sealed partial class CaseFacts
{
    /// <summary>Objectives in force, the latest first.</summary>
    public IReadOnlyList<RecordedObjective> ActiveObjectives => LastingKept(() =>
        InForce(_history.Objectives).Where(o => o.Status is ObjectiveStatus.Planned or ObjectiveStatus.Active).ToList());

    /// <summary>An objective is planned or active, or the latest complete assessment of this sentence has a plan.</summary>
    public Known<bool> HasActivePlan => Lasting(() =>
        ActiveObjectives.Count > 0 ? Known<bool>.Of(true, [.. ActiveObjectives])
        : PlanCompletedOn is { HasValue: true } plan && !(SentenceDate.HasValue && plan.Value < SentenceDate.Value) ? Known<bool>.Of(true, plan.From)
        : Known<bool>.Of(false));

    /// <summary>The day of the latest plan that a complete assessment gives.</summary>
    public Known<DateOnly> PlanCompletedOn => Lasting(() =>
        CompleteAssessments.Where(a => a.SentencePlanOn <= AsAt).MaxBy(a => a.SentencePlanOn) is { } plan
            ? Known<DateOnly>.Of(plan.SentencePlanOn!.Value, plan) : Known<DateOnly>.None());

    /// <summary>A requirement in force asks for a programme.</summary>
    public Known<bool> IsProgrammeRequired => Lasting(() => AnyRequirement(r => r.IsProgramme));

    /// <summary>The earliest target date of an objective in force that names an intervention.</summary>
    public Known<DateOnly> NextObjectiveTargetOn => Lasting(() =>
        ActiveObjectives.Where(o => o is { Intervention: not null, TargetOn: not null }).MinBy(o => o.TargetOn) is { } next
            ? Known<DateOnly>.Of(next.TargetOn!.Value, next) : Known<DateOnly>.None());

    /// <summary>A programme was completed in this sentence.</summary>
    public Known<bool> HasCompletedProgramme => Lasting(() =>
    {
        var completed = Begun(_history.Interventions)
            .Where(i => i.Status is InterventionStatus.Completed && !(SentenceDate.HasValue && i.ValidFrom < SentenceDate.Value)).ToList();
        return Known<bool>.Of(completed.Count > 0, [.. completed]);
    });
}
