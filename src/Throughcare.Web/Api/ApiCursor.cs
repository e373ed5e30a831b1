using System.Buffers.Text;
using System.Text;

namespace Throughcare.Web.Api;

/// <summary>Where a page ended, in a form that means nothing to whoever holds it: it is sent back as it came.</summary>
public static class ApiCursor
{
    /// <param name="of">What list it goes on: a cursor of one is no cursor of another.</param>
    public static string Write(string of, params IReadOnlyList<string> parts) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join('|', parts.Prepend(of))));

    /// <returns><see langword="null"/> for what is no cursor of this list.</returns>
    public static IReadOnlyList<string>? Read(string of, string text, int parts)
    {
        ArgumentNullException.ThrowIfNull(text);

        if (text.Length > 400 || !Base64Url.IsValid(text))
        {
            return null;
        }

        var read = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text)).Split('|');
        return read.Length == parts + 1 && read[0] == of ? read[1..] : null;
    }
}
