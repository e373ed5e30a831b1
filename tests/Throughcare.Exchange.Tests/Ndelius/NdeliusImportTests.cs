using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Ndelius;
using Throughcare.Domain.Record.Offloc;
using Throughcare.Domain.Sentences;
using Throughcare.Exchange.Tests.Record;
using Throughcare.Storage;
using Throughcare.Testing;
using Xunit;
using static Throughcare.Exchange.Tests.Ndelius.NdeliusText;

namespace Throughcare.Exchange.Tests.Ndelius;

public abstract class NdeliusImportTests(DatabaseKind kind) : ImportFixture(kind)
{
    [Fact]
    public async Task A_full_list_makes_a_record_of_everybody_new()
    {
        var run = await NdeliusAsync(Day1, true, [Offender(), Manager(), Registration(5, "RHRH"), Rosh(1, "H", "20260101"), Event(), Offence(), Disposal(), Requirement(1, "W", "Unpaid work")]);

        var ada = await ByCrnAsync("X123456");
        Assert.Equal((ImportStatus.Completed, 21, 21, 0), (run.Status, run.Read, run.Created, run.Errors));
        Assert.Equal(("Zabrake", "Adan"), (Assert.Single(ada.Names).Last, ada.Names[0].First));
        Assert.Equal(("RHRH", "REG:5@77"), (Assert.Single(ada.Of<Registration>()).Code, ada.Of<Registration>().First().SourceId));
        Assert.Equal("CO", Assert.Single(ada.Of<Disposal>()).Type!.Value.Code);
        Assert.Single(ada.Of<Requirement>());
        Assert.Equal(ada.OpenCase!.AsCase, ada.Of<Disposal>().First().CaseId);
        Assert.All(ada.All, fact => Assert.Equal(SourceSystem.Ndelius, fact.Recorded.Source));
        await Content.CheckChainsAsync(Database);
    }

    [Fact]
    public async Task The_team_of_the_unit_reaches_the_person()
    {
        await NdeliusAsync(Day1, true, [Offender(), Manager()]);

        await using var db = Database.Open();
        var person = (await ByCrnAsync("X123456")).PersonId;
        Assert.Contains(await db.Reach.Where(r => r.PersonId == person).ToListAsync(), r => r.Holder == ReachHolder.Of(new PlaceCode("N50P01")) && r is { Kind: ReachKind.Unit, Until: null });
    }

    [Fact]
    public async Task A_level_of_risk_that_differs_from_the_assessment_becomes_an_item_and_is_settled_once_they_agree()
    {
        await NdeliusAsync(Day1, true, [Offender(), Manager(), Rosh(1, "M", "20260101")]);
        var person = (await ByCrnAsync("X123456")).PersonId;
        await using (var db = Database.Open())
        {
            db.Add(new AssessmentSummary
            {
                Id = A.FactId,
                PersonId = person,
                ValidFrom = new(2026, 1, 20),
                Recorded = A.Entry with { Source = SourceSystem.Oasys },
                Type = OasysType.Layer3,
                InitiatedOn = new(2026, 1, 10),
                CompletedOn = new(2026, 1, 20),
                Status = OasysStatus.Complete,
                PublicCommunity = RoshLevel.Medium,
            });
            await db.SaveChangesAsync();
        }

        await NdeliusAsync(Day2, true, [Offender(), Manager(), Rosh(1, "M", "20260101"), Rosh(2, "H", "20260201")]);
        var item = Assert.Single((await ByCrnAsync("X123456")).DataQuality);
        await NdeliusAsync(Day3, true, [Offender(), Manager(), Rosh(1, "M", "20260101"), Rosh(2, "H", "20260201"), Rosh(3, "M", "20260220")]);

        Assert.Equal((DataQualityKind.SourceDisagreement, RoshSources.Field, null), (item.Kind, item.Field, item.Settled));
        Assert.Equal(("High, the probation extract, 1 February 2026", "Medium, OASys, 20 January 2026", "N50P01"), (item.Here, item.There, item.Owner.Text));
        Assert.Equal(SourceDisagreements.AgreeAgain, Assert.Single((await ByCrnAsync("X123456")).DataQuality).Settled);
        await Content.CheckChainsAsync(Database);
    }

    [Fact]
    public async Task A_level_typed_by_hand_outlives_one_update_of_the_record_without_one_and_what_else_was_typed_stays()
    {
        await NdeliusAsync(Day1, true, [Offender(), Manager()]);
        var person = (await ByCrnAsync("X123456")).PersonId;
        await using (var db = Database.Open())
        {
            db.Add(new CaseInformation { Id = A.FactId, PersonId = person, ValidFrom = new(2026, 1, 5), Recorded = A.Entry, Tier = "B2", Rosh = RoshLevel.High, Resourcing = Resourcing.Enhanced });
            await db.SaveChangesAsync();
        }

        async Task<(RoshLevel?, string?, int)> TypedAsync()
        {
            await using var db = Database.Open();
            var typed = await db.CaseInformation.Current().SingleAsync(c => c.PersonId == person);
            return (typed.Rosh, typed.Tier, typed.Version);
        }

        await NdeliusAsync(Day2, true, [Offender().With("FirstName", "Aden"), Manager()]);
        var once = await TypedAsync();
        await NdeliusAsync(Day3, true, [Offender().With("FirstName", "Adun"), Manager()]);

        Assert.Equal((RoshLevel.High, "B2", 2), once);
        Assert.Equal((null, "B2", 3), await TypedAsync());
        await Content.CheckChainsAsync(Database);
    }

    [Fact]
    public async Task A_night_in_which_nothing_changed_is_imported_and_a_whole_list_of_nobody_is_not()
    {
        await NdeliusAsync(Day1, true, [Offender(), Manager()]);
        var events = await EventsAsync();

        var quiet = await FileAsync(NameOn(Day2, false), File(Day2, false), source: ImportSource.Ndelius);
        var nobody = await FileAsync(NameOn(Day3, true), File(Day3, true), source: ImportSource.Ndelius);

        Assert.Equal((ImportStatus.Completed, 0, null), (quiet.Status, quiet.Read, quiet.Problem));
        Assert.Equal((ImportStatus.Failed, "EMPTY: The file has no rows."), (nobody.Status, nobody.Problem));
        Assert.Equal(events, await EventsAsync());
    }

    [Fact]
    public async Task A_diff_changes_what_it_names_and_the_next_list_nothing_more()
    {
        await NdeliusAsync(Day1, true, [Offender(), Manager(), Registration(5, "RHRH"), Registration(6, "ADVP")]);
        var diff = await FileAsync(NameOn(Day2, false), File(Day2, false, (77, [Offender(), Registration(5, "RHRH").With("DeRegistered", "Y")])), source: ImportSource.Ndelius);
        var events = await EventsAsync();
        var next = await NdeliusAsync(Day3, true, [Offender(), Manager(), Registration(5, "RHRH").With("DeRegistered", "Y"), Registration(6, "ADVP")]);

        var ada = await ByCrnAsync("X123456");
        Assert.Equal((ImportStatus.Completed, 1, 1), (diff.Status, diff.Read, diff.Updated));
        Assert.Equal((Day1, null), (ada.Of<Registration>().Single(r => r.Code == "RHRH").ValidTo, ada.Of<Registration>().Single(r => r.Code == "ADVP").ValidTo));
        Assert.Equal((ImportStatus.Completed, 21, 0), (next.Status, next.Unchanged, next.Updated));
        Assert.Equal(events, await EventsAsync());
    }

    [Fact]
    public async Task A_diff_without_the_line_of_the_person_finds_them_by_the_number_of_nDelius()
    {
        await NdeliusAsync(Day1, true, [Offender(), Registration(5, "RHRH")]);
        var diff = await FileAsync(NameOn(Day2, false), File(Day2, false, (77, [Registration(5, "RHRH").Deleted, Registration(7, "ADVP")])), source: ImportSource.Ndelius);
        var withdrawn = (await ByCrnAsync("X123456")).Of<Registration>().ToList();
        var same = await NdeliusAsync(Day3, true, [Offender(), Registration(5, "RHRH")]);   // the list says again what it said on the first day

        Assert.Equal((ImportStatus.Completed, 1), (diff.Status, diff.Updated));
        Assert.Equal("ADVP", Assert.Single(withdrawn).Code);
        Assert.Equal(1, same.Updated);
        Assert.Equal("RHRH", (await ByCrnAsync("X123456")).Of<Registration>().Single(r => r.ValidTo is null).Code);
    }

    [Fact]
    public async Task A_diff_about_nobody_known_is_an_error_of_its_row()
    {
        await NdeliusAsync(Day1, true, [Offender()]);
        var people = Crowd(21).Select(p => (p.Offender, p.Lines)).ToList();

        var diff = await FileAsync(NameOn(Day2, false), File(Day2, false, [.. people, (999, [Registration(5, "RHRH")])]), source: ImportSource.Ndelius);

        Assert.Equal((ImportStatus.CompletedWithErrors, 1), (diff.Status, diff.Errors));
        Assert.Equal(("KEY_UNKNOWN", ImportSeverity.Error, "OFF:999"), Assert.Single(await ErrorsAsync(diff)));
    }

    [Fact]
    public async Task The_same_file_under_another_name_is_not_imported_again_and_a_like_one_writes_nothing()
    {
        var lines = new[] { Offender(), Manager(), Registration(5, "RHRH"), Disposal() };
        await NdeliusAsync(Day1, true, lines);
        var before = await Content.OfAsync(Database);

        var again = await FileAsync(NameOn(Day1).Replace("cfoextract_", "cfoextract_9", StringComparison.Ordinal), File(Day1, true, [.. Crowd(20), (77, lines)]), source: ImportSource.Ndelius);
        var next = await NdeliusAsync(Day2, true, lines);
        var after = await Content.OfAsync(Database);

        Assert.Equal(ImportStatus.DuplicateFile, again.Status);
        Assert.Equal((ImportStatus.Completed, 21, 21), (next.Status, next.Read, next.Unchanged));
        Assert.Equal(before.Facts, after.Facts);
        Assert.Equal(before.Events, after.Events);
    }

    [Fact]
    public async Task A_row_that_can_not_be_applied_is_an_error_and_the_others_are_applied()
    {
        var run = await FileAsync(NameOn(Day1), File(Day1, true, [.. Crowd(60), (77, [Offender("WRONG")]), (78, [Offender("Y654321", 78).With("DateOfBirth", "20250101")]), (79, [Manager()])]), source: ImportSource.Ndelius);

        Assert.Equal((ImportStatus.CompletedWithErrors, 63, 60), (run.Status, run.Read, run.Created));
        Assert.Equal(["DATE_OF_BIRTH_INVALID", "KEY_INVALID", "KEY_INVALID"], (await ErrorsAsync(run)).Where(e => e.Severity is ImportSeverity.Error).Select(e => e.Code).Order());
    }

    [Fact]
    public async Task Unknown_lines_are_warnings_of_the_run()
    {
        var text = File(Day1, true, (77, [Offender()])).Replace("SE77", "LDwhat\r\nSE77", StringComparison.Ordinal);

        var run = await FileAsync(NameOn(Day1), text, source: ImportSource.Ndelius);

        Assert.Equal((1, 1), (run.Created, run.Warnings));
        Assert.Equal("UNKNOWN_LINE", Assert.Single(await ErrorsAsync(run)).Code);
    }

    [Theory]
    [InlineData("FO\r\n", "", "FOOTER_MISSING")]
    [InlineData("HEFULL", "HEDIFF", "FILE_TYPE")]
    [InlineData("SE77", "SE78", "SECTION_COUNT")]
    public async Task A_file_that_is_not_whole_fails_and_applies_nothing(string part, string instead, string code)
    {
        var run = await FileAsync(NameOn(Day1), File(Day1, true, (77, [Offender()])).Replace(part, instead, StringComparison.Ordinal), source: ImportSource.Ndelius);

        Assert.Equal(ImportStatus.Failed, run.Status);
        Assert.StartsWith(code, run.Problem, StringComparison.Ordinal);
        Assert.Equal(0, await EventsAsync());
    }

    [Fact]
    public async Task An_archive_holds_one_extract()
    {
        using var zipped = new MemoryStream();
        await using (var zip = new ZipArchive(zipped, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = await zip.CreateEntry(NameOn(Day1)).OpenAsync();
            await entry.WriteAsync(Encoding.UTF8.GetBytes(File(Day1, true, (77, [Offender()]))));
        }

        var run = await FileAsync(NameOn(Day1).Replace(".txt", ".zip", StringComparison.Ordinal), zipped.ToArray(), source: ImportSource.Ndelius);

        Assert.Equal((ImportStatus.Completed, 1), (run.Status, run.Created));
    }

    [Fact]
    public async Task A_unit_may_bring_rows_of_its_own_only()
    {
        var actor = A.Actor(Role.CaseAdmin, "N50P02");

        var run = await FileAsync(NameOn(Day1), File(Day1, true, (77, [Offender(), Manager()]), (78, [Offender("Y654321", 78), Manager(2, team: "N50P02")])), actor, source: ImportSource.Ndelius);

        Assert.Equal(("NOT_OWN_UNIT", ImportSeverity.Error, "X123456"), Assert.Single(await ErrorsAsync(run)));
        Assert.Equal(1, run.Created);
    }

    [Fact]
    public async Task Somebody_whom_the_prison_file_names_under_the_same_CRN_is_one_person_with_one_case()
    {
        await ImportAsync(Day1, Ada);
        var held = await RecordAsync("A1234BC");
        await LinkAsync(held.PersonId, "X123456");

        var run = await NdeliusAsync(Day2, true, [Offender(), Manager(from: "20260210"), Event(), Disposal(code: "ADIMP_ORA", detail: "Standard determinate sentence")]);

        var both = await RecordAsync("A1234BC");
        Assert.Equal(20, run.Created);
        Assert.Equal("Quill, Petra", both.Managers.Single(m => m.Role is Role.Com && m.ValidTo is null).Name);
        Assert.Single(both.Cases);
        Assert.Single(both.Of<Disposal>());
    }

    private new static DateOnly Day1 => NdeliusText.Day1;

    /// <summary>Twenty people with nothing special about them stand before the lines.</summary>
    private Task<ImportRun> NdeliusAsync(DateOnly day, bool isFull, NdeliusTextLine[] lines) =>
        FileAsync(NameOn(day, isFull), File(day, isFull, [.. Crowd(20), (77, lines)]), source: ImportSource.Ndelius);

    private async Task<PrisonRecord> ByCrnAsync(string crn)
    {
        await using var db = Database.Open();
        var person = await db.Identifiers.Current().Where(i => i.Kind == IdentifierKind.Crn && i.Canonical == crn).Select(i => i.PersonId).SingleAsync();
        return (await Exchange.Offloc.PrisonRecords.LoadAsync(db, [person], default))[person];
    }

    private async Task LinkAsync(PersonId person, string crn)
    {
        await using var db = Database.Open();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var bulk = new Application.Record.BulkRecorder(db);
        var entry = A.Entry with { At = Database.Clock.GetUtcNow() };
        await bulk.WriteAsync(
            await bulk.LockAsync([person], default),
            [new(person, new ProbationRecordImported(person, Day1, ["by hand"]), new Write(null, new PersonIdentifier { Id = A.FactId, PersonId = person, ValidFrom = Day1, Recorded = entry, Kind = IdentifierKind.Crn, Canonical = crn, Check = IdentifierCheck.Valid }))],
            entry, default);
        await transaction.CommitAsync();
    }
}

public sealed class NdeliusImportSqliteTests() : NdeliusImportTests(DatabaseKind.Sqlite);

public sealed class NdeliusImportPostgresTests() : NdeliusImportTests(DatabaseKind.Postgres);
