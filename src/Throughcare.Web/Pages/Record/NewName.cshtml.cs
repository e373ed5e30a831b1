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

/// <summary>Adds a name besides the current one.</summary>
[May(Verb.ChangePersonDetails)]
public sealed class NewNameModel(AddName add, IdSource ids) : PageModel
{
    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        [Required(ErrorMessage = "Select what kind of name it is")]
        public NameType? Type { get; set; }

        public string? Last { get; set; }

        public string? First { get; set; }

        public string? Middle { get; set; }

        [Display(Name = "Date of birth given with it")]
        public DateOnly? DateOfBirth { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public Guid Token { get; set; }

    public static IReadOnlyList<Choice> Types { get; } =
        [.. new[] { NameType.Alias, NameType.Maiden, NameType.Preferred }.Select(type => new Choice(type.ToString(), type.Words))];

    public void OnGet() => Token = ids.Next();

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            var request = new AddName.Request(
                HttpContext.Person.Id, new(Token), Input.Type!.Value, new TypedName(Input.Last, Input.First, Input.Middle), Input.DateOfBirth);
            switch (await add.DoAsync(request, HttpContext.Actor, stop))
            {
                case Outcome<FactId>.Done:
                    return this.Done($"/people/{HttpContext.Person.Address}/personal", "Name added");
                case Outcome<FactId>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
            }
        }

        return Page();
    }
}
