using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>The POMs of the user's prison with their cases.</summary>
[May(Verb.AllocatePom)]
public sealed class StaffModel(StaffOfUnit staff, ProtectFromRedeployment protect) : PageModel
{
    [BindProperty]
    public bool IsProtected { get; set; }

    public StaffOfUnit.Page Found { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stop) => Found = await staff.OfAsync(HttpContext.Actor, stop);

    public async Task<IActionResult> OnPostAsync(CancellationToken stop) =>
        await protect.DoAsync(IsProtected, HttpContext.Actor, stop) is Outcome<bool>.Refused refused && this.Refuse(refused.Why) is { } answer ? answer
            : this.Done("/staff", IsProtected ? "The unit is protected from redeployment" : "The unit is no longer protected from redeployment");

    /// <summary>They are away, or no POM here any longer, and still hold cases.</summary>
    public static bool NeedsAttention(PomCandidate pom)
    {
        ArgumentNullException.ThrowIfNull(pom);
        return pom is { Status: PomStatus.Inactive or PomStatus.Deleted, Total: > 0 };
    }

    public static string ShortStatus(PomStatus status) => status is PomStatus.Deleted ? "No longer a POM here" : $"{status}";

    /// <summary>"A: 3, B: 10".</summary>
    public static string Tiers(PomCandidate pom)
    {
        ArgumentNullException.ThrowIfNull(pom);
        return pom.Tiers.Count == 0 ? "None"
            : string.Join(", ", pom.Tiers.OrderBy(tier => tier.Key.Length == 0).ThenBy(tier => tier.Key, StringComparer.Ordinal).Select(tier => $"{(tier.Key.Length == 0 ? "no tier" : tier.Key)}: {tier.Value}"));
    }
}
