using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>By what POMs are recommended, and what was decided about it.</summary>
public sealed class RecommendationStrategies(ThroughcareDb db, TimeProvider clock)
{
    /// <param name="IsInForce">It is what counts today.</param>
    /// <param name="IsOvertaken">Another decision for the same day came later.</param>
    public sealed record Row(DateOnly From, RecommendationStrategy Strategy, DateTimeOffset At, string By, string? Reason, bool IsInForce, bool IsOvertaken);

    /// <param name="Rows">The latest day first.</param>
    public sealed record Page(RecommendationStrategy InForce, IReadOnlyList<Row> Rows);

    public async Task<Page> OfAsync(CancellationToken stop)
    {
        var today = clock.GetUtcNow().LondonDate;
        var settings = await db.RecommendationSettings.ToListAsync(stop);
        var names = await StaffNames.OfAsync(db, settings.Select(s => s.RecordedBy), stop);
        var inForce = settings.Where(s => s.From <= today).MaxBy(s => (s.From, s.RecordedAt));
        return new(
            RecommendationSetting.InForce(settings, today),
            [
                .. settings.OrderByDescending(s => s.From).ThenByDescending(s => s.RecordedAt).Select(s =>
                    new Row(s.From, s.Strategy, s.RecordedAt, names[s.RecordedBy], s.Reason, s == inForce, settings.Any(later => later.From == s.From && later.RecordedAt > s.RecordedAt))),
            ]);
    }
}
