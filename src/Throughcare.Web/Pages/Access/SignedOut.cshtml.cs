using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Throughcare.Web.Pages.Access;

[AllowAnonymous]
public sealed class SignedOutModel : PageModel
{
    /// <summary>"time" where the session had run out.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Because { get; set; }
}
