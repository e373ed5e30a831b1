using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.TagHelpers;

/// <summary>What a computed value rests on: one sentence, the facts used, the rule and its source.</summary>
/// <remarks>Content, where there is any, is what to do if it looks wrong.</remarks>
[HtmlTargetElement("tc-why", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class WhyTagHelper : TagHelper
{
    /// <summary>An <see cref="Explained{T}"/> of anything. Nothing is shown for none.</summary>
    public object? Of { get; set; }

    /// <summary>What the value is called, for a screen reader: "initial assessment due".</summary>
    public string Naming { get; set; } = "";

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var wrong = await output.GetChildContentAsync();
        output.TagName = null;
        if (Of is null)
        {
            output.SuppressOutput();
            return;
        }

        var (rule, because, source, used) = Read(Of);
        output.Content.SetHtmlContent(Html.Of($"""
            <details class="govuk-details tc-why">
              <summary class="govuk-details__summary"><span class="govuk-details__summary-text">Why?{(Naming is "" ? null : Html.Of($"""<span class="govuk-visually-hidden"> {Naming}</span>"""))}</span></summary>
              <div class="govuk-details__text">
                <p class="govuk-body">{because}</p>
                {(used.Count is 0 ? null : Html.Of($"""
                    <table class="govuk-table tc-why__facts">
                      <caption class="govuk-table__caption govuk-visually-hidden">Facts used</caption>
                      <thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">Fact used</th><th scope="col" class="govuk-table__header">Recorded as</th></tr></thead>
                      <tbody class="govuk-table__body">{Html.Join(used.Select(fact => Html.Of($"""<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">{fact.Name}</th><td class="govuk-table__cell">{fact.Value}</td></tr>""")))}</tbody>
                    </table>
                    """))}
                <p class="govuk-body-s">Rule: {rule}</p>
                <p class="govuk-body-s">Source: {source}</p>
                {(wrong.IsEmptyOrWhiteSpace ? null : Html.Of($"""<div class="govuk-body-s">If this looks wrong: {wrong}</div>"""))}
              </div>
            </details>
            """));
    }

    /// <summary>The value itself is not read, so that an explanation of anything will do.</summary>
    private static (string Rule, string Because, string Source, IReadOnlyList<Fact> Used) Read(object explained)
    {
        var type = explained.GetType();
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(Explained<>))
        {
            throw new InvalidOperationException($"tc-why takes an explained value, and {type.Name} is none.");
        }

        T Of<T>(string name) => (T)type.GetProperty(name)!.GetValue(explained)!;

        return (Of<string>(nameof(Explained<>.Rule)), Of<string>(nameof(Explained<>.Because)),
            Of<string>(nameof(Explained<>.Source)), Of<IReadOnlyList<Fact>>(nameof(Explained<>.Used)));
    }
}
