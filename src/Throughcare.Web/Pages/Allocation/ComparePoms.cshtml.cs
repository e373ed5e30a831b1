using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>Up to four POMs side by side.</summary>
[May(Verb.AllocatePom)]
public sealed class ComparePomsModel(PomSuggestions suggestions) : PageModel
{
    private const int Most = 4;

    [BindProperty(SupportsGet = true)]
    public Guid[] Pom { get; set; } = [];

    public IReadOnlyList<RankedPom> Poms { get; private set; } = [];

    /// <summary>More were asked for.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The rows, in their order.</summary>
    public static IReadOnlyList<(string Measure, Func<PomCandidate, string> Value)> Measures { get; } =
    [
        ("Type", pom => PomWords.Of(pom.Type)),
        ("Working pattern", pom => WorkingPattern.Words(pom.Tenths)),
        ("Total cases", pom => Number(pom.Total)),
        ("Responsible", pom => Number(pom.Responsible)),
        ("Supporting", pom => Number(pom.Supporting)),
        ("Co-working", pom => Number(pom.CoWorking)),
        ("Tiers", pom => pom.Tiers.Count == 0 ? "None" : string.Join(", ", pom.Tiers.OrderBy(tier => tier.Key.Length == 0).ThenBy(tier => tier.Key, StringComparer.Ordinal).Select(tier => $"{(tier.Key.Length == 0 ? "no tier" : tier.Key)}: {tier.Value}"))),
        ("Allocated in the last 7 days", pom => Number(pom.NewInSevenDays)),
        ("Upcoming handovers", pom => Number(pom.UpcomingHandovers)),
        ("High complexity cases", pom => Number(pom.HighComplexity)),
        ("Days on other duties in the last 14", pom => Number(pom.RedeployedDays)),
        ("Cases for each full-time equivalent", pom => pom.CasesPerFte is { } cases ? Number(cases) : "Not available in the last 14 days"),
        ("Specialisms", pom => pom.Specialisms.Count == 0 ? "None" : string.Join(", ", pom.Specialisms.Select(PomWords.Of))),
        ("Previously allocated", pom => pom.ManagedUntil is { } until ? $"Until {Domain.Rules.Words.LongDate(until)}" : "No"),
    ];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        if (await suggestions.OfAsync(HttpContext.Person.Id, HttpContext.Actor, stop) is not { } found)
        {
            return NotFound();
        }

        var asked = Pom.Select(id => new StaffId(id)).ToHashSet();
        var chosen = found.Available.Where(ranked => asked.Contains(ranked.Candidate.Staff)).ToList();
        (Poms, IsCut) = ([.. chosen.Take(Most)], chosen.Count > Most);
        return Page();
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
