namespace Throughcare.Domain.Record;

/// <summary>Whether a saved entry may still take a new version of its text.</summary>
public enum EditDecision
{
    /// <summary>A new version.</summary>
    Edit,

    /// <summary>Somebody else wrote it.</summary>
    NotTheAuthor,

    /// <summary>More than 24 hours have passed.</summary>
    TooLate,

    /// <summary>It satisfied a due item, was read by a receiving prison, or entered a pack or a sample.</summary>
    ReliedUpon,
}

/// <summary>Editing in the first hours, addenda after them.</summary>
public static class ContactEditing
{
    /// <summary>For so long the author may edit an entry that nobody has relied on.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromHours(24);

    /// <param name="firstRecordedAt">When its first version was saved.</param>
    /// <param name="now">The instant of the edit.</param>
    /// <param name="isAuthor">The editor wrote it.</param>
    /// <param name="isReliedUpon">Another has relied on it.</param>
    public static EditDecision Decide(DateTimeOffset firstRecordedAt, DateTimeOffset now, bool isAuthor, bool isReliedUpon) =>
        !isAuthor ? EditDecision.NotTheAuthor
        : isReliedUpon ? EditDecision.ReliedUpon
        : now - firstRecordedAt > Grace ? EditDecision.TooLate
        : EditDecision.Edit;

    /// <summary>Why not, and what to do instead; <see langword="null"/> where the entry may be edited.</summary>
    public static string? Message(EditDecision decision) => decision switch
    {
        EditDecision.NotTheAuthor => "Only the author can edit this entry. Add an addendum instead",
        EditDecision.TooLate => "This entry was saved more than 24 hours ago. Add an addendum instead",
        EditDecision.ReliedUpon => "This entry has been relied on. Add an addendum instead",
        _ => null,
    };
}
