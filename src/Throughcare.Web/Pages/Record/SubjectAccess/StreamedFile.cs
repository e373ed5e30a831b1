using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Throughcare.Web.Pages.Record.SubjectAccess;

/// <summary>A file to be saved that is written as it is sent, and never shown by the browser.</summary>
internal sealed class StreamedFile(string mediaType, string name, Func<Stream, CancellationToken, Task> write) : ActionResult
{
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = mediaType;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name }.ToString();
        await write(response.Body, context.HttpContext.RequestAborted);
    }
}
