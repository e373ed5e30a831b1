using System.Text;
using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>What was written to a record, by whom, when and why: the chain of its events, newest first, 25 a page.</summary>
public sealed class RecordAudit(ThroughcareDb db)
{
    public const int PageSize = 25;

    /// <param name="IsWhole">Every link of the page follows from the one before it and none was changed.</param>
    public sealed record Page(IReadOnlyList<Line> Lines, int Total, bool IsWhole);

    /// <param name="Words">"Contact recorded".</param>
    /// <param name="Record">Which record it was written to: a merged person has several.</param>
    public sealed record Line(long Seq, DateTimeOffset At, string Words, string By, string RoleName, PlaceCode Place, string? Reason, PersonId Record);

    /// <param name="page">From 1.</param>
    public async Task<Page> OfAsync(PersonId person, int page, CancellationToken stop)
    {
        var records = await MergedRecords.OfAsync(db, person, stop);
        var events = db.RecordEvents.Where(e => records.Contains(e.PersonId));
        var total = await events.CountAsync(stop);

        // one more than is shown, so that the oldest of the page can be checked against the one before it
        var rows = await events.OrderByDescending(e => e.At).ThenByDescending(e => e.Position)
            .Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize + 1).ToListAsync(stop);
        var names = await StaffNames.OfAsync(db, rows.Select(r => r.Actor), stop);
        return new Page([.. rows.Take(PageSize).Select(row => Of(row, names))], total, IsWhole(rows));
    }

    /// <summary>"Key date corrected" of <c>KeyDateCorrected</c>.</summary>
    public static string InWords(string kind)
    {
        StringBuilder words = new();
        foreach (var c in kind)
        {
            words.Append(words.Length > 0 && char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}");
        }

        return words.ToString();
    }

    private static bool IsWhole(List<RecordEventRow> rows) => rows.GroupBy(row => row.PersonId).All(chain =>
    {
        var links = chain.OrderBy(row => row.Seq).ToList();
        return links.Zip(links.Skip(1)).All(pair => RecordChain.Fault(pair.First, pair.Second) is null)
            && (links[0].Seq != 1 || RecordChain.Fault(null, links[0]) is null);
    });

    private static Line Of(RecordEventRow row, StaffNames names) =>
        new(row.Seq, row.At, InWords(row.Kind), names[row.Actor], Roles.Of(row.Role).Name, row.Place, row.Reason, row.PersonId);
}
