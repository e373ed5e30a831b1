using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Movements;

/// <summary>The movements of a person form one unbroken chain: at any instant they are in exactly one place.</summary>
public static class MovementChain
{
    /// <summary>How far a clock may be ahead of ours.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>Movements that take nobody anywhere: a video court, and the closing of a booking after a merge.</summary>
    public static bool IsNoMove(Movement movement) => movement.Reason is "C-VLC" or "L-ADM";

    /// <summary>What is wrong with a movement among the others of the person; empty where it fits.</summary>
    /// <param name="others">The movements that stand, without the one judged, in any order.</param>
    /// <param name="movement">The one judged: new, or as it is to be corrected.</param>
    /// <param name="held">Where the record says the person was held before any movement; <see langword="null"/> for nowhere.</param>
    /// <param name="now">The instant of recording.</param>
    public static IReadOnlyList<Refusal> Check(IEnumerable<Movement> others, Movement movement, PlaceCode? held, DateTimeOffset now)
    {
        if (movement.HappenedAt > now + Tolerance)
        {
            return [new(nameof(Movement.HappenedAt), "Date and time of the movement must be now or in the past")];
        }

        if (movement.DueBackAt <= movement.HappenedAt)
        {
            return [new(nameof(Movement.DueBackAt), "When the person is due back must be after they left")];
        }

        if (IsNoMove(movement))
        {
            return [];
        }

        var chain = others.Where(m => !IsNoMove(m)).OrderBy(m => m.HappenedAt).ToList();
        if (chain.Exists(m => m.HappenedAt == movement.HappenedAt))
        {
            return [new(nameof(Movement.HappenedAt), "Another movement is recorded at this time. Enter a different time")];
        }

        var before = chain.FindLast(m => m.HappenedAt < movement.HappenedAt);
        var after = chain.Find(m => m.HappenedAt > movement.HappenedAt);
        List<Refusal> wrong = [];
        if (Fault(before, movement, held) is { } fault)
        {
            wrong.Add(fault);
        }
        else if (after is not null && Fault(movement, after, held) is { } next && Fault(before, after, held) is null)
        {
            wrong.Add(new(nameof(Movement.HappenedAt), $"This does not fit before the next movement, on {Words.DateAndTime(after.HappenedAt)}. {next.Message}"));
        }

        return wrong;
    }

    /// <summary>Where the person is held just after a movement, or would be from what came before it; <see langword="null"/> outside.</summary>
    public static PlaceCode? HeldAfter(Movement? last, PlaceCode? held) => last switch
    {
        null => held,
        { Type: "ADM" } => last.To,
        _ => null,
    };

    /// <summary>What is wrong with one movement straight after another.</summary>
    private static Refusal? Fault(Movement? before, Movement movement, PlaceCode? held)
    {
        var inside = HeldAfter(before, held);
        var isInside = before is null ? held is not null : before.Type == "ADM";
        if (movement.Type == "ADM")
        {
            if (isInside)
            {
                var where = inside is { } place ? Places.Name(place) : "a prison";
                return new(nameof(Movement.Type), $"The record says the person is still at {where}. Record the movement out of {where} first");
            }

            return before is { Type: "CRT" or "TAP", From: { } left } && movement is { Reason: "R-CRT" or "R-TAP", To: { } back } && back != left
                ? new(nameof(Movement.To), $"The person went out from {Places.Name(left)}. Record a transfer if they came back elsewhere")
                : null;
        }

        if (isInside)
        {
            return movement.From is { } from && inside is { } at && from != at
                ? new(nameof(Movement.From), $"The record says the person is at {Places.Name(at)}")
                : null;
        }

        if (before is null)
        {
            return null;   // the first movement of a record may be one out: what came before it was never recorded
        }

        // whoever is out for the day may be released at court, fail to come back, or die
        return before.Type is "CRT" or "TAP" or "TRN" && movement.Type == "REL"
            ? null
            : new(nameof(Movement.Type), $"The record says the person already left{(before.From is { } gone ? " " + Places.Name(gone) : "")} on {Words.DateAndTime(before.HappenedAt)}. Record the movement in first");
    }
}
