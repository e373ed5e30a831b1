using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Who might be meant by the words of a search: at most 500, fetched by index in a fixed order, the same on both databases.</summary>
internal static class SearchCandidates
{
    public const int Most = 500;

    /// <param name="People">Records, not yet scored.</param>
    /// <param name="IsMore">More than are given matched.</param>
    public sealed record Found(IReadOnlyList<PersonId> People, bool IsMore);

    /// <summary>People found by equal tokens, then by beginnings, then by sound, then by synonyms; within each by id.</summary>
    public static async Task<Found> OfAsync(ThroughcareDb db, NameLookups lookups, IReadOnlyList<SearchWord> words, CancellationToken stop)
    {
        List<PersonId> found = [];
        HashSet<PersonId> seen = [];

        // more words narrow: people who have all of them come before people who have one
        foreach (var word in words.Count > 1 ? new[] { words } : [])
        {
            await AddAsync(All(db, word));
        }

        await AddAsync(Equal(db, NameKeyKind.Token, lookups.Exact));
        foreach (var beginning in lookups.Beginnings)
        {
            await AddAsync(Beginning(db, beginning));
        }

        await AddAsync(Equal(db, NameKeyKind.Sound, lookups.Sounds));
        await AddAsync(Equal(db, NameKeyKind.Token, lookups.Synonyms));
        return new Found([.. found.Take(Most)], found.Count > Most);

        async Task AddAsync(IQueryable<PersonId>? people)
        {
            if (people is not null && found.Count <= Most)
            {
                found.AddRange((await people.Distinct().OrderBy(p => p).Take(Most + 1).ToListAsync(stop)).Where(seen.Add));
            }
        }
    }

    private static IQueryable<PersonId>? Equal(ThroughcareDb db, NameKeyKind kind, IReadOnlyList<string> keys) =>
        keys.Count == 0 ? null : db.NameKeys.Where(k => k.Kind == kind && keys.Contains(k.Key)).Select(k => k.PersonId);

    /// <summary>Keys are compared byte by byte, so all that begin alike stand together in the index.</summary>
    private static IQueryable<PersonId> Beginning(ThroughcareDb db, string beginning)
    {
        var after = After(beginning);
        return db.NameKeys.Where(k => k.Kind == NameKeyKind.Token && k.Key.CompareTo(beginning) >= 0 && k.Key.CompareTo(after) < 0).Select(k => k.PersonId);
    }

    private static IQueryable<PersonId> All(ThroughcareDb db, IReadOnlyList<SearchWord> words)
    {
        IQueryable<PersonId>? people = null;
        foreach (var word in words)
        {
            var one = word.IsBeginning ? Beginning(db, word.Text) : db.NameKeys.Where(k => k.Kind == NameKeyKind.Token && k.Key == word.Text).Select(k => k.PersonId);
            people = people is null ? one : people.Where(p => one.Contains(p));
        }

        return people!;
    }

    /// <summary>The least text that is greater than every text that begins so.</summary>
    private static string After(string beginning) => beginning[..^1] + (char)(beginning[^1] + 1);
}
