using System.Globalization;
using System.Text;
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
        using var answers = new MemoryStream(Encoding.UTF8.GetBytes(text));
        Assert.Contains("sex,date_of_birth", Assert.Throws<InvalidDataException>(() => RiskScoreFile.Score(answers, Stream.Null, Both)).Message, StringComparison.Ordinal);
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
            using var answers = new MemoryStream(Encoding.UTF8.GetBytes(text));
            var report = RiskScoreFile.Score(answers, Stream.Null, Both);

            Assert.True(report.Rows >= 1);
            Assert.True(report.RowsNotRead <= report.Rows);
        }, iter: 500);
    }

    [Fact]
    public void A_row_is_the_same_to_the_byte_as_one_written_without_haste() => (
        from shuffle in Gen.Int
        from rows in AnyRow.Array[1, 12]
        select (shuffle, rows)).Sample(file =>
    {
        var fields = RiskFields.Inputs.ToArray();
        new Random(file.shuffle).Shuffle(fields);
        var lines = file.rows.Select(cells => fields.Select(field => cells[(int)field]).ToArray()).ToList();
        var text = $"note,{string.Join(',', fields.Select(field => field.Key))}\n{string.Concat(lines.Select(cells => $"\"é \"\"\",{string.Join(',', cells)}\n"))}";

        Assert.Equal(Plainly(fields, lines), Text(text, Both));
    }, iter: 300);

    [Fact]
    public void A_file_in_utf_16_is_read_as_its_mark_says()
    {
        foreach (var wide in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            using var answers = new MemoryStream([.. wide.GetPreamble(), .. wide.GetBytes($"note,{Header}\né,{Man}\n")]);
            using var scores = new MemoryStream();
            RiskScoreFile.Score(answers, scores, Both);

            Assert.Equal(Text($"note,{Header}\né,{Man}\n", Both), Encoding.UTF8.GetString(scores.ToArray()));
        }
    }

    [Fact]
    public void Bytes_that_are_no_text_come_out_as_they_went_in()
    {
        using var answers = new MemoryStream([.. Encoding.UTF8.GetBytes($"note,{Header}\n"), 0xE9, 0xFF, .. Encoding.UTF8.GetBytes($",{Man}\n")]);
        using var scores = new MemoryStream();

        Assert.Equal(0, RiskScoreFile.Score(answers, scores, Both).RowsNotRead);
        Assert.True(scores.ToArray().AsSpan().IndexOf((byte[])[(byte)'\n', 0xE9, 0xFF, (byte)',']) > 0);
    }

    [Theory]
    [InlineData(1), InlineData(2), InlineData(3), InlineData(7)]
    public void However_little_comes_at_a_time_the_scores_are_the_same(int most)
    {
        var text = $"\uFEFFnote,{Header}\r\n\"two\nlines, \"\"one\"\" cell\",{Man}\r\n\r\n,{Man}\n\"never closed,{Man}";
        using var answers = new Dribble(Encoding.UTF8.GetBytes(text), most);
        using var scores = new MemoryStream();
        RiskScoreFile.Score(answers, scores, Both);

        Assert.Equal(Text(text, Both), Encoding.UTF8.GetString(scores.ToArray()));
    }

    [Fact]
    public void More_rows_need_no_more_memory()
    {
        _ = Allocated(1_000);

        Assert.InRange(Allocated(21_000) - Allocated(1_000), 0, 4_096);

        static long Allocated(int rows)
        {
            var quoted = Man.Replace("COMMUNITY", "\"COMMUNITY\"", StringComparison.Ordinal);
            using var answers = new MemoryStream(Encoding.UTF8.GetBytes($"{Header},sexual_history,drugs\n{string.Concat(Enumerable.Repeat($"{Man},N,heroin crack\n{quoted},,none\n", rows / 2))}"));
            var before = GC.GetAllocatedBytesForCurrentThread();
            RiskScoreFile.Score(answers, Stream.Null, []);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void A_long_file_is_read_in_pieces_and_every_row_comes_out()
    {
        var text = $"{Header}\n{string.Concat(Enumerable.Range(0, 5_000).Select(i => $"{i}{Man[1..]}\n"))}";
        using var answers = new MemoryStream(Encoding.UTF8.GetBytes(text));
        using var scores = new MemoryStream();

        var report = RiskScoreFile.Score(answers, scores, [RiskFamily.F2026]);

        Assert.Equal((5_000, 0), (report.Rows, report.RowsNotRead));
        Assert.Equal(Enumerable.Range(0, 5_000).Select(i => $"{i}"), Encoding.UTF8.GetString(scores.ToArray()).Split('\n')[1..^1].Select(line => line.Split(',')[0]));
    }

    private static string Text(string answers, params RiskFamily[] families)
    {
        using var reader = new MemoryStream(Encoding.UTF8.GetBytes(answers));
        using var scores = new MemoryStream();
        RiskScoreFile.Score(reader, scores, families);
        return Encoding.UTF8.GetString(scores.ToArray());
    }

    /// <summary>What should be written, from the scores by name.</summary>
    private static string Plainly(RiskField[] fields, List<string[]> lines)
    {
        var names = Both.SelectMany(RiskInstruments.Of).SelectMany(RiskScoreFile.OutputColumns).ToList();
        List<string> written = [string.Join(',', ["note", .. fields.Select(field => field.Key), .. names])];
        foreach (var cells in lines)
        {
            var input = new RiskInput();
            foreach (var (field, cell) in fields.Zip(cells))
            {
                input.Read(field, cell);
            }

            var values = Both.SelectMany(family => RiskCalculator.Score(input, family)).SelectMany(Values).ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
            written.Add(string.Join(',', ["\"é \"\"\"", .. cells, .. names.Select(name => values[name])]));
        }

        return string.Concat(written.Select(line => $"{line}\n"));
    }

    private static IEnumerable<(string Name, string Value)> Values(PredictorScore score)
    {
        var name = score.Instrument.Key;
        var isWhole = score.Instrument.IsWholePercent;
        return
        [
            (isWhole ? $"{name}_probability_2yr" : $"{name}_probability", Written(score.Probability)), ($"{name}_probability_1yr", Written(score.OneYearProbability)),
            ($"{name}_probability_static", Written(score.StaticProbability)), ($"{name}_probability_dynamic", Written(score.DynamicProbability)),
            (isWhole ? $"{name}_score_2yr" : $"{name}_score", score.Percent?.ToString(isWhole ? "0" : "0.00", CultureInfo.InvariantCulture) ?? ""),
            ($"{name}_score_1yr", $"{score.OneYearPercent}"), ($"{name}_points", $"{score.Points}"), ($"{name}_band", score.Band?.Code() ?? ""), ($"{name}_type", score.Type?.Code() ?? ""),
            ($"{name}_errors", string.Join('|', score.Problems.Select(problem => problem.Code))),
        ];

        static string Written(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";
    }

    /// <summary>A cell for every input, mostly right.</summary>
    private static Gen<string[]> AnyRow { get; } = Gen.Select(Gen.Int[0, 30], Gen.Int[0, 1_000]).Array[RiskFields.Inputs.Count].Select(any => RiskFields.Inputs
        .Select(field => Cell(field, any[(int)field].Item1, any[(int)field].Item2)).ToArray());

    private static string Cell(RiskField field, int kind, int number) => (kind, field.Kind) switch
    {
        (0, _) => "",
        (1, _) => "?",
        (2, FieldKind.Level or FieldKind.Whole) => $" {number} ",
        (3, FieldKind.Level or FieldKind.Whole) => $"-{number}",
        (4, FieldKind.Level or FieldKind.Whole) => "000001",
        (_, FieldKind.Level) => $"{number % 3}",
        (_, FieldKind.Whole) => $"{number % 40}",
        (_, FieldKind.Yn) => (number % 4) switch { 0 => "Y", 1 => "N", 2 => "y", _ => "n" },
        (_, FieldKind.Sex) => (number % 4) switch { 0 => "F", 1 => "m", _ => "M" },
        (2, FieldKind.Date) => "2023-02-29",
        (_, FieldKind.Date) => new DateOnly(field is RiskField.DateOfBirth ? 1980 : 2024, 1, 1).AddDays(number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        (2, FieldKind.Code) => "0460",
        (_, FieldKind.Code) => (number % 3) switch { 0 => "00801", 1 => "04600", _ => $"{number:00000}" },
        (_, FieldKind.Category) => kind > 4 ? "" : field is RiskField.Ogrs3Category ? "Robbery" : "ACQUISITIVE_VIOLENCE",
        (_, FieldKind.Supervision) => (number % 3) switch { 0 => "CUSTODY", 1 => "community", _ => "REMAND" },
        (_, FieldKind.Drugs) => (number % 3) switch { 0 => "none", 1 => "heroin  Crack", _ => "cannabis" },
        _ => (number % 3) switch { 0 => "none", 1 => "robbery weapon", _ => "None" },
    };

    /// <summary>Gives few bytes at a time, as a pipe does.</summary>
    private sealed class Dribble(byte[] bytes, int most) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, most));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, most)]);
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
