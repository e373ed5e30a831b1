using System.IO.Compression;
using System.Text;

namespace Throughcare.Domain.Record.Documents;

/// <summary>Looks at a Word document: a ZIP file of known parts, without macros and without other files in it.</summary>
internal static class DocxContent
{
    internal const string Macros = "The selected file must not hold macros. Save it as a DOCX without them";

    private const string Locked = "The selected file is protected by a password, or it is an older Word document. Save it as a DOCX without a password";

    private const string Carries = "The selected file must not hold other files or controls. Take them out and add them as documents of their own";

    /// <summary>Unpacked size, in bytes, above which a file is taken for one that is made to exhaust whoever opens it.</summary>
    private const long MostUnpacked = 300L * 1024 * 1024;

    private const int MostParts = 5000;

    /// <summary>The list of parts is read up to this many bytes.</summary>
    private const int MostTypes = 1024 * 1024;

    private static ReadOnlySpan<byte> ZipMark => [0x50, 0x4B, 0x03, 0x04];

    private static ReadOnlySpan<byte> OldOfficeMark => [0xD0, 0xCF, 0x11, 0xE0];

    public static string? Problem(ReadOnlyMemory<byte> content)
    {
        if (content.Span.StartsWith(OldOfficeMark))
        {
            return Locked;
        }

        if (!content.Span.StartsWith(ZipMark))
        {
            return DocumentContent.IsNot(DocumentFormat.Docx);
        }

        try
        {
            using var stream = new MemoryStream(content.ToArray(), writable: false);
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            return Problem(zip);
        }
        catch (InvalidDataException)
        {
            return DocumentContent.IsDamaged;
        }
    }

    private static string? Problem(ZipArchive zip)
    {
        var parts = zip.Entries;
        if (parts.Count > MostParts || parts.Sum(part => part.Length) > MostUnpacked)
        {
            return "The selected file unpacks to more than can be checked. Save its pictures smaller";
        }

        var names = parts.Select(part => part.FullName.Replace('\\', '/').TrimStart('/').ToLowerInvariant()).ToList();
        if (!names.Contains("[content_types].xml") || !names.Contains("word/document.xml"))
        {
            return DocumentContent.IsNot(DocumentFormat.Docx);
        }

        if (names.Exists(name => name.Contains("vbaproject", StringComparison.Ordinal) || name.EndsWith("/vbadata.xml", StringComparison.Ordinal)))
        {
            return Macros;
        }

        if (names.Exists(name => name.StartsWith("word/embeddings/", StringComparison.Ordinal) || name.Contains("/activex", StringComparison.Ordinal)))
        {
            return Carries;
        }

        var types = TextOf(parts[names.IndexOf("[content_types].xml")]);
        return types is null ? DocumentContent.IsDamaged
            : types.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || types.Contains("vbaProject", StringComparison.OrdinalIgnoreCase) ? Macros
            : types.Contains("oleObject", StringComparison.OrdinalIgnoreCase) || types.Contains("activeX", StringComparison.OrdinalIgnoreCase) ? Carries
            : !types.Contains("wordprocessingml.document.main+xml", StringComparison.Ordinal) ? DocumentContent.IsNot(DocumentFormat.Docx)
            : null;
    }

    /// <returns><see langword="null"/> where it is longer than a list of parts ever is.</returns>
    private static string? TextOf(ZipArchiveEntry part)
    {
        var bytes = new byte[MostTypes + 1];
        using var open = part.Open();
        var read = open.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read > MostTypes ? null
            : bytes is [0xFF, 0xFE, ..] ? Encoding.Unicode.GetString(bytes, 0, read)
            : bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(bytes, 0, read)
            : Encoding.UTF8.GetString(bytes, 0, read);
    }
}
