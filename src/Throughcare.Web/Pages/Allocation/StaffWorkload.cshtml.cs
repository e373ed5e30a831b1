using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>The workload of one member of staff: their own, or of the staff whom the user manages.</summary>
[AnyStaff]
[May(Verb.ManageStaffCapacity, On = "POST")]
public sealed class StaffWorkloadModel(
    WorkloadOf workload, StaffOfUnit unit, AddWorkReduction add, EndWorkReduction end, RecordCourtReport report, SetStaffHours hours, IdSource ids, TimeProvider clock) : PageModel
{
    public sealed class ReductionForm
    {
        public string? Reason { get; set; }

        [Display(Name = "Hours a week")]
        public decimal? Hours { get; set; }

        [Display(Name = "First day")]
        public DateOnly? Start { get; set; }

        [Display(Name = "Last day")]
        public DateOnly? End { get; set; }

        public string? Note { get; set; }
    }

    public sealed class ReportForm
    {
        public CourtReportKind? Kind { get; set; }

        [Display(Name = "Date it was completed")]
        public DateOnly? On { get; set; }
    }

    public sealed class ContractForm
    {
        public StaffGrade? Grade { get; set; }

        [Display(Name = "Contracted hours")]
        public decimal? Hours { get; set; }
    }

    [BindProperty]
    public ReductionForm Input { get; set; } = new();

    [BindProperty]
    public ReportForm Report { get; set; } = new();

    [BindProperty]
    public ContractForm Contract { get; set; } = new();

    [BindProperty]
    public Guid Token { get; set; }

    [BindProperty]
    public Guid Reduction { get; set; }

    [BindProperty]
    public int Seen { get; set; }

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    public WorkloadOf.One? Found { get; private set; }

    /// <summary>Of a prison offender manager, who has no points.</summary>
    public PomCandidate? Pom { get; private set; }

    public IReadOnlyList<(WorkloadOf.Case Line, (string Address, string LastCommaFirst)? Name)> Cases { get; private set; } = [];

    public DateOnly Today => clock.GetUtcNow().LondonDate;

    public bool Manages => HttpContext.May(Verb.ManageStaffCapacity);

    public static IReadOnlyList<Choice> Reasons { get; } =
        [.. WorkReductions.Reasons.Select(reason => new Choice(reason.Reason, reason.FixedPercent is { } percent ? $"{reason.Reason} ({WorkloadWords.Hours(percent)}%)" : reason.Reason))];

    public static IReadOnlyList<Choice> Kinds { get; } = Choice.Of<CourtReportKind>(WorkloadWords.Of);

    public static IReadOnlyList<Choice> Grades { get; } = Choice.Of<StaffGrade>(WorkloadWords.Of);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await FillAsync(id, stop) ? Page() : NotFound();

    public Task<IActionResult> OnPostReductionAsync(Guid id, CancellationToken stop) => AfterAsync(id, "Input.", "Reduction added", async () =>
        await add.DoAsync(new(new(Token), new(id), Input.Reason, Input.Hours, Input.Start, Input.End, Input.Note), HttpContext.Actor, stop), stop);

    public Task<IActionResult> OnPostReportAsync(Guid id, CancellationToken stop) => AfterAsync(id, "Report.", "Court report added", async () =>
        await report.DoAsync(new(new(Token), new(id), Report.Kind, Report.On), HttpContext.Actor, stop), stop);

    public Task<IActionResult> OnPostHoursAsync(Guid id, CancellationToken stop) => AfterAsync(id, "Contract.", "Grade and hours saved", async () =>
        await hours.DoAsync(new(new(id), Seen, Contract.Grade, Contract.Hours), HttpContext.Actor, stop), stop);

    public Task<IActionResult> OnPostEndReductionAsync(Guid id, CancellationToken stop) => AfterAsync(id, "", "Reduction ended", async () =>
        await end.DoAsync(new(new(id), new(Reduction), Seen, Today), HttpContext.Actor, stop), stop);

    /// <param name="form">Before the names of the fields that were sent.</param>
    private async Task<IActionResult> AfterAsync<T>(Guid id, string form, string done, Func<Task<Outcome<T>>> act, CancellationToken stop)
    {
        foreach (var other in ModelState.Keys.Where(key => key.Contains('.', StringComparison.Ordinal) && !(form.Length > 0 && key.StartsWith(form, StringComparison.Ordinal))).ToList())
        {
            ModelState.Remove(other);
        }

        if (ModelState.IsValid)
        {
            switch (await act())
            {
                case Outcome<T>.Done:
                    return this.Done($"/staff/{id}/workload", done);
                case Outcome<T>.Refused refused when this.Refuse(refused.Why, field => field.Length == 0 ? "" : $"{form}{field}") is { } answer:
                    return answer;
            }
        }

        var token = Token;
        return await FillAsync(id, stop, token) ? Page() : NotFound();
    }

    private async Task<bool> FillAsync(Guid id, CancellationToken stop, Guid? token = null)
    {
        (Id, Token) = (id, token ?? ids.Next());
        var actor = HttpContext.Actor;
        if (Establishments.Find(actor.Place.Text) is { IsPrison: true } && Manages)
        {
            Pom = (await unit.OneAsync(new(id), actor, stop))?.Pom;
            Name = Pom?.Name ?? "";
            return Pom is not null;
        }

        if (await workload.OneAsync(new(id), actor, stop) is not { } one)
        {
            return false;
        }

        (Found, Name) = (one, one.Name);
        var names = await workload.NamesAsync(one, actor, stop);
        Cases = [.. one.Cases.Select(line => (line, names.TryGetValue(line.PersonId, out var name) ? name : ((string, string)?)null)).OrderBy(c => c.Item2?.Item2 ?? "~", StringComparer.Ordinal)];
        if (Contract is { Grade: null, Hours: null })
        {
            Contract = new() { Grade = one.Grade, Hours = one.ContractedHours };
        }

        return true;
    }
}
