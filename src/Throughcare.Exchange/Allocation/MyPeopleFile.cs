using System.Globalization;
using Throughcare.Application.Access;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Exchange.Csv;

namespace Throughcare.Exchange.Allocation;

/// <summary>Writes somebody's own people as CSV: everybody under a tab, in the order of the list. Each person who leaves in it is a look.</summary>
public sealed class MyPeopleFile(MyPeople people, LookWriter looks)
{
    /// <param name="output">Stays open; gets a hundred people at a time.</param>
    /// <exception cref="Microsoft.EntityFrameworkCore.DbUpdateException">A look could not be written, so no more is.</exception>
    public async Task WriteAsync(MyPeople.Tab tab, string? sort, MyPeople.Filter only, Actor actor, Stream output, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        await looks.WriteAsync(looks.Make(actor, MyPeople.FileLook) with { Section = tab.ToString() });
        await using var csv = new CsvForSpreadsheets(output);
        csv.Line("name", "number", "role", "where", "risk_of_serious_harm", "tier", "earliest_release", "earliest_release_on", "next_date", "next_date_on", "next_due_on", "last_contact_on", "alerts", "allocated_on");
        await foreach (var rows in people.AllAsync(tab, sort, only, actor, stop))
        {
            await Task.WhenAll(rows.Select(row => looks.WriteAsync(looks.Make(actor, MyPeople.FileLook, row.PersonId) with { Section = tab.ToString() })));
            foreach (var row in rows)
            {
                csv.Line(
                    row.LastCommaFirst, row.Address, Words(row.Role), row.Where, row.Rosh is { } level ? RoshSources.LevelWords(level) : null, row.Tier,
                    row.Standing?.EarliestReleaseCode, Day(row.Standing?.EarliestRelease), row.NextDate?.Code, Day(row.NextDate?.On), Day(row.NextDue?.EffectiveDueOn), Day(row.LastContact),
                    string.Join("; ", row.Alerts), Day(row.Since));
            }

            await csv.FlushAsync(stop);
        }

        await csv.FlushAsync(stop);
    }

    private static string? Words(MyPeople.CaseRole role) => role is MyPeople.CaseRole.NotKnown ? null : role.Words;

    private static string? Day(DateOnly? on) => on?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
