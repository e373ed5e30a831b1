using Throughcare.Domain.Allocation.Functions;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Rules.Functions;
using Xunit;

namespace Throughcare.Domain.Tests.Allocation;

public sealed class ScopeFunctionsTests
{
    public static TheoryData<string, string, string, string> Examples
    {
        get
        {
            TheoryData<string, string, string, string> data = [];
            foreach (var row in CsvTable.Read("examples", ScopeExamples.Table).Rows)
            {
                data.Add(row["function"], row["rule_version"], row["inputs"], row["expected"]);
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Examples))]
    public void Every_example_comes_out_as_it_was_worked_out(string function, string version, string inputs, string expected)
    {
        var values = RuleExampleText.Read(expected);

        var answer = Judge(function, version, inputs);

        Assert.Equal(expected, answer.Text(values.Keys));
        Assert.NotEmpty(answer.Why.Because);
    }

    [Theory]
    // hearings, and the versions around them
    [InlineData("handover.case", "", "evaluation_date=2024-10-16; sentence_type=indeterminate; thd=2025-10-16; recalled=yes; mappa_level=1", "responsibility=CustodyWithCom; reason=recall_thd_over_12_months")]
    [InlineData("handover.case", "", "evaluation_date=2024-10-15; sentence_type=indeterminate; thd=2025-10-16; recalled=yes; mappa_level=1", "responsibility=Community; reason=recall_case")]
    [InlineData("handover.case", "", "evaluation_date=2024-06-11; sentence_type=indeterminate; thd=2026-01-01; parole_outcome=Stay In Closed; mappa_level=0", "responsibility=CustodyWithCom; reason=thd_over_12_months")]
    [InlineData("handover.case", "", "evaluation_date=2024-06-10; sentence_type=indeterminate; sentence_start_date=2019-10-01; thd=2026-01-01; parole_outcome=Stay In Closed", "responsibility=CustodyOnly; handover_date=2025-01-01; reason=indeterminate")]
    [InlineData("handover.case", "", "evaluation_date=2024-07-24; sentence_type=indeterminate; sentence_start_date=2020-01-01; ted=2023-01-01; thd=2026-01-01", "responsibility=Community; handover_date=2022-01-01; reason=indeterminate")]
    [InlineData("handover.case", "", "evaluation_date=2024-07-23; sentence_type=indeterminate; sentence_start_date=2020-01-01; ted=2023-01-01; thd=2026-01-01", "responsibility=CustodyOnly; handover_date=2025-01-01; reason=indeterminate")]
    [InlineData("handover.case", "H9", "evaluation_date=2026-01-05; sentence_type=indeterminate; ted=2030-01-01; thd=2028-01-01; parole_outcome=Not Specified; mappa_level=2", "responsibility=CustodyOnly; reason=indeterminate")]
    // offsets by version
    [InlineData("handover.case", "", "evaluation_date=2023-11-07; sentence_type=indeterminate; sentence_start_date=2020-01-01; ted=2026-01-31", "handover_date=2025-05-31; reason=indeterminate")]
    [InlineData("handover.case", "", "evaluation_date=2023-11-08; sentence_type=indeterminate; sentence_start_date=2020-01-01; ted=2026-01-31", "handover_date=2025-01-31; reason=indeterminate")]
    [InlineData("handover.case", "", "evaluation_date=2023-08-03; sentence_type=determinate; sentence_start_date=2023-01-01; ped=2023-11-01; crd=2025-01-01", "responsibility=Community; reason=determinate_short")]
    [InlineData("handover.case", "", "evaluation_date=2023-08-02; sentence_type=determinate; sentence_start_date=2023-01-01; ped=2023-11-01; crd=2025-01-01", "responsibility=Community; handover_date=2023-03-01; reason=determinate_parole")]
    [InlineData("handover.case", "H4", "evaluation_date=2023-09-01; sentence_type=indeterminate; sentence_start_date=2020-01-01; ted=2026-01-31; early_allocation=yes", "handover_date=2025-05-31; reason=indeterminate")]
    [InlineData("handover.case", "H4", "evaluation_date=2023-09-01; sentence_type=determinate; sentence_start_date=2020-01-01; ped=2026-01-31; early_allocation=yes", "handover_date=2024-10-31; reason=early_allocation")]
    [InlineData("handover.case", "", "evaluation_date=2023-03-31; sentence_type=determinate; sentence_start_date=2022-10-20; crd=2023-08-20", "responsibility=Community; reason=less_than_10_months_left_to_serve")]
    [InlineData("handover.case", "", "evaluation_date=2023-03-31; sentence_type=determinate; sentence_start_date=2022-10-20; crd=2023-08-21", "handover_date=2023-01-06; reason=nps_determinate")]
    [InlineData("handover.case", "", "evaluation_date=2022-10-18; sentence_type=determinate; sentence_start_date=2021-10-20; crd=2023-08-21; hdcad=2023-05-01; mappa_level=0", "responsibility=CustodyOnly; start_date=2023-01-06; handover_date=2023-05-01; reason=nps_determinate_mappa_1_n")]
    [InlineData("handover.case", "", "evaluation_date=2022-10-18; sentence_type=determinate; sentence_start_date=2021-10-20; crd=2023-02-21", "responsibility=Community; start_date=2022-07-06; handover_date=2022-10-06; reason=nps_mappa_unknown")]
    [InlineData("handover.case", "H1", "evaluation_date=2021-03-01; provider=CRC; sentence_type=determinate; sentence_start_date=2018-11-04; crd=2022-02-10; hdced=2021-09-01", "start_date=2021-06-09; handover_date=2021-06-09; reason=crc_case")]
    [InlineData("handover.case", "H1", "evaluation_date=2021-03-01; sentence_type=determinate; sentence_start_date=2018-11-04; crd=2021-02-14; prison_code=LEI", "responsibility=Community; reason=pre_omic_rules")]
    [InlineData("handover.case", "", "evaluation_date=2020-02-24; sentence_type=determinate; sentence_start_date=2018-11-04; crd=2022-02-14", "responsibility=-; error=before_the_rules")]
    [InlineData("handover.case", "", "evaluation_date=2024-10-15; sentence_type=determinate; sentence_start_date=2010-01-01; crd=2019-02-14", "responsibility=Community; reason=pre_omic_rules")]
    [InlineData("handover.case", "", "evaluation_date=2024-10-16; sentence_type=determinate; sentence_start_date=2010-01-01; crd=2019-02-14", "responsibility=Community; handover_date=2018-05-31; reason=determinate")]
    // what can not be worked out
    [InlineData("handover.case", "H9", "evaluation_date=2026-01-05; sentence_type=determinate; crd=2027-01-01", "responsibility=-; error=sentence_start_missing")]
    [InlineData("handover.case", "H9", "evaluation_date=2026-01-05; sentence_type=determinate; crd=2027-01-01; age=17", "responsibility=-; error=outside_scope")]
    [InlineData("handover.case", "H9", "evaluation_date=2026-01-05; sentence_type=determinate; crd=2027-01-01; imprisonment_status=CIVIL_CON", "responsibility=-; error=outside_scope")]
    // parts of it
    [InlineData("handover.earliest_release", "H9", "evaluation_date=2026-01-05; sentence_type=determinate; crd=2027-01-01; ard=2027-01-01", "date_used=ARD; date=2027-01-01")]
    [InlineData("handover.earliest_release", "H9", "evaluation_date=2026-01-05; sentence_type=indeterminate; ted=2026-01-04; thd=2026-01-04", "date_used=TED; date=2026-01-04")]
    [InlineData("handover.earliest_release", "H8", "evaluation_date=2024-11-05; sentence_type=indeterminate; ted=2026-01-04; thd=2020-01-04", "date_used=THD; date=2020-01-04")]
    [InlineData("handover.earliest_release", "H1", "evaluation_date=2021-11-05; sentence_type=indeterminate; ted=2020-01-04; thd=2021-11-05", "date_used=THD; date=2021-11-05")]
    [InlineData("handover.earliest_release", "H3", "evaluation_date=2023-05-05; sentence_type=indeterminate; ted=2020-01-04; thd=2023-05-05", "date_used=-; date=-")]
    [InlineData("handover.determinate_date", "H2", "sentence_start_date=2022-11-01; crd=2023-05-01", "handover_date=2022-11-01; start_date=2022-11-01")]
    [InlineData("handover.determinate_date", "H9", "crd=2028-10-29", "handover_date=2028-02-15; start_date=2028-02-15")]
    [InlineData("handover.date", "H9", "sentence_type=determinate; sentence_start_date=2025-05-01; earliest_release_date=2027-05-31; determinate_parole=yes", "handover_date=2026-05-31; reason=determinate_parole")]
    [InlineData("handover.start_date", "all", "handover_date=2027-05-05; sentence_type=determinate; open_prison_rules_apply=yes; prison_arrival_date=2025-01-01", "start_date=2027-05-05")]
    [InlineData("handover.start_date", "all", "handover_date=2027-05-05; sentence_type=indeterminate; open_prison_rules_apply=yes; in_womens_prison=yes; prison_arrival_date=2025-01-01", "start_date=2027-05-05")]
    [InlineData("handover.responsibility", "all", "evaluation_date=2026-01-05; start_date=2026-01-05; handover_date=2026-01-06", "responsibility=CustodyWithCom")]
    [InlineData("handover.responsibility", "all", "evaluation_date=2026-01-05", "responsibility=Community")]
    [InlineData("handover.com_days_overdue", "all", "evaluation_date=2026-07-15; handover_date=2026-07-17", "days_overdue=-2")]
    [InlineData("handover.com_days_overdue", "all", "evaluation_date=2026-07-15", "days_overdue=-; error=no_handover_date")]
    [InlineData("handover.override", "all", "calculated=Community; override=Prison", "responsibility=CustodyWithCom")]
    [InlineData("handover.override", "all", "calculated=Community", "responsibility=Community")]
    [InlineData("handover.type", "all", "reason=determinate; enhanced_resourcing=no; case_information=no", "type=missing; tasks=contacted_com|sent_handover_report")]
    [InlineData("list.upcoming_handover", "all", "evaluation_date=2026-07-16; handover_date=2026-07-17; responsibility=CustodyOnly", "listed=yes")]
    [InlineData("list.upcoming_handover", "all", "evaluation_date=2026-07-17; handover_date=2026-07-17; responsibility=CustodyOnly", "listed=no")]
    [InlineData("list.upcoming_handover", "all", "evaluation_date=2026-07-16; handover_date=2026-07-17; responsibility=CustodyOnly; com_name=Bell", "listed=no")]
    [InlineData("list.upcoming_handover", "all", "evaluation_date=2026-07-10; handover_date=2026-07-17; responsibility=CustodyOnly; window_days=6", "listed=no")]
    [InlineData("list.in_progress", "all", "evaluation_date=2026-07-16; handover_date=2026-07-17; responsibility=CustodyOnly; com_email=a@b.example", "listed=yes")]
    [InlineData("list.in_progress", "all", "evaluation_date=2026-07-18; handover_date=2026-07-17; responsibility=Community", "listed=yes")]
    [InlineData("list.in_progress", "all", "evaluation_date=2026-07-18; responsibility=Community", "listed=no")]
    [InlineData("list.com_overdue", "all", "evaluation_date=2026-07-18; handover_date=2026-07-17; responsibility=Community", "listed=no")]
    [InlineData("list.com_overdue", "all", "evaluation_date=2026-07-20; handover_date=2026-07-17; responsibility=Community; com_email=a@b.example", "listed=no")]
    // release and parole
    [InlineData("release.display_date", "all", "evaluation_date=2026-01-05; crd=2026-01-05; hdced=2026-01-04; ped=2026-03-01", "date_used=CRD; date=2026-01-05")]
    [InlineData("release.display_date", "all", "evaluation_date=2026-01-05; crd=2025-01-05; ted=2025-02-05; sed=2027-01-01", "date_used=TED; date=2025-02-05")]
    [InlineData("release.display_date", "all", "evaluation_date=2026-01-05; sed=2027-01-01; prrd=2026-02-01", "date_used=PRRD; date=2026-02-01")]
    [InlineData("release.override", "all", "calculated=2026-01-05; override=2026-02-05", "date=2026-02-05")]
    [InlineData("release.override", "all", "calculated=2026-01-05; override=-", "date=2026-01-05")]
    [InlineData("release.post_recall", "all", "prrd=2026-01-05; override_prrd=2026-05-05; apd=2026-03-01", "date_used=APD; date=2026-03-01")]
    [InlineData("release.is_released", "all", "evaluation_date=2026-01-05; display_date=2026-01-05", "released=yes")]
    [InlineData("release.is_released", "all", "evaluation_date=2026-01-05; crd=2026-01-06", "released=no")]
    [InlineData("release.is_released", "all", "evaluation_date=2026-01-05", "released=no")]
    [InlineData("parole.approaching", "all", "evaluation_date=2026-01-05; thd=2026-11-05", "approaching=yes; date_used=THD")]
    [InlineData("parole.approaching", "all", "evaluation_date=2026-01-05; thd=2026-11-06; ped=2026-01-04", "approaching=no; date_used=-")]
    [InlineData("parole.target_hearing_date", "all", "hearing_dates=2024-01-01|2026-01-01|2020-01-01; sentence_start_date=2022-01-01", "thd=2026-01-01")]
    [InlineData("parole.target_hearing_date", "all", "hearing_dates=2020-01-01; sentence_start_date=2022-01-01", "thd=-")]
    [InlineData("sentence.additional_future_isp", "all", "indeterminate_start_dates=2020-01-01|2020-01-01", "additional_future_isp=no")]
    [InlineData("sentence.additional_future_isp", "all", "indeterminate_start_dates=2020-01-01|2020-01-01; evaluation_date=2024-08-14", "additional_future_isp=yes")]
    [InlineData("sentence.additional_future_isp", "all", "indeterminate_start_dates=2020-01-01|2020-01-02", "additional_future_isp=yes")]
    [InlineData("sentence.additional_future_isp", "all", "indeterminate_start_dates=2020-01-01", "additional_future_isp=no")]
    [InlineData("sentence.is_civil", "all", "imprisonment_status=YO_CFINE", "is_civil=yes")]
    [InlineData("sentence.is_civil", "all", "imprisonment_status=-", "is_civil=no")]
    [InlineData("sentence.code", "all", "imprisonment_status=LR_IPP", "class=indeterminate; recall_variant=yes; code=LR_IPP")]
    [InlineData("sentence.code", "all", "imprisonment_status=-", "class=criminal; recall_variant=no; code=UNK_SENT")]
    // scope
    [InlineData("scope.phase", "all", "date=2007-05-01; age=22; sentence=determinate; months=11.5; rosh=HIGH", "in_scope=no; reason=OUT_SHORT")]
    [InlineData("scope.phase", "all", "date=2007-05-01; age=22; sentence=determinate; months=24; rosh=LOW", "in_scope=no; reason=OUT_RISK_NOT_MET")]
    [InlineData("scope.phase", "all", "date=2007-05-01; age=22; sentence=determinate; months=24", "in_scope=unknown; reason=UNDETERMINED; missing=RoSH level")]
    [InlineData("scope.phase", "all", "date=2007-05-01; age=22; sentence=determinate; months=24; ppo=yes", "in_scope=yes; reason=IN_P2_PPO")]
    [InlineData("scope.phase", "all", "date=2007-05-01; sentence=determinate; months=24; rosh=HIGH", "in_scope=unknown; missing=date of birth")]
    [InlineData("scope.phase", "all", "date=2007-05-01; age=40; rosh=HIGH", "in_scope=unknown; missing=kind of sentence")]
    [InlineData("scope.phase", "all", "date=2007-05-01; age=40; sentence=determinate; rosh=HIGH", "in_scope=unknown; missing=length of sentence")]
    [InlineData("scope.phase", "all", "date=2007-05-01; age=18; sentence=determinate; months=24; rosh=HIGH; ppo=yes", "in_scope=yes; reason=IN_P2_HIGH_ROSH")]
    [InlineData("scope.phase", "all", "date=2007-05-01; age=17; sentence=determinate; months=24; rosh=HIGH", "in_scope=no; reason=OUT_UNDER_18")]
    [InlineData("scope.phase", "all", "date=2007-05-01; age=40; sentence=civil", "in_scope=no; reason=OUT_CIVIL")]
    [InlineData("scope.phase", "all", "date=2007-05-01; age=40; sentence=none", "in_scope=no; reason=OUT_REMAND")]
    [InlineData("scope.phase", "all", "date=2007-05-01; age=40; sentence=determinate; months=24; rosh=LOW; local_extension=yes", "in_scope=yes; reason=IN_LOCAL_EXTENSION")]
    [InlineData("scope.phase", "all", "date=2007-05-01; age=17; sentence=determinate; months=24; rosh=LOW; local_extension=yes", "in_scope=no; reason=OUT_UNDER_18")]
    [InlineData("scope.phase", "all", "date=2006-10-31; age=40; sentence=determinate; months=24; rosh=LOW; place=community", "in_scope=yes; reason=IN_P1_COMMUNITY")]
    [InlineData("scope.phase", "all", "date=2005-03-31; age=40; sentence=determinate; months=24; rosh=LOW; place=community", "in_scope=no; reason=OUT_PHASE_NOT_STARTED")]
    [InlineData("scope.phase", "all", "date=2012-03-31; age=40; sentence=life", "in_scope=no; reason=OUT_LIFE")]
    [InlineData("scope.phase", "all", "date=2012-04-01; age=40; sentence=life", "in_scope=yes; reason=IN_P5_12M")]
    [InlineData("scope.phase", "all", "date=2012-04-01; age=40; sentence=determinate; months=12; rosh=LOW", "in_scope=yes; reason=IN_P5_12M")]
    [InlineData("scope.phase", "all", "date=2012-04-01; age=40; sentence=determinate; months=11; rosh=VERY_HIGH", "in_scope=no; reason=OUT_SHORT")]
    [InlineData("scope.omic", "all", "age=18; imprisonment_status=SENT03; sentence_start_date=2025-01-02; hdced=2025-06-01", "in_scope=yes; reason=IN_OMIC_SENTENCED")]
    [InlineData("scope.omic", "all", "age=40; imprisonment_status=DET", "in_scope=yes; reason=IN_OMIC_IMMIGRATION")]
    [InlineData("scope.omic", "all", "age=40; sentence_start_date=2025-01-02; indeterminate=yes; nationality=foreign", "in_scope=yes; reason=IN_OMIC_SENTENCED")]
    [InlineData("scope.omic", "all", "age=40; imprisonment_status=SENT03", "in_scope=no; reason=OUT_REMAND")]
    [InlineData("scope.omic", "all", "age=40; imprisonment_status=CIV_RMD; sentence_start_date=2025-01-02; release_date=present", "in_scope=no; reason=OUT_CIVIL")]
    [InlineData("scope.omic", "all", "imprisonment_status=SENT03; sentence_start_date=2025-01-02; release_date=present", "in_scope=unknown; reason=UNDETERMINED; missing=date of birth")]
    [InlineData("scope.policy_case", "H1-H7", "cohort=women; sentence_start_date=2021-04-29; handover_release_date=2022-09-29", "in_policy=no")]
    [InlineData("scope.policy_case", "H1-H7", "cohort=women; sentence_start_date=2021-04-30", "in_policy=yes")]
    [InlineData("scope.policy_case", "H1-H7", "prison_code=IWI; sentence_start_date=2019-10-01; open_conditions=yes", "in_policy=no; cohort=england_male_hub_or_private")]
    [InlineData("scope.policy_case", "H1-H7", "prison_code=LEI; welsh_case=yes; sentence_start_date=2019-02-04; open_conditions=yes; open_prison_rules_apply=yes", "in_policy=yes; cohort=wales_male")]
    [InlineData("dates.working_days", "all", "from=2010-02-05; to=2010-02-09", "working_days=2")]
    [InlineData("dates.working_days", "all", "from=2026-04-02; to=2026-04-07", "working_days=1")]
    [InlineData("dates.working_days", "all", "from=2026-04-07; to=2026-04-02", "working_days=0")]
    // early allocation
    [InlineData("early_allocation.oasys_date", "all", "evaluation_date=2025-06-02; oasys_risk_assessment_date=2025-06-01", "valid=yes; error=-")]
    [InlineData("early_allocation.oasys_date", "all", "evaluation_date=2025-06-02; oasys_risk_assessment_date=2025-03-02", "valid=no; error=too_old")]
    [InlineData("early_allocation.oasys_date", "all", "evaluation_date=2025-06-02; oasys_risk_assessment_date=2025-03-03", "valid=yes; error=-")]
    [InlineData("early_allocation.oasys_date", "all", "evaluation_date=2025-06-02", "valid=no; error=missing")]
    [InlineData("early_allocation.outcome", "all", "extremism_separation=no; high_risk_of_serious_harm=no; mappa_level_2=no; pathfinder_process=no; other_reason=no", "outcome=ineligible")]
    [InlineData("early_allocation.outcome", "all", "extremism_separation=yes; high_risk_of_serious_harm=no; mappa_level_2=no; pathfinder_process=no; other_reason=no", "outcome=-")]
    [InlineData("early_allocation.outcome", "all", "extremism_separation=yes; due_for_release_in_less_than_24months=yes; high_risk_of_serious_harm=no; mappa_level_2=no; pathfinder_process=no; other_reason=no", "outcome=discretionary")]
    [InlineData("early_allocation.form", "all", "evaluation_date=2025-06-02; oasys_risk_assessment_date=2025-06-01; convicted_under_terrorism_act_2000=no; high_profile=no; serious_crime_prevention_order=no; mappa_level_3=no; cppc_case=yes", "valid=yes; missing=-")]
    [InlineData("early_allocation.form", "all", "evaluation_date=2025-06-02; oasys_risk_assessment_date=2025-06-01; convicted_under_terrorism_act_2000=no; high_profile=no; serious_crime_prevention_order=no; mappa_level_3=no; cppc_case=no; extremism_separation=no; high_risk_of_serious_harm=no; mappa_level_2=yes; pathfinder_process=no; other_reason=no", "valid=no; missing=reason|approved")]
    [InlineData("early_allocation.form", "all", "evaluation_date=2025-06-02; oasys_risk_assessment_date=2025-06-02; high_profile=yes; serious_crime_prevention_order=no; mappa_level_3=no; cppc_case=no", "valid=no; missing=oasys_risk_assessment_date|convicted_under_terrorism_act_2000")]
    [InlineData("early_allocation.window", "all", "evaluation_date=2025-06-02; ted=2020-01-01; crd=2030-01-01", "in_window=yes; date_used=TED")]
    [InlineData("early_allocation.window", "all", "evaluation_date=2025-06-02", "in_window=no; date_used=-")]
    [InlineData("early_allocation.in_force", "all", "evaluation_date=2025-06-02; assessment_date=2025-06-02; outcome=eligible; created_within_window=yes; licence_expiry_date=2025-06-02", "in_force=yes; state=eligible")]
    [InlineData("early_allocation.in_force", "all", "evaluation_date=2025-06-02; assessment_date=2025-06-02; outcome=eligible; created_within_window=yes; licence_expiry_date=2025-06-01", "in_force=no; state=-")]
    [InlineData("early_allocation.in_force", "all", "evaluation_date=2025-06-02; assessment_date=2025-06-01; outcome=eligible; created_within_window=yes; sentence_start_date=2025-06-02", "in_force=no; state=-")]
    [InlineData("early_allocation.in_force", "all", "evaluation_date=2025-06-02; assessment_date=2025-06-01; outcome=discretionary; created_within_window=yes", "in_force=no; state=decision_pending")]
    [InlineData("early_allocation.in_force", "all", "evaluation_date=2025-06-02; assessment_date=2025-06-01; outcome=discretionary; created_within_window=yes; community_decision=yes", "in_force=yes; state=eligible")]
    [InlineData("early_allocation.in_force", "all", "evaluation_date=2025-06-02; assessment_date=2025-06-01; outcome=eligible; crd=2028-01-01", "in_force=no; state=assessment_saved")]
    [InlineData("early_allocation.in_force", "all", "evaluation_date=2025-06-02; assessment_date=2024-06-01; outcome=eligible; crd=2026-01-01", "in_force=no; state=call_to_action")]
    public void Boundaries_come_out_as_the_rules_say(string function, string version, string inputs, string expected) =>
        Assert.Equal(expected, Judge(function, version, inputs).Text(RuleExampleText.Read(expected).Keys));

    [Theory]
    [InlineData("handover.case", "H10", "evaluation_date=2026-01-05; sentence_type=determinate", "rule_version")]
    [InlineData("handover.case", "H9", "sentence_type=determinate", "evaluation_date")]
    [InlineData("handover.case", "H9", "evaluation_date=2026-01-05; sentence_type=long", "sentence_type")]
    [InlineData("handover.case", "H9", "evaluation_date=2026-01-05; sentence_type=determinate; recalled=maybe", "recalled")]
    [InlineData("handover.determinate_date", "H1", "crd=2022-01-01", "rule_version")]
    [InlineData("handover.type", "all", "reason=because", "reason")]
    [InlineData("scope.phase", "all", "date=2019-10-01; age=30", "date")]
    [InlineData("scope.phase", "all", "date=2009-10-01; months=many", "months")]
    public void What_can_not_be_read_is_refused_with_the_input_it_concerns(string function, string version, string inputs, string field)
    {
        var refused = Assert.IsType<Outcome<RuleAnswer>.Refused>(RuleFunctions.Find(function)!.Evaluate(RuleExampleText.Read(inputs), version));

        Assert.Contains(refused.Why, why => why.Field == field);
    }

    [Fact]
    public void Nationality_can_be_given_and_changes_nothing()
    {
        const string Case = "date=2009-06-01; age=30; sentence=determinate; months=36; rosh=LOW";

        Assert.Equal(Judge("scope.phase", "all", Case).Values, Judge("scope.phase", "all", $"{Case}; nationality=foreign").Values);
    }

    [Fact]
    public void The_version_of_the_rules_follows_from_the_day_and_is_said()
    {
        var answer = Judge("handover.case", "", "evaluation_date=2023-12-01; sentence_type=determinate; sentence_start_date=2021-11-04; crd=2025-02-10");

        Assert.Equal(("H5", "handover/H5"), (answer.Version, answer.Why.Rule));
    }

    [Fact]
    public void Every_function_has_a_name_of_its_own_and_says_what_it_is_for() => Assert.All(ScopeFunctions.All, function =>
    {
        Assert.Single(RuleFunctions.All, other => other.Name == function.Name);
        Assert.EndsWith(".", function.Description, StringComparison.Ordinal);
        Assert.NotEmpty(function.Outputs);
    });

    private static RuleAnswer Judge(string function, string version, string inputs) =>
        Assert.IsType<Outcome<RuleAnswer>.Done>(RuleFunctions.Find(function)!.Evaluate(RuleExampleText.Read(inputs), version)).Value;
}
