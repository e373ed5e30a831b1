using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Assessment;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>The people to whom the user is allocated.</summary>
[May(Verb.ReadRecord)]
public sealed class CasesModel(MyPeople people) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Tab { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    /// <summary>What narrows the list.</summary>
    [BindProperty(SupportsGet = true)]
    public CaseFilter Only { get; set; } = new();

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Size { get; set; }

    /// <summary>Each tab, what addresses call it, and its words.</summary>
    public static IReadOnlyList<(MyPeople.Tab Tab, string Word, string Text)> Tabs { get; } =
    [
        (MyPeople.Tab.All, "all", "All"),
        (MyPeople.Tab.New, "new", "New in the last 7 days"),
        (MyPeople.Tab.Releases, "releases", "Releases in 4 weeks"),
        (MyPeople.Tab.Handovers, "handovers", "Handovers"),
        (MyPeople.Tab.Parole, "parole", "Parole in 10 months"),
        (MyPeople.Tab.NoContact, "no-contact", "No contact in 28 days"),
    ];

    public MyPeople.Tab Chosen => TabOf(Tab);

    /// <summary>The same list as a file.</summary>
    public string FileAddress => $"/cases/file{Address(Chosen)}";

    public string Heading => HttpContext.Actor.Role is Role.KeyWorker ? "My people" : "My cases";

    public MyPeople.Page Found { get; private set; } = null!;

    public PageOf<MyPeople.Row> Rows { get; private set; } = null!;

    /// <summary>What would be listed, and how it comes here.</summary>
    public string Empty => !MyPeople.IsFor(HttpContext.Actor.Role) ? "Nobody is allocated to somebody in your role."
        : Found.Counts[Chosen] > 0 ? "Nobody fits. Clear the filters to see everybody."
        : Found.Counts[MyPeople.Tab.All] > 0 ? "None of your people is in this list now."
        : HttpContext.Actor.Role is Role.KeyWorker ? "No one is allocated to you. People appear here when you are recorded as their key worker."
        : "You have no cases. Cases appear here when you are recorded as their manager.";

    /// <summary>The tab that addresses call so; all of them unless one is.</summary>
    public static MyPeople.Tab TabOf(string? word) => Tabs.FirstOrDefault(tab => tab.Word == word).Tab;

    public IReadOnlyList<FacetChoice> Roles => [.. Found.Choices.Roles.OrderBy(r => r.Key).Select(r => new FacetChoice(r.Key.ToString(), r.Key.Words, r.Value))];

    public IReadOnlyList<FacetChoice> Levels => [.. Found.Choices.Rosh.OrderByDescending(r => r.Key).Select(r => new FacetChoice(r.Key.ToString(), RoshSources.LevelWords(r.Key), r.Value))];

    public IReadOnlyList<FacetChoice> Tiers => [.. Found.Choices.Tiers.OrderBy(r => r.Key, StringComparer.Ordinal).Select(r => new FacetChoice(r.Key, r.Key, r.Value))];

    public IReadOnlyList<FacetChoice> MappaLevels => [.. Found.Choices.Mappa.OrderBy(r => r.Key).Select(r => new FacetChoice(r.Key.ToString(CultureInfo.InvariantCulture), $"Level {r.Key}", r.Value))];

    /// <summary>The query of a tab, with order and filters as they are.</summary>
    public string Address(MyPeople.Tab tab)
    {
        var query = new QueryBuilder(Request.Query.Where(pair => pair.Key is not ("tab" or "page")).SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? ""))));
        query.Add("tab", Tabs.First(t => t.Tab == tab).Word);
        return query.ToString();
    }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var (number, size) = PageRequest.Of(Number, Size);
        if (Only.ReleaseFrom > Only.ReleaseTo)
        {
            ModelState.AddModelError("releaseTo", "Last day of release must be the same as or after the first");
        }

        Found = await people.OfAsync(new(Chosen, Sort, number, size) { Only = ModelState.IsValid ? Only.Filter : MyPeople.Filter.None }, HttpContext.Actor, stop);
        Rows = new(Found.Rows, number, size, Found.Total);
    }
}

/// <summary>What narrows a list of cases, as addresses write it.</summary>
public sealed class CaseFilter
{
    [FromQuery(Name = "role")]
    public string[] Role { get; set; } = [];

    [FromQuery(Name = "rosh")]
    public string[] Rosh { get; set; } = [];

    [FromQuery(Name = "tier")]
    public string[] Tier { get; set; } = [];

    [FromQuery(Name = "mappa")]
    public int[] Mappa { get; set; } = [];

    [FromQuery(Name = "releaseFrom")]
    public DateOnly? ReleaseFrom { get; set; }

    [FromQuery(Name = "releaseTo")]
    public DateOnly? ReleaseTo { get; set; }

    public MyPeople.Filter Filter => new()
    {
        Roles = [.. Of<MyPeople.CaseRole>(Role)],
        Rosh = [.. Of<RoshLevel>(Rosh)],
        Tiers = Tier,
        Mappa = Mappa,
        ReleaseFrom = ReleaseFrom,
        ReleaseTo = ReleaseTo,
    };

    private static IEnumerable<T> Of<T>(IEnumerable<string> words)
        where T : struct, Enum => words.Select(word => Enum.TryParse<T>(word, out var value) ? value : (T?)null).OfType<T>();
}
