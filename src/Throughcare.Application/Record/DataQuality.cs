using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Matching;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>How good what comes from each source is, and what of it somebody has to look at.</summary>
public sealed class DataQuality(ThroughcareDb db, AccessPolicy access, TimeProvider clock)
{
    public const int PageSize = 25;

    /// <summary>One source, nation-wide.</summary>
    /// <param name="LastRunOn">The day of the last file that was applied.</param>
    /// <param name="AgeDays">Days since then.</param>
    /// <param name="ErrorRate">Rejected rows of it, between 0 and 1; <see langword="null"/> for a file without rows.</param>
    /// <param name="Queued">Pairs that its runs raised and nobody has decided.</param>
    /// <param name="Unlinked">People whom it names and no other source does.</param>
    public sealed record Source(string Name, FactId RunId, DateOnly? LastRunOn, int? AgeDays, double? ErrorRate, int Queued, int Unlinked);

    /// <param name="Mine">Tasks of the reader's own place alone.</param>
    public sealed record Request(DataQualityKind? Kind = null, bool Mine = false, int PageNumber = 1);

    public sealed record Row(FactId Id, int Version, PersonId PersonId, string Address, string LastCommaFirst, DataQualityKind Kind, string Field, string? Here, string? There, PlaceCode Owner, DateOnly Since);

    public sealed record Page(IReadOnlyList<Row> Rows, int Total);

    public async Task<IReadOnlyList<Source>> SourcesAsync(CancellationToken stop)
    {
        var today = clock.GetUtcNow().LondonDate;
        var names = await db.ImportRuns.Select(r => r.Source).Distinct().OrderBy(s => s).ToListAsync(stop);
        List<Source> sources = [];
        foreach (var name in names)
        {
            var run = await db.ImportRuns.Where(r => r.Source == name && (r.Status == ImportStatus.Completed || r.Status == ImportStatus.CompletedWithErrors))
                .OrderByDescending(r => r.StartedAt).FirstOrDefaultAsync(stop);
            var runs = db.ImportRuns.Where(r => r.Source == name).Select(r => (FactId?)r.Id);
            var queued = await db.MatchItems.CountAsync(m => (m.Status == MatchStatus.Open || m.Status == MatchStatus.Deferred) && runs.Contains(m.RunId), stop);
            var unlinked = await db.SourceRows.Where(r => r.Source == name && !r.Left)
                .CountAsync(r => !db.SourceRows.Any(o => o.PersonId == r.PersonId && o.Source != name)
                    && !db.People.Any(p => (p.Id == r.PersonId && p.SurvivorId != null) || p.SurvivorId == r.PersonId), stop);
            var on = run?.SourceDate ?? run?.StartedAt.LondonDate;
            sources.Add(new(
                name, run?.Id ?? default, on, on is { } day ? today.DayNumber - day.DayNumber : null,
                run is { Rows: > 0 } ? (double)run.Errors / run.Rows : null, queued, unlinked));
        }

        return sources;
    }

    /// <summary>What nobody has settled yet, of people whom the reader may read; the oldest first.</summary>
    public async Task<Page> OfAsync(Request request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        var items = await WaitingAsync(actor, request.Mine ? actor.Place : null, stop);
        items = request.Kind is { } kind ? items.Where(i => i.Kind == kind) : items;
        var total = await items.CountAsync(stop);
        var rows = await items.OrderBy(i => i.ValidFrom).ThenBy(i => i.Id).Skip((Math.Max(1, request.PageNumber) - 1) * PageSize).Take(PageSize).ToListAsync(stop);
        var records = await MergedRecords.OfAsync(db, [.. rows.Select(r => r.PersonId).Distinct()], stop);
        var names = await PeopleNames.OfAsync(db, [.. records.Values.Select(r => r[0]).Distinct()], stop);
        return new([.. rows.Select(i => Of(i, records.TryGetValue(i.PersonId, out var of) ? of[0] : i.PersonId))], total);

        Row Of(DataQualityItem i, PersonId person) => new(
            i.Id, i.Version, person, names[person].Address, names[person].LastCommaFirst, i.Kind, i.Field, i.Here, i.There, i.Owner, i.ValidFrom);
    }

    /// <summary>One task of a person's record; <see langword="null"/> where there is none such.</summary>
    public async Task<DataQualityItem?> OneAsync(PersonId person, FactId id, CancellationToken stop)
    {
        var records = await MergedRecords.OfAsync(db, person, stop);
        return await db.DataQuality.Current().SingleOrDefaultAsync(i => i.Id == id && records.Contains(i.PersonId), stop);
    }

    /// <summary>How many are the task of the reader's own place, up to <see cref="Counting.Most"/> and one.</summary>
    public async Task<int> CountAsync(Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return await (await WaitingAsync(actor, actor.Place, stop)).CountUpToAsync(stop);
    }

    /// <summary>Items of those whom the reader works with, and of the records that became part of theirs.</summary>
    /// <param name="owner">Those alone that are the task of a place; of all places unless said.</param>
    private async Task<IQueryable<DataQualityItem>> WaitingAsync(Actor actor, PlaceCode? owner, CancellationToken stop)
    {
        var people = access.People(actor, actor.Has(Verb.DecideMatch) ? Verb.DecideMatch : Verb.MergePeople);
        var open = db.DataQuality.Current().Where(i => i.Settled == null);
        open = owner is { } place ? open.Where(i => i.Owner == place) : open;
        var theirs = await MergedRecords.AbsorbedAsync(db, people, open.Select(i => i.PersonId), stop);
        return open.Where(i => people.Contains(i.PersonId) || theirs.Contains(i.PersonId));
    }
}
