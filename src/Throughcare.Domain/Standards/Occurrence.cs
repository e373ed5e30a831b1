using Throughcare.Domain.Record;

namespace Throughcare.Domain.Standards;

/// <summary>One time that a clock started.</summary>
/// <param name="Key">The same through every computation: the entry it came from, or the sentence and the name of the date.</param>
/// <param name="On">The day.</param>
/// <param name="At">The instant, where it has one.</param>
/// <param name="From">The entry it came from.</param>
public sealed record Occurrence(string Key, DateOnly On, DateTimeOffset? At = null, FactVersion? From = null)
{
    /// <summary>The contact it came from: contacts are read without their text.</summary>
    public ContactGist? Contact { get; init; }

    /// <summary>The day on which a date of the case was moved nearer; <see langword="null"/> where it was not.</summary>
    public DateOnly? MovedNearerOn { get; init; }

    /// <summary>The day from which facts no longer count for it, where it belongs to a stay in custody that is over.</summary>
    public DateOnly? EndedOn { get; init; }
}
