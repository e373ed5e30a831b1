using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Offloc;
using Throughcare.Exchange.Record;

namespace Throughcare.Exchange.Csv;

/// <summary>A list with a header row: CSV, UTF-8 with or without a mark, comma, quotes doubled.</summary>
internal abstract partial class CsvKind : RowKind
{
    public const string MissingColumn = "MISSING_COLUMN";
    public const string UnknownColumn = "UNKNOWN_COLUMN";
    public const string MissingValue = "MISSING_VALUE";

    private const int LongestKey = 40;
    private const int LongestCell = 64 * 1024;

    public abstract CsvShape Shape { get; }

    public override string Endings => ".csv";

    /// <summary>How the names of such files begin, in lower case.</summary>
    protected abstract IReadOnlyList<string> Beginnings { get; }

    /// <summary>What names a row in its source; equal for the same thing in every file.</summary>
    protected abstract string KeyOf(CsvValues values);

    /// <summary>What is wrong with the row as a whole, once each of its cells is right.</summary>
    protected virtual RowProblem? Look(CsvValues values) => null;

    public sealed override bool IsNamed(string fileName) => Beginnings.Any(b =>
        fileName.StartsWith(b, StringComparison.OrdinalIgnoreCase) && (fileName.Length == b.Length || !char.IsAsciiLetter(fileName[b.Length])));

    /// <remarks>The mode is that of changes: such a list says nothing about the sizes of lists before it.</remarks>
    public sealed override ImportName? Read(string fileName, DateOnly today) =>
        !fileName.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? null
        : DayIn().Match(fileName) is not { Success: true } day ? new(today, ImportMode.Diff)
        : DateOnly.TryParseExact(day.Value.Replace("-", "", StringComparison.Ordinal), "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            ? new(on, ImportMode.Diff)
            : null;

    protected sealed override async IAsyncEnumerable<FileRow> RowsAsync(IncomingFile file, [EnumeratorCancellation] CancellationToken stop)
    {
        using var text = new StreamReader(file.Content, new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false, 64 * 1024, leaveOpen: true);
        using var csv = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = null,
            DetectDelimiter = false,
            IgnoreBlankLines = true,
            MaxFieldSize = LongestCell,
            TrimOptions = TrimOptions.None,
        });
        if (!await NextAsync(csv, stop))
        {
            yield break;
        }

        var at = await HeaderAsync(file, csv.Record!, stop);
        var today = file.Run.SourceDate!.Value;
        while (await NextAsync(csv, stop))
        {
            yield return RowOf(csv, at, today);
        }
    }

    private static async Task<bool> NextAsync(CsvParser csv, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        try
        {
            return await csv.ReadAsync();
        }
        catch (DecoderFallbackException)
        {
            throw new ImportFileException("WRONG_ENCODING", "The file is not UTF-8. Save it as CSV UTF-8 and send it again.");
        }
        catch (MaxFieldSizeException)
        {
            throw new ImportFileException("UNREADABLE", $"A cell near line {csv.RawRow} is too long; a quote may be missing there.");
        }
    }

    /// <returns>For each column of ours, where the file has it; -1 where it has not.</returns>
    private async Task<int[]> HeaderAsync(IncomingFile file, string[] header, CancellationToken stop)
    {
        int[] at = [.. Enumerable.Repeat(-1, Shape.Columns.Count)];
        List<RowError> unknown = [];
        for (var i = 0; i < header.Length; i++)
        {
            var name = header[i].Trim('\uFEFF', ' ', '\t');
            if (Shape.Find(name) is not { } ours)
            {
                if (name.Length > 0)
                {
                    unknown.Add(new(1, null, new(Cut(name, 60), name, UnknownColumn, "No column of this list has this name; it was ignored", ImportSeverity.Warning)));
                }
            }
            else if (at[ours] >= 0)
            {
                throw new ImportFileException("COLUMN_REPEATED", $"The header names the column {Shape.Columns[ours].Name} twice.");
            }
            else
            {
                at[ours] = i;
            }
        }

        var missing = Shape.Columns.Where((c, i) => c.MustBeThere && at[i] < 0).Select(c => c.Name).ToList();
        if (missing.Count > 0)
        {
            throw new ImportFileException(MissingColumn, $"The header lacks {(missing.Count == 1 ? "the column" : "the columns")} {string.Join(", ", missing)}.");
        }

        if (unknown.Count > 0)
        {
            await file.WarnAsync(unknown, stop);
        }

        return at;
    }

    private FileRow RowOf(CsvParser csv, int[] at, DateOnly today)
    {
        var cells = csv.Record!;
        var values = new string[at.Length];
        List<FilePart> warnings = [];
        RowProblem? problem = null;
        for (var i = 0; i < at.Length; i++)
        {
            var column = Shape.Columns[i];
            var text = at[i] >= 0 && at[i] < cells.Length ? Tidy(cells[at[i]], column.IsProse) : "";
            values[i] = "";
            if (text.Length == 0)
            {
                problem ??= column.MustBeFilled ? new(column.Name, "", MissingValue, $"Fill in {column.Name}{(column.About.Length > 0 ? $": {column.About}" : "")}", ImportSeverity.Error) : null;
                continue;
            }

            var reading = column.Read(text, today);
            values[i] = reading.Kept;
            if (reading.Code is null)
            {
                continue;
            }

            if (column.RejectsRow && reading.Kept.Length == 0)
            {
                problem ??= new(column.Name, text, reading.Code, reading.Message!, ImportSeverity.Error);
            }
            else
            {
                warnings.Add(new(1, [column.Name, Cut(text, 100), reading.Code, reading.Kept.Length == 0 ? $"{reading.Message}. It was left out" : reading.Message!]));
            }
        }

        var said = new FilePart(0, values);
        problem ??= cells.Length > at.Max() ? null : new("", $"{cells.Length}", OfflocChecks.FieldCount, "The row has fewer fields than the header; look for a comma that is missing", ImportSeverity.Error);
        var known = new CsvValues(Shape, values);
        problem ??= Look(known);
        var key = KeyOf(known) is var whole && whole.Any(char.IsLetterOrDigit) ? ShortKey(whole) : "";   // a row that is rejected still says that its key is listed
        return new FileRow(csv.RawRow, key, [said, .. warnings], FileRows.HashOf([said]), problem);
    }

    /// <summary>A key that is too long keeps its beginning and is told apart by its hash.</summary>
    protected static string ShortKey(string key) => key.Length <= LongestKey
        ? key
        : $"{key[..23]}#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..16]}";

    private static string Tidy(string cell, bool isProse)
    {
        var text = cell.Replace("\0", "", StringComparison.Ordinal).Trim();
        return isProse || text.Length == 0 ? text.ReplaceLineEndings("\n") : string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..most];

    [GeneratedRegex("(?<![0-9])(19|20)[0-9]{2}-?[0-9]{2}-?[0-9]{2}(?![0-9])")]
    private static partial Regex DayIn();
}
