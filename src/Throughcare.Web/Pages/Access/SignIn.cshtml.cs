using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Throughcare.Application.Access;
using Throughcare.Web.Access;

namespace Throughcare.Web.Pages.Access;

[AllowAnonymous]
public sealed class SignInModel(SignIn signIn, Installation installation, SessionAccounts accounts, HeldPosts held, TimeProvider clock)
    : SignInPage(accounts, held, clock)
{
    public sealed class Form
    {
        [Required(ErrorMessage = "Enter your user name")]
        public string? UserName { get; set; }

        [Required(ErrorMessage = "Enter your password")]
        public string? Password { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(Name = "return", SupportsGet = true)]
    public string? ReturnTo { get; set; }

    public bool IsFictional { get; private set; }

    public async Task OnGetAsync(CancellationToken stop) => IsFictional = await installation.IsFictionalAsync(stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        IsFictional = await installation.IsFictionalAsync(stop);
        return ModelState.IsValid
            ? await GoOnAsync(await signIn.DoAsync(Input.UserName!, Input.Password!, stop), ReturnTo, stop)
            : Page();
    }
}
