using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.StaticAssets;
using Throughcare.Application.Access;
using Throughcare.Application.Standards;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Access;

/// <summary>Stands before every page and endpoint: who is asking, may their role, may they for this person; and records the look.
/// What says nothing of what it needs is refused.</summary>
public sealed class AccessGate(RequestDelegate next, ILogger<AccessGate> log)
{
    public async Task InvokeAsync(
        HttpContext http, SessionAccounts accounts, AccessPolicy policy, FindPerson find, LookWriter looks, HeldPosts held, ServedAddresses served,
        WaitingDecisions waiting, MyTasks tasks, LimitedOpening limited, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(http);

        var endpoint = http.GetEndpoint();
        if (IsOpenToMachines(endpoint))
        {
            await next(http);
            return;
        }

        await EstablishAsync(http, accounts, served, waiting, tasks, clock);
        if (endpoint is null || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null)
        {
            await next(http);
            return;
        }

        if (http.Features.Get<Actor>() is not { } actor)
        {
            await AskToSignInAsync(http, held);
            return;
        }

        if (VerbsFor(endpoint, http.Request.Method, actor) is not { } verbs)
        {
            Refuse(http, new Refused.ByRole(RolesThatCan(endpoint, http.Request.Method)));
            return;
        }

        if (http.Request.RouteValues["person"] is string address && !await LetInAsync(http, endpoint, address, verbs, actor, policy, find, looks, limited, held))
        {
            return;
        }

        await next(http);
    }

    /// <summary>The verbs by which an actor may come in, as far as the role decides.</summary>
    /// <returns><see langword="null"/> where the role may not; empty where no verb is asked.</returns>
    public static IReadOnlyList<Verb>? VerbsFor(Endpoint endpoint, string method, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        ArgumentNullException.ThrowIfNull(actor);

        var mays = MaysOf(endpoint, method);
        if (mays.Count > 0)
        {
            var verbs = mays.SelectMany(may => may.Verbs).Where(actor.Has).ToList();
            return verbs.Count > 0 ? verbs : null;
        }

        return endpoint.Metadata.GetMetadata<AnyUserAttribute>() is not null ? []
            : endpoint.Metadata.GetMetadata<AnyStaffAttribute>() is not null && Roles.Of(actor.Role).IsStaff ? [Verb.SearchNation]
            : null;
    }

    /// <remarks>What is said of the method alone counts instead of what is said of every method.</remarks>
    private static List<MayAttribute> MaysOf(Endpoint endpoint, string method)
    {
        var mays = endpoint.Metadata.GetOrderedMetadata<MayAttribute>().Where(may => may.AppliesTo(method)).ToList();
        return mays.Exists(may => may.On is not null) ? mays.FindAll(may => may.On is not null) : mays;
    }

    private static bool IsOpenToMachines(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null || endpoint?.Metadata.GetMetadata<ForMachines>() is not null;

    private static IReadOnlyList<string> RolesThatCan(Endpoint endpoint, string method)
    {
        var verbs = MaysOf(endpoint, method).SelectMany(may => may.Verbs).Distinct().ToList();
        return [.. Roles.All.Where(role => verbs.Exists(verb => Permissions.Has(role.Role, verb))).Select(role => role.Name)];
    }

    private static async Task EstablishAsync(HttpContext http, SessionAccounts accounts, ServedAddresses served, WaitingDecisions waiting, MyTasks tasks, TimeProvider clock)
    {
        if (http.Features.Get<Actor>() is not null)
        {
            return;   // a request that is answered again, as an error page
        }

        if ((await http.AuthenticateAsync(Session.Scheme)).Principal is not { } user
            || await Session.OfAsync(user, accounts, clock.GetUtcNow(), http.RequestAborted) is not { } session)
        {
            return;
        }

        var (account, actor) = session;
        http.User = user;
        http.Features.Set(account);
        http.Features.Set(actor);
        http.Features.Set(new PageFrame
        {
            Navigation = new Navigation
            {
                PlaceName = Places.Name(actor.Place),
                Items = await CountedAsync(served.Of(Navigation.ItemsOf(actor.Role)), actor, tasks, http.RequestAborted),
                UserName = account.UserName,
                ChangeAddress = account.Roles.Count > 1 ? "/change-role" : null,
                SignOutAddress = Session.SignOutAddress,
                AlertsAddress = Permissions.Has(actor.Role, Verb.DecideAccess) ? "/access-requests" : null,
                NoticesAddress = Roles.Of(actor.Role).IsStaff ? "/notices" : null,
                AlertCount = await waiting.CountAsync(actor, http.RequestAborted),
            },
            Banners = account.Fictional ? [new(BannerKind.TrainingData, "Training data. Nobody here is real.")] : [],
            Session = new(
                (int)Session.IdleOf(actor.Role).TotalMinutes, Session.WarnMinutes,
                Session.StayAddress, Session.SignOutAddress, Session.SignedOutAddress + "?because=time"),
        });
    }

    /// <summary>The items, with how many tasks are overdue or due today.</summary>
    private static async Task<IReadOnlyList<NavigationItem>> CountedAsync(IReadOnlyList<NavigationItem> items, Actor actor, MyTasks tasks, CancellationToken stop)
    {
        if (!MyTasks.IsFor(actor.Role) || !items.Any(item => item.Href == Navigation.TasksAddress))
        {
            return items;
        }

        var count = await tasks.CountPressingAsync(actor, stop);
        return [.. items.Select(item => item.Href == Navigation.TasksAddress ? item with { Count = count } : item)];
    }

    private static async Task AskToSignInAsync(HttpContext http, HeldPosts held)
    {
        var method = http.Request.Method;
        if (!HttpMethods.IsGet(method) && !HttpMethods.IsHead(method))
        {
            await held.HoldAsync(http);
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
            http.Response.Headers.Location = Session.SignInAddress;
            return;
        }

        var wanted = http.Request.Path + http.Request.QueryString.ToString();
        http.Response.Redirect(wanted == "/" ? Session.SignInAddress : $"{Session.SignInAddress}?return={Uri.EscapeDataString(wanted)}");
    }

    private static void Refuse(HttpContext http, Refused why)
    {
        http.Features.Set(why);
        http.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    /// <returns>Whether to go on to the page.</returns>
    private async Task<bool> LetInAsync(
        HttpContext http, Endpoint endpoint, string address, IReadOnlyList<Verb> verbs, Actor actor, AccessPolicy policy, FindPerson find, LookWriter looks,
        LimitedOpening limited, HeldPosts held)
    {
        var stop = http.RequestAborted;
        if (!PersonKey.TryParse(address, null, out var key) || await find.DoAsync(key, stop) is not { } found)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return false;
        }

        var refusal = await RefusalAsync(verbs, found.Id, actor, policy, stop);
        if (refusal is null && verbs.Any(ShowsTheRecord) && await limited.IsReasonNeededAsync(found.Id, actor, Session.SinceOf(http.User), stop))
        {
            await AskWhyAsync(http, found.Address, held);
            return false;
        }

        if (!await RecordAsync(http, endpoint, found.Id, refusal, actor, looks))
        {
            return false;
        }

        switch (refusal?.Kind)
        {
            case null:
                break;
            case RefusalKind.NotFound:
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return false;
            case RefusalKind.Limited:
                Refuse(http, new Refused.ByLimit(
                    Refusals.TeamOf(refusal),
                    await policy.RefusalAsync(Verb.BreakGlass, found.Id, actor, stop) is null ? $"/people/{found.Address}/break-glass" : null));
                return false;
            default:
                Refuse(http, new Refused.ByReach(found.LastCommaFirst, found.Number ?? "None", found.Where, $"/people/{found.Address}/request-access"));
                return false;
        }

        if (address != found.Address && HttpMethods.IsGet(http.Request.Method))
        {
            http.Response.Redirect(Readdress(http, endpoint, found.Address), permanent: true);
            return false;
        }

        http.Features.Set(new CurrentPerson(found.Id, found.Address, found.LastCommaFirst, found.Number ?? ""));
        http.Features.Set(new PersonBannerModel(found.Address, found.Last, found.First ?? "", found.Where) { PrisonNumber = found.PrisonNumber, Crn = found.Crn });
        return true;
    }

    /// <remarks>Search, asking for access and break-glass have pages that show nothing of the record.</remarks>
    private static bool ShowsTheRecord(Verb verb) => verb is not (Verb.SearchNation or Verb.RequestAccess or Verb.BreakGlass);

    /// <summary>Leads to the page that asks for a reason. A form that was sent is kept, and offered again after it.</summary>
    private static async Task AskWhyAsync(HttpContext http, string address, HeldPosts held)
    {
        var wanted = http.Request.Path + http.Request.QueryString.ToString();
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            await held.HoldAsync(http);
            wanted = "/kept";
        }

        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.Location = $"/people/{address}/open-limited?return={Uri.EscapeDataString(wanted)}";
    }

    private static async Task<Refusal?> RefusalAsync(IReadOnlyList<Verb> verbs, PersonId person, Actor actor, AccessPolicy policy, CancellationToken stop)
    {
        Refusal? refusal = Refusals.NotFound;
        foreach (var verb in verbs)
        {
            refusal = await policy.RefusalAsync(verb, person, actor, stop);
            if (refusal is null)
            {
                return null;
            }
        }

        return refusal;
    }

    private async Task<bool> RecordAsync(HttpContext http, Endpoint endpoint, PersonId person, Refusal? refusal, Actor actor, LookWriter looks)
    {
        var outcome = refusal?.Kind switch
        {
            null => LookOutcome.Shown,
            RefusalKind.NotFound => LookOutcome.RefusedHidden,
            RefusalKind.Limited => LookOutcome.RefusedLimited,
            _ => LookOutcome.RefusedReach,
        };
        var what = (HttpMethods.IsGet(http.Request.Method) ? "" : http.Request.Method + " ") + "/" + ((endpoint as RouteEndpoint)?.RoutePattern.RawText?.TrimStart('/') ?? "");
        try
        {
            await looks.WriteAsync(looks.Make(actor, what, person, outcome) with { Section = endpoint.Metadata.GetMetadata<SectionAttribute>()?.Name });
            return true;
        }
#pragma warning disable CA1031 // whatever the reason: what is not recorded is not shown
        catch (Exception error)
#pragma warning restore CA1031
        {
            log.LogError(error, "A look could not be recorded, so nothing was shown.");
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return false;
        }
    }

    private static string Readdress(HttpContext http, Endpoint endpoint, string address)
    {
        var segments = http.Request.Path.Value!.Split('/');
        var at = ((RouteEndpoint)endpoint).RoutePattern.PathSegments.ToList()
            .FindIndex(segment => segment.Parts is [Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "person" }]);
        segments[at + 1] = address;
        return http.Request.PathBase + string.Join('/', segments) + http.Request.QueryString;
    }
}

/// <summary>An endpoint that machines ask, without a session: health, metrics.</summary>
public sealed class ForMachines
{
    public static ForMachines Mark { get; } = new();
}
