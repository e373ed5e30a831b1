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

        var items = Waiting(actor);
        items = request.Kind is { } kind ? items.Where(m => m.Kind == kind) : items;
        items = request.Mine ? items.Where(m => m.Owner == actor.Place) : items;
        var total = await items.CountAsync(stop);
        var ordered = request.Sort switch
        {
            "score" => items.OrderBy(m => m.Total),
            "age" => items.OrderByDescending(m => m.RaisedAt),
            "-age" => items.OrderBy(m => m.RaisedAt),
            _ => items.OrderByDescending(m => m.Total),
        };
        var rows = await ordered.ThenBy(m => m.Id).Skip((Math.Max(1, request.PageNumber) - 1) * PageSize).Take(PageSize).ToListAsync(stop);
        var names = await PeopleNames.OfAsync(db, [.. rows.SelectMany(r => new[] { r.AskerId, r.CandidateId }).OfType<PersonId>().Distinct()], stop);
        var now = clock.GetUtcNow();
        return new(
            [.. rows.Select(m => new Row(
                m.Id, m.Kind, m.AskerId is { } asker ? names[asker].LastCommaFirst : "A nomination", names[m.CandidateId].LastCommaFirst,
                m.Probability, m.Reasons, m.Owner, (int)(now - m.RaisedAt).TotalDays, m.Status))],
            total);
    }

    /// <summary>How many wait for the reader, up to <see cref="Counting.Most"/> and one; none for a role that does not decide.</summary>
    public async Task<int> CountAsync(Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if (!actor.Has(Verb.DecideMatch))
        {
            return 0;
        }

        // who may be shown at all is nearly everyone: it is asked about the few of these pairs alone
        var (open, reached) = (Open(), access.People(actor, Verb.DecideMatch));
        var asking = await open.Where(m => reached.Contains(m.AskerId!.Value)).Select(m => new { m.Id, Asker = m.AskerId!.Value, m.CandidateId }).Take(Counting.Most + 1).ToListAsync(stop);
        var asked = asking.Count > Counting.Most ? [] : await open.Where(m => reached.Contains(m.CandidateId)).Select(m => new { m.Id, Asker = m.AskerId!.Value, m.CandidateId }).Take(Counting.Most + 1).ToListAsync(stop);
        var pairs = asking.UnionBy(asked, m => m.Id).ToList();
        var people = pairs.SelectMany(m => new[] { m.Asker, m.CandidateId }).Distinct().ToList();
        var shown = people.Count == 0 ? [] : (await access.People(actor, Verb.SearchNation).Where(p => people.Contains(p)).ToListAsync(stop)).ToHashSet();
        return Math.Min(Counting.Most + 1, pairs.Count(m => shown.Contains(m.Asker) && shown.Contains(m.CandidateId)));
    }

    /// <summary>Whether a page of the person's record should say that it may be there twice.</summary>
    public async Task<FactId?> OfPersonAsync(PersonId person, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Has(Verb.DecideMatch)
            ? await Waiting(actor).Where(m => m.AskerId == person || m.CandidateId == person).OrderByDescending(m => m.Total).Select(m => (FactId?)m.Id).FirstOrDefaultAsync(stop)
            : null;
    }

    private IQueryable<MatchItem> Open()
    {
        var today = clock.GetUtcNow().LondonDate;
        return db.MatchItems.Where(m => m.AskerId != null && (m.Status == MatchStatus.Open || (m.Status == MatchStatus.Deferred && m.DeferredUntil <= today)));
    }

    /// <remarks>A union, not an "or": each half starts with the few people whom the reader works with, and an index leads to their pairs.</remarks>
    private IQueryable<MatchItem> Waiting(Actor actor)
    {
        var (reached, shown) = (access.People(actor, Verb.DecideMatch), access.People(actor, Verb.SearchNation));
        var open = Open();
        var mine = open.Where(m => reached.Contains(m.AskerId!.Value)).Select(m => m.Id).Union(open.Where(m => reached.Contains(m.CandidateId)).Select(m => m.Id));
        return open.Where(m => mine.Contains(m.Id) && shown.Contains(m.AskerId!.Value) && shown.Contains(m.CandidateId));
    }
}
