using System.Globalization;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Record;

/// <summary>What was typed into the search box: its form decides.</summary>
public abstract record SearchText
{
    /// <summary>Words after this many are not looked at.</summary>
    private const int MostWords = 6;

    private SearchText() { }

    public sealed record ByPrisonNumber(PrisonNumber Number) : SearchText;

    public sealed record ByCrn(Crn Number) : SearchText;

    /// <param name="Number">Whether or not its check letter is right.</param>
    public sealed record ByPnc(PncNumber Number) : SearchText;

    /// <param name="Number">Whether or not its check letter is right.</param>
    public sealed record ByCro(CroNumber Number) : SearchText;

    public sealed record ByBooking(BookingNumber Number) : SearchText;

    /// <summary>Everybody born on a day.</summary>
    public sealed record BornOn(DateOnly Day) : SearchText;

    /// <param name="Tokens">At least one normalised word of a name, in the order typed.</param>
    /// <param name="Born">A whole date of birth that stood in the text.</param>
    /// <param name="BornIn">A year of birth that stood in the text; never together with <paramref name="Born"/>.</param>
    public sealed record Words(IReadOnlyList<SearchWord> Tokens, DateOnly? Born, int? BornIn) : SearchText
    {
        public bool Equals(Words? other) => other is not null && Tokens.SequenceEqual(other.Tokens) && (Born, BornIn) == (other.Born, other.BornIn);

        public override int GetHashCode() => HashCode.Combine(Tokens.Count, Tokens[0], Born, BornIn);
    }

    /// <summary>Nothing that can be searched for.</summary>
    /// <param name="Message">What to type instead.</param>
    public sealed record TooShort(string Message) : SearchText;

    /// <summary>Reads what was typed.</summary>
    /// <param name="text">Anything.</param>
    /// <param name="today">Reads two-figure years of PNC numbers and bounds years of birth.</param>
    public static SearchText Read(string? text, DateOnly today)
    {
        var typed = (text ?? "").Trim();
        return ReadNumber(typed, today) ?? ReadDate(typed, today) ?? ReadName(typed, today);
    }

    private static SearchText? ReadNumber(string typed, DateOnly today)
    {
        if (PrisonNumber.TryParse(typed, null, out var prison))
        {
            return new ByPrisonNumber(prison);
        }

        if (Crn.TryParse(typed, null, out var crn))
        {
            return new ByCrn(crn);
        }

        if (BookingNumber.TryParse(typed, null, out var booking))
        {
            return new ByBooking(booking);
        }

        // Two figures, a slash and two figures fit both: the check letter says which it is.
        var isPnc = PncNumber.TryParse(typed, today, out var pnc);
        var isCro = CroNumber.TryParse(typed, null, out var cro);
        return isCro && (!isPnc || (cro!.HasValidCheckLetter && !pnc!.HasValidCheckLetter)) ? new ByCro(cro!)
            : isPnc ? new ByPnc(pnc!)
            : null;
    }

    private static SearchText? ReadDate(string typed, DateOnly today) => !DateText.LooksLikeDate(typed) ? null
        : DateText.Read(typed, DateRules.Birth(today)) switch
        {
            { Date: { } day } => new BornOn(day),
            var reading => new TooShort(reading.Problem!),
        };

    private static SearchText ReadName(string typed, DateOnly today)
    {
        var parts = typed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        DateOnly? born = null;
        int? bornIn = null;
        for (var at = 0; at < parts.Length && born is null; at++)
        {
            foreach (var length in (ReadOnlySpan<int>)[3, 1])
            {
                var date = at + length <= parts.Length ? string.Join(' ', parts[at..(at + length)]) : "";
                if (DateText.LooksLikeDate(date))
                {
                    var reading = DateText.Read(date, DateRules.Birth(today));
                    if (reading.Date is null)
                    {
                        return new TooShort(reading.Problem!);
                    }

                    born = reading.Date;
                    parts = [.. parts[..at], .. parts[(at + length)..]];
                    break;
                }
            }
        }

        if (born is null && Array.FindIndex(parts, part => Year(part, today) is not null) is >= 0 and var yearAt)
        {
            bornIn = Year(parts[yearAt], today);
            parts = [.. parts[..yearAt], .. parts[(yearAt + 1)..]];
        }

        var words = new List<SearchWord>();
        foreach (var part in parts)
        {
            var tokens = NameText.Tokens(NameText.Normalise(part));
            words.AddRange(tokens.Select((token, i) => new SearchWord(token, i == tokens.Length - 1 && part.EndsWith('*'))));
        }

        return words.Sum(word => word.Text.Length) >= 2 ? new Words([.. words.Take(MostWords)], born, bornIn)
            : born is { } day && words.Count == 0 ? new BornOn(day)
            : bornIn is not null && words.Count == 0 ? new TooShort("Enter a surname with the year of birth")
            : new TooShort("Enter at least 2 characters");
    }

    private static int? Year(string part, DateOnly today) =>
        part.Length == 4 && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= 1900 && year <= today.Year ? year : null;
}

/// <summary>A word of a name that somebody looks for.</summary>
/// <param name="Text">Normalised.</param>
/// <param name="IsBeginning">A star stood after it: any word that begins with it will do.</param>
public readonly record struct SearchWord(string Text, bool IsBeginning = false)
{
    public bool Fits(string token) => IsBeginning ? token.StartsWith(Text, StringComparison.Ordinal) : token == Text;
}
