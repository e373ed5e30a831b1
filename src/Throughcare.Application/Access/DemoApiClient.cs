using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Storage;
using Throughcare.Storage.Accounts;

namespace Throughcare.Application.Access;

/// <summary>A ready client of the API, while data is fictional: everyone knows its secret.</summary>
public sealed class DemoApiClient(AccessDb accounts, ThroughcareDb record, Installation installation, IOpenIddictApplicationManager applications, TimeProvider clock)
{
    public const string ClientId = "demo-link";

    public const string Secret = DemoAccounts.Password;

    private static readonly StaffId Staff = new(new Guid("00000000-0000-7000-8000-000000001100"));

    /// <summary>Makes it where it is missing.</summary>
    public async Task DoAsync(CancellationToken stop)
    {
        if (!await installation.IsFictionalAsync(stop) || await accounts.ApiClients.AnyAsync(c => c.ClientId == ClientId, stop))
        {
            return;
        }

        var now = clock.GetUtcNow();
        var client = new ApiClient
        {
            Id = new(Staff.Value),
            ClientId = ClientId,
            Name = "Demo link",
            StaffId = Staff,
            Role = Role.HeadOmu,
            Place = new("LHI"),
            Scopes = string.Join(' ', ApiScopes.All.Select(scope => scope.Name).Where(name => name != ApiScopes.ReadSensitive)),
            Stamp = AccountStamp.New(),
            IsDemo = true,
            CreatedAt = now,
            CreatedBy = StaffId.System,
            SecretAt = now,
        };
        await ApiClientWriting.AddAsync(client, Secret, accounts, record, applications, stop);
    }
}
