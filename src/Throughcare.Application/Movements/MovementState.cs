using Microsoft.EntityFrameworkCore;
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

    public PersonDetails? Details { get; init; }

    public KeyDates? KeyDates { get; init; }

    /// <summary>Where the record says the person was held before any movement.</summary>
    public PlaceCode? Held => Movements.All(MovementChain.IsNoMove) && Location is { Prison.Text: not ("OUT" or "TRN") } ? Location.Prison : null;

    public static async Task<MovementState> LoadAsync(ThroughcareDb db, PersonId person, CancellationToken stop) => new()
    {
        Movements = await db.Movements.Current().Where(m => m.PersonId == person).ToListAsync(stop),
        Location = await db.Locations.Current().Where(l => l.PersonId == person && l.ValidTo == null).OrderByDescending(l => l.ValidFrom).FirstOrDefaultAsync(stop),
        Episode = await db.Episodes.Current().Where(e => e.PersonId == person && e.ValidTo == null).OrderByDescending(e => e.ValidFrom).FirstOrDefaultAsync(stop),
        Case = await db.Cases.Current().Where(c => c.PersonId == person).OrderBy(c => c.ValidTo != null).ThenByDescending(c => c.ValidFrom).FirstOrDefaultAsync(stop),
        Details = await db.Details.Current().Where(d => d.PersonId == person && d.ValidTo == null).OrderByDescending(d => d.ValidFrom).FirstOrDefaultAsync(stop),
        KeyDates = await db.KeyDates.Current().Where(d => d.PersonId == person && d.ValidTo == null).OrderByDescending(d => d.ValidFrom).FirstOrDefaultAsync(stop),
    };
}
