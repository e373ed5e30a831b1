using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record;
using Throughcare.Domain.Record;
using Throughcare.Domain.Standards;
using Throughcare.Storage;

namespace Throughcare.Application.Standards;

/// <summary>What should be done for a person, said to the person: their assessment, plan, meetings and handover, and nothing else.</summary>
/// <remarks>Nothing that stands for victims, MAPPA, monitoring or enforcement is among these families. Source: standards.md 14.</remarks>
public sealed class OwnDuties(ThroughcareDb db)
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["initial_oasys"] = "Your assessment should be finished",
        ["oasys_review"] = "Your assessment should be looked at again",
        ["plan_review"] = "Your plan should be looked at again",
        ["plan_review_objective"] = "Your plan should be looked at again, because you reached a goal",
        ["plan_review_transfer"] = "Your plan should be looked at again, because you moved prison",
        ["plan_shared"] = "You should be shown your assessment and plan",
        ["supervisor_monthly"] = "You should meet your POM about your plan",
        ["key_work"] = "You should have time with your key worker",
        ["handover"] = "Your case should be handed over to your community offender manager",
        ["handover_tasks"] = "Your POM should tell your community offender manager about you",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="What">A sentence without its full stop.</param>
    /// <param name="By">The last day on which it is in time.</param>
    public sealed record Duty(string What, DateOnly By, bool IsLate);

    /// <summary>The next of each kind, the earliest first.</summary>
    public async Task<IReadOnlyList<Duty>> OfAsync(PersonId person, DateOnly today, CancellationToken stop)
    {
        var records = await MergedRecords.OfAsync(db, person, stop);
        List<string> families = [.. Words.Keys];
        var open = await db.DueItems
            .Where(i => records.Contains(i.PersonId) && i.ReplacedAt == null && i.State == ItemState.Open && families.Contains(i.Family))
            .GroupBy(i => i.Family).Select(g => new { g.Key, By = g.Min(i => i.EffectiveDueOn) }).ToListAsync(stop);
        return [.. open.OrderBy(i => i.By).ThenBy(i => i.Key, StringComparer.Ordinal).Select(i => new Duty(Words[i.Key], i.By, i.By < today))];
    }
}
