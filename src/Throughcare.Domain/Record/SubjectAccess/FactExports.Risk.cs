using System.Globalization;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Rules;
using Throughcare.Risk;

namespace Throughcare.Domain.Record.SubjectAccess;

/// <summary>Assessments, alerts, flags, and what protects others.</summary>
public static partial class FactExports
{
    private static readonly string[] ListedAlerts = ["OPPO", "OIOM"];

    private static readonly string[] ListedFlags = ["TC-PPO", "IIOM"];

    private static IEnumerable<FactExport> Risks() =>
    [
        FactExport.Giving<AssessmentSummary>(ExportSection.Risk, "Assessment", Assessment),
        FactExport.Giving<RiskScoring>(ExportSection.Risk, "Scores of an assessment", Scores),
        FactExport.Giving<RoshRecord>(ExportSection.Risk, "Risk of serious harm", risk => new ExportLines().Add("Level", (RoshLevel?)risk.Level)),
        FactExport.Giving<RecordedTier>(ExportSection.Risk, "Tier", tier => new ExportLines().Add("Tier", tier.Tier)),
        FactExport.For<Alert>(ExportSection.Alerts, "Alert", Alert),
        FactExport.For<Registration>(ExportSection.Alerts, "Flag of a register", Registration),
        FactExport.For<PpoNomination>(ExportSection.Alerts, "List of a police area", Nomination),
        FactExport.Never<PrisonMarkers>(ExportSection.Alerts, "Marker of the prison system", WithholdingRule.PublicProtection),
        FactExport.Never<VictimContact>(ExportSection.Record, "Victim contact", WithholdingRule.Victim),
    ];

    private static ExportLines Assessment(AssessmentSummary assessment)
    {
        var lines = new ExportLines()
            .Add("Type", (OasysType?)assessment.Type).Add("State", (OasysStatus?)assessment.Status).Add("Begun", assessment.InitiatedOn).Add("Completed", assessment.CompletedOn)
            .Add("Assessor", assessment.Assessor).Add("Assessor’s unit", assessment.AssessorUnit)
            .Percent("Reoffending within 1 year (OGRS3)", assessment.Ogrs3OneYear).Percent("Reoffending within 2 years (OGRS3)", assessment.Ogrs3TwoYear)
            .Percent("General reoffending within 1 year (OGP)", assessment.OgpOneYear).Percent("General reoffending within 2 years (OGP)", assessment.OgpTwoYear)
            .Percent("Violent reoffending within 1 year (OVP)", assessment.OvpOneYear).Percent("Violent reoffending within 2 years (OVP)", assessment.OvpTwoYear)
            .Percent("Serious reoffending within 2 years, fixed facts (RSR)", assessment.RsrStatic).Percent("Serious reoffending within 2 years (RSR)", assessment.RsrDynamic)
            .Percent("Direct contact sexual reoffending (OSP/DC)", assessment.OspDc).Percent("Indirect contact sexual reoffending (OSP/IIC)", assessment.OspIic);
        foreach (var group in Enum.GetValues<RoshGroup>())
        {
            foreach (var setting in Enum.GetValues<RoshSetting>())
            {
                lines.Add($"Risk of serious harm: {EnumWords.Say(group).ToLowerInvariant()}, {(setting is RoshSetting.Custody ? "in custody" : "in the community")}", assessment.Of(group, setting));
            }
        }

        return lines.Add("Risk of serious harm, overall", assessment.OverallGiven).Add("Has a risk management plan", assessment.HasRiskManagementPlan)
            .Add("Date of the risk management plan", assessment.RiskManagementPlanOn).Add("Date of the sentence plan", assessment.SentencePlanOn).Add("Sections that were filled in", assessment.Sections);
    }

    /// <summary>The scores, and the answers that they were calculated from.</summary>
    private static ExportLines Scores(RiskScoring scoring)
    {
        var lines = new ExportLines().Add("Family", scoring.Family is RiskFamily.Previous ? "Previous" : "2026").Add("Scored", (ScoringKind?)scoring.Kind)
            .Add("Version of the model", scoring.ModelVersion).Add("Version of the bands", scoring.ThresholdsVersion).Add("Calculated", scoring.CalculatedAt.LondonDate);
        foreach (var score in scoring.Scores)
        {
            lines.Add($"Likelihood of {score.Instrument.Purpose} within 2 years ({score.Instrument.Name})", $"{score.Words}{(score.BandWords is { } band ? $", {band.ToLowerInvariant()}" : "")}")
                .Add($"The same within 1 year ({score.Instrument.Name})", score.OneYearPercent is { } percent ? $"{percent.ToString(CultureInfo.InvariantCulture)}%" : null);
        }

        foreach (var answer in scoring.Answers)
        {
            lines.Add(RiskFields.Find(answer.Key)?.Words ?? answer.Key, answer.Value);
        }

        return lines;
    }

    /// <remarks>The list says of every alert who may see it and whether the person may; one that no list knows is withheld.</remarks>
    private static Treatment Alert(Alert alert, ExportContext context)
    {
        var code = AlertCodes.Find(alert.Code);
        WithholdingRule? rule = code switch
        {
            null => WithholdingRule.Unclassified,
            { WhoMaySee: AlertAudience.VictimOnly } => WithholdingRule.Victim,
            { WhoMaySee: AlertAudience.Security } => WithholdingRule.Security,
            { Code: "XTACT" } => WithholdingRule.Extremism,
            { WhoMaySee: AlertAudience.PublicProtection } => WithholdingRule.PublicProtection,
            { PrisonerMaySee: false } or { IsRestricted: true } => WithholdingRule.Security,
            _ when context.HasCovertNomination && ListedAlerts.Contains(alert.Code) => WithholdingRule.Covert,
            _ => null,
        };
        return rule is { } withheld
            ? new Treatment.Withheld(withheld)
            : new ExportLines().Add("Alert", code!.Description).Text("Description", alert.Description).Text("Authorised by", alert.AuthorisedBy).Text("Why it was closed", alert.ClosingComment).Under("Alert");
    }

    private static Treatment Registration(Registration registration, ExportContext context)
    {
        var flag = RiskFlags.Find(registration.Code);
        WithholdingRule? rule = flag switch
        {
            null => WithholdingRule.Unclassified,
            { Code: "RTAO" } => WithholdingRule.Extremism,
            { Group: "victim" } or { DefaultSensitivity: Sensitivity.Victim } => WithholdingRule.Victim,
            { Group: "access" } => WithholdingRule.LimitedAccess,
            { Group: "public_protection" } or { DefaultSensitivity: > Sensitivity.Sensitive } => WithholdingRule.PublicProtection,
            _ when context.HasCovertNomination && ListedFlags.Contains(registration.Code) => WithholdingRule.Covert,
            _ => null,
        };
        return rule is { } withheld
            ? new Treatment.Withheld(withheld)
            : new ExportLines().Add("Flag", registration.Describe()).Add("Category", registration.Category).Add("Register", registration.Register)
                .Under("Flag of a register", flag!.DefaultSensitivity > Sensitivity.Standard ? Sensitive : null);
    }

    private static Treatment Nomination(PpoNomination nomination, ExportContext _) => nomination.IsCovert
        ? new Treatment.Withheld(WithholdingRule.Covert)
        : new ExportLines().Add("Scheme", (PpoScheme?)nomination.Scheme).Add("Area", PoliceAreas.OfForce(nomination.Area)?.Name ?? nomination.Area)
            .Add("State", (PpoStatus?)nomination.Status).Add("Strand", nomination.Strand).Text("Reason", nomination.Reason).Add("Lead agency", nomination.LeadAgency)
            .Text("Note on priority", nomination.PriorityNote).Under("List of a police area");
}
