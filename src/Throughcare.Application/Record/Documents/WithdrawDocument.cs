using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Documents;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record.Documents;

/// <summary>Says that a document should not have been on this record. It can't be opened any more; what it was and who withdrew it stay in the audit.</summary>
public sealed class WithdrawDocument(ThroughcareDb db, Recorder recorder)
{
    /// <param name="MadeFrom">The version that the form showed.</param>
    public sealed record Request(PersonId PersonId, FactId DocumentId, int MadeFrom, string? Reason);

    /// <returns>The version that withdrew it.</returns>
    public Task<Outcome<int>> DoAsync(Request request, Actor actor, CancellationToken stop) =>
        recorder.WriteAsync(request.PersonId, Verb.AddDocument, actor, async entry =>
        {
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
            var running = await db.Documents.SingleOrDefaultAsync(d => records.Contains(d.PersonId) && d.Id == request.DocumentId && d.ReplacedAt == null, stop);
            return Decide(running, await EntryReaders.OfAsync(db, records, actor, entry.At.LondonDate, stop), request, entry);
        }, stop, ContactForm.Tidy(request.Reason));

    private static Outcome<Change<int>> Decide(PersonDocument? running, EntryReader reader, Request request, Entry entry)
    {
        if (running is null || reader.Of(running) is not Reading.Whole)
        {
            return Refusals.NotFound;
        }

        if (running.Withdrawn)
        {
            return running.Recorded.By == entry.By ? AlreadyDone.With(request.PersonId, running.Version) : Refusals.NotFound;
        }

        if (!DocumentRules.MayWithdraw(running, reader))
        {
            return new Refusal("", "A document is withdrawn by whoever added it, or by a manager", RefusalKind.Role);
        }

        if (running.Version != request.MadeFrom)
        {
            return new Outcome<Change<int>>.Conflict(running);
        }

        List<Refusal> wrong = [];
        AlertRules.CheckText(request.Reason, nameof(request.Reason), "Enter why the document should not be on this record", "Reason", 1_000, wrong);
        if (wrong.Count > 0)
        {
            return new Outcome<Change<int>>.Refused(wrong);
        }

        var withdrawn = running.WithdrawnBy(entry);
        return new Change<int>(withdrawn.Version, new DocumentWithdrawn(request.PersonId, running.Id), new Write(running, withdrawn));
    }
}

/// <summary>A document was withdrawn.</summary>
public sealed record DocumentWithdrawn(PersonId PersonId, FactId DocumentId) : RecordEvent(PersonId);
