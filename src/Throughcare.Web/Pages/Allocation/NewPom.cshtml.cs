using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>Finds a member of staff and makes them a POM.</summary>
[May(Verb.AllocatePom)]
public sealed class NewPomModel(AddPom add) : PageModel
{
    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        public Guid? Staff { get; set; }

        public PomType? Type { get; set; }

        public int? Tenths { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<AddPom.Found>? Found { get; private set; }

    public IEnumerable<Choice> People => (Found ?? []).Select(f => new Choice($"{f.Staff}", f.Name, string.Join(", ", new[] { f.Number, f.Grade }.OfType<string>())));

    public async Task OnGetAsync(CancellationToken stop)
    {
        if (Q is not null)
        {
            await SearchAsync(stop);
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            switch (await add.DoAsync(new(new(Input.Staff ?? Guid.Empty), Input.Type, Input.Tenths), HttpContext.Actor, stop))
            {
                case Outcome<StaffId>.Done { Value: var staff }:
                    return this.Done($"/staff/{staff}", "POM added");
                case Outcome<StaffId>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
            }
        }

        await SearchAsync(stop);
        return Page();
    }

    private async Task SearchAsync(CancellationToken stop)
    {
        switch (await add.SearchAsync(Q, HttpContext.Actor, stop))
        {
            case Outcome<IReadOnlyList<AddPom.Found>>.Done { Value: var found }:
                Found = found;
                break;
            case Outcome<IReadOnlyList<AddPom.Found>>.Refused refused:
                this.Refuse(refused.Why, field => field);
                break;
        }
    }
}
