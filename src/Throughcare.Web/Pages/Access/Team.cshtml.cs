using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access.Administration;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Access;

/// <summary>Says to which delivery unit a team belongs.</summary>
[May(Verb.ManageReferenceTables)]
public sealed class TeamModel(MapTeam map) : PageModel
{
    public sealed class Form
    {
        public string? Pdu { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "team")]
    public string Team { get; set; } = "";

    /// <summary>The unit to which teams of exactly this beginning belong.</summary>
    public string? Now => Held is { } pdu ? ProbationPlaces.Find(pdu)?.Description ?? pdu : null;

    public static IEnumerable<Choice> Units => ProbationPlaces.Regions.OrderBy(r => r.Description, StringComparer.Ordinal)
        .SelectMany(region => ProbationPlaces.PdusOf(region.Code).Where(pdu => pdu.IsActive).Select(pdu => new Choice(pdu.Code, $"{region.Description}: {pdu.Description} ({pdu.Code})")));

    private string? Held => Places.Teams.Where(team => team.Prefix == Team).Select(team => team.Pdu).FirstOrDefault();

    public void OnGet() => Input.Pdu = Held ?? Places.PduOfTeam(Team)?.Code;

    public async Task<IActionResult> OnPostAsync(CancellationToken stop) =>
        await map.DoAsync(new(Team, string.IsNullOrEmpty(Input.Pdu) ? null : Input.Pdu, Input.Reason), HttpContext.Actor, stop) switch
        {
            Outcome<int>.Refused refused => this.Refuse(refused.Why) ?? Page(),
            Outcome<int>.Done { Value: 0 } => this.Done("/admin/places/teams", "Team saved"),
            Outcome<int>.Done done => this.Done("/admin/places/teams", $"Team saved. The next probation file puts {Words.Count(done.Value, "person", "people")} right"),
            _ => Page(),
        };
}
