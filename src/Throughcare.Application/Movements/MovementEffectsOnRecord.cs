using Throughcare.Application.Allocation;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;

namespace Throughcare.Application.Movements;

/// <summary>What follows from the latest movement of a person: where they live, the custody episode, the case.</summary>
/// <remarks>A movement that is recorded before others that happened later changes only the chain.</remarks>
internal static class MovementEffectsOnRecord
{
    /// <param name="Rows">What else is written.</param>
    /// <param name="Case">A case that the movement opened, or opened again.</param>
    public readonly record struct Following(IReadOnlyList<Write> Rows, CaseId? Case);

    public static Following Of(MovementState state, Movement movement, Entry entry, Func<FactId> newId)
    {
        if (MovementChain.IsNoMove(movement) || state.Movements.Any(m => m.HappenedAt > movement.HappenedAt && !MovementChain.IsNoMove(m)))
        {
            return new([], null);
        }

        List<Write> bookings =
        [
            .. state.Bookings.Select(b => (Booking: b, End: TransferBookings.EndBy(b, movement))).Where(b => b.End is not null)
                .Select(b => new Write(b.Booking, b.Booking.EndedOn(movement.ValidFrom, entry) with { End = b.End })),
        ];
        var follow = movement.Type switch
        {
            "ADM" => Received(state, movement, entry, newId),
            "REL" => new(Left(state, movement, entry), null),
            _ => new Following([], null),   // out for a time or on the way: the prison that sent them answers for them
        };
        return follow with { Rows = [.. follow.Rows, .. bookings, .. Allocation(state, movement, entry)] };
    }

    /// <summary>How a movement ends the allocation that there is; <see langword="null"/> where it goes on.</summary>
    public static AllocationEnding? EndingBy(MovementState state, Movement movement) =>
        state.Allocation?.Held is { } held ? AllocationEndings.By(movement, held) : null;

    private static List<Write> Allocation(MovementState state, Movement movement, Entry entry) =>
    [
        .. EndingBy(state, movement) is { } ending
            ? AllocationEndingsOnRecord.Of(state.Allocation!, ending, movement.ValidFrom, entry, keeps: ending.ClosesStay ? null : movement.To)
            : [],
        .. state.Allocation is { } allocation
            ? AllocationEndingsOnRecord.KeyWorkers(allocation, at => (at ?? state.Location?.Prison) is { } held ? AllocationEndings.OfKeyWorkerBy(movement, held) : null, movement.ValidFrom, entry)
            : [],
    ];

    private static Following Received(MovementState state, Movement movement, Entry entry, Func<FactId> newId)
    {
        var day = movement.ValidFrom;
        List<Write> rows = [];
        var open = state.Case;
        if (open is null || open.ValidTo is { } closed && closed.AddDays(1) < day)
        {
            open = new PersonCase { Id = newId(), PersonId = movement.PersonId, OpenedBy = CaseOpening.Reception, ValidFrom = day, Recorded = entry };
            rows.Add(new(null, open with { CaseId = open.AsCase }));
        }
        else if (open.ValidTo is not null)
        {
            rows.Add(new(open, open.Next(entry) with { ValidTo = null, ClosedBy = null }));   // on the closing day or the day after it goes on
        }

        if (state.Episode is null)
        {
            rows.Add(new(null, new CustodyEpisode { Id = newId(), PersonId = movement.PersonId, CaseId = open.AsCase, ValidFrom = day, Recorded = entry }));
        }

        if (movement.To is { } prison && state.Location?.Prison != prison && (state.Location is null || state.Location.ValidFrom <= day))
        {
            rows.AddRange(Succession.Of(state.Location, new CellLocation { Id = newId(), PersonId = movement.PersonId, CaseId = open.AsCase, Prison = prison, ValidFrom = day, Recorded = entry }));
        }

        return new(rows, open.AsCase);
    }

    private static List<Write> Left(MovementState state, Movement movement, Entry entry)
    {
        var day = movement.ValidFrom;
        List<Write> rows = [];
        if (state.Location is { } location && location.ValidFrom <= day)
        {
            rows.Add(new(location, location.EndedOn(day, entry)));
        }

        if (movement.Reason is "X-ESC" or "X-ABS" or "X-TRF" or "L-ERR" or "L-HOSP")
        {
            return rows;   // not a final release: the episode goes on, and so does the case
        }

        if (state.Episode is { } episode && episode.ValidFrom <= day)
        {
            rows.Add(new(episode, episode.EndedOn(day, entry)));
        }

        if (movement.Reason == "D-CUS" && state.Details is { DateOfDeath: null } details)
        {
            rows.Add(new(details, details.Next(entry) with { DateOfDeath = day }));
        }

        if (state.Case is { ValidTo: null } open && open.ValidFrom <= day && Closing(state, movement) is { } why)
        {
            rows.Add(new(open, open.EndedOn(day, entry) with { ClosedBy = why }));
        }

        return rows;
    }

    /// <summary>Why the case closes with this release; <see langword="null"/> where there is something left to supervise.</summary>
    private static CaseClosing? Closing(MovementState state, Movement movement) => movement.Reason switch
    {
        "D-CUS" => CaseClosing.Died,
        "L-OTH" => CaseClosing.AcquittedOrDischarged,
        "L-SED" or "L-REP" => CaseClosing.ReleasedWithNothingToSupervise,
        "L-ARD" or "L-CRT" or "L-DEP" when !IsSupervisedAfter(state, movement.ValidFrom) => CaseClosing.ReleasedWithNothingToSupervise,
        _ => null,
    };

    private static bool IsSupervisedAfter(MovementState state, DateOnly day) =>
        state.KeyDates is { } dates && (dates.Led > day || dates.Sled > day || dates.Tused > day);
}
