using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record;
using Throughcare.Domain.Record;
using Throughcare.Domain.Sentences;
using Throughcare.Storage;

namespace Throughcare.Application.Sentences;

/// <summary>The day on which a source last gave the dates of a person.</summary>
/// <remarks>A prison list that says again what the record has writes no version, so the dates are as old as the last list that
/// named the person, not as the version.</remarks>
internal static class LatestList
{
    /// <param name="dates">As they stand; <see langword="null"/> where none are recorded.</param>
    /// <returns><see langword="null"/> without dates.</returns>
    public static async Task<DateOnly?> OfAsync(ThroughcareDb db, PersonId person, KeyDates? dates, CancellationToken stop)
    {
        if (dates is not { Recorded.Source: SourceSystem.Offloc })
        {
            return dates?.AsOf;
        }

        var records = await MergedRecords.OfAsync(db, person, stop);
        var named = await db.SourceRows.Where(r => r.Source == ImportSource.Offloc && r.PersonId != null && records.Contains(r.PersonId.Value)).Select(r => (DateOnly?)r.LastSeenOn).MaxAsync(stop);
        return named > dates.AsOf ? named : dates.AsOf;
    }
}
