using Throughcare.Domain.Allocation;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Access;

/// <summary>How reach follows from what is recorded. Pure: the reach as it stands and what was written in, the reach rows that
/// change out.</summary>
public static class ReachRules
{
    /// <summary>A unit that held or supervised a person keeps reach for this long.</summary>
    public const int MonthsAfterLeaving = 12;

    /// <param name="existing">Reach of the person as it stands; not changed by this function.</param>
    /// <param name="writes">What the change writes.</param>
    /// <returns>The rows to insert or, where the key is in <paramref name="existing"/>, to replace.</returns>
    public static IReadOnlyList<PersonReach> After(IReadOnlyCollection<PersonReach> existing, IReadOnlyCollection<Write> writes)
    {
        Dictionary<(string, ReachKind), PersonReach> changed = [];
        Dictionary<PlaceCode, DateOnly> left = [];
        Dictionary<PlaceCode, DateOnly> joined = [];

        foreach (var (before, after) in writes)
        {
            if (before is not null && PlaceOf(before) is { } was)
            {
                left[was] = after.Withdrawn ? after.ValidFrom.AddDays(-1) : after.ValidTo ?? after.ValidFrom.AddDays(-1);
            }

            if (after is { Withdrawn: false, ValidTo: null } && PlaceOf(after) is { } now)
            {
                joined[now] = after.ValidFrom;
            }

            Personal(before, after);
            Booked(after);
        }

        foreach (var (place, lastDay) in left.Where(l => !joined.ContainsKey(l.Key)))
        {
            var holder = ReachHolder.Of(place);
            if (Find(holder, ReachKind.Unit) is not { Until: null } unit)
            {
                continue;
            }

            Put(holder, ReachKind.Unit, unit.From, lastDay < unit.From ? unit.From.AddDays(-1) : lastDay);
            Put(holder, ReachKind.EarlierUnit, lastDay.AddDays(1), lastDay.AddMonths(MonthsAfterLeaving));
        }

        foreach (var (place, firstDay) in joined)
        {
            var holder = ReachHolder.Of(place);
            if (Find(holder, ReachKind.Unit) is not { Until: null })
            {
                Put(holder, ReachKind.Unit, firstDay, null);
            }
        }

        Transfers();
        return [.. changed.Values];

        PersonReach? Find(string holder, ReachKind kind) =>
            changed.TryGetValue((holder, kind), out var row) ? row : existing.FirstOrDefault(r => r.Holder == holder && r.Kind == kind);

        void Put(string holder, ReachKind kind, DateOnly from, DateOnly? until, DateTimeOffset? endsAt = null) =>
            changed[(holder, kind)] = new PersonReach
            {
                PersonId = writes.First().After.PersonId,
                Holder = holder,
                Kind = kind,
                From = from,
                Until = until,
                EndsAt = endsAt,
            };

        // from the booking until some days after its day; a movement takes it on from there
        void Booked(FactVersion after)
        {
            if (after is not TransferBooking booking || booking.End is BookingEnd.Moved)
            {
                return;
            }

            var holder = ReachHolder.Of(booking.To);
            var isOver = booking.Withdrawn || booking.End is not null;
            var last = isOver ? (booking.ValidTo ?? booking.ValidFrom).AddDays(-1) : booking.LapsesOn;
            if (!isOver || Find(holder, ReachKind.ReceivingUnit) is { Until: not null })   // one without an end is that of a movement
            {
                Put(holder, ReachKind.ReceivingUnit, booking.ValidFrom, last < booking.ValidFrom ? booking.ValidFrom.AddDays(-1) : last);
            }
        }

        // from the movement out until the person is received, there or anywhere else
        void Transfers()
        {
            foreach (var was in writes.Select(w => w.Before).OfType<Movement>())
            {
                if (DestinationOf(was) is { } place)
                {
                    End(ReachHolder.Of(place), was.ValidFrom.AddDays(-1));
                }
            }

            var moves = writes.Select(w => w.After).OfType<Movement>().Where(m => !m.Withdrawn).ToList();
            var over = moves.Where(m => m.Type is "ADM" or "REL").MaxBy(m => m.HappenedAt);
            foreach (var running in existing.Where(r => r is { Kind: ReachKind.ReceivingUnit, Until: null }))
            {
                if (over is not null && over.ValidFrom >= running.From)
                {
                    End(running.Holder, over.ValidFrom);
                }
                else if (Find(running.Holder, ReachKind.Unit) is { Until: null } received)
                {
                    End(running.Holder, received.From);
                }
            }

            if (moves.Where(m => DestinationOf(m) is not null).MaxBy(m => m.HappenedAt) is { } left && !(over?.HappenedAt > left.HappenedAt)
                && ReachHolder.Of(DestinationOf(left)!.Value) is var holder && Find(holder, ReachKind.Unit) is not { Until: null })
            {
                Put(holder, ReachKind.ReceivingUnit, left.ValidFrom, null);
            }
        }

        void End(string holder, DateOnly lastDay)
        {
            if (Find(holder, ReachKind.ReceivingUnit) is { Until: null } running)
            {
                Put(holder, ReachKind.ReceivingUnit, running.From, lastDay < running.From ? running.From.AddDays(-1) : lastDay);
            }
        }

        void Personal(FactVersion? before, FactVersion after)
        {
            switch (after)
            {
                case ManagerAssignment { StaffId: { } staff } manager:
                    Put(ReachHolder.Of(staff), ReachKind.Manager, manager.ValidFrom,
                        manager.Withdrawn ? manager.ValidFrom.AddDays(-1) : manager.ValidTo?.AddMonths(MonthsAfterLeaving));
                    break;
                case AccessRequest { Decision: AccessDecision.Granted, GrantedUntil: { } until } request:
                    Put(ReachHolder.Of(request.AskedBy), ReachKind.Granted, request.Recorded.At.LondonDate, until);
                    break;
                case GlassBreak { Review: null } glass:
                    Put(ReachHolder.Of(glass.BrokenBy), ReachKind.BreakGlass, glass.ValidFrom, glass.EndsAt.LondonDate, glass.EndsAt);
                    break;
            }
        }
    }

    private static PlaceCode? DestinationOf(Movement movement) => movement.Type is "TRN" ? movement.To : null;

    private static PlaceCode? PlaceOf(FactVersion fact) => fact switch
    {
        CellLocation location => location.Prison,
        ManagerAssignment { Role: Role.Com, Place: { } place } => place,   // a prison reaches by holding the person, whoever the POM is
        _ => null,
    };
}
