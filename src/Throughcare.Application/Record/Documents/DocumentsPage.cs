using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Facts;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Documents;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record.Documents;

/// <summary>The documents of a person, the latest first, 25 a page, as far as the reader may know of them; and those that are missing.</summary>
public sealed class DocumentsPage(ThroughcareDb db, CaseHistories histories, TimeProvider clock)
{
    public const int PageSize = 25;

    /// <param name="Total">Lines on all pages.</param>
    public sealed record Page(IReadOnlyList<Line> Lines, int Total)
    {
        /// <summary>What a case of this kind should have; empty for a reader who does not read the record.</summary>
        public IReadOnlyList<MissingDocuments.Missing> Missing { get; init; } = [];

        /// <summary>The kinds of the documents that the reader may read, to filter by.</summary>
        public IReadOnlyList<DocumentType> Types { get; init; } = [];
    }

    /// <param name="Greyed">For one that the reader may know of and not read: what it is and whom to ask. Nothing else is given then.</param>
    public sealed record Line(FactId Id, DateOnly On, string? Greyed = null)
    {
        /// <summary>A new version and a withdrawal post it back.</summary>
        public int Version { get; init; }

        public string TypeName { get; init; } = "";

        public string Title { get; init; } = "";

        public DateOnly ReceivedOn { get; init; }

        public string Author { get; init; } = "";

        /// <summary>Who may read it, such as "Restricted: …".</summary>
        public string Readers { get; init; } = "";

        public Sensitivity Sensitivity { get; init; }

        public bool IsThirdParty { get; init; }

        public bool IsShared { get; init; }

        /// <summary>Its files, the latest first.</summary>
        public IReadOnlyList<FileLine> Files { get; init; } = [];

        public bool MayBeWithdrawn { get; init; }
    }

    /// <param name="Number">Which file of the document, from 1.</param>
    /// <param name="Note">What was new in it.</param>
    public sealed record FileLine(int Number, string FileName, DocumentFormat Format, int Size, DateTimeOffset AddedAt, string By, string? Note);

    /// <param name="type">Only those of this kind; documents that the reader may not read are left out then, since their kind is not shown.</param>
    /// <param name="page">From 1.</param>
    public async Task<Page> OfAsync(PersonId person, string? type, int page, Actor actor, CancellationToken stop)
    {
        var today = clock.GetUtcNow().LondonDate;
        var records = await MergedRecords.OfAsync(db, person, stop);
        var reader = await EntryReaders.OfAsync(db, records, actor, today, stop);
        var versions = await db.Documents.Where(d => records.Contains(d.PersonId)).ToListAsync(stop);   // what they are, not what is in them
        var known = versions.GroupBy(d => d.Id).Select(d => d.OrderBy(v => v.Version).ToList()).Where(d => !d[^1].Withdrawn && reader.Of(d[^1]) is not Reading.Hidden).ToList();
        var wanted = known.Where(d => type is null || (d[^1].Type == type && reader.Of(d[^1]) is Reading.Whole))
            .OrderByDescending(d => d[^1].ValidFrom).ThenByDescending(d => d[^1].Recorded.At).ToList();
        var names = await StaffNames.OfAsync(db, known.SelectMany(d => d).Select(d => d.Recorded.By).Concat(known.Select(d => d[^1].AuthorId)), stop);
        var shown = wanted.Skip((page - 1) * PageSize).Take(PageSize).Select(d => Of(d, reader, names));
        return new Page([.. shown], wanted.Count)
        {
            Missing = actor.Has(Verb.ReadRecord) ? await MissingAsync(person, versions, today, stop) : [],
            Types = [.. known.Where(d => reader.Of(d[^1]) is Reading.Whole).Select(d => DocumentTypes.Table[d[^1].Type]).Distinct().OrderBy(t => t.Description, StringComparer.Ordinal)],
        };
    }

    /// <summary>One document that the reader may read, for a form about it.</summary>
    /// <returns><see langword="null"/> where there is none, it was withdrawn, or the reader may not read it.</returns>
    public async Task<Line?> OneAsync(PersonId person, FactId document, Actor actor, CancellationToken stop)
    {
        var records = await MergedRecords.OfAsync(db, person, stop);
        var reader = await EntryReaders.OfAsync(db, records, actor, clock.GetUtcNow().LondonDate, stop);
        var versions = await db.Documents.Where(d => records.Contains(d.PersonId) && d.Id == document).OrderBy(d => d.Version).ToListAsync(stop);
        return versions is [.., { Withdrawn: false } current] && reader.Of(current) is Reading.Whole
            ? Of(versions, reader, await StaffNames.OfAsync(db, versions.Select(d => d.Recorded.By).Append(current.AuthorId), stop))
            : null;
    }

    private async Task<IReadOnlyList<MissingDocuments.Missing>> MissingAsync(PersonId person, List<PersonDocument> versions, DateOnly today, CancellationToken stop) =>
        await histories.LoadAsync(person, stop) is { } history
            ? MissingDocuments.Of(history.At(today, clock.GetUtcNow()), versions.Where(d => d.ReplacedAt is null))
            : [];

    private static Line Of(List<PersonDocument> versions, EntryReader reader, StaffNames names)
    {
        var document = versions[^1];
        if (reader.Of(document) is not Reading.Whole)
        {
            return new Line(document.Id, document.ValidFrom, DocumentWords.Headline(document, names[document.AuthorId]));
        }

        return new Line(document.Id, document.ValidFrom)
        {
            Version = document.Version,
            TypeName = DocumentTypes.Table[document.Type].Description,
            Title = document.Title,
            ReceivedOn = document.ReceivedOn,
            Author = names[document.AuthorId],
            Readers = SensitivityLevels.Of(document.Sensitivity).ReadableBy,
            Sensitivity = document.Sensitivity,
            IsThirdParty = document.IsThirdParty,
            IsShared = document.IsShared,
            Files =
            [
                .. versions.DistinctBy(d => d.FileNumber).Reverse()
                    .Select(d => new FileLine(d.FileNumber, d.FileName, d.Format, d.Size, d.Recorded.At, names[d.Recorded.By], d.VersionNote)),
            ],
            MayBeWithdrawn = DocumentRules.MayWithdraw(document, reader),
        };
    }
}
