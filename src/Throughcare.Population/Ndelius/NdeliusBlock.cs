using System.Globalization;
using System.Text;
using Throughcare.Population.Files;

namespace Throughcare.Population.Ndelius;

/// <summary>A line that is being filled; what is not set stays padding.</summary>
internal readonly ref struct LineWriter(Span<byte> bytes, NdeliusLine line)
{
    private readonly Span<byte> _bytes = bytes;

    /// <summary>Puts a text at the beginning of a field; what is too long is cut.</summary>
    public string this[string field]
    {
        set
        {
            var (_, offset, length) = line.Fields[field];
            Encoding.Latin1.GetBytes(value.AsSpan(0, Math.Min(value.Length, length)), _bytes[offset..]);
        }
    }

    public void Set(string field, DateOnly? day)
    {
        if (day is { } date)
        {
            date.TryFormat(_bytes.Slice(line.Fields[field].Offset, 8), out _, "yyyyMMdd", CultureInfo.InvariantCulture);
        }
    }

    public void Set(string field, long number) =>
        number.TryFormat(_bytes.Slice(line.Fields[field].Offset, line.Fields[field].Length), out _, default, CultureInfo.InvariantCulture);
}

/// <summary>The data lines of one offender, in the order of the layout; kept and filled again for the next.</summary>
internal sealed class NdeliusBlock
{
    private const byte Padding = (byte)'~';

    private readonly List<(NdeliusLine Line, long Id, int Start)> _lines = [];
    private byte[] _bytes = new byte[1 << 16];
    private int _used;

    public int OffenderId { get; private set; }

    public int Lines => _lines.Count;

    public void Begin(int offenderId)
    {
        OffenderId = offenderId;
        _used = 0;
        _lines.Clear();
    }

    /// <summary>A new line with its prefix, its number and the flag that says it stands.</summary>
    /// <param name="stamp">Fourteen characters, the time of the extract.</param>
    public LineWriter Add(NdeliusLine line, long id, ReadOnlySpan<byte> stamp)
    {
        var bytes = Room(line, id);
        var writer = Mark(bytes, "LD"u8, line);
        writer.Set("Id", id);
        bytes[line.DeletedAt] = (byte)'N';
        stamp.CopyTo(bytes[(line.DeletedAt + 1)..]);
        return writer;
    }

    public bool IsSameAs(NdeliusBlock other) =>
        _lines.Count == other._lines.Count && _bytes.AsSpan(0, _used).SequenceEqual(other._bytes.AsSpan(0, other._used));

    /// <summary>Adds the lines that stood before and do not stand now, as withdrawn.</summary>
    public void Withdraw(NdeliusBlock before)
    {
        var now = _lines.Select(line => (line.Line, line.Id)).ToHashSet();
        foreach (var (line, id, start) in before._lines.Where(line => !now.Contains((line.Line, line.Id))))
        {
            var bytes = Room(line, id);
            before._bytes.AsSpan(start, line.Length).CopyTo(bytes);
            bytes[line.DeletedAt] = (byte)'Y';
        }

        var sorted = _lines.OrderBy(line => line.Line.Order).ToList();
        _lines.Clear();
        _lines.AddRange(sorted);
    }

    /// <summary>Writes the offender's start, each section between its own start and end, and the offender's end.</summary>
    public void WriteTo(HashedOutput output)
    {
        AddOffender(output, "SS"u8);
        for (var first = 0; first < _lines.Count;)
        {
            var line = _lines[first].Line;
            var count = _lines.Skip(first).TakeWhile(next => next.Line == line).Count();
            AddSection(output, "DS"u8, line, count);
            for (var at = first; at < first + count; at++)
            {
                output.Add(_bytes.AsSpan(_lines[at].Start, line.Length));
                output.Add("\r\n"u8);
            }

            AddSection(output, "DE"u8, line, count);
            first += count;
        }

        AddOffender(output, "SE"u8);
    }

    private void AddOffender(HashedOutput output, ReadOnlySpan<byte> prefix)
    {
        var line = NdeliusLayout.Shared["SectionStart"];
        Span<byte> bytes = stackalloc byte[line.Length];
        var writer = Mark(bytes, prefix, line);
        writer.Set("OffenderId", OffenderId);
        output.Add(bytes);
        output.Add("\r\n"u8);
    }

    private static void AddSection(HashedOutput output, ReadOnlySpan<byte> prefix, NdeliusLine of, int count)
    {
        var line = NdeliusLayout.Shared["DetailStart"];
        Span<byte> bytes = stackalloc byte[line.Length];
        var writer = Mark(bytes, prefix, line);
        writer["Type"] = of.Section;
        writer.Set("ItemCount", count);
        output.Add(bytes);
        output.Add("\r\n"u8);
    }

    /// <summary>Begins a line that is no data line.</summary>
    public static LineWriter Mark(Span<byte> bytes, ReadOnlySpan<byte> prefix, NdeliusLine line)
    {
        bytes.Fill(Padding);
        prefix.CopyTo(bytes);
        return new LineWriter(bytes, line);
    }

    /// <summary>Room for one more line.</summary>
    private Span<byte> Room(NdeliusLine line, long id)
    {
        if (_used + line.Length > _bytes.Length)
        {
            Array.Resize(ref _bytes, 2 * _bytes.Length);
        }

        _lines.Add((line, id, _used));
        _used += line.Length;
        return _bytes.AsSpan(_used - line.Length, line.Length);
    }
}
