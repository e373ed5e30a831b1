using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Record;

/// <summary>The contacts of a person, newest first, narrowed by kind, words and author.</summary>
[May(Verb.ReadRecord)]
public sealed class ContactsModel(ContactsList contacts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Type { get; set; }

    /// <summary>Words that the notes have to have.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Mine { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Short { get; set; }

    /// <summary>Where the page before ended.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public ContactsList.Page Found { get; private set; } = new([], null);

    public static IReadOnlyList<Choice> Types { get; } =
        [.. ContactTypes.Table.Rows.OrderBy(type => type.Description, StringComparer.Ordinal).Select(type => new Choice(type.Code, type.Description))];

    public bool IsNarrowed => Type is not null || !string.IsNullOrWhiteSpace(Words) || Mine || Short;

    public string Newest => QueryWords.Without(Request, "before", Before ?? "");

    public string? Older => Found.Before is { } before
        ? QueryWords.With(Request, "before", before.UtcDateTime.ToString("O", CultureInfo.InvariantCulture))
        : null;

    public async Task OnGetAsync(CancellationToken stop)
    {
        var request = new ContactsList.Request(HttpContext.Person.Id)
        {
            Type = Type,
            Text = Words,
            OnlyMine = Mine,
            OnlyBelowFloor = Short,
            Before = DateTimeOffset.TryParse(Before, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var before) ? before : null,
        };
        Found = await contacts.OfAsync(request, HttpContext.Actor, stop);
    }
}
