using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record.Documents;
using Throughcare.Application.Record.SubjectAccess;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Documents;
using Throughcare.Domain.Record.SubjectAccess;
using Throughcare.Domain.Rules;
using Throughcare.Exchange.SubjectAccess;

namespace Throughcare.Web.Pages.Record.SubjectAccess;

/// <summary>One request for a record: how far it has come, what to do next, and the answer once two people approved it.</summary>
[May(Verb.ExportSubjectAccess)]
public sealed class RequestModel(
    SubjectAccessRequests requests, MoveSubjectAccess move, CollectSubjectAccess collect, SubjectAccessAnswer answers, TimeProvider clock) : PageModel
{
    private const string Collect = "Collect";

    public sealed class Form
    {
        /// <summary>A <see cref="SubjectAccessStep"/>, or Collect.</summary>
        public string? Step { get; set; }

        public string? Note { get; set; }

        /// <summary>Why: of an extension, a refusal, a sending back.</summary>
        public string? Reason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public int MadeFrom { get; set; }

    public SubjectAccessRequests.Page Found { get; private set; } = null!;

    public DateOnly Today => clock.GetUtcNow().LondonDate;

    /// <summary>The form of what is rarely done has an error to show.</summary>
    public bool OtherOpen { get; private set; }

    public Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => FillAsync(id, stop);

    public async Task<IActionResult> OnGetHtmlAsync(Guid id, CancellationToken stop) => await AnswerAsync(id, "HTML", "text/html; charset=utf-8", "html", SubjectAccessHtml.WriteAsync, stop);

    public async Task<IActionResult> OnGetJsonAsync(Guid id, CancellationToken stop) => await AnswerAsync(id, "JSON", "application/json", "json", SubjectAccessJson.WriteAsync, stop);

    /// <summary>The file of a document that is given.</summary>
    public async Task<IActionResult> OnGetFileAsync(Guid id, Guid document, CancellationToken stop) =>
        await answers.FileAsync(HttpContext.Person.Id, new(id), new FactId(document), HttpContext.Actor, stop) is Outcome<DownloadDocument.Content>.Done { Value: var file }
            ? File(file.Bytes, file.Format.MediaType, file.FileName)
            : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        var address = $"/people/{HttpContext.Person.Address}/subject-access/{id}";
        if (ModelState.IsValid && Input.Step is Collect)
        {
            switch (await collect.DoAsync(new(HttpContext.Person.Id, new(id), MadeFrom), HttpContext.Actor, stop))
            {
                case Outcome<int>.Done { Value: var waiting }:
                    return this.Done(address, waiting == 0 ? "Record collected. Nothing waits to be read" : $"Record collected. {Words.Count(waiting, "entry waits", "entries wait")} to be read");
                case Outcome<int>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
                case Outcome<int>.Conflict:
                    Conflict();
                    break;
            }
        }
        else if (ModelState.IsValid && Enum.TryParse<SubjectAccessStep>(Input.Step, out var step) && Enum.IsDefined(step))
        {
            OtherOpen = step is SubjectAccessStep.Extend or SubjectAccessStep.Refuse or SubjectAccessStep.SendBack;
            switch (await move.DoAsync(new(HttpContext.Person.Id, new(id), MadeFrom, step, OtherOpen ? Input.Reason : Input.Note), HttpContext.Actor, stop))
            {
                case Outcome<FactId>.Done:
                    return this.Done(address, DoneWords(step));
                case Outcome<FactId>.Refused refused when this.Refuse(refused.Why, field => OtherOpen && field == "Note" ? "Input.Reason" : $"Input.{field}") is { } answer:
                    return answer;
                case Outcome<FactId>.Conflict:
                    Conflict();
                    break;
            }
        }

        return await FillAsync(id, stop);
    }

    private void Conflict() => ModelState.AddModelError("", "Somebody else has taken this request on while you were here. It is shown as it stands now");

    private static string DoneWords(SubjectAccessStep step) => step switch
    {
        SubjectAccessStep.CheckIdentity => "Identity check saved",
        SubjectAccessStep.Extend => "Request extended by 2 months",
        SubjectAccessStep.SendToReview => "Sent to review",
        SubjectAccessStep.Approve => "Approved",
        SubjectAccessStep.SendBack => "Sent back to be read again",
        SubjectAccessStep.MarkSent => "Marked as sent",
        _ => "Request refused",
    };

    private async Task<IActionResult> AnswerAsync(
        Guid id, string form, string type, string ending, Func<Stream, SubjectAccessAnswer.Answer, CancellationToken, Task> write, CancellationToken stop) =>
        await answers.OpenAsync(HttpContext.Person.Id, new(id), form, HttpContext.Actor, stop) is Outcome<SubjectAccessAnswer.Answer>.Done { Value: var answer }
            ? new StreamedFile(type, $"subject-access-{HttpContext.Person.Address}.{ending}", (file, stopping) => write(file, answer, stopping))
            : NotFound();

    private async Task<IActionResult> FillAsync(Guid id, CancellationToken stop)
    {
        switch (await requests.OfAsync(HttpContext.Person.Id, new(id), HttpContext.Actor, stop))
        {
            case Outcome<SubjectAccessRequests.Page>.Done { Value: var found }:
                Found = found;
                ModelState.Remove(nameof(MadeFrom));
                return Page();
            case Outcome<SubjectAccessRequests.Page>.Refused refused:
                return this.Refuse(refused.Why) ?? NotFound();
            default:
                return NotFound();
        }
    }
}
