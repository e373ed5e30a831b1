using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <summary>Who of the two has a case.</summary>
public enum AllocationState
{
    None,
    Primary,
    Both,

    /// <summary>The POM was removed; the case is listed as unallocated.</summary>
    CoWorkerOnly,
}

/// <summary>A POM to be allocated, with what was recommended and why another was chosen.</summary>
public sealed record NewAllocation(PlaceCode Prison, StaffId Pom, string Name, string Tier)
{
    public Assessment.RoshLevel? Rosh { get; init; }

    public RecommendedPom? Recommended { get; init; }

    /// <summary>Codes of <c>override-reasons.csv</c>, kind <c>allocation</c>.</summary>
    public OverrideOfRecommendation? Override { get; init; }

    public string? Message { get; init; }

    public AllocationTrigger Trigger { get; init; } = AllocationTrigger.User;
}

/// <summary>The moves of an allocation from one state to another.</summary>
/// <remarks>Source: offender-management-allocation-manager (ministryofjustice), allocation history. Each gives the next version of the one
/// record of the person, or says why not.</remarks>
public static class AllocationMoves
{
    public const string SameAsCoWorker = "Primary POM cannot be the same as co-working POM";

    public static AllocationState StateOf(AllocationRecord? record) => (record?.Pom, record?.CoWorker) switch
    {
        (null, null) => AllocationState.None,
        (not null, null) => AllocationState.Primary,
        (null, not null) => AllocationState.CoWorkerOnly,
        _ => AllocationState.Both,
    };

    /// <summary>Gives the case a POM: the first of this stay, or another in place of the one who has it.</summary>
    /// <param name="id">Of the record, for a person who has none yet.</param>
    public static Outcome<AllocationRecord> Allocate(AllocationRecord? running, NewAllocation given, PersonId person, FactId id, Entry entry)
    {
        ArgumentNullException.ThrowIfNull(given);
        ArgumentNullException.ThrowIfNull(entry);

        if (string.IsNullOrWhiteSpace(given.Tier))
        {
            return new Refusal("", "Enter a tier before allocating");
        }

        var isHere = running is not null && running.Prison == given.Prison;
        var coWorker = isHere ? running!.CoWorker : null;
        if (coWorker == given.Pom)
        {
            return new Refusal(nameof(NewAllocation.Pom), SameAsCoWorker);
        }

        if (isHere && running!.Pom == given.Pom)
        {
            return new Refusal(nameof(NewAllocation.Pom), "They are the POM already");
        }

        var day = entry.At.LondonDate;
        var next = new AllocationRecord
        {
            Id = running?.Id ?? id,
            Version = (running?.Version ?? 0) + 1,
            PersonId = running?.PersonId ?? person,
            ValidFrom = day,
            Recorded = entry,
            Prison = given.Prison,
            Pom = given.Pom,
            PomName = given.Name,
            PomSince = day,
            CoWorker = coWorker,
            CoWorkerName = coWorker is null ? null : running!.CoWorkerName,
            Tier = given.Tier,
            Rosh = given.Rosh,
            RecommendedType = given.Recommended?.Type,
            RecommendedBecause = given.Recommended?.Reason,
            OverrideReasons = given.Override?.Codes,
            SuitabilityText = given.Override?.SuitabilityText,
            OtherText = given.Override?.OtherText,
            Message = string.IsNullOrWhiteSpace(given.Message) ? null : given.Message.Trim(),
            Event = isHere && running!.Pom is not null ? AllocationEvent.ReallocatePrimaryPom : AllocationEvent.AllocatePrimaryPom,
            Trigger = given.Trigger,
        };
        return next;
    }

    /// <summary>Adds a co-working POM, or puts another in the place of the one there is.</summary>
    public static Outcome<AllocationRecord> SetCoWorker(AllocationRecord? running, StaffId coWorker, string name, string? message, Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return running?.Pom is null ? new Refusal("", "Allocate a POM before adding a co-working POM")
            : running.Pom == coWorker ? new Refusal(nameof(AllocationRecord.CoWorker), SameAsCoWorker)
            : running.CoWorker == coWorker ? new Refusal(nameof(AllocationRecord.CoWorker), "They are the co-working POM already")
            : Next(running, entry) with
            {
                CoWorker = coWorker,
                CoWorkerName = name,
                Message = string.IsNullOrWhiteSpace(message) ? null : message.Trim(),
                Event = running.CoWorker is null ? AllocationEvent.AllocateSecondaryPom : AllocationEvent.ReallocateSecondaryPom,
            };
    }

    public static Outcome<AllocationRecord> RemoveCoWorker(AllocationRecord? running, Entry entry, AllocationTrigger trigger = AllocationTrigger.User) =>
        running?.CoWorker is null
            ? new Refusal("", "There is no co-working POM")
            : Next(running, entry) with { CoWorker = null, CoWorkerName = null, Event = AllocationEvent.DeallocateSecondaryPom, Trigger = trigger };

    /// <summary>Takes the case from its POM; a co-worker stays, and the case is listed as unallocated.</summary>
    public static Outcome<AllocationRecord> RemovePom(AllocationRecord? running, AllocationTrigger trigger, Entry entry) =>
        running?.Pom is null
            ? new Refusal("", "There is no POM")
            : Next(running, entry) with { Pom = null, PomName = null, PomSince = null, Event = AllocationEvent.DeallocatePrimaryPom, Trigger = trigger };

    /// <summary>Ends it for both, by release, transfer or leaving scope.</summary>
    /// <returns><see langword="null"/> where nobody has the case.</returns>
    public static AllocationRecord? End(AllocationRecord? running, AllocationEnding ending, Entry entry)
    {
        ArgumentNullException.ThrowIfNull(ending);
        return StateOf(running) is AllocationState.None ? null
            : Next(running!, entry) with
            {
                Pom = null,
                PomName = null,
                PomSince = null,
                CoWorker = null,
                CoWorkerName = null,
                Event = ending.Event,
                Trigger = ending.Trigger,
            };
    }

    private static AllocationRecord Next(AllocationRecord running, Entry entry) =>
        running.Next(entry) with { ValidFrom = entry.At.LondonDate, Message = null, Trigger = AllocationTrigger.User };
}
