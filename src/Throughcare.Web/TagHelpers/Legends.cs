namespace Throughcare.Web.TagHelpers;

internal static class Legends
{
    public static Html Of(string legend, string? size, bool heading) => Html.Of($"""
        <legend class="govuk-fieldset__legend{(size is null ? "" : $" govuk-fieldset__legend--{size}")}">{(heading
            ? Html.Of($"""<h1 class="govuk-fieldset__heading">{legend}</h1>""")
            : Html.Of($"{legend}"))}</legend>
        """);
}
