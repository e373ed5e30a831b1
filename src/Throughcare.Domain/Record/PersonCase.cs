namespace Throughcare.Domain.Record;

/// <summary>One unbroken period in which prison or probation is responsible for a person. <see cref="FactVersion.ValidFrom"/> is
/// the day it opened and <see cref="FactVersion.ValidTo"/> the day it closed.</summary>
public sealed record PersonCase : FactVersion
{
    public required CaseOpening OpenedBy { get; init; }

    public CaseClosing? ClosedBy { get; init; }

    /// <summary>The same id, as other facts name it.</summary>
    public CaseId AsCase => new(Id.Value);
}

/// <summary>What opened a case.</summary>
public enum CaseOpening
{
    Reception,
    CommunityOrder,
    SuspendedSentence,
    Licence,
    CourtReport,
}

/// <summary>What closed a case.</summary>
public enum CaseClosing
{
    ReleasedWithNothingToSupervise,
    SupervisionEnded,
    AcquittedOrDischarged,
    Died,
}
