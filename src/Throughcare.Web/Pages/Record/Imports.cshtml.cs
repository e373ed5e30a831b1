using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Exchange.Record;
using Throughcare.Web.Binding;

namespace Throughcare.Web.Pages.Record;

/// <summary>The files that were received, and the way to send one.</summary>
[May(Verb.RunImport)]
[RequestSizeLimit(PrisonFileUpload.MostBytes + OtherFields)]
[RequestFormLimits(MultipartBodyLengthLimit = PrisonFileUpload.MostBytes + OtherFields)]
public sealed class ImportsModel(ImportRuns runs, ReceiveImportFile receive) : PageModel
{
    /// <summary>Bytes of a form besides its file.</summary>
    private const long OtherFields = 64 * 1024;

    /// <summary>The file as it was chosen.</summary>
    public sealed class Form
    {
        public IFormFile? File { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    public ImportRunPage Found { get; private set; } = null!;

    public PageOf<ImportRunView> Runs => new(Found.Runs, PageRequest.Of(Number, null).Number, ImportRuns.PageSize, Found.Total);

    public Task OnGetAsync(CancellationToken stop) => FillAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await PrisonFileUpload.ProblemOfAsync(Input.File, stop) is { } problem)
        {
            ModelState.AddModelError("Input.File", problem);
        }

        if (ModelState.IsValid)
        {
            await using var content = Input.File!.OpenReadStream();
            switch (await receive.DoAsync(content, Path.GetFileName(Input.File.FileName), HttpContext.Actor, stop))
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
        Found = await runs.ReadAsync(HttpContext.Actor, PageRequest.Of(Number, null).Number, stop);
}
