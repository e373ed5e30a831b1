using System.Text.RegularExpressions;

namespace Throughcare.Domain.Record.SubjectAccess;

/// <summary>What in a free text hints at somebody else. Helps whoever reads to look there first; finding nothing decides nothing.</summary>
public static partial class ThirdPartySigns
{
    /// <param name="known">Words of names that the record has of others, such as next of kin.</param>
    /// <param name="own">Words of the person's own names.</param>
    /// <returns>Such as "a name that the record has of somebody else; a telephone number"; empty where nothing was found.</returns>
    public static string In(string text, IReadOnlySet<string> known, IReadOnlySet<string> own)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<string> found = [];
        var words = Word().Matches(text).Select(match => match.Value).ToList();
        if (words.Exists(word => known.Contains(word.ToUpperInvariant())))
        {
            found.Add("a name that the record has of somebody else");
        }

        if (words.Exists(word => Relations.Contains(word.ToUpperInvariant())))
        {
            found.Add("somebody’s relation to the person");
        }

        if (Titled().IsMatch(text))
        {
            found.Add("a title before a name");
        }

        if (Pair().Matches(text).Any(pair => !own.Contains(pair.Groups[1].Value.ToUpperInvariant()) || !own.Contains(pair.Groups[2].Value.ToUpperInvariant())))
        {
            found.Add("two words that may be a name");
        }

        if (Telephone().IsMatch(text) || Email().IsMatch(text) || Postcode().IsMatch(text))
        {
            found.Add("a telephone number, an email address or a postcode");
        }

        return string.Join("; ", found);
    }

    private static readonly HashSet<string> Relations =
    [
        "MOTHER", "MUM", "MAM", "FATHER", "DAD", "PARENT", "PARENTS", "BROTHER", "SISTER", "WIFE", "HUSBAND", "PARTNER", "EX", "GIRLFRIEND", "BOYFRIEND",
        "SON", "DAUGHTER", "CHILD", "CHILDREN", "BABY", "UNCLE", "AUNT", "COUSIN", "NAN", "GRANDMOTHER", "GRANDFATHER", "GRANDAD", "NEPHEW", "NIECE", "FRIEND",
        "NEIGHBOUR", "CELLMATE", "VICTIM", "VICTIMS", "WITNESS", "INFORMANT", "SOURCE", "SOLICITOR", "BARRISTER", "STEPFATHER", "STEPMOTHER", "FAMILY",
    ];

    [GeneratedRegex(@"\p{L}[\p{L}'’-]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\b(Mr|Mrs|Ms|Miss|Dr|Prof|Rev|PC|DC|DS|DI)\.?\s+\p{Lu}")]
    private static partial Regex Titled();

    [GeneratedRegex(@"\b(\p{Lu}\p{Ll}[\p{L}'’-]*)\s+(\p{Lu}\p{Ll}[\p{L}'’-]*)")]
    private static partial Regex Pair();

    [GeneratedRegex(@"(\+44|\b0)[\d ()-]{8,}\d")]
    private static partial Regex Telephone();

    [GeneratedRegex(@"\S+@\S+\.\S+")]
    private static partial Regex Email();

    [GeneratedRegex(@"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b", RegexOptions.IgnoreCase)]
    private static partial Regex Postcode();
}
