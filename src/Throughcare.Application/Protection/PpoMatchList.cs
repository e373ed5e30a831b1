using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Protection;

/// <summary>Rows of the list of priority offenders that wait for somebody to say who is meant, as far as the reader may see them.</summary>
public sealed class PpoMatchList(ThroughcareDb db, AccessPolicy access, FindPerson find, TimeProvider clock)
{
    public const int PageSize = 25;

    /// <param name="Total">On all pages.</param>
    public sealed record Page(IReadOnlyList<Row> Rows, int Total);

    /// <param name="People">Those who may be meant: "Zabrake, Ada".</param>
    /// <param name="DaysOld">Whole days since the list first named it.</param>
    public sealed record Row(PpoListing Listing, IReadOnlyList<string> People, IReadOnlyList<string> Because, int DaysOld);

    /// <param name="Candidates">Those who may be meant; for a link to be confirmed the one who is linked.</param>
    public sealed record Item(PpoListing Listing, IReadOnlyList<Candidate> Candidates);

    /// <param name="Because">The rule that found the person, in words.</param>
    /// <param name="Numbers">PNC and CRO numbers, as they are compared.</param>
    public sealed record Candidate(FindPerson.Found Person, string Because, DateOnly? BornOn, IReadOnlyList<string> OtherNames, IReadOnlyList<(IdentifierKind Kind, string Number)> Numbers);

    /// <param name="pageNumber">From 1.</param>
    public async Task<Page> OfAsync(int pageNumber, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var today = clock.GetUtcNow().LondonDate;
        var waiting = Waiting(actor, today);
        var total = await waiting.CountAsync(stop);
        var rows = await waiting.OrderBy(l => l.FirstListedOn).ThenBy(l => l.ForceCode).ThenBy(l => l.ListRef)
            .Skip((Math.Max(1, pageNumber) - 1) * PageSize).Take(PageSize).ToListAsync(stop);
        var meant = await MeantAsync(rows, stop);
        var names = await Record.PeopleNames.OfAsync(db, [.. meant.SelectMany(m => m).Select(m => m.PersonId).Distinct()], stop);
        return new(
            [.. rows.Select(row => new Row(
                row, [.. meant[row.Key].Select(m => names[m.PersonId].LastCommaFirst)], [.. meant[row.Key].Select(m => m.Because).Distinct()],
                today.DayNumber - row.FirstListedOn.DayNumber))],
            total);
    }

    /// <summary>One row with those who may be meant; <see langword="null"/> where it does not wait, or the reader may not see it.</summary>
    public async Task<Item?> OneAsync(string force, string reference, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        if (await Waiting(actor, null).SingleOrDefaultAsync(l => l.ForceCode == force && l.ListRef == reference, stop) is not { } row)
        {
            return null;
        }

        List<Candidate> candidates = [];
        foreach (var (person, because) in (await MeantAsync([row], stop))[row.Key])
        {
            if (await find.DoAsync(new PersonKey.ById(person), stop) is { } found)
            {
                candidates.Add(await CandidateAsync(found, because, stop));
            }
        }

        return new(row, candidates);
    }

    /// <summary>How many wait for the reader; none for a role that does not decide.</summary>
    public async Task<int> CountAsync(Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Has(Verb.DecideMatch) ? await Waiting(actor, clock.GetUtcNow().LondonDate).CountUpToAsync(stop) : 0;
    }

    /// <summary>Those all of whose candidates the reader works with; covert ones for those who read restricted entries.</summary>
    /// <param name="today">Those that are put off until after it are left out; <see langword="null"/> for all.</param>
    private IQueryable<PpoListing> Waiting(Actor actor, DateOnly? today)
    {
        var people = access.People(actor, Verb.DecideMatch);
        var mayReadCovert = Permissions.Has(actor.ReadsAs, Verb.ReadRestricted);
        var open = db.PpoCandidates.Where(c => !c.IsRefused);
        var due = open.Where(c => today == null || c.DeferredUntil == null || c.DeferredUntil <= today);
        var later = open.Where(c => today != null && c.DeferredUntil > today);
        return db.PpoListings.Where(l => l.Status != PpoStatus.Removed && (mayReadCovert || !l.IsCovert)
            && (((l.Match == PpoMatchState.Possible || l.Match == PpoMatchState.Ambiguous)
                    && due.Any(c => c.ForceCode == l.ForceCode && c.ListRef == l.ListRef)
                    && !open.Any(c => c.ForceCode == l.ForceCode && c.ListRef == l.ListRef && !people.Contains(c.PersonId)))
                || (l.Match == PpoMatchState.Probable && l.PersonId != null && people.Contains(l.PersonId.Value)
                    && !later.Any(c => c.ForceCode == l.ForceCode && c.ListRef == l.ListRef))));
    }

    private async Task<ILookup<string, (PersonId PersonId, string Because)>> MeantAsync(List<PpoListing> rows, CancellationToken stop)
    {
        var references = rows.Select(r => r.ListRef).ToArray();
        var candidates = (await db.PpoCandidates.Where(c => !c.IsRefused && references.Contains(c.ListRef)).ToListAsync(stop)).ToLookup(c => PpoListing.KeyOf(c.ForceCode, c.ListRef));
        return rows
            .SelectMany(r => r is { Match: PpoMatchState.Probable, PersonId: { } linked }
                ? [(r.Key, linked, PpoMatching.SameNameAndBirth)]
                : candidates[r.Key].OrderBy(c => c.PersonId.Value).Select(c => (r.Key, c.PersonId, c.Because)))
            .ToLookup(m => m.Item1, m => (m.Item2, m.Item3));
    }

    private async Task<Candidate> CandidateAsync(FindPerson.Found found, string because, CancellationToken stop)
    {
        var records = await Record.MergedRecords.OfAsync(db, found.Id, stop);
        var born = await db.Details.Current().Where(d => records.Contains(d.PersonId) && d.DateOfBirth != null)
            .OrderByDescending(d => d.PersonId == found.Id).ThenByDescending(d => d.ValidFrom).Select(d => d.DateOfBirth).FirstOrDefaultAsync(stop);
        var others = await db.Names.Current().Where(n => records.Contains(n.PersonId) && n.Type != NameType.Current).OrderBy(n => n.Last).ToListAsync(stop);
        var numbers = await db.Identifiers.Current().Where(i => records.Contains(i.PersonId) && (i.Kind == IdentifierKind.Pnc || i.Kind == IdentifierKind.Cro)).ToListAsync(stop);
        return new(
            found, because, born, [.. others.Select(n => n.First is null ? n.Last : $"{n.Last}, {n.First}").Distinct()],
            [.. numbers.OrderBy(n => n.Kind).Select(n => (n.Kind, n.Canonical))]);
    }
}
