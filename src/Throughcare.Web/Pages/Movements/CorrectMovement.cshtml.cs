using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Movements;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Movements;

/// <summary>Corrects a movement that was recorded wrongly, or takes out one that never was.</summary>
[May(Verb.RecordMovement)]
public sealed class CorrectMovementModel(MovementsPage movements, CorrectMovement correct, WhoSaved saved) : PageModel, IMovementPage
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

    /// <summary>As it stands; <see langword="null"/> where somebody else took it out while this page was open.</summary>
    public MovementsPage.MovementLine? Movement { get; private set; }

    /// <summary>Both versions, where somebody else saved first.</summary>
    public TwoVersions? Compared { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        await FillAsync(id, stop);
        if (Movement is null)
        {
            return NotFound();
        }

        (Input, MadeFrom) = (TypedMovement.Of(Movement), Movement.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        await FillAsync(id, stop);
        var at = $"/people/{HttpContext.Person.Address}/movements";
        if (this.KeepsTheirs)
        {
            return this.Done(at, "What was saved is kept");
        }

        if (Movement is { } standing)
        {
            this.TakeChosen(MovementFields.All, Input, TypedMovement.Of(standing));
        }

        if (ModelState.IsValid || Withdraw)
        {
            var request = new CorrectMovement.Request(HttpContext.Person.Id, new(id), MadeFrom, Input.ToForm(), Mistake, Withdraw);
            switch (await correct.DoAsync(request, HttpContext.Actor, stop))
            {
                case Outcome<int>.Done:
                    return this.Done(at, Withdraw ? "Movement taken out" : "Movement corrected");
                case Outcome<int>.Refused refused when this.Refuse(refused.Why, FieldOf) is { } answer:
                    return answer;
                case Outcome<int>.Conflict { Theirs: Movement theirs }:
                    Compared = new(await saved.OfAsync(theirs, stop), Differences(theirs))
                    {
                        Address = $"{at}/{id}/correct",
                        Cancel = at,
                        MadeFrom = new Dictionary<string, string?> { [nameof(MadeFrom)] = $"{theirs.Version}" },
                    };
                    break;
            }
        }

        return Page();
    }

    private string FieldOf(string field) =>
        field is nameof(CorrectMovement.Request.Mistake) ? nameof(Mistake) : Input.FieldOf(field);

    /// <summary>A movement that never was has no fields to compare: then the only question is whether it happened.</summary>
    private IReadOnlyList<Difference> Differences(Movement theirs) => Withdraw || theirs.Withdrawn
        ? [new(nameof(Withdraw), "Did it happen at all?", Happened(theirs.Withdrawn, TypedMovement.Of(theirs)), Happened(Withdraw, Input))]
        : MovementFields.All.Between(TypedMovement.Of(theirs), Input);

    private static string Happened(bool never, TypedMovement movement) => never
        ? "No: it is taken out"
        : string.Join("\n", ["Yes", .. MovementFields.All.Select(field => $"{field.Label}: {field.Words(movement)}")]);

    private async Task FillAsync(Guid id, CancellationToken stop) =>
        Movement = (await movements.OfAsync(HttpContext.Person.Id, stop))?.Movements.FirstOrDefault(movement => movement.Id == new FactId(id));
}
