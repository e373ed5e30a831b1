using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage.Accounts;

namespace Throughcare.Application.Access;

/// <summary>Disables, enables, unlocks or resets an account, or changes its roles. What takes something away ends its sessions.</summary>
public sealed class ChangeAccount(AccessDb accounts, IPasswordHasher<Account> hasher)
{
    public enum What
    {
        Disable,
        Enable,
        Unlock,
        ResetPassword,
        ResetAuthenticator,
        AddRole,
        RemoveRole,
    }

    /// <param name="Role">The role to add or remove, at <paramref name="Place"/>.</param>
    public sealed record Request(AccountId Id, What What, Role? Role = null, string? Place = null);

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

        if (account.StaffId == actor.StaffId && request.What is (What.Disable or What.AddRole or What.RemoveRole))
        {
            return new Refusal("", "You cannot change your own account. Ask another administrator");
        }

        var password = "";
        switch (request.What)
        {
            case What.Disable:
                account.IsDisabled = true;
                break;
            case What.Enable:
                account.IsDisabled = false;
                break;
            case What.Unlock:
                (account.LockedUntil, account.FailedCount) = (null, 0);
                break;
            case What.ResetPassword when account.IsDemo:
                return new Refusal("", "A demo account keeps its password");
            case What.ResetPassword:
                password = AccountSecrets.NewPassword();
                account.PasswordHash = hasher.HashPassword(account, password);
                account.MustChangePassword = true;
                break;
            case What.ResetAuthenticator:
                account.SecondFactor = null;
                break;
            case What.AddRole or What.RemoveRole:
                if (WrongRole(account, request) is { } wrong)
                {
                    return wrong;
                }

                break;
        }

        if (request.What is not (What.Enable or What.Unlock or What.AddRole))
        {
            account.Stamp = AccountStamp.New();
        }

        await accounts.SaveChangesAsync(stop);
        return password;
    }

    private Refusal? WrongRole(Account account, Request request)
    {
        if (request.Role is not { } role || !Roles.Of(role).IsStaff)
        {
            return new(nameof(request.Role), "Select a role of a member of staff");
        }

        if (Places.Find(request.Place ?? "") is null)
        {
            return new(nameof(request.Place), "Enter the code of a place, such as LHI");
        }

        var place = new PlaceCode(request.Place!);
        var held = account.Roles.Find(r => r.Role == role && r.Place == place);
        if (request.What is What.AddRole)
        {
            if (held is null)
            {
                accounts.Add(new AccountRole { AccountId = account.Id, Role = role, Place = place });
            }

            return null;
        }

        if (held is null || account.Roles.Count == 1)
        {
            return new("", held is null ? "The account does not have this role" : "An account needs a role. Disable it instead");
        }

        accounts.Remove(held);
        return null;
    }
}
