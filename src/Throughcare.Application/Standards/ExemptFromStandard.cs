using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Facts;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Storage;

namespace Throughcare.Application.Standards;

/// <summary>Frees a case from a family of standards, for good, with a reason.</summary>
public sealed class ExemptFromStandard(ThroughcareDb db, Recorder recorder, CaseHistories histories)
{
    /// <param name="Id">The form's own: becomes the exemption's id.</param>
    /// <param name="ItemId">The item of the family from which it was asked.</param>
    public sealed record Request(PersonId PersonId, FactId Id, DueItemId ItemId, ExemptionReason? Reason, string? Text);

    public Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        return recorder.WriteAsync(request.PersonId, Verb.ExemptDueItem, actor, async entry =>
        {
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
            var item = await db.DueItems.SingleOrDefaultAsync(i => i.Id == request.ItemId && records.Contains(i.PersonId) && i.ReplacedAt == null, stop);
            var before = await db.StandardExemptions.Current().Where(e => records.Contains(e.PersonId)).ToListAsync(stop);
            var facts = (await histories.LoadAsync(request.PersonId, stop))?.At(entry.At.LondonDate, entry.At);
            var release = facts?.DisplayReleaseDate is { HasValue: true, Value: var on } ? on : (DateOnly?)null;
            return Decide(item is not null && item.IsSeenBy(actor) ? item : null, request, release, before, entry);
        }, stop);
    }

    internal static Outcome<Change<FactId>> Decide(DueItem? item, Request request, DateOnly? releaseOn, IReadOnlyCollection<StandardExemption> before, Entry entry)
    {
        if (item is null)
        {
            return Refusals.NotFound;
        }

        if (before.Any(e => e.Id == request.Id))
        {
            return AlreadyDone.With(request.PersonId, request.Id);
        }

        if (ExemptionRules.Check(item, request.Reason, request.Text, releaseOn, before) is [_, ..] wrong)
        {
            return new Outcome<Change<FactId>>.Refused(wrong);
        }

        var exemption = new StandardExemption
        {
            Id = request.Id,
            PersonId = request.PersonId,
            CaseId = item.CaseId,
            ValidFrom = entry.At.LondonDate,
            Recorded = entry,
            Family = item.Family,
            Reason = request.Reason!.Value,
            Text = request.Text!.Trim(),
        };
        return new Change<FactId>(
            exemption.Id, new StandardExempted(request.PersonId, exemption.Id, exemption.Family, exemption.Reason.ToString()), new Write(null, exemption));
    }
}
