using Throughcare.Domain.Movements;

namespace Throughcare.Domain.Record.Offloc;

/// <summary>What it means that two successive full files do not name somebody who was on the list.</summary>
public static class DecideLeaver
{
    /// <summary>Successive absences after which it counts: one may be a fault of one night.</summary>
    public const int Absences = 2;

    /// <summary>What the status of somebody says who left the list for no recorded reason.</summary>
    public const string Unknown = "RELEASED OR UNKNOWN";

    /// <param name="lastSeenOn">The day of the last file that named the person.</param>
    /// <returns><see langword="null"/> where a release or transfer says why, or nothing is open.</returns>
    public static Change<PersonId>? Of(PrisonRecord was, DateOnly lastSeenOn, OfflocContext context)
    {
        var isExplained = was.Status is null or { Status: OfflocCustody.InactiveOut or Unknown }
            || was.Movements.Exists(m => m.ValidFrom >= lastSeenOn && (m.Type is "REL" or "TRN") && (m.To is null || m.To != was.Location?.Prison));
        if (isExplained)
        {
            return null;
        }

        var next = was.Status! with
        {
            Id = context.NewId(),
            Version = 1,
            ValidFrom = context.Day,
            Recorded = context.Entry,
            Status = Unknown,
        };
        var item = new DataQualityItem
        {
            Id = context.NewId(),
            PersonId = was.PersonId,
            ValidFrom = context.Day,
            Recorded = context.Entry,
            Kind = DataQualityKind.LeftPrisonList,
            Field = "",
            Here = was.Status!.Status,
            Owner = was.Location?.Prison ?? PlaceCode.Nation,
        };
        return new Change<PersonId>(
            was.PersonId, new LeftPrisonListUnexplained(was.PersonId, context.Day),
            [.. Succession.Of<CustodyStatus>(was.Status, next), new Write(null, item)]);
    }
}
