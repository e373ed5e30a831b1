using Microsoft.AspNetCore.Html;

namespace Throughcare.Web.TagHelpers;

/// <summary>A field of one input, with a label.</summary>
public abstract class LabelledTagHelper : FieldTagHelper
{
    public string? Label { get; set; }

    /// <summary>s, m, l or xl; ordinary size unless said.</summary>
    public string? LabelSize { get; set; }

    /// <summary>Whether the label is the heading of the page, where the page asks one thing.</summary>
    public bool Heading { get; set; }

    protected string LabelText => Label ?? For?.Metadata.DisplayName
        ?? throw new InvalidOperationException($"{FieldName} needs a label.");

    protected abstract IHtmlContent Control();

    protected virtual string GroupClasses => "";

    protected virtual IHtmlContent? GroupAttributes => null;

    protected virtual IHtmlContent? AfterControl => null;

    protected override IHtmlContent Render(IHtmlContent children)
    {
        var size = LabelSize is null ? "" : $" govuk-label--{LabelSize}";
        var label = Html.Of($"""<label class="govuk-label{size}" for="{FieldId}">{LabelText}</label>""");

        return Html.Of($"""
            <div class="govuk-form-group{(Error is null ? "" : " govuk-form-group--error")}{GroupClasses}"{GroupAttributes}>
              {(Heading ? Html.Of($"""<h1 class="govuk-label-wrapper">{label}</h1>""") : label)}
              {HintMarkup()}
              {ErrorMarkup()}
              {Control()}
              {AfterControl}
            </div>
            """);
    }
}
