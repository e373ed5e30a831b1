using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Movements;

/// <summary>A move to another prison that is arranged. <see cref="FactVersion.ValidFrom"/> is the day on which it was booked,
/// <see cref="FactVersion.ValidTo"/> the day on which it was over.</summary>
public sealed record TransferBooking : FactVersion
{
    public const int LongestComment = 500;

    /// <summary>A booking whose day went by without a movement stands for this many days more.</summary>
    public const int DaysAfter = 7;

    /// <summary>A move is booked at most this many days ahead.</summary>
    public const int MostDaysAhead = 92;

    /// <summary>The prison that the person leaves.</summary>
    public required PlaceCode From { get; init; }

    public required PlaceCode To { get; init; }

    /// <summary>The day of the move.</summary>
    public required DateOnly MoveOn { get; init; }

    /// <summary>Code of a transfer in <c>movement-effects.csv</c>, such as <c>T-PLAN</c>.</summary>
    public required string Reason { get; init; }

    public required bool IsConsistentWithPlan { get; init; }

    /// <summary>At most 500 characters.</summary>
    public string? Comment { get; init; }

    /// <summary>How it ended; <see langword="null"/> while it has not.</summary>
    public BookingEnd? End { get; init; }

    /// <summary>Why it was called off.</summary>
    public string? EndReason { get; init; }

    /// <summary>The last day on which it counts, where nothing ends it.</summary>
    public DateOnly LapsesOn => MoveOn.AddDays(DaysAfter);

    /// <summary>Whether the person is expected to move by it.</summary>
    public bool StandsOn(DateOnly day) => !Withdrawn && End is null && ValidFrom <= day && day <= LapsesOn;
}

/// <summary>How a booking ended.</summary>
public enum BookingEnd
{
    Moved,

    /// <summary>The person was moved to another prison, or released.</summary>
    MovedElsewhere,

    CalledOff,
}

/// <summary>What a booking asks of whoever makes it, and what a movement does to it.</summary>
public static class TransferBookings
{
    /// <summary>What is wrong with what somebody typed, by the field.</summary>
    public static IReadOnlyList<Refusal> Check(PlaceCode? from, string? to, DateOnly? moveOn, string? reason, bool? isConsistent, string? comment, DateOnly today)
    {
        List<Refusal> wrong = [];
        if (Establishments.Find(to?.Trim() ?? "") is not { IsPrison: true })
        {
            wrong.Add(new(nameof(TransferBooking.To), "Select the prison the person is going to"));
        }
        else if (from?.Text == to!.Trim())
        {
            wrong.Add(new(nameof(TransferBooking.To), "Select another prison than the one the person is in"));
        }

        if (moveOn is not { } day)
        {
            wrong.Add(new(nameof(TransferBooking.MoveOn), "Enter the date of the move"));
        }
        else if (day < today || day > today.AddDays(TransferBooking.MostDaysAhead))
        {
            wrong.Add(new(nameof(TransferBooking.MoveOn), $"Date of the move must be between today and {Words.LongDate(today.AddDays(TransferBooking.MostDaysAhead))}"));
        }

        if (MovementEffects.Find(reason) is not { MovementType: "TRN" })
        {
            wrong.Add(new(nameof(TransferBooking.Reason), "Select the reason for the move"));
        }

        if (isConsistent is null)
        {
            wrong.Add(new(nameof(TransferBooking.IsConsistentWithPlan), "Select whether the move fits the plan"));
        }

        if (comment?.Trim().Length > TransferBooking.LongestComment)
        {
            wrong.Add(new(nameof(TransferBooking.Comment), $"Comment must be {TransferBooking.LongestComment} characters or fewer"));
        }

        return wrong;
    }

    /// <summary>How a movement ends a booking; <see langword="null"/> where it does not.</summary>
    public static BookingEnd? EndBy(TransferBooking booking, Movement movement)
    {
        ArgumentNullException.ThrowIfNull(booking);
        ArgumentNullException.ThrowIfNull(movement);
        return movement switch
        {
            _ when booking.End is not null || movement.Withdrawn || movement.ValidFrom < booking.ValidFrom => null,
            { Type: "REL" } => BookingEnd.MovedElsewhere,
            { Type: "TRN" or "ADM", To: { } to } when to == booking.To => BookingEnd.Moved,
            { Type: "TRN" } => BookingEnd.MovedElsewhere,
            { Type: "ADM", To: { } to } when to != booking.From => BookingEnd.MovedElsewhere,
            _ => null,   // to court and back, or out for a time
        };
    }
}
