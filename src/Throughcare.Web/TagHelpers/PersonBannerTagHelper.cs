using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.TagHelpers;

/// <summary>Who the page is about, with the strips above. Compact on task pages.</summary>
[HtmlTargetElement("tc-person-banner", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class PersonBannerTagHelper(TimeProvider clock) : TagHelper
{
    private const int TagsShown = 8;

    public bool Compact { get; set; }

    /// <summary>The person of the request unless said.</summary>
    public PersonBannerModel? Of { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);

        var person = Of ?? View.HttpContext.Features.GetRequiredFeature<PersonBannerModel>();
        var today = clock.GetUtcNow().LondonDate;
        output.TagName = null;
        output.Content.SetHtmlContent(Html.Join([
            Html.Join(person.Strips.OrderBy(strip => strip.Kind).Select(strip =>
                Html.Of($"""<p class="tc-strip tc-strip--{(strip.Kind is StripKind.LimitedAccess ? "limited" : "plain")}">{strip.Sentence}</p>"""))),
            Compact ? Short(person, today) : Full(person, today)]));
    }

    private static Html Short(PersonBannerModel person, DateOnly today) => Html.Of($"""
        <section class="tc-banner tc-banner--compact" aria-label="Person">
          <p class="tc-banner__name">{Name(person)}</p>
          <dl class="tc-banner__facts">
            {Number(person.PrisonNumber is not null ? "Prison number" : "CRN", person.Number)}
            {Born(person, today)}
            {Fact("Where", Html.Of($"{person.Where}"))}
          </dl>
          <ul class="tc-banner__badges"><li>{RoshTagHelper.Badge(person.Rosh)}</li></ul>
        </section>
        """);

    private static Html Full(PersonBannerModel person, DateOnly today) => Html.Of($"""
        <section class="tc-banner" aria-label="Person">
          <div class="tc-banner__photo">{Photo(person)}</div>
          <div class="tc-banner__lines">
            <p class="tc-banner__name">{Name(person)}{(person.PreferredName is { } preferred && !string.Equals(preferred, person.Forename, StringComparison.OrdinalIgnoreCase) ? $" ({preferred})" : "")}</p>
            <dl class="tc-banner__facts">
              {Number("Prison number", person.PrisonNumber)}
              {Number("CRN", person.Crn)}
              {Number("PNC number", person.Pnc)}
            </dl>
            <dl class="tc-banner__facts">
              {Born(person, today)}
              {(person.Sex is null ? null : Fact("Sex at record", Html.Of($"{person.Sex}")))}
              {Html.Join(person.Needs.Select(need => Fact("Need", Html.Of($"{need}"))))}
            </dl>
            <p class="tc-banner__where">{person.Where}</p>
            <ul class="tc-banner__badges">{Html.Join(Badges(person).Select(badge => Html.Of($"<li>{badge}</li>")))}</ul>
            {More(person)}
            <dl class="tc-banner__facts tc-banner__staff">
              {Html.Join(person.Staff.Select(Staff))}
              {NextDate(person, today)}
              {NextDue(person, today)}
            </dl>
          </div>
        </section>
        """);

    private static Html Name(PersonBannerModel person) =>
        Html.Of($"""<a class="tc-banner__link" href="/people/{person.Address}">{person.LastCommaFirst}</a>""");

    private static Html Photo(PersonBannerModel person) => person.PhotoAddress is { } address
        ? Html.Of($"""<img src="{address}" alt="Photograph" width="80" height="100">""")
        : Html.Of($"""<svg role="img" aria-label="No photograph" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 100" width="80" height="100" focusable="false"><rect width="80" height="100" fill="#cecece"/><circle cx="40" cy="38" r="18" fill="#484949"/><path d="M8 100c0-24 14-38 32-38s32 14 32 38z" fill="#484949"/></svg>""");

    private static Html Fact(string name, Html value, bool shown = false) => Html.Of($"""
        <div><dt{(shown ? null : Html.Attribute("class", "govuk-visually-hidden"))}>{name}</dt> <dd>{value}</dd></div>
        """);

    private static Html? Number(string name, string? number) =>
        number is null ? null : Fact(name, Html.Of($"""<span class="tc-banner__number">{number}</span>"""));

    private static Html Born(PersonBannerModel person, DateOnly today) => person.BornOn is { } born
        ? Fact("Born", Html.Of($"{born.In(DateForm.Long)} ({Words.Count(born.AgeAsAt(today), "year")})"), shown: true)
        : Fact("Born", Html.Of($"Not recorded"), shown: true);

    private static IEnumerable<Html?> Badges(PersonBannerModel person)
    {
        Html?[] first = [RoshTagHelper.Badge(person.Rosh), .. person.Scores.Select(ScoreTagHelper.Badge),
            TierTagHelper.Badge(person.Tier), MappaTagHelper.Badge(person.Mappa)];
        return [.. first.Where(badge => badge is not null), .. person.Tags.Take(TagsShown).Select(TagTagHelper.Of)];
    }

    private static Html? More(PersonBannerModel person) => person.Tags.Count <= TagsShown ? null : Html.Of($"""
        <details class="tc-banner__more"><summary>More<span class="govuk-visually-hidden"> flags</span> ({person.Tags.Count - TagsShown})</summary>
          <ul class="tc-banner__badges">{Html.Join(person.Tags.Skip(TagsShown).Select(tag => Html.Of($"<li>{TagTagHelper.Of(tag)}</li>")))}</ul>
        </details>
        """);

    private static Html Staff(BannerStaff staff)
    {
        var name = staff switch
        {
            { Name: null } => TagTagHelper.Of(new TagModel("Not allocated", TagColour.Red)),
            { Href: null } => Html.Of($"{staff.Name}"),
            _ => Html.Of($"""<a class="tc-banner__link" href="{staff.Href}">{staff.Name}</a>"""),
        };
        return Fact(staff.Job, Html.Of($"{name}{(staff.Part is null ? "" : $" ({staff.Part})")}"), shown: true);
    }

    private static Html? NextDate(PersonBannerModel person, DateOnly today) =>
        person is { NextDateName: { } name, NextDateOn: { } on } ? Fact(name, DateTagHelper.Of(on, DateForm.Long, today), shown: true) : null;

    private static Html? NextDue(PersonBannerModel person, DateOnly today) => person.NextDue is not { } due ? null : Fact(
        "Next due",
        Html.Of($"{(due.Href is null ? Html.Of($"{due.What}") : Html.Of($"""<a class="tc-banner__link" href="{due.Href}">{due.What}</a>"""))} {TagTagHelper.Of(DueTagHelper.For(due.On, today))}"),
        shown: true);
}
