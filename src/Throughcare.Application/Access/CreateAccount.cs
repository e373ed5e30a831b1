using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access.Administration;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;
using Throughcare.Storage.Accounts;

namespace Throughcare.Application.Access;

/// <summary>Makes an account for a new member of staff, with a password that they change when they first sign in.</summary>
public sealed class CreateAccount(AccessDb accounts, ThroughcareDb record, IPasswordHasher<Account> hasher, IdSource ids, TimeProvider clock)
{
    public sealed record Request(string UserName, string Name, Role Role, string Place);

    /// <param name="Password">Shown once, to whoever made the account.</param>
    public sealed record Made(AccountId Id, string Password);

    public async Task<Outcome<Made>> DoAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        if (!Permissions.Has(actor.Role, Verb.ManageAccounts))
        {
            return Refusals.OfRole(Verb.ManageAccounts);
        }

        var normal = SignIn.NormalNameOf(request.UserName);
        if (normal.Length is < 3 or > 120)
        {
            return new Refusal(nameof(request.UserName), "User name must be between 3 and 120 characters");
        }

        if (string.IsNullOrWhiteSpace(request.Name))
        {
            return new Refusal(nameof(request.Name), "Enter their name");
        }

        if (!Roles.Of(request.Role).IsStaff)
        {
            return new Refusal(nameof(request.Role), "Select a role of a member of staff");
        }

        if (AccountPlaces.Wrong(request.Place) is { } wrong)
        {
            return wrong;
        }

        if (await accounts.Accounts.AnyAsync(a => a.NormalName == normal, stop))
        {
            return new Refusal(nameof(request.UserName), "Another account has this user name");
        }

        var password = AccountSecrets.NewPassword();
        var id = new AccountId(ids.Next());
        var staff = await StaffAsync(request, stop);
        accounts.Add(new Account
        {
            Id = id,
            StaffId = staff,
            UserName = request.UserName.Trim(),
            NormalName = normal,
            PasswordHash = hasher.HashPassword(null!, password),
            Stamp = AccountStamp.New(),
            MustChangePassword = true,
            CreatedAt = clock.GetUtcNow(),
            Roles = [new AccountRole { AccountId = id, Role = request.Role, Place = new(request.Place), From = clock.GetUtcNow().LondonDate }],
        });
        accounts.Note(ids, clock, actor, AdminSubject.Account, id.ToString(), $"Account made: {ChangeAccount.Words(request.Role, new(request.Place))}");
        await accounts.SaveChangesAsync(stop);
        return new Made(id, password);
    }

    /// <summary>The member of staff whom a list has named already, else a new one.</summary>
    private async Task<StaffId> StaffAsync(Request request, CancellationToken stop)
    {
        var userName = request.UserName.Trim().ToLowerInvariant();
        var listed = await record.Staff.Where(s => s.UserName == userName).Select(s => (StaffId?)s.Id).SingleOrDefaultAsync(stop);
        if (listed is { } known && !await accounts.Accounts.AnyAsync(a => a.StaffId == known, stop))
        {
            return known;
        }

        var staff = new StaffId(ids.Next());
        record.Add(new StaffMember
        {
            Id = staff,
            Name = request.Name.Trim(),
            Role = request.Role,
            Place = new(request.Place),
            UserName = listed is null ? userName : null,
        });
        await record.SaveChangesAsync(stop);
        return staff;
    }
}

internal static class AccountPlaces
{
    /// <summary>Why nobody can be given a role there; <see langword="null"/> where they can.</summary>
    public static Refusal? Wrong(string? place) =>
        string.IsNullOrEmpty(place) || Places.Find(place) is null ? new("Place", "Enter the code of a place, such as LHI")
        : Establishments.Find(place) is { IsActive: false } || ProbationPlaces.Find(place) is { IsActive: false } ? new("Place", "This place is closed. Enter the code of one that is open")
        : null;
}

internal static class AccountSecrets
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";

    /// <summary>Four groups of four letters and digits that can't be mistaken for each other.</summary>
    public static string NewPassword() =>
        string.Join('-', Enumerable.Range(0, 4).Select(_ => System.Security.Cryptography.RandomNumberGenerator.GetString(Letters, 4)));
}
