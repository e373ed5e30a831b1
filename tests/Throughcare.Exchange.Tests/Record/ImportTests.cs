using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Offloc;
using Throughcare.Domain.Rules;
using Throughcare.Exchange.Record;
using Throughcare.Exchange.Tests.Offloc;
using Throughcare.Storage;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Exchange.Tests.Record;

/// <summary>Imports files into a database of its own; derive facts from it, and one sealed class for each database.</summary>
public abstract class ImportFixture(DatabaseKind kind) : IAsyncLifetime
{
    protected static readonly DateOnly Day1 = OfflocFiles.Day1;
    protected static readonly DateOnly Day2 = Day1.AddDays(1);
    protected static readonly DateOnly Day3 = Day1.AddDays(2);

    private protected static OfflocLine Ada => new("A1234BC");

    protected TestDatabase Database { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Database = await TestDatabase.CreateAsync(kind, services => services.AddExchange());

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Twenty people with nothing special about them stand before the lines, so that one wrong line is no reason to refuse the file.</summary>
    private protected Task<ImportRun> ImportAsync(DateOnly day, params IEnumerable<OfflocLine> lines) =>
        FileAsync(OfflocFiles.NameOn(day), OfflocFiles.Text([.. OfflocFiles.Crowd(20).Concat(lines).Select(l => l.On(day))]));

    private protected async Task<ImportRun> FileAsync(string name, string text, Actor? actor = null, bool allowBackfill = false, int batch = 8, string source = ImportSource.Offloc) =>
        await FileAsync(name, Encoding.UTF8.GetBytes(text), actor, allowBackfill, batch, source);

    private protected async Task<ImportRun> FileAsync(string name, byte[] bytes, Actor? actor = null, bool allowBackfill = false, int batch = 8, string source = ImportSource.Offloc)
    {
        var id = await ReceiveAsync(name, bytes, actor, allowBackfill, source);
        Database.Clock.Advance(TimeSpan.FromMinutes(5));
        return (await Runner(batch).DoAsync(id, null, default))!;
    }

    private protected async Task<FactId> ReceiveAsync(string name, byte[] bytes, Actor? actor = null, bool allowBackfill = false, string source = ImportSource.Offloc)
    {
        await using var scope = Database.Services.CreateAsyncScope();
        var received = await scope.ServiceProvider.GetRequiredService<ReceiveImportFile>()
            .DoAsync(ImportKinds.Of(source), new MemoryStream(bytes), name, actor ?? Actor.System(Door.Import), default, allowBackfill);
        return Assert.IsType<Outcome<FactId>.Done>(received).Value;
    }

    private protected ImportRunner Runner(int batch) => new(
        Database.Services.GetRequiredService<IServiceScopeFactory>(), Database.Clock, Database.Services.GetRequiredService<Throughcare.Application.IdSource>())
    {
        BatchSize = batch,
    };

    private protected async Task<PrisonRecord> RecordAsync(string number)
    {
        await using var db = Database.Open();
        var person = await db.Identifiers.Current().Where(i => i.Kind == IdentifierKind.Noms && i.Canonical == number).Select(i => i.PersonId).SingleAsync();
        return (await Exchange.Offloc.PrisonRecords.LoadAsync(db, [person], default))[person];
    }

    private protected async Task<List<(string Code, ImportSeverity Severity, string? Key)>> ErrorsAsync(ImportRun run)
    {
        await using var db = Database.Open();
        return [.. (await db.ImportErrors.Where(e => e.RunId == run.Id).OrderBy(e => e.Number).ToListAsync()).Select(e => (e.Code, e.Severity, e.PersonKey))];
    }

    protected async Task<int> EventsAsync()
    {
        await using var db = Database.Open();
        return await db.RecordEvents.CountAsync();
    }
}

public abstract class ImportTests(DatabaseKind kind) : ImportFixture(kind)
{
    [Fact]
    public async Task Somebody_new_gets_a_record()   // I1
    {
        var run = await ImportAsync(Day1, Ada.With(OfflocField.Pnc, "99/1234567B").With(OfflocField.Alerts, "Arsonist"));

        var ada = await RecordAsync("A1234BC");
        Assert.Equal((ImportStatus.Completed, 21, 21, 0), (run.Status, run.Read, run.Created, run.Errors));
        Assert.Equal(("Zabrake", "Adan"), (Assert.Single(ada.Names).Last, ada.Names[0].First));
        Assert.Equal(IdentifierCheck.Valid, ada.Identifiers.Single(i => i.Canonical == "1999/1234567B").Check);
        Assert.Equal(("LHI", "LHI-A-1-001"), (ada.Location!.Prison.Text, ada.Location.Cell));
        Assert.Equal(new DateOnly(2025, 12, 1), ada.OpenCase!.ValidFrom);
        Assert.Equal("A12341", Assert.Single(ada.Episodes).BookingNumber);
        Assert.Equal(("ADIMP_ORA", "ACTIVE IN"), (ada.Status!.LegalStatus!.Value.Code, ada.Status.Status));
        Assert.Equal((new DateOnly(2027, 12, 1), Day1), (Assert.Single(ada.KeyDates).Crd, ada.KeyDates[0].AsOf));
        Assert.Equal("ROB", Assert.Single(ada.Offences).GroupCode);
        Assert.Equal("XA", Assert.Single(ada.Alerts).Code);
        Assert.Equal(("ADM", "R-SENT", "I"), (Assert.Single(ada.Movements).Type, ada.Movements[0].Reason, ada.Movements[0].NationalCode));
        Assert.All(ada.Names, n => Assert.Equal(SourceSystem.Offloc, n.Recorded.Source));
    }

    [Fact]
    public async Task The_same_file_under_another_name_changes_nothing()   // I2
    {
        var text = OfflocFiles.Text(OfflocFiles.Crowd(3));
        await FileAsync(OfflocFiles.NameOn(Day1), text);
        var events = await EventsAsync();

        var again = await FileAsync(OfflocFiles.NameOn(Day1, "Y"), text);

        Assert.Equal((ImportStatus.DuplicateFile, 0), (again.Status, again.Read));
        Assert.StartsWith("DUPLICATE_FILE", again.Problem, StringComparison.Ordinal);
        Assert.Equal(events, await EventsAsync());
    }

    [Fact]
    public async Task One_changed_cell_is_one_update_and_one_event()   // I3
    {
        await ImportAsync(Day1, Ada);
        var events = await EventsAsync();

        var run = await ImportAsync(Day2, Ada.With(OfflocField.Cell, "LHI-B-2-002"));

        await using var db = Database.Open();
        var person = (await RecordAsync("A1234BC")).PersonId;
        var locations = await db.Locations.Where(l => l.PersonId == person).OrderBy(l => l.Version).ToListAsync();
        Assert.Equal((1, 20, 0), (run.Updated, run.Unchanged, run.Created));
        Assert.Equal(events + 1, await EventsAsync());
        Assert.Equal(3, locations.Count);
        Assert.Single(locations, l => l.ReplacedAt is not null && l.Cell == "LHI-A-1-001");
        Assert.Single(locations, l => l.ReplacedAt is null && l.Cell == "LHI-A-1-001" && l.ValidTo == Day1);
        Assert.Single(locations, l => l.ReplacedAt is null && l.Cell == "LHI-B-2-002" && l.ValidFrom == Day2 && l.ValidTo is null);
        Assert.Equal(0, await db.Names.CountAsync(n => n.Version > 1));
    }

    [Fact]
    public async Task The_next_days_file_with_the_same_content_writes_no_version_and_no_event()   // I3b
    {
        await ImportAsync(Day1, Ada);
        var before = await Content.OfAsync(Database);

        var run = await ImportAsync(Day2, Ada);

        Assert.Equal((ImportStatus.Completed, 21, 21), (run.Status, run.Read, run.Unchanged));
        var after = await Content.OfAsync(Database);
        Assert.Equal(before.Facts, after.Facts);
        Assert.Equal(before.Events, after.Events);
        await using var db = Database.Open();
        Assert.True(await db.SourceRows.AllAsync(r => r.LastSeenOn == Day2));
    }

    [Fact]
    public async Task A_number_with_the_wrong_letter_is_kept_and_marked()   // I6
    {
        var run = await ImportAsync(Day1, Ada.With(OfflocField.Pnc, "99/1234567C"));

        var pnc = (await RecordAsync("A1234BC")).Identifiers.Single(i => i.Kind is IdentifierKind.Pnc);
        Assert.Equal((IdentifierCheck.CheckFailed, false), (pnc.Check, pnc.CanMatch));
        Assert.Equal([("CHECK_FAILED", ImportSeverity.Warning, "A1234BC")], await ErrorsAsync(run));
        Assert.Equal(ImportStatus.Completed, run.Status);
    }

    [Fact]
    public async Task A_line_of_151_fields_is_rejected_and_the_others_are_applied()   // I7
    {
        var text = OfflocFiles.Text(OfflocFiles.Crowd(20));
        var fields = Ada.ToString().Split("\"|\"");

        var run = await FileAsync(OfflocFiles.NameOn(Day1), text + string.Join("\"|\"", fields.Take(150).Append("x\"")) + "\r\n");

        Assert.Equal((ImportStatus.CompletedWithErrors, 20, 1), (run.Status, run.Created, run.Errors));
        Assert.Equal([("FIELD_COUNT", ImportSeverity.Error, "A1234BC")], await ErrorsAsync(run));
    }

    [Fact]
    public async Task A_row_of_a_prison_that_there_is_not_is_rejected_and_leaves_the_person_as_they_were()   // I8
    {
        await ImportAsync(Day1, Ada);

        var run = await ImportAsync(Day2, Ada.With(OfflocField.PrisonCode, "ZZQ").With(OfflocField.LastName, "Other"));

        Assert.Equal([("UNKNOWN_PRISON", ImportSeverity.Error, "A1234BC")], await ErrorsAsync(run));
        var ada = await RecordAsync("A1234BC");
        Assert.Equal(("Zabrake", "LHI"), (Assert.Single(ada.Names).Last, ada.Location!.Prison.Text));
        await using var db = Database.Open();
        Assert.Equal(Day2, (await db.SourceRows.SingleAsync(r => r.Key == "A1234BC")).LastSeenOn);
    }

    [Theory]
    [InlineData("A9999AA", "KEY_INVALID"), InlineData("", "KEY_INVALID"), InlineData("1234ABC", "KEY_INVALID")]
    public async Task A_row_without_a_real_prison_number_is_rejected(string number, string code)
    {
        var run = await ImportAsync(Day1, Ada.With(OfflocField.PrisonNumber, number));

        Assert.Equal(code, Assert.Single(await ErrorsAsync(run)).Code);
    }

    [Fact]
    public async Task Two_different_rows_of_one_number_are_both_rejected_and_the_same_row_twice_counts_once()
    {
        var run = await FileAsync(OfflocFiles.NameOn(Day1), OfflocFiles.Text([.. OfflocFiles.Crowd(60), Ada, Ada.With(OfflocField.Cell, "Z"), OfflocFiles.Crowd(1).Single()]));

        Assert.Equal((60, 2, 1), (run.Created, run.Errors, run.Skipped));
        Assert.Equal(["KEY_REPEATED", "KEY_REPEATED"], (await ErrorsAsync(run)).Select(e => e.Code));
    }

    [Fact]
    public async Task More_than_five_rejected_rows_in_a_hundred_and_nothing_is_applied()
    {
        var run = await ImportAsync(Day1, Ada.With(OfflocField.PrisonCode, "ZZQ"), Ada.With(OfflocField.PrisonCode, "ZZQ"));

        Assert.Equal((ImportStatus.Failed, 0, 2), (run.Status, run.Created, run.Errors));
        Assert.StartsWith("TOO_MANY_REJECTED", run.Problem, StringComparison.Ordinal);
        Assert.Equal(0, await EventsAsync());
    }

    [Theory]
    [InlineData("C_NOMIS_OFFENDER_02032026_X.dat", "", "EMPTY")]
    [InlineData("C_NOMIS_OFFENDER_32032026_X.dat", "x", "WRONG_NAME")]
    [InlineData("offloc.csv", "x", "WRONG_NAME")]
    [InlineData("02032026.zip", "this is no archive", "UNREADABLE")]
    public async Task A_file_that_can_not_be_one_fails_as_a_whole(string name, string text, string problem)
    {
        var run = await FileAsync(name, text);

        Assert.Equal(ImportStatus.Failed, run.Status);
        Assert.StartsWith(problem, run.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_may_come_in_an_archive_of_its_day()
    {
        using var archive = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(archive, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry(OfflocFiles.NameOn(Day1)).Open())
        {
            entry.Write(Encoding.UTF8.GetBytes(OfflocFiles.Text(OfflocFiles.Crowd(4))));
        }

        var run = await FileAsync($"{Day1:ddMMyyyy}.zip", archive.ToArray());

        Assert.Equal((ImportStatus.Completed, 4), (run.Status, run.Created));
    }

    [Fact]
    public async Task A_few_wrong_bytes_are_replaced_and_many_mean_Windows_1252()
    {
        var few = Encoding.Latin1.GetBytes(OfflocFiles.Text([new OfflocLine("A1234BC").With(OfflocField.LastName, "Zabr\u00E9ke")]));
        var many = Encoding.Latin1.GetBytes(OfflocFiles.Text([.. Enumerable.Range(3000, 50).Select(n => new OfflocLine($"A{n}AA", Day2).With(OfflocField.LastName, "Zabr\u00E9ke"))]));

        var first = await FileAsync(OfflocFiles.NameOn(Day1), few);
        var second = await FileAsync(OfflocFiles.NameOn(Day2), many);

        Assert.Equal("INVALID_BYTES", Assert.Single(await ErrorsAsync(first)).Code);
        Assert.Equal("INVALID_BYTES", Assert.Single(await ErrorsAsync(second)).Code);
        Assert.Equal("Zabr\uFFFDke", Assert.Single((await RecordAsync("A1234BC")).Names).Last);
        Assert.Equal("Zabr\u00E9ke", Assert.Single((await RecordAsync("A3000AA")).Names).Last);
    }

    [Fact]
    public async Task A_file_of_less_than_half_the_rows_is_refused()   // I10
    {
        await FileAsync(OfflocFiles.NameOn(Day1), OfflocFiles.Text(OfflocFiles.Crowd(87)));

        var small = await FileAsync(OfflocFiles.NameOn(Day2), OfflocFiles.Text(OfflocFiles.Crowd(40).Select(l => l.On(Day2))));
        var enough = await FileAsync(OfflocFiles.NameOn(Day2), OfflocFiles.Text(OfflocFiles.Crowd(50).Select(l => l.On(Day2))));

        Assert.Equal(ImportStatus.Failed, small.Status);
        Assert.StartsWith("FILE_TOO_SMALL", small.Problem, StringComparison.Ordinal);
        Assert.Equal((ImportStatus.Completed, 50, 37), (enough.Status, enough.Unchanged, enough.Missing));
    }

    [Fact]
    public async Task An_older_file_is_refused()
    {
        await ImportAsync(Day2, Ada);

        var run = await ImportAsync(Day1, Ada.With(OfflocField.Cell, "old"));

        Assert.Equal(ImportStatus.OutOfOrder, run.Status);
        Assert.Equal("LHI-A-1-001", (await RecordAsync("A1234BC")).Location!.Cell);
    }

    [Fact]
    public async Task An_older_file_that_is_let_in_fills_gaps_alone()
    {
        await ImportAsync(Day2, Ada);
        var older = Ada.With(OfflocField.Cell, "old").With(OfflocField.LastName, "Older").With(OfflocField.Nationality, "British").With(OfflocField.DateOfBirth, "01/02/1989");

        var run = await FileAsync(OfflocFiles.NameOn(Day1), OfflocFiles.Text([older, new OfflocLine("A7777AA")]), allowBackfill: true);

        var ada = await RecordAsync("A1234BC");
        Assert.Equal((ImportStatus.Completed, 1, 1, 0), (run.Status, run.Created, run.Updated, run.Missing));
        Assert.Equal(("Zabrake", "LHI-A-1-001"), (Assert.Single(ada.Names).Last, ada.Location!.Cell));
        Assert.Equal((new DateOnly(1990, 2, 1), "BRIT"), (ada.Details!.DateOfBirth, ada.Details.Nationality!.Value.Code));
        await using var db = Database.Open();
        Assert.Equal(Day2, (await db.SourceRows.SingleAsync(r => r.Key == "A1234BC")).LastSeenOn);
    }

    [Fact]
    public async Task One_absence_is_noted_and_the_second_asks_where_the_person_is()
    {
        await ImportAsync(Day1, Ada);
        var once = await ImportAsync(Day2);
        var noted = await RecordAsync("A1234BC");
        var twice = await ImportAsync(Day3);

        Assert.Equal((1, 1), (once.Missing, twice.Missing));
        Assert.Empty(noted.DataQuality);
        var ada = await RecordAsync("A1234BC");
        Assert.Equal(DecideLeaver.Unknown, ada.Status!.Status);
        Assert.Equal((DataQualityKind.LeftPrisonList, "LHI"), (Assert.Single(ada.DataQuality).Kind, ada.DataQuality[0].Owner.Text));

        var fourth = await ImportAsync(Day3.AddDays(1));
        var back = await ImportAsync(Day3.AddDays(2), Ada);

        Assert.Equal((0, 1), (fourth.Missing, back.Updated));
        ada = await RecordAsync("A1234BC");
        Assert.Equal("ACTIVE IN", ada.Status!.Status);
        Assert.NotNull(Assert.Single(ada.DataQuality).Settled);
    }

    [Fact]
    public async Task Somebody_who_is_back_after_one_absence_counts_from_the_start()
    {
        await ImportAsync(Day1, Ada);
        await ImportAsync(Day2);
        await ImportAsync(Day3, Ada);
        await ImportAsync(Day3.AddDays(1));

        Assert.Empty((await RecordAsync("A1234BC")).DataQuality);
    }

    [Fact]
    public async Task Nobody_asks_about_somebody_whose_release_is_recorded()
    {
        await ImportAsync(Day1, Ada);
        await ImportAsync(Day2, Ada.With(OfflocField.PrisonCode, "OUT").With(OfflocField.CustodyStatus, "INACTIVE OUT"));
        await ImportAsync(Day3);
        await ImportAsync(Day3.AddDays(1));

        Assert.Empty((await RecordAsync("A1234BC")).DataQuality);
    }

    [Fact]
    public async Task What_somebody_corrected_here_is_not_overwritten_and_the_difference_becomes_a_task()
    {
        await ImportAsync(Day1, Ada.With(OfflocField.Nationality, "British"));
        await using (var db = Database.Open())
        {
            var was = (await RecordAsync("A1234BC")).Details!;
            var here = A.Entry with { At = Database.Clock.GetUtcNow().ToMicrosecond() };
            await using var transaction = await db.Database.BeginTransactionAsync();
            var bulk = new BulkRecorder(db);
            await bulk.WriteAsync(
                await bulk.LockAsync([was.PersonId], default),
                [new(was.PersonId, new PrisonRecordImported(was.PersonId, Day1, ["by hand"]), new Write(was, was.Next(here) with { DateOfBirth = new(1991, 2, 1), EditedHere = DetailFields.DateOfBirth }))],
                here, default);
            await transaction.CommitAsync();
        }

        await ImportAsync(Day2, Ada.With(OfflocField.Nationality, "Polish"));
        await ImportAsync(Day3, Ada.With(OfflocField.Nationality, "").With(OfflocField.Cell, "another"));

        var ada = await RecordAsync("A1234BC");
        Assert.Equal(new DateOnly(1991, 2, 1), ada.Details!.DateOfBirth);
        Assert.Equal("POLE", ada.Details.Nationality!.Value.Code);   // and an empty field does not blank it
        var item = Assert.Single(ada.DataQuality);
        Assert.Equal((DataQualityKind.SourceConflict, "Date of birth"), (item.Kind, item.Field));
    }

    [Fact]
    public async Task A_case_administrator_imports_the_rows_of_their_own_prison_alone()
    {
        await ImportAsync(Day1, Ada.With(OfflocField.PrisonCode, "BXI"), new OfflocLine("A5555AA"));
        var lines = OfflocFiles.Crowd(20).Append(Ada.With(OfflocField.PrisonCode, "BXI").With(OfflocField.Cell, "other")).Select(l => l.On(Day2));

        var run = await FileAsync(OfflocFiles.NameOn(Day2), OfflocFiles.Text(lines), A.Actor(Role.CaseAdmin, "LHI"));

        Assert.Equal([("NOT_OWN_UNIT", ImportSeverity.Error, "A1234BC")], await ErrorsAsync(run));
        Assert.Equal((ImportStatus.CompletedWithErrors, 20, 1), (run.Status, run.Unchanged, run.Missing));   // A5555AA alone: the file is full for LHI
        Assert.Equal("LHI-A-1-001", (await RecordAsync("A1234BC")).Location!.Cell);
    }

    [Fact]
    public async Task Others_may_not_import()
    {
        await using var scope = Database.Services.CreateAsyncScope();

        var refused = await scope.ServiceProvider.GetRequiredService<ReceiveImportFile>()
            .DoAsync(ImportKinds.Of(ImportSource.Offloc), new MemoryStream(), OfflocFiles.NameOn(Day1), A.Actor(Role.Pom), default);

        Assert.IsType<Outcome<FactId>.Refused>(refused);
    }

    [Fact]
    public async Task A_run_is_cancelled_between_batches_and_what_was_applied_stays()
    {
        var id = await ReceiveAsync(OfflocFiles.NameOn(Day1), Encoding.UTF8.GetBytes(OfflocFiles.Text(OfflocFiles.Crowd(30))));
        var asked = new Asked(async () =>
        {
            await using var scope = Database.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<CancelImport>().DoAsync(id, A.Actor(Role.Admin), default);
        });

        var run = await Runner(5).DoAsync(id, asked, default);

        Assert.Equal((ImportStatus.Cancelled, 5), (run!.Status, run.Created));
        await using var db = Database.Open();
        Assert.Equal(5, await db.People.CountAsync());
        Assert.Equal(0, await db.ImportChunks.CountAsync());
    }

    [Fact]
    public async Task A_run_that_is_stopped_goes_on_at_the_next_batch()   // I9
    {
        var id = await ReceiveAsync(OfflocFiles.NameOn(Day1), Encoding.UTF8.GetBytes(OfflocFiles.Text(OfflocFiles.Crowd(30))));
        using var stop = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Runner(5).DoAsync(id, new Asked(stop.CancelAsync), stop.Token));
        await using (var db = Database.Open())
        {
            Assert.Equal(ImportStatus.Resumable, (await db.ImportRuns.SingleAsync()).Status);
        }

        Assert.True(await new ImportWorker(Database.Services.GetRequiredService<IServiceScopeFactory>(), Runner(5), Database.Clock, Microsoft.Extensions.Logging.Abstractions.NullLogger<ImportWorker>.Instance).NextAsync(default));
        await using var after = Database.Open();
        var run = await after.ImportRuns.SingleAsync();
        Assert.Equal((ImportStatus.Completed, 30, 30, 30), (run.Status, run.Read, run.Created, await after.People.CountAsync()));
    }

    [Fact]
    public async Task One_run_of_a_source_at_a_time()
    {
        var first = await ReceiveAsync(OfflocFiles.NameOn(Day1), Encoding.UTF8.GetBytes(OfflocFiles.Text(OfflocFiles.Crowd(10))));
        var second = await ReceiveAsync(OfflocFiles.NameOn(Day1, "Y"), Encoding.UTF8.GetBytes(OfflocFiles.Text(OfflocFiles.Crowd(11))));
        ImportRun? other = null;
        var tried = false;

        var run = await Runner(5).DoAsync(first, new Asked(async () => (other, tried) = (await Runner(5).DoAsync(second, null, default), true)), default);

        Assert.Equal((ImportStatus.Completed, true, null), (run!.Status, tried, other));
        Assert.Equal(ImportStatus.Completed, (await Runner(5).DoAsync(second, null, default))!.Status);
    }

    [Fact]
    public async Task The_order_of_the_rows_does_not_matter()
    {
        var lines = OfflocFiles.Crowd(15).Append(Ada.With(OfflocField.Alerts, "Arsonist")).ToList();
        await FileAsync(OfflocFiles.NameOn(Day1), OfflocFiles.Text(lines), batch: 4);
        var forwards = await Content.OfAsync(Database);
        await using var other = await TestDatabase.CreateAsync(Database.Kind, services => services.AddExchange());

        await using (var scope = other.Services.CreateAsyncScope())
        {
            var received = await scope.ServiceProvider.GetRequiredService<ReceiveImportFile>().DoAsync(ImportKinds.Of(ImportSource.Offloc),
                new MemoryStream(Encoding.UTF8.GetBytes(OfflocFiles.Text(Enumerable.Reverse(lines)))), OfflocFiles.NameOn(Day1), Actor.System(Door.Import), default);
            await scope.ServiceProvider.GetRequiredService<ImportRunner>().DoAsync(((Outcome<FactId>.Done)received).Value, null, default);
        }

        Assert.Equal(forwards.Facts, (await Content.OfAsync(other)).Facts);
    }

    [Fact]
    public async Task Pages_show_runs_and_what_was_wrong_and_the_error_file_says_it_too()
    {
        var run = await ImportAsync(Day1, Ada.With(OfflocField.PrisonCode, "=ZQ"));
        await using var scope = Database.Services.CreateAsyncScope();
        var admin = A.Actor(Role.Admin);
        using var file = new MemoryStream();

        var list = await scope.ServiceProvider.GetRequiredService<ImportRuns>().ReadAsync(admin, 1, default);
        var detail = await scope.ServiceProvider.GetRequiredService<ImportRunDetail>().ReadAsync(run.Id, admin, 1, default);
        Assert.True(await scope.ServiceProvider.GetRequiredService<ImportErrorFile>().WriteAsync(run.Id, admin, file, default));

        Assert.Equal((1, run.Id, 100), (list.Total, Assert.Single(list.Runs).Run.Id, list.Runs[0].Run.Percent));
        Assert.Equal("UNKNOWN_PRISON", Assert.Single(detail!.Errors).Code);
        Assert.Null(await scope.ServiceProvider.GetRequiredService<ImportRunDetail>().ReadAsync(run.Id, A.Actor(Role.Pom), 1, default));
        Assert.Equal(
            "\uFEFFrow,column,value,code,message,person_key,severity\r\n21,Prison Code,\"'=ZQ\",UNKNOWN_PRISON,There is no prison with this code,A1234BC,ERROR\r\n",
            Encoding.UTF8.GetString(file.ToArray()));
    }

    /// <summary>Does something once, when the first batch has been written.</summary>
    private sealed class Asked(Func<Task> act) : IProgress<ImportProgress>
    {
        private bool _done;

        public void Report(ImportProgress value)
        {
            if (!_done)
            {
                _done = true;
                act().GetAwaiter().GetResult();
            }
        }
    }
}

public sealed class ImportSqliteTests() : ImportTests(DatabaseKind.Sqlite);

public sealed class ImportPostgresTests() : ImportTests(DatabaseKind.Postgres);
