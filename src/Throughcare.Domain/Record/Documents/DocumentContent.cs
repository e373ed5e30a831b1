using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Record.Documents;

/// <summary>Decides whether a file may be kept as a document: its name, its size, and what its bytes are, whatever the name says.</summary>
/// <remarks>Nothing that can run, open another program or carry another file is kept: macros, scripts, embedded files. What can't be
/// looked into, because it is encrypted or damaged, is not kept either.</remarks>
public static class DocumentContent
{
    /// <summary>25 MB.</summary>
    public const int MostBytes = 25 * 1024 * 1024;

    public const int LongestName = 150;

    /// <summary>Checks one file.</summary>
    /// <param name="name">The name of the file, without a folder.</param>
    /// <param name="field">The field of the form in which it was chosen.</param>
    /// <returns>Its format, or what to do about it.</returns>
    public static Outcome<DocumentFormat> Check(string name, ReadOnlyMemory<byte> content, string field)
    {
        if (content.IsEmpty)
        {
            return new Refusal(field, "The selected file is empty");
        }

        if (content.Length > MostBytes)
        {
            return new Refusal(field, "The selected file must be 25 MB or smaller");
        }

        if (name.Length > LongestName || name.AsSpan().ContainsAnyInRange('\0', '\x1F'))
        {
            return new Refusal(field, $"The name of the selected file must be {LongestName} characters or fewer");
        }

        if (DocumentFormats.EndingOf(name).ToLowerInvariant() is ".docm" or ".dotm")
        {
            return new Refusal(field, DocxContent.Macros);
        }

        if (DocumentFormats.OfName(name) is not { } format)
        {
            return new Refusal(field, $"The selected file must be a {DocumentFormats.InWords}");
        }

        return Problem(format, content) is { } problem ? new Refusal(field, problem) : format;
    }

    private static string? Problem(DocumentFormat format, ReadOnlyMemory<byte> content) => format switch
    {
        DocumentFormat.Pdf => PdfContent.Problem(content),
        DocumentFormat.Docx => DocxContent.Problem(content),
        DocumentFormat.Jpeg => ImageContent.JpegProblem(content.Span),
        DocumentFormat.Png => ImageContent.PngProblem(content.Span),
        DocumentFormat.Text => TextContent.Problem(content.Span),
        _ => EmailContent.Problem(content.Span),
    };

    internal static string IsNot(DocumentFormat format) => $"What is in the selected file is not {format.Name}, although its name says so";

    internal static string IsDamaged => "The selected file is damaged or not complete. Open it, save it again and choose it once more";
}
