using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Record;

/// <summary>Who a person is.</summary>
[May(Verb.ReadRecord)]
public sealed class PersonalModel(PersonalPage personal) : PageModel
{
    public PersonalPage.Page Found { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stop) => Found = await personal.OfAsync(HttpContext.Person.Id, HttpContext.Actor, stop);

    /// <summary>What a row shows of one of the details; <see langword="null"/> where it is not recorded.</summary>
    public static string? Of(PersonDetails? details, DetailFields field) => field switch
    {
        DetailFields.DateOfBirth => details?.DateOfBirth?.In(DateForm.Long),
        DetailFields.Sex => details?.Sex?.Describe(CodeLists.Sex),
        DetailFields.Ethnicity => details?.Ethnicity?.Describe(CodeLists.Ethnicity),
        DetailFields.Nationality => details?.Nationality?.Describe(CodeLists.Nationality),
        DetailFields.Religion => details?.Religion?.Describe(CodeLists.Religion),
        DetailFields.MaritalStatus => details?.MaritalStatus?.Describe(CodeLists.MaritalStatus),
        _ => null,
    };
}
