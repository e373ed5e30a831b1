using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Exchange.Record;

namespace Throughcare.Web.Pages.Record;

/// <summary>One file: how far it is, what it changed, and what was wrong with its rows.</summary>
[May(Verb.RunImport)]
public sealed class ImportModel(ImportRunDetail runs, CancelImport cancel, ImportErrorFile errors, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    public ImportRunReading Found { get; private set; } = null!;

    public ImportRun Run => Found.Run.Run;

    public PageOf<ImportError> Errors => new(Found.Errors, PageRequest.Of(Number, null).Number, ImportRunDetail.PageSize, Found.Total);

    public bool HasLostErrors => Run.HasLostErrors(clock.GetUtcNow());

    /// <summary>0 to 100.</summary>
    public int Percent => new ImportProgress(Run.Read, Run.Rows, Run.RowsPerSecond).Percent;

    /// <summary>Why it failed or was refused, without the code that it begins with.</summary>
    public string? Problem => Run.Problem is { } problem && problem.IndexOf(": ", StringComparison.Ordinal) is >= 0 and var at ? problem[(at + 2)..] : Run.Problem;

    public Task<IActionResult> OnGetAsync(Guid run, CancellationToken stop) => ShowAsync(run, stop);

    /// <summary>The state alone, for the page's script to put in the place of what it shows.</summary>
    public async Task<IActionResult> OnGetStateAsync(Guid run, CancellationToken stop) =>
        await ShowAsync(run, stop) is PageResult ? Partial("_ImportState", this) : NotFound();

    /// <summary>What was wrong, as a file.</summary>
    public async Task<IActionResult> OnGetErrorsAsync(Guid run, CancellationToken stop)
    {
        if (await runs.ReadAsync(new(run), HttpContext.Actor, 1, stop) is not { } found)
        {
            return NotFound();
        }

        return new ErrorsDownload(errors, found.Run.Run, HttpContext.Actor);
    }

    public async Task<IActionResult> OnPostCancelAsync(Guid run, CancellationToken stop)
    {
        switch (await cancel.DoAsync(new(run), HttpContext.Actor, stop))
        {
            case Outcome<FactId>.Done:
                return this.Done($"/imports/{run}", "The import stops after the rows that it is at");
            case Outcome<FactId>.Refused refused when this.Refuse(refused.Why) is { } answer:
                return answer;
            default:
                return await ShowAsync(run, stop);
        }
    }

    private async Task<IActionResult> ShowAsync(Guid run, CancellationToken stop)
    {
        if (await runs.ReadAsync(new(run), HttpContext.Actor, PageRequest.Of(Number, null).Number, stop) is not { } found)
        {
            return NotFound();
        }

        Found = found;
        return Page();
    }

    private sealed class ErrorsDownload(ImportErrorFile file, ImportRun run, Application.Access.Actor actor) : ActionResult
    {
        public override async Task ExecuteResultAsync(ActionContext context)
        {
            var response = context.HttpContext.Response;
            response.ContentType = "text/csv; charset=utf-8";
            response.Headers.ContentDisposition = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue("attachment")
            {
                FileName = $"errors-{Path.GetFileNameWithoutExtension(run.FileName)}.csv",
            }.ToString();
            await file.WriteAsync(run.Id, actor, response.Body, context.HttpContext.RequestAborted);
        }
    }
}
