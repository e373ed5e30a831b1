using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Record;
using Throughcare.Exchange.Csv;
using Throughcare.Storage;

namespace Throughcare.Exchange.Record;

/// <summary>Writes what was wrong with the rows of a run as CSV: UTF-8 with a mark, CRLF, cells that look like formulas defused.</summary>
public sealed class ImportErrorFile(ThroughcareDb db)
{
    /// <summary>Lines that are sent at a time.</summary>
    private const int Together = 500;

    /// <param name="output">Stays open.</param>
    /// <returns>Whether there is such a run that the actor may see.</returns>
    public async Task<bool> WriteAsync(FactId run, Actor actor, Stream output, CancellationToken stop)
    {
        if (!await db.ImportRuns.VisibleTo(actor).AnyAsync(r => r.Id == run, stop))
        {
            return false;
        }

        await using var csv = new CsvForSpreadsheets(output);
        var lines = 0;
        csv.Line("row", "column", "value", "code", "message", "person_key", "severity");
        await foreach (var error in db.ImportErrors.Where(e => e.RunId == run).OrderBy(e => e.Number).AsAsyncEnumerable().WithCancellation(stop))
        {
            csv.Line(error.Row.ToString(CultureInfo.InvariantCulture), error.Column, error.Value, error.Code, error.Message, error.PersonKey,
                error.Severity is ImportSeverity.Error ? "ERROR" : "WARNING");
            if (++lines % Together == 0)
            {
                await csv.FlushAsync(stop);
            }
        }

        await csv.FlushAsync(stop);

        return true;
    }
}
