using System.Globalization;
using System.Text;

namespace Throughcare.Exchange.Assessment;

/// <summary>Rows of a comma-separated file in UTF-8 on their way out, in one buffer.</summary>
internal sealed class RowText(Stream stream)
{
    private const int FlushAt = 1 << 16;

    private byte[] _buffer = new byte[FlushAt * 2];
    private int _length;

    public void Raw(ReadOnlySpan<byte> text)
    {
        Room(text.Length);
        text.CopyTo(_buffer.AsSpan(_length));
        _length += text.Length;
    }

    public void Text(string text)
    {
        Room(Encoding.UTF8.GetMaxByteCount(text.Length));
        _length += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_length));
    }

    public void Comma()
    {
        Room(1);
        _buffer[_length++] = (byte)',';
    }

    /// <summary>A number, whole precision and no culture; nothing for what is not there.</summary>
    /// <returns>What was written, good until the next row.</returns>
    public (int Start, int Length) Number(double? value)
    {
        if (value is not { } number)
        {
            return (_length, 0);
        }

        Room(32);
        var start = _length;
        number.TryFormat(_buffer.AsSpan(_length), out var written, default, CultureInfo.InvariantCulture);
        _length += written;
        return (start, written);
    }

    public void Number(int? value)
    {
        if (value is { } number)
        {
            Room(12);
            number.TryFormat(_buffer.AsSpan(_length), out var written, default, CultureInfo.InvariantCulture);
            _length += written;
        }
    }

    /// <summary>Hundredths as "1.31".</summary>
    public void Hundredths(int value)
    {
        Number(value / 100);
        Room(3);
        _buffer[_length++] = (byte)'.';
        _buffer[_length++] = (byte)('0' + (value / 10 % 10));
        _buffer[_length++] = (byte)('0' + (value % 10));
    }

    /// <summary>What stands before in this row, again.</summary>
    public void Again((int Start, int Length) written)
    {
        Room(written.Length);
        _buffer.AsSpan(written.Start, written.Length).CopyTo(_buffer.AsSpan(_length));
        _length += written.Length;
    }

    public void EndRow()
    {
        Room(1);
        _buffer[_length++] = (byte)'\n';
        if (_length >= FlushAt)
        {
            Flush();
        }
    }

    public void Flush()
    {
        stream.Write(_buffer, 0, _length);
        _length = 0;
    }

    private void Room(int more)
    {
        if (_length + more > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + more));
        }
    }
}
