using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Exchange.Record;

/// <summary>Writes what was wrong with the rows of a run as CSV: UTF-8 with a mark, CRLF, cells that look like formulas defused.</summary>
public sealed class ImportErrorFile(ThroughcareDb db)
{
    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        InjectionOptions = InjectionOptions.Escape,
        InjectionCharacters = ['=', '@', '+', '-', '\t', '\r'],
        InjectionEscapeCharacter = '\'',
    };

    /// <param name="output">Stays open.</param>
    /// <returns>Whether there is such a run that the actor may see.</returns>
    public async Task<bool> WriteAsync(FactId run, Actor actor, Stream output, CancellationToken stop)
    {
        if (!await db.ImportRuns.VisibleTo(actor).AnyAsync(r => r.Id == run, stop))
        {
            return false;
        }

        await using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await using var csv = new CsvWriter(text, Form);
        Line(csv, "row", "column", "value", "code", "message", "person_key", "severity");
        await foreach (var error in db.ImportErrors.Where(e => e.RunId == run).OrderBy(e => e.Number).AsAsyncEnumerable().WithCancellation(stop))
        {
            Line(csv, error.Row.ToString(CultureInfo.InvariantCulture), error.Column, error.Value, error.Code, error.Message, error.PersonKey,
                error.Severity is ImportSeverity.Error ? "ERROR" : "WARNING");
        }

        return true;
    }

    private static void Line(CsvWriter csv, params ReadOnlySpan<string?> cells)
    {
        foreach (var cell in cells)
        {
            csv.WriteField(cell);
        }

        csv.NextRecord();
    }
}
