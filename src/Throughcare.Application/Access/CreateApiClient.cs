using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using Throughcare.Application.Access.Administration;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;
using Throughcare.Storage.Accounts;

namespace Throughcare.Application.Access;

/// <summary>Makes a client of the API: a program that acts in one role at one place, for the datasets that it is given.</summary>
public sealed partial class CreateApiClient(AccessDb accounts, ThroughcareDb record, IOpenIddictApplicationManager applications, IdSource ids, TimeProvider clock)
{
    /// <param name="ClientId">What the program says it is.</param>
    /// <param name="Name">What the record and the access log call it.</param>
    /// <param name="Place">Code of the place whose people it reaches.</param>
    public sealed record Request(string ClientId, string Name, Role? Role, string Place, IReadOnlyList<string> Scopes);

    /// <param name="Secret">Shown once, to whoever made the client.</param>
    public sealed record Made(ApiClientId Id, string ClientId, string Secret);

    public async Task<Outcome<Made>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        if (!Permissions.Has(actor.Role, Verb.ManageAccounts))
        {
            return Refusals.OfRole(Verb.ManageAccounts);
        }

        var wrong = await WrongAsync(request, stop);
        if (wrong.Count > 0)
        {
            return new Outcome<Made>.Refused(wrong);
        }

        var secret = ApiSecrets.New();
        var client = new ApiClient
        {
            Id = new(ids.Next()),
            ClientId = request.ClientId.Trim(),
            Name = request.Name.Trim(),
            StaffId = new(ids.Next()),
            Role = request.Role!.Value,
            Place = new(request.Place.Trim().ToUpperInvariant()),
            Scopes = string.Join(' ', request.Scopes),
            Stamp = AccountStamp.New(),
            CreatedAt = clock.GetUtcNow(),
            CreatedBy = actor.StaffId,
            SecretAt = clock.GetUtcNow(),
        };
        accounts.Note(ids, clock, actor, AdminSubject.ApiClient, client.ClientId, $"Client made: {client.Name}. {ApiClientWriting.Words(client.Role, client.Place, client.Scopes)}");
        await ApiClientWriting.AddAsync(client, secret, accounts, record, applications, stop);
        return new Made(client.Id, client.ClientId, secret);
    }

    private async Task<IReadOnlyList<Refusal>> WrongAsync(Request request, CancellationToken stop)
    {
        List<Refusal> wrong = [];
        var clientId = (request.ClientId ?? "").Trim();
        if (!ClientIdShape().IsMatch(clientId))
        {
            wrong.Add(new(nameof(request.ClientId), "Client ID must be 3 to 60 small letters, numbers and hyphens, like northfield-education"));
        }
        else if (await accounts.ApiClients.AnyAsync(c => c.ClientId == clientId, stop))
        {
            wrong.Add(new(nameof(request.ClientId), "Another client has this ID"));
        }

        if (string.IsNullOrWhiteSpace(request.Name) || request.Name.Trim().Length > 120)
        {
            wrong.Add(new(nameof(request.Name), string.IsNullOrWhiteSpace(request.Name) ? "Enter a name" : "Name must be 120 characters or fewer"));
        }

        wrong.AddRange(ApiClientWriting.Wrong(request.Role, request.Place, request.Scopes));
        return wrong;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{1,58}[a-z0-9]$")]
    private static partial Regex ClientIdShape();
}

internal static class ApiSecrets
{
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    /// <summary>Forty letters and digits: some 230 bits.</summary>
    public static string New() => System.Security.Cryptography.RandomNumberGenerator.GetString(Letters, 40);
}

/// <summary>How a client comes to be in the three places that know of it: ours, the record's staff, OpenIddict's.</summary>
internal static class ApiClientWriting
{
    public static async Task AddAsync(
        ApiClient client, string secret, AccessDb accounts, ThroughcareDb record, IOpenIddictApplicationManager applications, CancellationToken stop)
    {
        record.Add(new StaffMember { Id = client.StaffId, Name = client.Name, Role = client.Role, Place = client.Place });
        await record.SaveChangesAsync(stop);

        accounts.Add(client);   // saved with the application: the manager writes to the same context
        await applications.CreateAsync(Describe(client, secret), stop);
    }

    /// <summary>What is wrong with the role, the place and the datasets that a client is to have, by the field.</summary>
    public static IEnumerable<Refusal> Wrong(Role? role, string? place, IReadOnlyList<string> scopes)
    {
        if (role is not { } known || !Roles.Of(known).IsStaff)
        {
            yield return new("Role", "Select a role of a member of staff");
        }
        else if (scopes.Select(ApiScopes.Find).FirstOrDefault(scope => scope?.Needs is { } verb && !Permissions.Has(known, verb)) is { } beyond)
        {
            yield return new("Scopes", $"This role cannot have {beyond.Name}. Clear it, or select another role");
        }

        if (Places.Find((place ?? "").Trim().ToUpperInvariant()) is null)
        {
            yield return new("Place", "Enter the code of a place, such as LHI");
        }

        if (scopes.Count == 0 || scopes.Any(name => ApiScopes.Find(name) is null))
        {
            yield return new("Scopes", "Select at least one dataset");
        }
    }

    /// <summary>"Head of the offender management unit, HMP Lindholme; persons.read, timeline.read".</summary>
    public static string Words(Role role, PlaceCode place, string scopes) => $"{ChangeAccount.Words(role, place)}; {string.Join(", ", ApiScopes.Read(scopes))}";

    public static OpenIddictApplicationDescriptor Describe(ApiClient client, string? secret)
    {
        var application = new OpenIddictApplicationDescriptor
        {
            ClientId = client.ClientId,
            ClientSecret = secret,
            ClientType = OpenIddictConstants.ClientTypes.Confidential,
            DisplayName = client.Name,
            Permissions = { OpenIddictConstants.Permissions.Endpoints.Token, OpenIddictConstants.Permissions.GrantTypes.ClientCredentials },
        };
        application.Permissions.UnionWith(ApiScopes.Read(client.Scopes).Select(name => OpenIddictConstants.Permissions.Prefixes.Scope + name));
        return application;
    }
}
