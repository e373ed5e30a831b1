using Throughcare.Application.Access;
using Throughcare.Application.Facts;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;
using StaffNames = Throughcare.Application.Record.StaffNames;

namespace Throughcare.Application.Allocation;

/// <summary>Early allocation of one case: where it stands, and every assessment.</summary>
public sealed class EarlyAllocationOfPerson(ThroughcareDb db, CaseHistories histories, AccessPolicy access, TimeProvider clock)
{
    public sealed record Page(Explained<EarlyAllocationResult> State)
    {
        public required DateOnly Today { get; init; }

        /// <summary>Why no assessment can be made now; <see langword="null"/> where one can.</summary>
        public string? Closed { get; init; }

        /// <summary>The latest first.</summary>
        public IReadOnlyList<Assessment> Assessments { get; init; } = [];

        public bool MayAssess { get; init; }
    }

    /// <param name="IsOpen">It was referred, and the community has not answered.</param>
    public sealed record Assessment(EarlyAllocationAssessment Made, string By, bool IsOpen);

    /// <returns><see langword="null"/> for somebody who is not on record.</returns>
    public async Task<Page?> OfAsync(PersonId person, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (await histories.LoadAsync(person, stop) is not { } history)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var facts = history.At(now.LondonDate, now);
        var names = await StaffNames.OfAsync(db, facts.EarlyAllocations.Select(a => a.Recorded.By), stop);
        return new(facts.EarlyAllocationState)
        {
            Today = facts.AsAt,
            Closed = AssessEarlyAllocation.Closed(facts),
            Assessments = [.. facts.EarlyAllocations.Select(a => new Assessment(a, names[a.Recorded.By], a is { Outcome: EarlyAllocationOutcome.Discretionary, WasInWindow: true, CommunityAccepted: null }))],
            MayAssess = await access.RefusalAsync(Verb.AssessEarlyAllocation, person, actor, stop) is null,
        };
    }
}
