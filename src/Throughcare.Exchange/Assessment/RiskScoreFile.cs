using System.Text;
using Throughcare.Risk;

namespace Throughcare.Exchange.Assessment;

/// <summary>Scores a file of answers: a row in, the same row out with the scores of each instrument beside it.</summary>
/// <remarks>Streams: memory does not grow with the file. What is wrong with a row stands in its columns of problems, and the next row is scored.</remarks>
public static class RiskScoreFile
{
    private const int RowsBetweenReports = 100_000;

    private static readonly byte[][] Bands = [.. Enum.GetValues<PredictorBand>().Select(band => Encoding.UTF8.GetBytes(band.Code()))];
    private static readonly byte[][] Types = [.. Enum.GetValues<ScoreType>().Select(type => Encoding.UTF8.GetBytes(type.Code()))];

    /// <summary>What came of a file.</summary>
    /// <param name="Rows">Rows scored.</param>
    /// <param name="RowsNotRead">Rows of which a cell could not be read, or that have more cells than the header.</param>
    public sealed record Report(long Rows, long RowsNotRead);

    /// <param name="answers">In UTF-8, or as its byte order mark says.</param>
    /// <param name="scores">Written in UTF-8 without a mark; what came in is written as it came.</param>
    /// <param name="families">The families to score, in order.</param>
    /// <param name="progress">Rows so far, now and then.</param>
    /// <exception cref="InvalidDataException">There is no header, or it names none of the inputs.</exception>
    public static Report Score(Stream answers, Stream scores, IReadOnlyList<RiskFamily> families, IProgress<long>? progress = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(families);
        var records = new CsvRecords(answers);
        if (!records.Read())
        {
            throw new InvalidDataException("The file is empty: its first row must name the inputs, such as sex,date_of_birth,offence_code");
        }

        var columns = Columns(records);
        if (columns.All(column => column is null))
        {
            throw new InvalidDataException("The first row names none of the inputs: it must hold names such as sex,date_of_birth,offence_code");
        }

        var row = new RowText(scores);
        row.Raw(records.Raw);
        foreach (var name in families.SelectMany(RiskInstruments.Of).SelectMany(OutputColumns))
        {
            row.Comma();
            row.Text(name);
        }

        row.EndRow();
        (int At, RiskField Field)[] inputs = [.. columns.Index().Where(column => column.Item is not null).Select(column => (column.Index, column.Item!.Value))];
        var input = new RiskInput();
        var (rows, notRead) = (0L, 0L);
        while (records.Read())
        {
            var isRowRead = records.IsWhole && records.Count <= columns.Length;
            var isRead = Fill(input, records, inputs) && isRowRead;
            Echo(row, records, columns.Length);
            foreach (var family in families)
            {
                Write(row, input, family, isRowRead);
            }

            row.EndRow();
            rows++;
            notRead += isRead ? 0 : 1;
            if (rows % RowsBetweenReports == 0)
            {
                stop.ThrowIfCancellationRequested();
                progress?.Report(rows);
            }
        }

        row.Flush();
        scores.Flush();
        return new(rows, notRead);
    }

    /// <summary>The columns that an instrument adds.</summary>
    public static IEnumerable<string> OutputColumns(RiskInstrument instrument)
    {
        var key = instrument.Key;
        string[] years = instrument.IsWholePercent ? ["_1yr", "_2yr"] : [""];
        return
        [
            .. years.Select(year => $"{key}_probability{year}"), .. instrument.HasBothTypes ? new[] { $"{key}_probability_static", $"{key}_probability_dynamic" } : [],
            .. years.Select(year => $"{key}_score{year}"), .. instrument.HasPoints ? new[] { $"{key}_points" } : [], $"{key}_band", $"{key}_type", $"{key}_errors",
        ];
    }

    private static RiskField?[] Columns(CsvRecords records)
    {
        var columns = new RiskField?[records.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            var found = RiskFields.Find(Encoding.UTF8.GetString(records[i]).Trim('\uFEFF').Trim());
            columns[i] = found is { } field && !columns.Contains(field) ? field : null;
        }

        return columns;
    }

    private static bool Fill(RiskInput input, CsvRecords records, (int At, RiskField Field)[] inputs)
    {
        input.Clear();
        var isRead = true;
        foreach (var (at, field) in inputs)
        {
            if (at < records.Count && records[at] is { IsEmpty: false } text)
            {
                isRead &= input.Read(field, text);
            }
        }

        return isRead;
    }

    /// <summary>Every cell as it came; a short row is filled, a long one cut, so that the scores stand under their names.</summary>
    private static void Echo(RowText row, CsvRecords records, int columns)
    {
        if (records.IsWhole && records.Count == columns)
        {
            row.Raw(records.Raw);
            return;
        }

        for (var i = 0; i < columns; i++)
        {
            if (i > 0)
            {
                row.Comma();
            }

            if (i < records.Count)
            {
                Echo(row, records.RawCell(i), records.IsWhole);
            }
        }
    }

    private static void Echo(RowText row, ReadOnlySpan<byte> cell, bool isWhole)
    {
        if (isWhole)
        {
            row.Raw(cell);
            return;
        }

        row.Raw("\""u8);
        foreach (var part in cell.Split((byte)'"'))
        {
            row.Raw(part.Start.Value > 0 ? "\"\""u8 : default);
            row.Raw(cell[part]);
        }

        row.Raw("\""u8);
    }

    private static void Write(RowText row, RiskInput input, RiskFamily family, bool isRowRead)
    {
        if (family is RiskFamily.Previous)
        {
            var scores = RiskCalculator.ScorePrevious(input);
            Write(row, scores.Ogrs3, isRowRead);
            Write(row, scores.Ogp, isRowRead);
            Write(row, scores.Ovp, isRowRead);
            Write(row, scores.Snsv, isRowRead);
            Write(row, scores.OspDc, isRowRead);
            Write(row, scores.OspIic, isRowRead);
            Write(row, scores.Rsr, isRowRead);
        }
        else
        {
            var scores = RiskCalculator.Score2026(input);
            Write(row, scores.Arp, isRowRead);
            Write(row, scores.Vrp, isRowRead);
            Write(row, scores.Svrp, isRowRead);
            Write(row, scores.DcSrp, isRowRead);
            Write(row, scores.IicSrp, isRowRead);
            Write(row, scores.Csrp, isRowRead);
        }
    }

    /// <param name="isRowRead">A row whose cells cannot be told apart gives no score at all.</param>
    private static void Write(RowText row, in PredictorScore score, bool isRowRead)
    {
        var instrument = score.Instrument;
        if (!isRowRead)
        {
            foreach (var column in OutputColumns(instrument))
            {
                row.Comma();
                row.Raw(column.EndsWith("_errors", StringComparison.Ordinal) ? "INPUT_NOT_UNDERSTOOD"u8 : default);
            }

            return;
        }

        row.Comma();
        if (instrument.IsWholePercent)
        {
            row.Number(score.OneYearProbability);
            row.Comma();
        }

        var two = row.Number(score.Probability);
        if (instrument.HasBothTypes)
        {
            row.Comma();
            Version(row, score.StaticProbability, score.Type is ScoreType.Static, two);
            row.Comma();
            Version(row, score.DynamicProbability, score.Type is ScoreType.Dynamic, two);
        }

        row.Comma();
        if (instrument.IsWholePercent)
        {
            row.Number(score.OneYearPercent);
            row.Comma();
            row.Number((int?)score.Percent);
        }
        else if (score.Percent is { } percent)
        {
            row.Hundredths((int)(percent * 100));
        }

        if (instrument.HasPoints)
        {
            row.Comma();
            row.Number(score.Points);
        }

        row.Comma();
        row.Raw(score.Band is { } band ? Bands[(int)band] : default);
        row.Comma();
        row.Raw(score.Type is { } type ? Types[(int)type] : default);
        row.Comma();
        var problems = score.Problems;
        for (var i = 0; i < problems.Count; i++)
        {
            row.Raw(i > 0 ? "|"u8 : default);
            row.Text(problems[i].Code);
        }
    }

    /// <param name="shown">The score as written: of one version it is the score, and need not be made into text twice.</param>
    private static void Version(RowText row, double? value, bool isShown, (int Start, int Length) shown)
    {
        if (isShown)
        {
            row.Again(shown);
        }
        else
        {
            row.Number(value);
        }
    }
}
