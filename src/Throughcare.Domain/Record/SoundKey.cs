namespace Throughcare.Domain.Record;

/// <summary>A coarse key for how a name sounds, of our own: names with one key are worth comparing.</summary>
public static class SoundKey
{
    private const int Longest = 6;

    private const char Gap = ' ';

    private static readonly (string Letters, string Sound)[] Beginnings =
        [("KN", "N"), ("GN", "N"), ("PN", "N"), ("PS", "S"), ("PF", "F"), ("WR", "R"), ("X", "S")];

    private static readonly (string Letters, string Sound)[] Groups =
    [
        ("TCH", "X"), ("SCH", "X"), ("CHR", "KR"), ("GHT", "T"), ("NGH", "NK"), ("CH", "X"), ("SH", "X"), ("CZ", "X"), ("SZ", "X"),
        ("ZH", "X"), ("PH", "F"), ("GH", ""), ("CK", "K"), ("QU", "K"), ("DG", "J"), ("TS", "S"), ("TZ", "S"),
    ];

    /// <summary>At most six letters from the letters A to Z of one normalised word; <see langword="null"/> where it has none
    /// or none that sounds. Nothing equals no key.</summary>
    public static string? Of(ReadOnlySpan<char> word)
    {
        Span<char> letters = word.Length <= 128 ? stackalloc char[word.Length] : new char[word.Length];
        var count = 0;
        foreach (var c in word)
        {
            if (c is >= 'A' and <= 'Z')
            {
                letters[count++] = c;
            }
        }

        letters = letters[..count];
        Span<char> key = stackalloc char[Longest];
        var length = 0;
        var last = Gap;
        var at = 0;
        foreach (var (group, sound) in Beginnings)
        {
            if (letters.StartsWith(group))
            {
                at = group.Length;
                Add(sound, key, ref length, ref last);
                break;
            }
        }

        while (at < letters.Length && length < Longest)
        {
            at += Next(letters, at, key, ref length, ref last);
        }

        return length == 0 ? null : new string(key[..length]);
    }

    private static int Next(ReadOnlySpan<char> letters, int at, Span<char> key, ref int length, ref char last)
    {
        var rest = letters[at..];
        foreach (var (group, sound) in Groups)
        {
            if (rest.StartsWith(group))
            {
                Add(sound, key, ref length, ref last);
                return group.Length;
            }
        }

        Add(One(rest, isFirst: at == 0), key, ref length, ref last);
        return 1;
    }

    private static ReadOnlySpan<char> One(ReadOnlySpan<char> rest, bool isFirst) => rest[0] switch
    {
        'A' or 'E' or 'I' or 'O' or 'U' => isFirst ? "A" : " ",
        'Y' when isFirst => rest.Length > 1 && rest[1] is ('A' or 'E' or 'I' or 'O' or 'U') ? "Y" : "A",
        'Y' => " ",
        'H' or 'W' => isFirst ? rest[..1] : "",
        'C' => rest.Length > 1 && rest[1] is ('E' or 'I' or 'Y') ? "S" : "K",
        'G' or 'Q' => "K",
        'X' => "KS",
        'Z' => "S",
        'V' => "F",
        'D' => "T",
        _ => rest[..1],
    };

    private static void Add(ReadOnlySpan<char> sound, Span<char> key, ref int length, ref char last)
    {
        foreach (var c in sound)
        {
            if (c != last && c != Gap && length < Longest)
            {
                key[length++] = c;
            }

            last = c;
        }
    }
}
