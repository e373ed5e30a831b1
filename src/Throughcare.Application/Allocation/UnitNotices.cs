using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Facts;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>What delivery units are told on a morning of handovers to them, and POMs of early allocation.</summary>
/// <remarks>The mailbox is that of the unit of the COM, else that of the home area.</remarks>
internal sealed class UnitNotices(ThroughcareDb db, CaseHistories histories, IdSource ids)
{
    public async Task<List<Notice>> OfAsync(DateOnly today, DateTimeOffset at, CancellationToken stop) =>
    [
        .. await FollowUpsAsync(today, at, stop), .. await ShortSentencesAsync(today, at, stop), .. await PipelinesAsync(today, at, stop), .. await ReviewsAsync(today, at, stop),
    ];

    private async Task<IEnumerable<Notice>> FollowUpsAsync(DateOnly today, DateTimeOffset at, CancellationToken stop)
    {
        var cases = await Held.Where(HandoverNotices.FollowUpOn(today)).ToListAsync(stop);
        var told = await LastToldAsync(HandoverNotices.FollowUp, [.. cases.Select(s => s.PersonId)], stop);
        return cases.Where(s => HandoverNotices.IsFollowUpDue(s.ScopeReason == HandoverNotices.Sentenced, s.HandoverStart, s.ComName is not null, told.TryGetValue(s.PersonId, out var last) && last >= s.HandoverStart, today))
            .Select(s => NoticeWords.ToMailbox(
                s.UnitToTell!.Value, s.PersonId, HandoverNotices.FollowUp, $"The handover of a case to this delivery unit began on {Words.LongDate(s.HandoverStart!.Value)}, and no community offender manager is named.", at, ids));
    }

    private async Task<IEnumerable<Notice>> ShortSentencesAsync(DateOnly today, DateTimeOffset at, CancellationToken stop)
    {
        var cases = await Held.Where(s => s.HandoverReason == HandoverReasons.DeterminateShort && s.ComName == null).ToListAsync(stop);
        var told = await LastToldAsync(HandoverNotices.ShortSentence, [.. cases.Select(s => s.PersonId)], stop);
        return cases.Where(s => HandoverNotices.IsShortSentenceDue(s.HandoverReason, s.ComName is not null, told.TryGetValue(s.PersonId, out var last) ? last : null, today))
            .Select(s => NoticeWords.ToMailbox(
                s.UnitToTell!.Value, s.PersonId, HandoverNotices.ShortSentence, "A sentence has 10 months or less to run, so the community offender manager leads from its start, and nobody is named. You are told every 2 days until somebody is.", at, ids));
    }

    /// <summary>To every delivery unit on the first morning of a month, also where nothing comes.</summary>
    private async Task<IEnumerable<Notice>> PipelinesAsync(DateOnly today, DateTimeOffset at, CancellationToken stop)
    {
        var last = await db.Notices.Where(n => n.Code == HandoverNotices.Pipeline).MaxAsync(n => (DateTimeOffset?)n.At, stop);
        if (!HandoverNotices.IsPipelineDue(last?.LondonDate, today))
        {
            return [];
        }

        var counts = (await HandoverPipeline.CasesOn(db, today).ToListAsync(stop)).Where(s => s.UnitToTell is not null).CountBy(s => s.UnitToTell!.Value).ToDictionary();
        return ProbationPlaces.Table.Rows.Where(place => place is { Level: ProbationLevel.Pdu, IsActive: true }).Select(place => new PlaceCode(place.Code))
            .Select(unit => NoticeWords.ToMailbox(unit, null, HandoverNotices.Pipeline, HandoverNotices.PipelineText(counts.GetValueOrDefault(unit), today), at, ids));
    }

    /// <summary>To POMs whose case was assessed before the time for early allocation, and the time has come.</summary>
    private async Task<IEnumerable<Notice>> ReviewsAsync(DateOnly today, DateTimeOffset at, CancellationToken stop)
    {
        var assessed = await db.EarlyAllocations.Current().Where(a => !a.WasInWindow && a.Outcome != EarlyAllocationOutcome.Ineligible && !a.Withdrawn).Select(a => a.PersonId).Distinct().ToListAsync(stop);
        List<Notice> notices = [];
        foreach (var some in assessed.Chunk(CaseHistories.MostPeople))
        {
            var survivors = (await histories.LoadAsync(some, stop)).Values.DistinctBy(h => h.PersonId).ToDictionary(h => h.PersonId);
            var people = survivors.Keys.ToList();
            var poms = await db.Standings.Where(s => people.Contains(s.PersonId) && s.Pom != null && s.Prison != null).ToDictionaryAsync(s => s.PersonId, s => s.Pom!.Value, stop);
            var told = await LastToldAsync(HandoverNotices.EarlyReview, people, stop);
            notices.AddRange(poms.Where(held => survivors[held.Key].At(today, at) is var facts && HandoverNotices.IsReviewDue(
                    facts.EarlyAllocationState.Value.Status, facts.SentenceStartDate.HasValue ? facts.SentenceStartDate.Value : null, told.TryGetValue(held.Key, out var last) ? last : null))
                .Select(held => NoticeWords.To(held.Value, held.Key, HandoverNotices.EarlyReview, "A case of yours was assessed for early allocation before the time for it. It is now within 18 months of its first date: make a new assessment.", at, ids)));
        }

        return notices;
    }

    /// <summary>Cases in prison of which a delivery unit is known.</summary>
    private IQueryable<Standing> Held => db.Standings.Where(s => s.Prison != null && s.IsInScope == true && (s.Pdu != null || s.HomeArea != null));

    private async Task<Dictionary<PersonId, DateOnly>> LastToldAsync(string code, List<PersonId> people, CancellationToken stop)
    {
        Dictionary<PersonId, DateOnly> last = [];
        foreach (var some in people.Chunk(CaseHistories.MostPeople))
        {
            var asked = some.Select(id => (PersonId?)id).ToList();
            foreach (var told in await db.Notices.Where(n => n.Code == code && asked.Contains(n.PersonId)).Select(n => new { n.PersonId, n.At }).ToListAsync(stop))
            {
                var (person, on) = (told.PersonId!.Value, told.At.LondonDate);
                last[person] = last.TryGetValue(person, out var before) && before > on ? before : on;
            }
        }

        return last;
    }
}
