using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Immutable;
using System.IO.Compression;
using Throughcare.Domain.Record.Offloc;

namespace Throughcare.Exchange.Offloc;

/// <summary>Rows on their way from the file to the record: the fields that are imported, as bytes, in compressed pieces. What is
/// not imported is never kept anywhere.</summary>
internal sealed class PackedRowWriter(Func<byte[], CancellationToken, Task> keep)
{
    private const int PieceBytes = 1 << 20;

    private static readonly ImmutableArray<int> Imported = OfflocField.Imported;

    private readonly ArrayBufferWriter<byte> _piece = new(PieceBytes + (1 << 16));

    public int Rows { get; private set; }

    /// <summary>Adds the row at which a reader stands.</summary>
    public async ValueTask AddAsync(OfflocReader row, CancellationToken stop)
    {
        Rows++;
        Pack(row);
        if (_piece.WrittenCount >= PieceBytes)
        {
            await FlushAsync(stop);
        }
    }

    /// <summary>Keeps what has not been kept yet.</summary>
    public async Task FlushAsync(CancellationToken stop)
    {
        if (_piece.WrittenCount > 0)
        {
            var content = Compress(_piece.WrittenSpan);
            _piece.ResetWrittenCount();
            await keep(content, stop);
        }
    }

    private void Pack(OfflocReader row)
    {
        PutNumber(row.Line);
        PutNumber(row.Count);
        if (row.Count != OfflocField.Count)
        {
            PutText(row.Count > OfflocField.PrisonNumber ? row[OfflocField.PrisonNumber] : []);
            return;
        }

        foreach (var field in Imported)
        {
            PutText(row[field]);
        }
    }

    /// <summary>Trims and joins runs of white space to one space. White space beyond ASCII waits until the text is decoded.</summary>
    private void PutText(ReadOnlySpan<byte> text)
    {
        text = text.Trim(" \t\r\n\v\f"u8);
        if (text.Length > OfflocReader.MostBytes / 16)
        {
            text = text[..(OfflocReader.MostBytes / 16)];
        }

        if (!NeedsTidying(text))
        {
            PutNumber(text.Length);
            _piece.Write(text);
            return;
        }

        var tidy = ArrayPool<byte>.Shared.Rent(text.Length);
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is (byte)' ' or (>= 9 and <= 13))
            {
                if (length > 0 && tidy[length - 1] != ' ')
                {
                    tidy[length++] = (byte)' ';
                }
            }
            else if (text[i] == '|' && text[..i].EndsWith(",\""u8) && text[(i + 1)..].StartsWith("\","u8))
            {
                // an empty value within a group was written as a bar
            }
            else
            {
                tidy[length++] = text[i];
            }
        }

        PutNumber(length);
        _piece.Write(tidy.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(tidy);
    }

    private static bool NeedsTidying(ReadOnlySpan<byte> text) =>
        text.ContainsAnyInRange((byte)9, (byte)13) || text.IndexOf("  "u8) >= 0 || text.IndexOf(",\"|\","u8) >= 0;

    private void PutNumber(int value)
    {
        var span = _piece.GetSpan(5);
        var length = 0;
        var rest = (uint)value;
        while (rest >= 0x80)
        {
            span[length++] = (byte)(rest | 0x80);
            rest >>= 7;
        }

        span[length++] = (byte)rest;
        _piece.Advance(length);
    }

    private static byte[] Compress(ReadOnlySpan<byte> raw)
    {
        var room = ArrayPool<byte>.Shared.Rent(4 + BrotliEncoder.GetMaxCompressedLength(raw.Length));
        try
        {
            BinaryPrimitives.WriteInt32BigEndian(room, raw.Length);
            return BrotliEncoder.TryCompress(raw, room.AsSpan(4), out var written, quality: 1, window: 20)
                ? room[..(4 + written)]
                : throw new InvalidOperationException("A piece of the file can not be compressed.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(room);
        }
    }
}

/// <summary>The rows of one piece, one after the other.</summary>
internal ref struct PackedRowReader
{
    private readonly ReadOnlySpan<byte> _piece;
    private int _at;

    /// <param name="piece">As it was kept, expanded.</param>
    /// <param name="spans">Room for the fields of a row.</param>
    /// <param name="at">Where the first row to read begins.</param>
    public PackedRowReader(ReadOnlySpan<byte> piece, Span<Range> spans, int at = 0)
    {
        _piece = piece;
        _at = at;
        Fields = spans;
    }

    /// <summary>Where the next row begins.</summary>
    public readonly int At => _at;

    public Span<Range> Fields { get; }

    public int Line { get; private set; }

    /// <summary>Fields that the row had.</summary>
    public int Count { get; private set; }

    /// <summary>The bytes of a kept field; of a row with a wrong count only slot 0, the key.</summary>
    public readonly ReadOnlySpan<byte> this[int slot] => _piece[Fields[slot]];

    public bool Read()
    {
        if (_at >= _piece.Length)
        {
            return false;
        }

        Line = Number();
        Count = Number();
        var kept = Count == OfflocField.Count ? OfflocField.Imported.Length : 1;
        for (var slot = 0; slot < kept; slot++)
        {
            var length = Number();
            Fields[slot] = _at..(_at + length);
            _at += length;
        }

        return true;
    }

    private int Number()
    {
        var (value, shift) = (0u, 0);
        while (true)
        {
            var b = _piece[_at++];
            value |= (uint)(b & 0x7F) << shift;
            if (b < 0x80)
            {
                return (int)value;
            }

            shift += 7;
        }
    }
}
