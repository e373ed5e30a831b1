using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Who saved a version, and when, for a page that shows two versions of one thing.</summary>
public sealed class WhoSaved(ThroughcareDb db)
{
    /// <param name="By">The member of staff, or what they are called that is no person: "the prison file".</param>
    public sealed record Saving(string By, DateTimeOffset At);

    public async Task<Saving> OfAsync(FactVersion version, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(version);
        var by = version.Recorded.By;
        return new(
            version.Recorded.Source is SourceSystem.Offloc ? "the prison file" : (await StaffNames.OfAsync(db, [by], stop))[by],
            version.Recorded.At);
    }
}
