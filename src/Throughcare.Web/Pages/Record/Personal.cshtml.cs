using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;

namespace Throughcare.Web.Pages.Record;

/// <summary>Who a person is.</summary>
[May(Verb.ReadRecord)]
public sealed class PersonalModel(PersonalPage personal) : PageModel
{
    public PersonalPage.Page Found { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stop) => Found = await personal.OfAsync(HttpContext.Person.Id, HttpContext.Actor, stop);
}
