namespace Throughcare.Domain.Record;

/// <summary>One person. What is known of them is facts about this id; the row itself says only that they exist.</summary>
public sealed class Person
{
    public required PersonId Id { get; init; }

    /// <summary>When the record was opened, UTC.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Whose record this one was merged into; every reader follows it. Cleared by an un-merge.</summary>
    public PersonId? SurvivorId { get; set; }
}
