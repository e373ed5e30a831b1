using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Throughcare.Application.Standards.Rules;
using Throughcare.Domain.Access;

namespace Throughcare.Web.Pages.Standards;

/// <summary>One rule with the facts of a person, which can be changed to see what would come of it. Nothing is recorded.</summary>
[May(Verb.ReadDueItems)]
public sealed class PersonRuleModel(FactsForRule facts, TimeProvider clock) : RulePage(clock)
{
    public async Task<IActionResult> OnGetAsync(string function, CancellationToken stop)
    {
        if (!Read(function))
        {
            return NotFound();
        }

        var today = Today;
        Given.TryAdd("as_at", $"{today:yyyy-MM-dd}");
        if (!IsAsked)
        {
            var asAt = Day("as_at") ?? today;
            var taken = await facts.OfAsync(HttpContext.Person.Id, Function.FactsFor(Given), Day("trigger_date") is { } trigger && trigger <= today ? trigger : asAt, asAt, HttpContext.Actor, stop);
            Restricted = taken.Restricted;
            foreach (var (name, value) in taken.Values.Where(fact => fact.Value.Length > 0))
            {
                Given.TryAdd(name, value);
            }
        }

        if (IsAsked || Given.ContainsKey("trigger_date"))
        {
            Judge();
        }

        return Page();
    }

    private DateOnly? Day(string name) =>
        Given.TryGetValue(name, out var text) && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
