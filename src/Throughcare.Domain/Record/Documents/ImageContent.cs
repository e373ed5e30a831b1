using System.Buffers.Binary;

namespace Throughcare.Domain.Record.Documents;

/// <summary>Looks at pictures: from their mark to their end.</summary>
internal static class ImageContent
{
    private static ReadOnlySpan<byte> PngMark => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    private static ReadOnlySpan<byte> JpegMark => [0xFF, 0xD8, 0xFF];

    /// <summary>A PNG is its mark and a chain of chunks from IHDR to IEND, and nothing behind it.</summary>
    public static string? PngProblem(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith(PngMark))
        {
            return DocumentContent.IsNot(DocumentFormat.Png);
        }

        var at = PngMark.Length;
        for (var isFirst = true; content.Length - at >= 12; isFirst = false)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(content[at..]);
            var type = content.Slice(at + 4, 4);
            if (isFirst != type.SequenceEqual("IHDR"u8) || length > content.Length - at - 12)
            {
                break;
            }

            at += 12 + (int)length;
            if (type.SequenceEqual("IEND"u8))
            {
                return at == content.Length ? null : "The selected file holds something else behind its picture. Save it again as a PNG";
            }
        }

        return DocumentContent.IsDamaged;
    }

    /// <summary>A JPEG is a chain of segments up to the picture itself, with its size among them, and an end.</summary>
    public static string? JpegProblem(ReadOnlySpan<byte> content)
    {
        if (!content.StartsWith(JpegMark))
        {
            return DocumentContent.IsNot(DocumentFormat.Jpeg);
        }

        var (at, hasFrame) = (2, false);
        while (content.Length - at >= 4 && content[at] == 0xFF)
        {
            var marker = content[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(content[(at + 2)..]);
            if (length < 2)
            {
                break;
            }

            hasFrame |= marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);
            at += 2 + length;
            if (marker == 0xDA)
            {
                return hasFrame && at < content.Length && content[at..].IndexOf([(byte)0xFF, (byte)0xD9]) >= 0 ? null : DocumentContent.IsDamaged;
            }
        }

        return DocumentContent.IsDamaged;
    }
}
