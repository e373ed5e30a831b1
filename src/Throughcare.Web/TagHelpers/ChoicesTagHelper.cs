using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Throughcare.Web.TagHelpers;

/// <summary>A question with its answers listed, in a fieldset.</summary>
public abstract class ChoicesTagHelper : FieldTagHelper
{
    private readonly Dictionary<string, IHtmlContent> _revealed = new(StringComparer.Ordinal);

    /// <summary>The question.</summary>
    public string? Legend { get; set; }

    /// <summary>s, m, l or xl; ordinary size unless said.</summary>
    public string? LegendSize { get; set; }

    /// <summary>Whether the legend is the heading of the page, where the page asks one thing.</summary>
    public bool Heading { get; set; }

    public IEnumerable<Choice> Items { get; set; } = [];

    /// <summary>Side by side, for two short answers.</summary>
    public bool Inline { get; set; }

    /// <summary>Smaller, for filters.</summary>
    public bool Small { get; set; }

    protected abstract string Block { get; }

    protected abstract string Type { get; }

    protected override async Task<IHtmlContent> PrepareAsync(TagHelperContext context, TagHelperOutput output)
    {
        context.Items[typeof(ConditionalTagHelper)] = _revealed;
        return await output.GetChildContentAsync();
    }

    protected override IHtmlContent Render(IHtmlContent children)
    {
        var legend = Legend ?? For?.Metadata.DisplayName ?? throw new InvalidOperationException($"{FieldName} needs a legend.");
        var modifiers = (Small ? $" {Block}--small" : "") + (Inline ? $" {Block}--inline" : "");
        var answers = Items.ToList();

        return Html.Of($"""
            <div class="govuk-form-group{(Error is null ? "" : " govuk-form-group--error")}">
              <fieldset class="govuk-fieldset"{Html.Attribute("aria-describedby", DescribedBy())}>
                {Legends.Of(legend, LegendSize, Heading)}
                {HintMarkup()}
                {ErrorMarkup()}
                <div class="{Block}{modifiers}" data-module="{Block}">
                  {Html.Join(answers.Select(Item))}
                </div>
              </fieldset>
            </div>
            """);
    }

    private Html Item(Choice choice, int index)
    {
        var id = index is 0 ? FieldId : $"{FieldId}-{index + 1}";
        var chosen = TypedValues.Contains(choice.Value, StringComparer.OrdinalIgnoreCase);
        var revealed = _revealed.GetValueOrDefault(choice.Value);

        return Html.Of($"""
            {(choice.Divider is null ? null : Html.Of($"""<div class="{Block}__divider">{choice.Divider}</div>"""))}
            <div class="{Block}__item">
              <input class="{Block}__input" id="{id}" name="{FieldName}" type="{Type}" value="{choice.Value}"{Html.Attribute("checked", chosen)}{Html.Attribute("data-aria-controls", revealed is null ? null : $"conditional-{id}")}{Html.Attribute("data-behaviour", choice.Exclusive ? "exclusive" : null)}{Html.Attribute("aria-describedby", choice.Hint is null ? null : $"{id}-item-hint")}>
              <label class="govuk-label {Block}__label" for="{id}">{choice.Text}</label>
              {(choice.Hint is null ? null : Html.Of($"""<div id="{id}-item-hint" class="govuk-hint {Block}__hint">{choice.Hint}</div>"""))}
            </div>
            {(revealed is null ? null : Html.Of($"""<div class="{Block}__conditional{(chosen ? "" : $" {Block}__conditional--hidden")}" id="conditional-{id}">{revealed}</div>"""))}
            """);
    }
}
