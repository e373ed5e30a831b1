using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access;
using Throughcare.Application.Standards;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;

namespace Throughcare.Web.Pages.Standards;

/// <summary>The private address under which a calendar reads the user's tasks: made, made anew, ended.</summary>
[May(Verb.ReadDueItems)]
public sealed class CalendarModel(TaskCalendar calendar) : PageModel
{
    private const string Made = "CalendarKey";

    /// <summary>new or stop.</summary>
    [BindProperty]
    public string? Action { get; set; }

    public (DateOnly Since, Role Role, PlaceCode Place)? Standing { get; private set; }

    /// <summary>The address, just after it was made: it is shown once.</summary>
    public string? Address { get; private set; }

    private AccountId Account => HttpContext.Features.Get<SessionAccounts.Standing>()!.Id;

    public async Task OnGetAsync(CancellationToken stop)
    {
        Standing = await calendar.SinceAsync(Account, stop);
        Address = TempData[Made] is string key ? $"{Request.Scheme}://{Request.Host}/tasks/calendar.ics?key={key}" : null;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        if (Action is "stop")
        {
            await calendar.StopAsync(Account, stop);
            return this.Done("/tasks/calendar", "The address has ended");
        }

        TempData[Made] = await calendar.RenewAsync(Account, HttpContext.Actor, stop);
        return this.Done("/tasks/calendar", "A new address was made");
    }
}
