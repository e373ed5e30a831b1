using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Documents;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record.Documents;

/// <summary>Gives the content of one file of a document to somebody who may read it. The look is on disk before the content leaves.</summary>
public sealed class DownloadDocument(ThroughcareDb db, AccessPolicy access, LookWriter looks, TimeProvider clock)
{
    public sealed record Content(string FileName, DocumentFormat Format, byte[] Bytes);

    /// <param name="number">Which file of the document, from 1.</param>
    /// <returns><see langword="null"/> where there is no such file, it was withdrawn, or the actor may not read it.</returns>
    public async Task<Content?> DoAsync(PersonId person, FactId document, int number, Actor actor, CancellationToken stop)
    {
        if (await access.RefusalAsync(Verb.ReadRecord, person, actor, stop) is not null && await access.RefusalAsync(Verb.AddDocument, person, actor, stop) is not null)
        {
            return null;
        }

        var records = await MergedRecords.OfAsync(db, person, stop);
        var versions = await db.Documents.Where(d => records.Contains(d.PersonId) && d.Id == document).OrderBy(d => d.Version).ToListAsync(stop);
        var reader = await EntryReaders.OfAsync(db, records, actor, clock.GetUtcNow().LondonDate, stop);
        if (versions is not [.., { Withdrawn: false } current] || reader.Of(current) is not Reading.Whole || versions.LastOrDefault(v => v.FileNumber == number) is not { } wanted)
        {
            return null;
        }

        var file = await db.DocumentFiles.SingleAsync(f => f.Id == wanted.FileId, stop);
        await looks.WriteAsync(looks.Make(actor, $"document {document}, version {number}", person));
        return new(wanted.FileName, wanted.Format, file.Content);
    }
}
