using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application;
using Throughcare.Application.Movements;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Record;

/// <summary>Records a contact, in under a minute. What is typed is kept as a draft.</summary>
[May(Verb.RecordContact)]
public sealed class NewContactModel(
    RecordContact record, MovementsPage movements, ContactDrafts drafts, SaveContactDraft save, DeleteContactDraft delete, LastContactTypes types, IdSource ids, TimeProvider clock)
    : PageModel, IContactPage
{
    [BindProperty]
    public TypedContact Input { get; set; } = new();

    /// <summary>The form's own: becomes the contact's id, so that a second post of the same form changes nothing.</summary>
    [BindProperty]
    public Guid Token { get; set; }

    /// <summary>The author has seen that a contact like it is recorded, and means another.</summary>
    [BindProperty]
    public bool RecordAnother { get; set; }

    /// <summary>The kind that is meant, where another page leads here.</summary>
    [BindProperty(SupportsGet = true, Name = "type")]
    public string? Meant { get; set; }

    public bool IsNew => true;

    public IReadOnlyList<Choice> Kinds { get; private set; } = [];

    public bool AsksWhyLate => !string.IsNullOrEmpty(Input.LateReason) || ModelState.FirstError("Input.LateReason") is not null;

    /// <summary>A contact like it is recorded already: the question that says when.</summary>
    public string? LikeIt => ModelState.FirstError(nameof(RecordAnother));

    /// <summary>The draft that the form shows.</summary>
    public ContactDrafts.Draft? Draft { get; private set; }

    private string Contacts => $"/people/{HttpContext.Person.Address}/contacts";

    /// <param name="type">The kind of contact that is asked for, where a page leads here to have one recorded.</param>
    public async Task OnGetAsync(string? type, CancellationToken stop)
    {
        var now = clock.GetUtcNow();
        Token = ids.Next();
        Input = new() { On = now.LondonDate, At = now.LondonTime, Type = ContactTypes.Find(type)?.Code };

        if (await drafts.OfAsync(HttpContext.Person.Id, HttpContext.Actor, stop) is [var draft, ..]
            && JsonSerializer.Deserialize<TypedContact>(draft.Form) is { } kept)
        {
            (Input, Token, Draft) = (kept, draft.Id.Value, draft);
        }
        else if (ContactTypes.Find(Meant ?? "") is { } meant && ContactRecorders.MayRecord(HttpContext.Actor.Role, meant))
        {
            Input.Type = meant.Code;
            Input.Text = meant.Code is MovementsPage.NoticeType ? (await movements.OfAsync(HttpContext.Person.Id, stop))?.Notice?.Words : null;
        }

        await FillAsync(stop);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        // a contact whose time could not be read is asked for too, and refused: so that every error is said at once
        var form = Input.ToForm();
        if (ModelState.IsValid || form.HappenedAt is null)
        {
            var unread = !ModelState.IsValid;
            var request = new RecordContact.Request(HttpContext.Person.Id, new(Token), form) { RecordAnother = RecordAnother };
            switch (await record.DoAsync(request, HttpContext.Actor, stop))
            {
                case Outcome<RecordContact.Recorded>.Done { Value: var recorded }:
                    TempData["Nudges"] = recorded.Nudges.Select(nudge => nudge.Message).ToArray();
                    TempData["Urgent"] = recorded.IsUrgentAndSlow;
                    return this.Done($"{Contacts}/{recorded.Id}", "Contact recorded");
                case Outcome<RecordContact.Recorded>.Refused refused
                    when this.Refuse(refused.Why.Where(why => !unread || why.Field != nameof(ContactForm.HappenedAt)), Input.FieldOf) is { } answer:
                    return answer;
            }
        }

        await KeepAsync(stop);
        await FillAsync(stop);
        return Page();
    }

    /// <summary>Keeps what has been typed so far. The page's script asks for it every 20 seconds; so does a button.</summary>
    public async Task<IActionResult> OnPostDraftAsync(CancellationToken stop)
    {
        var kept = await KeepAsync(stop);
        var isPage = Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
        return kept switch
        {
            Outcome<DateTimeOffset>.Done when isPage => this.Done($"{Contacts}/new", "Draft saved"),
            Outcome<DateTimeOffset>.Done { Value: var at } => new JsonResult(new { savedAt = TimeText.Format(at.LondonTime) }),
            Outcome<DateTimeOffset>.Refused refused => this.Refuse(refused.Why) ?? BadRequest(),
            _ => BadRequest(),
        };
    }

    public async Task<IActionResult> OnPostDeleteDraftAsync(CancellationToken stop)
    {
        await delete.DoAsync(new(Token), HttpContext.Actor, stop);
        return this.Done($"{Contacts}/new", "Draft deleted");
    }

    private Task<Outcome<DateTimeOffset>> KeepAsync(CancellationToken stop) =>
        save.DoAsync(new(HttpContext.Person.Id, new FactId(Token), JsonSerializer.Serialize(Input)), HttpContext.Actor, stop);

    private async Task FillAsync(CancellationToken stop)
    {
        var kinds = await types.OfAsync(HttpContext.Actor, stop);
        Kinds = [.. kinds.Lately.Concat(kinds.Others).Select(kind => new Choice(kind.Code, kind.Description))];
    }
}
