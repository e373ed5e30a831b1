using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Standards;
using Throughcare.Storage;

namespace Throughcare.Application.Facts;

/// <summary>Loads what rules read: every version of the facts of up to 500 people, with one query a table.</summary>
public sealed class CaseHistories(ThroughcareDb db)
{
    /// <summary>More people than this are loaded in several batches by the caller.</summary>
    public const int MostPeople = 500;

    /// <returns><see langword="null"/> for somebody who is not on record.</returns>
    public async Task<CaseHistory?> LoadAsync(PersonId person, CancellationToken stop) =>
        (await LoadAsync([person], stop)).GetValueOrDefault(person);

    /// <param name="people">At most <see cref="MostPeople"/>; a merged id gives the history of the survivor.</param>
    /// <returns>Histories by the id asked for; nobody that is not on record.</returns>
    public Task<IReadOnlyDictionary<PersonId, CaseHistory>> LoadAsync(IReadOnlyCollection<PersonId> people, CancellationToken stop) =>
        LoadAsync(people, withContacts: false, stop);

    /// <summary>With what standards read besides: contacts without their text, and which documents are filed.</summary>
    /// <param name="people">At most <see cref="MostPeople"/>; a merged id gives the history of the survivor.</param>
    public Task<IReadOnlyDictionary<PersonId, CaseHistory>> LoadForStandardsAsync(IReadOnlyCollection<PersonId> people, CancellationToken stop) =>
        LoadAsync(people, withContacts: true, stop);

    private async Task<IReadOnlyDictionary<PersonId, CaseHistory>> LoadAsync(IReadOnlyCollection<PersonId> people, bool withContacts, CancellationToken stop)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(people.Count, MostPeople);
        await db.Database.OpenConnectionAsync(stop);   // once for all of them, not once a table
        var records = await MergedRecords.OfAsync(db, people, stop);
        var all = records.Values.SelectMany(ids => ids).Distinct().ToList();

        var has = all is [var single] ? await RareOfAsync(single, stop) : Rare.All;
        var identifiers = await OtherAsync(db.Identifiers);
        var names = await OtherAsync(db.Names);
        var details = await OfAsync(db.Details, all, stop);
        var needs = await OtherAsync(db.Needs);
        var addresses = await OfAsync(db.Addresses.Where(a => a.Use == AddressUse.Home || a.Use == AddressUse.Probation), all, stop);
        var cases = await OfAsync(db.Cases, all, stop);
        var sentences = await OfAsync(db.Sentences, all, stop);
        var offences = await OfAsync(db.Offences, all, stop);
        var dates = await OfAsync(db.KeyDates, all, stop);
        var episodes = await OfAsync(db.Episodes, all, stop);
        var locations = await OfAsync(db.Locations, all, stop);
        var statuses = await OfAsync(db.CustodyStatuses, all, stop);
        var movements = await OfAsync(db.Movements, all, stop);
        var managers = await OfAsync(db.Managers, all, stop);
        var alerts = await OfAsync(db.Alerts, all, stop);
        var assessments = await OfAsync(db.AssessmentSummaries, all, stop);
        var scorings = await OfAsync(db.RiskScorings, all, stop);
        var nominations = await RareAsync(db.PpoNominations, has.PpoNominations);
        var victims = await RareAsync(db.VictimContacts, has.VictimContacts);
        var registrations = await OfAsync(db.Registrations, all, stop);
        var rosh = await OfAsync(db.RoshRecords, all, stop);
        var circumstances = await OtherAsync(db.Circumstances);
        var disposals = await OfAsync(db.Disposals, all, stop);
        var requirements = await OfAsync(db.Requirements, all, stop);
        var transfers = await RareAsync(db.AreaTransfers, has.AreaTransfers);
        var restrictions = await OtherAsync(db.Restrictions);
        var allocations = await RareAsync(db.AllocationRecords, has.AllocationRecords);
        var overrides = await RareAsync(db.ResponsibilityOverrides, has.ResponsibilityOverrides);
        var early = await RareAsync(db.EarlyAllocations, has.EarlyAllocations);
        var progress = await RareAsync(db.HandoverProgress, has.HandoverProgress);
        var information = await RareAsync(db.CaseInformation, has.CaseInformation);
        var complexities = await RareAsync(db.ComplexityRecords, has.ComplexityRecords);
        var extensions = await RareAsync(db.ScopeExtensions, has.ScopeExtensions);
        var choices = await RareAsync(db.TierChoices, has.TierChoices);
        var tiers = await RareAsync(db.RecordedTiers, has.RecordedTiers);
        var objectives = await MoreAsync(db.RecordedObjectives);
        var interventions = await MoreAsync(db.RecordedInterventions);
        var contacts = withContacts ? await ContactsAsync(all, stop) : null;
        var documents = withContacts ? await DocumentsAsync(all, stop) : null;

        return records.ToDictionary(pair => pair.Key, pair => new CaseHistory(pair.Value[0])
        {
            Identifiers = Of(identifiers, pair.Value),
            Names = Of(names, pair.Value),
            Details = Of(details, pair.Value),
            Needs = Of(needs, pair.Value),
            Addresses = Of(addresses, pair.Value),
            Cases = Of(cases, pair.Value),
            Sentences = Of(sentences, pair.Value),
            Offences = Of(offences, pair.Value),
            KeyDates = Of(dates, pair.Value),
            Episodes = Of(episodes, pair.Value),
            Locations = Of(locations, pair.Value),
            Statuses = Of(statuses, pair.Value),
            Movements = Of(movements, pair.Value),
            Managers = Of(managers, pair.Value),
            Alerts = Of(alerts, pair.Value),
            Assessments = Of(assessments, pair.Value),
            RiskScorings = Of(scorings, pair.Value),
            Nominations = Of(nominations, pair.Value),
            VictimContacts = Of(victims, pair.Value),
            Registrations = Of(registrations, pair.Value),
            RoshRecords = Of(rosh, pair.Value),
            Circumstances = Of(circumstances, pair.Value),
            Disposals = Of(disposals, pair.Value),
            Requirements = Of(requirements, pair.Value),
            AreaTransfers = Of(transfers, pair.Value),
            Restrictions = Of(restrictions, pair.Value),
            Allocations = Of(allocations, pair.Value),
            ResponsibilityOverrides = Of(overrides, pair.Value),
            EarlyAllocations = Of(early, pair.Value),
            HandoverProgress = Of(progress, pair.Value),
            CaseInformation = Of(information, pair.Value),
            Complexities = Of(complexities, pair.Value),
            ScopeExtensions = Of(extensions, pair.Value),
            TierChoices = Of(choices, pair.Value),
            Tiers = Of(tiers, pair.Value),
            Objectives = Of(objectives, pair.Value),
            Interventions = Of(interventions, pair.Value),
            Contacts = contacts is null ? [] : [.. pair.Value.SelectMany(id => contacts[id])],
            Documents = documents is null ? [] : [.. pair.Value.SelectMany(id => documents[id])],
        });

        // what few people have is asked for only where there is some
        Task<ILookup<PersonId, T>> RareAsync<T>(IQueryable<T> table, bool isThere)
            where T : FactVersion => isThere ? OfAsync(table, all, stop) : Task.FromResult(Enumerable.Empty<T>().ToLookup(fact => fact.PersonId));

        // what standards alone read
        Task<ILookup<PersonId, T>> MoreAsync<T>(IQueryable<T> table)
            where T : FactVersion => withContacts ? OfAsync(table, all, stop) : Task.FromResult(Enumerable.Empty<T>().ToLookup(fact => fact.PersonId));

        // what no standard reads
        Task<ILookup<PersonId, T>> OtherAsync<T>(IQueryable<T> table)
            where T : FactVersion => withContacts ? Task.FromResult(Enumerable.Empty<T>().ToLookup(fact => fact.PersonId)) : OfAsync(table, all, stop);
    }

    /// <summary>Which of the tables that few people have rows in say something of a person: one question in place of one for each.</summary>
    private async Task<Rare> RareOfAsync(PersonId person, CancellationToken stop) =>
        await db.People.Where(p => p.Id == person).Select(p => new Rare
        {
            AllocationRecords = db.AllocationRecords.Any(f => f.PersonId == p.Id),
            ResponsibilityOverrides = db.ResponsibilityOverrides.Any(f => f.PersonId == p.Id),
            EarlyAllocations = db.EarlyAllocations.Any(f => f.PersonId == p.Id),
            HandoverProgress = db.HandoverProgress.Any(f => f.PersonId == p.Id),
            CaseInformation = db.CaseInformation.Any(f => f.PersonId == p.Id),
            ComplexityRecords = db.ComplexityRecords.Any(f => f.PersonId == p.Id),
            ScopeExtensions = db.ScopeExtensions.Any(f => f.PersonId == p.Id),
            TierChoices = db.TierChoices.Any(f => f.PersonId == p.Id),
            RecordedTiers = db.RecordedTiers.Any(f => f.PersonId == p.Id),
            PpoNominations = db.PpoNominations.Any(f => f.PersonId == p.Id),
            VictimContacts = db.VictimContacts.Any(f => f.PersonId == p.Id),
            AreaTransfers = db.AreaTransfers.Any(f => f.PersonId == p.Id),
        }).SingleOrDefaultAsync(stop) ?? Rare.All;

    private sealed record Rare
    {
        public static Rare All { get; } = new()
        {
            AllocationRecords = true,
            ResponsibilityOverrides = true,
            EarlyAllocations = true,
            HandoverProgress = true,
            CaseInformation = true,
            ComplexityRecords = true,
            ScopeExtensions = true,
            TierChoices = true,
            RecordedTiers = true,
            PpoNominations = true,
            VictimContacts = true,
            AreaTransfers = true,
        };

        public bool AllocationRecords { get; init; }

        public bool ResponsibilityOverrides { get; init; }

        public bool EarlyAllocations { get; init; }

        public bool HandoverProgress { get; init; }

        public bool CaseInformation { get; init; }

        public bool ComplexityRecords { get; init; }

        public bool ScopeExtensions { get; init; }

        public bool TierChoices { get; init; }

        public bool RecordedTiers { get; init; }

        public bool PpoNominations { get; init; }

        public bool VictimContacts { get; init; }

        public bool AreaTransfers { get; init; }
    }

    /// <summary>Only what says where people are, who they are by sex and age, and whether a case is open: for long lists.</summary>
    /// <param name="people">At most <see cref="MostPeople"/>.</param>
    public async Task<IReadOnlyDictionary<PersonId, CaseHistory>> LoadForWhereaboutsAsync(IReadOnlyCollection<PersonId> people, CancellationToken stop)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(people.Count, MostPeople);
        await db.Database.OpenConnectionAsync(stop);   // once for all of them, not once a table
        var records = await MergedRecords.OfAsync(db, people, stop);
        var all = records.Values.SelectMany(ids => ids).Distinct().ToList();

        var details = await OfAsync(db.Details, all, stop);
        var cases = await OfAsync(db.Cases, all, stop);
        var dates = await OfAsync(db.KeyDates, all, stop);
        var locations = await OfAsync(db.Locations, all, stop);
        var movements = await OfAsync(db.Movements, all, stop);
        var managers = await OfAsync(db.Managers, all, stop);
        var disposals = await OfAsync(db.Disposals, all, stop);

        return records.ToDictionary(pair => pair.Key, pair => new CaseHistory(pair.Value[0])
        {
            Details = Of(details, pair.Value),
            Cases = Of(cases, pair.Value),
            KeyDates = Of(dates, pair.Value),
            Locations = Of(locations, pair.Value),
            Movements = Of(movements, pair.Value),
            Managers = Of(managers, pair.Value),
            Disposals = Of(disposals, pair.Value),
        });
    }

    /// <summary>Only what says how great the risk is that people pose, and which alerts are in force: for lists.</summary>
    /// <param name="people">At most <see cref="MostPeople"/>.</param>
    public async Task<IReadOnlyDictionary<PersonId, CaseHistory>> LoadForRiskAsync(IReadOnlyCollection<PersonId> people, CancellationToken stop)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(people.Count, MostPeople);
        await db.Database.OpenConnectionAsync(stop);   // once for all of them, not once a table
        var records = await MergedRecords.OfAsync(db, people, stop);
        var all = records.Values.SelectMany(ids => ids).Distinct().ToList();

        var alerts = await OfAsync(db.Alerts, all, stop);
        var registrations = await OfAsync(db.Registrations, all, stop);
        var rosh = await OfAsync(db.RoshRecords, all, stop);
        var assessments = await OfAsync(db.AssessmentSummaries, all, stop);

        return records.ToDictionary(pair => pair.Key, pair => new CaseHistory(pair.Value[0])
        {
            Alerts = Of(alerts, pair.Value),
            Registrations = Of(registrations, pair.Value),
            RoshRecords = Of(rosh, pair.Value),
            Assessments = Of(assessments, pair.Value),
        });
    }

    private async Task<ILookup<PersonId, ContactGist>> ContactsAsync(List<PersonId> people, CancellationToken stop)
    {
        var rows = await (people is [var one] ? db.Contacts.Where(c => c.PersonId == one) : db.Contacts.Where(c => people.Contains(c.PersonId)))
            .Select(c => new ContactGist
            {
                Id = c.Id,
                Version = c.Version,
                PersonId = c.PersonId,
                CaseId = c.CaseId,
                HappenedAt = c.HappenedAt,
                RecordedAt = c.Recorded.At,
                FirstRecordedAt = c.FirstRecordedAt,
                ReplacedAt = c.ReplacedAt,
                Withdrawn = c.Withdrawn,
                Type = c.Type,
                Mode = c.Mode,
                Minutes = c.DurationMinutes,
                AuthorId = c.AuthorId,
                AuthorRole = c.AuthorRole,
                BelowFloor = c.BelowFloor,
                AttendanceCode = c.Attendance.HasValue ? c.Attendance.Value.Code : null,
                EnforcementCode = c.Enforcement.HasValue ? c.Enforcement.Value.Code : null,
            }).ToListAsync(stop);
        return rows.ToLookup(row => row.PersonId);
    }

    private async Task<ILookup<PersonId, DocumentGist>> DocumentsAsync(List<PersonId> people, CancellationToken stop)
    {
        var rows = await (people is [var one] ? db.Documents.Where(d => d.PersonId == one) : db.Documents.Where(d => people.Contains(d.PersonId)))
            .Select(d => new DocumentGist(d.Id, d.Version, d.PersonId, d.Type, d.ReceivedOn, d.Recorded.At, d.ReplacedAt, d.Withdrawn)).ToListAsync(stop);
        return rows.ToLookup(row => row.PersonId);
    }

    private static async Task<ILookup<PersonId, T>> OfAsync<T>(IQueryable<T> table, List<PersonId> people, CancellationToken stop)
        where T : FactVersion => (people is [var one]
            ? await table.Where(fact => fact.PersonId == one).ToListAsync(stop)
            : await table.Where(fact => people.Contains(fact.PersonId)).ToListAsync(stop)).ToLookup(fact => fact.PersonId);

    private static List<T> Of<T>(ILookup<PersonId, T> facts, List<PersonId> records) => [.. records.SelectMany(id => facts[id])];
}
