using Throughcare.Domain.Allocation;
using Throughcare.Domain.Facts;

namespace Throughcare.Domain.Record.SubjectAccess;

/// <summary>Who leads, and what was decided about it.</summary>
public static partial class FactExports
{
    private const string WrittenForStaff = "Staff wrote it for each other: somebody has to read it before it is given";

    private static IEnumerable<FactExport> Allocated() =>
    [
        FactExport.For<AllocationRecord>(ExportSection.Staff, "Allocation to a prison offender manager", (allocation, _) => new ExportLines()
            .Add("Prison", (PlaceCode?)allocation.Prison).Add("Prison offender manager", allocation.PomName).Add("Since", allocation.PomSince)
            .Add("Second prison offender manager", allocation.CoWorkerName).Add("What happened", (AllocationEvent?)allocation.Event)
            .Add("Tier at the time", allocation.Tier).Add("Risk of serious harm at the time", allocation.Rosh)
            .Add("Type of manager that was recommended", allocation.RecommendedType).Add("Reasons for another", Said(allocation.OverrideReasons))
            .Text("Why this manager", allocation.SuitabilityText).Text("Another reason", allocation.OtherText).Text("Message", allocation.Message)
            .Under("Allocation to a prison offender manager", HasWords(allocation) ? WrittenForStaff : null)),
        FactExport.For<ResponsibilityOverride>(ExportSection.Staff, "Who leads, set by hand", (set, _) => new ExportLines()
            .Add("Who leads", (ResponsibilitySide?)set.Side).Add("Until", set.ValidTo).Add("Reason", Said(set.ReasonCode)).Text("Why", set.Text).Text("Why it ended", set.RemovalReason)
            .Under("Who leads, set by hand", WrittenForStaff)),
        FactExport.For<EarlyAllocationAssessment>(ExportSection.Staff, "Assessment for early allocation", (assessment, _) => new ExportLines()
            .Add("Made on", assessment.ValidFrom).Add("OASys of", assessment.OasysOn).Add("Outcome", (EarlyAllocationOutcome?)assessment.Outcome)
            .Text("Why it was referred", assessment.Reason).Add("Accepted by the community", assessment.CommunityAccepted)
            .Under("Assessment for early allocation", "Its answers may tell of monitoring or of others: somebody has to read it before it is given")),
        FactExport.Giving<HandoverProgress>(ExportSection.Staff, "Handover to the community", progress => new ExportLines()
            .Add("Assessment looked at again", progress.ReviewedOasysOn).Add("Contact with the community offender manager", progress.ContactedComOn)
            .Add("Meeting", progress.AttendedMeetingOn).Add("Report sent", progress.SentReportOn)),
        FactExport.Giving<CaseInformation>(ExportSection.Staff, "Information about the case", information => new ExportLines()
            .Add("Tier", information.Tier).Add("Risk of serious harm", information.Rosh).Add("How the case is resourced", information.Resourcing)),
        FactExport.For<ComplexityRecord>(ExportSection.Circumstances, "Complexity of need", (level, _) => new ExportLines()
            .Add("Level", (ComplexityOfNeed?)level.Level).Text("Notes", level.Reason).Under("Complexity of need", level.Reason is null ? null : WrittenForStaff)),
        FactExport.Giving<ScopeExtension>(ExportSection.Staff, "Case taken on by the prison", taken => new ExportLines().Add("Decided by", taken.DecidedBy)),
        FactExport.Giving<TierChoice>(ExportSection.Staff, "Tier chosen by a manager", choice => new ExportLines().Add("Tier", (int?)choice.Tier).Text("Why", choice.Reason)),
        FactExport.Giving<WorkloadMark>(ExportSection.Staff, "How much the case counts in a workload", mark => new ExportLines()
            .Add("Asks for less work because", mark.Inactivity is CaseInactivity.None ? null : (CaseInactivity?)mark.Inactivity).Add("Young adult in transition", (bool?)mark.IsTransition).Text("Why", mark.Reason)),
        FactExport.Never<VloContact>(ExportSection.Staff, "Victim liaison officer", WithholdingRule.Victim),
    ];

    /// <summary>Codes such as <c>no_staff|continuity</c> as words.</summary>
    private static string? Said(string? codes) => codes?.Replace("|", ", ", StringComparison.Ordinal).Replace('_', ' ');

    private static bool HasWords(AllocationRecord allocation) => (allocation.SuitabilityText ?? allocation.OtherText ?? allocation.Message) is not null;
}
