using System.Text.Unicode;

namespace Throughcare.Domain.Record.Documents;

/// <summary>Looks at plain text.</summary>
internal static class TextContent
{
    /// <summary>UTF-8, and no control characters but those that part lines and columns.</summary>
    public static string? Problem(ReadOnlySpan<byte> content) =>
        HasControls(content) ? DocumentContent.IsNot(DocumentFormat.Text)
        : !Utf8.IsValid(content) ? "The selected file must be text in UTF-8. Open it, save it with the encoding UTF-8 and choose it once more"
        : null;

    public static bool HasControls(ReadOnlySpan<byte> content)
    {
        foreach (var b in content)
        {
            if (b < 0x20 && b is not (0x09 or 0x0A or 0x0C or 0x0D))
            {
                return true;
            }
        }

        return false;
    }
}
