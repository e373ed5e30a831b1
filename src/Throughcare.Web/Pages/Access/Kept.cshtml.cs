using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Web.Access;

namespace Throughcare.Web.Pages.Access;

/// <summary>A form that was sent after its session had ended, offered again to the user who sent it.</summary>
[AnyUser]
public sealed class KeptModel(HeldPosts held) : PageModel
{
    public HeldPosts.Form? Kept { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Kept = await held.OfAsync(HttpContext.Account.Id, stop);
        if (Kept is null)
        {
            return Redirect("/");
        }

        await held.ForgetAsync(HttpContext.Account.Id, stop);
        return Page();
    }
}
