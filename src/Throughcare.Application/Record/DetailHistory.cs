using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>What one of the details of a person was: each value, from when to when the record said it, who recorded it and why.</summary>
public sealed class DetailHistory(ThroughcareDb db)
{
    public const int PageSize = 25;

    /// <param name="Lines">The latest first.</param>
    /// <param name="Total">Lines on all pages.</param>
    public sealed record Page(IReadOnlyList<Line> Lines, int Total);

    /// <param name="Value">In words; <see langword="null"/> where nothing was recorded.</param>
    /// <param name="From">When the record came to say so.</param>
    /// <param name="Until">When the next value took over; <see langword="null"/> for the one that stands.</param>
    /// <param name="Source">"Prison file" or "Entered here".</param>
    public sealed record Line(string? Value, DateTimeOffset From, DateTimeOffset? Until, string By, string Source, string? Reason);

    /// <param name="page">From 1.</param>
    public async Task<Page> OfAsync(PersonId person, DetailKind kind, int page, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var versions = await db.Details.Where(d => d.PersonId == person).ToListAsync(stop);
        var values = Values(kind, versions);
        var shown = values.AsEnumerable().Reverse().Skip((Math.Max(page, 1) - 1) * PageSize).Take(PageSize).ToList();
        var names = await StaffNames.OfAsync(db, shown.Select(value => value.Since.Recorded.By), stop);
        return new([.. shown.Select(value => Of(kind, value.Since, value.Until, names))], values.Count);
    }

    /// <summary>Each value in turn, the oldest first: the version that first gave it, and when another took its place.</summary>
    /// <remarks>That it was not recorded at first says nothing and is left out.</remarks>
    internal static List<(PersonDetails Since, DateTimeOffset? Until)> Values(DetailKind kind, IEnumerable<PersonDetails> versions)
    {
        List<(PersonDetails Since, DateTimeOffset? Until)> values = [];
        foreach (var version in versions.Where(version => !version.Withdrawn).OrderBy(version => version.Recorded.At).ThenBy(version => version.Version))
        {
            if (values is [.., var last])
            {
                if (kind.Of(last.Since) == kind.Of(version))
                {
                    continue;
                }

                values[^1] = last with { Until = version.Recorded.At };
            }
            else if (kind.Of(version) is null)
            {
                continue;
            }

            values.Add((version, null));
        }

        return values;
    }

    private static Line Of(DetailKind kind, PersonDetails since, DateTimeOffset? until, StaffNames names)
    {
        var isFile = since.Recorded.Source is SourceSystem.Offloc;
        return new(
            kind.Words(since), since.Recorded.At, until, isFile ? "Throughcare" : names[since.Recorded.By],
            isFile ? $"Prison file, {Words.LongDate(since.Recorded.At.LondonDate)}" : "Entered here", since.Recorded.Reason);
    }
}
