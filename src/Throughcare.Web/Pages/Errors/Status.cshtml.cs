using System.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Throughcare.Web.Pages.Errors;

/// <summary>The page of every request that could not be answered.</summary>
/// <remarks>The page of 404 says nothing of the address: a record whose existence is restricted and a number that nobody has
/// get the same page, byte for byte. A use case writes everything or nothing, so a page of 500 can say that nothing was saved.</remarks>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class StatusModel : PageModel
{
    public int Code { get; private set; }

    public string Heading { get; private set; } = "";

    public IReadOnlyList<string> Lines { get; private set; } = [];

    /// <summary>Why it was refused, where it was.</summary>
    public Refused? Why { get; private set; }

    /// <summary>What to tell the help desk, where something broke.</summary>
    public string? Reference { get; private set; }

    public void OnGet(int code) => Say(code);

    public void OnPost(int code) => Say(code);

    private void Say(int code)
    {
        Code = code is >= 400 and <= 599 ? code : StatusCodes.Status404NotFound;
        Response.StatusCode = Code;
        Why = Code is StatusCodes.Status403Forbidden ? HttpContext.Features.Get<Refused>() : null;
        Reference = Code >= 500 ? Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier : null;

        (Heading, Lines) = Words(Code, Why);
    }

    private static (string Heading, string[] Lines) Words(int code, Refused? why) => (code, why) switch
    {
        (_, Refused.ByReach) => ("You do not have access to this record", []),
        (_, Refused.ByLimit) => ("Limited access", []),
        (_, Refused.ByRole) => ("Your role cannot do this", []),
        (403, _) => ("Your role cannot do this", ["Ask your manager if you think that it should."]),
        (404, _) => ("Page not found",
            ["If you typed an address or a number, check that it is correct.", "If you followed a link, the page may have moved."]),
        (400, _) => ("Go back and try again", ["The page was open for too long, or the form was not complete. Nothing was saved."]),
        (503, _) => ("Throughcare is not available", ["Try again in a few minutes. Nothing was saved."]),
        ( >= 500, _) => ("Something went wrong", ["Nothing was saved. Try again, and tell the help desk the reference if it happens again."]),
        _ => ("This could not be done", ["Go back and try again. Nothing was saved."]),
    };
}
