using System.Globalization;
using Throughcare.Application.Access;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Exchange.Csv;

namespace Throughcare.Exchange.Allocation;

/// <summary>Writes the monthly pipeline of a delivery unit as CSV, in the order of the list. Each person who leaves in it is a look.</summary>
public sealed class PipelineFile(HandoverPipeline pipeline, LookWriter looks)
{
    /// <param name="output">Stays open; gets a hundred people at a time.</param>
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateException">A look could not be written, so no more is.</exception>
    public async Task WriteAsync(Actor actor, Stream output, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        await looks.WriteAsync(looks.Make(actor, HandoverPipeline.FileLook));
        await using var csv = new CsvForSpreadsheets(output);
        csv.Line("prisoner", "crn", "prison_number", "handover_starts_on", "com_responsible_on", "release_or_parole", "release_or_parole_on", "prison", "pom", "pom_email", "com");
        await foreach (var rows in pipeline.AllAsync(actor, stop))
        {
            await Task.WhenAll(rows.Select(row => looks.WriteAsync(looks.Make(actor, HandoverPipeline.FileLook, row.PersonId))));
            foreach (var row in rows)
            {
                csv.Line(
                    row.LastCommaFirst, row.Crn, row.PrisonNumber, Day(row.Start), Day(row.Handover), row.Release?.Code, Day(row.Release?.On), row.Prison is { } prison ? Places.Name(prison) : null, row.Pom, row.PomEmail, row.Com);
            }

            await csv.FlushAsync(stop);
        }

        await csv.FlushAsync(stop);
    }

    private static string? Day(DateOnly? on) => on?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
