using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.SubjectAccess;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record.SubjectAccess;

/// <summary>Decides about one text or entry of a request: given, given without passages, or withheld.</summary>
public sealed class DecideSubjectAccessItem(ThroughcareDb db, Recorder recorder)
{
    private const int ShortestReason = 10;

    /// <param name="Passages">For a redaction: the words to take out, one passage a line.</param>
    /// <param name="Rule">Why, where something is withheld.</param>
    public sealed record Request(PersonId PersonId, FactId RequestId, FactId ItemId, ItemDecision? Decision, WithholdingRule? Rule, string? Reason, string? Passages);

    /// <returns>How many still wait.</returns>
    public Task<Outcome<int>> DoAsync(Request request, Actor actor, CancellationToken stop) =>
        recorder.WriteAsync<int>(request.PersonId, Verb.ExportSubjectAccess, actor, async entry =>
        {
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
            var item = await db.SubjectAccessItems.SingleOrDefaultAsync(i => i.Id == request.ItemId && i.RequestId == request.RequestId, stop);
            if (await SubjectAccessFinding.OfAsync(db, records, request.RequestId, stop) is not { } asked || item is null || item.TextSha256.Length == 0)
            {
                return Refusals.NotFound;
            }

            if (asked.State is not SubjectAccessState.Redacting)
            {
                return new Refusal("", "Decisions can be changed only while the request is being read and redacted");
            }

            if (Problems(request) is { Count: > 0 } wrong)
            {
                return new Outcome<Change<int>>.Refused(wrong);
            }

            var reader = await AnswerReader.OpenAsync(db, records, asked.Id, asked.CollectedAt!.Value, stop);
            if (SubjectAccessQueue.TextOf(item, await reader.SomeAsync(item.FactType, [item.FactId], stop)) is not { } text)
            {
                return new Refusal("", "This text is no longer on the record as it was collected. Collect the record again");
            }

            string? released = null;
            if (request.Decision is ItemDecision.Redacted)
            {
                switch (Redaction.Apply(text, request.Passages))
                {
                    case Outcome<string>.Done { Value: var left }:
                        released = left;
                        break;
                    case Outcome<string>.Refused no:
                        return new Outcome<Change<int>>.Refused(no.Why);
                }
            }

            var reason = ContactForm.Tidy(request.Reason);
            var rule = request.Decision is ItemDecision.Released ? null : request.Rule;
            await SetAsync(db.SubjectAccessItems.Where(i => i.Id == item.Id), request.Decision!.Value, rule, reason, released, entry, stop);
            if (item.IsWholeEntry && request.Decision is ItemDecision.Withheld)
            {
                // nothing of the entry is given, so its texts need no decision of their own
                await SetAsync(
                    db.SubjectAccessItems.Where(i => i.RequestId == asked.Id && i.FactId == item.FactId && i.Decision == ItemDecision.Waiting),
                    ItemDecision.Withheld, rule, reason, null, entry, stop);
            }

            return new Change<int>(
                await SubjectAccessFinding.WaitingAsync(db, asked.Id, stop),
                new SubjectAccessItemDecided(asked.PersonId, asked.Id, item.FactId, item.FactType, request.Decision.Value, rule));
        }, stop);

    private static List<Refusal> Problems(Request request)
    {
        List<Refusal> wrong = [];
        if (request.Decision is not (ItemDecision.Released or ItemDecision.Redacted or ItemDecision.Withheld))
        {
            wrong.Add(new(nameof(request.Decision), "Select what is given"));
            return wrong;
        }

        if (request.Decision is ItemDecision.Released)
        {
            return wrong;
        }

        if (request.Rule is not { } rule || !WithholdingRules.Choosable.Contains(rule))
        {
            wrong.Add(new(nameof(request.Rule), "Select why it is withheld"));
        }

        var reason = request.Reason?.Trim() ?? "";
        if (reason.Length is < ShortestReason or > SubjectAccessItem.LongestReason)
        {
            wrong.Add(new(nameof(request.Reason), reason.Length == 0 ? "Enter a reason" : $"Reason must be between {ShortestReason} and {SubjectAccessItem.LongestReason:#,0} characters"));
        }

        return wrong;
    }

    private static Task<int> SetAsync(
        IQueryable<SubjectAccessItem> items, ItemDecision decision, WithholdingRule? rule, string? reason, string? text, Entry entry, CancellationToken stop) =>
        items.ExecuteUpdateAsync(set => set
            .SetProperty(i => i.Decision, decision).SetProperty(i => i.Rule, rule).SetProperty(i => i.Reason, reason).SetProperty(i => i.ReleasedText, text)
            .SetProperty(i => i.DecidedBy, entry.By).SetProperty(i => i.DecidedAt, entry.At), stop);
}

/// <summary>Somebody decided whether an entry, or a text of it, is given to the person.</summary>
public sealed record SubjectAccessItemDecided(PersonId PersonId, FactId RequestId, FactId EntryId, string EntryType, ItemDecision Decision, WithholdingRule? Rule) : RecordEvent(PersonId);
