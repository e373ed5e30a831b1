using System.Text.Json;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;

namespace Throughcare.Web.Access;

/// <summary>Keeps a form that was posted after its session had ended, for the user whose session it was.</summary>
public sealed class HeldPosts(KeptForms forms, IOptionsMonitor<CookieAuthenticationOptions> cookies, IDataProtectionProvider protection)
{
    /// <summary>A form that is longer is not kept.</summary>
    private const int MaxBytes = 256 * 1024;

    /// <param name="Address">Where it was posted.</param>
    /// <param name="Fields">Each field and its values, in the order of the form.</param>
    public sealed record Form(string Address, IReadOnlyList<KeyValuePair<string, string>> Fields);

    /// <summary>Keeps what was posted, where the cookie says whose it is; else does nothing.</summary>
    public async Task HoldAsync(HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);

        var options = cookies.Get(Session.Scheme);
        if (options.CookieManager.GetRequestCookie(http, options.Cookie.Name!) is not { } cookie
            || Session.AccountOf(options.TicketDataFormat.Unprotect(cookie)?.Principal) is not { } account
            || !http.Request.HasFormContentType || http.Request.ContentLength is not (> 0 and <= MaxBytes))
        {
            return;
        }

        var posted = await http.Request.ReadFormAsync(http.RequestAborted);
        var fields = posted.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal))
            .SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? ""))).ToList();
        var form = new Form(http.Request.Path + http.Request.QueryString.ToString(), fields);
        await forms.KeepAsync(account, Protector(account).Protect(JsonSerializer.SerializeToUtf8Bytes(form)), http.RequestAborted);
    }

    /// <returns><see langword="null"/> where nothing is kept for this account.</returns>
    public async Task<Form?> OfAsync(AccountId account, CancellationToken stop) =>
        await forms.OfAsync(account, stop) is { } kept ? JsonSerializer.Deserialize<Form>(Protector(account).Unprotect(kept)) : null;

    public Task ForgetAsync(AccountId account, CancellationToken stop) => forms.ForgetAsync(account, stop);

    private IDataProtector Protector(AccountId account) => protection.CreateProtector("Throughcare.HeldPost", account.ToString());
}
