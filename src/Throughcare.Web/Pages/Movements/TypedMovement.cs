using System.ComponentModel.DataAnnotations;
using Throughcare.Application.Movements;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Movements;

/// <summary>A movement as somebody types it.</summary>
public sealed class TypedMovement
{
    public string? Reason { get; set; }

    [Display(Name = "Date")]
    public DateOnly? On { get; set; }

    [Display(Name = "Time")]
    public TimeOnly? At { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    [Display(Name = "Date due back")]
    public DateOnly? BackOn { get; set; }

    [Display(Name = "Time due back")]
    public TimeOnly? BackAt { get; set; }

    public string? Escort { get; set; }

    public string? Comment { get; set; }

    public static IReadOnlyList<Choice> Reasons { get; } =
        [.. MovementEffects.Table.Selectable.Select(effect => new Choice(effect.Code, $"{effect.TypeLabel}: {effect.Description}"))];

    public static IReadOnlyList<Choice> Prisons { get; } =
    [
        .. Establishments.Table.Selectable.Where(place => place.IsPrison).OrderBy(place => place.ShortName, StringComparer.Ordinal)
            .Select(place => new Choice(place.Code, place.Description)),
    ];

    public static TypedMovement Of(MovementsPage.MovementLine movement)
    {
        ArgumentNullException.ThrowIfNull(movement);
        return Of(movement.Reason, movement.HappenedAt, movement.From, movement.To, movement.DueBackAt, movement.Escort, movement.Comment);
    }

    public static TypedMovement Of(Movement movement)
    {
        ArgumentNullException.ThrowIfNull(movement);
        return Of(movement.Reason, movement.HappenedAt, movement.From, movement.To, movement.DueBackAt, movement.Escort, movement.Comment);
    }

    private static TypedMovement Of(
        string reason, DateTimeOffset happenedAt, PlaceCode? from, PlaceCode? to, DateTimeOffset? dueBackAt, string? escort, string? comment) => new()
        {
            Reason = reason,
            On = happenedAt.LondonDate,
            At = happenedAt.LondonTime,
            From = from?.Text,
            To = to?.Text,
            BackOn = dueBackAt?.LondonDate,
            BackAt = dueBackAt?.LondonTime,
            Escort = escort,
            Comment = comment,
        };

    /// <summary>What the use cases read.</summary>
    public MovementForm ToForm() => new()
    {
        Reason = Reason,
        HappenedAt = On is { } on && At is { } at ? London.At(on, at) : null,
        From = string.IsNullOrEmpty(From) ? null : new PlaceCode(From),
        To = string.IsNullOrEmpty(To) ? null : new PlaceCode(To),
        DueBackAt = BackOn is { } backOn ? London.At(backOn, BackAt ?? new TimeOnly(23, 59)) : null,
        Escort = Escort,
        Comment = Comment,
    };

    /// <summary>What this form calls a field of the use cases.</summary>
    public string FieldOf(string field) => field switch
    {
        nameof(MovementForm.HappenedAt) => $"Input.{(On is not null && At is null ? nameof(At) : nameof(On))}",
        nameof(MovementForm.DueBackAt) => $"Input.{nameof(BackOn)}",
        _ => $"Input.{field}",
    };
}
