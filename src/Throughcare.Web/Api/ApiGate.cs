using System.Diagnostics;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;
using OpenIddict.Abstractions;
using OpenIddict.Validation.AspNetCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Api;

/// <summary>Stands before every operation of the API: which client is asking, is it given this dataset, may its role, may it for this
/// person; and records the look. The same policy as for pages, with answers for programs.</summary>
public sealed class ApiGate(RequestDelegate next, ApiPace pace, ILogger<ApiGate> log)
{
    /// <summary>Why the client looks: kept with the look.</summary>
    public const string Purpose = "Purpose";

    private const int LongestPurpose = 1000;

    public async Task InvokeAsync(HttpContext http, ApiClients clients, AccessPolicy policy, FindPerson find, LookWriter looks, LimitedOpening limited, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(http);

        if (!http.Request.Path.StartsWithSegments(ApiHost.Root, StringComparison.OrdinalIgnoreCase))
        {
            await next(http);
            return;
        }

        try
        {
            if (http.GetEndpoint()?.Metadata.GetMetadata<ApiOperation>() is not { } operation
                || await LetInAsync(http, operation, clients, policy, find, looks, limited, clock))
            {
                await next(http);
            }
        }
#pragma warning disable CA1031 // whatever went wrong, a program is told in its own language
        catch (Exception error) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            var reference = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier;
            log.LogError(error, "A request of the API broke: {Reference}", reference);
            http.Response.Clear();
            await ApiProblem.Broken(reference).WriteAsync(http);
        }
    }

    /// <returns>Whether to go on to the operation.</returns>
    private async Task<bool> LetInAsync(
        HttpContext http, ApiOperation operation, ApiClients clients, AccessPolicy policy, FindPerson find, LookWriter looks, LimitedOpening limited, TimeProvider clock)
    {
        var stop = http.RequestAborted;
        var token = await http.AuthenticateAsync(OpenIddictValidationAspNetCoreDefaults.AuthenticationScheme);
        if (token.Principal is not { } principal || principal.GetClaim(OpenIddictConstants.Claims.Subject) is not { } clientId
            || await clients.FindAsync(clientId, stop) is not { } client || client.Stamp != principal.GetClaim(ApiHost.Stamp))
        {
            http.Response.Headers.WWWAuthenticate = http.Request.Headers.Authorization.Count == 0 ? "Bearer" : "Bearer error=\"invalid_token\"";
            return await RefuseAsync(http, ApiProblem.NoToken);
        }

        if (await TooFastAsync(http, pace, "client " + client.ClientId))
        {
            return false;
        }

        http.Features.Set(client.Actor);
        http.Features.Set(client with { Scopes = [.. client.Scopes.Where(principal.HasScope)] });
        if (!http.ApiClient.Scopes.Contains(operation.Scope))
        {
            return await RefuseAsync(http, ApiProblem.NoScope(operation.Scope));
        }

        if (!client.Actor.Has(operation.Verb))
        {
            return await RefuseAsync(http, ApiProblem.NoRole(Refusals.OfRole(operation.Verb)));
        }

        var purpose = http.Request.Headers[Purpose].ToString().Trim();
        if (purpose.Length > LongestPurpose)
        {
            return await RefuseAsync(http, ApiProblem.Unread($"Purpose must be {LongestPurpose:N0} characters or fewer"));
        }

        var look = looks.Make(client.Actor, WhatOf(http)) with { Purpose = purpose.Length > 0 ? purpose : null };
        if (http.Request.RouteValues["person"] is not string address)
        {
            // what is searched for is not known until it is read: the operation records it
            http.Features.Set(look);
            return true;
        }

        if (!PersonKey.TryParse(address, null, out var key) || await find.DoAsync(key, stop) is not { } found)
        {
            return await RefuseAsync(http, ApiProblem.NotFound);
        }

        look = look with { PersonId = found.Id };
        var refusal = await policy.RefusalAsync(operation.Verb, found.Id, client.Actor, stop);
        if (refusal is null && await limited.IsReasonNeededAsync(found.Id, client.Actor, clock.GetUtcNow(), stop) && LimitedOpening.ReasonProblem(purpose) is { } unsaid)
        {
            return await RecordAsync(http, looks, look with { Outcome = LookOutcome.RefusedLimited }) && await RefuseAsync(http, ApiProblem.ReasonNeeded(unsaid));
        }

        if (!await RecordAsync(http, looks, look with { Outcome = OutcomeOf(refusal) }))
        {
            return false;
        }

        if (refusal is not null)
        {
            return await RefuseAsync(http, ProblemOf(refusal));
        }

        http.Features.Set(new CurrentPerson(found.Id, found.Address, found.LastCommaFirst, found.Number ?? ""));
        return true;
    }

    /// <summary>What stands for a refusal by the policy.</summary>
    public static ApiProblem ProblemOf(Refusal refusal)
    {
        ArgumentNullException.ThrowIfNull(refusal);
        return refusal.Kind switch
        {
            RefusalKind.NotFound => ApiProblem.NotFound,
            RefusalKind.Limited => ApiProblem.Limited(refusal),
            RefusalKind.Reach => ApiProblem.OutOfReach,
            _ => ApiProblem.NoRole(refusal),
        };
    }

    private static LookOutcome OutcomeOf(Refusal? refusal) => refusal?.Kind switch
    {
        null => LookOutcome.Shown,
        RefusalKind.NotFound => LookOutcome.RefusedHidden,
        RefusalKind.Limited => LookOutcome.RefusedLimited,
        _ => LookOutcome.RefusedReach,
    };

    private static string WhatOf(HttpContext http) =>
        (HttpMethods.IsGet(http.Request.Method) ? "" : http.Request.Method + " ") + "/" + ((http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText?.TrimStart('/') ?? "");

    private async Task<bool> RecordAsync(HttpContext http, LookWriter looks, Storage.Accounts.Look look)
    {
        try
        {
            await looks.WriteAsync(look);
            return true;
        }
#pragma warning disable CA1031 // whatever the reason: what is not recorded is not shown
        catch (Exception error)
#pragma warning restore CA1031
        {
            log.LogError(error, "A look could not be recorded, so nothing was shown.");
            return await RefuseAsync(http, ApiProblem.NotRecorded);
        }
    }

    /// <summary>Before requests for a token are read: an address asks for so many, whoever it says it is.</summary>
    public static async Task PaceTokensAsync(HttpContext http, RequestDelegate next)
    {
        ArgumentNullException.ThrowIfNull(http);
        ArgumentNullException.ThrowIfNull(next);

        if (!http.Request.Path.Equals(ApiHost.TokenAddress, StringComparison.OrdinalIgnoreCase)
            || !await TooFastAsync(http, http.RequestServices.GetRequiredService<ApiPace>(), "address " + http.Connection.RemoteIpAddress))
        {
            await next(http);
        }
    }

    private static async Task<bool> TooFastAsync(HttpContext http, ApiPace pace, string who)
    {
        var wait = pace.Take(who);
        if (wait == 0)
        {
            return false;
        }

        http.Response.Headers.RetryAfter = wait.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await ApiProblem.TooMany(wait).WriteAsync(http);
        return true;
    }

    private static async Task<bool> RefuseAsync(HttpContext http, ApiProblem problem)
    {
        await problem.WriteAsync(http);
        return false;
    }
}

/// <summary>What the gate has established before an operation runs, read by name.</summary>
public static class ApiRequestWords
{
    extension(HttpContext http)
    {
        /// <summary>The client, with the datasets of its token.</summary>
        public ApiClients.Standing ApiClient => http.Features.Get<ApiClients.Standing>() ?? throw new InvalidOperationException("No client is known.");

        /// <summary>The client was given entries that are held as sensitive or restricted.</summary>
        public bool WithSensitive => http.ApiClient.Scopes.Contains(ApiScopes.ReadSensitive);

        /// <summary>Records a look that is about no one person, and returns once that is on disk.</summary>
        public Task RecordLookAsync(string? searched = null)
        {
            var looks = http.RequestServices.GetRequiredService<LookWriter>();
            return looks.WriteAsync(http.Features.GetRequiredFeature<Storage.Accounts.Look>() with { SearchText = searched });
        }
    }
}
