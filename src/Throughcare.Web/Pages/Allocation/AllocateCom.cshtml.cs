using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>Names the COM of a person, with a reason where there was one before.</summary>
[May(Verb.AllocateCom)]
public sealed class AllocateComModel(ManagersToChoose managers, WorkloadOf workload, AllocateCom allocate, WhoSaved saved) : PageModel
{
    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        public Guid? Com { get; set; }

        public string? Reason { get; set; }

        public string? Text { get; set; }

        public string? CapacityReason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The spell of the COM whom the form showed.</summary>
    [BindProperty]
    public Guid? Seen { get; set; }

    public ManagersToChoose.Page Found { get; private set; } = null!;

    public WhoSaved.Saving? Conflict { get; private set; }

    public IEnumerable<Choice> Choices => Found.Candidates.Select(c => new Choice($"{c.Staff}", c.Name));

    /// <summary>Each who can be chosen, with how full their workload is and would be.</summary>
    public IReadOnlyList<(ManagersToChoose.Candidate Who, WorkloadOf.Projection Load)> Loads { get; private set; } = [];

    /// <summary>Somebody would be at 100% of capacity or more.</summary>
    public bool AsksForReason => Loads.Any(load => load.Load.After.Warning is WorkloadWarning.OverCapacity);

    public static IReadOnlyList<Choice> Reasons { get; } =
        [.. Application.Allocation.AllocateCom.Reasons.Select(code => new Choice(code, code == "OTHER" ? "Another reason" : CodeLists.AllocationEndReasons.Find(code)?.Description ?? code))];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop) => await FillAsync(stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            var request = new AllocateCom.Request(HttpContext.Person.Id, new(Input.Com ?? Guid.Empty), Seen is { } seen ? new FactId(seen) : null, Input.Reason, Input.Text, Input.CapacityReason);
            switch (await allocate.DoAsync(request, HttpContext.Actor, stop))
            {
                case Outcome<FactId>.Done:
                    return this.Done($"/people/{HttpContext.Person.Address}/people", "COM allocated");
                case Outcome<FactId>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
                case Outcome<FactId>.Conflict { Theirs: var theirs }:
                    Conflict = await saved.OfAsync(theirs, stop);
                    break;
            }
        }

        return await FillAsync(stop) ? Page() : NotFound();
    }

    private async Task<bool> FillAsync(CancellationToken stop)
    {
        if (await managers.StaffAsync(HttpContext.Person.Id, Role.Com, HttpContext.Actor, stop) is not { } found)
        {
            return false;
        }

        Found = found;
        var loads = await workload.IfGivenAtAsync(HttpContext.Actor.Place, HttpContext.Person.Id, stop);
        Loads = [.. found.Candidates.Where(c => loads.ContainsKey(c.Staff)).Select(c => (c, loads[c.Staff])).OrderBy(c => c.Item2.After.Percent).ThenBy(c => c.c.Name, StringComparer.Ordinal)];
        return true;
    }
}
