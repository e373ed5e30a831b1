using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Access;

[May(Verb.ManageAccounts)]
public sealed class NewApiClientModel(CreateApiClient create) : PageModel
{
    public sealed class Form
    {
        [Required(ErrorMessage = "Enter a client ID")]
        public string? ClientId { get; set; }

        [Required(ErrorMessage = "Enter a name")]
        public string? Name { get; set; }

        [Required(ErrorMessage = "Select a role")]
        public string? Role { get; set; }

        [Required(ErrorMessage = "Enter the code of a place, such as LHI")]
        public string? Place { get; set; }

        [Required(ErrorMessage = "Select at least one dataset")]
        public string[]? Scopes { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The new client and its secret: shown once.</summary>
    public CreateApiClient.Made? Made { get; private set; }

    public static IReadOnlyList<Choice> ScopeChoices => [.. ApiScopes.All.Select(scope => new Choice(scope.Name, scope.Name, scope.Description))];

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (ModelState.IsValid)
        {
            switch (await create.DoAsync(new(Input.ClientId!, Input.Name!, RoleCodes.Parse(Input.Role!), Input.Place!, Input.Scopes!), HttpContext.Actor, stop))
            {
                case Outcome<CreateApiClient.Made>.Done { Value: var made }:
                    Made = made;
                    break;
                case Outcome<CreateApiClient.Made>.Refused refused:
                    ModelState.AddRefusals(refused.Why, nameof(Input));
                    break;
            }
        }

        return Page();
    }
}
