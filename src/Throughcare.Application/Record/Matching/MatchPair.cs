using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Matching;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record.Matching;

/// <summary>Two records side by side, with how likely it is that they are one person's, field by field.</summary>
public sealed class MatchPair(ThroughcareDb db, AccessPolicy access, FindPerson find)
{
    /// <param name="IsReached">The reader works with the person: without that only what search shows is here.</param>
    public sealed record Side(FindPerson.Found Person, bool IsReached, MatchFeatures Features, bool HasCasework);

    /// <param name="NeedsTwo">A second person has to agree: somebody has worked with both, or they were told apart before.</param>
    /// <param name="ToldApartOn">When somebody said that they are two people's.</param>
    public sealed record Pair(Side One, Side Other, MatchScore Score, bool NeedsTwo, DateOnly? ToldApartOn);

    /// <param name="Decider">Who decided, where somebody has.</param>
    public sealed record Page(MatchItem Item, Pair Pair, string? Decider);

    /// <returns>Why the reader may not see it, where they may not.</returns>
    public async Task<Outcome<Page>> OfAsync(FactId id, Actor actor, CancellationToken stop)
    {
        if (await db.MatchItems.SingleOrDefaultAsync(m => m.Id == id, stop) is not { AskerId: { } asker } item)
        {
            return Refusals.NotFound;
        }

        return await OfPeopleAsync(asker, item.CandidateId, Verb.DecideMatch, actor, stop) switch
        {
            Outcome<Pair>.Done { Value: var pair } => new Page(item, pair, item.DecidedBy is { } by ? (await Access.StaffNames.OfAsync(db, [by], stop))(by) : null),
            Outcome<Pair>.Refused refused => new Outcome<Page>.Refused(refused.Why),
            _ => throw new InvalidOperationException(),
        };
    }

    /// <summary>Any two records, as they stand alone.</summary>
    public async Task<Outcome<Pair>> OfPeopleAsync(PersonId one, PersonId other, Verb verb, Actor actor, CancellationToken stop)
    {
        if (await MatchAccess.RefusalAsync(access, verb, one, other, actor, stop) is { } refusal)
        {
            return refusal;
        }

        var features = await MatchCandidates.FeaturesOfRecordsAsync(db, [one, other], stop);
        if (await SideAsync(one, features, actor, stop) is not { } first || await SideAsync(other, features, actor, stop) is not { } second)
        {
            return Refusals.NotFound;
        }

        var (low, high) = NotSamePerson.Ordered(one, other);
        var apart = await db.NotSamePeople.Where(n => n.OneId == low && n.OtherId == high).Select(n => (DateTimeOffset?)n.At).FirstOrDefaultAsync(stop);
        return new Pair(
            first, second, MatchScore.Of(first.Features, second.Features),
            apart is not null || (first.HasCasework && second.HasCasework), apart?.LondonDate);
    }

    private async Task<Side?> SideAsync(PersonId person, IReadOnlyDictionary<PersonId, MatchFeatures> features, Actor actor, CancellationToken stop) =>
        features.TryGetValue(person, out var own) && await find.DoAsync(new PersonKey.ById(person), stop) is { } found
            ? new(found, await access.RefusalAsync(Verb.ReadRecord, person, actor, stop) is null || await access.RefusalAsync(Verb.DecideMatch, person, actor, stop) is null,
                own, await Merging.HasCaseworkAsync(db, person, stop))
            : null;
}
