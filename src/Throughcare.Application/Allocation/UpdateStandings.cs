using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Keeps where cases stand beside the record: nothing is written for what is the same.</summary>
/// <remarks>The caller holds the locks of the people, within its transaction.</remarks>
internal sealed class UpdateStandings(ThroughcareDb db, IdSource ids)
{
    /// <param name="histories">By the survivor.</param>
    /// <param name="merged">Records that became part of another: they stand nowhere.</param>
    /// <param name="day">The day on which they stand so.</param>
    /// <param name="due">The fingerprint of what is due of each, as it will be stored.</param>
    /// <returns>Those of whom something else is stored as due.</returns>
    public async Task<IReadOnlyList<PersonId>> DoAsync(
        IReadOnlyDictionary<PersonId, CaseHistory> histories, IReadOnlyCollection<PersonId> merged, IReadOnlyDictionary<PersonId, long> due, DateOnly day, DateTimeOffset at, CancellationToken stop)
    {
        List<PersonId> people = [.. histories.Keys, .. merged];
        var stored = await (people is [var one] ? db.Standings.Where(s => s.PersonId == one) : db.Standings.Where(s => people.Contains(s.PersonId)))
            .ToDictionaryAsync(s => s.PersonId, stop);
        List<object> written = [];
        List<object> changes = [];
        List<PersonId> dueOtherwise = [];
        List<object?[]> dueOnly = [];
        List<Standing> opened = [];
        List<PersonId> gone = [.. merged.Where(stored.ContainsKey)];
        foreach (var (person, history) in histories)
        {
            var before = stored.GetValueOrDefault(person);
            var after = Standings.Of(person, history.At(day, at)) with { ChangedAt = at, DueDigest = due[person] };
            var isDueOtherwise = before?.DueDigest != after.DueDigest;
            if (isDueOtherwise)
            {
                dueOtherwise.Add(person);
            }

            if (before is not null && after.SaysTheSameAs(before))
            {
                if (isDueOtherwise)
                {
                    dueOnly.Add([after.DueDigest, person.Value]);
                }

                continue;
            }

            if (before is not null)
            {
                gone.Add(person);
            }

            if (HandoverNotices.IsOpenConditionsDue(before, after))
            {
                opened.Add(after);
            }

            written.Add(after);
            changes.AddRange(Standings.Changes(before, after, at).Select(change => change with { Id = ids.Next() }));
        }

        if (gone.Count > 0)
        {
            await db.Standings.Where(s => gone.Contains(s.PersonId)).ExecuteDeleteAsync(stop);
        }

        if (written.Count > 0)
        {
            await db.Dialect.InsertAsync(db, db.Model.FindEntityType(typeof(Standing))!, written, stop);
        }

        if (changes.Count > 0)
        {
            await db.Dialect.InsertAsync(db, db.Model.FindEntityType(typeof(StandingChange))!, changes, stop);
        }

        if (dueOnly.Count > 0)
        {
            await db.Dialect.UpdateAsync(db, "standings", ["due_digest"], ["person_id"], dueOnly, stop);
        }

        if (opened.Count > 0)
        {
            await TellOfOpenConditionsAsync(opened, at, stop);
        }

        return dueOtherwise;
    }

    /// <summary>Tells each delivery unit once that somebody in open conditions needs a COM.</summary>
    private async Task TellOfOpenConditionsAsync(List<Standing> opened, DateTimeOffset at, CancellationToken stop)
    {
        var people = opened.ConvertAll(s => (PersonId?)s.PersonId);
        var told = await db.Notices.Where(n => people.Contains(n.PersonId) && n.Code == HandoverNotices.OpenConditions).Select(n => n.PersonId).ToListAsync(stop);
        object[] notices = [.. opened.Where(s => !told.Contains(s.PersonId)).Select(s => NoticeWords.ToMailbox(
            s.UnitToTell!.Value, s.PersonId, HandoverNotices.OpenConditions, "A person with an indeterminate sentence is in open conditions and needs a community offender manager to support the case. Nobody is named.", at, ids))];
        if (notices.Length > 0)
        {
            await db.Dialect.InsertAsync(db, db.Model.FindEntityType(typeof(Notice))!, notices, stop);
        }
    }
}
