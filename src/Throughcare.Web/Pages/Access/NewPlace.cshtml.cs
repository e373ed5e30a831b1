using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access.Administration;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Access;

/// <summary>Adds a prison, a probation region or a delivery unit.</summary>
[May(Verb.ManageReferenceTables)]
public sealed class NewPlaceModel(ChangePlace change, TimeProvider clock) : PageModel
{
    public sealed class Form
    {
        public string? Code { get; set; }

        public string? Name { get; set; }

        public string? Kind { get; set; }

        public string? ShortName { get; set; }

        public string? Type { get; set; }

        public string? Function { get; set; }

        public string? Region { get; set; }

        public DateOnly? From { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public static IReadOnlyList<Choice> Types { get; } =
        [new("HMP", "Prison"), new("HMP/YOI", "Prison and young offender institution"), new("YOI", "Young offender institution"), new("YCS", "Secure place for children"),
            new("STC", "Secure training centre"), new("IRC", "Immigration removal centre")];

    public static IReadOnlyList<Choice> Functions { get; } =
        [new("RECEPTION", "Reception"), new("TRAINING", "Training"), new("RESETTLEMENT", "Resettlement"), new("OPEN", "Open"), new("HIGH_SECURITY", "High security"),
            new("FEMALE_CLOSED", "Women, closed"), new("YOI", "Young people"), new("YCS", "Children"), new("FOREIGN_NATIONAL", "Foreign nationals")];

    public static IEnumerable<Choice> Regions => ProbationPlaces.Regions.Where(region => region.IsActive).Select(region => new Choice(region.Code, $"{region.Description} ({region.Code})"));

    public void OnGet() => Input.From = clock.GetUtcNow().LondonDate;

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (!Enum.TryParse<PlaceKind>(Input.Kind, out var kind))
        {
            ModelState.AddModelError("Input.Kind", "Select what it is");
        }

        if (Input.From is null && ModelState["Input.From"]?.Errors.Count is null or 0)
        {
            ModelState.AddModelError("Input.From", "Enter the date from which it is open");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var code = Input.Code?.Trim().ToUpperInvariant() ?? "";
        ChangePlace.Request request = new(kind, code, Input.Name?.Trim() ?? "", IsOpen: true, Input.From!.Value, Input.Reason)
        {
            IsNew = true,
            ShortName = Input.ShortName?.Trim(),
            Type = Input.Type,
            Function = Input.Function,
            Region = Input.Region,
        };
        return await change.DoAsync(request, HttpContext.Actor, stop) switch
        {
            Outcome<int>.Refused refused => this.Refuse(refused.Why) ?? Page(),
            _ => this.Done($"/admin/places/{code}", "Place added"),
        };
    }
}
