using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Web.Pages.Movements;

/// <summary>The fields of a movement, one by one, for the page that compares two versions.</summary>
internal static class MovementFields
{
    private const string None = "None";

    public static IReadOnlyList<ComparedField<TypedMovement>> All { get; } =
    [
        new(nameof(TypedMovement.Reason), "What happened", m => MovementEffects.Find(m.Reason)?.Description ?? m.Reason ?? None, (to, from) => to.Reason = from.Reason),
        new(nameof(TypedMovement.On), "When", m => Said(m.On, m.At), (to, from) => (to.On, to.At) = (from.On, from.At)),
        new(nameof(TypedMovement.From), "From which prison", m => Said(m.From), (to, from) => to.From = from.From),
        new(nameof(TypedMovement.To), "To which prison", m => Said(m.To), (to, from) => to.To = from.To),
        new(nameof(TypedMovement.BackOn), "Due back", m => Said(m.BackOn, m.BackAt), (to, from) => (to.BackOn, to.BackAt) = (from.BackOn, from.BackAt)),
        new(nameof(TypedMovement.Escort), "Escort", m => Said(m.Escort, text => text), (to, from) => to.Escort = from.Escort),
        new(nameof(TypedMovement.Comment), "Comment", m => Said(m.Comment, text => text), (to, from) => to.Comment = from.Comment),
    ];

    private static string Said(string? place) => Said(place, code => Places.Name(new PlaceCode(code)));

    private static string Said(string? text, Func<string, string> words) => string.IsNullOrWhiteSpace(text) ? None : words(text.Trim());

    private static string Said(DateOnly? on, TimeOnly? at) =>
        on is not { } day ? None : at is { } time ? $"{Words.LongDate(day)} at {TimeText.Format(time)}" : Words.LongDate(day);
}
