using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;

namespace Throughcare.Web.Access;

/// <summary>The cookie of somebody who is signed in: which account, in which role, where, since when.</summary>
public static class Session
{
    public const string Scheme = "Session";

    /// <summary>The cookie of somebody whose password was right and who has something left to do.</summary>
    public const string HalfwayScheme = "Halfway";

    public const string SignInAddress = "/sign-in";

    public const string SignOutAddress = "/sign-out";

    public const string SignedOutAddress = "/signed-out";

    public const string StayAddress = "/stay";

    private const string Stamp = "stamp";
    private const string Role = "role";
    private const string Place = "place";
    private const string Since = "since";

    /// <summary>Minutes before the end at which the user is warned.</summary>
    public const int WarnMinutes = 5;

    public static TimeSpan Absolute { get; } = TimeSpan.FromHours(12);

    private static TimeSpan RenewAfter { get; } = TimeSpan.FromSeconds(30);

    /// <summary>How long somebody in a role may do nothing.</summary>
    public static TimeSpan IdleOf(Role role) => TimeSpan.FromMinutes(role is Domain.Access.Role.Prisoner ? 10 : 30);

    public static IServiceCollection AddSession(IServiceCollection services)
    {
        services.AddAuthentication(Scheme)
            .AddCookie(Scheme, cookie =>
            {
                Settle(cookie, "throughcare");
                cookie.SlidingExpiration = true;
                cookie.Events.OnCheckSlidingExpiration = context =>
                {
                    context.ShouldRenew = context.ElapsedTime > RenewAfter;
                    return Task.CompletedTask;
                };
            })
            .AddCookie(HalfwayScheme, cookie =>
            {
                Settle(cookie, "throughcare-halfway");
                cookie.ExpireTimeSpan = TimeSpan.FromMinutes(10);
                cookie.SlidingExpiration = false;
            });
        return services;
    }

    /// <summary>Begins a session, or goes on with it in another role.</summary>
    /// <param name="since">When the user signed in: a change of role does not begin the twelve hours again.</param>
    public static Task BeginAsync(HttpContext http, AccountId account, string stamp, Role role, PlaceCode place, DateTimeOffset since)
    {
        ArgumentNullException.ThrowIfNull(http);

        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var ticket = TicketOf(account, stamp, role, place, since, now);
        return http.SignInAsync(Scheme, ticket.Principal, ticket.Properties);
    }

    /// <summary>What the cookie holds.</summary>
    public static AuthenticationTicket TicketOf(AccountId account, string stamp, Role role, PlaceCode place, DateTimeOffset since, DateTimeOffset now)
    {
        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, account.ToString()),
                new(Stamp, stamp),
                new(Role, RoleCodes.ToCode(role)),
                new(Place, place.Text),
                new(Since, since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            ],
            Scheme);
        return new(
            new ClaimsPrincipal(identity),
            new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now + IdleOf(role), AllowRefresh = true },
            Scheme);
    }

    public static AccountId? AccountOf(ClaimsPrincipal? user) =>
        Guid.TryParse(user?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? new AccountId(id) : null;

    public static DateTimeOffset SinceOf(ClaimsPrincipal user) =>
        DateTimeOffset.FromUnixTimeSeconds(long.Parse(user.FindFirstValue(Since)!, CultureInfo.InvariantCulture));

    public static string StampOf(ClaimsPrincipal user) => user.FindFirstValue(Stamp)!;

    /// <summary>The actor of a session that is still good: the account stands, has the role there, and twelve hours have not passed.</summary>
    public static async Task<(SessionAccounts.Standing Account, Actor Actor)?> OfAsync(ClaimsPrincipal user, SessionAccounts accounts, DateTimeOffset now, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(accounts);

        if (AccountOf(user) is not { } id || now - SinceOf(user) > Absolute
            || await accounts.FindAsync(id, StampOf(user), stop) is not { } account)
        {
            return null;
        }

        var (role, place) = (RoleCodes.FromCode(user.FindFirstValue(Role)!), new PlaceCode(user.FindFirstValue(Place)!));
        return !account.Roles.Contains((role, place)) ? null : (account, new Actor(account.StaffId, role, place, Door.Page)
        {
            StandsInForHomd = await accounts.StandsInForHomdAsync(role, place, account.Fictional, stop),
        });
    }

    /// <summary>Where a user goes who signed in: where they were going, when that is an address of this product.</summary>
    public static string Return(string? address) =>
        address is ['/', not ('/' or '\\'), ..] && !address.StartsWith(SignInAddress, StringComparison.OrdinalIgnoreCase) ? address : "/";

    private static void Settle(CookieAuthenticationOptions cookie, string name)
    {
        cookie.Cookie.Name = name;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.IsEssential = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }
}
