using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text;

namespace Throughcare.Exchange.Assessment;

/// <summary>Records of a comma-separated file in UTF-8, one after another in one buffer: quick, and whatever stands in them no trouble. A quote that
/// is opened and never closed ends with its line.</summary>
/// <remarks>A byte order mark is passed over; a file whose mark says UTF-16 is read as such.</remarks>
internal sealed class CsvRecords(Stream stream)
{
    /// <summary>A quoted cell may run over lines; nothing of that length is one.</summary>
    private const int LongestRecord = 1 << 20;

    /// <summary>Bytes looked at in one go. The buffer has as many to spare, so that looking never goes beyond it.</summary>
    private const int Step = 32;

    private (int Start, int Length)[] _cells = new (int, int)[64];
    private byte[] _buffer = new byte[(1 << 16) + Step];
    private Stream? _stream;
    private int _record;
    private int _length;
    private int _next;
    private int _end;
    private bool _isAtEnd;

    private enum Taken
    {
        Yes,
        NeedsMore,

        /// <summary>A quote is about: to be looked at cell by cell.</summary>
        Quoted,
    }

    /// <summary>The record as it stands, without its line end.</summary>
    public ReadOnlySpan<byte> Raw => _buffer.AsSpan(_record, _length);

    public int Count { get; private set; }

    /// <summary>Whether every quote that is opened is closed.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>A cell without its quotes.</summary>
    public ReadOnlySpan<byte> this[int index]
    {
        get
        {
            var cell = RawCell(index);
            if (cell.Length < 2 || cell[0] != '"' || cell[^1] != '"')
            {
                return cell;
            }

            cell = cell[1..^1];
            return cell.Contains((byte)'"') ? Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(cell).Replace("\"\"", "\"", StringComparison.Ordinal)) : cell;
        }
    }

    /// <summary>A cell as it stands, quotes and all.</summary>
    public ReadOnlySpan<byte> RawCell(int index)
    {
        var (start, length) = _cells.AsSpan(0, Count)[index];
        return _buffer.AsSpan(_record + start, length);
    }

    /// <summary>The next record; empty lines are passed over.</summary>
    public bool Read()
    {
        while (true)
        {
            _record = _next;
            while (!TryTake())
            {
                Fill();   // the record goes on beyond the buffer: read more, and begin it again
            }

            if (_length > 0)
            {
                return true;
            }

            if (_isAtEnd && _next == _end)
            {
                return false;
            }
        }
    }

    private bool TryTake() => TryTakePlain() switch
    {
        Taken.Yes => true,
        Taken.Quoted => TryTakeQuoted(),
        _ => false,
    };

    /// <summary>Takes a record without quotes: every comma up to the end of the line is a border.</summary>
    private Taken TryTakePlain()
    {
        Count = 0;
        var length = _end - _record;
        var start = 0;
        for (var at = 0; at < length; at += Step)
        {
            var seen = Vector256.Create<byte>(_buffer.AsSpan(_record + at, Step));
            var marks = (Vector256.Equals(seen, Vector256.Create((byte)',')) | Vector256.Equals(seen, Vector256.Create((byte)'\n')) | Vector256.Equals(seen, Vector256.Create((byte)'"')))
                .ExtractMostSignificantBits();
            for (; marks != 0; marks &= marks - 1)
            {
                var mark = at + BitOperations.TrailingZeroCount(marks);
                if (mark >= length)
                {
                    break;   // what the buffer still holds from before
                }

                switch (_buffer[_record + mark])
                {
                    case (byte)',':
                        AddCell(start, mark - start);
                        start = mark + 1;
                        break;
                    case (byte)'\n':
                        EndRecord(start, mark, _record + mark + 1);
                        return Taken.Yes;
                    default:
                        return Taken.Quoted;
                }
            }
        }

        if (!_isAtEnd)
        {
            return Taken.NeedsMore;
        }

        EndRecord(start, length, _end);
        return Taken.Yes;
    }

    private bool TryTakeQuoted()
    {
        Count = 0;
        var all = _buffer.AsSpan(_record, _end - _record);
        var at = 0;
        while (true)
        {
            var start = at;
            if (at < all.Length && all[at] == '"' && !TryPassQuotes(all, ref at))
            {
                return (_isAtEnd || all.Length > LongestRecord) && TakeBrokenLine(all);
            }

            if (at == all.Length && !_isAtEnd)
            {
                return false;
            }

            var next = all[at..].IndexOfAny((byte)',', (byte)'\n');
            if (next < 0 && !_isAtEnd)
            {
                return false;
            }

            var end = next < 0 ? all.Length : at + next;
            if (next < 0 || all[end] == '\n')
            {
                EndRecord(start, end, _record + (next < 0 ? end : end + 1));
                return true;
            }

            AddCell(start, end - start);
            at = end + 1;
        }
    }

    /// <summary>Passes a quoted part; <see langword="false"/> where it does not end in the buffer.</summary>
    private bool TryPassQuotes(ReadOnlySpan<byte> all, ref int at)
    {
        var from = at + 1;
        while (all[from..].IndexOf((byte)'"') is var quote and >= 0)
        {
            var after = from + quote + 1;
            if (after == all.Length && !_isAtEnd)
            {
                return false;
            }

            if (after < all.Length && all[after] == '"')
            {
                from = after + 1;
                continue;
            }

            at = after;
            return true;
        }

        return false;
    }

    private bool TakeBrokenLine(ReadOnlySpan<byte> all)
    {
        var line = all.IndexOf((byte)'\n');
        _length = line < 0 ? all.Length : line;
        _next = _record + (line < 0 ? all.Length : line + 1);
        IsWhole = false;
        Count = 0;
        AddCell(0, _length);
        return true;
    }

    /// <param name="end">Where the last cell ends, or its line end begins.</param>
    private void EndRecord(int start, int end, int next)
    {
        var length = end > start && _buffer[_record + end - 1] == '\r' ? end - 1 - start : end - start;
        AddCell(start, length);
        _length = start + length;
        _next = next;
        IsWhole = true;
    }

    private void AddCell(int start, int length)
    {
        if (Count == _cells.Length)
        {
            Array.Resize(ref _cells, _cells.Length * 2);
        }

        _cells[Count++] = (start, length);
    }

    private void Fill()
    {
        if (_stream is null)
        {
            Begin();
        }

        var kept = _end - _record;
        if (_record > 0)
        {
            _buffer.AsSpan(_record, kept).CopyTo(_buffer);
        }
        else if (kept == _buffer.Length - Step)
        {
            Array.Resize(ref _buffer, ((_buffer.Length - Step) * 2) + Step);
        }

        (_record, _end) = (0, kept);
        var read = _stream!.Read(_buffer, _end, _buffer.Length - Step - _end);
        _isAtEnd = read == 0;
        _end += read;
    }

    /// <summary>Looks at how the file begins.</summary>
    private void Begin()
    {
        _end = stream.ReadAtLeast(_buffer.AsSpan(0, 2), 2, throwOnEndOfStream: false);
        Encoding? wide = _buffer.AsSpan(0, _end) switch
        {
            [0xFF, 0xFE] => Encoding.Unicode,
            [0xFE, 0xFF] => Encoding.BigEndianUnicode,
            _ => null,
        };
        _stream = wide is null ? stream : Encoding.CreateTranscodingStream(stream, wide, Encoding.UTF8, leaveOpen: true);
        if (wide is not null)
        {
            _end = 0;
        }
        else if (_buffer.AsSpan(0, _end) is [0xEF, 0xBB])
        {
            _end += stream.ReadAtLeast(_buffer.AsSpan(2, 1), 1, throwOnEndOfStream: false);
            _end = _buffer[2] == 0xBF && _end == 3 ? 0 : _end;
        }
    }
}
