using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>The people to whom the user is allocated.</summary>
[May(Verb.ReadRecord)]
public sealed class CasesModel(MyPeople people) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Tab { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

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
        (MyPeople.Tab.NoContact, "no-contact", "No contact in 28 days"),
    ];

    public MyPeople.Tab Chosen => TabOf(Tab);

    /// <summary>The same list as a file.</summary>
    public string FileAddress => $"/cases/file?tab={Tabs.First(tab => tab.Tab == Chosen).Word}{(string.IsNullOrEmpty(Sort) ? "" : $"&sort={Uri.EscapeDataString(Sort)}")}";

    public string Heading => HttpContext.Actor.Role is Role.KeyWorker ? "My people" : "My cases";

    public MyPeople.Page Found { get; private set; } = null!;

    public PageOf<MyPeople.Row> Rows { get; private set; } = null!;

    /// <summary>What would be listed, and how it comes here.</summary>
    public string Empty => !MyPeople.IsFor(HttpContext.Actor.Role) ? "Nobody is allocated to somebody in your role."
        : Found.Counts[MyPeople.Tab.All] > 0 ? "None of your people is in this list now."
        : HttpContext.Actor.Role is Role.KeyWorker ? "No one is allocated to you. People appear here when you are recorded as their key worker."
        : "You have no cases. Cases appear here when you are recorded as their manager.";

    /// <summary>The tab that addresses call so; all of them unless one is.</summary>
    public static MyPeople.Tab TabOf(string? word) => Tabs.FirstOrDefault(tab => tab.Word == word).Tab;

    public async Task OnGetAsync(CancellationToken stop)
    {
        var (number, size) = PageRequest.Of(Number, Size);
        Found = await people.OfAsync(new(Chosen, Sort, number, size), HttpContext.Actor, stop);
        Rows = new(Found.Rows, number, size, Found.Total);
    }
}
