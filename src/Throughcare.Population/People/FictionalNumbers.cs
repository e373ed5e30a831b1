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

    /// <summary>How many booking numbers one leading letter gives: two letters and four digits, a letter and five digits, or the
    /// reverse; then six digits.</summary>
    public const int MostBookings = 500_000;

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
    /// <c>99999Z</c>. Later stays and older bookings have Y, X or W where the first has Z. From person number 460,000 on six digits, from
    /// 600000, with 7, 8 or 9 in front where the others have Y, X or W.</summary>
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
            < 460_000 => string.Create(CultureInfo.InvariantCulture, $"{person - 360_000:D5}{letter}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{600_000 + 100_000 * family + person - 460_000:D6}"),
        };
    }

    /// <summary>A PNC number with a two-digit year, a serial from 9000000 and the right check letter: <c>07/9000017X</c>.</summary>
    public static string Pnc(int person, int year)
    {
        var serial = 9_000_000 + person % 1_000_000;
        return string.Create(CultureInfo.InvariantCulture, $"{year % 100:D2}/{serial:D7}{CheckLetter(year, serial, 7)}");
    }

    /// <summary>The same with a check letter that is not the right one.</summary>
    public static string PncWithWrongLetter(int person, int year) => WithWrongLetter(Pnc(person, year));

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

    /// <summary>The PNC number with its year in full: <c>2007/9000017X</c>.</summary>
    public static string LongPnc(int person, int year) => string.Create(CultureInfo.InvariantCulture, $"{year:D4}{Pnc(person, year).AsSpan(2)}");

    /// <summary>A CRO number for somebody with a person number of 500,000 or more; nobody below has the same.</summary>
    /// <remarks>The year is the latest one of up to thirty before <paramref name="year"/> that no other who shares the serial gets.</remarks>
    public static string CommunityCro(int person, int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(person, 500_000);
        var round = 5 + 6 * (person / 100_000 - 5);
        while (year % 30 != round)
        {
            year--;
        }

        var serial = 900_000 + person % 100_000;
        return string.Create(CultureInfo.InvariantCulture, $"{serial:D6}/{year % 100:D2}{CheckLetter(year, serial, 6)}");
    }

    /// <summary>The same number with the next check letter, which is wrong.</summary>
    public static string WithWrongLetter(string number) =>
        number[..^1] + CheckLetters[(CheckLetters.IndexOf(number[^1], StringComparison.Ordinal) + 1) % CheckLetters.Length];

    /// <summary>The number of a probation case: <c>Z000001</c> to <c>Z999999</c>, or with Y for a second record of the same person.</summary>
    /// <param name="person">1 to 999,999.</param>
    /// <param name="record">0 for the first, 1 for the second.</param>
    public static string Crn(int person, int record)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(person, 999_999);
        return string.Create(CultureInfo.InvariantCulture, $"{(record == 0 ? 'Z' : 'Y')}{person:D6}");
    }

    /// <summary>The letter that closes a PNC or CRO number: last two digits of the year, then the serial padded with zeros, modulo 23.</summary>
    public static char CheckLetter(int year, int serial, int digits)
    {
        var number = year % 100 * (long)Math.Pow(10, digits) + serial;
        return CheckLetters[(int)(number % CheckLetters.Length)];
    }
}
