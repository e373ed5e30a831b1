using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Something of which two sources say different things, and nobody has settled it.</summary>
/// <param name="Here">The value in force and its source, in words.</param>
/// <param name="There">What the other source says, in words.</param>
public sealed record OpenDisagreement(FactId Id, string? Here, string? There);

internal static class OpenDisagreements
{
    /// <summary>By field, for the fields asked about; the latest where a merged record brought another.</summary>
    public static async Task<IReadOnlyDictionary<string, OpenDisagreement>> OfAsync(ThroughcareDb db, List<PersonId> records, string[] fields, CancellationToken stop) =>
        (await db.DataQuality.Current()
            .Where(i => records.Contains(i.PersonId) && i.Kind == DataQualityKind.SourceDisagreement && i.Settled == null && fields.Contains(i.Field))
            .OrderBy(i => i.ValidFrom).ToListAsync(stop))
            .GroupBy(i => i.Field).ToDictionary(g => g.Key, g => g.Select(i => new OpenDisagreement(i.Id, i.Here, i.There)).Last());
}
