using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access.Administration;
using Throughcare.Domain.Access;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Access;

/// <summary>What administrators did to accounts, places, tables, jobs and clients of the API.</summary>
[May(Verb.ReadAccessLog)]
public sealed class AdminChangesModel(AdminLog log) : PageModel
{
    /// <summary>One kind alone.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Size { get; set; }

    public PageOf<AdminLog.Entry> List { get; private set; } = null!;

    public static IReadOnlyList<Choice> Subjects { get; } = [.. Enum.GetValues<AdminSubject>().Select(subject => new Choice(subject.ToString(), Words(subject)))];

    public static string Words(AdminSubject subject) => subject switch
    {
        AdminSubject.Account => "Account",
        AdminSubject.Place => "Place",
        AdminSubject.Table => "Reference table",
        AdminSubject.Job => "Job",
        _ => "API client",
    };

    public async Task OnGetAsync(CancellationToken stop)
    {
        var (number, size) = PageRequest.Of(Number, Size);
        AdminSubject? subject = Enum.TryParse<AdminSubject>(Of, ignoreCase: true, out var one) && Enum.IsDefined(one) ? one : null;
        var (rows, total) = await log.AllAsync(HttpContext.Actor, subject, (number - 1) * size, size, stop);
        List = new(rows, number, size, total);
    }
}
