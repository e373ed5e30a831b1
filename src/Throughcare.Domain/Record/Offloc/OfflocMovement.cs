using Throughcare.Domain.Movements;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Record.Offloc;

/// <summary>The one movement that a row gives, and the one that a change of prison means.</summary>
internal static class OfflocMovement
{
    private const string Unknown = "UNK";

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
        var reason = code is null ? null : MovementReasons.FindByCode(code);
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
        var given = (Escort: d.Row.Text(OfflocField.Escort, 60), Establishment: d.Row.Text(OfflocField.MovementEstablishment, 120), Why: d.ReasonCode(OfflocField.MovementTransferReason));
        var there = d.Was.Movements.Find(m => m.HappenedAt == stay.Move?.At && m.NationalCode == stay.Move.Code);
        if (there is not null)
        {
            Again(there);
        }

        if (stay.Move is { } move && there is null)
        {
            var type = move.Reason?.MovementType ?? (stay.IsOut ? "REL" : isTransfer ? "TRN" : "ADM");
            var isIn = move.Effect?.IsIn ?? (to is not null && !stay.IsOut);
            Put(type, move.Effect?.Code ?? Unknown, move.Code, move.At, move.On, isIn ? from == to ? null : from : from ?? to, isIn ? to : type == "TRN" && isTransfer ? to : null);
        }
        else if (isTransfer && !d.FillGapsOnly)
        {
            Put("TRN", Unknown, null, London.At(d.Day, TimeOnly.MinValue), d.Day, from, to);
        }

        void Again(Movement was)
        {
            var isKept = d.FillGapsOnly;
            var now = was with
            {
                Escort = isKept ? was.Escort ?? given.Escort : given.Escort ?? was.Escort,
                EstablishmentName = isKept ? was.EstablishmentName ?? given.Establishment : given.Establishment ?? was.EstablishmentName,
                TransferReason = isKept ? was.TransferReason ?? given.Why : given.Why ?? was.TransferReason,
            };
            if (now == was)
            {
                return;
            }

            if (was.Recorded.Source is SourceSystem.Throughcare)
            {
                d.Conflict($"Movement of {was.ValidFrom:yyyy-MM-dd}", Words(was), Words(now));
            }
            else
            {
                d.Put("Movement", was, now.Next(d.Entry));
            }
        }

        static string Words(Movement m) => $"{m.EstablishmentName ?? "-"}; {m.TransferReason ?? "-"}; {m.Escort ?? "-"}";

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
                Escort = given.Escort,
                EstablishmentName = given.Establishment,
                TransferReason = given.Why,
            });
    }
}
