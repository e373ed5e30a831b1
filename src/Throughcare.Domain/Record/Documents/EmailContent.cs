using System.Text;

namespace Throughcare.Domain.Record.Documents;

/// <summary>Looks at a saved message of email: it has a sender and a head, and carries text and pictures alone.</summary>
/// <remarks>An attachment is added as a document of its own, where it is checked like every other.</remarks>
internal static class EmailContent
{
    private const string Attached = "The selected email has an attachment. Save the attachment as a document of its own, and the email without it";

    private static readonly string[] MarksOfMail = ["date", "to", "subject", "message-id", "received"];

    private static readonly string[] Carried = ["text/plain", "text/html", "text/calendar", "image/png", "image/jpeg", "image/gif", "message/delivery-status"];

    public static string? Problem(ReadOnlySpan<byte> content)
    {
        if (TextContent.HasControls(content))
        {
            return DocumentContent.IsNot(DocumentFormat.Email);
        }

        // one character a byte: heads are ASCII, and what bodies say does not matter here
        var lines = Unfold(Encoding.Latin1.GetString(content)).ToList();
        var head = lines.TakeWhile(line => line.Length > 0).Select(HeaderOf).ToList();
        if (head.Exists(h => h is null) || !head.Exists(h => h!.Value.Name == "from") || !head.Exists(h => MarksOfMail.Contains(h!.Value.Name)))
        {
            return DocumentContent.IsNot(DocumentFormat.Email);
        }

        return lines.Select(HeaderOf).OfType<(string Name, string Value)>().Any(CarriesMore) ? Attached : null;
    }

    private static bool CarriesMore((string Name, string Value) header)
    {
        var value = header.Value.Split(';')[0].Trim().ToLowerInvariant();
        return header.Name switch
        {
            "content-disposition" => value.StartsWith("attachment", StringComparison.Ordinal),
            "content-type" => !value.StartsWith("multipart/", StringComparison.Ordinal) && !Carried.Contains(value),
            _ => false,
        };
    }

    /// <summary>The lines, each with those that go on with it.</summary>
    private static IEnumerable<string> Unfold(string text)
    {
        StringBuilder line = new();
        var isFirst = true;
        foreach (var raw in text.Split('\n').Select(l => l.TrimEnd('\r')))
        {
            if (!isFirst && (raw is not [' ' or '\t', ..] || line.Length == 0))
            {
                yield return line.ToString();
                line.Clear();
            }

            line.Append(raw);
            isFirst = false;
        }

        yield return line.ToString();
    }

    private static (string Name, string Value)? HeaderOf(string line) =>
        line.IndexOf(':', StringComparison.Ordinal) is > 0 and <= 80 and var colon && line[..colon].TrimEnd() is var name && name.All(c => c is > ' ' and < (char)0x7F)
            ? (name.ToLowerInvariant(), line[(colon + 1)..].Trim())
            : null;
}
