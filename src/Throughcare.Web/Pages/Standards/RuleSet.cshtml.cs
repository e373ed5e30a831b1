using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access.Administration;
using Throughcare.Application.Standards;
using Throughcare.Application.Standards.Rules;
using Throughcare.Domain.Access;
using Throughcare.Domain.Standards;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Standards;

/// <summary>The rule set that is in use: every rule with its source, its dates and its condition in words.</summary>
[May(Verb.LoadRules)]
public sealed class RuleSetModel(RuleSetVersions versions, TablesInUse inUse, AdminLog log) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Regime { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Family { get; set; }

    [BindProperty(SupportsGet = true)]
    public Confidence? Confidence { get; set; }

    /// <summary>now, past or waiting.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Size { get; set; }

    public static IReadOnlyList<Choice> Shows { get; } = [new("now", "In force now"), new("past", "No longer in force"), new("waiting", "Not worked out yet")];

    public static IReadOnlyList<Choice> Confidences { get; } = Choice.Of<Confidence>(RuleWords.Of);

    public static IReadOnlyList<Choice> RegimeChoices => [.. StandardRuleSet.InUse.Rules.Select(rule => rule.Regime).Distinct().Order(StringComparer.Ordinal).Select(code => new Choice(code, Regimes.Find(code) is { } regime ? $"{code}: {regime.Name}" : code))];

    public static IReadOnlyList<Choice> FamilyChoices => [.. StandardRuleSet.InUse.Families.Order(StringComparer.Ordinal).Select(family => new Choice(family, FigurePage.Text(family)))];

    public StandardRuleSet Rules => StandardRuleSet.InUse;

    public PageOf<StandardRule> Shown { get; private set; } = null!;

    public IReadOnlyList<RuleSetVersions.Version> Versions { get; private set; } = [];

    public IReadOnlyList<RuleSetVersions.Trial> Trials { get; private set; } = [];

    public IReadOnlyList<AdminLog.Row> History { get; private set; } = [];

    /// <summary>The version that judges; <see langword="null"/> for the product's own.</summary>
    public RuleSetVersions.Version? Standing => Versions.FirstOrDefault(version => version.Hash == Rules.Hash);

    /// <summary>Why the version in force could not be taken into use.</summary>
    public string? Problem => inUse.ProblemOf(StandardRuleSet.Table);

    public static bool IsWaiting(StandardRule rule) => StandardsInUse.Engine.Waiting.Contains(rule);

    public static int Waiting => StandardsInUse.Engine.Waiting.Count;

    public async Task OnGetAsync(CancellationToken stop)
    {
        var found = Rules.Rules.Where(rule => (string.IsNullOrEmpty(Regime) || rule.Regime == Regime) && (string.IsNullOrEmpty(Family) || rule.Family == Family)
            && (Confidence is null || rule.Confidence == Confidence)
            && Show switch { "now" => rule.EffectiveTo is null, "past" => rule.EffectiveTo is not null, "waiting" => IsWaiting(rule), _ => true }).ToList();
        var (number, size) = PageRequest.Of(Number, Size);
        Shown = new([.. found.Skip((number - 1) * size).Take(size)], number, size, found.Count);
        Versions = await versions.ListAsync(stop);
        Trials = await versions.TrialsAsync(stop);
        History = await log.OfAsync(AdminSubject.Table, RuleSetVersions.Subject, stop);
    }
}
