using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Movements;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Movements;

/// <summary>Corrects a movement that was recorded wrongly, or takes out one that never was.</summary>
[May(Verb.RecordMovement)]
public sealed class CorrectMovementModel(MovementsPage movements, CorrectMovement correct) : PageModel, IMovementPage
{
    [BindProperty]
    public TypedMovement Input { get; set; } = new();

    [BindProperty]
    public int MadeFrom { get; set; }

    [BindProperty]
    public string? Mistake { get; set; }

    [BindProperty]
    public bool Withdraw { get; set; }

    public static IReadOnlyList<Choice> Never { get; } = [new("true", "It never happened: take it out", "What is typed above is then not looked at")];

    public MovementsPage.MovementLine Movement { get; private set; } = null!;

    /// <summary>Somebody else changed it while this page was open.</summary>
    public bool ChangedMeanwhile { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await FillAsync(id, stop))
        {
            return NotFound();
        }

        (Input, MadeFrom) = (TypedMovement.Of(Movement), Movement.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await FillAsync(id, stop))
        {
            return NotFound();
        }

        if (ModelState.IsValid || Withdraw)
        {
            var request = new CorrectMovement.Request(HttpContext.Person.Id, new(id), MadeFrom, Input.ToForm(), Mistake, Withdraw);
            switch (await correct.DoAsync(request, HttpContext.Actor, stop))
            {
                case Outcome<int>.Done:
                    return this.Done($"/people/{HttpContext.Person.Address}/movements", Withdraw ? "Movement taken out" : "Movement corrected");
                case Outcome<int>.Refused refused when this.Refuse(refused.Why, FieldOf) is { } answer:
                    return answer;
                case Outcome<int>.Conflict { Theirs: var theirs }:
                    ChangedMeanwhile = true;
                    MadeFrom = theirs.Version;
                    ModelState.Remove(nameof(MadeFrom));
                    break;
            }
        }

        return Page();
    }

    private string FieldOf(string field) =>
        field is nameof(CorrectMovement.Request.Mistake) ? nameof(Mistake) : Input.FieldOf(field);

    private async Task<bool> FillAsync(Guid id, CancellationToken stop)
    {
        var page = await movements.OfAsync(HttpContext.Person.Id, stop);
        if (page?.Movements.FirstOrDefault(movement => movement.Id == new FactId(id)) is not { } found)
        {
            return false;
        }

        Movement = found;
        return true;
    }
}
