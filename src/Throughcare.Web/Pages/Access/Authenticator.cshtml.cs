using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Web.Access;

namespace Throughcare.Web.Pages.Access;

[AllowAnonymous]
public sealed class AuthenticatorModel(SignIn signIn, IDataProtectionProvider protection, SessionAccounts accounts, HeldPosts held, TimeProvider clock)
    : SignInPage(accounts, held, clock)
{
    [BindProperty]
    [Required(ErrorMessage = "Enter the code that your authenticator shows")]
    public string? Code { get; set; }

    /// <summary>The new secret, protected for this account, between showing it and the first code.</summary>
    [BindProperty]
    public string? Sealed { get; set; }

    public string SecretWords { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (await HalfwayAsync("/sign-in/authenticator") is not var (account, _))
        {
            return Redirect(Session.SignInAddress);
        }

        Show(account, Totp.NewSecret());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (await HalfwayAsync("/sign-in/authenticator") is not var (account, returnTo))
        {
            return SeeOther(Session.SignInAddress);
        }

        if (Unseal(account) is not { } secret)
        {
            return SeeOther("/sign-in/authenticator");
        }

        Show(account, secret);
        return ModelState.IsValid ? await GoOnAsync(await signIn.WithCodeAsync(account, Code!, secret, stop), returnTo, stop) : Page();
    }

    private void Show(AccountId account, byte[] secret)
    {
        SecretWords = Totp.Words(secret);
        Sealed = Convert.ToBase64String(Protector(account).Protect(secret));
    }

    private byte[]? Unseal(AccountId account)
    {
        try
        {
            return Protector(account).Unprotect(Convert.FromBase64String(Sealed ?? ""));
        }
        catch (Exception error) when (error is FormatException or System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector(AccountId account) => protection.CreateProtector("Throughcare.NewAuthenticator", account.ToString());
}
