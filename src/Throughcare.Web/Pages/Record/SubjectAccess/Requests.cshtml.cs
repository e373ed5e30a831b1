using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record.SubjectAccess;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Record.SubjectAccess;

/// <summary>Requests of people to be given their record: those to answer, the one due first on top, and those answered.</summary>
[May(Verb.ExportSubjectAccess)]
public sealed class RequestsModel(SubjectAccessRequests requests, TimeProvider clock) : PageModel
{
    /// <summary>closed for those that were answered or refused.</summary>
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    public bool IsOpen => State is not "closed";

    public DateOnly Today => clock.GetUtcNow().LondonDate;

    public SubjectAccessRequests.List Found { get; private set; } = null!;

    public PageOf<SubjectAccessRequests.Row> Rows => new(Found.Rows, PageRequest.Of(Number, null).Number, SubjectAccessRequests.PageSize, Found.Total);

    public async Task OnGetAsync(CancellationToken stop) => Found = await requests.ListAsync(IsOpen, PageRequest.Of(Number, null).Number, HttpContext.Actor, stop);
}
