using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Facts;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Ends allocations that a file has overtaken: of people who are held elsewhere now, were released, or are no longer in scope. Key workers too,
/// and theirs whose complexity of need is high.</summary>
/// <remarks>A movement that somebody records ends an allocation at once; this is for those that came by file.</remarks>
public sealed class EndAllocationsByNight(ThroughcareDb db, CaseHistories histories, Recorder recorder, IdSource ids, TimeProvider clock)
{
    /// <returns>How many allocations ended.</returns>
    public async Task<int> DoAsync(CancellationToken stop)
    {
        var here = db.Locations.Current().Where(l => l.ValidTo == null);
        var left = db.AllocationRecords.Current().Where(a => (a.Pom != null || a.CoWorker != null) && !here.Any(l => l.PersonId == a.PersonId && l.Prison == a.Prison)).Select(a => a.PersonId);
        var outside = db.AllocationRecords.Current().Where(a => (a.Pom != null || a.CoWorker != null) && db.Standings.Any(s => s.PersonId == a.PersonId && s.IsInScope == false)).Select(a => a.PersonId);
        var named = db.Managers.Current()
            .Where(m => m.Role == Role.Pom && m.ValidTo == null && m.StaffId != null && m.Place != null && !here.Any(l => l.PersonId == m.PersonId && l.Prison == m.Place)).Select(m => m.PersonId);
        var keyWorkers = db.Managers.Current().Where(m => m.Role == Role.KeyWorker && m.ValidTo == null);
        var withoutPlace = keyWorkers.Where(m => !here.Any(l => l.PersonId == m.PersonId && (m.Place == null || l.Prison == m.Place))).Select(m => m.PersonId);
        var high = db.ComplexityRecords.Current().Where(c => c.Level == ComplexityOfNeed.High && c.ValidTo == null);
        var complex = keyWorkers.Where(m => high.Any(c => c.PersonId == m.PersonId)).Select(m => m.PersonId);
        var people = await left.Union(outside).Union(named).Union(withoutPlace).Union(complex).ToListAsync(stop);

        var ended = 0;
        foreach (var some in people.Chunk(CaseHistories.MostPeople))
        {
            var known = await histories.LoadForWhereaboutsAsync(some, stop);
            var standings = await db.Standings.Where(s => some.Contains(s.PersonId)).ToDictionaryAsync(s => s.PersonId, stop);
            var at = clock.GetUtcNow();
            foreach (var (person, history) in known)
            {
                ended += await EndAsync(history.PersonId, history.At(at.LondonDate, at), standings.GetValueOrDefault(person), stop) ? 1 : 0;
            }
        }

        return ended;
    }

    /// <summary>How an allocation at a prison ends for somebody who is where the facts say; <see langword="null"/> where it goes on.</summary>
    internal static AllocationEnding? EndingOf(CaseFacts facts, bool? isInScope, PlaceCode held) => facts.RulePlace switch
    {
        { HasValue: true, Value: RulePlace.Community or RulePlace.Closed or RulePlace.ImmigrationRemoval } => AllocationEnding.Release,
        { HasValue: true, Value: RulePlace.Custody } when facts.EstablishmentCode.HasValue && AllocationEndings.ByReception(facts.EstablishmentCode.Value, held) is { } moved => moved,
        { HasValue: true, Value: RulePlace.Custody } when isInScope is false => AllocationEnding.OutOfScope,
        _ => null,   // hospital, unlawfully at large, or nothing is known: it goes on
    };

    /// <summary>Why the work of a key worker of a prison ends for somebody who is where the facts say; whether the person is in scope is nothing to it.</summary>
    private static string? KeyWorkerEndsBecause(CaseFacts facts, IReadOnlyList<ComplexityRecord> complexities, PlaceCode? at) =>
        at is { } held && EndingOf(facts, null, held)?.Reason is { } left ? left
        : at is null && facts.RulePlace is { HasValue: true, Value: RulePlace.Community or RulePlace.Closed } ? AllocationEnding.Release.Reason
        : complexities.Any(c => c.Level is ComplexityOfNeed.High) ? SetComplexity.KeyWorkerEnds : null;

    private async Task<bool> EndAsync(PersonId person, CaseFacts facts, Standing? standing, CancellationToken stop)
    {
        var outcome = await recorder.WriteAsync<bool>(person, Verb.AllocatePom, Actor.System(Door.Job), async entry =>
        {
            var state = await AllocationEndingsOnRecord.State.LoadAsync(db, await MergedRecords.OfAsync(db, person, stop), stop);
            var ending = state.Held is { } held ? EndingOf(facts, standing?.IsInScope, held) : null;
            List<Write> keyWorkers = [.. AllocationEndingsOnRecord.KeyWorkers(state, at => KeyWorkerEndsBecause(facts, state.Complexities, at), entry.At.LondonDate, entry)];
            if (ending is null)
            {
                return keyWorkers is [{ After: ManagerAssignment over }, ..] ? new Change<bool>(true, new KeyWorkerEnded(person, over.StaffId, over.EndReason!), keyWorkers) : AlreadyDone.With(person, false);
            }

            db.AddRange(AllocationEndingsOnRecord.Notices(state, person, ending, entry, ids));
            var poms = AllocationEndingsOnRecord.Of(state, ending, entry.At.LondonDate, entry, keeps: ending == AllocationEnding.Transfer && facts.EstablishmentCode.HasValue ? facts.EstablishmentCode.Value : null);
            return new Change<bool>(true, new PomDeallocated(person, state.Record?.Pom, ending.Event, ending.Trigger), [.. poms, .. keyWorkers]);
        }, stop);
        return outcome is Outcome<bool>.Done { Value: true };
    }
}
