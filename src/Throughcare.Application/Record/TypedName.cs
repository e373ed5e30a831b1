using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Application.Record;

/// <summary>A name as somebody typed it.</summary>
/// <param name="First"><see langword="null"/> where it is not known.</param>
public sealed record TypedName(string? Last, string? First = null, string? Middle = null, string? Title = null, string? Suffix = null)
{
    private const int Longest = 35;

    internal List<Refusal> Check()
    {
        List<Refusal> wrong = [];
        if (string.IsNullOrWhiteSpace(Last))
        {
            wrong.Add(new(nameof(Last), "Enter a last name"));
        }

        CheckPart(nameof(Last), "Last name", Last, wrong);
        CheckPart(nameof(First), "First name", First, wrong);
        CheckPart(nameof(Middle), "Middle name", Middle, wrong);
        if (Title is { Length: > 0 } title && CodeLists.Title.Find(title) is not { IsActive: true })
        {
            wrong.Add(new(nameof(Title), "Select a title from the list"));
        }

        if (Suffix?.Trim().Length > 12)
        {
            wrong.Add(new(nameof(Suffix), "Suffix must be 12 characters or fewer"));
        }

        return wrong;
    }

    internal PersonName Of(FactId id, PersonId person, NameType type, DateOnly from, Entry entry) => new()
    {
        Id = id,
        PersonId = person,
        Type = type,
        ValidFrom = from,
        Recorded = entry,
        Last = Last!.Trim(),
        First = ContactForm.Tidy(First),
        Middle = ContactForm.Tidy(Middle),
        Title = ContactForm.Tidy(Title),
        Suffix = ContactForm.Tidy(Suffix),
    };

    /// <summary>The same in every part.</summary>
    internal bool Says(PersonName name) => (name.Last, name.First, name.Middle, name.Title, name.Suffix)
        == (Last?.Trim() ?? "", ContactForm.Tidy(First), ContactForm.Tidy(Middle), ContactForm.Tidy(Title), ContactForm.Tidy(Suffix));

    private static void CheckPart(string field, string name, string? part, List<Refusal> wrong)
    {
        if (part?.Trim() is not { Length: > 0 } text)
        {
            return;
        }

        if (text.Length > Longest)
        {
            wrong.Add(new(field, $"{name} must be {Longest} characters or fewer"));
        }
        else if (!text.EnumerateRunes().All(r => System.Text.Rune.IsLetter(r) || System.Text.Rune.GetUnicodeCategory(r) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark || r.Value is ' ' or '-' or '\'' or '’' or '.'))
        {
            wrong.Add(new(field, $"{name} must only include letters, spaces, hyphens, apostrophes and full stops"));
        }
    }
}
