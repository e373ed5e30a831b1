using Throughcare.Domain.Record;

namespace Throughcare.Domain.Assessment;

/// <summary>A level of risk of serious harm that a source gives without its assessment: a probation extract or a template.
/// <see cref="FactVersion.ValidFrom"/> is the day it was assessed, or the day of the file that says no other.</summary>
public sealed record RecordedRosh : FactVersion
{
    public required RoshLevel Level { get; init; }
}
