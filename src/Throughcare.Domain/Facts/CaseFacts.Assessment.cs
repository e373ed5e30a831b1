using Throughcare.Domain.Assessment;

namespace Throughcare.Domain.Facts;

/// <content>Risk of serious harm and predictors, as assessments and other sources give them.</content>
public sealed partial class CaseFacts
{
    /// <summary>What each source says of the level in the community, the newest first: the first is in force. On one day a whole
    /// assessment stands before a bare level, a level before a registration, and a registration before an alert.</summary>
    public IReadOnlyList<RoshSaid> RoshSaid => LastingKept(() =>
        RoshSources.Of(Believed(_history.Assessments).Where(a => a.ValidFrom <= AsAt), InForce(_history.RoshRecords))
            .Concat(ActiveRegistrations.Count == 0 ? [] : RoshFlags.SelectMany(f => FlagsOf(f.Code).Select(flag => new RoshSaid(f.Level, flag.ValidFrom, flag))))
            .Concat(ActiveAlerts.Count == 0 ? [] : RoshAlerts.SelectMany(a => AlertsOf(a.Code).Select(alert => new RoshSaid(a.Level, alert.ValidFrom, alert))))
            .OrderByDescending(s => s.On).ToList());

    /// <summary>The level of risk of serious harm: the highest cell of the community column of the latest complete assessment, or a level
    /// that another source gives of a later day; unknown without any.</summary>
    public Known<RoshLevel> RoshCommunity => Lasting(() => RoshSaid is [var said, ..] ? Known<RoshLevel>.Of(said.Level, said.From) : Known<RoshLevel>.Unknown());

    /// <summary>The highest cell of the custody column; none where it was never assessed.</summary>
    public Known<RoshLevel> RoshCustody => Lasting(() => LatestRosh is { Custody: { } level } rosh ? Known<RoshLevel>.Of(level, rosh) : Known<RoshLevel>.None());

    /// <summary>The highest of all cells; unknown without any.</summary>
    public Known<RoshLevel> RoshOverall => Lasting(() =>
    {
        var (cells, community) = (LatestRosh?.Overall, RoshCommunity);
        return (cells, community.HasValue) switch
        {
            (null, _) => community,
            ({ } level, false) => Known<RoshLevel>.Of(level, LatestRosh!),
            ({ } level, true) => level >= community.Value ? Known<RoshLevel>.Of(level, LatestRosh!) : community,
        };
    });

    /// <summary>The custody level in custody, the community level elsewhere.</summary>
    public Known<RoshLevel> RoshCurrentSetting => Lasting(() =>
        RulePlace is { HasValue: true, Value: Facts.RulePlace.Custody } && RoshCustody.HasValue ? RoshCustody : RoshCommunity);

    /// <summary>One of the nine cells; none where it was not required.</summary>
    public Known<RoshLevel> RoshOf(RoshGroup group, RoshSetting setting) =>
        LatestRosh?.Of(group, setting) is { } level ? Known<RoshLevel>.Of(level, LatestRosh) : Known<RoshLevel>.None();

    /// <summary>The day on which the level in force was assessed.</summary>
    public Known<DateOnly> RoshAssessedOn => Lasting(() => RoshSaid is [var said, ..] ? Known<DateOnly>.Of(said.On, said.From) : Known<DateOnly>.None());

    /// <summary>The day on which the level last went up, from one complete assessment, or one recorded level, to the next.</summary>
    public Known<DateOnly> RoshRaisedOn => Lasting(() =>
    {
        List<RoshSaid> said =
        [
            .. CompleteAssessments.Where(a => a.Community is not null).Select(a => new RoshSaid(a.Community!.Value, a.CompletedOn!.Value, a))
                .Concat(Begun(_history.RoshRecords).Select(r => new RoshSaid(r.Level, r.ValidFrom, r))).OrderBy(s => s.On),
        ];
        for (var i = said.Count - 1; i > 0; i--)
        {
            if (said[i].Level > said[i - 1].Level)
            {
                return Known<DateOnly>.Of(said[i].On, said[i].From, said[i - 1].From);
            }
        }

        return Known<DateOnly>.None();
    });

    /// <summary>The latest complete risk management plan.</summary>
    public Known<DateOnly> RmpCompletedOn => Lasting(() => CompleteAssessments
        .Where(a => a.HasRiskManagementPlan is true && (a.RiskManagementPlanOn ?? a.CompletedOn) <= AsAt)
        .MaxBy(a => a.RiskManagementPlanOn ?? a.CompletedOn) is { } plan
            ? Known<DateOnly>.Of((plan.RiskManagementPlanOn ?? plan.CompletedOn)!.Value, plan) : Known<DateOnly>.None());

    /// <summary>The day of the latest complete assessment.</summary>
    public Known<DateOnly> LastOasysCompletedOn => Lasting(() =>
        CompleteAssessments is [var latest, ..] ? Known<DateOnly>.Of(latest.CompletedOn!.Value, latest) : Known<DateOnly>.None());

    public Known<OasysType> LastOasysType => Lasting(() =>
        CompleteAssessments is [var latest, ..] ? Known<OasysType>.Of(latest.Type, latest) : Known<OasysType>.None());

    /// <summary>Complete assessments, the latest completed first.</summary>
    public IReadOnlyList<AssessmentSummary> CompleteAssessments => LastingKept(() => Believed(_history.Assessments)
        .Where(a => a.IsComplete && a.CompletedOn <= AsAt)
        .OrderByDescending(a => a.CompletedOn).ThenByDescending(a => a.InitiatedOn).ThenByDescending(a => a.SourceId, StringComparer.Ordinal).ToList());

    /// <summary>The latest complete assessment that holds levels of risk of serious harm.</summary>
    public AssessmentSummary? LatestRosh => CompleteAssessments.FirstOrDefault(a => a.HasRosh);
}
