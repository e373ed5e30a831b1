using Throughcare.Domain.Movements;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Standards;

/// <summary>Days on which the clocks of a case stand still by themselves: unlawfully at large, and in transit between establishments.</summary>
/// <remarks>Source: standards.md 10 (deferrals that events set and end). Such a deferral counts against the new date.</remarks>
internal static class ClockPauses
{
    private const string AtLarge = "UAL";

    private const string InTransit = "TRANSFER_IN_PROGRESS";

    /// <param name="moves">By the day, the earliest first.</param>
    /// <param name="locations">Cells and places that are believed: one that begins ends a transit that no movement ended.</param>
    /// <returns>In their order; none where nobody was away so.</returns>
    public static IReadOnlyList<ClockPause> Of(IReadOnlyList<Movement> moves, IReadOnlyList<CellLocation> locations, DateOnly today)
    {
        List<ClockPause>? pauses = null;
        for (var i = 0; i < moves.Count; i++)
        {
            var move = moves[i];
            (string Reason, DateOnly From)? began = move switch
            {
                { Type: "TRN" } => (InTransit, move.HappenedAt.LondonDate),
                { Type: "REL", Reason: "X-ESC" or "X-ABS" or "X-TRF" or "L-ERR" } => (AtLarge, move.HappenedAt.LondonDate),
                { Type: "TAP", DueBackAt: { } back } when back.LondonDate < today => (AtLarge, back.LondonDate),
                _ => null,
            };
            if (began is not var (reason, from))
            {
                continue;
            }

            DateOnly? ended = i + 1 < moves.Count ? moves[i + 1].HappenedAt.LondonDate : null;
            foreach (var location in locations)
            {
                if (location.ValidFrom >= from && location.Prison.Text is not ("OUT" or "TRN") && !(ended <= location.ValidFrom) && (reason == InTransit || location.ValidFrom > from))
                {
                    ended = location.ValidFrom;
                }
            }

            if (!(ended <= from))
            {
                (pauses ??= []).Add(new(DeferralReasons.Find(reason)!, from, ended));
            }
        }

        return pauses ?? [];
    }
}

/// <summary>One time in which clocks stand still.</summary>
/// <param name="To">The day on which they go on; <see langword="null"/> while they stand.</param>
internal sealed record ClockPause(DeferralReason Reason, DateOnly From, DateOnly? To)
{
    /// <summary>Days that it lasted up to a day: no more than the reason allows.</summary>
    public int DaysUpTo(DateOnly today) => Math.Min(Reason.MaxDays, (To is { } to && to < today ? to : today).DayNumber - From.DayNumber);

    public bool Includes(DateOnly day) => From <= day && !(To <= day);
}
