using Throughcare.Domain.Movements;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Record.Offloc;

/// <summary>The one movement that a row gives, and the one that a change of prison means.</summary>
internal static class OfflocMovement
{
    private const string Unknown = "UNK";

    /// <summary>Codes are unique over all types of movement.</summary>
    private static readonly Lazy<Dictionary<string, MovementReason>> ByCode = new(() =>
        MovementReasons.Table.Rows.GroupBy(r => r.ReasonCode, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal));

    /// <param name="At">When, UTC.</param>
    /// <param name="On">The day in London.</param>
    /// <param name="Code">The code as given; <see langword="null"/> for none.</param>
    internal sealed record Given(DateTimeOffset At, DateOnly On, string? Code, MovementReason? Reason)
    {
        public MovementEffect? Effect => MovementEffects.Find(Reason?.EffectCode);
    }

    public static Given? Read(Deciding d)
    {
        if (d.Date(OfflocField.MovementOn) is not { } on || on > d.Day)
        {
            return null;
        }

        var (hour, minute, second) = (d.Number(OfflocField.MovementHour) ?? 0, d.Number(OfflocField.MovementMinute) ?? 0, d.Number(OfflocField.MovementSecond) ?? 0);
        if (hour > 23 || minute > 59 || second > 59)
        {
            d.Warn(OfflocField.MovementHour, $"{hour}:{minute}:{second}", "TIME_INVALID", "This is not a time of day; midnight was taken");
            (hour, minute, second) = (0, 0, 0);
        }

        var code = d.Row.Text(OfflocField.MovementCode, 12);
        var reason = code is not null && ByCode.Value.TryGetValue(code, out var known) ? known : null;
        if (code is not null && reason is null)
        {
            d.Warn(OfflocField.MovementCode, code, "UNKNOWN_CODE", "No list has this movement; it is kept with its code");
        }

        return new(London.At(on, new TimeOnly(hour, minute, second)), on, code, reason);
    }

    public static void Record(Deciding d, OfflocCustody.Stay stay, CaseId? open)
    {
        var from = d.Was.Location?.Prison;
        var to = stay.IsInPrison ? new PlaceCode(stay.Prison) : (PlaceCode?)null;
        var isTransfer = from is not null && to is not null && from != to;
        if (stay.Move is { } move && !d.Was.Movements.Exists(m => m.HappenedAt == move.At && m.NationalCode == move.Code))
        {
            var type = move.Reason?.MovementType ?? (stay.IsOut ? "REL" : isTransfer ? "TRN" : "ADM");
            var isIn = move.Effect?.IsIn ?? (to is not null && !stay.IsOut);
            Put(type, move.Effect?.Code ?? Unknown, move.Code, move.At, move.On, isIn ? from == to ? null : from : from ?? to, isIn ? to : type == "TRN" && isTransfer ? to : null);
        }
        else if (isTransfer && !d.FillGapsOnly)
        {
            Put("TRN", Unknown, null, London.At(d.Day, TimeOnly.MinValue), d.Day, from, to);
        }

        void Put(string type, string reason, string? national, DateTimeOffset at, DateOnly on, PlaceCode? cameFrom, PlaceCode? wentTo) =>
            d.Put("Movement", null, new Movement
            {
                Id = d.NewId(),
                PersonId = d.PersonId,
                CaseId = open,
                ValidFrom = on,
                ValidTo = on,
                Recorded = d.Entry,
                Type = type,
                Reason = reason,
                NationalCode = national,
                HappenedAt = at,
                From = cameFrom,
                To = wentTo,
                Escort = d.Row.Text(OfflocField.Escort, 60),
            });
    }
}
