using Throughcare.Domain.Access;
using Throughcare.Domain.Interventions;
using Throughcare.Domain.Planning;
using Throughcare.Domain.Record.Documents;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;

namespace Throughcare.Domain.Record.SubjectAccess;

/// <summary>What was done and said: contacts, documents, plan.</summary>
public static partial class FactExports
{
    private const string Sensitive = "Sensitive entries are given by decision";

    private static IEnumerable<FactExport> Worked() =>
    [
        FactExport.For<Contact>(ExportSection.Contacts, "Contact", Contact),
        FactExport.For<Addendum>(ExportSection.Contacts, "Added to a contact", Addendum),
        FactExport.For<PersonDocument>(ExportSection.Documents, "Document", Document),
        FactExport.Giving<RecordedObjective>(ExportSection.Plan, "Objective", objective => new ExportLines()
            .Add("Number", (int?)objective.Number).Add("Area of need", objective.Need).Text("Objective", objective.Text).Add("State", (ObjectiveStatus?)objective.Status)
            .Add("To be reached by", objective.TargetOn).Text("Who sees to it", objective.Owner).Add("Intervention", objective.Intervention)
            .Add("Planned to start", objective.PlannedStart).Add("Planned to end", objective.PlannedEnd)),
        FactExport.For<Deferral>(ExportSection.Plan, "Later date for something that is due", Deferral),
        FactExport.For<StandardExemption>(ExportSection.Plan, "Standard that does not bind the case", Exemption),
        FactExport.Giving<RecordedIntervention>(ExportSection.Plan, "Programme or activity", step => new ExportLines()
            .Add("Programme", step.Code).Add("State", (InterventionStatus?)step.Status).Add("Provider", step.Provider).Add("Tutor", step.Tutor).Text("Outcome", step.Outcome)),
    ];

    /// <summary>By which rule a contact is withheld; <see langword="null"/> where it is given, perhaps by decision.</summary>
    private static WithholdingRule? RuleFor(Contact contact, ExportContext context)
    {
        var type = ContactTypes.Find(contact.Type);
        var level = type is not null && type.DefaultSensitivity > contact.Sensitivity ? type.DefaultSensitivity : contact.Sensitivity;
        return (type?.Code, type?.Category) switch
        {
            (_, "victim") => WithholdingRule.Victim,
            _ when level is Sensitivity.Victim => WithholdingRule.Victim,
            _ when contact.IsThirdParty => WithholdingRule.ThirdParty,
            ("PREVENT", _) => WithholdingRule.Extremism,
            ("C369" or "C515" or "C344" or "CMS48", _) or (_, "security") => WithholdingRule.Security,
            ("ICON" or "CAIL" or "CAIR" or "ERFI", _) when context.HasCovertNomination => WithholdingRule.Covert,
            ("C200" or "MAPLS" or "CCMM" or "C281" or "CCMR", _) => WithholdingRule.MappaMinutes,
            ("TC29", _) => WithholdingRule.PublicProtection,   // decisions of the risk management meeting are never disclosed
            _ when level is Sensitivity.Restricted => WithholdingRule.PublicProtection,
            _ when StaffShown.RuleFor(contact.AuthorRole) is { } rule && rule is not WithholdingRule.PublicProtection => rule,
            _ => null,
        };
    }

    private static Treatment Contact(Contact contact, ExportContext context)
    {
        if (RuleFor(contact, context) is { } rule)
        {
            return new Treatment.Withheld(rule);
        }

        var type = ContactTypes.Find(contact.Type);
        var lines = new ExportLines()
            .Add("When", Words.DateAndTime(contact.HappenedAt)).Add("How", (ContactMode?)contact.Mode).Text("With", contact.With)
            .Add("Minutes", contact.DurationMinutes).Add("Written by", StaffShown.Words(contact.AuthorRole, contact.AuthorId, context.NameOf(contact.AuthorId)))
            .Add("Recorded", Words.DateAndTime(contact.FirstRecordedAt)).Add("Kept the appointment", contact.Attendance, AppointmentOutcomes.Table)
            .Add("What followed", contact.Enforcement?.Text).Text("Note", contact.Text).Text("Why it is not about the plan", contact.NotAboutThePlan)
            .Text("Why it was recorded late", contact.LateReason);
        return lines.Under(
            ContactTypes.Words(contact.Type),
            type is null ? "No list knows this kind of contact"
            : contact.Sharing is Sharing.No ? "Its author did not want it shared; the contact says why"
            : contact.Sharing is Sharing.Later ? "Its author wanted it shared later"
            : contact.Sensitivity > Sensitivity.Standard || type.DefaultSensitivity > Sensitivity.Standard ? Sensitive
            : null);
    }

    /// <remarks>What was added is withheld with what it was added to.</remarks>
    private static Treatment Addendum(Addendum addendum, ExportContext context)
    {
        if (context.ContactOf(addendum.ContactId) is not { } contact)
        {
            return new Treatment.Withheld(WithholdingRule.Unclassified);
        }

        return Of(contact, context) switch
        {
            Treatment.Withheld withheld => withheld,
            Treatment.Released { DecideBecause: var because } => new ExportLines()
                .Add("Added to the contact of", Words.DateAndTime(contact.HappenedAt)).Add("Kind", (AddendumKind?)addendum.Kind)
                .Text("Note", addendum.Text).Under("Added to a contact", because),
            _ => new Treatment.Withheld(WithholdingRule.Unclassified),
        };
    }

    private static Treatment Document(PersonDocument document, ExportContext context)
    {
        var type = DocumentTypes.Find(document.Type);
        var level = type is not null && type.DefaultSensitivity > document.Sensitivity ? type.DefaultSensitivity : document.Sensitivity;
        WithholdingRule? rule = level is Sensitivity.Victim ? WithholdingRule.Victim
            : document.IsThirdParty ? WithholdingRule.ThirdParty
            : type is { IsPublicProtection: true } ? WithholdingRule.MappaMinutes
            : level is Sensitivity.Restricted ? WithholdingRule.PublicProtection
            : null;
        return rule is { } withheld
            ? new Treatment.Withheld(withheld)
            : new ExportLines().Add("Kind", type?.Description).Text("Title", document.Title).Add("Dated", document.ValidFrom).Add("Received", document.ReceivedOn)
                .Text("File", document.FileName).Add("Version of the file", (int?)document.FileNumber).Text("What changed", document.VersionNote)
                .Under("Document", "Somebody has to read a document before it is given");
    }

    /// <remarks>What is due for victims, or to protect the public, is withheld as what it is about is.</remarks>
    private static Treatment Deferral(Deferral deferral, ExportContext context) =>
        GroupRule(StandardRuleSet.InUse.Find(deferral.Rule)?.MeasureGroup) is { } rule
            ? new Treatment.Withheld(rule)
            : new ExportLines().Add("What is due", StandardRuleSet.InUse.Find(deferral.Rule)?.Title ?? deferral.Rule.ToString())
                .Add("Due", deferral.OriginalDueOn).Add("Later date", deferral.NewDueOn).Text("Reason", DeferralReasons.Find(deferral.Reason)?.Description ?? deferral.Reason)
                .Text("Why", deferral.Text).Add("State", (DeferralState?)deferral.State).Add("Decided", deferral.DecidedOn).Text("Why it was refused", deferral.DecisionText)
                .Under("Later date for something that is due", "Staff wrote it for each other: somebody has to read it before it is given");

    private static Treatment Exemption(StandardExemption exemption, ExportContext context) =>
        GroupRule(StandardRuleSet.InUse.FirstIn(exemption.Family)?.MeasureGroup) is { } rule
            ? new Treatment.Withheld(rule)
            : new ExportLines().Add("Standard", StandardRuleSet.InUse.FirstIn(exemption.Family)?.Title ?? exemption.Family)
                .Add("Reason", (ExemptionReason?)exemption.Reason).Text("Why", exemption.Text)
                .Under("Standard that does not bind the case", "Staff wrote it for each other: somebody has to read it before it is given");

    private static WithholdingRule? GroupRule(string? group) => group switch
    {
        StandardGroups.Victim => WithholdingRule.Victim,
        StandardGroups.PublicProtection => WithholdingRule.PublicProtection,
        _ => null,
    };
}
