using Throughcare.Domain.Movements;

namespace Throughcare.Domain.Record.Handover;

/// <summary>Which movements take a pack with them.</summary>
public static class PackMovements
{
    /// <summary>A movement that was recorded later than this after it happened takes no pack: whoever received the person has met them.</summary>
    public const int DaysAfter = 7;

    /// <summary>Releases after which nobody takes over: they ran, they died, or only a booking was closed.</summary>
    public static IReadOnlyList<string> NoRelease { get; } = ["X-ESC", "X-ABS", "X-TRF", "L-ERR", "L-ADM", "D-CUS", "L-HOSP"];

    /// <summary>What kind of pack goes with it; <see langword="null"/> for none.</summary>
    public static HandoverPackKind? KindFor(Movement movement)
    {
        ArgumentNullException.ThrowIfNull(movement);
        return movement switch
        {
            { Withdrawn: true } => null,
            _ when movement.Recorded.At - movement.HappenedAt > TimeSpan.FromDays(DaysAfter) => null,
            { Type: "TRN", To: { } to } when to != movement.From => HandoverPackKind.Transfer,
            { Type: "ADM", Reason: "R-TRN", To: not null } => HandoverPackKind.Transfer,
            { Type: "REL" } when !NoRelease.Contains(movement.Reason) => HandoverPackKind.Release,
            _ => null,
        };
    }
}
