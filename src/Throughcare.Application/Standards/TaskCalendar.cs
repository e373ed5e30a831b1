using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Storage.Accounts;

namespace Throughcare.Application.Standards;

/// <summary>The private address under which an account's own tasks can be read by a calendar. One for an account; a new one ends the one before.</summary>
/// <remarks>Kept is a hash: the address is shown once. It says no name, and nothing of what is due for victims or to protect the public but that it is.</remarks>
public sealed class TaskCalendar(AccessDb accounts, Installation installation, SessionAccounts sessions, MyTasks tasks, TimeProvider clock)
{
    private const int Most = 500;
    private const int SecretBytes = 32;

    /// <summary>What a calendar is told of one task.</summary>
    /// <param name="Words">Initials, number and what is due.</param>
    public sealed record Entry(DueItemId Id, DateOnly On, string Words, string Address, DateTimeOffset ChangedAt);

    public sealed record Feed(Actor Actor, IReadOnlyList<Entry> Entries);

    /// <summary>Since when the account has an address, and for which role; <see langword="null"/> where it has none.</summary>
    public async Task<(DateOnly Since, Role Role, PlaceCode Place)?> SinceAsync(AccountId account, CancellationToken stop) =>
        await KeptAsync(account, stop) is { } kept ? (kept.Since, kept.Role, kept.Place) : null;

    /// <summary>Makes an address for the role and place in which the actor works now.</summary>
    /// <returns>The key that the address ends in: kept nowhere.</returns>
    public async Task<string> RenewAsync(AccountId account, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var secret = RandomNumberGenerator.GetHexString(2 * SecretBytes, lowercase: true);
        var value = string.Join('|', HashOf(secret), actor.Role.Code, actor.Place.Text, clock.GetUtcNow().LondonDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await StopAsync(account, stop);
        accounts.Add(new Setting { Name = NameOf(account), Value = value });
        await accounts.SaveChangesAsync(stop);
        return $"{account.Value:N}.{secret}";
    }

    /// <summary>Ends the address.</summary>
    public Task StopAsync(AccountId account, CancellationToken stop)
    {
        var name = NameOf(account);
        return accounts.Settings.Where(s => s.Name == name).ExecuteDeleteAsync(stop);
    }

    /// <returns><see langword="null"/> for a key that no account has, and for an account or a role that has ended.</returns>
    public async Task<Feed?> OfAsync(string? key, CancellationToken stop)
    {
        if (key?.Split('.') is not [var id, var secret] || !Guid.TryParseExact(id, "N", out var account) || await KeptAsync(new(account), stop) is not { } kept
            || !CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(kept.Hash), Encoding.ASCII.GetBytes(HashOf(secret))))
        {
            return null;
        }

        var today = clock.GetUtcNow().LondonDate;
        var fictional = await installation.IsFictionalAsync(stop);
        var found = await accounts.Accounts.AsNoTracking().Include(a => a.Roles).SingleOrDefaultAsync(a => a.Id == new AccountId(account), stop);
        if (found is null || found.IsDisabled || found.EndedAt is not null || (found.IsDemo && !fictional)
            || !found.Roles.Exists(r => r.Role == kept.Role && r.Place == kept.Place && r.IsHeldOn(today)))
        {
            return null;
        }

        var actor = new Actor(found.StaffId, kept.Role, kept.Place, Door.Page) { StandsInForHomd = await sessions.StandsInForHomdAsync(kept.Role, kept.Place, fictional, stop) };
        return new(actor, [.. (await tasks.DatedAsync(actor, Most, stop)).Select(Of)]);
    }

    private static Entry Of(MyTasks.Row row)
    {
        var what = row.Item.MeasureGroup is StandardGroups.Victim or StandardGroups.PublicProtection ? "Something is due" : row.Title;
        return new(row.Item.Id, row.Item.EffectiveDueOn, $"{Initials(row.LastCommaFirst)} {row.Address}: {what}", $"/people/{row.Address}/due/{row.Item.Id}", row.Item.RecordedAt);
    }

    /// <summary>"Zabrake, Ada" is "AZ".</summary>
    private static string Initials(string lastCommaFirst) => lastCommaFirst.Split(", ") switch
    {
        [{ Length: > 0 } last, { Length: > 0 } first] => $"{first[0]}{last[0]}",
        [{ Length: > 0 } only, ..] => $"{only[0]}",
        _ => "",
    };

    private async Task<Kept?> KeptAsync(AccountId account, CancellationToken stop)
    {
        var name = NameOf(account);
        var setting = await accounts.Settings.AsNoTracking().SingleOrDefaultAsync(s => s.Name == name, stop);
        return setting?.Value.Split('|') is [var hash, var role, var place, var since]
            ? new(hash, RoleCodes.FromCode(role), new(place), DateOnly.ParseExact(since, "yyyy-MM-dd", CultureInfo.InvariantCulture))
            : null;
    }

    private static string NameOf(AccountId account) => $"Calendar:{account.Value:N}";

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private sealed record Kept(string Hash, Role Role, PlaceCode Place, DateOnly Since);
}
