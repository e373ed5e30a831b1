using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>Handovers that come, that are under way, whose tasks are not done, and those that want a COM.</summary>
[May(Verb.ReadRecord)]
public sealed class HandoversModel(Handovers handovers) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Tab { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "tier")]
    public string[] Tier { get; set; } = [];

    /// <summary>First day on which the COM leads.</summary>
    [BindProperty(SupportsGet = true), FromQuery(Name = "leadsFrom")]
    public DateOnly? LeadsFrom { get; set; }

    /// <summary>Last of those days.</summary>
    [BindProperty(SupportsGet = true), FromQuery(Name = "leadsTo")]
    public DateOnly? LeadsTo { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Size { get; set; }

    /// <summary>Each tab, what addresses call it, and its words.</summary>
    public static IReadOnlyList<(Handovers.Tab Tab, string Word, string Text)> Tabs { get; } =
    [
        (Handovers.Tab.Upcoming, "upcoming", "Upcoming"),
        (Handovers.Tab.InProgress, "in-progress", "In progress"),
        (Handovers.Tab.Tasks, "tasks", "Overdue tasks"),
        (Handovers.Tab.ComOverdue, "com-overdue", "COM allocation overdue"),
        (Handovers.Tab.NoContact, "no-contact", "No probation contact"),
    ];

    public Handovers.Tab Chosen => Tabs.FirstOrDefault(tab => tab.Word == Tab).Tab;

    public Handovers.Page Found { get; private set; } = null!;

    public PageOf<Handovers.Row> Rows { get; private set; } = null!;

    public IReadOnlyList<FacetChoice> Tiers => [.. Found.Tiers.OrderBy(tier => tier.Key, StringComparer.Ordinal).Select(tier => new FacetChoice(tier.Key, tier.Key, tier.Value))];

    /// <summary>What would be listed, and how it comes here.</summary>
    public string Empty => !Handovers.IsFor(HttpContext.Actor.Role) ? "Handovers are for offender managers and those who manage them."
        : Tier.Length > 0 || LeadsFrom is not null || LeadsTo is not null ? "No handover fits. Clear the filters to see all of them."
        : Chosen switch
        {
            Handovers.Tab.Upcoming => "No handovers in the next 8 weeks. A case appears here 8 weeks before the community offender manager (COM) leads.",
            Handovers.Tab.InProgress => "No handover is in progress. A case appears here once a COM is named, or the COM leads.",
            Handovers.Tab.Tasks => "No handover has tasks to do. A case appears here when the COM leads and a task is not done.",
            Handovers.Tab.NoContact => "Every case has a delivery unit to tell. A case appears here when neither a COM nor a home area says which unit that is.",
            _ => "No case waits for a COM. A case appears here 2 days after the COM should lead, while none is named.",
        };

    /// <summary>The user answers for a delivery unit, which has a monthly list.</summary>
    public bool HasPipeline => HandoverPipeline.IsFor(HttpContext.Actor.Role);

    /// <summary>The query of a tab, with order and filters as they are.</summary>
    public string Address(Handovers.Tab tab)
    {
        var query = new QueryBuilder(Request.Query.Where(pair => pair.Key is not ("tab" or "page")).SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? ""))));
        query.Add("tab", Tabs.First(t => t.Tab == tab).Word);
        return query.ToString();
    }

    public async Task OnGetAsync(CancellationToken stop)
    {
        var (number, size) = PageRequest.Of(Number, Size);
        if (LeadsFrom > LeadsTo)
        {
            ModelState.AddModelError("leadsTo", "Last day must be the same as or after the first");
        }

        var request = new Handovers.Request(Chosen, Sort, number, size) { Tiers = Tier };
        Found = await handovers.OfAsync(ModelState.IsValid ? request with { From = LeadsFrom, To = LeadsTo } : request, HttpContext.Actor, stop);
        Rows = new(Found.Rows, number, size, Found.Total);
    }
}
