using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Movements;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Movements;

/// <summary>Calls a booked transfer off.</summary>
[May(Verb.BookTransfer)]
public sealed class CallOffTransferModel(MovementsPage movements, CallOffTransfer callOff) : PageModel
{
    public sealed class Form
    {
        public string? Reason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public int MadeFrom { get; set; }

    public MovementsPage.BookingLine Booking { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken stop) => await FillAsync(id, stop) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken stop)
    {
        if (!await FillAsync(id, stop))
        {
            return NotFound();   // somebody else has called it off, or the person has moved
        }

        var at = $"/people/{HttpContext.Person.Address}/movements";
        switch (await callOff.DoAsync(new(HttpContext.Person.Id, new(id), MadeFrom, Input.Reason), HttpContext.Actor, stop))
        {
            case Outcome<FactId>.Done:
                return this.Done(at, "Transfer called off");
            case Outcome<FactId>.Refused refused when this.Refuse(refused.Why) is { } answer:
                return answer;
            case Outcome<FactId>.Conflict:
                ModelState.AddModelError("", "Somebody else has changed this booking. Look at it again");
                break;
        }

        return Page();
    }

    private async Task<bool> FillAsync(Guid id, CancellationToken stop)
    {
        if ((await movements.OfAsync(HttpContext.Person.Id, stop))?.Booking is not { } booking || booking.Id != new FactId(id))
        {
            return false;
        }

        Booking = booking;
        return true;
    }
}
