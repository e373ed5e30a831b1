using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Record;

/// <summary>How soon after it happened a contact was recorded.</summary>
public enum Timeliness
{
    /// <summary>By the end of the next working day.</summary>
    OnTime,

    /// <summary>Within five working days.</summary>
    Noted,

    /// <summary>After five working days: a reason is required, and every figure counts it.</summary>
    Late,
}

/// <summary>The delay of an entry.</summary>
/// <param name="WorkingDays">Working days after the day on which it happened, up to and with the day of recording, in London.</param>
/// <param name="Elapsed">Time between the two instants.</param>
public readonly record struct RecordingDelay(int WorkingDays, TimeSpan Elapsed)
{
    private const int OnTimeDays = 1;

    private const int NotedDays = 5;

    private const int UrgentHours = 4;

    public Timeliness Timeliness => WorkingDays <= OnTimeDays ? Timeliness.OnTime : WorkingDays <= NotedDays ? Timeliness.Noted : Timeliness.Late;

    public bool NeedsReason => Timeliness is Timeliness.Late;

    /// <summary>The mark beside the entry; <see langword="null"/> on time.</summary>
    public string? Mark => Timeliness switch
    {
        Timeliness.OnTime => null,
        Timeliness.Noted => $"Recorded {WorkingDays} working days later",
        _ => $"Late: recorded {WorkingDays} working days later",
    };

    public static RecordingDelay Of(DateTimeOffset happenedAt, DateTimeOffset recordedAt) =>
        new(Math.Max(0, happenedAt.LondonDate.WorkingDaysUntil(recordedAt.LondonDate)), recordedAt - happenedAt);

    /// <summary>Whether a contact about serious harm, self-harm or child protection came more than four hours late, which the
    /// page says in red.</summary>
    public bool IsUrgentAndSlow(ContactType type) =>
        type.Category is "safeguarding" or "public_protection" or "risk_event" && Elapsed > TimeSpan.FromHours(UrgentHours);
}
