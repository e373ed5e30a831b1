using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Web.Access;

namespace Throughcare.Web.Pages.Access;

/// <summary>A step of signing in.</summary>
public abstract class SignInPage(SessionAccounts accounts, HeldPosts held, TimeProvider clock) : PageModel
{
    private const string ReturnTo = "return";
    private const string Left = "left";

    /// <summary>The address of whatever is left to do, or of the page that the user was going to.</summary>
    protected async Task<IActionResult> GoOnAsync(SignInStep step, string? returnTo, CancellationToken stop)
    {
        switch (step)
        {
            case SignInStep.NeedsCode code:
                return await HalfwayAsync(code.Account, "/sign-in/code", returnTo);
            case SignInStep.NeedsAuthenticator first:
                return await HalfwayAsync(first.Account, "/sign-in/authenticator", returnTo);
            case SignInStep.NeedsPassword own:
                return await HalfwayAsync(own.Account, "/sign-in/password", returnTo);
            case SignInStep.Done done when await accounts.FindAsync(done.Account, done.Stamp, stop) is { } account:
                await HttpContext.SignOutAsync(Session.HalfwayScheme);
                var (role, place) = account.Roles[0];
                await Session.BeginAsync(HttpContext, done.Account, done.Stamp, role, place, clock.GetUtcNow());
                return SeeOther(await held.OfAsync(done.Account, stop) is null ? Session.Return(returnTo) : "/kept");
            default:
                ModelState.AddModelError("", "The user name, password or code is not right, or the account is locked. Check them and try again.");
                return Page();
        }
    }

    /// <returns>Whose password was right, if this is the step they are at; else <see langword="null"/>.</returns>
    protected async Task<(AccountId Account, string? ReturnTo)?> HalfwayAsync(string address)
    {
        var user = (await HttpContext.AuthenticateAsync(Session.HalfwayScheme)).Principal;
        return user?.FindFirstValue(Left) == address && Session.AccountOf(user) is { } account ? (account, user.FindFirstValue(ReturnTo)) : null;
    }

    /// <summary>After a form: the next page is asked for with GET.</summary>
    protected IActionResult SeeOther(string address)
    {
        Response.Headers.Location = address;
        return StatusCode(StatusCodes.Status303SeeOther);
    }

    private async Task<IActionResult> HalfwayAsync(AccountId account, string address, string? returnTo)
    {
        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, account.Value.ToString("D", CultureInfo.InvariantCulture)), new(Left, address), new(ReturnTo, Session.Return(returnTo))],
            Session.HalfwayScheme);
        await HttpContext.SignInAsync(Session.HalfwayScheme, new ClaimsPrincipal(identity));
        return SeeOther(address);
    }
}
