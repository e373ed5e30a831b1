using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Throughcare.Exchange.Csv;

/// <summary>A CSV that people open in a spreadsheet: UTF-8 with a mark, CRLF, cells that look like formulas defused.</summary>
internal sealed class CsvForSpreadsheets : IAsyncDisposable
{
    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\r\n",
        InjectionOptions = InjectionOptions.Escape,
        InjectionCharacters = ['=', '@', '+', '-', '\t', '\r'],
        InjectionEscapeCharacter = '\'',
    };

    private readonly Stream _output;
    private readonly MemoryStream _waiting = new();
    private readonly CsvWriter _csv;

    /// <param name="output">Stays open. It is written to asynchronously alone, as answers have to be.</param>
    public CsvForSpreadsheets(Stream output)
    {
        _output = output;
        _csv = new CsvWriter(new StreamWriter(_waiting, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)), Form);
    }

    /// <summary>Adds a line. What was added waits in memory until it is flushed.</summary>
    public void Line(params ReadOnlySpan<string?> cells)
    {
        foreach (var cell in cells)
        {
            _csv.WriteField(cell);
        }

        _csv.NextRecord();
    }

    /// <summary>Sends what was added.</summary>
    public async Task FlushAsync(CancellationToken stop)
    {
        await _csv.FlushAsync();
        await _output.WriteAsync(_waiting.GetBuffer().AsMemory(0, (int)_waiting.Length), stop);
        _waiting.SetLength(0);
    }

    /// <summary>Whatever was not flushed by then is not sent.</summary>
    public ValueTask DisposeAsync() => _csv.DisposeAsync();
}
