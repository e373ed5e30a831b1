using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access.Administration;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage.Accounts;

namespace Throughcare.Application.Access;

/// <summary>Locks, unlocks, resets or ends an account, or changes its roles. What takes something away ends its sessions.</summary>
public sealed class ChangeAccount(AccessDb accounts, Installation installation, IPasswordHasher<Account> hasher, IdSource ids, TimeProvider clock)
{
    public enum What
    {
        Lock,
        Unlock,
        ResetPassword,
        ResetAuthenticator,

        /// <summary>Gives a role at a place, or changes the days on which it is held.</summary>
        SetRole,

        /// <summary>For good: somebody who comes back gets another account.</summary>
        End,
    }

    /// <param name="Role">The role to set, at <paramref name="Place"/>.</param>
    public sealed record Request(AccountId Id, What What, Role? Role = null, string? Place = null)
    {
        /// <summary>First day of the role; today unless said.</summary>
        public DateOnly? From { get; init; }

        /// <summary>Last day of the role; yesterday takes it away now.</summary>
        public DateOnly? Until { get; init; }

        /// <summary>Why it is locked or ended.</summary>
        public string? Reason { get; init; }
    }

    /// <returns>The new password, where one was made; else empty.</returns>
    public async Task<Outcome<string>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        if (!Permissions.Has(actor.Role, Verb.ManageAccounts))
        {
            return Refusals.OfRole(Verb.ManageAccounts);
        }

        var account = await accounts.Accounts.Include(a => a.Roles).SingleOrDefaultAsync(a => a.Id == request.Id, stop);
        if (account is null)
        {
            return new Refusal("", "There is no such account", RefusalKind.NotFound);
        }

        if (account.StaffId == actor.StaffId && request.What is (What.Lock or What.SetRole or What.End))
        {
            return new Refusal("", "You cannot change your own account. Ask another administrator");
        }

        if (account.EndedAt is not null)
        {
            return new Refusal("", "This account has ended. Make a new one");
        }

        if (await LeavesNobodyAsync(account, request, stop))
        {
            return new Refusal("", "Nobody else is an administrator. Make another administrator first");
        }

        var was = account.Roles.Find(r => r.Role == request.Role && r.Place.Text == request.Place);
        var (password, said) = ("", "");
        switch (request.What)
        {
            case What.Lock or What.End when ReasonRule.TooShort(nameof(request.Reason), request.Reason) is { } tooShort:
                return tooShort;
            case What.Lock:
                (account.IsDisabled, said) = (true, "Locked");
                break;
            case What.End:
                (account.EndedAt, said) = (clock.GetUtcNow(), "Ended");
                break;
            case What.Unlock:
                (account.IsDisabled, account.LockedUntil, account.FailedCount, said) = (false, null, 0, "Unlocked");
                break;
            case What.ResetPassword when account.IsDemo:
                return new Refusal("", "A demo account keeps its password");
            case What.ResetPassword:
                password = AccountSecrets.NewPassword();
                account.PasswordHash = hasher.HashPassword(account, password);
                (account.MustChangePassword, said) = (true, "Password reset");
                break;
            case What.ResetAuthenticator:
                (account.SecondFactor, said) = (null, "Authenticator reset");
                break;
            case What.SetRole when WrongRole(request, was) is { } wrong:
                return wrong;
            case What.SetRole:
                said = SetRole(account, request, was);
                break;
        }

        if (request.What is not (What.Unlock or What.SetRole) || was is not null)
        {
            account.Stamp = AccountStamp.New();
        }

        accounts.Note(ids, clock, actor, AdminSubject.Account, account.Id.ToString(), said, request.Reason);
        await accounts.SaveChangesAsync(stop);
        return password;
    }

    /// <summary>"Prison offender manager, HMP Lowdham Grange".</summary>
    internal static string Words(Role role, PlaceCode place) => $"{Roles.Of(role).Name}, {Places.Name(place)}";

    /// <summary>Whether no account would be left with which somebody could administer.</summary>
    private async Task<bool> LeavesNobodyAsync(Account account, Request request, CancellationToken stop)
    {
        var today = clock.GetUtcNow().LondonDate;
        var takes = request.What is What.Lock or What.End
            || (request is { What: What.SetRole, Role: Role.Admin, Until: not null } && account.Roles.Exists(r => r.Role is Role.Admin && r.Place.Text == request.Place));
        if (!takes || !account.Roles.Exists(r => r.Role is Role.Admin && r.IsHeldOn(today)))
        {
            return false;
        }

        var fictional = await installation.IsFictionalAsync(stop);
        return !await accounts.Accounts.AnyAsync(
            a => a.Id != account.Id && !a.IsDisabled && a.EndedAt == null && (fictional || !a.IsDemo)
                && a.Roles.Any(r => r.Role == Role.Admin && (r.From == null || r.From <= today) && r.Until == null), stop);
    }

    private Refusal? WrongRole(Request request, AccountRole? was)
    {
        var today = clock.GetUtcNow().LondonDate;
        return request.Role is not { } role || !Roles.Of(role).IsStaff ? new(nameof(request.Role), "Select a role of a member of staff")
            : was is null && AccountPlaces.Wrong(request.Place) is { } wrong ? wrong
            : was is null && request.From < today ? new(nameof(request.From), "First day must be today or later")
            : request.Until < today.AddDays(-1) ? new(nameof(request.Until), "Last day must be yesterday or later")
            : request.Until is { } until && until < (request.From ?? was?.From ?? today) && until != today.AddDays(-1) ? new(nameof(request.Until), "Last day must be on or after the first day")
            : null;
    }

    /// <returns>What was done, in words.</returns>
    private string SetRole(Account account, Request request, AccountRole? was)
    {
        var today = clock.GetUtcNow().LondonDate;
        var role = was ?? new AccountRole { AccountId = account.Id, Role = request.Role!.Value, Place = new(request.Place!) };
        var isNew = was is null || !(was.Until is not { } ended || ended >= today);
        if (was is null)
        {
            accounts.Add(role);
        }

        role.From = request.From ?? (isNew ? today : role.From);
        role.Until = request.Until;
        var days = (role.From, role.Until) switch
        {
            (_, { } until) when until < today => "taken away",
            ({ } from, { } until) => $"from {Domain.Rules.Words.LongDate(from)} to {Domain.Rules.Words.LongDate(until)}",
            (null, { } until) => $"until {Domain.Rules.Words.LongDate(until)}",
            ({ } from, null) => $"from {Domain.Rules.Words.LongDate(from)}",
            _ => "without an end",
        };
        return $"{(isNew ? "Role added" : "Role changed")}: {Words(role.Role, role.Place)}, {days}";
    }
}
