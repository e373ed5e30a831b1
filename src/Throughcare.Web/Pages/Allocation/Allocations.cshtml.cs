using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>The cases of the user's prison by whether they are allocated; for managers in the community, the people of their office who need a COM.</summary>
[May(Verb.AllocatePom, Verb.AllocateCom)]
public sealed class AllocationsModel(AllocationLists lists, ComsToAllocate coms) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Tab { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Tier { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Status { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Size { get; set; }

    /// <summary>Each tab, what addresses call it, and its words.</summary>
    public static IReadOnlyList<(AllocationList Tab, string Word, string Text)> Tabs { get; } =
    [
        (AllocationList.Unallocated, "unallocated", "To allocate"),
        (AllocationList.MissingInformation, "missing", "Missing details"),
        (AllocationList.Allocated, "allocated", "Allocated"),
    ];

    public static IReadOnlyList<Choice> Tiers { get; } = [.. "ABCDEFG".Select(letter => new Choice($"{letter}", $"{letter}"))];

    public static IReadOnlyList<Choice> RolesOfPom { get; } = [new("responsible", "Responsible"), new("supporting", "Supporting")];

    public static IReadOnlyList<Choice> OpenStatuses { get; } =
        [.. new[] { AllocationStatus.Overdue, AllocationStatus.DueToday, AllocationStatus.InTime, AllocationStatus.Unknown }.Select(status => new Choice(AllocationClock.CodeOf(status), AllocationWords.Of(status)))];

    public static IReadOnlyList<Choice> AllocatedStatuses { get; } = [.. new[] { AllocationStatus.Met, AllocationStatus.Late, AllocationStatus.Unknown }.Select(status => new Choice(AllocationClock.CodeOf(status), AllocationWords.Of(status)))];

    public AllocationList Chosen => Tabs.FirstOrDefault(tab => tab.Word == Tab, Tabs[0]).Tab;

    public string Word => Tabs.First(tab => tab.Tab == Chosen).Word;

    public bool IsFiltered => !string.IsNullOrEmpty(Tier) || !string.IsNullOrEmpty(Role) || !string.IsNullOrEmpty(Status);

    public AllocationLists.Page Found { get; private set; } = null!;

    public PageOf<AllocationLists.Row> Rows { get; private set; } = null!;

    /// <summary>Of a manager in the community.</summary>
    public IReadOnlyList<ComsToAllocate.Row>? Coms { get; private set; }

    /// <summary>What would be listed, and how it comes here.</summary>
    public string Empty => Found.Counts[Chosen] > 0 ? "No case fits these filters. Clear some of them to see more."
        : Chosen switch
        {
            AllocationList.Unallocated => "You don't have any cases to allocate. People appear here when they arrive and everything that an allocation needs is recorded.",
            AllocationList.MissingInformation => "No cases are missing details.",
            _ => "No case is allocated yet. Cases appear here when you allocate them to a POM.",
        };

    public async Task OnGetAsync(CancellationToken stop)
    {
        if (!HttpContext.Actor.Has(Verb.AllocatePom))
        {
            Coms = await coms.OfAsync(HttpContext.Actor, stop);
            return;
        }

        var (number, size) = PageRequest.Of(Number, Size);
        var status = OpenStatuses.Concat(AllocatedStatuses).Any(choice => choice.Value == Status)
            ? Enum.GetValues<AllocationStatus>().First(value => AllocationClock.CodeOf(value) == Status) : (AllocationStatus?)null;
        Found = await lists.OfAsync(
            new(Chosen, Tier is [var letter] ? char.ToUpperInvariant(letter) : null, status, Role switch { "responsible" => true, "supporting" => false, _ => null }, Sort, number, size),
            HttpContext.Actor, stop);
        Rows = new(Found.Rows, number, size, Found.Total);
    }
}
