using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Storage;
using Throughcare.Storage.Accounts;

namespace Throughcare.Application.Access;

/// <summary>Accounts, as administrators see them.</summary>
public sealed class AccountList(AccessDb accounts, ThroughcareDb record, TimeProvider clock)
{
    public sealed record Row(
        AccountId Id, StaffId StaffId, string UserName, string Name, IReadOnlyList<(Role Role, PlaceCode Place)> Roles, bool IsDisabled, bool IsLocked, bool IsDemo, bool HasAuthenticator);

    /// <param name="q">Words that the user name has in it; everyone where there are none.</param>
    public async Task<(IReadOnlyList<Row> Rows, int Total)> ReadAsync(string? q, int from, int count, CancellationToken stop)
    {
        var all = accounts.Accounts.AsNoTracking().Include(a => a.Roles).AsQueryable();
        var words = (q ?? "").Trim();
        if (words.Length > 0)
        {
            var normal = SignIn.NormalNameOf(words);
            all = all.Where(a => a.NormalName.Contains(normal));
        }

        var total = await all.CountAsync(stop);
        return (await NamedAsync(await all.OrderBy(a => a.NormalName).Skip(from).Take(count).ToListAsync(stop), stop), total);
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

    private async Task<IReadOnlyList<Row>> NamedAsync(List<Account> found, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        var names = await StaffNames.OfAsync(record, [.. found.Select(a => a.StaffId)], stop);
        return [.. found.Select(a => new Row(
            a.Id, a.StaffId, a.UserName, names(a.StaffId), [.. a.Roles.Select(r => (r.Role, r.Place)).OrderBy(r => r.Role)],
            a.IsDisabled, a.LockedUntil > now, a.IsDemo, a.SecondFactor is not null))];
    }
}
