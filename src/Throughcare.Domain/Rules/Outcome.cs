namespace Throughcare.Domain.Rules;

/// <summary>What came of asking for something: it was done, or it was refused for reasons a person can read.</summary>
public abstract record Outcome<T>
{
    private Outcome() { }

    public sealed record Done(T Value) : Outcome<T>;

    public sealed record Refused(params IReadOnlyList<Refusal> Why) : Outcome<T>;

    /// <summary>Somebody else changed the same thing first. Nothing was written.</summary>
    /// <param name="Theirs">The version that stands now; the page shows it beside what was typed.</param>
    public sealed record Conflict(Record.FactVersion Theirs) : Outcome<T>;

    public static implicit operator Outcome<T>(T value) => new Done(value);

    public static implicit operator Outcome<T>(Refusal refusal) => new Refused(refusal);
}

/// <param name="Field">The input to put right, as the form names it; empty where it is nobody's field.</param>
/// <param name="Message">What to do about it, in the words of the error summary.</param>
/// <param name="Kind">Whether the form, the role or the reach stands in the way.</param>
public sealed record Refusal(string Field, string Message, RefusalKind Kind = RefusalKind.Form);

/// <summary>Why something was refused, which decides the page: the form again, 403, or 404.</summary>
public enum RefusalKind
{
    /// <summary>What was typed has to be put right.</summary>
    Form,

    /// <summary>The actor's role does not have the verb.</summary>
    Role,

    /// <summary>The actor has no relationship to the person.</summary>
    Reach,

    /// <summary>The record is limited to named users, or this user is excluded.</summary>
    Limited,

    /// <summary>The entry is above the actor's sensitivity level.</summary>
    Sensitivity,

    /// <summary>There is no such thing, or its very existence is restricted.</summary>
    NotFound,
}
