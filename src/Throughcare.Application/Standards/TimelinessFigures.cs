using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Standards;
using Throughcare.Storage;
using StaffNames = Throughcare.Application.Record.StaffNames;

namespace Throughcare.Application.Standards;

/// <summary>How timely the items were that fell due in a period, told apart by standard, place, manager, month or scope. Counted in the database.</summary>
public sealed class TimelinessFigures(ThroughcareDb db, TimeProvider clock)
{
    /// <summary>Managers of a list: more are left out, with a word.</summary>
    public const int MostLines = 500;

    /// <param name="Key">What a link narrows by: a family, a place, a member of staff, a month such as 202601, or true, false and unknown.</param>
    /// <param name="Words">What pages call it.</param>
    public sealed record Line(string Key, string Words, TimelinessCount Figure);

    /// <param name="InScope">Of cases that were in scope when the clock started; those of which that is not known are in neither.</param>
    public sealed record FamilyLine(string Family, string Words, TimelinessCount All, TimelinessCount InScope, TimelinessCount OutOfScope);

    /// <returns>One line for each that has something to count, in the order of their words; empty for a role that reads no figures.</returns>
    public async Task<IReadOnlyList<Line>> ByAsync(FigureBy by, FigureRequest request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(actor);

        if (FigureScope.Of(actor) is not { } scope)
        {
            return [];
        }

        var rows = FigureItems.Of(db, request, scope, clock.GetUtcNow());
        return by switch
        {
            FigureBy.Family => Lines(
                await rows.GroupBy(r => new { r.Family, r.Part, r.RecordedLate }).Select(g => new Count<string?>(g.Key.Family, g.Key.Part, g.Key.RecordedLate, g.Count())).ToListAsync(stop),
                family => family!, FamilyWords.Of),
            FigureBy.Place when request.ByHolding => Lines(
                await rows.GroupBy(r => new { r.Establishment, r.Part, r.RecordedLate }).Select(g => new Count<PlaceCode?>(g.Key.Establishment, g.Key.Part, g.Key.RecordedLate, g.Count())).ToListAsync(stop),
                place => place?.Text ?? "", place => place is "" ? "Not in prison" : Places.Name(new(place))),
            FigureBy.Place => Lines(
                await rows.GroupBy(r => new { r.Place, r.Part, r.RecordedLate }).Select(g => new Count<PlaceCode?>(g.Key.Place, g.Key.Part, g.Key.RecordedLate, g.Count())).ToListAsync(stop),
                place => place?.Text ?? "", place => place is "" ? "No place recorded" : Places.Name(new(place))),
            FigureBy.Staff => await ByStaffAsync(rows, stop),
            FigureBy.Month => Lines(
                await rows.GroupBy(r => new { r.Month, r.Part, r.RecordedLate }).Select(g => new Count<int>(g.Key.Month, g.Key.Part, g.Key.RecordedLate, g.Count())).ToListAsync(stop),
                month => $"{month}", month => new DateOnly(int.Parse(month[..4], null), int.Parse(month[4..], null), 1).ToString("MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture), byKey: true),
            _ => Lines(
                await rows.GroupBy(r => new { r.InScope, r.Part, r.RecordedLate }).Select(g => new Count<bool?>(g.Key.InScope, g.Key.Part, g.Key.RecordedLate, g.Count())).ToListAsync(stop),
                scope => scope switch { true => "true", false => "false", _ => "unknown" }, scope => scope switch { "true" => "In scope", "false" => "Out of scope", _ => "Scope not known" }),
        };
    }

    /// <summary>By standard, each in scope, out of scope and together.</summary>
    public async Task<IReadOnlyList<FamilyLine>> ByFamilyAndScopeAsync(FigureRequest request, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        if (FigureScope.Of(actor) is not { } scope)
        {
            return [];
        }

        var counts = await FigureItems.Of(db, request, scope, clock.GetUtcNow()).GroupBy(r => new { r.Family, r.InScope, r.Part, r.RecordedLate })
            .Select(g => new { g.Key.Family, g.Key.InScope, g.Key.Part, g.Key.RecordedLate, Items = g.Count() }).ToListAsync(stop);
        return [.. counts.GroupBy(c => c.Family, c => (c.InScope, Figure: TimelinessCount.OfPart((FigurePart)c.Part, c.Items, c.RecordedLate ? c.Items : 0)))
            .Select(family => new FamilyLine(
                family.Key, FamilyWords.Of(family.Key), TimelinessCount.Sum(family.Select(c => c.Figure)),
                TimelinessCount.Sum(family.Where(c => c.InScope == true).Select(c => c.Figure)), TimelinessCount.Sum(family.Where(c => c.InScope == false).Select(c => c.Figure))))
            .OrderBy(line => line.Words, StringComparer.Ordinal)];
    }

    private async Task<IReadOnlyList<Line>> ByStaffAsync(IQueryable<FigureRow> rows, CancellationToken stop)
    {
        var counts = await rows.GroupBy(r => new { r.Staff, r.Part, r.RecordedLate }).Select(g => new Count<StaffId?>(g.Key.Staff, g.Key.Part, g.Key.RecordedLate, g.Count())).ToListAsync(stop);
        var names = await StaffNames.OfAsync(db, counts.Where(c => c.Of is not null).Select(c => c.Of!.Value).Distinct().Take(MostLines), stop);
        return [.. Lines(counts, staff => staff?.ToString() ?? "", key => key is "" ? "Nobody allocated" : names[new(Guid.Parse(key))]).Take(MostLines)];
    }

    private static IReadOnlyList<Line> Lines<T>(IEnumerable<Count<T>> counts, Func<T, string> key, Func<string, string> words, bool byKey = false)
    {
        var lines = counts.GroupBy(c => key(c.Of)).Select(same => new Line(same.Key, words(same.Key), TimelinessCount.Sum(same.Select(c => c.Figure)))).Where(line => line.Figure.Of > 0 || line.Figure.Exempt > 0);
        return [.. byKey ? lines.OrderBy(line => line.Key, StringComparer.Ordinal) : lines.OrderBy(line => line.Words, StringComparer.Ordinal)];
    }

    private sealed record Count<T>(T Of, int Part, bool RecordedLate, int Items)
    {
        public TimelinessCount Figure => TimelinessCount.OfPart((FigurePart)Part, Items, RecordedLate ? Items : 0);
    }
}
