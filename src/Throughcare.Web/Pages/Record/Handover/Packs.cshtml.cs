using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record.Handover;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Handover;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Record.Handover;

/// <summary>Handover packs that come to a place, and those that it sent; of people whose record the reader reads.</summary>
[May(Verb.ReadRecord)]
public sealed class PacksModel(HandoverPacks packs) : PageModel
{
    /// <summary>sent, or nothing for those that arrive.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Way { get; set; }

    /// <summary>Code of a place; the reader's own unless said.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Place { get; set; }

    /// <summary>waiting, or nothing for all.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    public bool IsSent => Way is "sent";

    public PlaceCode At => PackPlaces.All.FirstOrDefault(p => p.Value == Place) is { } asked ? new(asked.Value) : HttpContext.Actor.Place;

    public HandoverPacks.List Found { get; private set; } = null!;

    public PageOf<HandoverPacks.Row> Rows => new(Found.Rows, PageRequest.Of(Number, null).Number, HandoverPacks.PageSize, Found.Total);

    public async Task OnGetAsync(CancellationToken stop) =>
        Found = await packs.ListAsync(At, IsSent, Show is "waiting", PageRequest.Of(Number, null).Number, HttpContext.Actor, stop);
}

/// <summary>Places that packs are sent by and to.</summary>
internal static class PackPlaces
{
    public static IReadOnlyList<Choice> All { get; } =
    [
        .. Establishments.Table.Rows.Where(e => e is { IsPrison: true, IsActive: true }).OrderBy(e => e.Description, StringComparer.Ordinal).Select(e => new Choice(e.Code, e.Description)),
        .. ProbationPlaces.Table.Rows.Where(p => p.Level is ProbationLevel.Pdu).OrderBy(p => p.Description, StringComparer.Ordinal).Select(p => new Choice(p.Code, $"{p.Description} (probation)")),
    ];
}

internal static class PackWords
{
    public static string Of(HandoverPackKind kind) => kind switch
    {
        HandoverPackKind.Transfer => "Transfer",
        HandoverPackKind.Release => "Release",
        HandoverPackKind.Booking => "Booked transfer",
        HandoverPackKind.AreaTransfer => "Transfer to another area",
        HandoverPackKind.Handover => "Handover to the community",
        _ => "Made by hand",
    };
}
