using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Offloc;
using Throughcare.Exchange.Tests.Offloc;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Exchange.Tests.Record;

/// <summary>What a row says besides who and where somebody is, and of which day it says so.</summary>
public abstract class WholeRowTests(DatabaseKind kind) : ImportFixture(kind)
{
    private const string Kitchen = "Kitchen work\",\"Kitchen\",\"8\",\"30\",\"11\",\"45";

    [Fact]
    public async Task Activities_markers_work_court_and_reasons_are_stored_and_read_again()
    {
        var line = Ada.With(OfflocField.Activities, Kitchen).With(OfflocField.MappaOrSchedule1, "MAPPA Level 1").With(OfflocField.SexOffender, "Y")
            .With(OfflocField.Employed, "Y").With(OfflocField.CourtName, "No such court").With(OfflocField.CourtOutcome, "Imprisonment")
            .With(OfflocField.TransferReason, "OVCROW").With(OfflocField.MovementTransferReason, "OVCROW").With(OfflocField.MovementEstablishment, "HMP LEEDS")
            .With(OfflocField.Escort, "Court escort").With(OfflocField.EmploymentAtDischarge, "Employed").With(OfflocField.SupervisingService, "East Midlands");
        await ImportAsync(Day1, line);

        var ada = await RecordAsync("A1234BC");
        Assert.Equal(("Kitchen work", "Kitchen", (int?)510, (int?)705, ada.OpenCase!.AsCase), (ada.Activities[0].Activity, ada.Activities[0].Place, ada.Activities[0].StartsAt, ada.Activities[0].EndsAt, ada.Activities[0].CaseId!.Value));
        Assert.Equal(("MAPPA Level 1", "Y"), (Assert.Single(ada.Markers).MappaOrSchedule1, ada.Markers[0].SexOffender!.Value.Code));
        Assert.Equal(("Y", "No such court", "Imprisonment"), (ada.Status!.Employed!.Value.Code, ada.Status.CourtName, ada.Status.CourtOutcome));
        Assert.Equal("OVCROW", ada.Location!.TransferReason);
        Assert.Equal(("OVCROW", "HMP LEEDS", "Court escort"), (Assert.Single(ada.Movements).TransferReason, ada.Movements[0].EstablishmentName, ada.Movements[0].Escort));
        Assert.Equal(("Employed", "East Midlands"), (Assert.Single(ada.KeyDates).EmploymentAtDischarge, ada.KeyDates[0].SupervisingService));

        var events = await EventsAsync();
        await ImportAsync(Day2, line.With(OfflocField.Cell, "B2"));
        Assert.Equal(events + 1, await EventsAsync());
        ada = await RecordAsync("A1234BC");
        Assert.Equal((1, 1, 1), (ada.Activities.Single().Version, ada.Markers.Single().Version, ada.Movements.Single().Version));
    }

    [Fact]
    public async Task Rows_of_another_day_than_the_name_of_the_file_are_told_once_and_applied()
    {
        var lines = OfflocFiles.Crowd(20).Select(l => l.On(Day2)).Append(Ada.On(Day1)).Append(new OfflocLine("A5555AA").With(OfflocField.SystemDate, "01/01/2026"));

        var run = await FileAsync(OfflocFiles.NameOn(Day2), OfflocFiles.Text(lines));

        await using var db = Database.Open();
        var error = await db.ImportErrors.SingleAsync(e => e.RunId == run.Id);
        Assert.Equal((ImportStatus.Completed, 22, 1), (run.Status, run.Created, run.Warnings));
        Assert.Equal(("SYSTEM_DATE", 0, "2", ImportSeverity.Warning), (error.Code, error.Row, error.Value, error.Severity));
        Assert.Equal("2 rows of 22 do not say 3 March 2026, the day in the file name; the first says 02/03/2026. They were applied", error.Message);
    }

    [Fact]
    public async Task A_file_none_of_whose_rows_is_of_the_day_in_its_name_is_refused()
    {
        var run = await FileAsync(OfflocFiles.NameOn(Day2), OfflocFiles.Text(OfflocFiles.Crowd(20)));

        Assert.Equal((ImportStatus.Failed, 0, 0), (run.Status, run.Created, await EventsAsync()));
        Assert.StartsWith("SYSTEM_DATE: The file name says 3 March 2026, and no row of the file is of that day. The first row says 02/03/2026.", run.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_is_gone_on_with_tells_of_other_days_once()
    {
        var lines = OfflocFiles.Crowd(20).Select(l => l.On(Day2)).Append(Ada.On(Day1));
        var id = await ReceiveAsync(OfflocFiles.NameOn(Day2), System.Text.Encoding.UTF8.GetBytes(OfflocFiles.Text(lines)));
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Runner(5).DoAsync(id, new Stop(stop), stop.Token));

        var run = await Runner(5).DoAsync(id, null, default);

        Assert.Equal((ImportStatus.Completed, 21, 1), (run!.Status, run.Created, run.Warnings));
        Assert.Equal("SYSTEM_DATE", Assert.Single(await ErrorsAsync(run)).Code);
    }

    private sealed class Stop(CancellationTokenSource source) : IProgress<Exchange.Record.ImportProgress>
    {
        public void Report(Exchange.Record.ImportProgress value) => source.Cancel();
    }
}

public sealed class WholeRowSqliteTests() : WholeRowTests(DatabaseKind.Sqlite);

public sealed class WholeRowPostgresTests() : WholeRowTests(DatabaseKind.Postgres);
