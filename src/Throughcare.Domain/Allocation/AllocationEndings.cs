using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;

namespace Throughcare.Domain.Allocation;

/// <summary>How an allocation ends that nobody ends by hand.</summary>
/// <param name="Reason">Code of <c>allocation-end-reasons.csv</c> for the spells of both POMs.</param>
public sealed record AllocationEnding(AllocationEvent Event, AllocationTrigger Trigger, string Reason)
{
    public static AllocationEnding Release { get; } = new(AllocationEvent.DeallocateReleasedOffender, AllocationTrigger.OffenderReleased, "RELEASED");

    public static AllocationEnding Transfer { get; } = new(AllocationEvent.DeallocatePrimaryPom, AllocationTrigger.OffenderTransferred, "TRANSFER");

    public static AllocationEnding OutOfScope { get; } = new(AllocationEvent.DeallocatePrimaryPom, AllocationTrigger.LegalStatusChanged, "LEGAL_STATUS_CHANGED");

    /// <summary>It ends the stay too: what was worked out and recorded for it is history.</summary>
    public bool ClosesStay => Event is AllocationEvent.DeallocateReleasedOffender;
}

/// <summary>What a movement does to an allocation.</summary>
/// <remarks>Source: offender-management-allocation-manager (ministryofjustice), movements. Escape, abscond, release in error and a move to hospital
/// do not end the time in custody, and end no allocation.</remarks>
public static class AllocationEndings
{
    /// <summary>Decides for one movement.</summary>
    /// <param name="held">The prison at which the person is allocated.</param>
    /// <returns><see langword="null"/> where the allocation goes on.</returns>
    public static AllocationEnding? By(Movement movement, PlaceCode held)
    {
        ArgumentNullException.ThrowIfNull(movement);
        return movement.Type switch
        {
            "REL" when movement.Reason is "X-ESC" or "X-ABS" or "X-TRF" or "L-ERR" or "L-HOSP" or "L-ADM" => null,
            "REL" => AllocationEnding.Release,
            "ADM" => ByReception(movement.To, held),
            _ => null,   // court, temporary release, on the way: the prison that sent them answers for them
        };
    }

    /// <summary>Decides by where a list says that the person is held now.</summary>
    public static AllocationEnding? ByReception(PlaceCode? to, PlaceCode held) =>
        to is not { } place || place == held ? null
        : Establishments.Find(place.Text)?.Type is "IRC" ? AllocationEnding.Release
        : AllocationEnding.Transfer;

    /// <summary>Why a movement ends the work of a key worker: release, leaving for another prison, or being received at one.</summary>
    /// <param name="held">The prison of the key worker.</param>
    /// <returns>A code of <c>allocation-end-reasons.csv</c>; <see langword="null"/> where the work goes on: a day at court, a hospital, an escape.</returns>
    /// <remarks>Unlike the POM, a key worker meets the person face to face: the work ends when they leave, and not only when they arrive elsewhere.
    /// Source: ministryofjustice/keyworker-api.</remarks>
    public static string? OfKeyWorkerBy(Movement movement, PlaceCode held)
    {
        ArgumentNullException.ThrowIfNull(movement);
        return movement switch
        {
            { Type: "TRN", Reason: "T-MED" or "T-CRT" } => null,   // out for treatment, or produced from another prison for a day: they come back
            { Type: "TRN", To: { } to } => ByReception(to, held)?.Reason,
            _ => By(movement, held)?.Reason,
        };
    }
}
