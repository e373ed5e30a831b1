using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>What case administrators have to do about the cases of their prison, as the record shows it.</summary>
[May(Verb.ChangePersonDetails)]
public sealed class CaseDutiesModel(CaseDuties duties) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public CaseAdminDutyKind? Kind { get; set; }

    /// <summary>"all" for those of every case administrator of the unit.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Whose { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Size { get; set; }

    public bool IsWholeUnit => Whose is "all";

    /// <summary>Those who manage the unit see all of it anyway.</summary>
    public bool MayChooseUnit => HttpContext.Actor.Role is Role.CaseAdmin;

    public CaseDuties.Page Found { get; private set; } = null!;

    public PageOf<CaseDuties.Row> Rows { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken stop)
    {
        var (number, size) = PageRequest.Of(Number, Size);
        Found = await duties.OfAsync(new(Kind, IsWholeUnit, number, size), HttpContext.Actor, stop);
        Rows = new(Found.Rows, number, size, Found.Total);
    }

    /// <summary>What narrows the list, as it stands in an address.</summary>
    public string Address(CaseAdminDutyKind? kind, string? whose)
    {
        List<string> terms = [.. kind is null ? Array.Empty<string>() : [$"kind={kind}"], .. whose is "all" && MayChooseUnit ? ["whose=all"] : Array.Empty<string>()];
        return terms.Count == 0 ? "" : $"?{string.Join('&', terms)}";
    }

    public static string Title(CaseAdminDutyKind kind) => kind switch
    {
        CaseAdminDutyKind.DecideScope => "Find out whether the case is in scope",
        CaseAdminDutyKind.ChaseInformation => "Ask for what an allocation lacks",
        _ => "Ask after the OASys assessment",
    };

    /// <summary>The page of the person on which it is done or seen.</summary>
    public static string WhereOf(CaseAdminDutyKind kind) => kind switch
    {
        CaseAdminDutyKind.DecideScope => "scope",
        CaseAdminDutyKind.ChaseInformation => "case-information",
        _ => "due",
    };
}
