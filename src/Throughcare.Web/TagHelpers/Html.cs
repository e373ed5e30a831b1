using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Throughcare.Web.TagHelpers;

/// <summary>Finished markup. It is written as an interpolated string: what stands in a hole is encoded, unless it is
/// markup itself.</summary>
public sealed class Html : IHtmlContent
{
    private readonly string _markup;

    private Html(string markup) => _markup = markup;

    public static Html Of(ref Writer markup) => new(markup.ToString());

    public static Html Join(IEnumerable<IHtmlContent?> parts)
    {
        var whole = new StringBuilder();
        foreach (var part in parts)
        {
            whole.Append(Text(part));
        }

        return new(whole.ToString());
    }

    /// <summary>An attribute with the space before it; nothing at all for <see langword="null"/> or <see langword="false"/>,
    /// and the bare name for <see langword="true"/>.</summary>
    public static Html? Attribute(string name, object? value) => value switch
    {
        null or false => null,
        true => new($" {name}"),
        _ => new($" {name}=\"{Encode(Convert.ToString(value, CultureInfo.InvariantCulture))}\""),
    };

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(_markup);
    }

    public override string ToString() => _markup;

    private static string Encode(string? text) => text is null ? "" : HtmlEncoder.Default.Encode(text);

    private static string Text(IHtmlContent? content)
    {
        switch (content)
        {
            case null:
                return "";
            case Html html:
                return html._markup;
            default:
                using (var writer = new StringWriter(CultureInfo.InvariantCulture))
                {
                    content.WriteTo(writer, HtmlEncoder.Default);
                    return writer.ToString();
                }
        }
    }

    /// <summary>What the compiler fills with the pieces of an interpolated string.</summary>
    [InterpolatedStringHandler]
    public readonly ref struct Writer
    {
        private readonly StringBuilder _text;

        public Writer(int literalLength, int formattedCount) => _text = new(literalLength + (16 * formattedCount));

        public void AppendLiteral(string literal) => _text.Append(literal);

        public void AppendFormatted(IHtmlContent? content) => _text.Append(Text(content));

        public void AppendFormatted(string? text) => _text.Append(Encode(text));

        public void AppendFormatted<T>(T value) => _text.Append(value is IHtmlContent content
            ? Text(content)
            : Encode(Convert.ToString(value, CultureInfo.InvariantCulture)));

        public void AppendFormatted<T>(T value, string format)
            where T : IFormattable => _text.Append(Encode(value.ToString(format, CultureInfo.InvariantCulture)));

        public override string ToString() => _text.ToString();
    }
}
