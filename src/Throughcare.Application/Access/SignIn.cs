using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;
using Throughcare.Storage.Accounts;

namespace Throughcare.Application.Access;

/// <summary>How far signing in came.</summary>
public abstract record SignInStep
{
    private SignInStep() { }

    /// <summary>Wrong name, wrong password, wrong code, locked or ended: the answer does not say which.</summary>
    public sealed record Refused : SignInStep;

    /// <summary>The password was right; a code of the authenticator is asked next.</summary>
    public sealed record NeedsCode(AccountId Account) : SignInStep;

    /// <summary>The password was right; an authenticator has to be set up first.</summary>
    public sealed record NeedsAuthenticator(AccountId Account) : SignInStep;

    /// <summary>Everything was right; a password of the user's own has to be chosen first.</summary>
    public sealed record NeedsPassword(AccountId Account) : SignInStep;

    public sealed record Done(AccountId Account, string Stamp) : SignInStep;
}

/// <summary>Signs somebody in by password and, staff where data is real, by a code of their authenticator.</summary>
public sealed class SignIn(AccessDb db, Installation installation, IPasswordHasher<Account> hasher, IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>Wrong attempts after which an account is locked.</summary>
    public const int MaxAttempts = 5;

    /// <summary>The least length of a password.</summary>
    public const int MinPassword = 12;

    private static string? _nobodysHash;

    /// <summary>How long an account stays locked.</summary>
    public static TimeSpan Lock { get; } = TimeSpan.FromMinutes(15);

    public async Task<SignInStep> DoAsync(string userName, string password, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(userName);

        var name = NormalNameOf(userName);
        var account = await db.Accounts.Include(a => a.Roles).SingleOrDefaultAsync(a => a.NormalName == name, stop);
        var fictional = await installation.IsFictionalAsync(stop);

        // a hash is checked whether or not there is an account: the answer takes as long
        var hash = account?.PasswordHash ?? (_nobodysHash ??= hasher.HashPassword(null!, Guid.Empty.ToString()));
        var right = hasher.VerifyHashedPassword(account!, hash, password) is not PasswordVerificationResult.Failed;
        if (account is null || !IsOpen(account, fictional))
        {
            return new SignInStep.Refused();
        }

        if (!right)
        {
            return await FailAsync(account, stop);
        }

        return fictional || account.Roles.TrueForAll(r => r.Role is Role.Prisoner) ? await FinishAsync(account, stop)
            : account.SecondFactor is null ? new SignInStep.NeedsAuthenticator(account.Id)
            : new SignInStep.NeedsCode(account.Id);
    }

    /// <summary>Takes the code, after the password.</summary>
    /// <param name="newSecret">The secret of an authenticator that is being set up with this code.</param>
    public async Task<SignInStep> WithCodeAsync(AccountId id, string code, byte[]? newSecret, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(code);

        var account = await db.Accounts.Include(a => a.Roles).SingleAsync(a => a.Id == id, stop);
        if (!IsOpen(account, await installation.IsFictionalAsync(stop)) || (newSecret is not null && account.SecondFactor is not null))
        {
            return new SignInStep.Refused();
        }

        var protector = Protector(account.Id);
        var secret = newSecret ?? (account.SecondFactor is { } kept ? protector.Unprotect(kept) : null);
        if (secret is null || Totp.StepOf(secret, code, clock.GetUtcNow(), newSecret is null ? account.LastCodeStep : 0) is not { } step)
        {
            return await FailAsync(account, stop);
        }

        account.SecondFactor ??= protector.Protect(secret);
        account.LastCodeStep = step;
        return await FinishAsync(account, stop);
    }

    /// <summary>Takes the user's own password in the place of the one that an administrator gave.</summary>
    public async Task<SignInStep> WithPasswordAsync(AccountId id, string password, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(password);

        var account = await db.Accounts.Include(a => a.Roles).SingleAsync(a => a.Id == id, stop);
        if (!account.MustChangePassword || password.Length < MinPassword)
        {
            return new SignInStep.Refused();
        }

        account.PasswordHash = hasher.HashPassword(account, password);
        account.Stamp = AccountStamp.New();
        account.MustChangePassword = false;
        return await FinishAsync(account, stop);
    }

    internal static string NormalNameOf(string userName) => userName.Trim().ToUpper(CultureInfo.InvariantCulture);

    private bool IsOpen(Account account, bool fictional) =>
        !account.IsDisabled && account.EndedAt is null && account.Roles.Exists(r => r.IsHeldOn(clock.GetUtcNow().LondonDate)) && (fictional || !account.IsDemo) && !(account.LockedUntil > clock.GetUtcNow());

    private async Task<SignInStep> FailAsync(Account account, CancellationToken stop)
    {
        if (++account.FailedCount >= MaxAttempts)
        {
            account.FailedCount = 0;
            account.LockedUntil = clock.GetUtcNow() + Lock;
        }

        await db.SaveChangesAsync(stop);
        return new SignInStep.Refused();
    }

    private async Task<SignInStep> FinishAsync(Account account, CancellationToken stop)
    {
        account.FailedCount = 0;
        account.LockedUntil = null;
        await db.SaveChangesAsync(stop);
        return account.MustChangePassword ? new SignInStep.NeedsPassword(account.Id) : new SignInStep.Done(account.Id, account.Stamp);
    }

    private IDataProtector Protector(AccountId id) => protection.CreateProtector("Throughcare.SecondFactor", id.ToString());
}

internal static class AccountStamp
{
    public static string New() => Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));
}
