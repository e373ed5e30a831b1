using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Throughcare.Application.Standards;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Standards;

/// <summary>What the address of a page of figures says: the same for the figures, the file and the people behind them.</summary>
public abstract class FigurePage(TimeProvider clock) : PageModel
{
    private const int MonthsShown = 12;

    /// <summary>First day on which an item was due; the first of the month eleven months ago unless said.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    /// <summary>Last day; today unless said.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    /// <summary>Figures as they were known at the end of this day.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? AsAt { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Family { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Group { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Staff { get; set; }

    /// <summary>in or out.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Scope { get; set; }

    /// <summary>item or case.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Basis { get; set; }

    /// <summary>answers or held.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Places { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Guidance { get; set; }

    public static IReadOnlyList<Choice> Scopes { get; } = [new("in", "In scope"), new("out", "Out of scope")];

    public static IReadOnlyList<Choice> Bases { get; } = [new("item", "Every item counts"), new("case", "The latest item of each case")];

    public static IReadOnlyList<Choice> PlaceKinds { get; } = [new("answers", "The place that answers for it"), new("held", "The prison that held the person")];

    public static IReadOnlyList<Choice> Groups => [.. StandardRuleSet.InUse.Rules.Select(rule => rule.MeasureGroup).Distinct().Order(StringComparer.Ordinal).Select(group => new Choice(group, Text(group)))];

    public static IReadOnlyList<Choice> GuidanceChoice { get; } = [new("true", "Count standards whose figure is our own guidance")];

    public DateOnly Today => Clock.GetUtcNow().LondonDate;

    protected TimeProvider Clock => clock;

    public FigureRequest Asked
    {
        get
        {
            var today = Today;
            var to = To ?? today;
            var from = From ?? new DateOnly(to.Year, to.Month, 1).AddMonths(1 - MonthsShown);
            return new(from, to)
            {
                Family = Family,
                MeasureGroup = string.IsNullOrEmpty(Group) ? null : Group,
                Place = string.IsNullOrWhiteSpace(Place) ? null : new PlaceCode(Place.Trim().ToUpperInvariant()),
                Staff = Staff is { } staff ? new StaffId(staff) : null,
                InScope = Scope switch { "in" => true, "out" => false, _ => null },
                ByCase = Basis is "case",
                ByHolding = Places is "held",
                WithGuidance = Guidance,
                AsAt = AsAt,
            };
        }
    }

    /// <summary>What is counted, in a line.</summary>
    public string Counted
    {
        get
        {
            var asked = Asked;
            List<string> parts = [$"Items due {Words.Range(asked.From, asked.To)}"];
            parts.Add(asked.ByCase ? "the latest of each case counts" : "every item counts");
            if (asked.InScope is { } scope)
            {
                parts.Add(scope ? "in scope" : "out of scope");
            }

            if (asked.Place is { } place)
            {
                parts.Add(Domain.Record.Places.Name(place));
            }

            if (asked.MeasureGroup is { } group)
            {
                parts.Add(Text(group).ToLowerInvariant());
            }

            parts.Add(asked.AsAt is { } asAt ? $"as known at the end of {Words.LongDate(asAt)}" : "as known now");
            return string.Join(", ", parts);
        }
    }

    /// <summary>This address with some parts changed; those given as <see langword="null"/> are left out.</summary>
    /// <param name="path">Such as <c>/standards/people</c>.</param>
    public string Link(string path, params (string Name, string? Value)[] changes)
    {
        var query = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["from"] = Day(From),
            ["to"] = Day(To),
            ["asAt"] = Day(AsAt),
            ["family"] = RouteData.Values.ContainsKey("family") && path.StartsWith("/standards/" + Family, StringComparison.Ordinal) ? null : Family,
            ["group"] = Group,
            ["place"] = Place,
            ["staff"] = Staff?.ToString(),
            ["scope"] = Scope,
            ["basis"] = Basis,
            ["places"] = Places,
            ["guidance"] = Guidance ? "true" : null,
        };
        foreach (var (name, value) in changes)
        {
            query[name] = value;
        }

        return QueryHelpers.AddQueryString(path, query.Where(pair => !string.IsNullOrEmpty(pair.Value)));
    }

    /// <summary>A word of the rule set as pages say it.</summary>
    public static string Text(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        var words = word.Replace('_', ' ');
        return words.Length == 0 ? words : $"{char.ToUpperInvariant(words[0])}{words[1..]}";
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
