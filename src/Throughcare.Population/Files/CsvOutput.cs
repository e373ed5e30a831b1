using System.Buffers;
using System.Globalization;

namespace Throughcare.Population.Files;

/// <summary>Rows of a CSV file: UTF-8 without a mark, comma, quotes doubled, lines that end in CRLF.</summary>
internal static class CsvOutput
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    /// <summary>Writes a header row and rows.</summary>
    /// <param name="written">Told the number of rows so far, every few hundred.</param>
    public static async Task<FileReport> WriteAsync(
        Stream output, string fileName, DateOnly day, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows,
        IProgress<int>? written, CancellationToken cancellationToken)
    {
        using var file = new HashedOutput(output);
        AddRow(file, columns);
        var count = 0;
        foreach (var row in rows)
        {
            AddRow(file, row);
            count++;
            if (file.IsFull)
            {
                await file.FlushAsync(cancellationToken).ConfigureAwait(false);
                written?.Report(count);
            }
        }

        var hash = await file.EndAsync(cancellationToken).ConfigureAwait(false);
        written?.Report(count);
        return new FileReport(fileName, day, count, file.Bytes, hash);
    }

    public static string Date(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static void AddRow(HashedOutput file, IReadOnlyList<string> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            if (i > 0)
            {
                file.Add(","u8);
            }

            var cell = cells[i];
            file.Add(cell.AsSpan().ContainsAny(Special) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell);
        }

        file.Add("\r\n"u8);
    }
}
