using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules.Functions;
using Throughcare.Domain.Standards;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Standards;

/// <summary>Every rule that can be tried out.</summary>
[May(Verb.ReadDueItems, Verb.LoadRules)]
public sealed class RulesModel : PageModel
{
    public static IReadOnlyList<RuleFunction> Functions => RuleFunctions.All;

    public static IReadOnlyList<Choice> Standards => [.. StandardRuleSet.InUse.Rules.OrderBy(rule => rule.Id).Select(rule => new Choice(rule.Id.ToString(), $"{rule.Id} {rule.Title}"))];
}
