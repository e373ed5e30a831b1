using System.Globalization;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <summary>The numbers of key work, from <c>keyworker-codes.csv</c>.</summary>
public static class KeyWorkSettings
{
    private static readonly Lazy<IReadOnlyList<CsvRow>> Rows = new(() => CsvTable.Load(TierTables.KeyWorkerCodes).Rows);

    private static readonly Lazy<IReadOnlyList<(KeyWorkerStatus Status, string Label)>> Loaded = new(() =>
        [.. Rows.Value.Where(row => row["list"] == "staff_status").Select(row => (row.Member<KeyWorkerStatus>("code"), row.Required("label")))]);

    /// <summary>People a key worker can have unless another number is set.</summary>
    public static int DefaultCapacity => Number("default_capacity");

    /// <summary>Weeks from one session to the next, unless a prison sets another number.</summary>
    public static int SessionEveryWeeks => Number("session_frequency_weeks");

    /// <summary>Minutes a week, on average.</summary>
    public static int MinutesAWeek => Number("session_minutes_average_per_week");

    public static IReadOnlyList<(KeyWorkerStatus Status, string Label)> Statuses => Loaded.Value;

    public static string LabelOf(KeyWorkerStatus status) => Statuses.First(row => row.Status == status).Label;

    internal static void Check()
    {
        _ = DefaultCapacity + SessionEveryWeeks + MinutesAWeek;
        foreach (var status in Enum.GetValues<KeyWorkerStatus>())
        {
            _ = LabelOf(status);
        }
    }

    private static int Number(string setting) =>
        int.TryParse(Rows.Value.FirstOrDefault(row => row["list"] == "setting" && row["code"] == setting)?["label"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number : throw new TableException(TierTables.KeyWorkerCodes, 0, "label", $"the setting {setting} is not a whole number above 0");
}

/// <summary>Whether a key worker can be given people.</summary>
public enum KeyWorkerStatus
{
    Active,
    UnavailableAnnualLeave,
    UnavailableLongTermAbsence,
    UnavailableNoPrisonerContact,
    Inactive,
}

/// <summary>Sessions that were held against those that a prison had to hold.</summary>
/// <param name="Projected">Rounded down.</param>
/// <param name="Percent">One decimal, half up; <see langword="null"/> where none was to be held.</param>
public sealed record KeyWorkCompliance(int Projected, int Sessions, decimal? Percent)
{
    /// <param name="eligible">People who were to have key work.</param>
    /// <param name="from">First day, which counts.</param>
    /// <param name="to">Last day, which counts.</param>
    /// <param name="everyWeeks">1 or more.</param>
    /// <param name="sessions">Recorded in that time.</param>
    public static KeyWorkCompliance Of(int eligible, DateOnly from, DateOnly to, int everyWeeks, int sessions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(everyWeeks, 1);
        var days = Math.Max(0, to.DayNumber - from.DayNumber + 1);
        var projected = eligible * days / (7 * everyWeeks);
        return new(projected, sessions, projected == 0 ? null : Half.Up(100m * sessions / projected, 1));
    }
}

/// <summary>Minutes of key work that a person had, on average, in the last four weeks in which they could have had any.</summary>
/// <param name="Minutes">Recorded in the window.</param>
/// <param name="Days">Days of the window on which the person was to have key work; 0 to 28.</param>
/// <param name="Expected">Minutes a week that they should have.</param>
public sealed record KeyWorkAverage(int Minutes, int Days, int Expected)
{
    /// <summary>Days over which it is taken.</summary>
    public const int Window = 28;

    /// <summary>A week, to one decimal; <see langword="null"/> where the person was there on no day.</summary>
    public decimal? AWeek => Days == 0 ? null : Half.Up(Minutes * 7m / Days, 1);

    /// <summary>Minutes that are missing to the average in the window, rounded up; 0 where none are.</summary>
    public int Short => Math.Max(0, (int)decimal.Ceiling(Expected * Days / 7m) - Minutes);

    public bool IsMet => Short == 0;

    /// <param name="asAt">Last day of the window.</param>
    /// <param name="eligibleFrom">The day from which they were to have key work; <see langword="null"/>: they are not.</param>
    /// <param name="sessions">Minutes by day; others than those of the window count nothing.</param>
    public static KeyWorkAverage Of(DateOnly asAt, DateOnly? eligibleFrom, IEnumerable<(DateOnly On, int Minutes)> sessions)
    {
        var first = asAt.AddDays(1 - Window);
        var from = eligibleFrom > first ? eligibleFrom.Value : first;
        var days = eligibleFrom is null || from > asAt ? 0 : asAt.DayNumber - from.DayNumber + 1;
        return new(sessions.Where(session => session.On >= from && session.On <= asAt).Sum(session => session.Minutes), days, KeyWorkSettings.MinutesAWeek);
    }
}

/// <summary>In which weeks a person is to have a session.</summary>
public static class KeyWorkPlan
{
    /// <summary>Whether one is planned in the seven days up to and including <paramref name="weekEnd"/>: in the first week from reception, and every so many after it.</summary>
    /// <param name="eligibleFrom">The day from which the person is to have key work.</param>
    /// <param name="everyWeeks">1 or more.</param>
    public static bool IsSessionDue(DateOnly eligibleFrom, DateOnly weekEnd, int everyWeeks)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(everyWeeks, 1);
        return weekEnd >= eligibleFrom && (weekEnd.DayNumber - eligibleFrom.DayNumber) / 7 % everyWeeks == 0;
    }
}

/// <summary>A time without key work that was longer than it should be.</summary>
/// <param name="From">The day after the last session, or the first day on which there was to be one.</param>
/// <param name="To">The day before the next session, or the last day looked at.</param>
public sealed record KeyWorkGap(DateOnly From, DateOnly To)
{
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>Gaps of more days than lie between two sessions in time.</summary>
    /// <param name="everyWeeks">Weeks from one session to the next.</param>
    public static IReadOnlyList<KeyWorkGap> Find(DateOnly from, DateOnly to, int everyWeeks, IEnumerable<DateOnly> sessions)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        List<KeyWorkGap> gaps = [];
        var next = from;
        foreach (var held in sessions.Where(day => day >= from && day <= to).Distinct().Order().Append(to.AddDays(1)))
        {
            if (held.DayNumber - next.DayNumber > 7 * everyWeeks)
            {
                gaps.Add(new(next, held.AddDays(-1)));
            }

            next = held.AddDays(1);
        }

        return gaps;
    }
}

/// <summary>How long a prison takes, on average.</summary>
public static class KeyWorkDelay
{
    private const int MonthsCounted = 6;

    /// <summary>Whole days from reception to what followed, rounded down; <see langword="null"/> without anybody to count.</summary>
    /// <param name="people">Of each: the day from which they were to have key work, reception, and the day of what followed. Who was to have key work
    /// more than 6 months before <paramref name="asAt"/>, and for whom it has not followed, does not count.</param>
    public static int? Average(DateOnly asAt, IEnumerable<(DateOnly EligibleFrom, DateOnly Received, DateOnly? Followed)> people)
    {
        var counted = people.Where(person => person.EligibleFrom >= asAt.AddMonths(-MonthsCounted) && person.Followed is not null)
            .Select(person => person.Followed!.Value.DayNumber - person.Received.DayNumber).ToList();
        return counted.Count == 0 ? null : counted.Sum() / counted.Count;
    }
}
