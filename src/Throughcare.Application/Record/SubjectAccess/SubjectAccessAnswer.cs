using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record.Documents;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.SubjectAccess;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record.SubjectAccess;

/// <summary>The answer to a request, entry by entry, as the person is given it. Rules are asked again at every reading, and what nobody
/// decided about is left out.</summary>
public sealed class SubjectAccessAnswer(ThroughcareDb db, AccessPolicy access, LookWriter looks)
{
    public const int PreviewSize = 50;

    /// <param name="Name">"Ada Zabrake".</param>
    /// <param name="Numbers">Prison number and CRN, where there are any.</param>
    /// <param name="Entries">Everything that is given; read it once.</param>
    public sealed record Answer(FactId RequestId, string Name, IReadOnlyList<string> Numbers, DateOnly ReceivedOn, DateTimeOffset CollectedAt, IAsyncEnumerable<Part> Entries);

    /// <param name="Entry"><see langword="null"/> for an entry that is withheld for a ground that may be said.</param>
    /// <param name="Ground">That ground.</param>
    public readonly record struct Part(ExportSection Section, ExportEntry? Entry, string? Ground);

    /// <param name="Counts">Entries that are given, by section.</param>
    public sealed record Preview(IReadOnlyDictionary<ExportSection, int> Counts, IReadOnlyList<ExportEntry> Entries, IReadOnlyList<string> Grounds, int Total);

    /// <summary>The answer that is sent: after two people approved it.</summary>
    /// <param name="form">What is downloaded, such as "HTML", for the record of looks.</param>
    public async Task<Outcome<Answer>> OpenAsync(PersonId person, FactId request, string form, Actor actor, CancellationToken stop)
    {
        var found = await ApprovedAsync(person, request, actor, stop);
        if (found is not Outcome<SubjectAccessRequest>.Done { Value: var asked })
        {
            return new Outcome<Answer>.Refused(((Outcome<SubjectAccessRequest>.Refused)found).Why);
        }

        await looks.WriteAsync(looks.Make(actor, $"subject access export {form}", person));
        var records = await MergedRecords.OfAsync(db, person, stop);
        var name = await db.Names.Current().Where(n => n.PersonId == person && n.Type == NameType.Current).OrderByDescending(n => n.ValidFrom).FirstOrDefaultAsync(stop);
        var numbers = await db.Identifiers.Current().Where(i => i.PersonId == person && (i.Kind == IdentifierKind.Noms || i.Kind == IdentifierKind.Crn)).ToListAsync(stop);
        return new Answer(
            asked.Id, name is null ? "Name not recorded" : $"{name.First} {name.Last}".Trim(),
            [.. new[] { numbers.Standing(IdentifierKind.Noms), numbers.Standing(IdentifierKind.Crn) }.OfType<PersonIdentifier>().Select(n => n.Canonical)],
            asked.ReceivedOn, asked.CollectedAt!.Value, PartsAsync(records, asked, null, stop));
    }

    /// <summary>A page of what would be given, for those who work on the request.</summary>
    /// <param name="number">From 1.</param>
    public async Task<Outcome<Preview>> PreviewAsync(PersonId person, FactId request, ExportSection section, int number, Actor actor, CancellationToken stop)
    {
        var found = await SubjectAccessFinding.FindAsync(db, access, person, request, actor, stop);
        if (found is not Outcome<SubjectAccessRequest>.Done { Value: var asked })
        {
            return new Outcome<Preview>.Refused(((Outcome<SubjectAccessRequest>.Refused)found).Why);
        }

        if (asked.CollectedAt is null)
        {
            return new Refusal("", "There is nothing to preview until the record is collected");
        }

        var records = await MergedRecords.OfAsync(db, person, stop);
        Dictionary<ExportSection, int> counts = [];
        List<ExportEntry> entries = [];
        HashSet<string> grounds = [];
        await foreach (var part in PartsAsync(records, asked, null, stop))
        {
            if (part.Entry is { } entry)
            {
                var at = counts[part.Section] = counts.GetValueOrDefault(part.Section) + 1;
                if (part.Section == section && at > (number - 1) * PreviewSize && at <= number * PreviewSize)
                {
                    entries.Add(entry);
                }
            }
            else if (part.Section == section)
            {
                grounds.Add(part.Ground!);
            }
        }

        return new Preview(counts, entries, [.. grounds], counts.GetValueOrDefault(section));
    }

    /// <summary>The file of a document that is given, after two people approved the answer.</summary>
    public async Task<Outcome<DownloadDocument.Content>> FileAsync(PersonId person, FactId request, FactId document, Actor actor, CancellationToken stop)
    {
        var found = await ApprovedAsync(person, request, actor, stop);
        if (found is not Outcome<SubjectAccessRequest>.Done { Value: var asked })
        {
            return new Outcome<DownloadDocument.Content>.Refused(((Outcome<SubjectAccessRequest>.Refused)found).Why);
        }

        var given = await SubjectAccessRequests.FilesAsync(db, person, asked, stop);
        if (given.FirstOrDefault(file => file.DocumentId == document) is not { } file)
        {
            return Refusals.NotFound;
        }

        var records = await MergedRecords.OfAsync(db, person, stop);
        var version = await db.Documents.Where(d => records.Contains(d.PersonId) && d.Id == document && d.FileNumber == file.Number).OrderByDescending(d => d.Version).FirstAsync(stop);
        var content = await db.DocumentFiles.SingleAsync(f => f.Id == version.FileId, stop);
        await looks.WriteAsync(looks.Make(actor, $"document {document}, given under subject access", person));
        return new DownloadDocument.Content(version.FileName, version.Format, content.Content);
    }

    private async Task<Outcome<SubjectAccessRequest>> ApprovedAsync(PersonId person, FactId request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return await SubjectAccessFinding.FindAsync(db, access, person, request, actor, stop) switch
        {
            Outcome<SubjectAccessRequest>.Done { Value: { IsApproved: false } or { CollectedAt: null } } =>
                new Refusal("", "It can be downloaded once two people have approved it"),
            var found => found,
        };
    }

    private async IAsyncEnumerable<Part> PartsAsync(List<PersonId> records, SubjectAccessRequest asked, ExportSection? section, [EnumeratorCancellation] CancellationToken stop)
    {
        var reader = await AnswerReader.OpenAsync(db, records, asked.Id, asked.CollectedAt!.Value, stop);
        await foreach (var (export, _, result) in reader.AllAsync(section, stop))
        {
            if (result.Entry is not null || result.Ground is not null)
            {
                yield return new(export.Section, result.Entry, result.Entry is null ? result.Ground : null);
            }
        }
    }
}
