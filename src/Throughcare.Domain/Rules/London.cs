namespace Throughcare.Domain.Rules;

/// <summary>Whose day is it? London's. Nobody takes a date from an instant by hand.</summary>
public static class London
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The instant of a local date and time in London. A time that the clocks skip in spring is read an hour
    /// later; one that occurs twice in autumn is read as the first.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time, DateTimeKind.Unspecified);
        if (Zone.IsInvalidTime(local))
        {
            local = local.AddHours(1);
        }

        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    /// <summary>The calendar day in London at an instant.</summary>
    /// <remarks>Since 1972 the clocks there show UTC or an hour more, so that only the last hour of a day in UTC has to be looked up.</remarks>
    public static DateOnly DateAt(DateTimeOffset at) => at.UtcDateTime is { Year: >= 1972, Hour: < 23 } utc
        ? DateOnly.FromDateTime(utc)
        : DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

    extension(DateTimeOffset at)
    {
        /// <summary>The calendar day in London at this instant; a day ends at midnight there.</summary>
        public DateOnly LondonDate => DateAt(at);

        /// <summary>The time of day in London at this instant.</summary>
        public TimeOnly LondonTime => TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zone).DateTime);

        /// <summary>This instant cut to the microsecond, which is what both databases keep and the chain hashes.</summary>
        public DateTimeOffset ToMicrosecond() => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
    }
}
