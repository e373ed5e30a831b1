namespace Throughcare.Exchange.Assessment;

/// <summary>Records of a comma-separated file, one after another in one buffer: quick, and whatever stands in them no trouble. A quote that is
/// opened and never closed ends with its line.</summary>
internal sealed class CsvRecords(TextReader reader)
{
    /// <summary>A quoted cell may run over lines; nothing of that length is one.</summary>
    private const int LongestRecord = 1 << 20;

    private readonly List<(int Start, int Length)> _cells = new(64);
    private char[] _buffer = new char[1 << 16];
    private int _record;
    private int _length;
    private int _next;
    private int _end;
    private bool _isAtEnd;

    /// <summary>The record as it stands, without its line end.</summary>
    public ReadOnlySpan<char> Raw => _buffer.AsSpan(_record, _length);

    public int Count => _cells.Count;

    /// <summary>Whether every quote that is opened is closed.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>A cell without its quotes.</summary>
    public ReadOnlySpan<char> this[int index]
    {
        get
        {
            var cell = RawCell(index);
            if (cell.Length < 2 || cell[0] != '"' || cell[^1] != '"')
            {
                return cell;
            }

            cell = cell[1..^1];
            return cell.Contains('"') ? cell.ToString().Replace("\"\"", "\"", StringComparison.Ordinal) : cell;
        }
    }

    /// <summary>A cell as it stands, quotes and all.</summary>
    public ReadOnlySpan<char> RawCell(int index)
    {
        var (start, length) = _cells[index];
        return Raw.Slice(start, length);
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

    private bool TryTake()
    {
        _cells.Clear();
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

            var next = all[at..].IndexOfAny(',', '\n');
            if (next < 0 && !_isAtEnd)
            {
                return false;
            }

            var end = next < 0 ? all.Length : at + next;
            var isLast = next < 0 || all[end] == '\n';
            var length = isLast && end > start && all[end - 1] == '\r' ? end - 1 - start : end - start;
            _cells.Add((start, length));
            if (isLast)
            {
                _length = start + length;
                _next = _record + (next < 0 ? end : end + 1);
                IsWhole = true;
                return true;
            }

            at = end + 1;
        }
    }

    /// <summary>Passes a quoted part; <see langword="false"/> where it does not end in the buffer.</summary>
    private bool TryPassQuotes(ReadOnlySpan<char> all, ref int at)
    {
        var from = at + 1;
        while (all[from..].IndexOf('"') is var quote and >= 0)
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

    private bool TakeBrokenLine(ReadOnlySpan<char> all)
    {
        var line = all.IndexOf('\n');
        _length = line < 0 ? all.Length : line;
        _next = _record + (line < 0 ? all.Length : line + 1);
        IsWhole = false;
        _cells.Clear();
        _cells.Add((0, _length));
        return true;
    }

    private void Fill()
    {
        var kept = _end - _record;
        if (_record > 0)
        {
            _buffer.AsSpan(_record, kept).CopyTo(_buffer);
        }
        else if (kept == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        (_record, _end) = (0, kept);
        var read = reader.Read(_buffer, _end, _buffer.Length - _end);
        _isAtEnd = read == 0;
        _end += read;
    }
}
