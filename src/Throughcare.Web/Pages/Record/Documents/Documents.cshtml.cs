using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record.Documents;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Documents;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Record.Documents;

/// <summary>The documents of a person, what is missing, and the way to each file.</summary>
[May(Verb.ReadRecord, Verb.AddDocument)]
public sealed class DocumentsModel(DocumentsPage documents, DownloadDocument download) : PageModel
{
    /// <summary>Code of the kind to show.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    public DocumentsPage.Page Found { get; private set; } = null!;

    public PageOf<DocumentsPage.Line> Lines => new(Found.Lines, PageRequest.Of(Number, null).Number, DocumentsPage.PageSize, Found.Total);

    /// <summary>The kinds to filter by: those that there are, and the one that was asked for.</summary>
    public IEnumerable<Choice> Kinds => Found.Types.Append(DocumentTypes.Find(Kind)).OfType<DocumentType>().Distinct().Select(type => new Choice(type.Code, type.Description));

    /// <summary>"1.4 MB", "12 KB".</summary>
    public static string SizeOf(int bytes) => bytes >= 1024 * 1024 ? $"{bytes / 1024m / 1024m:0.#} MB" : $"{Math.Max(1, bytes / 1024)} KB";

    public async Task OnGetAsync(CancellationToken stop) => Found = await documents.OfAsync(
        HttpContext.Person.Id, DocumentTypes.Find(Kind)?.Code, PageRequest.Of(Number, null).Number, HttpContext.Actor, stop);

    /// <summary>One file, always to be saved and never shown by the browser.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid document, int version, CancellationToken stop)
    {
        if (await download.DoAsync(HttpContext.Person.Id, new FactId(document), version, HttpContext.Actor, stop) is not { } file)
        {
            return NotFound();
        }

        Response.Headers.XContentTypeOptions = "nosniff";
        return File(file.Bytes, file.Format.MediaType, file.FileName);
    }
}
