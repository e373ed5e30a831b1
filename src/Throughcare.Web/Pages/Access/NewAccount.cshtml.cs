using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Access;

[May(Verb.ManageAccounts)]
public sealed class NewAccountModel(CreateAccount create) : PageModel
{
    public sealed class Form
    {
        [Required(ErrorMessage = "Enter a user name")]
        public string? UserName { get; set; }

        [Required(ErrorMessage = "Enter their name")]
        [StringLength(120, ErrorMessage = "Name must be 120 characters or fewer")]
        public string? Name { get; set; }

        [Required(ErrorMessage = "Select a role")]
        public string? Role { get; set; }

        [Required(ErrorMessage = "Enter the code of a place, such as LHI")]
        public string? Place { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The new account and its password: shown once.</summary>
    public CreateAccount.Made? Made { get; private set; }

    public static IReadOnlyList<Choice> RoleChoices => [.. Roles.All.Where(r => r.IsStaff).Select(r => new Choice(r.Code, r.Name))];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid && RoleCodes.Parse(Input.Role!) is { } role)
        {
            switch (await create.DoAsync(new(Input.UserName!, Input.Name!, role, Input.Place!.Trim().ToUpperInvariant()), HttpContext.Actor, stop))
            {
                case Outcome<CreateAccount.Made>.Done { Value: var made }:
                    Made = made;
                    break;
                case Outcome<CreateAccount.Made>.Refused refused:
                    ModelState.AddRefusals(refused.Why, nameof(Input));
                    break;
            }
        }

        return Page();
    }
}
