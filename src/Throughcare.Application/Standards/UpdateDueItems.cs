using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Allocation;
using Throughcare.Application.Facts;
using Throughcare.Application.Record;
using Throughcare.Domain.Record;
using Throughcare.Domain.Standards;
using Throughcare.Storage;

namespace Throughcare.Application.Standards;

/// <summary>Works out what is due of some people, and where their cases stand, and keeps both in the transaction of whoever changed their record.</summary>
public sealed class UpdateDueItems(ThroughcareDb db, CaseHistories histories, IdSource ids)
{
    private readonly DueItemWriter _writer = new(db, ids);
    private readonly UpdateStandings _standings = new(db, ids);

    /// <param name="people">At most 500, whose locks the caller holds; a merged record counts as its survivor.</param>
    /// <param name="day">The day at the end of which states are told.</param>
    /// <param name="at">The instant of the change, which is also what is known.</param>
    /// <returns>How many versions of due items were written.</returns>
    public async Task<int> DoAsync(IReadOnlyCollection<PersonId> people, DateOnly day, DateTimeOffset at, CancellationToken stop)
    {
        var loaded = await histories.LoadForStandardsAsync(people, stop);
        var survivors = loaded.Values.DistinctBy(h => h.PersonId).ToDictionary(h => h.PersonId);
        List<PersonId> merged = [.. people.Where(person => !survivors.ContainsKey(person))];
        var decisions = await StandardDecisionsOf.LoadAsync(db, [.. survivors.Keys], stop);
        var computed = survivors.Values.ToDictionary(history => history.PersonId, history => StandardsInUse.Engine.Compute(history, day, at, decisions[history.PersonId]));
        var otherwise = await _standings.DoAsync(survivors, merged, computed.ToDictionary(one => one.Key, one => DueDigest.Of(one.Value)), day, at, stop);

        var toKeep = otherwise.ToDictionary(person => person, person => computed[person]);   // of everybody else what is stored says the same
        foreach (var person in merged.Where(loaded.ContainsKey))
        {
            toKeep.TryAdd(person, []);   // what was due of a record that became part of another is due of that one
        }

        return toKeep.Count == 0 ? 0 : await _writer.SyncAsync(toKeep, day, at, stop);
    }
}

/// <summary>The engine over the rule set in use; made anew when another is taken into use.</summary>
public static class StandardsInUse
{
    private static StandardsEngine? _engine;

    public static StandardsEngine Engine
    {
        get
        {
            var engine = _engine;
            return engine is not null && ReferenceEquals(engine.Rules, StandardRuleSet.InUse) ? engine : _engine = new(StandardRuleSet.InUse);
        }
    }
}

/// <summary>What was decided about due items: deferrals and exemptions in force.</summary>
internal static class StandardDecisionsOf
{
    /// <param name="people">Survivors; what was decided of a record that became part of theirs counts for them.</param>
    public static async Task<IReadOnlyDictionary<PersonId, StandardDecisions>> LoadAsync(ThroughcareDb db, List<PersonId> people, CancellationToken stop)
    {
        var records = await MergedRecords.OfAsync(db, people, stop);
        var all = records.Values.SelectMany(ids => ids).Distinct().ToList();
        var deferrals = (await db.Deferrals.Current().Where(d => all.Contains(d.PersonId)).ToListAsync(stop)).ToLookup(d => d.PersonId);
        var exemptions = (await db.StandardExemptions.Current().Where(e => all.Contains(e.PersonId) && e.ValidTo == null).ToListAsync(stop)).ToLookup(e => e.PersonId);
        return people.ToDictionary(person => person, person => records.TryGetValue(person, out var own) && own.Exists(id => deferrals[id].Any() || exemptions[id].Any())
            ? new StandardDecisions([.. own.SelectMany(id => deferrals[id])], [.. own.SelectMany(id => exemptions[id])])
            : StandardDecisions.None);
    }
}
