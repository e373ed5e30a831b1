using Microsoft.AspNetCore.Mvc;
using Throughcare.Application;
using Throughcare.Application.Assessment;
using Throughcare.Domain.Access;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Risk;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Assessment;

/// <summary>The risk calculator with what the record knows of a person; those who sign assessments can keep its scores with one.</summary>
[May(Verb.ReadRecord)]
public sealed class PersonRiskCalculatorModel(KnownRiskAnswers known, KeptRiskScores kept, KeepRiskScores keep, IdSource ids, TimeProvider clock) : RiskCalculatorPage(clock)
{
    public override string Action => $"/people/{HttpContext.Person.Address}/risk-calculator";

    /// <summary>The assessment with which scores can be kept; <see langword="null"/> where there is none, or the reader may not.</summary>
    public AssessmentSummary? KeepWith { get; private set; }

    /// <summary>The form's own: becomes the id of what is kept, so that a second post of the same form changes nothing.</summary>
    public Guid Token { get; private set; }

    /// <summary>Which scores are kept; those of 2026 unless said.</summary>
    public RiskFamily? Family { get; private set; } = RiskFamily.F2026;

    public static IReadOnlyList<Choice> Families { get; } = [new(nameof(RiskFamily.F2026), "2026 family: ARP to CSRP"), new(nameof(RiskFamily.Previous), "Previous family: OGRS3 to RSR")];

    public async Task OnGetAsync(CancellationToken stop) => Begin(await known.OfAsync(HttpContext.Person.Id, Now.LondonDate, Now, stop));

    public async Task<IActionResult> OnPostKeepAsync(string? answers, Guid assessment, Guid token, RiskFamily? family, CancellationToken stop)
    {
        await PrepareAsync(stop);
        Show(RiskAnswerForm.Unpack(answers) ?? new());
        (Token, Family) = (token, family);
        switch (await keep.DoAsync(new(HttpContext.Person.Id, new(token), new(assessment), family, Answers), HttpContext.Actor, stop))
        {
            case Outcome<FactId>.Done:
                return this.Done($"/people/{HttpContext.Person.Address}/risk", "Scores kept");
            case Outcome<FactId>.Refused refused when this.Refuse(refused.Why, field => field) is { } answer:
                return answer;
            default:
                return Page();
        }
    }

    protected override async Task PrepareAsync(CancellationToken stop)
    {
        Token = ids.Next();
        KeepWith = HttpContext.May(Verb.SignAssessment) ? await kept.LatestAsync(HttpContext.Person.Id, stop) : null;
    }
}
