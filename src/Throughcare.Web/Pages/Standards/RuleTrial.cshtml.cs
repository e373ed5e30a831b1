using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access;
using Throughcare.Application.Standards.Rules;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Storage.Standards;

namespace Throughcare.Web.Pages.Standards;

/// <summary>What a rule set on trial would change, case by case; from here it is taken into use.</summary>
[May(Verb.LoadRules)]
public sealed class RuleTrialModel(RuleSetVersions versions, TakeRulesIntoUse take, StopRuleTrial give, LookWriter looks) : PageModel
{
    private const int RefreshSeconds = 5;

    public sealed class Form
    {
        public string? Reason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>use or stop.</summary>
    [BindProperty]
    public string? What { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Rule { get; set; }

    [BindProperty(SupportsGet = true)]
    public RuleTrialChangeKind? Kind { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Size { get; set; }

    public RuleSetVersions.Trial Trial { get; private set; } = null!;

    public IReadOnlyList<TableException> Warnings { get; private set; } = [];

    public IReadOnlyList<RuleSetVersions.ChangeCount> Counts { get; private set; } = [];

    public PageOf<RuleSetVersions.Change> Changes { get; private set; } = null!;

    public static string Of(RuleTrialState state) => state switch
    {
        RuleTrialState.Waiting => "Waiting to begin",
        RuleTrialState.Running => "Being worked out",
        RuleTrialState.Ready => "Worked out: decide",
        RuleTrialState.Taking => "In use; what is due is being worked out anew",
        RuleTrialState.Taken => "In use",
        RuleTrialState.Abandoned => "Given up",
        _ => "Failed",
    };

    public static string Of(RuleTrialChangeKind kind) => kind switch
    {
        RuleTrialChangeKind.New => "New",
        RuleTrialChangeKind.Superseded => "No longer due",
        RuleTrialChangeKind.DueMoved => "Due date moved",
        RuleTrialChangeKind.OtherRule => "By another rule, same date",
        RuleTrialChangeKind.OtherState => "Other state",
        _ => "Other details",
    };

    public static string Of(ItemState? state) => state switch
    {
        null => "Not due",
        ItemState.Open => "To be done",
        ItemState.NotDetermined => "Not decided",
        ItemState.NotApplicable => "Not required",
        ItemState.MetOnTime => "Met on time",
        ItemState.MetLate => "Met late",
        ItemState.Missed => "Missed",
        _ => "Superseded",
    };

    public async Task<IActionResult> OnGetAsync(Guid trial, CancellationToken stop) => await LoadAsync(new(trial), stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid trial, CancellationToken stop)
    {
        var id = new FactId(trial);
        var refused = What is "stop"
            ? await give.DoAsync(id, HttpContext.Actor, stop) is Outcome<RuleTrialState>.Refused no ? no.Why : null
            : await take.DoAsync(id, Input.Reason, HttpContext.Actor, stop) is Outcome<int>.Refused not ? not.Why : null;
        if (refused is null)
        {
            return What is "stop" ? this.Done("/admin/standards", "The version on trial is given up. What was in use stays")
                : this.Done($"/admin/standards/trials/{trial}", "The rule set is in use. What is due is being worked out anew");
        }

        return this.Refuse(refused, field => field) ?? (await LoadAsync(id, stop) ? Page() : NotFound());
    }

    private async Task<bool> LoadAsync(FactId id, CancellationToken stop)
    {
        if (await versions.TrialAsync(id, stop) is not { } found)
        {
            return false;
        }

        Trial = found;
        if (found.State is RuleTrialState.Waiting or RuleTrialState.Running or RuleTrialState.Taking)
        {
            ViewData["RefreshSeconds"] = RefreshSeconds;
        }

        Warnings = await versions.WarningsAsync(id, stop);
        Counts = await versions.CountsAsync(id, stop);
        var (number, size) = PageRequest.Of(Number, Size);
        await looks.WriteAsync(looks.Make(HttpContext.Actor, "/admin/standards/trials"));
        var (rows, total) = await versions.ChangesAsync(id, string.IsNullOrEmpty(Rule) ? null : new StandardId(Rule), Kind, number, size, HttpContext.Actor, stop);
        Changes = new(rows, number, size, total);
        return true;
    }
}
