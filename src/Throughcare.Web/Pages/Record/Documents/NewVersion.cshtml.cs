using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record.Documents;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.Binding;

namespace Throughcare.Web.Pages.Record.Documents;

/// <summary>Adds a newer file to a document.</summary>
[May(Verb.AddDocument)]
[RequestSizeLimit(DocumentUpload.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = DocumentUpload.MostBytes)]
public sealed class NewVersionModel(DocumentsPage documents, AddDocumentVersion add, TimeProvider clock) : PageModel
{
    /// <summary>What was typed and chosen.</summary>
    public sealed class Form
    {
        public IFormFile? File { get; set; }

        public string? Note { get; set; }

        [Display(Name = "Date of the document")]
        public DateOnly? DatedOn { get; set; }

        [Display(Name = "Date it was received")]
        public DateOnly? ReceivedOn { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The version that the form showed.</summary>
    [BindProperty]
    public int MadeFrom { get; set; }

    public DocumentsPage.Line Document { get; private set; } = null!;

    public string FileHint => ModelState.IsValid ? DocumentUpload.Hint : DocumentUpload.HintAgain;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await FillAsync(id, stop))
        {
            return NotFound();
        }

        var today = clock.GetUtcNow().LondonDate;
        (Input, MadeFrom) = (new() { DatedOn = today, ReceivedOn = today }, Document.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await FillAsync(id, stop))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            var request = new AddDocumentVersion.Request(
                HttpContext.Person.Id, new(id), MadeFrom, await DocumentUpload.ReadAsync(Input.File, stop), Input.Note, Input.DatedOn, Input.ReceivedOn);
            switch (await add.DoAsync(request, HttpContext.Actor, stop))
            {
                case Outcome<int>.Done:
                    return this.Done($"/people/{HttpContext.Person.Address}/documents", "Version added");
                case Outcome<int>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
                case Outcome<int>.Conflict { Theirs: var theirs }:
                    // both files are to be kept: the next post goes on top of theirs
                    ModelState.Remove(nameof(MadeFrom));
                    MadeFrom = theirs.Version;
                    ModelState.AddModelError("", "Someone added a version while you were here. Look at it, then choose your file again if it is still needed");
                    break;
            }
        }

        return Page();
    }

    private async Task<bool> FillAsync(Guid id, CancellationToken stop)
    {
        Document = (await documents.OneAsync(HttpContext.Person.Id, new FactId(id), HttpContext.Actor, stop))!;
        return Document is not null;
    }
}
