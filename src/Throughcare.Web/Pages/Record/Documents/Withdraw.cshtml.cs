using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record.Documents;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Record.Documents;

/// <summary>Takes a document off the record, with a reason.</summary>
[May(Verb.AddDocument)]
public sealed class WithdrawModel(DocumentsPage documents, WithdrawDocument withdraw) : PageModel
{
    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        public string? Reason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The version that the form showed.</summary>
    [BindProperty]
    public int MadeFrom { get; set; }

    public DocumentsPage.Line Document { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await FillAsync(id, stop) || !Document.MayBeWithdrawn)
        {
            return NotFound();
        }

        MadeFrom = Document.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        var at = $"/people/{HttpContext.Person.Address}/documents";
        switch (await withdraw.DoAsync(new(HttpContext.Person.Id, new(id), MadeFrom, Input.Reason), HttpContext.Actor, stop))
        {
            case Outcome<int>.Done:
                return this.Done(at, "Document withdrawn");
            case Outcome<int>.Refused refused when this.Refuse(refused.Why) is { } answer:
                return answer;
            case Outcome<int>.Conflict { Theirs: var theirs }:
                ModelState.Remove(nameof(MadeFrom));
                MadeFrom = theirs.Version;
                ModelState.AddModelError("", "Someone added a version while you were here. Look at it before you withdraw the document");
                break;
        }

        return await FillAsync(id, stop) ? Page() : NotFound();
    }

    private async Task<bool> FillAsync(Guid id, CancellationToken stop)
    {
        Document = (await documents.OneAsync(HttpContext.Person.Id, new FactId(id), HttpContext.Actor, stop))!;
        return Document is not null;
    }
}
