using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Allocation;
using Throughcare.Application.Record;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Sentences;
using Throughcare.Storage;

namespace Throughcare.Application.Movements;

/// <summary>What a movement changes, as it stands.</summary>
internal sealed record MovementState
{
    /// <summary>Movements that stand, in any order.</summary>
    public IReadOnlyList<Movement> Movements { get; init; } = [];

    /// <summary>Where the person lives now.</summary>
    public CellLocation? Location { get; init; }

    public CustodyEpisode? Episode { get; init; }

    /// <summary>The case that is open, else the latest that was.</summary>
    public PersonCase? Case { get; init; }

    /// <summary>Bookings of transfers that have not ended.</summary>
    public IReadOnlyList<TransferBooking> Bookings { get; init; } = [];

    public PersonDetails? Details { get; init; }

    public KeyDates? KeyDates { get; init; }

    /// <summary>How the person is allocated.</summary>
    public AllocationEndingsOnRecord.State? Allocation { get; init; }

    /// <summary>Where the record says the person was held before any movement.</summary>
    public PlaceCode? Held => Movements.All(MovementChain.IsNoMove) && Location is { Prison.Text: not ("OUT" or "TRN") } ? Location.Prison : null;

    /// <summary>Reads the record and those that were merged into it, its own facts first.</summary>
    public static async Task<MovementState> LoadAsync(ThroughcareDb db, PersonId person, CancellationToken stop)
    {
        var records = await MergedRecords.OfAsync(db, person, stop);
        return new()
        {
            Movements = await db.Movements.Current().Where(m => records.Contains(m.PersonId)).ToListAsync(stop),
            Location = await db.Locations.Current().Where(l => records.Contains(l.PersonId) && l.ValidTo == null).OrderByDescending(l => l.PersonId == person).ThenByDescending(l => l.ValidFrom).FirstOrDefaultAsync(stop),
            Episode = await db.Episodes.Current().Where(e => records.Contains(e.PersonId) && e.ValidTo == null).OrderByDescending(e => e.PersonId == person).ThenByDescending(e => e.ValidFrom).FirstOrDefaultAsync(stop),
            Case = await db.Cases.Current().Where(c => records.Contains(c.PersonId)).OrderBy(c => c.ValidTo != null).ThenByDescending(c => c.ValidFrom).FirstOrDefaultAsync(stop),
            Bookings = await db.TransferBookings.Current().Where(b => records.Contains(b.PersonId) && b.End == null).ToListAsync(stop),
            Details = await db.Details.Current().Where(d => records.Contains(d.PersonId) && d.ValidTo == null).OrderByDescending(d => d.PersonId == person).ThenByDescending(d => d.ValidFrom).FirstOrDefaultAsync(stop),
            KeyDates = await db.KeyDates.Current().Where(d => records.Contains(d.PersonId) && d.ValidTo == null).OrderByDescending(d => d.PersonId == person).ThenByDescending(d => d.ValidFrom).FirstOrDefaultAsync(stop),
            Allocation = await AllocationEndingsOnRecord.State.LoadAsync(db, records, stop),
        };
    }
}
