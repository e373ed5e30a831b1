using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Record;

/// <summary>Everything that happened, newest first, a page at a time by the key of the last line.</summary>
[May(Verb.ReadRecord)]
public sealed class TimelineModel(Timeline timeline) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public TimelineKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public AuthorService? Service { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? AsAt { get; set; }

    /// <summary>The record as it was known at the end of this day.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? KnownAt { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public Timeline.Page Found { get; private set; } = new([], null);

    public static IReadOnlyList<Choice> Kinds { get; } = Choice.Of<TimelineKind>(kind => kind.Words);

    public static IReadOnlyList<Choice> Services { get; } = Choice.Of<AuthorService>(service => service switch
    {
        AuthorService.Prison => "Prison staff",
        AuthorService.Probation => "Probation staff",
        _ => "Automatic",
    });

    public bool IsNarrowed => Kind is not null || Service is not null || From is not null || To is not null || AsAt is not null || KnownAt is not null;

    public string Nothing => (From, To) switch
    {
        ({ } from, { } to) => $"Nothing recorded between {from.In(DateForm.Long)} and {to.In(DateForm.Long)}.",
        ({ } from, null) => $"Nothing recorded since {from.In(DateForm.Long)}.",
        (null, { } to) => $"Nothing recorded up to {to.In(DateForm.Long)}.",
        _ when IsNarrowed => "Nothing recorded that fits. Clear the filters to see everything.",
        _ => "Nothing recorded. Contacts, movements, alerts and changes appear here when they are recorded.",
    };

    /// <summary>This list from its first line.</summary>
    public string Newest => QueryWords.Without(Request, "after", After ?? "");

    public string? Older => Found.Next is { } next ? QueryWords.With(Request, "after", next) : null;

    public async Task OnGetAsync(CancellationToken stop)
    {
        if (From > To)
        {
            ModelState.AddModelError(nameof(To), "To must be the same as or after From");
        }

        if (ModelState.IsValid)
        {
            var request = new Timeline.Request(HttpContext.Person.Id)
            {
                Kind = Kind,
                Service = Service,
                From = From,
                To = To,
                AsAt = AsAt,
                KnownAt = KnownAt is { } day ? London.At(day.AddDays(1), TimeOnly.MinValue).AddTicks(-1) : null,
                After = After,
            };
            Found = await timeline.PageAsync(request, HttpContext.Actor, stop);
        }
    }
}
