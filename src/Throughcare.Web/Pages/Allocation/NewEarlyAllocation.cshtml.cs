using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>Assesses a case for early allocation. Which questions follow depends on the answers, so the form asks in two or three steps on
/// one address.</summary>
[May(Verb.AssessEarlyAllocation)]
public sealed class NewEarlyAllocationModel(EarlyAllocationOfPerson early, AssessEarlyAllocation assess, IdSource ids) : PageModel
{
    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        [Display(Name = "Date of the last OASys risk assessment")]
        public DateOnly? OasysOn { get; set; }

        public bool? ConvictedUnderTerrorismAct { get; set; }

        public bool? HighProfile { get; set; }

        public bool? SeriousCrimePreventionOrder { get; set; }

        public bool? MappaLevel3 { get; set; }

        public bool? CppcCase { get; set; }

        public bool? ExtremismSeparation { get; set; }

        public bool? DueForReleaseInLessThan24Months { get; set; }

        public bool? HighRiskOfSeriousHarm { get; set; }

        public bool? MappaLevel2 { get; set; }

        public bool? PathfinderProcess { get; set; }

        public bool? OtherReason { get; set; }

        public string? Reason { get; set; }

        public bool IsApproved { get; set; }

        public EarlyAllocationAnswers Answers => new()
        {
            ConvictedUnderTerrorismAct = ConvictedUnderTerrorismAct,
            HighProfile = HighProfile,
            SeriousCrimePreventionOrder = SeriousCrimePreventionOrder,
            MappaLevel3 = MappaLevel3,
            CppcCase = CppcCase,
            ExtremismSeparation = ExtremismSeparation,
            DueForReleaseInLessThan24Months = ExtremismSeparation is true ? DueForReleaseInLessThan24Months : null,
            HighRiskOfSeriousHarm = HighRiskOfSeriousHarm,
            MappaLevel2 = MappaLevel2,
            PathfinderProcess = PathfinderProcess,
            OtherReason = OtherReason,
        };

        /// <summary>The field of a question.</summary>
        public static string FieldOf(string field) => $"Input.{field switch
        {
            "convicted_under_terrorism_act_2000" => nameof(ConvictedUnderTerrorismAct),
            "high_profile" => nameof(HighProfile),
            "serious_crime_prevention_order" => nameof(SeriousCrimePreventionOrder),
            "mappa_level_3" => nameof(MappaLevel3),
            "cppc_case" => nameof(CppcCase),
            "extremism_separation" => nameof(ExtremismSeparation),
            "due_for_release_in_less_than_24months" => nameof(DueForReleaseInLessThan24Months),
            "high_risk_of_serious_harm" => nameof(HighRiskOfSeriousHarm),
            "mappa_level_2" => nameof(MappaLevel2),
            "pathfinder_process" => nameof(PathfinderProcess),
            "other_reason" => nameof(OtherReason),
            _ => field,
        }}";
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public Guid Token { get; set; }

    /// <summary>The last step whose questions are asked: 2, 3 or 4, as the table of questions counts.</summary>
    [BindProperty]
    public int Stage { get; set; } = 2;

    public EarlyAllocationOfPerson.Page Found { get; private set; } = null!;

    public string At => $"/people/{HttpContext.Person.Address}/early-allocation";

    public static IReadOnlyList<Choice> Approval { get; } = [new("true", "The head of offender management delivery (HOMD) has approved the referral")];

    public async Task<IActionResult> OnGetAsync(CancellationToken stop)
    {
        Token = ids.Next();
        return await FillAsync(stop) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!await FillAsync(stop))
        {
            return NotFound();
        }

        Stage = Math.Clamp(Stage, 2, 4);
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (NextStage() is { } next && next > Stage && Wrong() is { Count: 0 })
        {
            Stage = next;
            ModelState.Remove(nameof(Stage));
            return Page();
        }

        switch (await assess.DoAsync(new(HttpContext.Person.Id, new(Token), Input.OasysOn, Input.Answers, Input.Reason, Input.IsApproved), HttpContext.Actor, stop))
        {
            case Outcome<EarlyAllocationOutcome>.Done done:
                return this.Done(At, done.Value switch
                {
                    EarlyAllocationOutcome.Eligible => "Assessment saved: eligible",
                    EarlyAllocationOutcome.Discretionary => "Assessment saved: the community decides",
                    _ => "Assessment saved: not eligible",
                });
            case Outcome<EarlyAllocationOutcome>.Refused refused when this.Refuse(refused.Why.Where(why => Stage > 2 || !IsLater(why.Field)), Form.FieldOf) is { } answer:
                return answer;
        }

        return Page();
    }

    /// <summary>The step that the answers lead to; <see langword="null"/> where they settle the outcome.</summary>
    private int? NextStage() => EarlyAllocationRules.OutcomeOf(Input.Answers) switch
    {
        EarlyAllocationOutcome.Eligible or EarlyAllocationOutcome.Ineligible => null,
        EarlyAllocationOutcome.Discretionary => 4,
        _ => 3,
    };

    /// <summary>What the step so far still lacks.</summary>
    private List<string> Wrong() =>
    [
        .. EarlyAllocationRules.CheckOasysDate(Input.OasysOn, Found.Today) is EarlyAllocationRules.OasysDateProblem.None ? Array.Empty<string>() : ["oasys_risk_assessment_date"],
        .. EarlyAllocationRules.Missing(Input.Answers).Where(field => EarlyAllocationQuestions.Of(field).Stage <= Stage),
    ];

    private static bool IsLater(string field) => EarlyAllocationQuestions.All.Any(question => question.Field == field && question.Stage > 2);

    private async Task<bool> FillAsync(CancellationToken stop)
    {
        if (await early.OfAsync(HttpContext.Person.Id, HttpContext.Actor, stop) is not { } found)
        {
            return false;
        }

        Found = found;
        return true;
    }
}
