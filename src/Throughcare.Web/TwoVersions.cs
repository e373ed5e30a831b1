using Microsoft.AspNetCore.Mvc.RazorPages;
using Throughcare.Application.Record;

namespace Throughcare.Web;

/// <summary>What somebody typed beside what somebody else saved first, field by field, for the partial <c>_TwoVersions</c>.</summary>
/// <remarks>Everything that was typed goes with the choice, so nothing has to be typed again.</remarks>
public sealed record TwoVersions(WhoSaved.Saving Theirs, IReadOnlyList<Difference> Differences)
{
    /// <summary>Only what differs.</summary>
    public IReadOnlyList<Difference> Differences { get; } = [.. Differences.Where(field => field.Theirs != field.Yours)];

    /// <summary>What the choice is saved as: the address that the form was sent to.</summary>
    public required string Address { get; init; }

    /// <summary>Where what is saved can be seen.</summary>
    public required string Cancel { get; init; }

    /// <summary>Fields of the form that say which version it was made from, with what they say now.</summary>
    public required IReadOnlyDictionary<string, string?> MadeFrom { get; init; }
}

/// <summary>One field of which there are two versions.</summary>
/// <param name="Name">As the form calls it.</param>
/// <param name="Label">As the page calls it.</param>
public sealed record Difference(string Name, string Label, string Theirs, string Yours);

/// <summary>One field of a form, for comparing two versions of it.</summary>
/// <param name="Words">What it says, in words.</param>
/// <param name="Take">Puts the second form's value into the first.</param>
public sealed record ComparedField<TForm>(string Name, string Label, Func<TForm, string> Words, Action<TForm, TForm> Take);

public static class TwoVersionsWords
{
    private const string Theirs = "theirs";

    extension<TForm>(IReadOnlyList<ComparedField<TForm>> fields)
    {
        /// <summary>What differs between two versions, in the order of the form.</summary>
        public IReadOnlyList<Difference> Between(TForm theirs, TForm yours) =>
        [
            .. fields.Select(field => new Difference(field.Name, field.Label, field.Words(theirs), field.Words(yours)))
                .Where(field => field.Theirs != field.Yours),
        ];
    }

    extension(PageModel page)
    {
        /// <summary>Whether the user, shown two versions, chose what is saved for every part.</summary>
        public bool KeepsTheirs => Choices(page.Request) is { Count: > 0 } chosen && chosen.All(choice => choice.Value == Theirs);

        /// <summary>Puts what is saved in the place of what was typed, in each field for which the user chose so.</summary>
        public void TakeChosen<TForm>(IReadOnlyList<ComparedField<TForm>> fields, TForm yours, TForm theirs)
        {
            var chosen = Choices(page.Request);
            foreach (var field in fields.Where(field => chosen.GetValueOrDefault(field.Name) == Theirs))
            {
                field.Take(yours, theirs);
            }

            foreach (var key in chosen.Count is 0 ? [] : page.ModelState.Keys.Where(key => key.StartsWith("Input.", StringComparison.Ordinal)).ToList())
            {
                page.ModelState.Remove(key);   // what was chosen stands now in the place of what was typed
            }
        }
    }

    private static Dictionary<string, string> Choices(HttpRequest request) => request.Form
        .Where(field => field.Key is ['K', 'e', 'e', 'p', '[', .., ']'])
        .ToDictionary(field => field.Key[5..^1], field => field.Value.ToString(), StringComparer.Ordinal);
}
