using System.Globalization;
using CsCheck;
using Throughcare.Exchange.Assessment;
using Throughcare.Risk;
using Xunit;

namespace Throughcare.Exchange.Tests.Assessment;

public sealed class RiskScoreFileTests
{
    private const string Header = "id,sex,date_of_birth,assessment_date,conviction_date,community_date,offence_code,age_first_sanction,total_sanctions,violent_sanctions,supervision";
    private const string Man = "7,M,1984-05-05,2026-06-15,2026-01-19,2026-05-10,04600,14,38,3,COMMUNITY";

    private static readonly RiskFamily[] Both = [RiskFamily.Previous, RiskFamily.F2026];

    [Fact]
    public void Every_row_is_written_again_with_its_scores_beside_it()
    {
        var row = Assert.Single(Score($"{Header}\n{Man}\n"));

        Assert.Equal(("7", "04600"), (row["id"], row["offence_code"]));
        Assert.Equal(("74", "86", "HIGH", "STATIC", ""), (row["ogrs3_score_1yr"], row["ogrs3_score_2yr"], row["ogrs3_band"], row["ogrs3_type"], row["ogrs3_errors"]));
        Assert.Equal(("79.34", "HIGH", "STATIC", "MISSING_DYNAMIC_INPUT"), (row["arp_score"], row["arp_band"], row["arp_type"], row["arp_errors"]));
        Assert.Equal((row["arp_probability"], ""), (row["arp_probability_static"], row["arp_probability_dynamic"]));
        Assert.Equal(0.793361, double.Parse(row["arp_probability"], CultureInfo.InvariantCulture), 1e-6);
        Assert.Equal(("", "", "MISSING_MANDATORY_INPUT"), (row["ogp_points"], row["ogp_score_2yr"], row["ogp_errors"]));
        Assert.Equal(("1.31", ""), (row["snsv_score"], row["snsv_band"]));
    }

    [Fact]
    public void Only_the_family_that_is_asked_for_is_written()
    {
        Assert.DoesNotContain("ogrs3", Text($"{Header}\n{Man}\n", RiskFamily.F2026), StringComparison.Ordinal);
        Assert.DoesNotContain("csrp", Text($"{Header}\n{Man}\n", RiskFamily.Previous), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_is_wrong_says_so_and_the_next_one_is_scored()
    {
        var rows = Score($"{Header}\n{Man.Replace("1984-05-05", "5 May", StringComparison.Ordinal)}\n{Man},too,many\n\"never closed,{Man}\n{Man}\n7,M\n");

        Assert.Equal(
            ["INPUT_NOT_UNDERSTOOD", "INPUT_NOT_UNDERSTOOD", "INPUT_NOT_UNDERSTOOD", "MISSING_DYNAMIC_INPUT", "MISSING_MANDATORY_INPUT"],
            rows.Select(row => row["arp_errors"].Split('|')[0]));
        Assert.Equal(["", "", "", "79.34", ""], rows.Select(row => row["arp_score"]));
    }

    [Fact]
    public void Quotes_byte_order_marks_and_windows_line_ends_are_no_trouble()
    {
        var row = Assert.Single(Score($"\uFEFFnote,{Header}\r\n\"said \"\"no\"\", twice\",{Man}\r\n"));

        Assert.Equal("said \"no\", twice", row["note"]);
        Assert.Equal("79.34", row["arp_score"]);
    }

    [Theory]
    [InlineData(""), InlineData("\n\n"), InlineData("a,b,c\n1,2,3\n")]
    public void A_file_that_names_no_inputs_is_refused(string text)
    {
        using var reader = new StringReader(text);
        Assert.Contains("sex,date_of_birth", Assert.Throws<InvalidDataException>(() => RiskScoreFile.Score(reader, TextWriter.Null, Both)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_category_stands_in_for_the_code_and_wins_over_it()
    {
        var rows = Score($"{Header},arp_category,ogrs3_category\n{Man},,\n{Man},ACQUISITIVE_VIOLENCE,ROBBERY\n{Man.Replace("04600", "", StringComparison.Ordinal)},THEFT_NON_MOTOR,THEFT_NON_MOTOR\n");

        Assert.NotEqual(rows[0]["arp_score"], rows[1]["arp_score"]);
        Assert.NotEqual(rows[0]["ogrs3_score_2yr"], rows[1]["ogrs3_score_2yr"]);
        Assert.Equal((rows[0]["arp_score"], rows[0]["ogrs3_score_2yr"]), (rows[2]["arp_score"], rows[2]["ogrs3_score_2yr"]));
    }

    [Fact]
    public void Whatever_stands_in_a_row_nothing_is_thrown_and_no_row_is_lost()
    {
        var cell = Gen.Char["\",\r\n;=-+ABYN0129/é\u0000 "].Array[0, 12].Select(chars => new string(chars));
        Gen.Select(cell.Array[0, 14], Gen.Int[0, 3]).Array[1, 20].Sample(rows =>
        {
            var text = $"{Header}\n{string.Join('\n', rows.Select(row => string.Join(',', row.Item1)))}\n{Man}\n";
            using var reader = new StringReader(text);
            using var writer = new StringWriter();
            var report = RiskScoreFile.Score(reader, writer, Both);

            Assert.True(report.Rows >= 1);
            Assert.True(report.RowsNotRead <= report.Rows);
        }, iter: 500);
    }

    [Fact]
    public void A_long_file_is_read_in_pieces_and_every_row_comes_out()
    {
        var text = $"{Header}\n{string.Concat(Enumerable.Range(0, 5_000).Select(i => $"{i}{Man[1..]}\n"))}";
        using var reader = new StringReader(text);
        using var writer = new StringWriter();

        var report = RiskScoreFile.Score(reader, writer, [RiskFamily.F2026]);

        Assert.Equal((5_000, 0), (report.Rows, report.RowsNotRead));
        Assert.Equal(Enumerable.Range(0, 5_000).Select(i => $"{i}"), writer.ToString().Split('\n')[1..^1].Select(line => line.Split(',')[0]));
    }

    private static string Text(string answers, params RiskFamily[] families)
    {
        using var reader = new StringReader(answers);
        using var writer = new StringWriter();
        RiskScoreFile.Score(reader, writer, families);
        return writer.ToString();
    }

    private static List<Dictionary<string, string>> Score(string answers)
    {
        using var text = new StringReader(Text(answers, Both));
        using var csv = new CsvHelper.CsvReader(text, CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var names = csv.HeaderRecord!.Select(name => name.Trim('\uFEFF')).ToList();
        List<Dictionary<string, string>> rows = [];
        while (csv.Read())
        {
            rows.Add(names.Select((name, at) => (name, Value: csv.GetField(at)!)).ToDictionary(pair => pair.name, pair => pair.Value, StringComparer.Ordinal));
        }

        return rows;
    }
}
