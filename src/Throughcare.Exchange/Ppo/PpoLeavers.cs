using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Protection;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Exchange.Csv;
using Throughcare.Exchange.Record;
using Throughcare.Storage;

namespace Throughcare.Exchange.Ppo;

/// <summary>Those whom an area's list no longer names are off it, unless the list is so short that it is more likely broken.</summary>
internal sealed class PpoLeavers(ThroughcareDb db, ImportRun run, ImportTools tools)
{
    /// <summary>A list with less than this share of the area's nominations takes nobody off.</summary>
    public const int LeastPercent = 80;

    public const string TooShort = "PPO-603";

    /// <returns>How many were taken off; 0 when all are done.</returns>
    public async Task<int> SomeAsync(int most, CancellationToken stop)
    {
        var day = run.SourceDate!.Value;
        var seen = await db.SourceRows.Where(r => r.Source == run.Source && r.LastSeenOn == day).Select(r => r.Key).ToListAsync(stop);
        var listed = seen.ToHashSet(StringComparer.Ordinal);
        var forces = seen.Select(k => k[..k.IndexOf('/', StringComparison.Ordinal)]).Distinct().ToHashSet(StringComparer.Ordinal);
        List<PpoListing> gone = [];
        foreach (var area in forces.Select(f => PoliceAreas.OfForce(f)!.Code).Distinct().Order(StringComparer.Ordinal))
        {
            gone.AddRange(await GoneAsync(area, listed, day, stop));
        }

        var some = gone.Take(most).ToList();
        await RemoveAsync(some, day, stop);
        run.Missing += some.Count;
        return some.Count;
    }

    private async Task<List<PpoListing>> GoneAsync(string area, HashSet<string> listed, DateOnly day, CancellationToken stop)
    {
        var all = await db.PpoListings.Where(l => l.Area == area).ToListAsync(stop);
        var held = all.Count(l => listed.Contains(l.Key));
        var before = all.Count(l => l.FirstListedOn < day && (l.Status != PpoStatus.Removed || l.RemovedOn >= day));
        var gone = all.FindAll(l => l.Status is not PpoStatus.Removed && !listed.Contains(l.Key));
        if (held * 100L >= before * (long)LeastPercent || gone.Count == 0)
        {
            return gone;
        }

        var name = PoliceAreas.OfForce(area)!.Name;
        if (!await db.ImportErrors.AnyAsync(e => e.RunId == run.Id && e.Code == TooShort && e.Value == name, stop))
        {
            await db.AddErrorsAsync(run, [new(0, null, new("force_code", name, TooShort,
                $"The list holds {held} rows of {name}, which has {before}: less than {LeastPercent}%, so nobody was taken off. Ask the area for the whole list", ImportSeverity.Warning))], stop);
        }

        return [];
    }

    private async Task RemoveAsync(List<PpoListing> gone, DateOnly day, CancellationToken stop)
    {
        var heads = await new BulkRecorder(db).LockAsync([.. gone.Select(l => l.PersonId).OfType<PersonId>().Distinct()], stop);
        var entry = new Entry(tools.Clock.GetUtcNow().ToMicrosecond(), StaffId.System, Role.System, PlaceCode.Nation, PpoKind.ImportUseCase, SourceSystem.PpoList);
        var writes = new PersonWrites(run.Source, day);
        List<(PpoListing Was, PpoListing Now)> removed = gone.ConvertAll(was => (was, was with { Status = PpoStatus.Removed, RemovedOn = day }));
        foreach (var (person, what, write) in await PpoRecording.WritesAsync(db, removed.ConvertAll(r => r.Now), day, entry, () => new(tools.Ids.Next()), stop))
        {
            writes.Put(person, what, write);
        }

        foreach (var (was, now) in removed)
        {
            await db.PutAsync(was, now, null, stop);
        }

        await db.Dialect.UpdateAsync(
            db, "source_rows", ["hash"], ["source", "\"key\""], [.. gone.Select(l => new object?[] { new byte[32], run.Source, l.Key })], stop);   // named again, it is news
        await writes.WriteAsync(db, heads, entry, stop);
    }
}
