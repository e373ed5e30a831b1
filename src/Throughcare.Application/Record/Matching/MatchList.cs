using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Matching;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record.Matching;

/// <summary>The pairs that wait for somebody: those of which the reader reaches one, and search shows them the other.</summary>
public sealed class MatchList(ThroughcareDb db, AccessPolicy access, TimeProvider clock)
{
    public const int PageSize = 25;

    /// <summary>People about whom is asked at a time.</summary>
    private const int AskedTogether = 1000;

    /// <param name="Kind">One kind alone.</param>
    /// <param name="Mine">Those of the reader's own place alone.</param>
    /// <param name="Sort"><c>score</c>, <c>age</c>, or either with a minus before it for the other way round; the likeliest first unless said.</param>
    /// <param name="PageNumber">From 1.</param>
    public sealed record Request(MatchKind? Kind = null, bool Mine = false, string? Sort = null, int PageNumber = 1);

    /// <param name="DaysOld">Whole days since it was raised.</param>
    public sealed record Row(FactId Id, MatchKind Kind, string Asker, string Candidate, double Probability, MatchReasons Reasons, PlaceCode Owner, int DaysOld, MatchStatus Status);

    public sealed record Page(IReadOnlyList<Row> Rows, int Total);

    public async Task<Page> OfAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        var open = Open();
        open = request.Kind is { } kind ? open.Where(m => m.Kind == kind) : open;
        open = request.Mine ? open.Where(m => m.Owner == actor.Place) : open;
        var keys = await ShownAsync(await ReachedAsync(open, actor, int.MaxValue, stop), actor, stop);
        var ordered = request.Sort switch
        {
            "score" => keys.OrderBy(m => m.Total),
            "age" => keys.OrderByDescending(m => m.RaisedAt),
            "-age" => keys.OrderBy(m => m.RaisedAt),
            _ => keys.OrderByDescending(m => m.Total),
        };
        var ids = ordered.ThenBy(m => m.Id.Value).Skip((Math.Max(1, request.PageNumber) - 1) * PageSize).Take(PageSize).Select(m => m.Id).ToList();
        var found = await db.MatchItems.Where(m => ids.Contains(m.Id)).ToDictionaryAsync(m => m.Id, stop);
        var rows = ids.Where(found.ContainsKey).Select(id => found[id]).ToList();
        var names = await PeopleNames.OfAsync(db, [.. rows.SelectMany(r => new[] { r.AskerId, r.CandidateId }).OfType<PersonId>().Distinct()], stop);
        var now = clock.GetUtcNow();
        return new(
            [.. rows.Select(m => new Row(
                m.Id, m.Kind, m.AskerId is { } asker ? names[asker].LastCommaFirst : "A nomination", names[m.CandidateId].LastCommaFirst,
                m.Probability, m.Reasons, m.Owner, (int)(now - m.RaisedAt).TotalDays, m.Status))],
            keys.Count);
    }

    /// <summary>How many wait for the reader, up to <see cref="Counting.Most"/> and one; none for a role that does not decide.</summary>
    public async Task<int> CountAsync(Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Has(Verb.DecideMatch))
        {
            return 0;
        }

        return Math.Min(Counting.Most + 1, (await ShownAsync(await ReachedAsync(Open(), actor, Counting.Most + 1, stop), actor, stop)).Count);
    }

    /// <summary>Whether a page of the person's record should say that it may be there twice.</summary>
    public async Task<FactId?> OfPersonAsync(PersonId person, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Has(Verb.DecideMatch))
        {
            return null;
        }

        var open = Open();
        var pairs = await Keys(open.Where(m => m.AskerId == person || m.CandidateId == person)).ToListAsync(stop);
        var people = pairs.SelectMany(m => new[] { m.Asker, m.Candidate }).Distinct().ToList();
        var reached = people.Count == 0 ? [] : (await access.People(actor, Verb.DecideMatch).Where(p => people.Contains(p)).ToListAsync(stop)).ToHashSet();
        var shown = await ShownAsync(pairs.FindAll(m => reached.Contains(m.Asker) || reached.Contains(m.Candidate)), actor, stop);
        return shown.MaxBy(m => m.Total)?.Id;
    }

    /// <summary>What decides whether, and where, a pair stands in a list.</summary>
    public sealed record Key(FactId Id, PersonId Asker, PersonId Candidate, double Total, DateTimeOffset RaisedAt);

    /// <summary>The pairs of which the actor reaches the record that was asked about, and those of which they reach the other.</summary>
    /// <remarks>Two queries, not an "or": each starts with the people whom the reader works with, and an index leads to their pairs.</remarks>
    public (IQueryable<Key> Asking, IQueryable<Key> Asked) Halves(IQueryable<MatchItem> open, Actor actor)
    {
        var reached = access.People(actor, Verb.DecideMatch);
        return (Keys(open.Where(m => reached.Contains(m.AskerId!.Value))), Keys(open.Where(m => reached.Contains(m.CandidateId))));
    }

    /// <summary>Those that wait to be decided, whoever may.</summary>
    public IQueryable<MatchItem> Open()
    {
        var today = clock.GetUtcNow().LondonDate;
        return db.MatchItems.Where(m => m.AskerId != null && (m.Status == MatchStatus.Open || (m.Status == MatchStatus.Deferred && m.DeferredUntil <= today)));
    }

    private static IQueryable<Key> Keys(IQueryable<MatchItem> items) => items.Select(m => new Key(m.Id, m.AskerId!.Value, m.CandidateId, m.Total, m.RaisedAt));

    /// <param name="most">As many of each half at most.</param>
    private async Task<List<Key>> ReachedAsync(IQueryable<MatchItem> open, Actor actor, int most, CancellationToken stop)
    {
        var (asking, asked) = Halves(open, actor);
        List<Key> found = [.. await asking.Take(most).ToListAsync(stop)];
        return found.Count == most ? found : [.. found.UnionBy(await asked.Take(most).ToListAsync(stop), m => m.Id)];
    }

    /// <summary>Those pairs of which search shows the actor both.</summary>
    /// <remarks>Whom search shows is nearly everyone: it is asked about the people of these pairs alone.</remarks>
    private async Task<List<Key>> ShownAsync(List<Key> pairs, Actor actor, CancellationToken stop)
    {
        HashSet<PersonId> shown = [];
        foreach (var some in pairs.SelectMany(m => new[] { m.Asker, m.Candidate }).Distinct().Chunk(AskedTogether))
        {
            shown.UnionWith(await access.People(actor, Verb.SearchNation).Where(p => some.Contains(p)).ToListAsync(stop));
        }

        return pairs.FindAll(m => shown.Contains(m.Asker) && shown.Contains(m.Candidate));
    }
}
