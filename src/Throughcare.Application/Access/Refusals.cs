using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;

namespace Throughcare.Application.Access;

/// <summary>The words of a refusal, the same at every door.</summary>
public static class Refusals
{
    private const string LimitedWords = "Limited access. Ask ";

    /// <summary>No relationship to the person.</summary>
    public static Refusal Reach { get; } = new("", "You do not have access to this record", RefusalKind.Reach);

    /// <summary>Nobody, or somebody whose existence is restricted: the same words for both.</summary>
    public static Refusal NotFound { get; } = new("", "There is no such record", RefusalKind.NotFound);

    /// <summary>The record is limited to named users, or this user is excluded from it.</summary>
    /// <param name="team">Whom to ask.</param>
    public static Refusal Limited(string team) => new("", LimitedWords + team, RefusalKind.Limited);

    /// <summary>Whom <see cref="Limited"/> says to ask.</summary>
    public static string TeamOf(Refusal limited) => limited.Message[LimitedWords.Length..];

    /// <summary>The role does not have the verb.</summary>
    public static Refusal OfRole(Verb verb) => new("", $"Your role cannot do this. It can be done by: {RolesWith(verb)}", RefusalKind.Role);

    /// <summary>"Prison offender manager, Community offender manager": the roles that have a verb.</summary>
    public static string RolesWith(Verb verb) => string.Join(", ", Permissions.RolesThatMay(verb).Select(role => role.Name));
}
