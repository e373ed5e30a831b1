using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Access;

/// <summary>Who looked at whom, and who searches more than others do.</summary>
[May(Verb.ReadAccessLog)]
public sealed class AuditModel(AuditLog log, FindPerson find, AccountList accounts, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    [BindProperty(SupportsGet = true)]
    public new string? User { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? On { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Size { get; set; }

    public PageOf<AuditLog.Row> List { get; private set; } = null!;

    public IReadOnlyList<AuditLog.Searcher> Searchers { get; private set; } = [];

    public DateOnly Day { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        Day = On ?? clock.GetUtcNow().LondonDate;
        Searchers = await log.ManySearchesAsync(Day, HttpContext.Actor, stop);
        var (number, size) = PageRequest.Of(Number, Size);
        PersonId? person = PersonKey.TryParse(Person?.Trim(), null, out var key) ? (await find.DoAsync(key, stop))?.Id ?? new PersonId(Guid.Empty) : null;
        StaffId? staff = string.IsNullOrWhiteSpace(User) ? null : await accounts.StaffOfAsync(User, stop) ?? new StaffId(Guid.Empty);
        var (rows, total) = await log.ReadAsync(HttpContext.Actor, person, staff, On, (number - 1) * size, size, stop);
        List = new(rows, number, size, total);
    }
}
