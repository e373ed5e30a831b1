using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Handover;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record.Handover;

/// <summary>Packs that come to a place and that it sent, those of one person, and one of them as far as the reader may read it.</summary>
public sealed class HandoverPacks(ThroughcareDb db, AccessPolicy access, TimeProvider clock)
{
    public const int PageSize = 25;

    public sealed record Row(HandoverPack Pack, string Address, string LastCommaFirst)
    {
        /// <summary>The last day of acknowledging has gone by and nobody has.</summary>
        public bool IsOverdue { get; init; }

        public string Link => $"/people/{Address}/handover-pack/{Pack.Id}";
    }

    public sealed record List(IReadOnlyList<Row> Rows, int Total);

    /// <param name="Sections">Everything that the reader may read, in the order of the pack.</param>
    /// <param name="IsWhole">Every part was read: nothing is kept from the reader.</param>
    /// <param name="IsUnchanged">What is read is what was hashed when the pack was made.</param>
    public sealed record View(HandoverPack Pack, IReadOnlyList<PackSection> Sections, bool IsWhole, bool IsUnchanged)
    {
        public required string MadeBy { get; init; }

        public string? AcknowledgedBy { get; init; }

        /// <summary>The reader acts for the receiving place and may say that it has the pack.</summary>
        public bool MayAcknowledge { get; init; }

        /// <summary>The reader acts for the sending place, and there is still time for a message.</summary>
        public bool MayExplain { get; init; }

        public IReadOnlyList<string> Missing => Pack.Missing?.Split('\n') ?? [];
    }

    /// <param name="sent">Those that the place sent; else those that come to it.</param>
    /// <param name="waiting">Only those that nobody has acknowledged.</param>
    public async Task<List> ListAsync(PlaceCode place, bool sent, bool waiting, int number, Actor actor, CancellationToken stop)
    {
        var packs = Of(place, sent, actor);
        packs = waiting ? packs.Where(p => p.AcknowledgedAt == null && p.To != null) : packs;
        var total = await packs.CountAsync(stop);
        var found = await packs.OrderByDescending(p => p.MadeAt).ThenBy(p => p.Id).Skip((number - 1) * PageSize).Take(PageSize).ToListAsync(stop);
        var today = clock.GetUtcNow().LondonDate;
        var survivors = await MergedRecords.OfAsync(db, [.. found.Select(p => p.PersonId)], stop);
        var names = await PeopleNames.OfAsync(db, [.. found.Select(p => survivors[p.PersonId][0]).Distinct()], stop);
        return new(
            [.. found.Select(p => (Pack: p, Person: survivors[p.PersonId][0])).Select(p => new Row(p.Pack, names[p.Person].Address, names[p.Person].LastCommaFirst)
            {
                IsOverdue = p.Pack.IsWaiting && p.Pack.AnswerBy < today,
            })],
            total);
    }

    /// <summary>Packs offered to the reader's place that nobody has acknowledged.</summary>
    public async Task<int> CountWaitingAsync(Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Has(Verb.ReadRecord) ? await Of(actor.Place, sent: false, actor).CountAsync(p => p.AcknowledgedAt == null, stop) : 0;
    }

    /// <summary>Packs of one person, the latest first.</summary>
    public async Task<IReadOnlyList<HandoverPack>> OfPersonAsync(PersonId person, CancellationToken stop)
    {
        var records = await MergedRecords.OfAsync(db, person, stop);
        return await db.HandoverPacks.Current().Where(p => records.Contains(p.PersonId)).OrderByDescending(p => p.MadeAt).ToListAsync(stop);
    }

    /// <returns><see langword="null"/> where there is no such pack of this person.</returns>
    public async Task<View?> OneAsync(PersonId person, FactId pack, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var records = await MergedRecords.OfAsync(db, person, stop);
        if (await db.HandoverPacks.Current().SingleOrDefaultAsync(p => records.Contains(p.PersonId) && p.Id == pack, stop) is not { } found)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var reader = await EntryReaders.OfAsync(db, records, actor, now.LondonDate, stop);
        var levels = LevelsOf(reader).ToList();
        var hashes = await db.HandoverPackParts.Where(p => p.PackId == pack).Select(p => new { p.Level, p.Sha256 }).ToListAsync(stop);
        var parts = await db.HandoverPackParts.Where(p => p.PackId == pack && levels.Contains(p.Level)).OrderBy(p => p.Level).ToListAsync(stop);
        var names = await StaffNames.OfAsync(db, new[] { found.Recorded.By, found.AcknowledgedBy }.OfType<StaffId>(), stop);
        var first = await db.HandoverPacks.Where(p => p.Id == pack && p.Version == 1).Select(p => p.Recorded.By).SingleAsync(stop);
        return new View(
            found, Join(parts), parts.Count == hashes.Count,
            PackWriting.HashOf(hashes.Select(h => (h.Level, h.Sha256))) == found.Sha256 && parts.TrueForAll(p => PackWriting.HashOf(p.Content) == p.Sha256))
        {
            MadeBy = first == StaffId.System ? found.Kind is HandoverPackKind.Transfer or HandoverPackKind.Release ? "Throughcare, at the movement" : "Throughcare" : (await StaffNames.OfAsync(db, [first], stop))[first],
            AcknowledgedBy = found.AcknowledgedBy is { } by ? names[by] : null,
            MayAcknowledge = found.IsWaiting && found.To == actor.Place && ContactRecorders.MayRecord(actor.Role, ContactTypes.Table[AcknowledgeHandoverPack.ContactType])
                && await access.RefusalAsync(Verb.RecordContact, person, actor, stop) is null,
            MayExplain = found.From == actor.Place && now.LondonDate <= found.AnswerBy
                && await access.RefusalAsync(await PackVerbs.OfAsync(access, person, actor, stop), person, actor, stop) is null,
        };
    }

    /// <summary>The parts that somebody may read.</summary>
    private static IEnumerable<HandoverPackLevel> LevelsOf(EntryReader reader)
    {
        yield return HandoverPackLevel.Standard;
        if (reader.Of(Sensitivity.Sensitive) is Reading.Whole)
        {
            yield return HandoverPackLevel.Sensitive;
        }

        if (reader.Of(Sensitivity.Restricted) is Reading.Whole)
        {
            yield return HandoverPackLevel.Restricted;
        }

        if (reader.Actor.Role is Role.Security or Role.PpStaff or Role.System)
        {
            yield return HandoverPackLevel.Security;
        }

        if (reader.KnowsOfVictims)
        {
            yield return HandoverPackLevel.VictimScheme;
        }
    }

    private static List<PackSection> Join(IReadOnlyList<HandoverPackPart> parts) =>
    [
        .. parts.SelectMany(part => PackWriting.Read(part).Sections).GroupBy(section => section.Number).OrderBy(sections => sections.Key)
            .Select(sections => new PackSection(
                sections.Key, sections.First().Title, [.. sections.SelectMany(s => s.Lines)], [.. sections.SelectMany(s => s.Entries)])),
    ];

    private IQueryable<HandoverPack> Of(PlaceCode place, bool sent, Actor actor)
    {
        var people = access.People(actor, Verb.ReadRecord);
        var merged = db.People.Where(p => p.SurvivorId != null);
        var packs = sent ? db.HandoverPacks.Current().Where(p => p.From == place) : db.HandoverPacks.Current().Where(p => p.To == place);
        return packs.Where(p => people.Contains(p.PersonId)
            || merged.Any(m => m.Id == p.PersonId && (people.Contains(m.SurvivorId!.Value) || merged.Any(n => n.Id == m.SurvivorId && people.Contains(n.SurvivorId!.Value)))));
    }
}
