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

/// <summary>Ends allocations that a file has overtaken: of people who are held elsewhere now, were released, or are no longer in scope.</summary>
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
        var people = await left.Union(outside).Union(named).ToListAsync(stop);

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

    private async Task<bool> EndAsync(PersonId person, CaseFacts facts, Standing? standing, CancellationToken stop)
    {
        var outcome = await recorder.WriteAsync<bool>(person, Verb.AllocatePom, Actor.System(Door.Job), async entry =>
        {
            var state = await AllocationEndingsOnRecord.State.LoadAsync(db, await MergedRecords.OfAsync(db, person, stop), stop);
            if (state.Held is not { } held || EndingOf(facts, standing?.IsInScope, held) is not { } ending)
            {
                return AlreadyDone.With(person, false);
            }

            db.AddRange(AllocationEndingsOnRecord.Notices(state, person, ending, entry, ids));
            return new Change<bool>(
                true, new PomDeallocated(person, state.Record?.Pom, ending.Event, ending.Trigger),
                AllocationEndingsOnRecord.Of(state, ending, entry.At.LondonDate, entry, keeps: ending.ClosesStay || !facts.EstablishmentCode.HasValue ? null : facts.EstablishmentCode.Value));
        }, stop);
        return outcome is Outcome<bool>.Done { Value: true };
    }
}
