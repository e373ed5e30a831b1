using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Facts;
using Throughcare.Domain.Access;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Handover;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record.Handover;

/// <summary>Makes the packs that movements, booked transfers and changes of manager ask for and that are not there: right after one was recorded
/// here, and in batches after a file brought many. Does nothing the second time.</summary>
public sealed class MakeDuePacks(ThroughcareDb db, CaseHistories histories, IdSource ids, TimeProvider clock)
{
    /// <summary>What happened longer ago gets no pack.</summary>
    private const int DaysBack = 14;

    /// <summary>The movement out and the reception it ends with are one transfer: one pack, this many days apart at most.</summary>
    private const int DaysOfOneTransfer = 7;

    private static readonly List<PlaceCode> Prisons = [.. Establishments.Table.Rows.Where(e => e.IsPrison).Select(e => new PlaceCode(e.Code))];

    /// <summary>Everybody's.</summary>
    /// <returns>How many packs were made.</returns>
    public async Task<int> DoAsync(CancellationToken stop)
    {
        var since = clock.GetUtcNow().AddDays(-DaysBack);
        var moves = db.Movements.Current().Where(m => m.HappenedAt >= since && !db.HandoverPacks.Any(p => p.CauseId == m.Id));
        var inward = moves.Where(m => m.To != null && Prisons.Contains(m.To.Value) && (m.Type == "TRN" || (m.Type == "ADM" && m.Reason == "R-TRN"
            && !db.HandoverPacks.Any(p => p.PersonId == m.PersonId && p.To == m.To && p.Kind == HandoverPackKind.Transfer && p.MadeAt >= since))));
        var outward = moves.Where(m => m.From != null && Prisons.Contains(m.From.Value) && m.Type == "REL" && !PackMovements.NoRelease.Contains(m.Reason));
        var moved = await inward.Select(m => m.PersonId).Union(outward.Select(m => m.PersonId)).ToListAsync(stop);
        var survivors = await SurvivorsAsync([.. moved, .. await BookedAsync(stop), .. await HandedOnAsync(since.LondonDate, stop)], stop);
        var made = 0;
        foreach (var some in survivors.Chunk(PackSources.Most))
        {
            made += await AllOfAsync(some, stop);
        }

        return made;
    }

    /// <summary>Whose booked transfers have no pack.</summary>
    private Task<List<PersonId>> BookedAsync(CancellationToken stop)
    {
        var oldest = clock.GetUtcNow().LondonDate.AddDays(-TransferBooking.DaysAfter);
        return db.TransferBookings.Current().Where(b => b.MoveOn >= oldest && b.End == null && !db.HandoverPacks.Any(p => p.CauseId == b.Id)).Select(b => b.PersonId).ToListAsync(stop);
    }

    /// <summary>Whose managers changed so that there may be a pack to make: whether there is, the rule says.</summary>
    private async Task<List<PersonId>> HandedOnAsync(DateOnly since, CancellationToken stop)
    {
        var spells = db.Managers.Current().Where(m => !db.HandoverPacks.Any(p => p.CauseId == m.Id));
        var area = spells.Where(m => m.Role == Role.Com && m.ValidFrom >= since && m.ValidTo == null && m.Place != null
            && db.Managers.Current().Any(b => b.PersonId == m.PersonId && b.Role == Role.Com && b.Id != m.Id && b.ValidFrom < m.ValidFrom && b.Place != null && b.Place != m.Place));
        var lead = spells.Where(m => m.Role == Role.Pom && m.EndReason == PackCauses.HandedOver && m.ValidTo >= since);
        return [.. await area.Select(m => m.PersonId).ToListAsync(stop), .. await lead.Select(m => m.PersonId).ToListAsync(stop)];
    }

    /// <summary>One person's.</summary>
    public async Task<int> OfPersonAsync(PersonId person, CancellationToken stop) => await AllOfAsync([.. await SurvivorsAsync([person], stop)], stop);

    /// <summary>A change of a record is one event: two packs of one person are made one after the other.</summary>
    private async Task<int> AllOfAsync(IReadOnlyCollection<PersonId> people, CancellationToken stop)
    {
        var all = 0;
        while (await SomeAsync(people, stop) is > 0 and var made)
        {
            all += made;
        }

        return all;
    }

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
        var left = await LeftAsync(due.Where(d => d.Cause.From is null).SelectMany(d => records[d.Person]), stop);
        List<Change<PersonId>> changes = [];
        List<object> parts = [];
        foreach (var (person, cause, number) in due)
        {
            var source = sources[person];
            var made = PackWriting.Make(source, new(ids.Next()), cause.Kind, number, entry);
            var pack = made.Pack with
            {
                CauseId = cause.Id,
                From = cause.From ?? records[person].SelectMany(id => left[id])
                    .Where(l => l.Prison != cause.To && Establishments.Find(l.Prison.Text) is { IsPrison: true } && l.ValidTo <= cause.On).MaxBy(l => l.ValidTo)?.Prison,
                To = cause.Kind is HandoverPackKind.Release ? source.Facts.Com.Value?.Place : cause.To,
                Reason = cause.Reason,
                IsConsistentWithPlan = cause.IsConsistentWithPlan,
            };
            changes.Add(new(person, new HandoverPackMade(person, pack.Id, cause.Kind, pack.From, pack.To, pack.Sha256), new Write(null, pack)));
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

    /// <summary>What asks first for a pack of each person and has none: of their movements the latest alone.</summary>
    private async Task<List<(PersonId Person, PackCause Cause, int Number)>> DueAsync(Dictionary<PersonId, List<PersonId>> records, DateTimeOffset now, CancellationToken stop)
    {
        var all = records.Values.SelectMany(own => own).Distinct().ToList();
        var (today, since) = (now.LondonDate, now.AddDays(-DaysBack));
        var movements = (await db.Movements.Current().Where(m => all.Contains(m.PersonId) && m.HappenedAt >= since).ToListAsync(stop)).ToLookup(m => m.PersonId);
        var bookings = (await db.TransferBookings.Current().Where(b => all.Contains(b.PersonId) && b.End == null).ToListAsync(stop)).ToLookup(b => b.PersonId);
        var managers = (await db.Managers.Current().Where(m => all.Contains(m.PersonId) && (m.Role == Role.Com || m.Role == Role.Pom)).ToListAsync(stop)).ToLookup(m => m.PersonId);
        var packs = (await db.HandoverPacks.Where(p => all.Contains(p.PersonId) && p.ReplacedAt == null).ToListAsync(stop)).ToLookup(p => p.PersonId);
        List<(PersonId, PackCause, int)> due = [];
        foreach (var (person, own) in records)
        {
            var made = own.SelectMany(id => packs[id]).ToList();
            IEnumerable<PackCause> causes =
            [
                .. LatestOf(own.SelectMany(id => movements[id]), made), .. PackCauses.Of(own.SelectMany(id => bookings[id]), today),
                .. PackCauses.Of(own.SelectMany(id => managers[id]), since.LondonDate, today),
            ];
            if (causes.FirstOrDefault(cause => !made.Exists(p => p.CauseId == cause.Id && (p.Kind is not HandoverPackKind.Transfer || p.To == cause.To))) is { } wanted)
            {
                due.Add((person, wanted, made.Count + 1));
            }
        }

        return due;
    }

    private static IEnumerable<PackCause> LatestOf(IEnumerable<Movement> movements, List<HandoverPack> made) => movements
        .Select(m => (Movement: m, Kind: PackMovements.KindFor(m))).Where(m => m.Kind is not null).OrderByDescending(m => m.Movement.HappenedAt).Take(1)
        .Where(m => !made.Exists(p => IsOfSameTransfer(p, m.Movement)))
        .Select(m => new PackCause(
            m.Movement.Id, m.Kind!.Value, m.Movement.ValidFrom, m.Movement.From, m.Movement.To,
            MovementReasons.Words("TRN", m.Movement.TransferReason) ?? MovementEffects.Find(m.Movement.Reason)?.Description));

    private static bool IsOfSameTransfer(HandoverPack pack, Movement movement) =>
        movement.Type == "ADM" && pack is { Kind: HandoverPackKind.Transfer, CauseId: not null } && pack.To == movement.To
        && Math.Abs(pack.ValidFrom.DayNumber - movement.ValidFrom.DayNumber) <= DaysOfOneTransfer;
}
