using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Throughcare.Application.Access;
using Throughcare.Web.Access;

namespace Throughcare.Web.Pages.Access;

[AllowAnonymous]
public sealed class OwnPasswordModel(SignIn signIn, SessionAccounts accounts, HeldPosts held, TimeProvider clock) : SignInPage(accounts, held, clock)
{
    public sealed class Form
    {
        [Required(ErrorMessage = "Enter a password")]
        [StringLength(200, MinimumLength = Application.Access.SignIn.MinPassword, ErrorMessage = "Password must be 12 characters or more")]
        public string? Password { get; set; }

        [Compare(nameof(Password), ErrorMessage = "Enter the same password twice")]
        public string? Again { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync() => await HalfwayAsync("/sign-in/password") is null ? Redirect(Session.SignInAddress) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop) =>
        await HalfwayAsync("/sign-in/password") is not var (account, returnTo) ? SeeOther(Session.SignInAddress)
        : ModelState.IsValid ? await GoOnAsync(await signIn.WithPasswordAsync(account, Input.Password!, stop), returnTo, stop)
        : Page();
}
