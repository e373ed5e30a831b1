using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Documents;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record.Documents;

/// <summary>Adds a document to a person's record.</summary>
public sealed class AddDocument(ThroughcareDb db, Recorder recorder, IdSource ids, IVirusScanner scanner, TimeProvider clock)
{
    /// <param name="Token">The form's own: becomes the document's id.</param>
    public sealed record Request(PersonId PersonId, FactId Token, UploadedFile? File)
    {
        /// <summary>Code of <c>document-types.csv</c>.</summary>
        public string? Type { get; init; }

        /// <summary>Required where the type says nothing; else the type's own words stand in.</summary>
        public string? Title { get; init; }

        public DateOnly? DatedOn { get; init; }

        /// <summary>Today unless said.</summary>
        public DateOnly? ReceivedOn { get; init; }

        /// <summary>May raise the level of the type, never lower it.</summary>
        public Sensitivity Sensitivity { get; init; }

        public bool IsThirdParty { get; init; }

        public bool IsShared { get; init; }
    }

    public async Task<Outcome<FactId>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        // the file is looked at before the person's lock is taken: a scanner may need seconds
        var wrong = Problems(request, actor, clock.GetUtcNow().LondonDate);
        var looked = await CheckedFile.OfAsync(request.File, nameof(request.File), scanner, stop);
        if (looked is Outcome<CheckedFile>.Refused no)
        {
            wrong.AddRange(no.Why);
        }

        if (wrong.Count > 0)
        {
            return new Outcome<FactId>.Refused(wrong);
        }

        var file = ((Outcome<CheckedFile>.Done)looked).Value;
        return await recorder.WriteAsync<FactId>(request.PersonId, Verb.AddDocument, actor, async entry =>
        {
            var records = await MergedRecords.OfAsync(db, request.PersonId, stop);
            if (await db.Documents.AnyAsync(d => d.Id == request.Token, stop))
            {
                return await db.Documents.AnyAsync(d => d.Id == request.Token && records.Contains(d.PersonId) && d.AuthorId == entry.By, stop)
                    ? AlreadyDone.With(request.PersonId, request.Token)
                    : new Refusal("", "This form has been used before. Start again");
            }

            var cases = await db.Cases.Current().Where(c => records.Contains(c.PersonId)).ToListAsync(stop);
            var open = cases.Where(c => !c.Withdrawn && c.ValidFrom <= entry.At.LondonDate).OrderByDescending(c => c.IsTrueOn(entry.At.LondonDate)).ThenByDescending(c => c.ValidFrom).FirstOrDefault();
            var document = Make(request, file, entry) with { CaseId = open?.AsCase, FileId = new(ids.Next()) };
            db.Add(new DocumentFile { Id = document.FileId, PersonId = request.PersonId, Content = file.Content });
            return new Change<FactId>(
                document.Id, new DocumentAdded(request.PersonId, document.Id, document.Type, document.Sha256), new Write(null, document));
        }, stop);
    }

    private static List<Refusal> Problems(Request request, Actor actor, DateOnly today)
    {
        List<Refusal> wrong = [];
        var type = DocumentTypes.Find(request.Type);
        if (type is null)
        {
            wrong.Add(new(nameof(request.Type), "Select the kind of document"));
        }
        else if (type.DefaultSensitivity is Sensitivity.Victim && !actor.Has(Verb.ReadVictim))
        {
            wrong.Add(new(nameof(request.Type), "Documents of victims are added by victim liaison staff alone"));
        }

        if (type is { NeedsTitle: true } && string.IsNullOrWhiteSpace(request.Title))
        {
            wrong.Add(new(nameof(request.Title), "Enter a title that says what the document is"));
        }
        else if (request.Title?.Trim().Length > PersonDocument.LongestTitle)
        {
            wrong.Add(new(nameof(request.Title), $"Title must be {PersonDocument.LongestTitle} characters or fewer"));
        }

        DocumentRules.CheckDates(request.DatedOn, request.ReceivedOn, today, wrong);
        if (request.Sensitivity > Sensitivity.Restricted)
        {
            wrong.Add(new(nameof(request.Sensitivity), "Select who may read it"));
        }
        else if (type is not null && request.IsShared && !DocumentRules.MayBeShared(DocumentRules.LevelOf(type, request.Sensitivity, request.IsThirdParty), request.IsThirdParty))
        {
            wrong.Add(new(nameof(request.IsShared), "A document that is restricted, of a victim or from a third party is never shared with the person"));
        }

        return wrong;
    }

    private static PersonDocument Make(Request request, CheckedFile file, Entry entry)
    {
        var type = DocumentTypes.Table[request.Type!];
        return new()
        {
            Id = request.Token,
            PersonId = request.PersonId,
            Type = type.Code,
            Title = ContactForm.Tidy(request.Title) ?? type.Description,
            ValidFrom = request.DatedOn!.Value,
            ReceivedOn = request.ReceivedOn ?? entry.At.LondonDate,
            FileId = default,
            FileName = file.Name,
            Format = file.Format,
            Size = file.Content.Length,
            Sha256 = file.Sha256,
            Sensitivity = DocumentRules.LevelOf(type, request.Sensitivity, request.IsThirdParty),
            IsThirdParty = request.IsThirdParty,
            IsShared = request.IsShared,
            AuthorId = entry.By,
            Recorded = entry,
        };
    }
}

/// <summary>A document was added.</summary>
/// <param name="Sha256">Of its content, so that the chain holds the content too.</param>
public sealed record DocumentAdded(PersonId PersonId, FactId DocumentId, string Type, string Sha256) : RecordEvent(PersonId);
