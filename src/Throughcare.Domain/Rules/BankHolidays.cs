using System.Collections.Frozen;

namespace Throughcare.Domain.Rules;

/// <summary>The bank holidays of England and Wales.</summary>
/// <remarks>Source: GOV.UK bank holidays; rows to come follow the Banking and Financial Dealings Act 1971.</remarks>
public sealed class BankHolidays
{
    public const string Table = "reference/bank-holidays-england-wales.csv";

    private static readonly Lazy<BankHolidays> Shipped = new(() => From(CsvTable.Load(Table)));

    private static volatile BankHolidays? _used;

    private readonly FrozenSet<DateOnly> _days;

    private BankHolidays(FrozenSet<DateOnly> days)
    {
        _days = days;
        FirstYear = days.Min().Year;
        LastYear = days.Max().Year;
    }

    /// <summary>The table that ships with the product, or the version that an administrator has loaded in its place.</summary>
    public static BankHolidays EnglandAndWales => _used ?? Shipped.Value;

    /// <summary>Goes over to another version; <see langword="null"/> for the product's own.</summary>
    public static void Use(CsvTable? version) => _used = version is null ? null : From(version);

    public int Count => _days.Count;

    public int FirstYear { get; }

    /// <summary>The last year whose holidays are known; after it those that stand in law for every year count.</summary>
    public int LastYear { get; }

    /// <summary>A bank holiday: one of the table, or before and after it one of those that stand for every year.</summary>
    public bool Contains(DateOnly day) => IsProvisional(day) ? StandingHolidays.Contains(day) : _days.Contains(day);

    /// <summary>The table does not reach the day: a holiday may yet be proclaimed.</summary>
    public bool IsProvisional(DateOnly day) => day.Year > LastYear || day.Year < FirstYear;

    /// <exception cref="TableException">A day stands twice, or a whole year between the first and the last has none.</exception>
    public static BankHolidays From(CsvTable table)
    {
        var days = new HashSet<DateOnly>();
        foreach (var row in table.Rows)
        {
            if (!days.Add(row.Date("date")))
            {
                throw row.Wrong("date", "the day stands in an earlier row");
            }
        }

        if (days.Count == 0)
        {
            throw new TableException(table.Name, 0, "date", "has no days");
        }

        var years = days.Select(day => day.Year).ToHashSet();
        for (var year = years.Min(); year < years.Max(); year++)
        {
            if (!years.Contains(year))
            {
                throw new TableException(table.Name, 0, "date", $"has no day in {year}");
            }
        }

        return new(days.ToFrozenSet());
    }
}

/// <summary>Counting in working days: not a Saturday, not a Sunday, not a bank holiday of England and Wales.</summary>
public static class WorkingDays
{
    extension(DateOnly date)
    {
        public bool IsWorkingDay =>
            date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !BankHolidays.EnglandAndWales.Contains(date);

        /// <summary>The nth working day strictly after this date; strictly before it for a negative count; the date itself,
        /// working day or not, for 0.</summary>
        public DateOnly AddWorkingDays(int count)
        {
            var step = Math.Sign(count);
            for (var left = Math.Abs(count); left > 0;)
            {
                date = date.AddDays(step);
                left -= date.IsWorkingDay ? 1 : 0;
            }

            return date;
        }

        /// <summary>How many working days lie after this date, up to and with <paramref name="to"/>; negative where
        /// <paramref name="to"/> is earlier (those from <paramref name="to"/> up to the day before this date).</summary>
        public int WorkingDaysUntil(DateOnly to)
        {
            var count = 0;
            for (var day = date; day < to;)
            {
                day = day.AddDays(1);
                count += day.IsWorkingDay ? 1 : 0;
            }

            for (var day = date; day > to;)
            {
                day = day.AddDays(-1);
                count -= day.IsWorkingDay ? 1 : 0;
            }

            return count;
        }
    }
}
