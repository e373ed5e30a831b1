namespace Throughcare.Domain.Record;

/// <summary>What a key of the name index is.</summary>
public enum NameKeyKind
{
    /// <summary>A normalised word of a name, or a surname of several words joined; its beginnings are found by it too.</summary>
    Token = 0,

    /// <summary>The <see cref="SoundKey"/> of such a word.</summary>
    Sound = 1,
}

/// <summary>One key by which a person's names are found.</summary>
public readonly record struct NameKey(NameKeyKind Kind, string Key);

/// <summary>The keys of the name index.</summary>
public static class NameKeys
{
    /// <summary>The distinct keys of all names that a person has or had.</summary>
    /// <param name="names">Surname and forenames of each, as recorded.</param>
    public static IReadOnlyList<NameKey> For(IEnumerable<(string? Surname, string? Forenames)> names)
    {
        var keys = new List<NameKey>(8);
        foreach (var (surname, forenames) in names)
        {
            var normal = NameText.Normalise(surname);
            AddWords(normal, keys);
            if (normal.Contains(' ', StringComparison.Ordinal))
            {
                Add(NameText.Joined(normal), keys);
            }

            AddWords(NameText.Normalise(forenames), keys);
        }

        return keys;
    }

    /// <summary>The keys by which to fetch candidates for these words: each word, and neighbours joined as one surname.
    /// Words of one or two letters are too short to be a beginning, unless a star says so, and one letter has no sound.</summary>
    public static NameLookups ToFind(IReadOnlyList<SearchWord> words)
    {
        var all = words.ToList();
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (!words[i].IsBeginning && !words[i + 1].IsBeginning)
            {
                all.Add(new(words[i].Text + words[i + 1].Text));
            }
        }

        var whole = all.Where(word => !word.IsBeginning).Select(word => word.Text).Distinct(StringComparer.Ordinal).ToList();
        return new(
            whole,
            [.. all.Where(word => word.IsBeginning || word.Text.Length >= 3).Select(word => word.Text).Distinct(StringComparer.Ordinal)],
            [.. whole.Where(word => word.Length >= 2).Select(word => SoundKey.Of(word)).OfType<string>().Distinct(StringComparer.Ordinal)],
            [.. whole.SelectMany(NameSynonyms.Of).Distinct(StringComparer.Ordinal)]);
    }

    private static void AddWords(string normalised, List<NameKey> keys)
    {
        if (!normalised.Contains(' ', StringComparison.Ordinal))
        {
            Add(normalised, keys);
            return;
        }

        foreach (var word in NameText.Tokens(normalised))
        {
            Add(word, keys);
        }
    }

    private static void Add(string word, List<NameKey> keys)
    {
        if (word.Length == 0 || !AddOnce(new(NameKeyKind.Token, word), keys))
        {
            return;
        }

        if (SoundKey.Of(word) is { } sound)
        {
            AddOnce(new(NameKeyKind.Sound, sound), keys);
        }
    }

    private static bool AddOnce(NameKey key, List<NameKey> keys)
    {
        if (keys.Contains(key))
        {
            return false;
        }

        keys.Add(key);
        return true;
    }
}

/// <summary>What to look up in the name index, in the order in which candidates are taken.</summary>
/// <param name="Exact">Tokens to equal.</param>
/// <param name="Beginnings">Texts that a token may begin with.</param>
/// <param name="Sounds">Sound keys to equal.</param>
/// <param name="Synonyms">Tokens that stand for a word typed.</param>
public sealed record NameLookups(
    IReadOnlyList<string> Exact, IReadOnlyList<string> Beginnings, IReadOnlyList<string> Sounds, IReadOnlyList<string> Synonyms);
