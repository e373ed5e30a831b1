using System.Globalization;
using Throughcare.Domain.Rules;
using Throughcare.Population.Cases;
using Throughcare.Population.Oasys;
using Throughcare.Population.Tests.Files;
using Throughcare.Population.Tests.Ndelius;
using Xunit;

namespace Throughcare.Population.Tests.Oasys;

public sealed class OasysFileTests
{
    private static readonly CaseloadOptions Options = new() { People = 4_000, Day = new(2026, 9, 30) };

    private static readonly string[] Levels = ["LOW", "MEDIUM", "HIGH", "VERY_HIGH"];

    private static readonly string[] Percentages =
        ["ogrs3_1yr", "ogrs3_2yr", "ogp_1yr", "ogp_2yr", "ovp_1yr", "ovp_2yr", "rsr_static", "rsr_dynamic", "osp_dc", "osp_iic"];

    [Fact]
    public async Task The_same_options_give_the_same_bytes_and_the_agreed_ones()
    {
        var small = Options with { People = 100 };
        var file = await CsvFile.Of(OasysFile.WriteAsync, small);

        Assert.Equal("oasys_summary_20260930_FICTIONAL.csv", file.Report.FileName);
        Assert.Equal(file.Bytes, (await CsvFile.Of(OasysFile.WriteAsync, small)).Bytes);
        Assert.Equal("c92df278fd89f49d4c352e4ef118b5a2f32269c1b447687f00838a55e831f7ee", file.Report.Sha256);
    }

    [Fact]
    public async Task Seven_in_ten_people_have_one_to_three_assessments_under_the_numbers_of_their_record()
    {
        var rows = (await CsvFile.Of(OasysFile.WriteAsync, Options)).Table.Rows;
        var records = (await WrittenExtract.Of(Options)).Of("Offenders").ToDictionary(line => line["CRN"], StringComparer.Ordinal);
        var people = rows.GroupBy(row => row["crn"]).ToList();

        Assert.Distinct(rows.Select(row => row["oasys_id"]));
        Assert.InRange(people.Count / (double)records.Count, 0.68, 0.72);
        Assert.All(people, person => Assert.InRange(person.Count(), 1, 3));
        Assert.All(rows, row => Assert.Equal(records[row["crn"]]["NOMISNumber"], row["nomis_number"]));
    }

    [Fact]
    public async Task Required_fields_are_filled_and_dates_follow_one_another()
    {
        var rows = (await CsvFile.Of(OasysFile.WriteAsync, Options)).Table.Rows;

        Assert.All(rows, row =>
        {
            Assert.Matches("^9[0-9]{11}$", row["oasys_id"]);
            Assert.Contains(row["assessment_type"], (string[])["LAYER1", "LAYER3", "RSR", "FULL"]);
            Assert.Contains(row["status"], (string[])["OPEN", "LOCKED_INCOMPLETE", "COMPLETE", "DELETED"]);
            Assert.True(row.Date("initiation_date") <= Options.Day);
            Assert.Equal(row["status"] is "COMPLETE" or "DELETED", row.OptionalDate("completed_date") is not null);
            Assert.True(row.OptionalDate("completed_date") is not { } done || (done > row.Date("initiation_date") && done <= Options.Day));
        });
    }

    [Fact]
    public async Task The_overall_level_is_the_highest_cell()
    {
        var file = await CsvFile.Of(OasysFile.WriteAsync, Options);
        var cells = file.Table.Columns.Where(c => c.StartsWith("rosh_", StringComparison.Ordinal) && c != "rosh_overall").ToList();

        Assert.Equal(9, cells.Count);
        Assert.Equal("rosh_children_community", cells[0]);
        Assert.Equal("rosh_staff_custody", cells[^1]);
        Assert.Contains(file.Table.Rows, row => row["rosh_overall"] == "VERY_HIGH");
        Assert.All(file.Table.Rows, row => Assert.Equal(
            Array.IndexOf(Levels, row["rosh_overall"]), cells.Max(cell => Array.IndexOf(Levels, row[cell]))));
    }

    [Fact]
    public async Task One_row_in_two_thousand_has_a_score_that_is_no_percentage()
    {
        var rows = (await CsvFile.Of(OasysFile.WriteAsync, Options with { People = 20_000 })).Table.Rows;
        var wrong = rows.Count(row => !Percentages.All(column => IsPercentage(row[column])));

        Assert.InRange(wrong / (double)rows.Count, 0.0001, 0.0011);
    }

    private static bool IsPercentage(string text) =>
        text.Length == 0 || decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture) is >= 0 and <= 100;
}
