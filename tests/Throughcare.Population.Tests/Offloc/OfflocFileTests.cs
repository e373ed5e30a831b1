using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Throughcare.Domain.Rules;
using Throughcare.Population.Offloc;
using Throughcare.Population.People;
using Throughcare.Population.Tables;
using Xunit;

namespace Throughcare.Population.Tests.Offloc;

public sealed partial class OfflocFileTests
{
    private static readonly DateOnly Day = new(2026, 9, 30);

    private static readonly OfflocFileOptions Thousand = new() { People = 1_000, Day = Day };

    private static readonly OfflocFileOptions Clean = new() { People = 3_000, Day = Day, Quirks = false };

    [Fact]
    public async Task The_same_options_give_the_same_bytes()
    {
        var first = await WrittenFile.Of(Thousand);
        var second = await WrittenFile.Of(Thousand);

        Assert.Equal(first.Bytes, second.Bytes);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(first.Bytes)), first.Report.Sha256);
        Assert.Equal(first.Bytes.Length, first.Report.Bytes);
    }

    [Fact]
    public async Task Files_written_at_the_same_time_do_not_disturb_each_other()
    {
        var alone = await WrittenFile.Of(Thousand);
        var together = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => WrittenFile.Of(Thousand))));

        Assert.All(together, file => Assert.Equal(alone.Report.Sha256, file.Report.Sha256));
    }

    [Fact]
    public async Task The_file_of_fewer_people_is_the_beginning_of_that_of_more()
    {
        var more = await WrittenFile.Of(Thousand);
        var fewer = await WrittenFile.Of(Thousand with { People = 400 });

        Assert.Equal(fewer.Bytes, more.Bytes[..fewer.Bytes.Length]);
    }

    [Fact]
    public async Task The_small_file_is_the_one_that_was_agreed()
    {
        var file = await WrittenFile.Of(new() { People = 100, Day = Day, LeastOfEachQuirk = 1 });

        Assert.Equal("dbce267f7a4542bdff6f026d8ca6eb440f826b10c93e1324a87cef90025509b9", file.Report.Sha256);
    }

    [Fact]
    public async Task Another_seed_gives_other_people()
    {
        var one = await WrittenFile.Of(Clean with { People = 50 });
        var other = await WrittenFile.Of(Clean with { People = 50, Seed = 43 });

        Assert.NotEqual(one.Records.Select(r => r[6]), other.Records.Select(r => r[6]));
    }

    [Fact]
    public async Task The_name_carries_the_day()
    {
        var file = await WrittenFile.Of(Clean with { People = 1 });

        Assert.Equal("C_NOMIS_OFFENDER_30092026_FICTIONAL.dat", file.Report.FileName);
        Assert.All(file.Records, fields => Assert.Equal("30/09/2026", fields[0]));
    }

    [Theory]
    [InlineData("2026-01-01")]
    [InlineData("2026-09-30")]
    [InlineData("2031-02-28")]
    public async Task Every_day_has_exactly_so_many_people_and_each_once(string day)
    {
        var file = await WrittenFile.Of(Clean with { Day = DateOnly.Parse(day) });

        Assert.Equal(3_000, file.Records.Count);
        Assert.Equal(3_000, file.Report.Records);
        Assert.All(file.Records, fields => Assert.Equal(153, fields.Length));
        Assert.Distinct(file.Records.Select(fields => fields[3]));
        Assert.Distinct(file.Records.Select(fields => fields[5]));
    }

    [Fact]
    public async Task Every_line_stands_in_quotes_and_ends_with_carriage_return_and_line_feed()
    {
        var file = await WrittenFile.Of(Clean with { People = 200 });
        var text = Encoding.UTF8.GetString(file.Bytes);

        var lines = text.Split("\r\n");
        Assert.Equal("", lines[^1]);
        Assert.Equal(200, lines.Length - 1);
        Assert.All(lines[..^1], line =>
        {
            Assert.StartsWith("\"30/09/2026\"|\"", line, StringComparison.Ordinal);
            Assert.EndsWith("\"", line, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', line);
        });
    }

    [Fact]
    public async Task Fields_that_are_never_stored_say_that_they_are_fictional()
    {
        var file = await WrittenFile.Of(Clean with { People = 20 });
        var neverStored = PrisonTables.Shared.OfflocFields.Index()
            .Where(f => !f.Item.Imported && !f.Item.Name.Contains("to be left blank", StringComparison.Ordinal) && f.Index != 144)
            .Select(f => f.Index).ToList();

        Assert.NotEmpty(neverStored);
        Assert.All(file.Records, fields => Assert.All(neverStored, at => Assert.Equal("FICTIONAL", fields[at])));
    }

    [Fact]
    public async Task Every_coded_field_has_a_value_of_its_list()
    {
        var file = await WrittenFile.Of(Clean);
        var prisons = Column("reference/establishments.csv", "code");
        var sexes = Column("codes/sex.csv", "description");
        var statuses = Column("codes/imprisonment-statuses.csv", "description");
        var categories = Column("codes/security-categories.csv", "prison_system_text");
        var incentives = Column("codes/incentive-level.csv", "description");
        var movements = Column("codes/movement-reasons.csv", "code");
        var alerts = Column("codes/alert-codes.csv", "description");
        var relationships = Column("codes/relationship.csv", "description");

        Assert.All(file.Records, fields =>
        {
            Assert.Contains(fields[2], prisons);
            Assert.Contains(fields[4], sexes);
            Assert.Contains(fields[24], statuses);
            Assert.Contains(fields[25], categories);
            Assert.Contains(fields[19], incentives);
            Assert.Contains(fields[139], movements);
            Assert.True(fields[134].Length == 0 || movements.Contains(fields[134]));
            Assert.All(List(fields[147]), alert => Assert.Contains(alert, alerts));
            Assert.True(fields[101].Length == 0 || relationships.Contains(fields[101]));
        });
        foreach (var (field, table) in new[] { (13, "nationality"), (14, "ethnicity"), (15, "religion"), (16, "marital-status") })
        {
            Assert.Subset(Column($"codes/{table}.csv", "description"), file.Records.Select(r => r[field]).ToHashSet());
        }
    }

    [Fact]
    public async Task An_alert_text_names_one_alert_in_use()
    {
        var file = await WrittenFile.Of(Clean);
        var inUse = Domain.Rules.CsvTable.Load("codes/alert-codes.csv").Rows.Where(row => row["active"] == "true")
            .ToLookup(row => row["description"], StringComparer.OrdinalIgnoreCase);

        Assert.All(file.Records.SelectMany(r => List(r[147])).Distinct(), alert => Assert.Single(inUse[alert]));
        Assert.All(file.Records, fields => Assert.Distinct(List(fields[147])));
    }

    [Fact]
    public async Task Groups_of_six_have_six_parts()
    {
        var file = await WrittenFile.Of(Thousand);

        Assert.All(file.Readable.SelectMany(r => List(r[151]).Concat(List(r[144]))), item => Assert.Equal(6, item.Split("\",\"").Length));
        Assert.Contains(file.Readable, r => List(r[151]).Count == 2);
    }

    [Fact]
    public async Task Numbers_come_from_the_ranges_kept_for_people_who_do_not_exist()
    {
        var file = await WrittenFile.Of(Clean);

        Assert.All(file.Records, fields =>
        {
            Assert.Matches("^A[0-9]{4}[YZ][A-Z]$", fields[3]);
            Assert.All([fields[5], .. List(fields[30])], booking => Assert.Matches("^([W-Z][A-Z][0-9]{4}|[W-Z][0-9]{5}|[0-9]{5}[W-Z])$", booking));
            Assert.All(List(fields[47]), pnc => Assert.Matches("^[0-9]{2}/9[0-9]{6}[A-Z]$", pnc));
            Assert.Matches("^(9[0-9]{5}/[0-9]{2}[A-Z])?$", fields[9]);
            Assert.All([fields[84], fields[92], fields[99], fields[108], fields[116]],
                postcode => Assert.Matches("^(Q[XV][0-9]{1,2} [0-9][A-Z]{2})?$", postcode));
        });
    }

    [Fact]
    public async Task Check_letters_are_right_except_in_three_of_a_hundred_PNC_numbers()
    {
        var clean = await WrittenFile.Of(Clean);
        var real = await WrittenFile.Of(Clean with { Quirks = true, People = 10_000 });

        Assert.All(clean.Records.SelectMany(r => List(r[47]).Append(r[9])).Where(n => n.Length > 0), number => Assert.True(HasRightLetter(number)));
        var pncs = real.Readable.Select(r => List(r[47]).FirstOrDefault("")).Where(p => p.Length > 0).ToList();
        Assert.InRange(pncs.Count / 10_000.0, 0.95, 0.97);
        Assert.InRange(pncs.Count(p => !HasRightLetter(p)) / (double)pncs.Count, 0.025, 0.035);
    }

    [Fact]
    public async Task Dates_are_ones_that_an_import_accepts_and_stand_in_order()
    {
        var file = await WrittenFile.Of(Clean);

        Assert.All(file.Records, fields =>
        {
            var dates = PrisonTables.Shared.OfflocFields.Index().Where(f => f.Item.Imported && IsDate(f.Index))
                .Select(f => WrittenFile.Date(fields[f.Index])).OfType<DateOnly>();
            Assert.All(dates, date => Assert.InRange(date, new DateOnly(1900, 1, 1), Day.AddYears(100)));
            Assert.True(WrittenFile.Date(fields[12])!.Value.AgeAsAt(Day) >= 18);
            Assert.True(WrittenFile.Date(fields[39]) <= Day);
            Assert.True(WrittenFile.Date(fields[22]) <= WrittenFile.Date(fields[135]));
            Assert.True(WrittenFile.Date(fields[135]) <= Day);

            InOrder(fields, 40, 67, 70, 66, 152);
            InOrder(fields, 40, 69, 70);
            InOrder(fields, 39, 40);
        });
    }

    [Fact]
    public async Task Nobody_in_prison_is_past_the_recorded_release_unless_recalled_or_serving_life()
    {
        var file = await WrittenFile.Of(Clean);

        var due = file.Records.Where(r => r[70].Length > 0 && !r[24].Contains("Recall", StringComparison.Ordinal)).ToList();
        Assert.True(due.Count > 1_000);
        Assert.All(due, fields => Assert.True(WrittenFile.Date(fields[70]) > Day));
    }

    [Fact]
    public async Task Those_recalled_for_a_fixed_term_leave_on_its_last_day()
    {
        var recalled = (await WrittenFile.Of(Clean)).Records.Where(r => r[24] == "ORA 28 Day Fixed Term Recall").ToList();

        Assert.NotEmpty(recalled);
        Assert.All(recalled, fields =>
        {
            Assert.Equal(WrittenFile.Date(fields[22])!.Value.AddDays(27), WrittenFile.Date(fields[31]));
            Assert.True(WrittenFile.Date(fields[70]) < WrittenFile.Date(fields[22]));
            Assert.Equal("", fields[67]);
        });
    }

    [Fact]
    public async Task Offences_can_be_read_back_into_their_groups()
    {
        var keywords = Domain.Rules.CsvTable.Load("reference/offence-group-keywords.csv").Rows
            .Select(row => (Words: $" {row["words"]} ", Group: row["offence_group"])).ToList();
        string GroupOf(string text)
        {
            var words = $" {NotLetters().Replace(text.ToUpperInvariant(), " ").Trim()} ";
            return keywords.FirstOrDefault(k => words.Contains(k.Words, StringComparison.Ordinal), (Words: "", Group: "UNK")).Group;
        }

        Assert.All(OffenceTexts.All, group => Assert.All(group.Value, text => Assert.Equal(group.Key, GroupOf(text))));
        Assert.Equal("VAP", GroupOf(OffenceTexts.OfLife("VAP")[0]));
        Assert.InRange((await WrittenFile.Of(Clean)).Records.Count(r => GroupOf(r[42]) == "VAP") / 3_000.0, 0.30, 0.40);
    }

    [Fact]
    public async Task The_people_have_the_shares_of_the_published_tables()
    {
        var records = (await WrittenFile.Of(Clean with { People = 20_000 })).Records;
        double Share(Func<string[], bool> which) => records.Count(which) / 20_000.0;
        bool Aged(string[] fields, int from, int to) => WrittenFile.Date(fields[12])!.Value.AgeAsAt(Day) is var age && age >= from && age <= to;

        Assert.InRange(Share(r => r[4] == "Female"), 0.035, 0.045);
        Assert.InRange(Share(r => r[25] == "Unsentenced"), 0.19, 0.21);
        Assert.InRange(Share(r => r[24].Contains("Recall", StringComparison.Ordinal)), 0.13, 0.15);
        Assert.InRange(Share(r => Aged(r, 30, 39)), 0.32, 0.34);
        Assert.InRange(Share(r => r[109].Length > 0), 0.78, 0.80);
        Assert.InRange(Share(r => r[19] == "Enhanced"), 0.47, 0.49);
    }

    [Theory]
    [InlineData(0, 1, "number of people")]
    [InlineData(90_001, 1, "number of people")]
    [InlineData(10, -400, "1 January 2026")]
    public async Task A_file_that_can_not_be_is_refused_in_words(int people, int days, string words)
    {
        var problem = await Assert.ThrowsAsync<ArgumentException>(() => WrittenFile.Of(Clean with { People = people, Day = Day.AddDays(days) }));

        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_prison_that_there_is_not_is_refused_in_words()
    {
        var problem = await Assert.ThrowsAsync<ArgumentException>(() => WrittenFile.Of(OfflocFileOptions.At(Day, new OfflocPlace("QQQ", 3))));

        Assert.Equal("There is no active prison with the code QQQ", problem.Message);
    }

    private static bool IsDate(int field) => field is 0 or 12 or 22 or 26 or 31 or 39 or 40 or 64 or (>= 66 and <= 73) or 135 or 152;

    private static void InOrder(string[] fields, params int[] at)
    {
        var days = at.Select(i => WrittenFile.Date(fields[i])).OfType<DateOnly>().ToList();
        Assert.Equal(days.Order(), days);
    }

    private static List<string> List(string field) => [.. field.Split("\"~\"", StringSplitOptions.RemoveEmptyEntries)];

    private static HashSet<string> Column(string table, string column) =>
        [.. Domain.Rules.CsvTable.Load(table).Rows.Select(row => row[column])];

    private static bool HasRightLetter(string number)
    {
        var isPnc = number[2] == '/';
        var (year, serial) = isPnc ? (number[..2], number[3..^1]) : (number[7..9], number[..6]);
        return number[^1] == FictionalNumbers.CheckLetter(int.Parse(year), int.Parse(serial), isPnc ? 7 : 6);
    }

    [GeneratedRegex("[^A-Z0-9]+")]
    private static partial Regex NotLetters();
}
