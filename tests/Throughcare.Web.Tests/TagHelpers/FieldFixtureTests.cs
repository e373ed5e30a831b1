using System.Globalization;
using System.Text.Json;
using Throughcare.Web.TagHelpers;
using Xunit;

namespace Throughcare.Web.Tests.TagHelpers;

/// <summary>Fields of forms, against the published examples of the components that they wrap.</summary>
public class FieldFixtureTests
{
    private static readonly string[] Labelled =
        ["id", "name", "value", "label.text", "label.classes", "label.isPageHeading", "hint.text", "errorMessage.text"];

    private static readonly string[] Grouped =
        ["id", "name", "idPrefix", "fieldset.legend.text", "fieldset.legend.classes", "fieldset.legend.isPageHeading", "hint.text", "errorMessage.text"];

    private static readonly string[] Listed =
        [.. Grouped, "classes", "items[].value", "items[].text", "items[].checked", "items[].hint.text", "items[].conditional.html", "items[].behaviour"];

    public static TheoryData<string, string> Examples
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var (component, supported) in Supported)
            {
                foreach (var fixture in Fixtures.Of(component, supported).Where(f => Makes(component, f.Options)))
                {
                    data.Add(component, fixture.Name);
                }
            }

            return data;
        }
    }

    private static Dictionary<string, string[]> Supported { get; } = new(StringComparer.Ordinal)
    {
        ["input"] = [.. Labelled, "classes", "prefix.text", "suffix.text", "inputmode", "type", "spellcheck", "autocomplete", "disabled"],
        ["textarea"] = [.. Labelled, "rows"],
        ["character-count"] = [.. Labelled, "rows", "maxlength"],
        ["select"] = [.. Labelled, "items[].value", "items[].text", "items[].selected"],
        ["file-upload"] = [.. Labelled, "multiple", "javascript"],
        ["radios"] = Listed,
        ["checkboxes"] = Listed,
        ["date-input"] = [.. Grouped, "month.error", "day.error", "year.error", "values.day", "values.month", "values.year"],
    };

    [Theory]
    [InlineData("input", 20)]
    [InlineData("textarea", 5)]
    [InlineData("character-count", 4)]
    [InlineData("select", 3)]
    [InlineData("file-upload", 5)]
    [InlineData("radios", 10)]
    [InlineData("checkboxes", 6)]
    [InlineData("date-input", 5)]
    public void Enough_examples_are_compared_to_prove_something(string component, int atLeast) =>
        Assert.True(Examples.Count(row => (string?)row.Data.Item1 == component) >= atLeast,
            $"{component}: {Examples.Count(row => row.Data.Item1 == component)}");

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task A_field_makes_the_published_markup(string component, string name)
    {
        var fixture = Fixtures.Of(component, Supported[component]).First(f => f.Name == name && Makes(component, f.Options));
        var options = fixture.Options;
        var page = new Rendering();
        var helper = Field(component, options, page);
        helper.View = page.View;
        helper.Name = NameOf(component, options);
        helper.Id = options.Text("idPrefix") ?? options.Text("id");
        helper.Hint = options.Text("hint.text");
        if (options.Text("errorMessage.text") is { } error && page.State.ErrorCount is 0)
        {
            page.State.AddModelError(helper.Name, error);
        }

        var made = helper is ChoicesTagHelper
            ? await page.OfAsync(helper, inner => Conditionals(options, inner))
            : await page.OfAsync(helper);

        var expected = component is "date-input" ? WithOurNames(fixture.Markup, helper.Name) : fixture.Markup;
        Assert.Equal(Rendering.Normal(expected), Rendering.Normal(made));
    }

    /// <summary>What is left to exclude by value: classes of nobody's, and fieldsets or labels that our helpers always have.</summary>
    private static bool Makes(string component, JsonElement options)
    {
        var classes = options.Text("classes")?.Split(' ') ?? [];
        return component switch
        {
            "input" => classes.All(c => c.StartsWith("govuk-input--width-", StringComparison.Ordinal)) && options.Text("label.text") is not null,
            "radios" or "checkboxes" => options.Text("fieldset.legend.text") is not null
                && classes.All(c => c is "govuk-radios--inline" or "govuk-radios--small" or "govuk-checkboxes--small")
                && options.List("items").All(item => item.ValueKind is JsonValueKind.Object && item.Text("text") is not null
                    && item.Text("conditional") is not ("False" or "{}"))
                && (component is "radios" || options.List("items").Count > 1),
            "date-input" => options.Text("fieldset.legend.text") is not null && options.Text("id") is not null
                && options.Text("errorMessage.text") is not null == options.ToString().Contains("rror", StringComparison.Ordinal),
            "select" => options.Text("label.text") is not null
                && options.List("items").All(item => item.ValueKind is JsonValueKind.Object && item.Text("text") is not null
                    && item.TryGetProperty("value", out var value) && value.ValueKind is (JsonValueKind.String or JsonValueKind.Number))
                && !(options.Text("value") is not null && options.ToString().Contains("selected", StringComparison.Ordinal)),
            "character-count" => options.Text("label.text") is not null && options.Text("maxlength") is not null,
            _ => options.Text("label.text") is not null,
        };
    }

    private static string NameOf(string component, JsonElement options) =>
        component is "date-input" ? options.Text("id")! : options.Text("name")!;

    private static FieldTagHelper Field(string component, JsonElement options, Rendering page)
    {
        var field = Make(component, options, page);
        if (field is LabelledTagHelper labelled)
        {
            labelled.Label = options.Text("label.text");
            labelled.LabelSize = SizeIn(options.Text("label.classes"));
            labelled.Heading = options.Is("label.isPageHeading");
            labelled.Value = options.Text("value");
        }

        return field;
    }

    private static FieldTagHelper Make(string component, JsonElement options, Rendering page) => component switch
    {
        "input" => new InputTagHelper
        {
            Width = options.Text("classes") is { } width ? Number(width.Split('-')[^1]) : null,
            Prefix = options.Text("prefix.text"),
            Suffix = options.Text("suffix.text"),
            Inputmode = options.Text("inputmode"),
            Type = options.Text("type") ?? "text",
            Autocomplete = options.Text("autocomplete"),
            Spellcheck = options.Text("spellcheck") is { } checks ? checks is "True" : null,
            Disabled = options.Is("disabled"),
        },
        "textarea" or "character-count" => new TextareaTagHelper
        {
            Rows = options.Text("rows") is { } rows ? Number(rows) : 5,
            MaxLength = options.Text("maxlength") is { } most ? Number(most) : null,
        },
        "select" => new SelectTagHelper
        {
            Items = [.. options.List("items").Select(ChoiceOf)],
            Value = options.Text("value") ?? options.List("items").FirstOrDefault(i => i.Is("selected")) switch
            {
                { ValueKind: JsonValueKind.Object } selected => selected.Text("value"),
                _ => null,
            },
        },
        "file-upload" => new FileTagHelper { Multiple = options.Is("multiple"), Enhanced = options.Is("javascript") },
        "radios" => Listing(new RadiosTagHelper(), options),
        "checkboxes" => Listing(new CheckboxesTagHelper(), options),
        "date-input" => Date(options, page),
        _ => throw new ArgumentOutOfRangeException(nameof(component), component, null),
    };

    private static ChoicesTagHelper Listing(ChoicesTagHelper helper, JsonElement options)
    {
        helper.Legend = options.Text("fieldset.legend.text");
        helper.LegendSize = SizeIn(options.Text("fieldset.legend.classes"));
        helper.Heading = options.Is("fieldset.legend.isPageHeading");
        helper.Inline = options.Text("classes")?.Contains("--inline") is true;
        helper.Small = options.Text("classes")?.Contains("--small") is true;
        helper.Items = [.. options.List("items").Select(ChoiceOf)];
        helper.Value = options.List("items").Where(item => item.Is("checked")).Select(item => item.Text("value")!).ToList();
        return helper;
    }

    private static DateInputTagHelper Date(JsonElement options, Rendering page)
    {
        var name = options.Text("id")!;
        foreach (var part in new[] { "Day", "Month", "Year" })
        {
            if (options.Text($"values.{part.ToLowerInvariant()}") is { } typed)
            {
                page.State.SetModelValue($"{name}.{part}", typed, typed);
            }

            // An example may say which boxes are wrong, or which are not.
            var said = options.Text($"{part.ToLowerInvariant()}.error");
            if (said is "True" || (said is null && options.ToString().Contains("\"error\": false", StringComparison.Ordinal)))
            {
                page.State.AddModelError($"{name}.{part}", options.Text("errorMessage.text")!);
            }
        }

        return new DateInputTagHelper
        {
            Legend = options.Text("fieldset.legend.text"),
            LegendSize = SizeIn(options.Text("fieldset.legend.classes")),
            Heading = options.Is("fieldset.legend.isPageHeading"),
        };
    }

    private static async Task<string> Conditionals(JsonElement options, Rendering inner)
    {
        foreach (var item in options.List("items"))
        {
            if (item.Text("conditional.html") is { } revealed)
            {
                await inner.OfAsync(new ConditionalTagHelper { When = item.Text("value")! }, revealed);
            }
        }

        return "";
    }

    private static Choice ChoiceOf(JsonElement item) =>
        new(item.Text("value")!, item.Text("text")!, item.Text("hint.text"), item.Text("behaviour") is "exclusive");

    private static string? SizeIn(string? classes) => classes?.Split("--")[^1];

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Our boxes are named as the binder reads them.</summary>
    private static string WithOurNames(string markup, string name)
    {
        foreach (var part in new[] { "Day", "Month", "Year" })
        {
            var small = part.ToLowerInvariant();
            markup = markup.Replace($"\"{name}-{small}\"", $"\"{name}.{part}\"").Replace($"name=\"{small}\"", $"name=\"{name}.{part}\"");
        }

        return markup;
    }
}
