using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;
using Throughcare.Storage.Accounts;

namespace Throughcare.Application.Access;

/// <summary>Accounts, as administrators see them.</summary>
public sealed class AccountList(AccessDb accounts, ThroughcareDb record, TimeProvider clock)
{
    /// <summary>Members of staff of a name that are looked for among the accounts.</summary>
    private const int MostOfOneName = 500;

    /// <param name="Text">Words that the user name or the person's name has in it.</param>
    /// <param name="Place">A code.</param>
    public sealed record Filter(string? Text = null, Role? Role = null, string? Place = null, AccountState? State = null);

    public sealed record Held(Role Role, PlaceCode Place, DateOnly? From, DateOnly? Until, bool IsHeldNow);

    public sealed record Row(
        AccountId Id, StaffId StaffId, string UserName, string Name, IReadOnlyList<Held> Roles, AccountState State, bool IsDemo, bool HasAuthenticator, DateTimeOffset CreatedAt);

    public async Task<(IReadOnlyList<Row> Rows, int Total)> ReadAsync(Filter filter, int from, int count, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(filter);

        var all = await OfAsync(filter, stop);
        var total = await all.CountAsync(stop);
        return (await NamedAsync(await all.Include(a => a.Roles).OrderBy(a => a.NormalName).Skip(from).Take(count).ToListAsync(stop), stop), total);
    }

    /// <returns><see langword="null"/> where there is no such account.</returns>
    public async Task<Row?> OneAsync(AccountId id, CancellationToken stop) =>
        (await NamedAsync(await accounts.Accounts.AsNoTracking().Include(a => a.Roles).Where(a => a.Id == id).ToListAsync(stop), stop)).SingleOrDefault();

    /// <summary>Whose account has a user name; <see langword="null"/> for nobody's.</summary>
    public async Task<StaffId?> StaffOfAsync(string userName, CancellationToken stop)
    {
        var normal = SignIn.NormalNameOf(userName);
        return await accounts.Accounts.Where(a => a.NormalName == normal).Select(a => (StaffId?)a.StaffId).SingleOrDefaultAsync(stop);
    }

    private async Task<IQueryable<Account>> OfAsync(Filter filter, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var today = now.LondonDate;
        var all = accounts.Accounts.AsNoTracking();
        if (filter.Text?.Trim() is { Length: > 0 } text)
        {
            var (normal, lower) = (SignIn.NormalNameOf(text), text.ToLowerInvariant());
#pragma warning disable CA1304, CA1311, CA1862 // translated to SQL
            var named = await record.Staff.Where(s => s.Name.ToLower().Contains(lower)).Select(s => s.Id).Take(MostOfOneName).ToListAsync(stop);
#pragma warning restore CA1304, CA1311, CA1862
            all = all.Where(a => a.NormalName.Contains(normal) || named.Contains(a.StaffId));
        }

        if (filter.Role is { } role)
        {
            all = all.Where(a => a.Roles.Any(r => r.Role == role && (r.Until == null || r.Until >= today)));
        }

        if (filter.Place?.Trim().ToUpperInvariant() is { Length: > 0 } code)
        {
            var place = new PlaceCode(code);
            all = all.Where(a => a.Roles.Any(r => r.Place == place && (r.Until == null || r.Until >= today)));
        }

        return filter.State switch
        {
            AccountState.InUse => all.Where(a => a.EndedAt == null && !a.IsDisabled && !(a.LockedUntil > now) && !a.MustChangePassword),
            AccountState.NotUsedYet => all.Where(a => a.EndedAt == null && !a.IsDisabled && !(a.LockedUntil > now) && a.MustChangePassword),
            AccountState.Locked => all.Where(a => a.EndedAt == null && (a.IsDisabled || a.LockedUntil > now)),
            AccountState.Ended => all.Where(a => a.EndedAt != null),
            _ => all,
        };
    }

    private async Task<IReadOnlyList<Row>> NamedAsync(List<Account> found, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var names = await StaffNames.OfAsync(record, [.. found.Select(a => a.StaffId)], stop);
        return [.. found.Select(a => new Row(
            a.Id, a.StaffId, a.UserName, names(a.StaffId),
            [.. a.Roles.Select(r => new Held(r.Role, r.Place, r.From, r.Until, r.IsHeldOn(now.LondonDate))).OrderByDescending(r => r.IsHeldNow).ThenBy(r => r.Role)],
            StateOf(a, now), a.IsDemo, a.SecondFactor is not null, a.CreatedAt))];
    }

    private static AccountState StateOf(Account account, DateTimeOffset now) =>
        account.EndedAt is not null ? AccountState.Ended
        : account.IsDisabled ? AccountState.Locked
        : account.LockedUntil > now ? AccountState.LockedForAWhile
        : account.MustChangePassword ? AccountState.NotUsedYet
        : AccountState.InUse;
}

public enum AccountState
{
    InUse,

    /// <summary>Its password is still the one that an administrator gave.</summary>
    NotUsedYet,

    /// <summary>By an administrator.</summary>
    Locked,

    /// <summary>For some minutes, after too many wrong passwords.</summary>
    LockedForAWhile,

    Ended,
}
