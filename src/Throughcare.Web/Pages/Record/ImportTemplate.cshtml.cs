using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Domain.Access;
using Throughcare.Exchange.Templates;

namespace Throughcare.Web.Pages.Record;

/// <summary>An empty list to be filled in: its header row and one example.</summary>
[May(Verb.RunImport)]
public sealed class ImportTemplateModel : PageModel
{
    private const string Ending = ".csv";

    public IActionResult OnGet(string file) =>
        file.EndsWith(Ending, StringComparison.Ordinal) && EmptyTemplates.TextOf(file[..^Ending.Length], HttpContext.Actor.Role) is { } text
            ? File([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)], "text/csv; charset=utf-8", file)
            : NotFound();
}
