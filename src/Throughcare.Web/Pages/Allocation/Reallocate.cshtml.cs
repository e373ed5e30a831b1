using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>Moves cases of one POM to another: chosen, checked with a reason for each where one is needed, and told one by one what came of it.</summary>
[May(Verb.AllocatePom)]
public sealed class ReallocateModel(StaffOfUnit staffOfUnit, RecommendedTypes recommended, BulkReallocate move) : PageModel
{
    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        public Guid[] People { get; set; } = [];

        public Guid? To { get; set; }

        public List<OneCase> Cases { get; set; } = [];
    }

    /// <summary>What was typed of one case.</summary>
    public sealed class OneCase
    {
        public Guid Person { get; set; }

        public int Seen { get; set; }

        public string[] Reasons { get; set; } = [];

        public string? SuitabilityText { get; set; }

        public string? OtherText { get; set; }
    }

    /// <param name="NeedsReason">Another type is recommended for the case.</param>
    public sealed record Row(StaffOfUnit.CaseOf Case, Explained<RecommendedPom> Recommended, bool NeedsReason);

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>check or send.</summary>
    [BindProperty]
    public string? Step { get; set; }

    public StaffOfUnit.One Found { get; private set; } = null!;

    public bool IsChecked { get; private set; }

    public IReadOnlyList<Row> Chosen { get; private set; } = [];

    public PomCandidate? Target { get; private set; }

    public BulkReallocate.Result? Result { get; private set; }

    /// <summary>Those whose POM they are.</summary>
    public IReadOnlyList<StaffOfUnit.CaseOf> Cases => [.. Found.Cases.Where(c => c.Part is ManagerPart.Primary)];

    public IEnumerable<Choice> CaseChoices => Cases.Select(c => new Choice($"{c.PersonId}", $"{c.LastCommaFirst}, {c.Address}", $"Tier {c.Tier ?? "not recorded"}, {c.Role ?? "role not recorded"}"));

    public IReadOnlyList<Choice> Targets { get; private set; } = [];

    public string[] ReasonsOf(int i) => i < Input.Cases.Count ? Input.Cases[i].Reasons : [];

    public async Task<IActionResult> OnGetAsync(Guid staff, CancellationToken stop) => await FillAsync(staff, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid staff, CancellationToken stop)
    {
        if (!await FillAsync(staff, stop))
        {
            return NotFound();
        }

        if (Input.People.Length == 0)
        {
            ModelState.AddModelError("Input.People", "Select at least one case");
        }

        if (Target is null)
        {
            ModelState.AddModelError("Input.To", Application.Allocation.AllocatePom.NotAvailable);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await ChooseAsync(stop);
        if (Step is not "send")
        {
            IsChecked = true;
            return Page();
        }

        foreach (var (i, row) in Chosen.Index().Where(row => row.Item.NeedsReason))
        {
            var typed = i < Input.Cases.Count ? Input.Cases[i] : new();
            if (OverrideOfRecommendation.From(typed.Reasons, typed.SuitabilityText, typed.OtherText) is Outcome<OverrideOfRecommendation>.Refused refused)
            {
                this.Refuse(refused.Why, field => $"Input.Cases[{i}].{field}");
            }
        }

        if (!ModelState.IsValid)
        {
            IsChecked = true;
            return Page();
        }

        var cases = Input.Cases.Where(c => Input.People.Contains(c.Person))
            .Select(c => new BulkReallocate.Move(new(c.Person), c.Seen, c.Reasons) { SuitabilityText = c.SuitabilityText, OtherText = c.OtherText }).ToList();
        switch (await move.DoAsync(new(new(staff), new(Input.To!.Value), cases), HttpContext.Actor, stop))
        {
            case Outcome<BulkReallocate.Result>.Done { Value: var result }:
                Result = result;
                break;
            case Outcome<BulkReallocate.Result>.Refused refused when this.Refuse(refused.Why) is { } answer:
                return answer;
        }

        return Page();
    }

    private async Task ChooseAsync(CancellationToken stop)
    {
        var asked = Input.People.Select(id => new PersonId(id)).ToHashSet();
        var chosen = Cases.Where(c => asked.Contains(c.PersonId)).ToList();
        var types = await recommended.OfAsync(chosen.ConvertAll(c => c.PersonId), stop);
        Chosen = [.. chosen.Where(c => types.ContainsKey(c.PersonId)).Select(c => new Row(c, types[c.PersonId], PomRecommendation.NeedsOverride(types[c.PersonId].Value.Type, Target!.Type)))];
    }

    private async Task<bool> FillAsync(Guid staff, CancellationToken stop)
    {
        if (await staffOfUnit.OneAsync(new(staff), HttpContext.Actor, stop) is not { } found)
        {
            return false;
        }

        Found = found;
        var others = (await staffOfUnit.OfAsync(HttpContext.Actor, stop)).Poms.Where(p => p.Status is PomStatus.Active && p.Staff.Value != staff).ToList();
        Targets = [.. others.Select(p => new Choice($"{p.Staff}", $"{p.Name}, {PomRecommendation.TypeName(p.Type)}", $"{Words.Count(p.Total, "case")} now, {WorkingPattern.Words(p.Tenths).ToLowerInvariant()}"))];
        Target = others.Find(p => p.Staff.Value == Input.To);
        return true;
    }
}
