using System.Text;
using System.Text.Unicode;

namespace Throughcare.Exchange.Offloc;

/// <summary>Reads the rows of a prison file one by one: no more than one row is in memory, and any bytes at all can be read.</summary>
/// <remarks>A row begins on a line whose first field is a quoted date; any other line goes on with the row before it. Fields
/// are split at quote, bar, quote, and nowhere else: quotes within text are not escaped.</remarks>
public sealed class OfflocReader(Stream input)
{
    /// <summary>A row of more bytes than this is cut short: it is none.</summary>
    public const int MostBytes = 1 << 20;

    private const int KeptOfTooLong = 4096;

    /// <summary>Bytes of the quoted date that every row begins with.</summary>
    private const int DateBytes = 12;

    private const int MostFields = 1000;

    private readonly int[] _from = new int[MostFields];
    private readonly int[] _to = new int[MostFields];
    private byte[] _buffer = new byte[1 << 18];
    private int _start;
    private int _scan;
    private int _end;
    private int _line = 1;
    private bool _atEnd;
    private bool _begun;
    private bool _isTooLong;

    /// <summary>The line on which the row begins, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>Fields of the row. 153 is right; a row that can be mended has as many.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes of all rows so far that are not UTF-8.</summary>
    public int InvalidBytes { get; private set; }

    /// <summary>The bytes of a field of the row, as they stand between its quotes.</summary>
    public ReadOnlySpan<byte> this[int field] => _buffer.AsSpan(_from[field], _to[field] - _from[field]);

    /// <summary>Goes on to the next row.</summary>
    /// <returns><see langword="false"/> at the end of the file.</returns>
    public async ValueTask<bool> ReadAsync(CancellationToken stop)
    {
        while (true)
        {
            if (!_begun)
            {
                await BeginAsync(stop);
            }

            _start = _scan;
            _isTooLong = false;
            Line = _line;
            var length = await RowAsync(stop);
            if (length < 0)
            {
                return false;
            }

            var row = Trim(_start, _start + length);
            if (row.To > row.From)
            {
                Split(row.From, row.To);
                return true;
            }
        }
    }

    private async ValueTask BeginAsync(CancellationToken stop)
    {
        _begun = true;
        await NeedAsync(3, stop);
        if (_buffer.AsSpan(0, _end).StartsWith("\uFEFF"u8))
        {
            _scan = 3;
        }
    }

    /// <summary>Finds the end of the row that begins at <see cref="_start"/>; joins lines that go on with it by a space.</summary>
    /// <returns>Its length; -1 where there is none.</returns>
    private async ValueTask<int> RowAsync(CancellationToken stop)
    {
        while (true)
        {
            var at = _buffer.AsSpan(_scan, _end - _scan).IndexOf((byte)'\n');
            if (at < 0)
            {
                _scan = _end;
                if (_scan - _start > MostBytes)
                {
                    Shorten();
                }

                if (await FillAsync(stop))
                {
                    continue;
                }

                return _end > _start ? _end - _start : -1;
            }

            var newLine = _scan + at;
            _line++;
            _scan = newLine + 1;
            await NeedAsync(DateBytes, stop);
            newLine = _scan - 1;
            if (_scan >= _end || BeginsRow(_buffer.AsSpan(_scan, _end - _scan)))
            {
                return newLine - _start;
            }

            _buffer[newLine] = (byte)' ';
            if (_scan - _start > MostBytes)
            {
                Shorten();
            }
        }
    }

    /// <summary>Makes sure that <paramref name="count"/> bytes follow the place reached, unless the file ends before.</summary>
    private async ValueTask NeedAsync(int count, CancellationToken stop)
    {
        while (_end - _scan < count && await FillAsync(stop))
        {
        }
    }

    private async ValueTask<bool> FillAsync(CancellationToken stop)
    {
        if (_atEnd)
        {
            return false;
        }

        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_scan, _end, _start) = (_scan - _start, _end - _start, 0);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        var read = await input.ReadAsync(_buffer.AsMemory(_end), stop);
        _end += read;
        _atEnd = read == 0;
        return read > 0;
    }

    private void Shorten()
    {
        var kept = _start + KeptOfTooLong;
        _buffer.AsSpan(_scan, _end - _scan).CopyTo(_buffer.AsSpan(kept));
        (_end, _scan, _isTooLong) = (_end - (_scan - kept), kept, true);
    }

    private (int From, int To) Trim(int from, int to)
    {
        while (to > from && IsBlank(_buffer[to - 1]))
        {
            to--;
        }

        while (to > from && IsBlank(_buffer[from]))
        {
            from++;
        }

        return (from, to);
    }

    private void Split(int from, int to)
    {
        var row = _buffer.AsSpan(0, to);
        CountInvalid(row[from..]);
        var isUnquotedEnd = row[^1] != '"';
        var at = from + (row[from] == '"' ? 1 : 0);
        var last = to > at && !isUnquotedEnd ? to - 1 : to;
        Count = 0;
        var search = at;
        while (Count < MostFields - 2)
        {
            var mark = search < to ? row[search..].IndexOf("\"|\""u8) : -1;
            if (mark < 0)
            {
                break;
            }

            mark += search;
            if (mark > from && row[mark - 1] == ',' && mark + 3 < to && row[mark + 3] == ',')
            {
                search = mark + 3;   // an empty value within a group
                continue;
            }

            (_from[Count], _to[Count]) = (at, mark);
            Count++;
            at = search = mark + 3;
        }

        (_from[Count], _to[Count]) = (at, Math.Max(at, last));
        Count++;
        Mend(row, isUnquotedEnd);
        if (_isTooLong)
        {
            Count = 0;
        }
    }

    /// <summary>A row of 152 fields lacks the last date, or has it after a bare bar without quotes.</summary>
    private void Mend(ReadOnlySpan<byte> row, bool isUnquotedEnd)
    {
        if (Count != Domain.Record.Offloc.OfflocField.Count - 1)
        {
            return;
        }

        var end = row.Length;
        var (from, to) = (_from[Count - 1], _to[Count - 1]);
        if (isUnquotedEnd && to - from >= DateBytes - 2 && IsDate(row[(end - 10)..]))
        {
            (_from[Count], _to[Count]) = (end - 10, end);
            to = end - 10;
            to -= to > from && row[to - 1] == '|' ? 1 : 0;
            to -= to > from && row[to - 1] == '"' ? 1 : 0;
            _to[Count - 1] = to;
        }
        else
        {
            (_from[Count], _to[Count]) = (end, end);
        }

        Count++;
    }

    private void CountInvalid(ReadOnlySpan<byte> bytes)
    {
        if (Utf8.IsValid(bytes))
        {
            return;
        }

        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out _, out var used) is not System.Buffers.OperationStatus.Done)
            {
                InvalidBytes += used;
            }

            bytes = bytes[used..];
        }
    }

    private static bool BeginsRow(ReadOnlySpan<byte> line) =>
        line.Length >= DateBytes && line[0] == '"' && line[DateBytes - 1] == '"' && IsDate(line[1..(DateBytes - 1)]);

    /// <summary>Whether these ten bytes are a day like 31/12/2026.</summary>
    private static bool IsDate(ReadOnlySpan<byte> text) =>
        IsDigit(text[0]) && IsDigit(text[1]) && text[2] == '/' && IsDigit(text[3]) && IsDigit(text[4]) && text[5] == '/'
        && IsDigit(text[6]) && IsDigit(text[7]) && IsDigit(text[8]) && IsDigit(text[9]);

    private static bool IsDigit(byte b) => b is >= (byte)'0' and <= (byte)'9';

    private static bool IsBlank(byte b) => b is (byte)' ' or (byte)'\r' or (byte)'\t' or (byte)'\n';
}
