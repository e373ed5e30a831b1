using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>A question on a form: its name, id, value, hint and error come from one expression and agree with each other.</summary>
/// <remarks>What was typed is shown again from the model state, exactly as typed. A filter that no model binds gives
/// <see cref="Name"/> and <see cref="Value"/> instead of <see cref="For"/>.</remarks>
public abstract class FieldTagHelper : TagHelper
{
    /// <summary>The property of the page model, such as <c>Input.From</c>.</summary>
    public ModelExpression? For { get; set; }

    /// <summary>Name of the field where it is bound to no model.</summary>
    public string? Name { get; set; }

    /// <summary>Id of the input; the field's name unless said.</summary>
    public string? Id { get; set; }

    /// <summary>Value where nothing was typed; the model's unless said.</summary>
    public object? Value { get; set; }

    public string? Hint { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    protected string FieldName => Name ?? View.ViewData.TemplateInfo.GetFullHtmlFieldName(
        For?.Name ?? throw new InvalidOperationException($"{GetType().Name} needs 'for' or 'name'."));

    protected string FieldId => Id ?? FieldName;

    protected virtual string? Error => ModelState.FirstError(FieldName);

    protected ModelStateDictionary ModelState => View.ViewData.ModelState;

    protected bool Required => For?.Metadata.IsRequired is true;

    /// <summary>What was typed, else the value of the model.</summary>
    protected string? Typed => Attempted(FieldName) ?? Words(Value ?? For?.Model);

    /// <summary>The same for a question that has several answers.</summary>
    protected IReadOnlyList<string> TypedValues => ModelState.TryGetValue(FieldName, out var entry) && entry.RawValue is not null
        ? entry.RawValue is string[] attempts ? attempts : [entry.AttemptedValue ?? ""]
        : (Value ?? For?.Model) switch
        {
            null => [],
            string one => [one],
            System.Collections.IEnumerable several => [.. several.Cast<object?>().Select(value => Words(value) ?? "")],
            var one => [Words(one) ?? ""],
        };

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);

        AddTo(View.HttpContext.PageParts);
        var children = await PrepareAsync(context, output);
        output.TagName = null;
        output.Content.SetHtmlContent(Render(children));
    }

    protected virtual void AddTo(PageParts page) => page.AddField(FieldName, FieldId);

    protected virtual async Task<IHtmlContent> PrepareAsync(TagHelperContext context, TagHelperOutput output) =>
        await output.GetChildContentAsync();

    protected abstract IHtmlContent Render(IHtmlContent children);

    protected string? Attempted(string key) => ModelState.TryGetValue(key, out var entry) ? entry.AttemptedValue : null;

    /// <summary>The ids of the hint and the error for a screen reader to read after the label.</summary>
    protected string? DescribedBy(string? before = null)
    {
        var ids = string.Join(' ', new[] { before, Hint is null ? null : $"{FieldId}-hint", Error is null ? null : $"{FieldId}-error" }
            .Where(id => id is not null));
        return ids.Length is 0 ? null : ids;
    }

    protected Html? HintMarkup() => Hint is null ? null : Html.Of($"""
        <div id="{FieldId}-hint" class="govuk-hint">{Hint}</div>
        """);

    protected Html? ErrorMarkup() => Error is not { } message ? null : Html.Of($"""
        <p id="{FieldId}-error" class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> {message}</p>
        """);

    protected static string? Words(object? value) => value switch
    {
        null => null,
        bool yes => yes ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
