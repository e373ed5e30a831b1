using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Documents;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record.Documents;

/// <summary>Puts a newer file in the place of a document's last one. The earlier files stay and can be read.</summary>
public sealed class AddDocumentVersion(ThroughcareDb db, Recorder recorder, IdSource ids, IVirusScanner scanner, TimeProvider clock)
{
    /// <param name="MadeFrom">The version that the form showed.</param>
    /// <param name="Note">What is new in it.</param>
    /// <param name="ReceivedOn">Today unless said.</param>
    public sealed record Request(PersonId PersonId, FactId DocumentId, int MadeFrom, UploadedFile? File, string? Note, DateOnly? DatedOn, DateOnly? ReceivedOn = null);

    /// <returns>The version that was made.</returns>
    public async Task<Outcome<int>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        List<Refusal> wrong = [];
        var looked = await CheckedFile.OfAsync(request.File, nameof(request.File), scanner, stop);
        if (looked is Outcome<CheckedFile>.Refused no)
        {
            wrong.AddRange(no.Why);
        }

        AlertRules.CheckText(request.Note, nameof(request.Note), "Enter what is new in this version", "What is new", PersonDocument.LongestNote, wrong);
        DocumentRules.CheckDates(request.DatedOn, request.ReceivedOn, clock.GetUtcNow().LondonDate, wrong);
        if (wrong.Count > 0)
        {
            return new Outcome<int>.Refused(wrong);
        }

        var file = ((Outcome<CheckedFile>.Done)looked).Value;
        return await recorder.WriteAsync(request.PersonId, Verb.AddDocument, actor, async entry =>
        {
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
            var running = await db.Documents.Current().SingleOrDefaultAsync(d => records.Contains(d.PersonId) && d.Id == request.DocumentId, stop);
            var reader = await EntryReaders.OfAsync(db, records, actor, entry.At.LondonDate, stop);
            var decided = Decide(running, reader, request, file, entry, new FactId(ids.Next()));
            if (decided is Outcome<Change<int>>.Done { Value.Rows: [{ After: PersonDocument made }] })
            {
                db.Add(new DocumentFile { Id = made.FileId, PersonId = made.PersonId, Content = file.Content });
            }

            return decided;
        }, stop);
    }

    private static Outcome<Change<int>> Decide(PersonDocument? running, EntryReader reader, Request request, CheckedFile file, Entry entry, FactId fileId)
    {
        if (running is null or { Withdrawn: true } || reader.Of(running) is not Reading.Whole)
        {
            return Refusals.NotFound;
        }

        if (running.Version != request.MadeFrom)
        {
            return running.Version == request.MadeFrom + 1 && running.Sha256 == file.Sha256 && running.Recorded.By == entry.By
                ? AlreadyDone.With(request.PersonId, running.Version)
                : new Outcome<Change<int>>.Conflict(running);
        }

        if (running.Sha256 == file.Sha256)
        {
            return new Refusal(nameof(request.File), "The selected file is the same as the version on record");
        }

        var next = running.Next(entry) with
        {
            FileId = fileId,
            FileName = file.Name,
            Format = file.Format,
            Size = file.Content.Length,
            Sha256 = file.Sha256,
            FileNumber = running.FileNumber + 1,
            VersionNote = request.Note!.Trim(),
            ValidFrom = request.DatedOn!.Value,
            ReceivedOn = request.ReceivedOn ?? entry.At.LondonDate,
        };
        return new Change<int>(
            next.Version, new DocumentVersionAdded(request.PersonId, next.Id, next.FileNumber, next.Sha256), new Write(running, next));
    }
}

/// <summary>A newer file of a document was added.</summary>
/// <param name="Number">Which file of the document, from 2.</param>
/// <param name="Sha256">Of its content.</param>
public sealed record DocumentVersionAdded(PersonId PersonId, FactId DocumentId, int Number, string Sha256) : RecordEvent(PersonId);
