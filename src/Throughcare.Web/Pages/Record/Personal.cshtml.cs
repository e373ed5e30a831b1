using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record;
using Throughcare.Application.Record.Matching;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;

namespace Throughcare.Web.Pages.Record;

/// <summary>Who a person is.</summary>
[May(Verb.ReadRecord)]
public sealed class PersonalModel(PersonalPage personal, MatchList matches, UnmergeOffer merged) : PageModel
{
    public PersonalPage.Page Found { get; private set; } = null!;

    /// <summary>The pair to look at, where the person may be on record twice.</summary>
    public FactId? Duplicate { get; private set; }

    public bool MayMerge => HttpContext.Actor.Has(Verb.MergePeople);

    /// <summary>Records that became part of this one.</summary>
    public IReadOnlyList<UnmergeOffer.Page> MergedIn { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken stop)
    {
        var person = HttpContext.Person.Id;
        Found = await personal.OfAsync(person, HttpContext.Actor, stop);
        Duplicate = await matches.OfPersonAsync(person, HttpContext.Actor, stop);
        MergedIn = MayMerge ? await merged.MergedIntoAsync(person, stop) : [];
    }
}
