namespace Throughcare.Domain.Record.Matching;

/// <summary>Whether two texts differ by one letter put in, left out or changed.</summary>
internal static class OneEdit
{
    /// <returns><see langword="false"/> for equal texts too.</returns>
    public static bool Apart(ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        if (one.Length > other.Length)
        {
            return Apart(other, one);
        }

        if (other.Length - one.Length > 1)
        {
            return false;
        }

        var same = one.CommonPrefixLength(other);
        return one.Length == other.Length
            ? same < one.Length && one[(same + 1)..].SequenceEqual(other[(same + 1)..])
            : one[same..].SequenceEqual(other[(same + 1)..]);
    }
}
