using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Facts;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>The recommended type of POM of some people at once.</summary>
public sealed class RecommendedTypes(ThroughcareDb db, CaseHistories histories, TimeProvider clock)
{
    /// <param name="people">Whom the caller reaches.</param>
    public async Task<IReadOnlyDictionary<PersonId, Explained<RecommendedPom>>> OfAsync(IReadOnlyCollection<PersonId> people, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(people);

        var at = clock.GetUtcNow();
        var strategy = await AllocationNow.StrategyAsync(db, at.LondonDate, stop);
        Dictionary<PersonId, Explained<RecommendedPom>> found = [];
        foreach (var some in people.Chunk(CaseHistories.MostPeople))
        {
            var standings = await db.Standings.Where(s => some.Contains(s.PersonId)).ToDictionaryAsync(s => s.PersonId, stop);
            foreach (var (person, history) in await histories.LoadAsync(some, stop))
            {
                var now = AllocationNow.Of(history, at);
                var name = now.Facts.Name is { HasValue: true, Value: { } called } ? $"{called.First} {called.Last}".Trim() : "this person";
                found[person] = PomRecommendation.For(now.ToRecommend(standings.GetValueOrDefault(person)), strategy, name);
            }
        }

        return found;
    }
}
