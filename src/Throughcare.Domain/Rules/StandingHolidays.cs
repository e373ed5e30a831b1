namespace Throughcare.Domain.Rules;

/// <summary>The bank holidays that stand in law and custom for every year, for years whose list is not published.</summary>
/// <remarks>Source: Banking and Financial Dealings Act 1971, royal proclamations since 1974 (New Year's Day) and 1978 (the first Monday in
/// May), and common law (Good Friday and Christmas Day); a holiday on a weekend has its substitute on the next working day. England and Wales.</remarks>
public static class StandingHolidays
{
    /// <summary>Whether a day is one of them, substitutes included.</summary>
    public static bool Contains(DateOnly day) => day.Month switch
    {
        1 => IsNewYear(day),
        3 or 4 => IsOfEaster(day),
        5 => day.DayOfWeek is DayOfWeek.Monday && (day.Day <= 7 || day.Day > 24),
        8 => day.DayOfWeek is DayOfWeek.Monday && day.Day > 24,
        12 => IsChristmas(day),
        _ => false,
    };

    /// <summary>Easter Sunday of the Gregorian calendar.</summary>
    public static DateOnly EasterSunday(int year)
    {
        // The method of the Nature correspondent of 1876, also called Meeus, Jones and Butcher.
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new(year, n / 31, (n % 31) + 1);
    }

    /// <summary>1 January, or the Monday after it.</summary>
    private static bool IsNewYear(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday or DayOfWeek.Sunday => day.Day == 1,
        DayOfWeek.Monday => day.Day <= 3,
        _ => day.Day == 1,
    };

    private static bool IsOfEaster(DateOnly day) =>
        day.DayOfWeek is DayOfWeek.Friday or DayOfWeek.Monday
        && EasterSunday(day.Year) is var easter && (day == easter.AddDays(-2) || day == easter.AddDays(1));

    /// <summary>25 and 26 December, and the Monday and Tuesday after where they fall on a weekend.</summary>
    private static bool IsChristmas(DateOnly day) => day.Day is 25 or 26
        || (day.Day is 27 or 28 && day.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Tuesday);
}
