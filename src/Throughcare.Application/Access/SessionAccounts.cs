using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;
using Throughcare.Storage.Accounts;

namespace Throughcare.Application.Access;

/// <summary>What a session needs to know of its account, asked anew with each request: the sessions of an account that is locked or ended stop at once, and a role that has ended with its last day.</summary>
public sealed class SessionAccounts(AccessDb accounts, ThroughcareDb record, Installation installation, TimeProvider clock)
{
    public sealed record Standing(AccountId Id, StaffId StaffId, string UserName, IReadOnlyList<(Role Role, PlaceCode Place)> Roles, bool Fictional);

    /// <param name="stamp">The stamp that the session began with.</param>
    /// <returns><see langword="null"/> where the session is over.</returns>
    public async Task<Standing?> FindAsync(AccountId id, string stamp, CancellationToken stop)
    {
        var account = await accounts.Accounts.AsNoTracking().Include(a => a.Roles).SingleOrDefaultAsync(a => a.Id == id, stop);
        var fictional = await installation.IsFictionalAsync(stop);
        if (account is null || account.IsDisabled || account.EndedAt is not null || account.Stamp != stamp || (account.IsDemo && !fictional))
        {
            return null;
        }

        var today = clock.GetUtcNow().LondonDate;
        var name = account.Roles.Exists(r => r.Role is Role.Prisoner)
            ? await OwnNameAsync(new PersonId(account.StaffId.Value), stop)
            : await record.Staff.Where(s => s.Id == account.StaffId).Select(s => s.Name).SingleOrDefaultAsync(stop);
        return new(id, account.StaffId, name ?? account.UserName, [.. account.Roles.Where(r => r.IsHeldOn(today)).Select(r => (r.Role, r.Place)).Order(ByRole)], fictional);
    }

    /// <summary>Whether a role at a place does the work of a head of offender management delivery because nobody there can: a head
    /// of the offender management unit of a prison, with no account of a head of delivery that somebody could sign in with.</summary>
    public async Task<bool> StandsInForHomdAsync(Role role, PlaceCode place, bool fictional, CancellationToken stop)
    {
        if (role is not Role.HeadOmu || Establishments.Find(place.Text) is not { IsPrison: true })
        {
            return false;
        }

        var today = clock.GetUtcNow().LondonDate;
        return !await accounts.Accounts.AnyAsync(
            a => !a.IsDisabled && a.EndedAt == null && (fictional || !a.IsDemo)
                && a.Roles.Any(r => r.Role == Role.Homd && r.Place == place && (r.From == null || r.From <= today) && (r.Until == null || r.Until >= today)), stop);
    }

    private async Task<string?> OwnNameAsync(PersonId person, CancellationToken stop)
    {
        var name = await record.Names.Current().Where(n => n.PersonId == person && n.Type == NameType.Current)
            .OrderByDescending(n => n.ValidFrom).Select(n => new { n.First, n.Last }).FirstOrDefaultAsync(stop);
        return name is null ? null : $"{name.First} {name.Last}".TrimStart();
    }

    private static Comparer<(Role Role, PlaceCode Place)> ByRole { get; } = Comparer<(Role Role, PlaceCode Place)>.Create((a, b) =>
        a.Role != b.Role ? a.Role.CompareTo(b.Role) : string.CompareOrdinal(a.Place.Text, b.Place.Text));
}
