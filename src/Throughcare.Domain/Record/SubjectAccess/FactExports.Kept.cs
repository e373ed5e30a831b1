using Throughcare.Domain.Access;
using Throughcare.Domain.Record.Handover;

namespace Throughcare.Domain.Record.SubjectAccess;

/// <summary>How the record itself was kept.</summary>
public static partial class FactExports
{
    private static IEnumerable<FactExport> Kept() =>
    [
        FactExport.Giving<PersonCase>(ExportSection.Record, "Case", found => new ExportLines()
            .Add("Opened by", (CaseOpening?)found.OpenedBy).Add("Closed by", found.ClosedBy)),
        FactExport.Giving<DataQualityItem>(ExportSection.Record, "Something to put right", item => new ExportLines()
            .Add("Kind", (DataQualityKind?)item.Kind).Add("What it is about", item.Field).Text("This record says", item.Here).Text("Another source says", item.There)
            .Add("Whose task", (PlaceCode?)item.Owner).Text("How it was settled", item.Settled)),
        FactExport.Giving<SubjectAccessRequest>(ExportSection.Record, "Request to see the record", request => new ExportLines()
            .Add("Received", request.ReceivedOn).Add("How it came", request.ReceivedBy).Add("State", (SubjectAccessState?)request.State).Add("Answer due", request.DueOn)),
        FactExport.For<HandoverPack>(ExportSection.Record, "Handover pack", (pack, _) => new ExportLines()
            .Add("Why it was made", (HandoverPackKind?)pack.Kind).Add("From", pack.From).Add("To", pack.To).Text("Reason for the move", pack.Reason)
            .Text("Message", pack.Message).Text("Gaps that were reported", pack.Gaps)
            .Under("Handover pack", pack.Kind is HandoverPackKind.ByHand or HandoverPackKind.Booking ? "It may tell of a move that has not happened yet" : null)),
        FactExport.Never<AccessRestriction>(ExportSection.Record, "Limit of the record", WithholdingRule.LimitedAccess),
        FactExport.Never<AccessListing>(ExportSection.Record, "Name on a list of the record", WithholdingRule.LimitedAccess),
        FactExport.Never<AccessRequest>(ExportSection.Record, "Request of staff to see the record", WithholdingRule.LimitedAccess),
        FactExport.Never<GlassBreak>(ExportSection.Record, "Opening of a closed record", WithholdingRule.LimitedAccess),
    ];
}
