using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application;
using Throughcare.Application.Movements;
using Throughcare.Domain.Access;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Movements;

/// <summary>Books a move to another prison.</summary>
[May(Verb.BookTransfer)]
public sealed class NewTransferModel(BookTransfer book, IdSource ids) : PageModel
{
    public sealed class Form
    {
        public string? To { get; set; }

        [Display(Name = "Date of the move")]
        public DateOnly? MoveOn { get; set; }

        public string? Reason { get; set; }

        public bool? IsConsistentWithPlan { get; set; }

        public string? Comment { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public Guid Token { get; set; }

    public static IReadOnlyList<Choice> Reasons { get; } =
        [.. MovementEffects.Table.Selectable.Where(effect => effect.MovementType is "TRN").Select(effect => new Choice(effect.Code, effect.Description))];

    public void OnGet() => Token = ids.Next();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            BookTransfer.Request request = new(HttpContext.Person.Id, new(Token), Input.To, Input.MoveOn, Input.Reason, Input.IsConsistentWithPlan, Input.Comment);
            switch (await book.DoAsync(request, HttpContext.Actor, stop))
            {
                case Outcome<FactId>.Done:
                    return this.Done($"/people/{HttpContext.Person.Address}/movements", "Transfer booked");
                case Outcome<FactId>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
            }
        }

        return Page();
    }
}
