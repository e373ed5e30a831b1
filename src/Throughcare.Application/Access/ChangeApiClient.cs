using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using Throughcare.Application.Access.Administration;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;
using Throughcare.Storage.Accounts;

namespace Throughcare.Application.Access;

/// <summary>Gives a client of the API a new secret, disables it or enables it again. The tokens that it holds end at once.</summary>
public sealed class ChangeApiClient(AccessDb accounts, IOpenIddictApplicationManager applications, IdSource ids, TimeProvider clock)
{
    public enum What
    {
        RotateSecret,
        Disable,
        Enable,
    }

    public sealed record Request(ApiClientId Id, What What);

    /// <returns>The new secret, where one was made; else empty.</returns>
    public async Task<Outcome<string>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        if (!Permissions.Has(actor.Role, Verb.ManageAccounts))
        {
            return Refusals.OfRole(Verb.ManageAccounts);
        }

        if (await accounts.ApiClients.SingleOrDefaultAsync(c => c.Id == request.Id, stop) is not { } client
            || await applications.FindByClientIdAsync(client.ClientId, stop) is not { } application)
        {
            return new Refusal("", "There is no such client", RefusalKind.NotFound);
        }

        if (request.What is What.RotateSecret && client.IsDemo)
        {
            return new Refusal("", "The demo client keeps its secret");
        }

        client.Stamp = AccountStamp.New();
        client.IsDisabled = request.What switch
        {
            What.Disable => true,
            What.Enable => false,
            _ => client.IsDisabled,
        };
        accounts.Note(ids, clock, actor, AdminSubject.ApiClient, client.ClientId, request.What switch
        {
            What.Disable => "Disabled",
            What.Enable => "Enabled",
            _ => "New secret made",
        });
        if (request.What is not What.RotateSecret)
        {
            await accounts.SaveChangesAsync(stop);
            return "";
        }

        var secret = ApiSecrets.New();
        client.SecretAt = clock.GetUtcNow();
        await applications.PopulateAsync(application, ApiClientWriting.Describe(client, null), stop);
        await applications.UpdateAsync(application, secret, stop);   // saves the client as well: one context
        await accounts.SaveChangesAsync(stop);
        return secret;
    }
}
