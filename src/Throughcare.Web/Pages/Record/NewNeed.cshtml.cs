using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Record;

/// <summary>Records what makes it harder for a person to take part, and what was agreed about it.</summary>
[May(Verb.ChangePersonDetails)]
public sealed class NewNeedModel(AddNeed add, IdSource ids, TimeProvider clock) : PageModel
{
    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        public NeedCategory? Category { get; set; }

        public string? Detail { get; set; }

        public NeedSource? Source { get; set; }

        public string? Adjustment { get; set; }

        public bool NoneRequired { get; set; }

        [Display(Name = "Date the need started")]
        public DateOnly? From { get; set; }

        [Display(Name = "Review date")]
        public DateOnly? ReviewOn { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public Guid Token { get; set; }

    public static IReadOnlyList<Choice> Categories { get; } = Choice.Of<NeedCategory>(category => category.Words);

    public static IReadOnlyList<Choice> Sources { get; } = Choice.Of<NeedSource>(source => source.Words);

    public void OnGet()
    {
        Token = ids.Next();
        Input = new() { From = clock.GetUtcNow().LondonDate };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            var request = new AddNeed.Request(HttpContext.Person.Id, new(Token), Input.Category, Input.Detail, Input.Source, Input.From)
            {
                Adjustment = Input.Adjustment,
                NoneRequired = Input.NoneRequired,
                ReviewOn = Input.ReviewOn,
            };
            switch (await add.DoAsync(request, HttpContext.Actor, stop))
            {
                case Outcome<FactId>.Done:
                    return this.Done($"/people/{HttpContext.Person.Address}/personal", "Need added");
                case Outcome<FactId>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
            }
        }

        return Page();
    }
}
