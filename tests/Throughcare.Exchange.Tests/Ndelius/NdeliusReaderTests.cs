using System.Diagnostics;
using System.Text;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Ndelius;
using Throughcare.Domain.Rules;
using Throughcare.Exchange.Ndelius;
using Throughcare.Exchange.Record;
using Xunit;
using static Throughcare.Exchange.Tests.Ndelius.NdeliusText;

namespace Throughcare.Exchange.Tests.Ndelius;

public sealed class NdeliusReaderTests
{
    [Fact]
    public async Task Each_offender_is_one_row_under_its_CRN()
    {
        var (rows, warnings) = await ReadAsync(File(Day1, true, (77, [Offender(), Manager(), Registration(5, "RHRH")]), (78, [Offender("Y654321", 78)])));

        Assert.Equal(["X123456", "Y654321"], rows.Select(r => r.Key));
        Assert.Equal([2, 13], rows.Select(r => r.Line));
        var row = NdeliusKind.RowOf(rows[0]);
        Assert.Equal(("77", true, "X123456"), (row.OffenderId, row.IsFull, row.Crn));
        Assert.Equal(("RHRH", "5"), (Assert.Single(row.Of(NdeliusLineKind.RegistrationDetails))["TypeCode"], row.Of(NdeliusLineKind.RegistrationDetails).First()["Id"]));
        Assert.Empty(warnings);
    }

    [Fact]
    public async Task Padding_goes_and_a_bar_is_a_space()
    {
        var (rows, _) = await ReadAsync(File(Day1, true, (77, [Offender().With("Surname", "O~Nei|l  the||2nd~")])));

        Assert.Equal("ONei l the 2nd", NdeliusKind.RowOf(rows[0]).Offender!["Surname"]);
    }

    [Fact]
    public async Task Two_kinds_of_line_of_one_length_are_told_apart_by_their_section()
    {
        var disability = new NdeliusTextLine(NdeliusLineKind.Disability, 1) { ["TypeCode"] = "LD", ["TypeDescription"] = "Learning disability" };
        var provision = new NdeliusTextLine(NdeliusLineKind.Provision, 2) { ["Code"] = "03", ["Description"] = "Large print" };

        var row = NdeliusKind.RowOf((await ReadAsync(File(Day1, true, (77, [Offender(), disability, provision])))).Rows[0]);

        Assert.Equal("LD", Assert.Single(row.Of(NdeliusLineKind.Disability))["TypeCode"]);
        Assert.Equal("03", Assert.Single(row.Of(NdeliusLineKind.Provision))["Code"]);
    }

    [Fact]
    public async Task A_section_around_offenders_is_read_too()
    {
        string[] lines = [Header(Day1, true, 1), Section("DS", "PROVISION", 2), Bound("SS", "77"), Offender().Text,
            (new NdeliusTextLine(NdeliusLineKind.Provision, 2) { ["Code"] = "03" }).Text, Bound("SE", "77"), Section("DE", "PROVISION", 2), "FO"];

        var row = NdeliusKind.RowOf(Assert.Single((await ReadAsync(string.Join('\n', lines))).Rows));

        Assert.Single(row.Of(NdeliusLineKind.Provision));
    }

    [Fact]
    public async Task The_time_stamp_of_a_line_and_the_order_of_lines_are_no_part_of_what_a_row_says()
    {
        var one = await HashAsync(Day1, Offender(), Registration(5, "RHRH"), Registration(6, "ADVP"));
        var stamped = await HashAsync(Day1, Offender().Stamped("20991231235959"), Registration(6, "ADVP"), Registration(5, "RHRH").Stamped("~~~~~~~~~~~~~~"));
        var next = await HashAsync(Day1.AddDays(1), Offender(), Registration(5, "RHRH"), Registration(6, "ADVP"));
        var other = await HashAsync(Day1, Offender(), Registration(5, "RHRH"), Registration(6, "ADVP").Deleted);

        Assert.Equal(one, stamped);
        Assert.Equal(one, next);
        Assert.NotEqual(one, other);
    }

    [Fact]
    public async Task A_list_and_a_diff_never_say_the_same_and_a_diff_without_a_CRN_says_it_once_only()
    {
        var full = (await ReadAsync(File(Day1, true, (77, [Offender()])))).Rows[0];
        var diff = (await ReadAsync(File(Day1, false, (77, [Offender()])), mode: ImportMode.Diff)).Rows[0];
        var today = (await ReadAsync(File(Day1, false, (77, [Registration(5, "RHRH")])), mode: ImportMode.Diff)).Rows[0];
        var tomorrow = (await ReadAsync(File(Day1.AddDays(1), false, (77, [Registration(5, "RHRH")])), day: Day1.AddDays(1), mode: ImportMode.Diff)).Rows[0];

        Assert.NotEqual(full.Hash, diff.Hash);
        Assert.Equal("OFF:77", today.Key);
        Assert.NotEqual(today.Hash, tomorrow.Hash);
    }

    [Fact]
    public async Task A_line_that_no_layout_has_is_passed_over_with_a_warning()
    {
        var text = File(Day1, true, (77, [Offender()])).Replace(Bound("SE", "77"), $"LDshort\r\nXX what\r\n{Bound("SE", "77")}", StringComparison.Ordinal);

        var (rows, warnings) = await ReadAsync(text);

        Assert.Single(rows);
        Assert.Equal([(6, "UNKNOWN_LINE", ImportSeverity.Warning), (7, "UNKNOWN_LINE", ImportSeverity.Warning)], warnings.Select(w => (w.Line, w.Problem.Code, w.Problem.Severity)));
    }

    [Fact]
    public async Task Optional_lines_are_known_and_not_kept()
    {
        var release = $"LD1{new string('~', 660)}";
        var text = File(Day1, true, (77, [Offender()])).Replace(Bound("SE", "77"), $"{Section("DS", "RELEASE", 1)}\r\n{release}\r\n{Section("DE", "RELEASE", 1)}\r\n{Bound("SE", "77")}", StringComparison.Ordinal);

        var (rows, warnings) = await ReadAsync(text);

        Assert.Equal(2, Assert.Single(rows).Parts.Count);   // the head and the line of the person
        Assert.Empty(warnings);
    }

    [Theory]
    [InlineData("HEFULL", "XXFULL", "HEADER_MISSING")]
    [InlineData("FO\r\n", "", "FOOTER_MISSING")]
    [InlineData("FO\r\n", "FO\r\nLD\r\n", "FOOTER_MISSING")]
    [InlineData("20260302010000", "20260301010000", "RUN_DATE")]
    [InlineData("0100001~~~~~~~~~", "0100002~~~~~~~~~", "SECTION_COUNT")]
    [InlineData("DSOFFENDERS~~~~~~~~~~~~~~~~~~~~~1", "DSOFFENDERS~~~~~~~~~~~~~~~~~~~~~2", "SECTION_COUNT")]
    [InlineData("SE77", "SE78", "SECTION_COUNT")]
    [InlineData("HEFULL", "HEDIFF", "FILE_TYPE")]
    [InlineData("HEFULL", "HETEST", "FILE_TYPE")]
    public async Task A_file_that_is_not_whole_is_refused(string part, string instead, string code)
    {
        var text = File(Day1, true, (77, [Offender()]));
        Assert.Contains(part, text, StringComparison.Ordinal);

        var error = await Assert.ThrowsAsync<ImportFileException>(() => ReadAsync(text.Replace(part, instead, StringComparison.Ordinal)));

        Assert.Equal(code, error.Code);
    }

    [Fact]
    public async Task A_file_that_ends_within_an_offender_is_refused()
    {
        var text = File(Day1, true, (77, [Offender()]));

        var error = await Assert.ThrowsAsync<ImportFileException>(() => ReadAsync(text[..text.IndexOf("SE77", StringComparison.Ordinal)] + "FO\r\n"));

        Assert.Equal("SECTION_COUNT", error.Code);
    }

    [Fact]
    public async Task Letters_beyond_ASCII_count_as_one_character_in_either_encoding()
    {
        var text = File(Day1, true, (77, [Offender().With("Surname", "Zoë-Łuk")]), (78, [Offender("Y654321", 78)]));
        var latin = File(Day1, true, (77, [Offender().With("Surname", "Zoë-Luk")]), (78, [Offender("Y654321", 78)]));

        Assert.Equal("Zoë-Łuk", NdeliusKind.RowOf((await ReadAsync(text)).Rows[0]).Offender!["Surname"]);
        Assert.Equal("Zoë-Luk", NdeliusKind.RowOf((await ReadAsync(latin, Encoding.Latin1)).Rows[0]).Offender!["Surname"]);
    }

    [Theory]
    [InlineData("cfoextract_272_full_20260930010000.txt", ImportMode.Full)]
    [InlineData("cfoextract_1_diff_20260930235959.txt", ImportMode.Diff)]
    [InlineData("cfoextract_1_diff_20260930235959.zip", ImportMode.Diff)]
    public void A_name_says_the_mode_and_the_instant(string name, ImportMode mode)
    {
        var read = NdeliusFileName.Read(name)!;

        Assert.Equal((new DateOnly(2026, 9, 30), mode), (read.Day, read.Mode));
        Assert.NotNull(read.At);
    }

    [Theory]
    [InlineData("cfoextract_272_full_20260931010000.txt")]
    [InlineData("cfoextract_272722_full_20260930010000.txt")]
    [InlineData("cfoextract_272_part_20260930010000.txt")]
    [InlineData("cfoextract_272_full_20260930010000.dat")]
    [InlineData("xcfoextract_272_full_20260930010000.txt")]
    public void Any_other_name_is_no_extract(string name) => Assert.Null(NdeliusFileName.Read(name));

    [Fact]
    public void The_layout_is_checked_when_it_is_read()
    {
        const string Header = "record_prefix,record_type,line_length,section,field,offset0,column1,length,type\n";

        Assert.Contains("follow one another", Assert.Throws<TableException>(() => NdeliusLineType.Load(CsvTable.Read("t", Header + "LD,OAS,101,,Id,2,3,38,int\nLD,OAS,101,,Deleted,86,87,1,text\n"))).Message, StringComparison.Ordinal);
        Assert.Contains("there is no Offenders", Assert.Throws<TableException>(() => NdeliusLineType.Load(CsvTable.Read("t", Header + "LD,OAS,101,,Id,2,3,38,int\nLD,OAS,101,,Deleted,40,41,1,text\n"))).Message, StringComparison.Ordinal);
        Assert.Equal(17, NdeliusLineType.All.Length);
    }

    [Fact]
    public async Task A_large_file_streams_at_tens_of_megabytes_a_second()
    {
        var person = Lines(77, [Offender(), Manager(), .. Enumerable.Range(1, 8).Select(n => Registration(n, "RHRH")), Disposal(), Requirement(1, "W", "Unpaid work")]).ToList();
        const int People = 2000;
        var text = string.Join('\n', [Header(Day1, true, People), .. Enumerable.Repeat(person, People).SelectMany(p => p), "FO"]);
        var bytes = Encoding.ASCII.GetBytes(text);
        var reader = new NdeliusReader(new MemoryStream(bytes), Day1) { Mode = ImportMode.Full };
        var (rows, watch) = (0, Stopwatch.StartNew());

        await foreach (var _ in reader.ReadAsync(default))
        {
            rows++;
        }

        var speed = bytes.Length / 1_000_000.0 / watch.Elapsed.TotalSeconds;
        TestContext.Current.TestOutputHelper?.WriteLine($"{bytes.Length / 1_000_000} MB, {rows} rows, {speed:0} MB/s");
        Assert.Equal(People, rows);
        Assert.True(speed > 5, $"{speed:0.0} MB/s");
    }

    private static async Task<byte[]> HashAsync(DateOnly day, params NdeliusTextLine[] lines) => (await ReadAsync(File(day, true, (77, lines)), day: day)).Rows[0].Hash;

    private static async Task<(List<FileRow> Rows, List<RowError> Warnings)> ReadAsync(string text, Encoding? encoding = null, DateOnly? day = null, ImportMode mode = ImportMode.Full)
    {
        var reader = new NdeliusReader(new MemoryStream((encoding ?? Encoding.UTF8).GetBytes(text)), day ?? Day1) { Mode = mode };
        List<FileRow> rows = [];
        await foreach (var row in reader.ReadAsync(default))
        {
            rows.Add(row);
        }

        return (rows, [.. reader.TakeWarnings()]);
    }
}
