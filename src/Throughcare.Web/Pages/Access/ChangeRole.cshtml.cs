using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Web.Access;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Access;

[AnyUser]
public sealed class ChangeRoleModel : PageModel
{
    /// <summary>Code of the role, a slash, and the place.</summary>
    [BindProperty]
    [Required(ErrorMessage = "Select a role and place")]
    public string? Chosen { get; set; }

    public IReadOnlyList<Choice> Choices =>
        [.. HttpContext.Account.Roles.Select(r => new Choice(Value(r.Role, r.Place), $"{Roles.Of(r.Role).Name}, {Places.Name(r.Place)}"))];

    public void OnGet() => Chosen = Value(HttpContext.Actor.Role, HttpContext.Actor.Place);

    public async Task<IActionResult> OnPostAsync()
    {
        var account = HttpContext.Account;
        if (!ModelState.IsValid || !account.Roles.Any(r => Value(r.Role, r.Place) == Chosen))
        {
            ModelState.AddModelError(nameof(Chosen), "Select a role and place");
            return Page();
        }

        var (role, place) = account.Roles.First(r => Value(r.Role, r.Place) == Chosen);
        await Session.BeginAsync(HttpContext, account.Id, Session.StampOf(User), role, place, Session.SinceOf(User));
        return Redirect("/");
    }

    private static string Value(Role role, PlaceCode place) => $"{RoleCodes.ToCode(role)}/{place.Text}";
}
