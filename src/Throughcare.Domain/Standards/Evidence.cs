using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Standards;

/// <summary>Something on record that shows that a rule was met.</summary>
/// <param name="Entry">The entry; <see langword="null"/> where several add up.</param>
/// <param name="On">The day it happened: what the deadline is tested on.</param>
/// <param name="At">The instant, where it has one.</param>
/// <param name="RecordedAt">When it was first recorded.</param>
/// <param name="Words">What pages call it.</param>
public sealed record Evidence(FactId? Entry, DateOnly On, DateTimeOffset? At, DateTimeOffset RecordedAt, string Words)
{
    /// <summary>Recorded more than 5 working days after it happened.</summary>
    public bool IsRecordedLate => RecordedAt.LondonDate > On.AddWorkingDays(5);
}

/// <summary>Something on record that looked like evidence and is none, with the reason.</summary>
public sealed record RefusedEvidence(FactId? Entry, DateOnly On, string Words, string Because);
