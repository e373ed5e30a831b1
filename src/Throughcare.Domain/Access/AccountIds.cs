using Throughcare.Domain.Record;

namespace Throughcare.Domain.Access;

/// <summary>Identifies an account: what somebody signs in with.</summary>
public readonly record struct AccountId(Guid Value) : ITypedId<AccountId>
{
    public static AccountId Create(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Identifies one look at something.</summary>
public readonly record struct LookId(Guid Value) : ITypedId<LookId>
{
    public static LookId Create(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a client of the API: a program that asks for itself, not for a user.</summary>
public readonly record struct ApiClientId(Guid Value) : ITypedId<ApiClientId>
{
    public static ApiClientId Create(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}
