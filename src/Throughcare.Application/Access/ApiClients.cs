using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Storage;
using Throughcare.Storage.Accounts;

namespace Throughcare.Application.Access;

/// <summary>The clients of the API: whom a token stands for, asked anew with each request, and the list that administrators see.</summary>
public sealed class ApiClients(AccessDb accounts, ThroughcareDb record, Installation installation)
{
    /// <param name="Stamp">What a token must carry to be good.</param>
    public sealed record Standing(ApiClientId Id, string ClientId, Actor Actor, IReadOnlyList<string> Scopes, string Stamp);

    public sealed record Row(
        ApiClientId Id, string ClientId, string Name, Role Role, PlaceCode Place, IReadOnlyList<string> Scopes, bool IsDisabled, bool IsDemo,
        DateTimeOffset CreatedAt, string CreatedBy, DateTimeOffset SecretAt)
    {
        /// <summary>What the client has, in a form that shows whether somebody has changed it since.</summary>
        public string Standing => StandingOf(Role, Place, string.Join(' ', Scopes));
    }

    /// <returns><see langword="null"/> where the client may not ask: it is unknown or disabled, or everyone knows its secret and the data is real.</returns>
    public async Task<Standing?> FindAsync(string clientId, CancellationToken stop)
    {
        var client = await accounts.ApiClients.AsNoTracking().SingleOrDefaultAsync(c => c.ClientId == clientId, stop);
        return client is null || client.IsDisabled || (client.IsDemo && !await installation.IsFictionalAsync(stop)) ? null
            : new(client.Id, client.ClientId, new(client.StaffId, client.Role, client.Place, Door.Api), ApiScopes.Read(client.Scopes), client.Stamp);
    }

    /// <summary>All of them, by their id.</summary>
    public async Task<IReadOnlyList<Row>> ReadAsync(CancellationToken stop) =>
        await NamedAsync(await accounts.ApiClients.AsNoTracking().OrderBy(c => c.ClientId).ToListAsync(stop), stop);

    /// <returns><see langword="null"/> where there is no such client.</returns>
    public async Task<Row?> OneAsync(ApiClientId id, CancellationToken stop) =>
        (await NamedAsync(await accounts.ApiClients.AsNoTracking().Where(c => c.Id == id).ToListAsync(stop), stop)).SingleOrDefault();

    internal static string StandingOf(Role role, PlaceCode place, string scopes) => $"{Roles.Of(role).Code} {place.Text} {string.Join(' ', ApiScopes.Read(scopes).Order(StringComparer.Ordinal))}";

    private async Task<IReadOnlyList<Row>> NamedAsync(List<ApiClient> clients, CancellationToken stop)
    {
        var names = await StaffNames.OfAsync(record, [.. clients.Select(c => c.CreatedBy)], stop);
        return [.. clients.Select(c => new Row(c.Id, c.ClientId, c.Name, c.Role, c.Place, ApiScopes.Read(c.Scopes), c.IsDisabled, c.IsDemo, c.CreatedAt, names(c.CreatedBy), c.SecretAt))];
    }
}
