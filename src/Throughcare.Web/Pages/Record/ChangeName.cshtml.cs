using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Record;

/// <summary>Gives a person another current name.</summary>
[May(Verb.ChangePersonDetails)]
public sealed class ChangeNameModel(PersonalPage personal, ChangeName change, WhoSaved saved, IdSource ids, TimeProvider clock) : PageModel
{
    /// <summary>What was typed.</summary>
    public sealed class Form
    {
        public string? Last { get; set; }

        public string? First { get; set; }

        public string? Middle { get; set; }

        [Display(Name = "Date the name changed")]
        public DateOnly? From { get; set; }

        public string? Reason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    [BindProperty]
    public Guid Token { get; set; }

    /// <summary>The name that the form was made from; empty where there was none.</summary>
    [BindProperty]
    public Guid? MadeFromId { get; set; }

    [BindProperty]
    public int MadeFrom { get; set; }

    public PersonalPage.NameLine? Current { get; private set; }

    /// <summary>Both names, where somebody else saved first.</summary>
    public TwoVersions? Compared { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        await FillAsync(stop);
        Token = ids.Next();
        Input = new() { From = clock.GetUtcNow().LondonDate };
        (MadeFromId, MadeFrom) = (Current?.Id.Value, Current?.Version ?? 0);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken stop)
    {
        await FillAsync(stop);
        var at = $"/people/{HttpContext.Person.Address}/personal";
        if (this.KeepsTheirs)
        {
            return this.Done(at, "What was saved is kept");
        }

        if (ModelState.IsValid)
        {
            var request = new ChangeName.Request(
                HttpContext.Person.Id, new(Token), MadeFromId is { } id ? (new FactId(id), MadeFrom) : null,
                new TypedName(Input.Last, Input.First, Input.Middle), Input.From, Input.Reason);
            switch (await change.DoAsync(request, HttpContext.Actor, stop))
            {
                case Outcome<FactId>.Done:
                    return this.Done(at, "Name changed");
                case Outcome<FactId>.Refused refused when this.Refuse(refused.Why) is { } answer:
                    return answer;
                case Outcome<FactId>.Conflict { Theirs: PersonName theirs }:
                    Compared = new(
                        await saved.OfAsync(theirs, stop),
                        [new("Name", "Name", Said(theirs.Last, theirs.First, theirs.Middle, theirs.ValidFrom), Said(Input.Last, Input.First, Input.Middle, Input.From))])
                    {
                        Address = $"{at}/name",
                        Cancel = at,
                        MadeFrom = new Dictionary<string, string?> { [nameof(MadeFromId)] = $"{theirs.Id}", [nameof(MadeFrom)] = $"{theirs.Version}" },
                    };
                    break;
            }
        }

        return Page();
    }

    /// <summary>"Tamsett, Bram, from 5 January 2026".</summary>
    private static string Said(string? last, string? first, string? middle, DateOnly? from) =>
        string.Join(' ', new[] { first is null ? last : $"{last},", first, middle }.Where(part => !string.IsNullOrWhiteSpace(part)))
        + (from is { } on ? $", from {Words.LongDate(on)}" : "");

    private async Task FillAsync(CancellationToken stop) =>
        Current = (await personal.OfAsync(HttpContext.Person.Id, HttpContext.Actor, stop)).Names.FirstOrDefault(name => name is { Type: NameType.Current, To: null });
}
