using Throughcare.Domain.Allocation.Functions;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Rules.Functions;
using Xunit;

namespace Throughcare.Domain.Tests.Allocation;

/// <summary>Examples of tiers, workload and key work, each through the function of its name.</summary>
public sealed class TierExamplesTests
{
    [Theory]
    [InlineData("tier.v2", "V2", "rsr=8.2; rosh=HIGH", "protect_points=20; protect_level=B")]
    [InlineData("tier.v2", "V2", "rsr=12.5; rosh=MEDIUM; mappa_level=1; complexity_factors=2", "protect_points=29; protect_level=B")]
    [InlineData("tier.v2", "V2", "rsr=1.0; mappa_level=2", "protect_points=150; protect_level=A")]
    [InlineData("tier.v2", "V2", "mappa_level=1; complexity_factors=2", "protect_points=9; protect_level=D")]
    [InlineData("tier.v2", "V2", "mappa_level=1; complexity_factors=2; women_points=2", "protect_points=11; protect_level=C")]
    [InlineData("tier.v2", "V2", "rsr=6.99", "protect_points=10; protect_level=C")]
    [InlineData("tier.v2", "V2", "mandate=yes; assessment=yes; needs=DRUG_MISUSE:SEVERE|THINKING_AND_BEHAVIOUR:STANDARD|ATTITUDES:SEVERE; ogrs=67; registers=IIOM", "change_points=16; change_level=2")]
    [InlineData("tier.v2", "V2", "mandate=yes; assessment=yes; needs=ALL:STANDARD; ogrs=99; registers=IIOM", "change_points=21; change_level=3")]
    [InlineData("tier.v2", "V2", "mandate=no; assessment=yes; needs=ALL:SEVERE; ogrs=99", "change_points=0; change_level=0")]
    [InlineData("tier.v2", "V2", "protect_level=B; change_level=2; registers=PRC", "tier=B2S")]
    [InlineData("tier.v2.need", "V2", "need=DRUG_MISUSE; score=6; strengths_and_needs=yes", "severity=SEVERE")]
    [InlineData("tier.v2.need", "V2", "need=ATTITUDES; score=1; strengths_and_needs=yes", "severity=STANDARD")]
    [InlineData("tier.v3", "V3", "evaluation_date=2026-06-09; arp=89.99; csrp=6.89; arp_type=DYNAMIC; csrp_type=DYNAMIC; rosh=LOW; mappa=no", "tier=B; provisional=no")]
    [InlineData("tier.v3", "V3", "evaluation_date=2026-06-09; arp=74.9; csrp=2.99; arp_type=DYNAMIC; csrp_type=DYNAMIC; rosh=LOW; mappa=no", "tier=D; provisional=no")]
    [InlineData("tier.v3", "V3", "evaluation_date=2026-06-09; arp=14.9; csrp=0.49; arp_type=DYNAMIC; csrp_type=DYNAMIC; rosh=LOW; mappa=no", "tier=G; provisional=no")]
    [InlineData("tier.v3", "V3", "evaluation_date=2026-06-09; arp=0.0; csrp=0.0; arp_type=DYNAMIC; csrp_type=DYNAMIC; rosh=LOW; mappa=no; domestic_abuse=yes", "tier=E; provisional=no")]
    [InlineData("tier.v3", "V3", "evaluation_date=2026-06-09; arp=0.0; csrp=0.0; arp_type=DYNAMIC; csrp_type=DYNAMIC; rosh=LOW; mappa=yes; stalking=yes", "tier=E; provisional=no")]
    [InlineData("tier.v3", "V3", "evaluation_date=2026-06-09; arp=0.0; csrp=0.0; arp_type=DYNAMIC; csrp_type=DYNAMIC; rosh=MEDIUM; mappa=no; dc_srp_score=3.0; dc_srp_band=MEDIUM", "tier=D; provisional=no")]
    [InlineData("tier.v3", "V3", "evaluation_date=2026-06-09; arp=0.0; csrp=0.0; arp_type=DYNAMIC; csrp_type=DYNAMIC; rosh=MEDIUM; mappa=no; dc_srp_score=2.0; dc_srp_band=MEDIUM", "tier=C; provisional=no")]
    [InlineData("tier.v3", "V3", "evaluation_date=2026-06-09; arp=0.0; csrp=0.0; arp_type=DYNAMIC; csrp_type=DYNAMIC; rosh=MEDIUM; mappa=no; dc_srp_score=0; dc_srp_band=LOW", "tier=G; provisional=no")]
    [InlineData("tier.v3", "V3", "evaluation_date=2026-06-09; arp=0.0; csrp=0.0; arp_type=DYNAMIC; csrp_type=DYNAMIC; rosh=MEDIUM; mappa=no; life_or_ipp=yes; latest_release_date=2025-04-09", "tier=D; provisional=no")]
    [InlineData("tier.v3", "V3", "evaluation_date=2026-06-09; arp=20.0; csrp=3.5; arp_type=STATIC; csrp_type=DYNAMIC; rosh=VERY_HIGH; mappa=no", "tier=C; provisional=yes")]
    [InlineData("tier.v3", "V3", "evaluation_date=2026-06-09; arp=60.0; csrp=0.2; arp_type=DYNAMIC; csrp_type=STATIC; rosh=LOW; mappa=no; dc_srp_score=1.9; dc_srp_band=HIGH", "tier=B; provisional=no")]
    [InlineData("tier.v3", "V3", "evaluation_date=2026-06-09; arp=80.0; csrp=1.5; arp_type=DYNAMIC; csrp_type=DYNAMIC; rosh=-; mappa=no", "tier=C; provisional=no")]
    [InlineData("tier.v3", "V3", "evaluation_date=2026-06-09; arp=80.0; csrp=1.5; arp_type=DYNAMIC; csrp_type=DYNAMIC; rosh=-; mappa=yes", "tier=C; provisional=yes")]
    [InlineData("tier.v3", "V3", "active_event=no; arp=95; csrp=7", "tier=NOT_SUPERVISED")]
    [InlineData("tier.v3", "V3", "active_event=yes; arp=95; csrp=-", "tier=MISSING")]
    [InlineData("tier.2006", "2006", "rosh=HIGH; ppo=no; mappa_level=-; oasys_total=30", "tier=4")]
    [InlineData("tier.2006", "2006", "rosh=LOW; ppo=yes; mappa_level=-; oasys_total=120", "tier=4")]
    [InlineData("tier.2006", "2006", "rosh=MEDIUM; ppo=no; oasys_total=112", "tier=3")]
    [InlineData("tier.2006", "2006", "rosh=LOW; ppo=no; oasys_total=60; programme_required=yes", "tier=3")]
    [InlineData("tier.2006", "2006", "rosh=LOW; ppo=no; oasys_total=60", "tier=2")]
    [InlineData("tier.2006", "2006", "rosh=LOW; ppo=no; oasys_total=20; needs=none", "tier=1")]
    [InlineData("workload.available_points", "all", "nominal_target=2176; grade_hours=37; available_hours=37", "points=2176")]
    [InlineData("workload.available_points", "all", "nominal_target=2176; grade_hours=37; available_hours=19.2", "points=1129")]
    [InlineData("workload.available_points", "all", "nominal_target=2176; grade_hours=37; available_hours=7.4", "points=435")]
    [InlineData("workload.available_points", "all", "nominal_target=2176; grade_hours=37; available_hours=0", "points=0")]
    [InlineData("workload.available_points", "all", "nominal_target=2176; grade_hours=0; available_hours=37", "points=0")]
    [InlineData("workload.points", "all", "cases=10xCOMMUNITY-B2|6xLICENCE-C2|12xCUSTODY-C3; standard_reports=2", "points=2176")]
    [InlineData("workload.points", "all", "cases=4xLICENCE-A3|1xT2A-LICENCE-A3; contacts_outside_caseload=2xCMS17; contacts_by_others=1xCMS03", "points=959")]
    [InlineData("workload.points", "all", "cases=3xCOMMUNITY-B2S|1xUNTIERED", "points=0")]
    [InlineData("workload.capacity", "all", "points=2176; available_points=2176", "capacity=100")]
    [InlineData("workload.capacity", "all", "points=2300; available_points=2070", "capacity=111.1; warning=over_capacity")]
    [InlineData("workload.capacity", "all", "points=500; available_points=0", "capacity=0; warning=no_available_points")]
    [InlineData("workload.pom_load", "all", "cases=30; contracted_hours_per_week=37.5; om_days_in_14=2", "effective_fte=0.20; cases_per_fte=150; warning=redeployed")]
    [InlineData("workload.pom_load", "all", "cases=28; contracted_hours_per_week=37.5; om_days_in_14=10", "effective_fte=1.00; cases_per_fte=28; warning=-")]
    [InlineData("keywork.compliance", "all", "eligible_prisoners=90; from=2025-06-01; to=2025-06-30; frequency_weeks=1; sessions=270", "projected=385; compliance=70.1")]
    public void A_published_example_comes_out_as_expected(string function, string version, string inputs, string expected) => Same(function, version, inputs, expected);

    [Theory]
    [InlineData("tier.v2.level", "axis=protect; points=149", "level=B")]
    [InlineData("tier.v2.level", "axis=protect; points=150", "level=A")]
    [InlineData("tier.v2.level", "axis=protect; points=20", "level=B")]
    [InlineData("tier.v2.level", "axis=protect; points=19", "level=C")]
    [InlineData("tier.v2.level", "axis=protect; points=9", "level=D")]
    [InlineData("tier.v2.level", "axis=change; points=0", "level=1")]
    [InlineData("tier.v2.level", "axis=change; points=9", "level=1")]
    [InlineData("tier.v2.level", "axis=change; points=10", "level=2")]
    [InlineData("tier.v2.level", "axis=change; points=19", "level=2")]
    [InlineData("tier.v2.level", "axis=change; points=20", "level=3")]
    [InlineData("tier.v2.mandate", "events=-", "mandate=no")]
    [InlineData("tier.v2.mandate", "events=NC:current", "mandate=yes")]
    [InlineData("tier.v2.mandate", "events=SC:current:-", "mandate=yes")]
    [InlineData("tier.v2.mandate", "events=NC:ended", "mandate=no")]
    [InlineData("tier.v2.mandate", "events=SP:current:W/no,W1/no", "mandate=no")]
    [InlineData("tier.v2.mandate", "events=SP:current:RM/yes", "mandate=no")]
    [InlineData("tier.v2.mandate", "events=SP:current:RM/restrictive,RM/no", "mandate=yes")]
    [InlineData("tier.v2.mandate", "events=SP:ended:RM/no|SP:current:W/no", "mandate=no")]
    [InlineData("tier.v2.need", "need=ALCOHOL_MISUSE; score=-", "severity=-; points=-")]
    [InlineData("tier.v2.need", "need=ALCOHOL_MISUSE; score=3", "severity=NONE; points=0")]
    [InlineData("tier.v2.need", "need=ALCOHOL_MISUSE; score=3; strengths_and_needs=yes", "severity=STANDARD; points=1")]
    [InlineData("tier.v2.need", "need=ATTITUDES; score=7", "severity=SEVERE; points=4")]
    [InlineData("tier.v2.need", "need=EMOTIONAL_WELL_BEING; score=9", "severity=-; points=-")]
    [InlineData("tier.v2", "rsr=7.00", "protect_points=20; protect_level=B")]
    [InlineData("tier.v2", "rsr=6.994", "protect_points=10")]
    [InlineData("tier.v2", "rsr=6.995", "protect_points=20")]
    [InlineData("tier.v2", "rsr=2.99", "protect_points=0; protect_level=D; tier=D0")]
    [InlineData("tier.v2", "rsr=3.00", "protect_points=10")]
    [InlineData("tier.v2", "rsr=999.99; rosh=LOW", "protect_points=0")]
    [InlineData("tier.v2", "rosh=VERY_HIGH; rsr=8", "protect_points=150; protect_level=A")]
    [InlineData("tier.v2", "mappa_level=3; rosh=HIGH; rsr=4", "protect_points=170")]
    [InlineData("tier.v2", "registers=RMDO|RMDO|ALSH|IIOM|HREG", "protect_points=4")]
    [InlineData("tier.v2", "mandate=yes; assessment=no; ogrs=99", "change_points=0; change_level=2")]
    [InlineData("tier.v2", "mandate=yes; assessment=yes; ogrs=9.9", "change_points=0; change_level=1; tier=D1")]
    [InlineData("tier.2006", "rosh=-; ppo=yes", "tier=MISSING")]
    [InlineData("tier.2006", "rosh=LOW", "tier=1; provisional=yes")]
    [InlineData("tier.2006", "rosh=LOW; ogrs=74", "tier=2; provisional=no")]
    [InlineData("tier.2006", "rosh=LOW; ogrs=75", "tier=3; provisional=no")]
    [InlineData("tier.2006", "rosh=LOW; oasys_total=40", "tier=1")]
    [InlineData("tier.2006", "rosh=LOW; oasys_total=41", "tier=2")]
    [InlineData("tier.2006", "rosh=LOW; oasys_total=99", "tier=2")]
    [InlineData("tier.2006", "rosh=LOW; oasys_total=100", "tier=3")]
    [InlineData("tier.2006", "rosh=MEDIUM; oasys_total=20; complexity_factors=1", "tier=2")]
    [InlineData("tier.2006", "rosh=MEDIUM; oasys_total=20; complexity_factors=2", "tier=3")]
    [InlineData("tier.2006", "rosh=LOW; oasys_total=20; complexity_factors=5", "tier=1")]
    [InlineData("tier.2006", "rosh=LOW; oasys_total=20; mappa_level=1", "tier=1")]
    [InlineData("tier.2006", "rosh=LOW; oasys_total=20; mappa_level=2", "tier=4")]
    [InlineData("tier.2006", "rosh=LOW; oasys_total=20; indeterminate=yes", "tier=4")]
    [InlineData("tier.2006", "rosh=LOW; oasys_total=20; needs=housing", "tier=2")]
    [InlineData("tier.v3", "arp=90; csrp=3", "tier=A")]
    [InlineData("tier.v3", "arp=15; csrp=0.5", "tier=F")]
    [InlineData("tier.v3", "arp=0; csrp=0; rosh=LOW; dc_srp_score=0.60; dc_srp_band=MEDIUM", "tier=D")]
    [InlineData("tier.v3", "arp=0; csrp=0; rosh=LOW; dc_srp_score=1.12; dc_srp_band=MEDIUM", "tier=C")]
    [InlineData("tier.v3", "arp=0; csrp=0; rosh=LOW; dc_srp_score=2.11; dc_srp_band=MEDIUM", "tier=D")]
    [InlineData("tier.v3", "arp=0; csrp=0; rosh=LOW; dc_srp_score=3.36; dc_srp_band=MEDIUM", "tier=C")]
    [InlineData("tier.v3", "arp=0; csrp=0; rosh=LOW; dc_srp_band=VERY_HIGH", "tier=G")]
    [InlineData("tier.v3", "arp=0; csrp=0; rosh=LOW; dc_srp_score=5; dc_srp_band=NOT_APPLICABLE", "tier=G")]
    [InlineData("tier.v3", "evaluation_date=2026-06-09; arp=0; csrp=0; rosh=LOW; life_or_ipp=yes; latest_release_date=2025-06-09", "tier=B")]
    [InlineData("tier.v3", "evaluation_date=2026-06-09; arp=0; csrp=0; rosh=LOW; life_or_ipp=yes; latest_release_date=2025-06-08", "tier=D")]
    [InlineData("tier.v3", "evaluation_date=2026-06-09; arp=0; csrp=0; rosh=LOW; life_or_ipp=yes; latest_release_date=2021-06-09", "tier=D")]
    [InlineData("tier.v3", "evaluation_date=2026-06-09; arp=0; csrp=0; rosh=LOW; life_or_ipp=yes; latest_release_date=2021-06-08", "tier=E")]
    [InlineData("tier.v3", "evaluation_date=2026-06-09; arp=0; csrp=0; rosh=LOW; life_or_ipp=yes; latest_release_date=2027-01-01", "tier=B")]
    [InlineData("tier.v3", "evaluation_date=2026-06-09; arp=0; csrp=0; rosh=LOW; life_or_ipp=yes", "tier=G")]
    [InlineData("tier.v3", "arp=0; csrp=0; arp_type=STATIC; csrp_type=STATIC; rosh=VERY_HIGH; mappa=yes", "tier=A; provisional=no")]
    [InlineData("tier.v3", "arp=95; csrp=7; arp_type=STATIC; csrp_type=STATIC; rosh=LOW", "tier=A; provisional=yes")]
    [InlineData("tier.v3", "arp=80; csrp=1.5; rosh=-", "tier=C; provisional=yes")]
    [InlineData("tier.v3", "arp=80; csrp=1.5; rosh=LOW", "tier=C; provisional=no")]
    [InlineData("tier.v3", "arp=0; csrp=0; arp_type=DYNAMIC; csrp_type=DYNAMIC; rosh=-; sexual_offences=yes", "tier=E; provisional=yes")]
    [InlineData("workload.points", "cases=2xCOMMUNITY-A3/WARRANT|1xCOMMUNITY-A3/UNPAID_WORK", "points=206")]
    [InlineData("workload.points", "cases=1xCOMMUNITY-A3@12.5", "points=13")]
    [InlineData("workload.points", "cases=1xCOMMUNITY-E9|1xREMAND-A3|1xCUSTODY-D1", "points=13; unscored=1xCOMMUNITY-E9|1x?-A3")]
    [InlineData("workload.points", "contacts_by_others=1xCMS03|9xNOSUCH", "points=-18")]
    [InlineData("workload.points", "fast_reports=2", "points=130")]
    [InlineData("workload.available_points", "nominal_target=2176; grade_hours=37; available_hours=35.1", "points=2064")]
    [InlineData("workload.available_points", "nominal_target=2176; grade_hours=37; available_hours=-1", "points=0")]
    [InlineData("workload.capacity", "points=799; available_points=1000", "capacity=79.9; warning=under_used")]
    [InlineData("workload.capacity", "points=800; available_points=1000", "capacity=80; warning=-")]
    [InlineData("workload.capacity", "points=899; available_points=1000", "capacity=89.9; warning=-")]
    [InlineData("workload.capacity", "points=900; available_points=1000", "capacity=90; warning=near_capacity")]
    [InlineData("workload.capacity", "points=9994; available_points=10000", "capacity=99.9; warning=near_capacity")]
    [InlineData("workload.capacity", "points=9995; available_points=10000", "capacity=100; warning=over_capacity")]
    [InlineData("workload.capacity", "points=-40; available_points=1000", "capacity=-4; warning=under_used")]
    [InlineData("workload.pom_load", "cases=35; contracted_hours_per_week=37.5; om_days_in_14=10", "cases_per_fte=35; warning=-")]
    [InlineData("workload.pom_load", "cases=36; contracted_hours_per_week=37.5; om_days_in_14=10", "warning=high_caseload")]
    [InlineData("workload.pom_load", "cases=71; contracted_hours_per_week=37.5; om_days_in_14=10", "warning=extreme_caseload")]
    [InlineData("workload.pom_load", "cases=30; contracted_hours_per_week=37.5; om_days_in_14=5", "effective_fte=0.50; warning=high_caseload")]
    [InlineData("workload.pom_load", "cases=30; contracted_hours_per_week=37.5; om_days_in_14=0", "effective_fte=0.00; cases_per_fte=-; warning=redeployed")]
    [InlineData("workload.pom_load", "cases=10; contracted_hours_per_week=18.75; om_days_in_14=5", "effective_fte=0.50; cases_per_fte=20; warning=-")]
    [InlineData("keywork.compliance", "eligible_prisoners=0; from=2025-06-01; to=2025-06-30; sessions=3", "projected=0; compliance=-")]
    [InlineData("keywork.compliance", "eligible_prisoners=10; from=2025-06-01; to=2025-06-14; frequency_weeks=2; sessions=10", "projected=10; compliance=100")]
    public void Boundaries_come_out_as_the_rules_say(string function, string inputs, string expected) => Same(function, "all", inputs, expected);

    [Theory]
    [InlineData("tier.v3", "arp=-0.1; csrp=1", "arp")]
    [InlineData("tier.v3", "arp=1; csrp=-1", "csrp")]
    [InlineData("tier.v3", "arp=1; csrp=1; dc_srp_score=0.59; dc_srp_band=MEDIUM", "dc_srp_score")]
    [InlineData("tier.v3", "arp=1; csrp=1; arp_type=BOTH", "arp_type")]
    [InlineData("tier.v3", "arp=1; csrp=1; life_or_ipp=yes; latest_release_date=2025-01-01", "evaluation_date")]
    [InlineData("tier.v3", "arp=much; csrp=1", "arp")]
    [InlineData("tier.v2", "mandate=maybe", "mandate")]
    [InlineData("tier.v2", "needs=DRINKING:SEVERE", "needs")]
    [InlineData("tier.v2", "ogrs=101", "ogrs")]
    [InlineData("tier.v2", "mappa_level=4", "mappa_level")]
    [InlineData("tier.v2.mandate", "events=SP:perhaps", "events")]
    [InlineData("workload.points", "cases=COMMUNITY-B2", "cases")]
    [InlineData("workload.points", "cases=1xCOMMUNITY-B2/HOLIDAY", "cases")]
    [InlineData("keywork.compliance", "eligible_prisoners=1; from=2025-06-01; to=2025-06-30; frequency_weeks=0; sessions=3", "frequency_weeks")]
    public void What_can_not_be_read_is_refused_by_the_name_of_its_input(string function, string inputs, string field)
    {
        var refused = Assert.IsType<Outcome<RuleAnswer>.Refused>(Find(function).Evaluate(RuleExampleText.Read(inputs)));

        Assert.Equal(field, Assert.Single(refused.Why).Field);
    }

    [Fact]
    public void Another_version_of_the_rules_is_refused()
    {
        var refused = Assert.IsType<Outcome<RuleAnswer>.Refused>(Find("tier.v3").Evaluate(RuleExampleText.Read("arp=1; csrp=1"), "V2"));

        Assert.Equal("rule_version", Assert.Single(refused.Why).Field);
    }

    [Fact]
    public void Every_function_can_be_found_by_its_name() => Assert.All(TierFunctions.All, function => Assert.Same(function, RuleFunctions.Find(function.Name)));

    private static void Same(string function, string version, string inputs, string expected)
    {
        var named = RuleExampleText.Read(expected);
        var answer = Assert.IsType<Outcome<RuleAnswer>.Done>(Find(function).Evaluate(RuleExampleText.Read(inputs), version)).Value;

        Assert.Equal(expected, answer.Text(named.Keys));
        Assert.NotEqual("", answer.Why.Because);
    }

    private static RuleFunction Find(string name) => TierFunctions.All.Single(function => function.Name == name);
}
