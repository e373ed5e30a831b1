using Throughcare.Domain.Access;

namespace Throughcare.Web;

/// <summary>What a page or endpoint needs: any one of these verbs. Where the address has a <c>{person}</c>, for that person.</summary>
/// <remarks>Everything the product answers says this, <see cref="AnyStaffAttribute"/>, <see cref="AnyUserAttribute"/> or
/// <c>[AllowAnonymous]</c>; what says none of them is refused.</remarks>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class MayAttribute(params Verb[] verbs) : Attribute
{
    public IReadOnlyList<Verb> Verbs => verbs;

    /// <summary>The method that it is about, such as <c>POST</c>; every method unless said. A page whose form needs another verb
    /// than its reading says both.</summary>
    public string? On { get; init; }

    public bool AppliesTo(string method) => On is null
        || string.Equals(On, method, StringComparison.OrdinalIgnoreCase)
        || (HttpMethods.IsHead(method) && HttpMethods.IsGet(On));
}

/// <summary>Any member of staff. With a <c>{person}</c>: for anyone whom search shows.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AnyStaffAttribute : Attribute;

/// <summary>Anybody who is signed in, the person themselves as well.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AnyUserAttribute : Attribute;

/// <summary>The part of the record that a page shows, where its looks are told apart from others.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SectionAttribute(string name) : Attribute
{
    public string Name => name;
}
