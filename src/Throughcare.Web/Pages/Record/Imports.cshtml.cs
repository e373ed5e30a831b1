using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Exchange.Record;
using Throughcare.Exchange.Templates;
using Throughcare.Web.Binding;

namespace Throughcare.Web.Pages.Record;

/// <summary>The files that were received, and the way to send one.</summary>
[May(Verb.RunImport)]
[RequestSizeLimit(ImportUpload.MostBytes + OtherFields)]
[RequestFormLimits(MultipartBodyLengthLimit = ImportUpload.MostBytes + OtherFields)]
public sealed class ImportsModel(ImportRuns runs, ReceiveImportFile receive, TimeProvider clock) : PageModel
{
    /// <summary>Bytes of a form besides its file.</summary>
    private const long OtherFields = 64 * 1024;

    /// <summary>The file as it was chosen.</summary>
    public sealed class Form
    {
        /// <summary>The word of the kind of file; empty to tell by its name.</summary>
        public string? Kind { get; set; }

        public IFormFile? File { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    /// <summary><c>failed</c> for those alone.</summary>
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    public bool OnlyFailed => State is "failed";

    public ImportRunPage Found { get; private set; } = null!;

    /// <summary>The kinds that somebody in this role may send.</summary>
    public IEnumerable<ImportKind> Kinds => ImportKinds.All.Where(k => k.Refuse(HttpContext.Actor.Role) is null);

    /// <summary>The empty lists that somebody in this role may fill in.</summary>
    public IEnumerable<EmptyTemplates.Template> Templates => EmptyTemplates.For(HttpContext.Actor.Role);

    public PageOf<ImportRunView> Runs => new(Found.Runs, PageRequest.Of(Number, null).Number, ImportRuns.PageSize, Found.Total);

    public Task OnGetAsync(CancellationToken stop) => FillAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        var said = Kinds.FirstOrDefault(k => k.Word == Input.Kind);
        var (kind, problem) = await ImportUpload.LookAsync(Input.File, said, clock.GetUtcNow().LondonDate, stop);
        if (problem is not null)
        {
            ModelState.AddModelError("Input.File", problem);
        }

        if (ModelState.IsValid)
        {
            await using var content = Input.File!.OpenReadStream();
            switch (await receive.DoAsync(kind!, content, Path.GetFileName(Input.File.FileName), HttpContext.Actor, stop))
            {
                case Outcome<FactId>.Done { Value: var run }:
                    return this.Done($"/imports/{run}", "File received");
                case Outcome<FactId>.Refused refused when this.Refuse(refused.Why, _ => "Input.File") is { } answer:
                    return answer;
            }
        }

        await FillAsync(stop);
        return Page();
    }

    private async Task FillAsync(CancellationToken stop) =>
        Found = await runs.ReadAsync(HttpContext.Actor, PageRequest.Of(Number, null).Number, stop, OnlyFailed);
}
