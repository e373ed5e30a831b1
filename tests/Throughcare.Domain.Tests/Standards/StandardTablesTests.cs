using Throughcare.Domain.Access;
using Throughcare.Domain.Standards;
using Xunit;

namespace Throughcare.Domain.Tests.Standards;

public sealed class StandardTablesTests
{
    [Fact]
    public void Every_state_has_a_row_that_says_how_it_counts()
    {
        Assert.Equal(Enum.GetValues<DueState>(), DueStates.All.Select(info => info.State));
        Assert.Equal(
            [DueState.MetOnTime, DueState.MetLate, DueState.Missed, DueState.Superseded], DueStates.All.Where(info => info.IsFinal).Select(info => info.State));
        Assert.Equal(
            [(DueState.Due, DenominatorCount.WhenOverdue), (DueState.MetOnTime, DenominatorCount.Yes), (DueState.MetLate, DenominatorCount.Yes), (DueState.Missed, DenominatorCount.Yes), (DueState.Deferred, DenominatorCount.PerReason)],
            DueStates.All.Where(info => info.Counts is not DenominatorCount.No).Select(info => (info.State, info.Counts)));
        Assert.Equal([DueState.MetOnTime], DueStates.All.Where(info => info.CountsOnTime).Select(info => info.State));
        Assert.Equal([DueState.MetOnTime, DueState.MetLate], DueStates.All.Where(info => info.CountsCompleted).Select(info => info.State));
        Assert.All(DueStates.All, info => Assert.Equal(info.State, DueStates.Parse(info.Code)));
        Assert.Null(DueStates.Parse("MET"));
        Assert.Equal("Due today or overdue and still achievable", DueStates.Of(DueState.Due).Label);
    }

    [Fact]
    public void A_deferral_has_a_longest_time_and_an_approver()
    {
        Assert.Equal(13, DeferralReasons.Table.Count);
        var hospital = DeferralReasons.Find("HOSPITAL")!;
        Assert.Equal((56, Role.Homd, false, false), (hospital.MaxDays, hospital.Approver, hospital.CountsInDenominator, hospital.IsSetByEvents));
        Assert.Equal(["UAL", "PAROLE_DEFERRED", "TRANSFER_IN_PROGRESS"], DeferralReasons.Table.Rows.Where(reason => reason.IsSetByEvents).Select(reason => reason.Code));
        Assert.Equal(["REFUSED", "STAFF_SHORTAGE"], DeferralReasons.Table.Rows.Where(reason => reason.MaxDays == 0).Select(reason => reason.Code));
        Assert.Equal(
            ["ESTABLISHMENT_LOCKDOWN", "REFUSED", "AWAIT_INFO", "RELEASE_DATE_DISPUTE", "STAFF_SHORTAGE", "INTERPRETER"],
            DeferralReasons.Table.Rows.Where(reason => reason.CountsInDenominator).Select(reason => reason.Code));
        Assert.Null(DeferralReasons.Find("HOLIDAY"));
    }

    [Fact]
    public void Significant_events_say_who_is_told_and_what_follows()
    {
        Assert.Equal(25, SignificantEvents.Table.Count);
        var child = SignificantEvents.Find("EV-CHILD")!;
        Assert.Equal([Role.Com, Role.PpStaff], child.AlertsTo);
        Assert.Equal((2, 2, "RISK_REVIEW", true), (child.DecisionWorkingDays, child.ReviewWorkingDays, child.Opens, child.IsSignificantChange));
        Assert.Null(SignificantEvents.Find("EV-SELFHARM")!.ReviewWorkingDays);
        Assert.Equal(
            ["EV-DATE", "EV-TRANSFER", "EV-OBJECTIVE", "EV-NOPROGRESS"], SignificantEvents.Table.Rows.Where(change => !change.IsSignificantChange).Select(change => change.Code));
    }

    [Fact]
    public void The_regimes_of_the_rules_are_known_and_one_switches_open_items()
    {
        Assert.Subset(Regimes.All.Select(regime => regime.Code).ToHashSet(), StandardRuleSet.Shipped.Rules.Select(rule => rule.Regime).ToHashSet());
        Assert.Equal(["NS2005"], Regimes.All.Where(regime => regime.SwitchesOpenItems).Select(regime => regime.Code));
        Assert.Equal("Managing the Custodial Sentence Policy Framework", Regimes.Find("MCS")!.Name);
    }
}
