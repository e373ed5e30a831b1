using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Facts;
using Throughcare.Domain.Access;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Interventions;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Planning;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Documents;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record.Handover;

/// <summary>What a pack of one person is made from.</summary>
internal sealed record PackSource(CaseFacts Facts, IReadOnlyList<PersonId> Records)
{
    /// <summary>Contacts of the last 12 months, the latest first, without their texts.</summary>
    public IReadOnlyList<PackContact> Year { get; init; } = [];

    /// <summary>The last substantive contacts of each role, whole.</summary>
    public IReadOnlyList<Contact> Substantive { get; init; } = [];

    public IReadOnlyList<PersonDocument> Documents { get; init; } = [];

    public IReadOnlyList<RecordedObjective> Objectives { get; init; } = [];

    public IReadOnlyList<RecordedIntervention> Interventions { get; init; } = [];

    public IReadOnlyList<PrisonActivity> Activities { get; init; } = [];

    public IReadOnlyList<PrisonMarkers> Markers { get; init; } = [];

    public IReadOnlyList<IndividualNeed> Needs { get; init; } = [];

    public required StaffNames Names { get; init; }
}

/// <summary>A contact without its text.</summary>
internal sealed record PackContact(FactId Id, PersonId PersonId, DateTimeOffset HappenedAt, string Type, Sensitivity Sensitivity, bool IsThirdParty, Role AuthorRole, bool BelowFloor);

/// <summary>Loads what packs are made from, for up to <see cref="Most"/> people with the same few queries as for one.</summary>
internal sealed class PackSources(ThroughcareDb db, CaseHistories histories)
{
    /// <summary>More people than this are loaded in several batches by the caller.</summary>
    public const int Most = 50;

    /// <summary>Substantive contacts of each role that go into a pack.</summary>
    public const int OfEachRole = 10;

    /// <summary>Months of contacts that are listed.</summary>
    public const int MonthsListed = 12;

    /// <param name="people">Surviving records, at most <see cref="Most"/>.</param>
    public async Task<IReadOnlyDictionary<PersonId, PackSource>> LoadAsync(IReadOnlyCollection<PersonId> people, DateTimeOffset now, CancellationToken stop)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(people.Count, Most);
        var known = await histories.LoadAsync(people, stop);
        var records = await MergedRecords.OfAsync(db, people, stop);
        var all = records.Values.SelectMany(ids => ids).Distinct().ToList();
        var since = London.At(now.LondonDate.AddMonths(-MonthsListed), TimeOnly.MinValue);

        var contacts = (await db.Contacts.Current().Where(c => all.Contains(c.PersonId) && c.HappenedAt >= since && c.HappenedAt <= now)
                .Select(c => new PackContact(c.Id, c.PersonId, c.HappenedAt, c.Type, c.Sensitivity, c.ThirdPartySource != null, c.AuthorRole, c.BelowFloor)).ToListAsync(stop))
            .ToLookup(c => c.PersonId);
        var wanted = records.Values.SelectMany(own => Substantive(own.SelectMany(id => contacts[id]))).Select(c => c.Id).ToList();
        var texts = (await db.Contacts.Current().Where(c => all.Contains(c.PersonId) && wanted.Contains(c.Id)).ToListAsync(stop)).ToLookup(c => c.PersonId);
        var documents = await OfAsync(db.Documents, all, stop);
        var objectives = await OfAsync(db.RecordedObjectives, all, stop);
        var interventions = await OfAsync(db.RecordedInterventions, all, stop);
        var activities = await OfAsync(db.Activities, all, stop);
        var markers = await OfAsync(db.PrisonMarkers, all, stop);
        var needs = await OfAsync(db.Needs, all, stop);
        var names = await StaffNames.OfAsync(db, texts.SelectMany(t => t).Select(c => c.AuthorId), stop);
        var today = now.LondonDate;

        return records.Where(pair => known.ContainsKey(pair.Key)).ToDictionary(pair => pair.Key, pair => new PackSource(known[pair.Key].At(today, now), pair.Value)
        {
            Year = [.. pair.Value.SelectMany(id => contacts[id]).OrderByDescending(c => c.HappenedAt)],
            Substantive = [.. pair.Value.SelectMany(id => texts[id]).OrderByDescending(c => c.HappenedAt)],
            Documents = [.. pair.Value.SelectMany(id => documents[id])],
            Objectives = [.. pair.Value.SelectMany(id => objectives[id]).Where(o => o.IsTrueOn(today) && o.Status is not ObjectiveStatus.Removed).OrderBy(o => o.Number)],
            Interventions = [.. pair.Value.SelectMany(id => interventions[id]).OrderByDescending(i => i.ValidFrom)],
            Activities = [.. pair.Value.SelectMany(id => activities[id]).Where(a => a.IsTrueOn(today)).OrderBy(a => a.Activity, StringComparer.Ordinal)],
            Markers = [.. pair.Value.SelectMany(id => markers[id]).Where(m => m.IsTrueOn(today))],
            Needs = [.. pair.Value.SelectMany(id => needs[id]).Where(n => n.IsTrueOn(today)).OrderBy(n => n.Category)],
            Names = names,
        });
    }

    /// <summary>The last contacts of each role that say enough; automatic entries aside.</summary>
    public static IEnumerable<PackContact> Substantive(IEnumerable<PackContact> contacts) => contacts
        .Where(c => !c.BelowFloor && PackContents.LevelOf(c) is not null && ContactTypes.Find(c.Type)?.Category is not "system")
        .GroupBy(c => c.AuthorRole).SelectMany(role => role.OrderByDescending(c => c.HappenedAt).Take(OfEachRole));

    private static async Task<ILookup<PersonId, T>> OfAsync<T>(IQueryable<T> table, List<PersonId> people, CancellationToken stop)
        where T : FactVersion =>
        (await table.Current().Where(fact => people.Contains(fact.PersonId)).ToListAsync(stop)).ToLookup(fact => fact.PersonId);
}
