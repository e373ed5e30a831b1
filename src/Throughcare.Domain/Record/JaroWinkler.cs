namespace Throughcare.Domain.Record;

/// <summary>How alike two names are spelt.</summary>
public static class JaroWinkler
{
    /// <summary>At or above this two spellings count as alike.</summary>
    public const double Alike = 0.85;

    /// <summary>0 for nothing in common, 1 for equal. Jaro as published; where it is over 0.7, a common beginning of up to
    /// four letters adds a tenth of what is missing for each.</summary>
    /// <param name="one">A normalised name.</param>
    /// <param name="other">Another.</param>
    public static double Similarity(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.IsEmpty || other.IsEmpty)
        {
            return 0;
        }

        if (one.SequenceEqual(other))
        {
            return 1;
        }

        var jaro = Jaro(one, other);
        var prefix = 0;
        while (prefix < 4 && prefix < one.Length && prefix < other.Length && one[prefix] == other[prefix])
        {
            prefix++;
        }

        return jaro > 0.7 ? jaro + (0.1 * prefix * (1 - jaro)) : jaro;
    }

    private static double Jaro(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var window = Math.Max((Math.Max(one.Length, other.Length) / 2) - 1, 0);
        Span<bool> oneMatched = one.Length <= 128 ? stackalloc bool[one.Length] : new bool[one.Length];
        Span<bool> otherMatched = other.Length <= 128 ? stackalloc bool[other.Length] : new bool[other.Length];
        var matches = 0;
        for (var i = 0; i < one.Length; i++)
        {
            var end = Math.Min(i + window, other.Length - 1);
            for (var j = Math.Max(i - window, 0); j <= end; j++)
            {
                if (!otherMatched[j] && one[i] == other[j])
                {
                    oneMatched[i] = otherMatched[j] = true;
                    matches++;
                    break;
                }
            }
        }

        if (matches == 0)
        {
            return 0;
        }

        var outOfOrder = 0;
        for (int i = 0, j = 0; i < one.Length; i++)
        {
            if (oneMatched[i])
            {
                while (!otherMatched[j])
                {
                    j++;
                }

                outOfOrder += one[i] == other[j++] ? 0 : 1;
            }
        }

        double m = matches;
        return ((m / one.Length) + (m / other.Length) + ((m - (outOfOrder / 2.0)) / m)) / 3;
    }
}
