using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application;
using Throughcare.Application.Record.Documents;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Documents;
using Throughcare.Domain.Rules;
using Throughcare.Web.Binding;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Record.Documents;

/// <summary>Adds a document.</summary>
[May(Verb.AddDocument)]
[RequestSizeLimit(DocumentUpload.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = DocumentUpload.MostBytes)]
public sealed class NewDocumentModel(AddDocument add, IdSource ids, TimeProvider clock) : PageModel
{
    /// <summary>Who may read a document, as one choice.</summary>
    public enum Readers
    {
        Usual,
        Sensitive,
        Restricted,
        ThirdParty,
    }

    /// <summary>What was typed and chosen.</summary>
    public sealed class Form
    {
        public IFormFile? File { get; set; }

        public string? Type { get; set; }

        public string? Title { get; set; }

        [Display(Name = "Date of the document")]
        public DateOnly? DatedOn { get; set; }

        [Display(Name = "Date it was received")]
        public DateOnly? ReceivedOn { get; set; }

        public Readers Sensitivity { get; set; }

        public bool IsShared { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The form's own: becomes the document's id, so that a second post of the same form changes nothing.</summary>
    [BindProperty]
    public Guid Token { get; set; }

    public string FileHint => ModelState.IsValid ? DocumentUpload.Hint : DocumentUpload.HintAgain;

    /// <summary>The kinds that somebody in this role may add.</summary>
    public IEnumerable<Choice> Types => DocumentTypes.Table.Selectable
        .Where(type => type.DefaultSensitivity is not Sensitivity.Victim || HttpContext.Actor.Has(Verb.ReadVictim))
        .OrderBy(type => type.NeedsTitle).ThenBy(type => type.Description, StringComparer.Ordinal)
        .Select(type => new Choice(type.Code, type.Description));

    public static IReadOnlyList<Choice> ReaderChoices { get; } =
    [
        new(nameof(Readers.Usual), "Those who usually read this kind of document"),
        new(nameof(Readers.Sensitive), "Sensitive", "It could do harm or embarrass if many people read it"),
        new(nameof(Readers.Restricted), "Restricted", "Only the allocated managers and those who protect the public read it"),
        new(nameof(Readers.ThirdParty), "Third party", "Somebody else gave it in confidence, or it is about somebody else. It is restricted and never shown to the person"),
    ];

    public void OnGet()
    {
        Token = ids.Next();
        Input = new() { ReceivedOn = clock.GetUtcNow().LondonDate };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            var request = new AddDocument.Request(HttpContext.Person.Id, new(Token), await DocumentUpload.ReadAsync(Input.File, stop))
            {
                Type = Input.Type,
                Title = Input.Title,
                DatedOn = Input.DatedOn,
                ReceivedOn = Input.ReceivedOn,
                Sensitivity = Input.Sensitivity switch
                {
                    Readers.Usual => Sensitivity.Standard,
                    Readers.Sensitive => Sensitivity.Sensitive,
                    _ => Sensitivity.Restricted,
                },
                IsThirdParty = Input.Sensitivity is Readers.ThirdParty,
                IsShared = Input.IsShared,
            };
            switch (await add.DoAsync(request, HttpContext.Actor, stop))
            {
                case Outcome<FactId>.Done:
                    return this.Done($"/people/{HttpContext.Person.Address}/documents", "Document added");
                case Outcome<FactId>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
            }
        }

        return Page();
    }
}
