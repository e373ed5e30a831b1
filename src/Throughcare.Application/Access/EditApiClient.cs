using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using Throughcare.Application.Access.Administration;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;
using Throughcare.Storage.Accounts;

namespace Throughcare.Application.Access;

/// <summary>Gives a client of the API another role, place or other datasets. The tokens that it holds end at once; its secret stays.</summary>
public sealed class EditApiClient(AccessDb accounts, ThroughcareDb record, IOpenIddictApplicationManager applications, IdSource ids, TimeProvider clock)
{
    /// <param name="Place">Code of the place whose people it reaches.</param>
    /// <param name="Seen">What the client had when the reader saw it: <see cref="ApiClients.Row.Standing"/>.</param>
    public sealed record Request(ApiClientId Id, Role? Role, string? Place, IReadOnlyList<string> Scopes, string? Reason, string? Seen);

    /// <returns>What was changed, before and after, in words.</returns>
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

        if (client.IsDemo)
        {
            return new Refusal("", "The demo client keeps its role, place and datasets");
        }

        var wrong = ApiClientWriting.Wrong(request.Role, request.Place, request.Scopes).ToList();
        if (ReasonRule.TooShort(nameof(request.Reason), request.Reason) is { } tooShort)
        {
            wrong.Add(tooShort);
        }

        if (wrong.Count > 0)
        {
            return new Outcome<string>.Refused(wrong);
        }

        if (request.Seen != ApiClients.StandingOf(client.Role, client.Place, client.Scopes))
        {
            return new Refusal("", "Somebody else has changed this client since you looked. Check what it has now, and change it again");
        }

        var scopes = string.Join(' ', ApiScopes.All.Select(scope => scope.Name).Where(request.Scopes.Contains));
        var (role, place) = (request.Role!.Value, new PlaceCode(request.Place!.Trim().ToUpperInvariant()));
        if (Changes(client, role, place, scopes) is not { Length: > 0 } changes)
        {
            return new Refusal("", "Nothing has changed. Change something, or go back");
        }

        (client.Role, client.Place, client.Scopes, client.Stamp) = (role, place, scopes, AccountStamp.New());
        accounts.Note(ids, clock, actor, AdminSubject.ApiClient, client.ClientId, changes, request.Reason);
        var described = new OpenIddictApplicationDescriptor();
        await applications.PopulateAsync(described, application, stop);   // as it is, its hashed secret too
        described.Permissions.Clear();
        described.Permissions.UnionWith(ApiClientWriting.Describe(client, null).Permissions);
        await applications.UpdateAsync(application, described, stop);   // saves the client and the note as well: one context
        await accounts.SaveChangesAsync(stop);

        // what the record and the access log call it goes with it
        await record.Staff.Where(s => s.Id == client.StaffId).ExecuteUpdateAsync(set => set.SetProperty(s => s.Role, role).SetProperty(s => s.Place, place), stop);
        return changes;
    }

    /// <returns>"Role: from A to B; Place: ..."; empty where nothing changes.</returns>
    private static string Changes(ApiClient client, Role role, PlaceCode place, string scopes)
    {
        var (had, has) = (ApiScopes.Read(client.Scopes), ApiScopes.Read(scopes));
        return string.Join("; ", new[]
        {
            client.Role == role ? null : $"Role changed from {Roles.Of(client.Role).Name} to {Roles.Of(role).Name}",
            client.Place == place ? null : $"Place changed from {Places.Name(client.Place)} to {Places.Name(place)}",
            had.ToHashSet().SetEquals(has) ? null : $"Datasets changed from {string.Join(", ", had)} to {string.Join(", ", has)}",
        }.OfType<string>());
    }
}
