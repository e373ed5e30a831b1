using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Access.Administration;
using Throughcare.Domain.Access;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Access;

/// <summary>Prisons, probation regions and delivery units.</summary>
[May(Verb.ManageReferenceTables)]
public sealed class PlacesModel : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    /// <summary>open or closed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true), FromQuery(Name = "page")]
    public int? Number { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Size { get; set; }

    public PageOf<PlaceList.Row> List { get; private set; } = null!;

    public void OnGet()
    {
        var found = PlaceList.Of(new(Q, Enum.TryParse<PlaceKind>(Kind, out var kind) ? kind : null, State switch { "open" => true, "closed" => false, _ => null }));
        var (number, size) = PageRequest.Of(Number, Size);
        List = new([.. found.Skip((number - 1) * size).Take(size)], number, size, found.Count);
    }
}

/// <summary>What pages call places.</summary>
public static class PlaceWords
{
    public static IReadOnlyList<Choice> Kinds { get; } = Choice.Of<PlaceKind>(Of);

    public static IReadOnlyList<Choice> States { get; } = [new("open", "Open"), new("closed", "Closed")];

    public static string Of(PlaceKind kind) => kind switch
    {
        PlaceKind.Prison => "Prison",
        PlaceKind.Pdu => "Probation delivery unit",
        _ => "Probation region",
    };

    public static TagModel Tag(bool isOpen) => isOpen ? new("Open", TagColour.Green) : new("Closed", TagColour.Grey);
}
