using System.Buffers;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text;

namespace Throughcare.Domain.Record.Documents;

/// <summary>Looks at a PDF: that it is whole and open, and has no script, no command and no other file in it.</summary>
/// <remarks>Names are read as a viewer reads them: <c>/J#61vaScript</c> is <c>/JavaScript</c>. Objects that are packed together are
/// unpacked and looked at too. Names: ISO 32000-1, 7.3.5; object streams: 7.5.7.</remarks>
internal static class PdfContent
{
    private const string Runs = "The selected PDF must not hold scripts, commands or forms that run. Print it to a new PDF and choose that";

    private const string Carries = "The selected PDF must not hold other files. Take them out and add them as documents of their own";

    private const string Locked = "The selected PDF is protected. Save it without a password or protection";

    private const string CanNotBeChecked = "The selected PDF is built in a way that can’t be checked. Print it to a new PDF and choose that";

    /// <summary>How far the packed objects of one file may unpack, in bytes.</summary>
    private const int MostUnpacked = 64 * 1024 * 1024;

    /// <summary>An object's head is looked for in this many bytes before its stream.</summary>
    private const int LongestHead = 2048;

    private const int LongestName = 24;

    private static readonly SearchValues<byte> EndsOfNames = SearchValues.Create("\0\t\n\f\r ()<>[]{}/%"u8);

    public static string? Problem(ReadOnlyMemory<byte> content)
    {
        var pdf = content.Span;
        if (!pdf.StartsWith("%PDF-"u8))
        {
            return DocumentContent.IsNot(DocumentFormat.Pdf);
        }

        if (pdf[^Math.Min(pdf.Length, 2048)..].LastIndexOf("%%EOF"u8) < 0)
        {
            return DocumentContent.IsDamaged;
        }

        return ProblemOfNames(pdf, isWhole: true) ?? ProblemOfPacked(content);
    }

    private static string? ProblemOfNames(ReadOnlySpan<byte> text, bool isWhole)
    {
        Span<byte> name = stackalloc byte[LongestName];
        for (var slash = text.IndexOf((byte)'/'); slash >= 0;)
        {
            var rest = text[(slash + 1)..];
            var length = ReadName(rest, name);
            var problem = Encoding.ASCII.GetString(name[..length]) switch
            {
                "JavaScript" or "Launch" or "RichMedia" or "XFA" when length > 3 || IsPlain(rest, length) => Runs,
                "EmbeddedFile" or "EmbeddedFiles" => Carries,
                "Encrypt" when isWhole => Locked,
                _ => null,
            };
            if (problem is not null)
            {
                return problem;
            }

            var next = rest.IndexOf((byte)'/');
            slash = next < 0 ? -1 : slash + 1 + next;
        }

        return null;
    }

    /// <summary>Three letters can stand in a picture by chance: they count before an object alone.</summary>
    private static bool IsPlain(ReadOnlySpan<byte> rest, int length)
    {
        var after = rest[Math.Min(length, rest.Length)..].TrimStart(" \r\n\t"u8);
        return !after.IsEmpty && (after[0] is (byte)'[' || char.IsAsciiDigit((char)after[0]));
    }

    /// <returns>How many bytes of the name there are, its escapes read; a longer name is cut.</returns>
    private static int ReadName(ReadOnlySpan<byte> rest, Span<byte> name)
    {
        var length = 0;
        for (var i = 0; i < rest.Length && length < name.Length && !EndsOfNames.Contains(rest[i]); i++)
        {
            if (rest[i] == '#' && rest.Length > i + 2 && char.IsAsciiHexDigit((char)rest[i + 1]) && char.IsAsciiHexDigit((char)rest[i + 2]))
            {
                name[length++] = Convert.FromHexString([(char)rest[i + 1], (char)rest[i + 2]])[0];
                i += 2;
            }
            else
            {
                name[length++] = rest[i];
            }
        }

        return length;
    }

    /// <summary>Looks into the streams that hold other objects.</summary>
    private static string? ProblemOfPacked(ReadOnlyMemory<byte> content)
    {
        var (at, left) = (0, MostUnpacked);
        while (content.Span[at..].IndexOf("stream"u8) is >= 0 and var found)
        {
            var keyword = at + found;
            at = keyword + "stream".Length;
            if (content.Span[..keyword].EndsWith("end"u8) || !IsPackOfObjects(content.Span[Math.Max(0, keyword - LongestHead)..keyword]))
            {
                continue;
            }

            var start = at;
            start += content.Span[start..] switch
            {
                [(byte)'\r', (byte)'\n', ..] => 2,
                [(byte)'\n', ..] or [(byte)'\r', ..] => 1,
                _ => 0,
            };
            var unpacked = Unpack(content[start..], left);
            if (unpacked is null)
            {
                return CanNotBeChecked;
            }

            left -= unpacked.Length;
            if (ProblemOfNames(unpacked, isWhole: false) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    /// <summary>Whether the object that a stream belongs to says that it is of type ObjStm.</summary>
    private static bool IsPackOfObjects(ReadOnlySpan<byte> before)
    {
        var head = before[Math.Max(0, before.LastIndexOf("endobj"u8))..];
        Span<byte> name = stackalloc byte[LongestName];
        for (var slash = head.IndexOf((byte)'/'); slash >= 0;)
        {
            var rest = head[(slash + 1)..];
            if (name[..ReadName(rest, name)].SequenceEqual("ObjStm"u8))
            {
                return true;
            }

            var next = rest.IndexOf((byte)'/');
            slash = next < 0 ? -1 : slash + 1 + next;
        }

        return false;
    }

    /// <returns><see langword="null"/> for what is not packed by Flate, is damaged, or unpacks to more than <paramref name="most"/> bytes.</returns>
    private static byte[]? Unpack(ReadOnlyMemory<byte> packed, int most)
    {
        try
        {
            using var from = Open(packed);
            using var zlib = new ZLibStream(from, CompressionMode.Decompress);
            using var to = new MemoryStream();
            var buffer = new byte[16 * 1024];
            while (zlib.Read(buffer) is > 0 and var read)
            {
                to.Write(buffer, 0, read);
                if (to.Length > most)
                {
                    return null;
                }
            }

            return to.ToArray();
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Reads the bytes where they are: a file may have thousands of streams.</summary>
    private static MemoryStream Open(ReadOnlyMemory<byte> bytes) => MemoryMarshal.TryGetArray(bytes, out var there)
        ? new(there.Array!, there.Offset, there.Count, writable: false)
        : new(bytes.ToArray(), writable: false);
}
