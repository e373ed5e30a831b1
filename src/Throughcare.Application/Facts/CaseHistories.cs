using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
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
    public async Task<IReadOnlyDictionary<PersonId, CaseHistory>> LoadAsync(IReadOnlyCollection<PersonId> people, CancellationToken stop)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(people.Count, MostPeople);
        await db.Database.OpenConnectionAsync(stop);   // once for all of them, not once a table
        var records = await MergedRecords.OfAsync(db, people, stop);
        var all = records.Values.SelectMany(ids => ids).Distinct().ToList();

        var identifiers = await OfAsync(db.Identifiers, all, stop);
        var names = await OfAsync(db.Names, all, stop);
        var details = await OfAsync(db.Details, all, stop);
        var needs = await OfAsync(db.Needs, all, stop);
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
        var nominations = await OfAsync(db.PpoNominations, all, stop);
        var victims = await OfAsync(db.VictimContacts, all, stop);
        var registrations = await OfAsync(db.Registrations, all, stop);
        var rosh = await OfAsync(db.RoshRecords, all, stop);
        var circumstances = await OfAsync(db.Circumstances, all, stop);
        var disposals = await OfAsync(db.Disposals, all, stop);
        var requirements = await OfAsync(db.Requirements, all, stop);
        var transfers = await OfAsync(db.AreaTransfers, all, stop);
        var restrictions = await OfAsync(db.Restrictions, all, stop);

        return records.ToDictionary(pair => pair.Key, pair => new CaseHistory(pair.Value[0])
        {
            Identifiers = Of(identifiers, pair.Value),
            Names = Of(names, pair.Value),
            Details = Of(details, pair.Value),
            Needs = Of(needs, pair.Value),
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
        });
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

    private static async Task<ILookup<PersonId, T>> OfAsync<T>(IQueryable<T> table, List<PersonId> people, CancellationToken stop)
        where T : FactVersion => (people is [var one]
            ? await table.Where(fact => fact.PersonId == one).ToListAsync(stop)
            : await table.Where(fact => people.Contains(fact.PersonId)).ToListAsync(stop)).ToLookup(fact => fact.PersonId);

    private static List<T> Of<T>(ILookup<PersonId, T> facts, List<PersonId> records) => [.. records.SelectMany(id => facts[id])];
}
