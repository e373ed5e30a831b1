namespace Throughcare.Domain.Record;

/// <summary>What numbers have in common, as they are typed.</summary>
internal static class NumberText
{
    /// <summary>The letter that a serial with its year must end in, by its remainder when divided by 23. No I, O or S.</summary>
    private const string CheckLetters = "ZABCDEFGHJKLMNPQRTUVWXY";

    /// <summary>Upper case, no white space; <see langword="null"/> for nothing, and for what is too long to be a number.</summary>
    public static string? Tidy(string? typed)
    {
        if (typed is null || typed.Length > 40)
        {
            return null;
        }

        Span<char> tidy = stackalloc char[typed.Length];
        var length = 0;
        foreach (var c in typed)
        {
            if (!char.IsWhiteSpace(c))
            {
                tidy[length++] = char.ToUpperInvariant(c);
            }
        }

        return length == 0 ? null : new string(tidy[..length]);
    }

    public static char CheckLetter(long number) => CheckLetters[(int)(number % 23)];
}
