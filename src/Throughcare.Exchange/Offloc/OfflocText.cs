using System.Text;

namespace Throughcare.Exchange.Offloc;

/// <summary>Turns the bytes of fields into text: UTF-8, or Windows-1252 for a whole file that is not.</summary>
internal sealed class OfflocText(bool isWindows1252)
{
    /// <summary>So many bytes that are not UTF-8, and the file is read as Windows-1252.</summary>
    public const int InvalidBytesOfWindows1252 = 50;

    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    private readonly Encoding _encoding = isWindows1252 ? CodePagesEncodingProvider.Instance.GetEncoding(1252)! : Utf8;

    /// <summary>The text, trimmed, with single spaces. Bytes that are no text become U+FFFD.</summary>
    public string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return "";
        }

        var text = _encoding.GetString(bytes);
        return Ascii.IsValid(bytes) && bytes.IndexOf((byte)0) < 0 ? text : Tidy(text);
    }

    private static string Tidy(string text)
    {
        var tidy = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (tidy.Length > 0 && tidy[^1] != ' ')
                {
                    tidy.Append(' ');
                }
            }
            else if (c != '\0')   // neither database keeps it
            {
                tidy.Append(c);
            }
        }

        return tidy.ToString().TrimEnd();
    }
}
