using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>Key work: of one's own people, and of the prison for those who run it.</summary>
[May(Verb.ReadRecord)]
public sealed class KeyWorkModel(KeyWorkBoard board, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Size { get; set; }

    public KeyWorkBoard.Prison? Prison { get; private set; }

    public PageOf<KeyWorkBoard.Needed> Without { get; private set; } = new([], 1, PageRequest.DefaultSize, 0);

    public PageOf<KeyWorkBoard.Row> Mine { get; private set; } = new([], 1, PageRequest.DefaultSize, 0);

    public DateOnly Today => clock.GetUtcNow().LondonDate;

    public async Task OnGetAsync(CancellationToken stop)
    {
        var (number, size) = PageRequest.Of(Number, Size);
        if (KeyWorkBoard.RunsIt(HttpContext.Actor))
        {
            Prison = await board.PrisonAsync(HttpContext.Actor, stop);
            Without = new([.. Prison.Without.Skip((number - 1) * size).Take(size)], number, size, Prison.Without.Count);
            return;
        }

        var mine = await board.MineAsync(number, size, HttpContext.Actor, stop);
        Mine = new(mine.Rows, number, size, mine.Total);
    }
}
