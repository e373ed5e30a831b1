using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Facts;
using Throughcare.Domain.Access;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>The one search of everyone: a number leads straight to the record, words to a list.</summary>
public sealed class PersonSearch(ThroughcareDb db, AccessPolicy access, CaseHistories histories, TimeProvider clock)
{
    /// <param name="Text">As typed.</param>
    /// <param name="PageNumber">From 1.</param>
    /// <param name="PageSize">1 to 500; anything else is read as 25.</param>
    public sealed record Request(string? Text, int PageNumber = 1, int PageSize = 25)
    {
        /// <summary>What is chosen of <see cref="SearchFacets"/>, by name; a search by number is not narrowed.</summary>
        public IReadOnlyDictionary<string, IReadOnlyList<string>> Chosen { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
    }

    /// <summary>What came of a search.</summary>
    public abstract record Answer
    {
        private Answer() { }

        /// <summary>The text cannot be searched for.</summary>
        public sealed record Wrong(string Message) : Answer;

        /// <summary>A number that one person has, whom the reader may be led to.</summary>
        public sealed record Straight(PersonId PersonId, string Address) : Answer;

        /// <param name="Total">People found, of whom this page shows some.</param>
        /// <param name="IsMore">More than 500 people could match; the best 500 were scored.</param>
        public sealed record List(IReadOnlyList<Row> Rows, int Total, int PageNumber, int PageSize, bool IsMore) : Answer
        {
            /// <summary>"Showing 26 to 50 of 312 people".</summary>
            public string Showing => Words.Showing(Total, PageNumber, PageSize, IsMore);

            /// <summary>How the list can be narrowed; none after a search by number, or where there is nothing to choose between.</summary>
            public IReadOnlyList<SearchFacets.Facet> Facets { get; init; } = [];
        }
    }

    /// <param name="Address">What stands for the person in addresses.</param>
    public sealed record Row(PersonId PersonId, string Address, string LastCommaFirst, string Where)
    {
        public string? PrisonNumber { get; init; }

        public string? Crn { get; init; }

        /// <summary>Only the number and whom to ask are shown: the record is limited to named users.</summary>
        public bool IsRestricted { get; init; }

        /// <summary>The reader works with the person; without that only name, numbers and where are filled.</summary>
        public bool IsReached { get; init; }

        public string? Pnc { get; init; }

        public DateOnly? BornOn { get; init; }

        public int? AgeYears { get; init; }

        /// <summary>POM while in custody, else COM.</summary>
        public string? Worker { get; init; }

        public RoshLevel? Rosh { get; init; }

        /// <summary>A case is open.</summary>
        public bool IsLive { get; init; }

        /// <summary>The name by which they were found, where it is not the current one.</summary>
        public string? FoundAs { get; init; }

        /// <summary>0 to 100; <see langword="null"/> where they were found by number or date of birth.</summary>
        public int? Score { get; init; }

        /// <summary>The words of the search, normalised, for <c>mark</c>: <see cref="Marks"/> finds them in a text.</summary>
        public IReadOnlyList<string> Matched { get; init; } = [];
    }

    public async Task<Answer> OfAsync(Request request, Actor actor, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        return SearchText.Read(request.Text, now.LondonDate) switch
        {
            SearchText.TooShort wrong => new Answer.Wrong(wrong.Message),
            SearchText.ByPrisonNumber { Number: var number } => await NumberAsync(IdentifierKind.Noms, number.ToString(), request, actor, stop),
            SearchText.ByCrn { Number: var number } => await NumberAsync(IdentifierKind.Crn, number.ToString(), request, actor, stop),
            SearchText.ByPnc { Number: var number } => await NumberAsync(IdentifierKind.Pnc, number.ToString(), request, actor, stop),
            SearchText.ByCro { Number: var number } => await NumberAsync(IdentifierKind.Cro, number.ToString(), request, actor, stop),
            SearchText.ByBooking { Number: var number } => await NumberAsync(IdentifierKind.Booking, number.ToString(), request, actor, stop),
            SearchText.BornOn { Day: var day } => await BornAsync(day, request, actor, stop),
            SearchText.Words words => await WordsAsync(words, request, actor, stop),
            _ => throw new InvalidOperationException(),
        };
    }

    /// <summary>One person as a list shows them.</summary>
    /// <returns><see langword="null"/> for somebody whom the actor may not search for.</returns>
    public async Task<Row?> OneAsync(PersonId person, Actor actor, CancellationToken stop)
    {
        var known = await access.People(actor, Verb.SearchNation).Where(p => p == person).ToListAsync(stop);
        return (await RowsAsync(known, [], actor, withRestricted: true, stop)).SingleOrDefault();
    }

    /// <summary>Where the words of a search stand in a text: begin and length of each, in order, for <c>mark</c>.</summary>
    public static IReadOnlyList<(int Start, int Length)> Marks(string text, IReadOnlyList<string> matched)
    {
        List<(int, int)> marks = [];
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && text[end] is not (' ' or ',' or '-'))
            {
                end++;
            }

            var word = NameText.Normalise(text[start..end]);
            if (word.Length > 0 && matched.Any(m => m == word || (m.EndsWith('*') && word.StartsWith(m[..^1], StringComparison.Ordinal))))
            {
                marks.Add((start, end - start));
            }

            start = end + 1;
        }

        return marks;
    }

    private async Task<Answer> NumberAsync(IdentifierKind kind, string number, Request request, Actor actor, CancellationToken stop)
    {
        var holders = await db.Identifiers.Current().Where(i => i.Canonical == number && i.Kind == kind).Select(i => i.PersonId).Distinct().ToListAsync(stop);
        var records = await MergedRecords.OfAsync(db, holders, stop);
        var people = records.Values.Select(r => r[0]).Distinct().ToList();
        var known = await access.People(actor, Verb.SearchNation).Where(p => people.Contains(p)).ToListAsync(stop);
        var rows = await RowsAsync(known, [], actor, withRestricted: true, stop);
        return rows is [{ IsRestricted: false } only] ? new Answer.Straight(only.PersonId, only.Address) : Paged(rows, request, isMore: false);
    }

    private async Task<Answer> BornAsync(DateOnly day, Request request, Actor actor, CancellationToken stop)
    {
        var people = await Listed(actor, MergedRecords.Survivors(db, db.Details.Current().Where(d => d.DateOfBirth == day).Select(d => d.PersonId)
                .Union(db.Names.Current().Where(n => n.DateOfBirth == day).Select(n => n.PersonId))))
            .OrderBy(p => p).Take(SearchCandidates.Most + 1).ToListAsync(stop);
        var (kept, facets) = await NarrowAsync([.. people.Take(SearchCandidates.Most)], request, actor, stop);
        var rows = await RowsAsync(kept, [], actor, withRestricted: false, stop);
        return Paged([.. rows.OrderByDescending(r => r.IsLive).ThenBy(r => r.LastCommaFirst, StringComparer.OrdinalIgnoreCase)], request, people.Count > SearchCandidates.Most) with { Facets = facets };
    }

    private async Task<Answer> WordsAsync(SearchText.Words words, Request request, Actor actor, CancellationToken stop)
    {
        var found = await SearchCandidates.OfAsync(db, NameKeys.ToFind(words.Tokens), words.Tokens, stop);
        var records = await MergedRecords.OfAsync(db, found.People, stop);
        var members = records.Values.DistinctBy(r => r[0]).ToDictionary(r => r[0]);
        var survivors = members.Keys.ToList();
        var allowed = (await Listed(actor, db.People.Where(p => survivors.Contains(p.Id)).Select(p => p.Id)).ToListAsync(stop)).ToHashSet();
        var scores = await ScoresAsync(SearchQuery.Of(words), [.. members.Where(m => allowed.Contains(m.Key)).Select(m => m.Value)], stop);
        var shown = scores.Where(s => s.Value.Score.Value >= SearchScore.Shown).Select(s => s.Key).ToList();
        var live = await db.Cases.Current().Where(c => shown.Contains(c.PersonId) && c.ValidTo == null).Select(c => c.PersonId).Distinct().ToListAsync(stop);
        var last = await db.RecordHeads.Where(h => shown.Contains(h.PersonId))
            .Select(h => new { h.PersonId, At = db.RecordEvents.Where(e => e.PersonId == h.PersonId && e.Seq == h.Seq).Select(e => (DateTimeOffset?)e.At).FirstOrDefault() })
            .ToDictionaryAsync(h => h.PersonId, h => h.At, stop);

        var ordered = shown
            .OrderByDescending(p => scores[p].Score.Value)
            .ThenByDescending(live.Contains)
            .ThenByDescending(p => last.GetValueOrDefault(p))
            .ThenBy(p => p.Value.ToString(), StringComparer.Ordinal)
            .ToList();
        var (kept, facets) = await NarrowAsync(ordered, request, actor, stop);
        var (number, size) = PageOf(request, kept.Count);
        var page = kept.Skip((number - 1) * size).Take(size).ToList();
        string[] matched = [.. words.Tokens.Select(w => w.IsBeginning ? w.Text + "*" : w.Text)];
        var rows = await RowsAsync(page, matched, actor, withRestricted: false, stop);
        return new Answer.List([.. rows.Select(r => r with { Score = scores[r.PersonId].Score.Value, FoundAs = scores[r.PersonId].FoundAs })], kept.Count, number, size, found.IsMore) { Facets = facets };
    }

    /// <param name="people">Whom the actor may see listed, in the order of the list.</param>
    private async Task<(List<PersonId> Kept, IReadOnlyList<SearchFacets.Facet> Facets)> NarrowAsync(List<PersonId> people, Request request, Actor actor, CancellationToken stop)
    {
        if (people.Count < 2)
        {
            return (people, []);
        }

        var now = clock.GetUtcNow();
        var today = now.LondonDate;
        var holder = ReachHolder.Of(actor.Place);
        var mine = (await db.Reach.Where(r => people.Contains(r.PersonId) && r.Holder == holder && r.Kind == ReachKind.Unit && r.From <= today && (r.Until == null || r.Until >= today))
            .Select(r => r.PersonId).ToListAsync(stop)).ToHashSet();
        var reached = (await access.People(actor, Verb.ReadRecord).Where(p => people.Contains(p)).ToListAsync(stop)).ToHashSet();
        var loaded = await histories.LoadForWhereaboutsAsync(people, stop);
        var traits = people.ToDictionary(p => p, p => SearchFacets.Traits.Of(loaded[p].At(today, now), reached.Contains(p), mine.Contains(p)));
        return SearchFacets.Narrow(people, traits, request.Chosen);
    }

    /// <summary>People who may be listed: whoever the actor may search for, without those limited to others.</summary>
    private IQueryable<PersonId> Listed(Actor actor, IQueryable<PersonId> people)
    {
        var today = clock.GetUtcNow().LondonDate;
        var (staff, search) = (actor.StaffId, access.People(actor, Verb.SearchNation));
        var listings = db.Listings.Current().TrueOn(today).Where(l => l.StaffId == staff);
        var named = listings.Where(l => l.Kind == ListingKind.Allowed).Select(l => l.PersonId);
        var closed = MergedRecords.Survivors(db, db.Restrictions.Current().TrueOn(today).Where(r => !named.Contains(r.PersonId)).Select(r => r.PersonId));
        var excluded = MergedRecords.Survivors(db, listings.Where(l => l.Kind == ListingKind.Excluded).Select(l => l.PersonId));
        return people.Where(p => search.Contains(p) && !closed.Contains(p) && !excluded.Contains(p));
    }

    private async Task<Dictionary<PersonId, (SearchScore Score, string? FoundAs)>> ScoresAsync(SearchQuery query, List<List<PersonId>> people, CancellationToken stop)
    {
        var all = people.SelectMany(p => p).ToList();
        var names = (await db.Names.Current().Where(n => all.Contains(n.PersonId))
            .Select(n => new { n.PersonId, n.Type, n.Last, n.First, n.Middle, n.DateOfBirth }).ToListAsync(stop)).ToLookup(n => n.PersonId);
        var details = (await db.Details.Current().Where(d => all.Contains(d.PersonId)).Select(d => new { d.PersonId, d.DateOfBirth, d.Sex }).ToListAsync(stop)).ToLookup(d => d.PersonId);

        return people.ToDictionary(records => records[0], records =>
        {
            var held = records.SelectMany(id => names[id]).ToList();
            var said = records.SelectMany(id => details[id]).ToList();
            var born = said.Select(d => d.DateOfBirth).Concat(held.Select(n => n.DateOfBirth)).OfType<DateOnly>().Distinct().ToList();
            var best = held
                .Select(n => (Name: n, Score: SearchScore.Of(query, new([NameForm.Of(n.Last, $"{n.First} {n.Middle}")], born, said.FirstOrDefault()?.Sex?.Code))))
                .OrderByDescending(s => s.Score.Value).ThenByDescending(s => s.Name is { Type: NameType.Current } && s.Name.PersonId == records[0])
                .ThenBy(s => s.Name.Last, StringComparer.Ordinal)
                .FirstOrDefault();
            return best.Name is null ? (new SearchScore(0, []), null)
                : (best.Score, best.Name.Type is NameType.Current && best.Name.PersonId == records[0] ? null : best.Name.First is null ? best.Name.Last : $"{best.Name.Last}, {best.Name.First}");
        });
    }

    private async Task<List<Row>> RowsAsync(List<PersonId> people, IReadOnlyList<string> matched, Actor actor, bool withRestricted, CancellationToken stop)
    {
        if (people.Count == 0)
        {
            return [];
        }

        var now = clock.GetUtcNow();
        var reached = (await access.People(actor, Verb.ReadRecord).Where(p => people.Contains(p)).ToListAsync(stop)).ToHashSet();
        var limits = withRestricted ? await LimitsAsync(people, actor, now.LondonDate, stop) : [];
        var loaded = await histories.LoadAsync(people, stop);
        return [.. people.Where(loaded.ContainsKey).Select(p => Of(loaded[p].At(now.LondonDate, now), reached.Contains(p), limits.GetValueOrDefault(p), matched))];
    }

    /// <summary>Whom to ask about each person whose record is closed to the actor.</summary>
    private async Task<Dictionary<PersonId, string>> LimitsAsync(IReadOnlyList<PersonId> people, Actor actor, DateOnly today, CancellationToken stop)
    {
        var records = await MergedRecords.OfAsync(db, people, stop);
        var owners = records.Values.SelectMany(r => r.Select(id => (id, Survivor: r[0]))).Distinct().ToDictionary(r => r.id, r => r.Survivor);
        var all = owners.Keys.ToList();
        var restrictions = await db.Restrictions.Current().TrueOn(today).Where(r => all.Contains(r.PersonId)).Select(r => new { r.PersonId, r.AskTeam }).ToListAsync(stop);
        var listings = await db.Listings.Current().TrueOn(today).Where(l => all.Contains(l.PersonId) && l.StaffId == actor.StaffId).Select(l => new { l.PersonId, l.Kind }).ToListAsync(stop);
        var excluded = listings.Where(l => l.Kind is ListingKind.Excluded).Select(l => owners[l.PersonId]).ToHashSet();
        var allowed = listings.Where(l => l.Kind is ListingKind.Allowed).Select(l => l.PersonId).ToHashSet();
        var limits = restrictions.Where(r => !allowed.Contains(r.PersonId) || excluded.Contains(owners[r.PersonId]))
            .GroupBy(r => owners[r.PersonId]).ToDictionary(g => g.Key, g => g.First().AskTeam);
        foreach (var person in excluded)
        {
            limits.TryAdd(person, "the unit that holds the person");
        }

        return limits;
    }

    private static Row Of(CaseFacts facts, bool isReached, string? askTeam, IReadOnlyList<string> matched)
    {
        var (noms, crn) = (facts.NumberOf(IdentifierKind.Noms).Value, facts.NumberOf(IdentifierKind.Crn).Value);
        if (askTeam is not null)
        {
            return new Row(facts.PersonId, facts.Address, $"Restricted – ask {askTeam}", "") { PrisonNumber = noms, Crn = crn, IsRestricted = true };
        }

        var name = facts.Name.Value;
        var row = new Row(facts.PersonId, facts.Address, name is null ? "Name not recorded" : name.First is null ? name.Last : $"{name.Last}, {name.First}", facts.WhereWords)
        {
            PrisonNumber = noms,
            Crn = crn,
            Pnc = facts.NumberOf(IdentifierKind.Pnc).Value,
            IsLive = facts.Case is { ValidTo: null },
            Matched = matched,
        };
        return !isReached ? row : row with
        {
            IsReached = true,
            BornOn = facts.DateOfBirth.HasValue ? facts.DateOfBirth.Value : null,
            AgeYears = facts.AgeYears.HasValue ? facts.AgeYears.Value : null,
            Worker = (facts.RulePlace is { HasValue: true, Value: RulePlace.Custody } ? facts.Pom.Value ?? facts.Com.Value : facts.Com.Value ?? facts.Pom.Value)?.Name,
            Rosh = facts.RoshCommunity.HasValue ? facts.RoshCommunity.Value : null,
        };
    }

    private static Answer.List Paged(List<Row> rows, Request request, bool isMore)
    {
        var (number, size) = PageOf(request, rows.Count);
        return new Answer.List([.. rows.Skip((number - 1) * size).Take(size)], rows.Count, number, size, isMore);
    }

    private static (int Number, int Size) PageOf(Request request, int total)
    {
        var size = request.PageSize is > 0 and <= SearchCandidates.Most ? request.PageSize : 25;
        return (Math.Clamp(request.PageNumber, 1, Math.Max(1, (total + size - 1) / size)), size);
    }
}
