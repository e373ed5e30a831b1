using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Access;

[May(Verb.ManageAccounts)]
public sealed class AccountsModel(AccountList accounts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Code of a role.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Size { get; set; }

    public static IReadOnlyList<Choice> States { get; } =
        [.. new[] { AccountState.InUse, AccountState.NotUsedYet, AccountState.Locked, AccountState.Ended }.Select(state => new Choice(state.ToString(), AccountWords.Tag(state).Text))];

    public PageOf<AccountList.Row> List { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stop)
    {
        var (number, size) = PageRequest.Of(Number, Size);
        AccountList.Filter filter = new(Q, RoleCodes.Parse(Role ?? ""), Place, Enum.TryParse<AccountState>(State, out var state) ? state : null);
        var (rows, total) = await accounts.ReadAsync(filter, (number - 1) * size, size, stop);
        List = new(rows, number, size, total);
    }
}

/// <summary>What pages call the states of an account.</summary>
public static class AccountWords
{
    public static TagModel Tag(AccountState state) => state switch
    {
        AccountState.InUse => new("In use", TagColour.Green),
        AccountState.NotUsedYet => new("Own password not chosen yet", TagColour.Blue),
        AccountState.Locked => new("Locked", TagColour.Red),
        AccountState.LockedForAWhile => new("Locked for some minutes", TagColour.Orange),
        _ => new("Ended", TagColour.Grey),
    };

    /// <summary>"from 1 March 2026 to 31 May 2026"; empty for a role without an end that is held already.</summary>
    public static string Days(AccountList.Held held, DateOnly today) => (held.From, held.Until) switch
    {
        (_, { } until) when until < today => $"until {until.In(DateForm.Long)}",
        ({ } from, { } until) when from > today => $"from {from.In(DateForm.Long)} to {until.In(DateForm.Long)}",
        ({ } from, null) when from > today => $"from {from.In(DateForm.Long)}",
        (_, { } until) => $"until {until.In(DateForm.Long)}",
        ({ } from, null) => $"since {from.In(DateForm.Long)}",
        _ => "",
    };
}
