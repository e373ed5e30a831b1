using System.Globalization;
using Throughcare.Application.Standards;
using Throughcare.Domain.Standards;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Standards;

/// <summary>Figures by place, manager and month, as two pages show them.</summary>
public sealed class FigureTables
{
    /// <summary>Managers are listed for at most so many places.</summary>
    private const int FewPlaces = 5;

    public required FigurePage On { get; init; }

    public required IReadOnlyList<TimelinessFigures.Line> Places { get; init; }

    /// <summary><see langword="null"/> where too many places are counted to list their managers.</summary>
    public required IReadOnlyList<TimelinessFigures.Line>? Managers { get; init; }

    public required IReadOnlyList<TimelinessFigures.Line> Months { get; init; }

    public FigureTable ByMonth => Of("Month due", Months, Month, null);

    public FigureTable ByPlace => Of("Place", Places, line => [("place", line.Key)], On.Family is { } family ? $"/standards/{family}" : "/standards");

    public FigureTable ByManager => Of("Manager", Managers ?? [], line => [("staff", line.Key)], null);

    /// <summary>The mean of the shares of the places: never the figure of all of them.</summary>
    public string MeanOfPlaces => $"{TimelinessCount.MeanOnTimePercent(Places.Select(place => place.Figure))}% on time";

    /// <summary>The share on time of each month.</summary>
    public IEnumerable<Bar> Trend => Months.Where(month => month.Figure.Of > 0).Select(month => new Bar(month.Words, month.Figure.OnTimePercent!.Value, month.Figure.OnTimeWords));

    /// <summary>What the months show, in a sentence.</summary>
    public string Finding
    {
        get
        {
            var months = Months.Where(month => month.Figure.Of > 0).ToList();
            return months is [.., var last] && months.Count > 1
                ? (last.Figure.OnTimePercent - months[0].Figure.OnTimePercent) switch
                {
                    > 0 => $"On time rose from {months[0].Figure.OnTimePercent}% in {months[0].Words} to {last.Figure.OnTimePercent}% in {last.Words}",
                    < 0 => $"On time fell from {months[0].Figure.OnTimePercent}% in {months[0].Words} to {last.Figure.OnTimePercent}% in {last.Words}",
                    _ => $"On time was {last.Figure.OnTimePercent}% in {months[0].Words} and in {last.Words}",
                }
                : "On time by month";
        }
    }

    public static async Task<FigureTables> OfAsync(FigurePage page, TimelinessFigures figures, Application.Access.Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(figures);

        var asked = page.Asked;
        var places = await figures.ByAsync(FigureBy.Place, asked, actor, stop);
        return new()
        {
            On = page,
            Places = places,
            Managers = places.Count <= FewPlaces ? await figures.ByAsync(FigureBy.Staff, asked, actor, stop) : null,
            Months = await figures.ByAsync(FigureBy.Month, asked, actor, stop),
        };
    }

    private FigureTable Of(string heading, IReadOnlyList<TimelinessFigures.Line> lines, Func<TimelinessFigures.Line, (string Name, string? Value)[]> narrow, string? drill) =>
        new(heading, lines.Select(line => new FigureCells(
            line.Words, line.Figure, drill is null || line.Key.Length == 0 ? null : On.Link(drill, narrow(line)),
            which => line.Key.Length == 0 ? null : On.Link("/standards/people", [.. narrow(line), ("which", which)]))));

    private static (string, string?)[] Month(TimelinessFigures.Line line)
    {
        var first = new DateOnly(int.Parse(line.Key[..4], CultureInfo.InvariantCulture), int.Parse(line.Key[4..], CultureInfo.InvariantCulture), 1);
        return [("from", $"{first:yyyy-MM-dd}"), ("to", $"{first.AddMonths(1).AddDays(-1):yyyy-MM-dd}")];
    }
}

/// <summary>A table of figures, each of which opens the list of people behind it.</summary>
/// <param name="Heading">Of the first column.</param>
public sealed record FigureTable(string Heading, IEnumerable<FigureCells> Rows);

/// <summary>One row of figures.</summary>
/// <param name="Of">What the row is of.</param>
/// <param name="Drill">The page that shows the figures of this row alone; <see langword="null"/> for none.</param>
/// <param name="People">The list of people behind one of them; <see langword="null"/> where the row is of none in particular, so that no address says it.</param>
public sealed record FigureCells(string Of, TimelinessCount Figure, string? Drill, Func<string, string?> People)
{
    /// <summary>Counts beside the shares: how many, what addresses call them, and words.</summary>
    public IEnumerable<(int Count, string Which, string Words)> Counts =>
        [(Figure.Missed, "missed", "missed"), (Figure.Overdue, "overdue", "overdue"), (Figure.RecordedLate, "recordedLate", "recorded late"), (Figure.Exempt, "exempt", "exempt")];
}
