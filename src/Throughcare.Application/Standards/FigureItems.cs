using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Storage;

namespace Throughcare.Application.Standards;

/// <summary>The items that a figure counts, as a query: the figures and the list of people behind them read the same.</summary>
internal static class FigureItems
{
    /// <param name="scope">Of which places.</param>
    /// <param name="now">The instant of asking.</param>
    /// <returns>Rows with how each counts, of which those that count nowhere are left out.</returns>
    public static IQueryable<FigureRow> Of(ThroughcareDb db, FigureRequest request, FigureScope scope, DateTimeOffset now)
    {
        var day = request.AsAt ?? now.LondonDate;
        var isNational = scope.IsNational && request is { Place: null, Staff: null };
        var items = Standing(db, request, now).Where(i => i.EffectiveDueOn >= request.From && i.EffectiveDueOn <= request.To);
        if (request.Family is { } family)
        {
            items = items.Where(i => i.Family == family);
        }
        else if (!request.WithGuidance)
        {
            items = items.Where(i => i.Confidence != Confidence.D);
        }

        if (request.MeasureGroup is { } group)
        {
            items = items.Where(i => i.MeasureGroup == group);
        }

        if (request.Staff is { } staff)
        {
            items = items.Where(i => i.ResponsibleStaff == staff);
        }

        if (request.InScope is { } inScope)
        {
            items = items.Where(i => i.InScope == inScope);
        }

        if ((request.Place is { } place ? scope.Within(place) : scope).Places is { } codes)
        {
            var places = codes.Select(code => (PlaceCode?)code).ToList();
            items = request.ByHolding ? items.Where(i => places.Contains(i.Establishment)) : items.Where(i => places.Contains(i.Place));
        }

        var rows = items.Select(FigureParts.Rows(day, isNational)).Where(r => r.Part != (int)FigurePart.None);
        if (!request.ByCase)
        {
            return rows;
        }

        var all = items.Select(FigureParts.Rows(day, isNational)).Where(r => r.Part != (int)FigurePart.None && r.Part != (int)FigurePart.Exempt);
#pragma warning disable CA1309 // the database compares
        return rows.Where(r => r.Part == (int)FigurePart.Exempt || !all.Any(later =>
            later.Person == r.Person && later.Family == r.Family && (later.DueOn > r.DueOn || (later.DueOn == r.DueOn && string.Compare(later.Key, r.Key) > 0))));
#pragma warning restore CA1309
    }

    /// <summary>The versions that were believed at the cut-off.</summary>
    private static IQueryable<DueItem> Standing(ThroughcareDb db, FigureRequest request, DateTimeOffset now)
    {
        if (request.AsAt is not { } asAt || asAt >= now.LondonDate)
        {
            return db.DueItems.Where(i => i.ReplacedAt == null);
        }

        var end = London.At(asAt.AddDays(1), TimeOnly.MinValue);
        return db.DueItems.Where(i => i.RecordedAt < end && (i.ReplacedAt == null || i.ReplacedAt >= end));
    }
}
