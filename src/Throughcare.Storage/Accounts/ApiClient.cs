using Microsoft.EntityFrameworkCore;
using OpenIddict.EntityFrameworkCore.Models;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;

namespace Throughcare.Storage.Accounts;

/// <summary>A program that asks through the API: whom it acts as, and which datasets it may ask for.</summary>
/// <remarks>Its secret, hashed, and its rights at the token endpoint are OpenIddict's, under the same client id.</remarks>
public sealed class ApiClient
{
    public required ApiClientId Id { get; init; }

    /// <summary>What it says it is, such as <c>northfield-education</c>.</summary>
    public required string ClientId { get; init; }

    public required string Name { get; init; }

    /// <summary>Whom the record and the access log name.</summary>
    public required StaffId StaffId { get; init; }

    /// <summary>The role whose verbs it has.</summary>
    public required Role Role { get; set; }

    /// <summary>The place whose people it reaches.</summary>
    public required PlaceCode Place { get; set; }

    /// <summary>Datasets, in one text with a space between.</summary>
    public required string Scopes { get; set; }

    /// <summary>Changed when the secret, the state or what the client may do changes: it ends every token.</summary>
    public required string Stamp { get; set; }

    public bool IsDisabled { get; set; }

    /// <summary>Ready-made, with a secret that everyone knows: works only while data is fictional.</summary>
    public bool IsDemo { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required StaffId CreatedBy { get; init; }

    /// <summary>When the secret that works now was made.</summary>
    public required DateTimeOffset SecretAt { get; set; }
}

/// <summary>A write that a client asked for under a key of its own, and what it was answered.</summary>
public sealed class ApiWrite
{
    public const int LongestKey = 100;

    public required ApiClientId ClientId { get; init; }

    /// <summary>The client's own, sent with the request: the same key is the same write.</summary>
    public required string Key { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>SHA-256 of method, address and body.</summary>
    public required byte[] RequestHash { get; init; }

    /// <summary>The id of what is written: whoever asks again writes the same thing.</summary>
    public required FactId Token { get; init; }

    /// <summary>The status that was answered; <see langword="null"/> until it was done.</summary>
    public int? Status { get; set; }

    /// <summary>Address of what was written.</summary>
    public string? Location { get; set; }

    /// <summary>The body that was answered.</summary>
    public string? Answer { get; set; }
}

internal static class ApiTables
{
    /// <summary>OpenIddict's tables, named as ours are.</summary>
    public static void Name(ModelBuilder model)
    {
        model.Entity<OpenIddictEntityFrameworkCoreApplication>().ToTable("openiddict_applications");
        model.Entity<OpenIddictEntityFrameworkCoreAuthorization>().ToTable("openiddict_authorizations");
        model.Entity<OpenIddictEntityFrameworkCoreScope>().ToTable("openiddict_scopes");
        model.Entity<OpenIddictEntityFrameworkCoreToken>().ToTable("openiddict_tokens");
    }
}
