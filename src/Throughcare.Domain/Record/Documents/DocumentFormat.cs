namespace Throughcare.Domain.Record.Documents;

/// <summary>A format in which documents are kept.</summary>
public enum DocumentFormat
{
    Pdf,
    Docx,
    Jpeg,
    Png,

    /// <summary>Plain text in UTF-8.</summary>
    Text,

    /// <summary>One saved message of email.</summary>
    Email,
}

public static class DocumentFormats
{
    /// <summary>The endings of names that are taken, as a form offers them.</summary>
    public const string Endings = ".pdf,.docx,.jpg,.jpeg,.png,.txt,.eml";

    /// <summary>The same in words.</summary>
    public const string InWords = "PDF, DOCX, JPG, PNG, TXT or EML";

    /// <summary>The format that a file's name claims; <see langword="null"/> for any other name.</summary>
    public static DocumentFormat? OfName(string name) => EndingOf(name).ToLowerInvariant() switch
    {
        ".pdf" => DocumentFormat.Pdf,
        ".docx" => DocumentFormat.Docx,
        ".jpg" or ".jpeg" => DocumentFormat.Jpeg,
        ".png" => DocumentFormat.Png,
        ".txt" => DocumentFormat.Text,
        ".eml" => DocumentFormat.Email,
        _ => null,
    };

    /// <summary>The last dot of a name and what follows it; empty where there is none.</summary>
    public static string EndingOf(string name) => name.LastIndexOf('.') is >= 0 and var dot ? name[dot..] : "";

    extension(DocumentFormat format)
    {
        /// <summary>The media type under which it is sent.</summary>
        public string MediaType => format switch
        {
            DocumentFormat.Pdf => "application/pdf",
            DocumentFormat.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            DocumentFormat.Jpeg => "image/jpeg",
            DocumentFormat.Png => "image/png",
            DocumentFormat.Text => "text/plain; charset=utf-8",
            _ => "message/rfc822",
        };

        /// <summary>Such as "PDF" or "Word (DOCX)".</summary>
        public string Name => format switch
        {
            DocumentFormat.Pdf => "PDF",
            DocumentFormat.Docx => "Word (DOCX)",
            DocumentFormat.Jpeg => "JPG",
            DocumentFormat.Png => "PNG",
            DocumentFormat.Text => "text (TXT)",
            _ => "email (EML)",
        };
    }
}
