using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Who made an entry of the timeline.</summary>
public enum AuthorService
{
    /// <summary>Somebody who worked in a prison then.</summary>
    Prison,

    /// <summary>Somebody who worked in probation then.</summary>
    Probation,

    /// <summary>A source, such as the prison's nightly file, or Throughcare itself.</summary>
    Automatic,
}

/// <summary>Finds the lines of a record's timeline that one service made. Asked only where a reader narrows the list so.</summary>
internal static class TimelineAuthors
{
    public static async Task<List<FactId>> LinesOfAsync(ThroughcareDb db, List<PersonId> records, AuthorService service, CancellationToken stop)
    {
        HashSet<(FactId, DateTimeOffset)> theirs =
        [
            .. await OfAsync(db.Contacts), .. await OfAsync(db.Movements), .. await OfAsync(db.Alerts), .. await OfAsync(db.Sentences), .. await OfAsync(db.KeyDates),
            .. await OfAsync(db.CustodyStatuses), .. await OfAsync(db.Locations), .. await OfAsync(db.Managers), .. await OfAsync(db.Restrictions), .. await OfAsync(db.Cases),
            .. await OfAsync(db.Documents), .. await OfAsync(db.RiskScorings),
            .. await OfAsync(db.ResponsibilityOverrides), .. await OfAsync(db.EarlyAllocations), .. await OfAsync(db.ComplexityRecords), .. await OfAsync(db.TierChoices),
            .. await OfAsync(db.ScopeExtensions),
        ];
        var lines = await db.Timeline.Where(t => records.Contains(t.PersonId)).Select(t => new { t.Id, t.EntryId, t.RecordedAt }).ToListAsync(stop);
        return [.. lines.Where(line => theirs.Contains((line.EntryId, line.RecordedAt))).Select(line => line.Id)];

        async Task<IEnumerable<(FactId, DateTimeOffset)>> OfAsync<T>(IQueryable<T> facts)
            where T : FactVersion =>
            (await facts.Where(f => records.Contains(f.PersonId)).Select(f => new { f.Id, f.Recorded.At, f.Recorded.Role, f.Recorded.Place, f.Recorded.Source }).ToListAsync(stop))
                .Where(f => ServiceOf(f.Role, f.Place, f.Source) == service).Select(f => (f.Id, f.At));
    }

    /// <returns><see langword="null"/> for somebody who works for the nation, in neither service's place.</returns>
    private static AuthorService? ServiceOf(Role role, PlaceCode place, SourceSystem source) =>
        SourceWords.Of(source) is not null || role is Role.System ? AuthorService.Automatic
        : Establishments.Find(place.Text) is not null ? AuthorService.Prison
        : place == PlaceCode.Nation ? null
        : AuthorService.Probation;
}
