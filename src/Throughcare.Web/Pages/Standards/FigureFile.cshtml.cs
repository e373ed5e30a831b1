using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Throughcare.Application.Access;
using Throughcare.Application.Standards;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;

namespace Throughcare.Web.Pages.Standards;

/// <summary>The figures of a page as a file: the same numbers, with two decimals.</summary>
[May(Verb.ReadFigures)]
public sealed class FigureFileModel(TimelinessFigures figures, LookWriter looks, TimeProvider clock) : FigurePage(clock)
{
    private static readonly string[] Columns =
        ["by", "key", "name", "items", "completed", "on_time", "completed_percent", "on_time_percent", "late", "missed", "overdue", "deferred_counted", "recorded_late", "exempt", "counted", "made_at"];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        var actor = HttpContext.Actor;
        await looks.WriteAsync(looks.Make(actor, "/standards/file"));
        var made = Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        List<IReadOnlyList<string>> rows = [];
        foreach (var by in new[] { FigureBy.Family, FigureBy.Scope, FigureBy.Place, FigureBy.Staff, FigureBy.Month })
        {
            rows.AddRange((await figures.ByAsync(by, Asked, actor, stop)).Select(line => Row(by.ToString().ToLowerInvariant(), line, made)));
        }

        return File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(CsvTable.Write(Columns, rows, "\r\n"))], "text/csv; charset=utf-8", "timeliness.csv");
    }

    private List<string> Row(string by, TimelinessFigures.Line line, string made)
    {
        var figure = line.Figure;
        return
        [
            by, line.Key, line.Words, Whole(figure.Of), Whole(figure.Completed), Whole(figure.OnTime), TimelinessCount.PercentForFiles(figure.Completed, figure.Of), TimelinessCount.PercentForFiles(figure.OnTime, figure.Of),
            Whole(figure.Late), Whole(figure.Missed), Whole(figure.Overdue), Whole(figure.DeferredCounting), Whole(figure.RecordedLate), Whole(figure.Exempt), Counted, made,
        ];
    }

    private static string Whole(int count) => count.ToString(CultureInfo.InvariantCulture);
}
