using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record.SubjectAccess;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record.SubjectAccess;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Record.SubjectAccess;

/// <summary>What the person would be given, section by section.</summary>
[May(Verb.ExportSubjectAccess)]
public sealed class PreviewModel(SubjectAccessAnswer answers) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Section { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    public Guid Id { get; private set; }

    public ExportSection Shown => Enum.TryParse<ExportSection>(Section, ignoreCase: true, out var asked) && Enum.IsDefined(asked) ? asked : ExportSection.Identity;

    public SubjectAccessAnswer.Preview Found { get; private set; } = null!;

    public PageOf<ExportEntry> Rows => new(Found.Entries, PageRequest.Of(Number, null).Number, SubjectAccessAnswer.PreviewSize, Found.Total);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        Id = id;
        switch (await answers.PreviewAsync(HttpContext.Person.Id, new(id), Shown, PageRequest.Of(Number, null).Number, HttpContext.Actor, stop))
        {
            case Outcome<SubjectAccessAnswer.Preview>.Done { Value: var found }:
                Found = found;
                return Page();
            case Outcome<SubjectAccessAnswer.Preview>.Refused refused:
                return this.Refuse(refused.Why) ?? NotFound();
            default:
                return NotFound();
        }
    }
}
