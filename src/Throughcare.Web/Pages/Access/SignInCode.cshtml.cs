using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Throughcare.Application.Access;
using Throughcare.Web.Access;

namespace Throughcare.Web.Pages.Access;

[AllowAnonymous]
public sealed class SignInCodeModel(SignIn signIn, SessionAccounts accounts, HeldPosts held, TimeProvider clock) : SignInPage(accounts, held, clock)
{
    [BindProperty]
    [Required(ErrorMessage = "Enter the code that your authenticator shows")]
    public string? Code { get; set; }

    public async Task<IActionResult> OnGetAsync() => await HalfwayAsync("/sign-in/code") is null ? Redirect(Session.SignInAddress) : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop) =>
        await HalfwayAsync("/sign-in/code") is not var (account, returnTo) ? SeeOther(Session.SignInAddress)
        : ModelState.IsValid ? await GoOnAsync(await signIn.WithCodeAsync(account, Code!, null, stop), returnTo, stop)
        : Page();
}
