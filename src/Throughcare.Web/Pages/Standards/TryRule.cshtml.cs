using Microsoft.AspNetCore.Mvc;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;

namespace Throughcare.Web.Pages.Standards;

/// <summary>One rule with facts that somebody fills in.</summary>
[May(Verb.ReadDueItems, Verb.LoadRules)]
public sealed class TryRuleModel(TimeProvider clock) : RulePage(clock)
{
    public IActionResult OnGet(string function)
    {
        if (!Read(function))
        {
            return NotFound();
        }

        if (Request.Query["person"].ToString().Trim() is { Length: > 0 } person)
        {
            if (PersonKey.TryParse(person, null, out var key))
            {
                var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString("", Given.Where(pair => Function.FactsFor(Given).All(word => word.Name != pair.Key)).Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)));
                return Redirect($"/people/{key}/rules/{Function.Name}{query}");
            }

            ModelState.AddModelError("person", "Number must be a prison number or a case reference number (CRN)");
        }

        if (IsAsked)
        {
            Judge();
        }

        return Page();
    }
}
