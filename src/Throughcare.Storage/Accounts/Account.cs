using Throughcare.Domain.Access;
using Throughcare.Domain.Record;

namespace Throughcare.Storage.Accounts;

/// <summary>What somebody signs in with. What the record calls them is <see cref="StaffMember"/>.</summary>
public sealed class Account
{
    public required AccountId Id { get; init; }

    /// <summary>Whose it is. For a person's own account, the person's id.</summary>
    public required StaffId StaffId { get; init; }

    /// <summary>As typed when it was made.</summary>
    public required string UserName { get; init; }

    /// <summary>The user name in upper case: two accounts can't differ by case alone.</summary>
    public required string NormalName { get; init; }

    public required string PasswordHash { get; set; }

    /// <summary>Changed when the password, the roles or the state change: it ends every session.</summary>
    public required string Stamp { get; set; }

    /// <summary>Wrong passwords and codes since the last right one.</summary>
    public int FailedCount { get; set; }

    /// <summary>Nobody signs in with it before this instant.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>Locked by an administrator, until one unlocks it.</summary>
    public bool IsDisabled { get; set; }

    /// <summary>When the account was ended, for good; <see langword="null"/> for one that may be used.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Ready-made, with a password that everyone knows: works only while data is fictional.</summary>
    public bool IsDemo { get; init; }

    /// <summary>The password was given by an administrator; the user chooses one of their own first.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>The secret of the authenticator, protected; <see langword="null"/> until it is set up.</summary>
    public byte[]? SecondFactor { get; set; }

    /// <summary>The step of the last code taken: a code works once.</summary>
    public long LastCodeStep { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public List<AccountRole> Roles { get; init; } = [];
}

/// <summary>One of the roles that an account holds, and where.</summary>
public sealed class AccountRole
{
    public required AccountId AccountId { get; init; }

    public required Role Role { get; init; }

    public required PlaceCode Place { get; init; }

    /// <summary>First day, in London; <see langword="null"/> for one that was held from the beginning of the account.</summary>
    public DateOnly? From { get; set; }

    /// <summary>Last day; <see langword="null"/> while no end is known.</summary>
    public DateOnly? Until { get; set; }

    public bool IsHeldOn(DateOnly day) => (From is not { } from || from <= day) && (Until is not { } until || until >= day);
}

/// <summary>A form that was posted after its session had ended: kept for the same user, encrypted.</summary>
public sealed class HeldPost
{
    /// <summary>One for an account: the last.</summary>
    public required AccountId AccountId { get; init; }

    public required DateTimeOffset At { get; set; }

    /// <summary>Address and fields, protected.</summary>
    public required byte[] Content { get; set; }
}

/// <summary>A setting of this installation.</summary>
public sealed class Setting
{
    /// <summary>"true" or "false": whether every person in this database is made up.</summary>
    public const string Fictional = "Data:Fictional";

    public required string Name { get; init; }

    public required string Value { get; set; }
}
