namespace Throughcare.Web;

/// <summary>Why a request was answered 403. Put one among the request's features before answering, and the page says it.</summary>
public abstract record Refused
{
    private Refused() { }

    /// <param name="RolesThatCan">Their names, in words.</param>
    public sealed record ByRole(IReadOnlyList<string> RolesThatCan) : Refused;

    /// <summary>No relationship to the person: the page shows what search shows anyway.</summary>
    public sealed record ByReach(string LastCommaFirst, string Number, string Where, string RequestAddress) : Refused;

    /// <summary>The record is limited: no name, no other fact.</summary>
    /// <param name="Team">Whom to ask.</param>
    /// <param name="BreakGlassAddress">Where a user with a duty opens the record all the same; <see langword="null"/> for others.</param>
    public sealed record ByLimit(string Team, string? BreakGlassAddress = null) : Refused;
}
