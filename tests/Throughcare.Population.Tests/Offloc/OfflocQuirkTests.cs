using System.Text;
using Throughcare.Population.Offloc;
using Xunit;

namespace Throughcare.Population.Tests.Offloc;

public sealed class OfflocQuirkTests
{
    private static readonly DateOnly Day = new(2026, 9, 30);

    [Fact]
    public async Task A_large_file_has_its_share_of_each_fault()
    {
        var report = await OfflocFile.WriteAsync(Stream.Null, new() { People = 87_500, Day = Day });

        Assert.InRange(report.Quirks[OfflocQuirk.UnquotedTopUpDate], 20, 70);
        Assert.InRange(report.Quirks[OfflocQuirk.LineBreakInRemark], 20, 70);
        Assert.InRange(report.Quirks[OfflocQuirk.WrongFieldCount], 6, 32);
        Assert.InRange(report.Quirks[OfflocQuirk.UnknownPrison], 6, 32);
        Assert.InRange(report.Quirks[OfflocQuirk.InvalidKey], 2, 20);
        Assert.InRange(report.Quirks[OfflocQuirk.EmptyValueInGroup], 110, 240);
        Assert.Equal(0, report.Quirks[OfflocQuirk.ImpossibleDateOfBirth]);
    }

    [Fact]
    public async Task The_report_counts_what_stands_in_the_file()
    {
        var file = await WrittenFile.Of(new() { People = 2_000, Day = Day, LeastOfEachQuirk = 4 });
        var text = Encoding.UTF8.GetString(file.Bytes);
        var quirks = file.Report.Quirks;

        Assert.All(quirks, quirk => Assert.True(quirk.Value >= 4, quirk.Key.ToString()));
        Assert.Equal(quirks[OfflocQuirk.LineBreakInRemark], text.Split("FICTIONAL\nFICTIONAL").Length + text.Split("FICTIONAL\r\nFICTIONAL").Length - 2);
        Assert.Equal(quirks[OfflocQuirk.UnquotedTopUpDate], text.Split("\r\n").Count(line => line.Length > 10 && char.IsDigit(line[^1]) && line[^11] == '|'));
        Assert.Equal(quirks[OfflocQuirk.EmptyValueInGroup], text.Split(",\"|\",").Length - 1);
        Assert.Equal(quirks[OfflocQuirk.WrongFieldCount], file.Records.Count(r => r.Length is 151 or 154));
        Assert.Equal(quirks[OfflocQuirk.UnknownPrison], file.Readable.Count(r => r[2] == "ZZQ"));
        Assert.Equal(quirks[OfflocQuirk.InvalidKey], file.Readable.Count(r => r[3].Length != 7));
        Assert.Equal(quirks[OfflocQuirk.ImpossibleDateOfBirth], file.Readable.Count(r => WrittenFile.Date(r[12]) > Day));
        Assert.Equal(file.Report.Records, file.Records.Count);
    }

    [Fact]
    public async Task Without_quirks_there_are_none()
    {
        var report = (await WrittenFile.Of(new() { People = 2_000, Day = Day, Quirks = false, LeastOfEachQuirk = 1 })).Report;

        Assert.All(report.Quirks, quirk => Assert.Equal(0, quirk.Value));
        Assert.Equal(0, report.Unreadable);
    }

    [Fact]
    public async Task A_line_with_an_unquoted_date_is_the_line_without_the_fault_but_for_its_quotes()
    {
        var options = new OfflocFileOptions { People = 300, Day = Day, LeastOfEachQuirk = 1 };
        var faulty = Encoding.UTF8.GetString((await WrittenFile.Of(options)).Bytes).Split("\r\n");
        var clean = Encoding.UTF8.GetString((await WrittenFile.Of(options with { Quirks = false })).Bytes).Split("\r\n");

        var line = Assert.Single(faulty, l => l.Length > 10 && char.IsDigit(l[^1]) && l[^11] == '|');
        Assert.Contains($"{line[..^10]}\"{line[^10..]}\"", clean);
        Assert.Equal(152, line.Split("\"|\"").Length);
    }

    [Theory]
    [InlineData("2026-02-01")]
    [InlineData("2026-11-23")]
    [InlineData("2028-02-29")]
    public async Task The_demonstration_has_its_people_and_one_of_each_fault_on_every_day(string day)
    {
        var file = await WrittenFile.Of(OfflocFileOptions.Demo(DateOnly.Parse(day)));

        Assert.Equal(310, file.Records.Count);
        Assert.All(file.Report.Quirks, quirk => Assert.True(quirk.Value >= 1, quirk.Key.ToString()));
        Assert.InRange(file.Report.Unreadable, 3, 10);
        var clean = await WrittenFile.Of(OfflocFileOptions.Demo(DateOnly.Parse(day)) with { Quirks = false });
        Assert.Equal(230, clean.Records.Count(r => r[2] == "LHI" && r[4] == "Male"));
        Assert.Equal(80, clean.Records.Count(r => r[2] == "LNI" && r[4] == "Female"));
    }

    [Fact]
    public async Task A_fault_stays_with_its_person_from_day_to_day()
    {
        var options = new OfflocFileOptions { People = 20_000, Day = Day };
        var today = (await WrittenFile.Of(options)).Readable.Where(r => r[2] == "ZZQ").Select(r => r[3]).ToHashSet();
        var tomorrow = await WrittenFile.Of(options with { Day = Day.AddDays(1) });

        Assert.NotEmpty(today);
        Assert.All(tomorrow.Readable.Where(r => today.Contains(r[3])), fields => Assert.Equal("ZZQ", fields[2]));
    }
}
