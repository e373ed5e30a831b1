using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>How far the handovers of many people are, in a few queries for all of them.</summary>
internal sealed class HandoversRead(ThroughcareDb db)
{
    /// <param name="cases">Each with its date and reason; at most as many as one query takes.</param>
    /// <returns>The tasks by person.</returns>
    public async Task<Dictionary<PersonId, IReadOnlyList<HandoverSteps.Step>>> StepsAsync(IReadOnlyCollection<Standing> cases, CancellationToken stop)
    {
        if (cases.Count == 0)
        {
            return [];
        }

        var records = await MergedRecords.OfAsync(db, [.. cases.Select(c => c.PersonId)], stop);
        var all = records.Values.SelectMany(ids => ids).ToList();
        var first = cases.Min(c => HandoverSteps.FromOf(c.Handover)) ?? DateOnly.MaxValue;
        var since = first == DateOnly.MaxValue ? DateTimeOffset.MaxValue : London.At(first, TimeOnly.MinValue);
        var progress = (await db.HandoverProgress.Current().Where(h => all.Contains(h.PersonId) && h.ValidTo == null && !h.Withdrawn).ToListAsync(stop)).ToLookup(h => h.PersonId);
        List<PersonId> ticked = [.. cases.Select(c => c.PersonId).Where(person => records[person].Exists(id => progress[id].Any()))];
        var changes = (await HandoverReset.Changes(db, ticked).ToListAsync(stop)).ToLookup(c => c.PersonId);
        var typed = (await db.CaseInformation.Current().Where(c => all.Contains(c.PersonId) && c.ValidTo == null && !c.Withdrawn).ToListAsync(stop)).ToLookup(c => c.PersonId);
        var numbered = (await db.Identifiers.Current().Where(i => all.Contains(i.PersonId) && i.Kind == IdentifierKind.Crn && !i.Withdrawn).Select(i => i.PersonId).ToListAsync(stop)).ToHashSet();
        var contacts = (await db.Contacts.Current()
            .Where(c => all.Contains(c.PersonId) && c.HappenedAt >= since && (c.Type == HandoverSteps.ReportSent || c.Type == HandoverSteps.MeetingHeld) && !c.Withdrawn)
            .Select(c => new { c.PersonId, c.Type, c.HappenedAt }).ToListAsync(stop)).ToLookup(c => c.PersonId);
        var assessments = (await db.AssessmentSummaries.Current()
            .Where(a => all.Contains(a.PersonId) && a.CompletedOn >= first && a.Status == OasysStatus.Complete && !a.Withdrawn)
            .Select(a => new { a.PersonId, a.CompletedOn }).ToListAsync(stop)).ToLookup(a => a.PersonId);
        return cases.ToDictionary(c => c.PersonId, c =>
        {
            var own = records[c.PersonId];
            var information = own.SelectMany(id => typed[id]).OrderByDescending(i => i.ValidFrom).FirstOrDefault();
            var type = HandoverWork.TypeOf(
                information is not null || own.Exists(numbered.Contains) ? c.HandoverReason : null, information?.Resourcing is { } resourcing ? resourcing is Resourcing.Enhanced : null);
            var from = HandoverSteps.FromOf(c.Handover);
            DateOnly? Contact(string kind) => own.SelectMany(id => contacts[id]).Where(e => e.Type == kind).Select(e => (DateOnly?)e.HappenedAt.LondonDate).Where(on => on >= from).Min();
            return HandoverSteps.Of(type, c.Handover, HandoverReset.Standing(own.SelectMany(id => progress[id]).OrderByDescending(h => h.ValidFrom).FirstOrDefault(), changes[c.PersonId]), from is null ? default : new(
                own.SelectMany(id => assessments[id]).Select(a => a.CompletedOn).Where(on => on >= from).Min(), Contact(HandoverSteps.MeetingHeld), Contact(HandoverSteps.ReportSent)));
        });
    }
}
