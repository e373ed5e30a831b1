using System.Globalization;

namespace Throughcare.Population.People;

/// <summary>Numbers of people who do not exist, from ranges that are kept for them.</summary>
/// <remarks>Each takes the person number, 1 or more, and gives a number that no other person number gives.</remarks>
public static class FictionalNumbers
{
    private const string CheckLetters = "ZABCDEFGHJKLMNPQRTUVWXY";
    private const string BookingLetters = "ZYXW";

    /// <summary>The highest person number that has a prison number of its own.</summary>
    public const int MostPrisonNumbers = 519_999;

    /// <summary>How many booking numbers one leading letter gives: two letters and four digits, a letter and five digits, or the reverse.</summary>
    public const int MostBookings = 460_000;

    /// <summary><c>A0001YA</c>, <c>A0002YA</c> … then <c>YB</c> to <c>YZ</c>, <c>ZA</c> to <c>ZZ</c>: the second last letter is Y or Z.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 to <see cref="MostPrisonNumbers"/>.</exception>
    public static string PrisonNumber(int person)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(person, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(person, MostPrisonNumbers);
        var block = person / 10_000;
        return string.Create(CultureInfo.InvariantCulture,
            $"A{person % 10_000:D4}{(block < 26 ? 'Y' : 'Z')}{(char)('A' + block % 26)}");
    }

    /// <summary>The booking of a person's stay: <c>ZA0001</c> to <c>ZZ9999</c>, then <c>Z00000</c> to <c>Z99999</c>, then <c>00000Z</c> to
    /// <c>99999Z</c>. Later stays and older bookings have Y, X or W where the first has Z.</summary>
    /// <param name="person">1 to <see cref="MostBookings"/> less 1.</param>
    /// <param name="family">0 for Z, 1 for Y, 2 for X, 3 for W.</param>
    public static string Booking(int person, int family = 0)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(person, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(person, MostBookings);
        var letter = BookingLetters[family];
        return person switch
        {
            < 260_000 => string.Create(CultureInfo.InvariantCulture, $"{letter}{(char)('A' + person / 10_000)}{person % 10_000:D4}"),
            < 360_000 => string.Create(CultureInfo.InvariantCulture, $"{letter}{person - 260_000:D5}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{person - 360_000:D5}{letter}"),
        };
    }

    /// <summary>A PNC number with a two-digit year, a serial from 9000000 and the right check letter: <c>07/9000017X</c>.</summary>
    public static string Pnc(int person, int year)
    {
        var serial = 9_000_000 + person % 1_000_000;
        return string.Create(CultureInfo.InvariantCulture, $"{year % 100:D2}/{serial:D7}{CheckLetter(year, serial, 7)}");
    }

    /// <summary>The same with a check letter that is not the right one.</summary>
    public static string PncWithWrongLetter(int person, int year)
    {
        var right = Pnc(person, year);
        return right[..^1] + CheckLetters[(CheckLetters.IndexOf(right[^1], StringComparison.Ordinal) + 1) % CheckLetters.Length];
    }

    /// <summary>A CRO number with a serial from 900000 and the right check letter: <c>900017/04L</c>.</summary>
    /// <remarks>Serials come round after 100,000 people; the year then is the latest one, up to five before
    /// <paramref name="year"/>, that those who share the serial do not get.</remarks>
    public static string Cro(int person, int year)
    {
        var serial = 900_000 + person % 100_000;
        var round = person / 100_000 % 6;
        while (year % 6 != round)
        {
            year--;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{serial:D6}/{year % 100:D2}{CheckLetter(year, serial, 6)}");
    }

    /// <summary>The letter that closes a PNC or CRO number: last two digits of the year, then the serial padded with zeros, modulo 23.</summary>
    public static char CheckLetter(int year, int serial, int digits)
    {
        var number = year % 100 * (long)Math.Pow(10, digits) + serial;
        return CheckLetters[(int)(number % CheckLetters.Length)];
    }
}
