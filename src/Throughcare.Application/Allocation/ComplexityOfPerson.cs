using Throughcare.Application.Facts;
using Throughcare.Application.Record;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>The complexity of need of a person in the women's estate, and how it changed.</summary>
public sealed class ComplexityOfPerson(ThroughcareDb db, CaseHistories histories, TimeProvider clock)
{
    /// <param name="Now"><see langword="null"/> where none is in force.</param>
    /// <param name="Earlier">The latest first.</param>
    /// <param name="IsForMen">A man's record: it is not recorded there.</param>
    public sealed record Page(Level? Now, IReadOnlyList<Level> Earlier, bool IsForMen);

    /// <param name="To"><see langword="null"/> while it is in force.</param>
    public sealed record Level(ComplexityOfNeed Value, DateOnly From, DateOnly? To, string? Reason, string By, int Version);

    /// <returns><see langword="null"/> for somebody who is not on record.</returns>
    public async Task<Page?> OfAsync(PersonId person, CancellationToken stop)
    {
        if (await histories.LoadAsync(person, stop) is not { } history)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var facts = history.At(now.LondonDate, now);
        var levels = history.Complexities.Where(c => c.ReplacedAt is null && !c.Withdrawn).OrderByDescending(c => c.ValidFrom).ToList();
        var names = await StaffNames.OfAsync(db, levels.Select(c => c.Recorded.By), stop);
        var all = levels.ConvertAll(c => new Level(c.Level, c.ValidFrom, c.ValidTo, c.Reason, names[c.Recorded.By], c.Version));
        var running = all.Find(level => level.To is null);
        return new(running, [.. all.Where(level => level != running)], facts.Sex is { HasValue: true, Value: Sex.Male });
    }
}
