using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>Records what the community answered to a referral for early allocation.</summary>
[May(Verb.AssessEarlyAllocation)]
public sealed class CommunityAnswerModel(EarlyAllocationOfPerson early, RecordCommunityAnswer record, WhoSaved saved) : PageModel
{
    /// <summary>What was chosen.</summary>
    public sealed class Form
    {
        public bool? Accepted { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    /// <summary>The version that the form was made from.</summary>
    [BindProperty]
    public int MadeFrom { get; set; }

    public EarlyAllocationAssessment Made { get; private set; } = null!;

    /// <summary>Both answers, where somebody else saved one first.</summary>
    public TwoVersions? Compared { get; private set; }

    public string At => $"/people/{HttpContext.Person.Address}/early-allocation";

    private static IReadOnlyList<ComparedField<Form>> Fields { get; } =
    [
        new(nameof(Form.Accepted), "Has the community accepted the case?", form => form.Accepted switch { true => "Yes", false => "No", null => "Not answered" }, (to, from) => to.Accepted = from.Accepted),
    ];

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop)
    {
        if (!await FillAsync(id, stop))
        {
            return NotFound();
        }

        MadeFrom = Made.Version;
        Input.Accepted = Made.CommunityAccepted;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await FillAsync(id, stop))
        {
            return NotFound();
        }

        if (this.KeepsTheirs)
        {
            return this.Done(At, "What was saved is kept");
        }

        this.TakeChosen(Fields, Input, new Form { Accepted = Made.CommunityAccepted });
        switch (await record.DoAsync(new(HttpContext.Person.Id, new(id), MadeFrom, Input.Accepted), HttpContext.Actor, stop))
        {
            case Outcome<int>.Done:
                return this.Done(At, "Answer of the community recorded");
            case Outcome<int>.Refused refused when this.Refuse(refused.Why) is { } answer:
                return answer;
            case Outcome<int>.Conflict { Theirs: EarlyAllocationAssessment theirs }:
                Compared = new(await saved.OfAsync(theirs, stop), Fields.Between(new Form { Accepted = theirs.CommunityAccepted }, Input))
                {
                    Address = $"{At}/{id}/answer",
                    Cancel = At,
                    MadeFrom = new Dictionary<string, string?> { [nameof(MadeFrom)] = $"{theirs.Version}" },
                };
                break;
        }

        return Page();
    }

    /// <returns>Whether the person has such a referral.</returns>
    private async Task<bool> FillAsync(Guid id, CancellationToken stop)
    {
        var found = await early.OfAsync(HttpContext.Person.Id, HttpContext.Actor, stop);
        if (found?.Assessments.FirstOrDefault(a => a.Made.Id.Value == id) is not { Made: { Outcome: EarlyAllocationOutcome.Discretionary, WasInWindow: true } made })
        {
            return false;
        }

        Made = made;
        return true;
    }
}
