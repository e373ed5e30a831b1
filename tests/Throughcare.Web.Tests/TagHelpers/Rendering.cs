using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.Tests.TagHelpers;

/// <summary>Renders helpers as a page would, without the page.</summary>
internal sealed class Rendering
{
    private readonly Dictionary<object, object> _items = [];

    public ModelStateDictionary State { get; } = new();

    public DefaultHttpContext Http { get; } = new();

    public ViewContext View => field ??= new ViewContext
    {
        HttpContext = Http,
        ViewData = new ViewDataDictionary(new EmptyModelMetadataProvider(), State),
    };

    public Rendering Knowing(object key, object value)
    {
        _items[key] = value;
        return this;
    }

    public async Task<string> OfAsync(TagHelper helper, string children = "", string tag = "tc", TagHelperAttributeList? attributes = null) =>
        await OfAsync(helper, _ => Task.FromResult(children), tag, attributes);

    public async Task<string> OfAsync(
        TagHelper helper, Func<Rendering, Task<string>> children, string tag = "tc", TagHelperAttributeList? attributes = null)
    {
        var context = new TagHelperContext(tag, [], new Dictionary<object, object>(_items), "id");
        var output = new TagHelperOutput(tag, attributes ?? [], async (_, _) =>
        {
            var inner = new Rendering(this, context.Items);
            var content = new DefaultTagHelperContent();
            content.SetHtmlContent(await children(inner));
            return content;
        });
        helper.Init(context);
        await helper.ProcessAsync(context, output);
        if (!output.IsContentModified && output.TagName is not null)
        {
            output.Content.SetHtmlContent(await output.GetChildContentAsync());
        }

        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        output.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }

    public Rendering()
    {
    }

    private Rendering(Rendering outer, IDictionary<object, object> items)
    {
        State = outer.State;
        Http = outer.Http;
        View = outer.View;
        foreach (var (key, value) in items)
        {
            _items[key] = value;
        }
    }

    public static IElement Parse(string html) => new HtmlParser().ParseDocument($"<body>{html}").Body!;

    /// <summary>The same text for the same markup, whatever its white space and the order of its attributes and classes.</summary>
    public static string Normal(string html)
    {
        var text = new StringBuilder();
        foreach (var node in Parse(html).ChildNodes)
        {
            Write(node, text, 0);
        }

        return text.ToString();
    }

    private static void Write(INode node, StringBuilder text, int depth)
    {
        switch (node)
        {
            case IText words when string.Join(' ', words.Data.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) is { Length: > 0 } said:
                text.Append(' ', depth).AppendLine(said);
                break;
            case IElement element:
                text.Append(' ', depth).Append('<').Append(element.LocalName);
                foreach (var attribute in element.Attributes.OrderBy(a => a.Name, StringComparer.Ordinal))
                {
                    var value = attribute.Name is "class"
                        ? string.Join(' ', attribute.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal))
                        : attribute.Value;
                    text.Append(' ').Append(attribute.Name).Append("=\"").Append(value).Append('"');
                }

                text.AppendLine(">");
                foreach (var child in element.ChildNodes)
                {
                    Write(child, text, depth + 1);
                }

                break;
        }
    }
}
