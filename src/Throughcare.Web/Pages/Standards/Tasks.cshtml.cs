using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Standards;
using Throughcare.Domain.Access;
using Throughcare.Domain.Standards;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Standards;

/// <summary>What is due of the people whom the user works with, the most pressing first.</summary>
[May(Verb.ReadDueItems)]
public sealed class TasksModel(MyTasks tasks, ServedAddresses served) : PageModel
{
    /// <summary>How things stand: a word of <see cref="MyTasks.Standing"/>.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Group { get; set; }

    /// <summary>mine, role or team.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Whose { get; set; }

    /// <summary>Groups of standards.</summary>
    [BindProperty(SupportsGet = true)]
    public string[] About { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? Family { get; set; }

    /// <summary>in or out of scope of the offender management model.</summary>
    [BindProperty(SupportsGet = true)]
    public string[] Scope { get; set; } = [];

    /// <summary>person, or nothing.</summary>
    [BindProperty(SupportsGet = true)]
    public string? By { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Size { get; set; }

    public MyTasks.Page Found { get; private set; } = null!;

    public PageOf<MyTasks.Row> Rows { get; private set; } = null!;

    public static IReadOnlyList<MyTasks.Standing> Tabs { get; } = Enum.GetValues<MyTasks.Standing>();

    public MyTasks.Standing Chosen => Tabs.FirstOrDefault(tab => tab.Word == Group);

    public bool ManagesAUnit => HttpContext.May(Verb.ExemptDueItem);

    public IReadOnlyList<Choice> WhoseChoices =>
    [
        new("mine", "Mine"), new("role", $"Everybody’s in my role: {Roles.Of(HttpContext.Actor.Role).Name}"),
        .. ManagesAUnit ? [new Choice("team", "All of my place")] : Array.Empty<Choice>(),
    ];

    public IReadOnlyList<FacetChoice> Abouts =>
        [.. Found.Groups.Keys.Union(About).Order(StringComparer.Ordinal).Select(group => new FacetChoice(group, StandardGroups.Words(group), Found.Groups.GetValueOrDefault(group)))];

    public IReadOnlyList<FacetChoice> Scopes => [new("in", "In scope", Found.Scope.In), new("out", "Out of scope", Found.Scope.Out)];

    /// <summary>What would be listed, and how it comes here.</summary>
    public string Empty => Found.Counts[MyTasks.Standing.All] > 0 ? $"Nothing is {Chosen.Words.ToLowerInvariant()}."
        : About.Length > 0 || Scope.Length > 0 || Family is not null ? "No task fits. Clear the filters to see all of them."
        : "Nothing needs you today. Tasks appear here when the standards make something due of the people you work with.";

    public DueWords.NextAct? Next(MyTasks.Row row) => DueWords.Next(row.Rule, $"/people/{row.Address}", HttpContext, served);

    /// <summary>The address of a tab, with the other filters as they are.</summary>
    public string To(MyTasks.Standing tab)
    {
        var query = new QueryBuilder(Request.Query.Where(pair => pair.Key is not ("group" or "page")).SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? ""))));
        query.Add("group", tab.Word);
        return Navigation.TasksAddress + query.ToQueryString();
    }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var (number, size) = PageRequest.Of(Number, Size);
        Found = await tasks.OfAsync(
            new()
            {
                Whose = Whose switch { "role" => MyTasks.Whose.Role, "team" => MyTasks.Whose.Team, _ => MyTasks.Whose.Mine },
                Standing = Chosen,
                Groups = About,
                Family = string.IsNullOrWhiteSpace(Family) ? null : Family,
                InScope = Scope is ["in"] ? true : Scope is ["out"] ? false : null,
                Sort = Sort,
                ByPerson = By is "person",
                Number = number,
                Size = size,
            },
            HttpContext.Actor, stop);
        Rows = new(Found.Rows, number, size, Found.Total);
    }
}
