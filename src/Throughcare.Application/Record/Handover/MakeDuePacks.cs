using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Facts;
using Throughcare.Domain.Access;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Handover;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record.Handover;

/// <summary>Makes the packs of transfers and releases that have none: right after a movement was recorded here, and in batches after a file
/// brought many. Does nothing the second time.</summary>
public sealed class MakeDuePacks(ThroughcareDb db, CaseHistories histories, IdSource ids, TimeProvider clock)
{
    /// <summary>Movements that happened longer ago get no pack.</summary>
    private const int DaysBack = 14;

    /// <summary>The movement out and the reception it ends with are one transfer: one pack, this many days apart at most.</summary>
    private const int DaysOfOneTransfer = 7;

    private static readonly List<PlaceCode> Prisons = [.. Establishments.Table.Rows.Where(e => e.IsPrison).Select(e => new PlaceCode(e.Code))];

    /// <summary>Everybody's.</summary>
    /// <returns>How many packs were made.</returns>
    public async Task<int> DoAsync(CancellationToken stop)
    {
        var since = clock.GetUtcNow().AddDays(-DaysBack);
        var moves = db.Movements.Current().Where(m => m.HappenedAt >= since && !db.HandoverPacks.Any(p => p.MovementId == m.Id));
        var inward = moves.Where(m => m.To != null && Prisons.Contains(m.To.Value) && (m.Type == "TRN" || (m.Type == "ADM" && m.Reason == "R-TRN"
            && !db.HandoverPacks.Any(p => p.PersonId == m.PersonId && p.To == m.To && p.Kind == HandoverPackKind.Transfer && p.MadeAt >= since))));
        var outward = moves.Where(m => m.From != null && Prisons.Contains(m.From.Value) && m.Type == "REL" && !PackMovements.NoRelease.Contains(m.Reason));
        var moved = await inward.Select(m => m.PersonId).Union(outward.Select(m => m.PersonId)).ToListAsync(stop);
        var survivors = await SurvivorsAsync(moved, stop);
        var made = 0;
        foreach (var some in survivors.Chunk(PackSources.Most))
        {
            made += await SomeAsync(some, stop);
        }

        return made;
    }

    /// <summary>One person's.</summary>
    public async Task<int> OfPersonAsync(PersonId person, CancellationToken stop) => await SomeAsync([.. await SurvivorsAsync([person], stop)], stop);

    private async Task<List<PersonId>> SurvivorsAsync(List<PersonId> people, CancellationToken stop)
    {
        List<PersonId> survivors = [];
        foreach (var some in people.Chunk(CaseHistories.MostPeople))
        {
            survivors.AddRange((await MergedRecords.OfAsync(db, some, stop)).Values.Select(records => records[0]));
        }

        return [.. survivors.Distinct().OrderBy(id => id.Value)];
    }

    private async Task<int> SomeAsync(IReadOnlyCollection<PersonId> people, CancellationToken stop)
    {
        db.ChangeTracker.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var bulk = new BulkRecorder(db);
        var heads = await bulk.LockAsync(people, stop);
        var now = clock.GetUtcNow().ToMicrosecond();
        var records = await MergedRecords.OfAsync(db, people, stop);
        var due = await DueAsync(records, now, stop);
        if (due.Count == 0)
        {
            return 0;
        }

        var entry = new Entry(now, StaffId.System, Role.System, PlaceCode.Nation, nameof(MakeDuePacks));
        var sources = await new PackSources(db, histories).LoadAsync([.. due.Select(d => d.Person)], now, stop);
        var left = await LeftAsync(due.Where(d => d.Movement.From is null).SelectMany(d => records[d.Person]), stop);
        List<Change<PersonId>> changes = [];
        List<object> parts = [];
        foreach (var (person, movement, kind, number) in due)
        {
            var source = sources[person];
            var made = PackWriting.Make(source, new(ids.Next()), kind, number, entry);
            var to = kind is HandoverPackKind.Release ? source.Facts.Com.Value?.Place : movement.To;
            var pack = made.Pack with
            {
                MovementId = movement.Id,
                From = movement.From ?? records[person].SelectMany(id => left[id])
                    .Where(l => l.Prison != movement.To && Establishments.Find(l.Prison.Text) is { IsPrison: true } && l.ValidTo <= movement.ValidFrom).MaxBy(l => l.ValidTo)?.Prison,
                To = to,
                Reason = MovementReasons.Words("TRN", movement.TransferReason) ?? MovementEffects.Find(movement.Reason)?.Description,
            };
            changes.Add(new(person, new HandoverPackMade(person, pack.Id, kind, pack.From, pack.To, pack.Sha256), new Write(null, pack)));
            parts.AddRange(made.Parts);
        }

        await bulk.WriteAsync(heads, changes, entry, stop);
        await db.Dialect.InsertAsync(db, db.Model.FindEntityType(typeof(HandoverPackPart))!, parts, stop);
        await transaction.CommitAsync(stop);
        return due.Count;
    }

    /// <summary>Where people lived before, for movements that say only where to.</summary>
    private async Task<ILookup<PersonId, CellLocation>> LeftAsync(IEnumerable<PersonId> records, CancellationToken stop)
    {
        var all = records.ToList();
        return (all.Count == 0 ? [] : await db.Locations.Current().Where(l => all.Contains(l.PersonId) && l.ValidTo != null).ToListAsync(stop)).ToLookup(l => l.PersonId);
    }

    /// <summary>The latest movement of each person that asks for a pack and has none.</summary>
    private async Task<List<(PersonId Person, Movement Movement, HandoverPackKind Kind, int Number)>> DueAsync(
        Dictionary<PersonId, List<PersonId>> records, DateTimeOffset now, CancellationToken stop)
    {
        var all = records.Values.SelectMany(own => own).Distinct().ToList();
        var since = now.AddDays(-DaysBack);
        var movements = (await db.Movements.Current().Where(m => all.Contains(m.PersonId) && m.HappenedAt >= since).ToListAsync(stop)).ToLookup(m => m.PersonId);
        var packs = (await db.HandoverPacks.Where(p => all.Contains(p.PersonId) && p.ReplacedAt == null).ToListAsync(stop)).ToLookup(p => p.PersonId);
        List<(PersonId, Movement, HandoverPackKind, int)> due = [];
        foreach (var (person, own) in records)
        {
            var made = own.SelectMany(id => packs[id]).ToList();
            var latest = own.SelectMany(id => movements[id])
                .Select(m => (Movement: m, Kind: PackMovements.KindFor(m))).Where(m => m.Kind is not null).OrderByDescending(m => m.Movement.HappenedAt).FirstOrDefault();
            if (latest is { Movement: { } movement, Kind: { } kind } && !made.Exists(p => p.MovementId == movement.Id && (p.Kind is not HandoverPackKind.Transfer || p.To == movement.To)) && !made.Exists(p => IsOfSameTransfer(p, movement)))
            {
                due.Add((person, movement, kind, made.Count + 1));
            }
        }

        return due;
    }

    private static bool IsOfSameTransfer(HandoverPack pack, Movement movement) =>
        movement.Type == "ADM" && pack is { Kind: HandoverPackKind.Transfer, MovementId: not null } && pack.To == movement.To
        && Math.Abs(pack.ValidFrom.DayNumber - movement.ValidFrom.DayNumber) <= DaysOfOneTransfer;
}
