using System.Globalization;
using System.Text;

namespace Throughcare.Domain.Record;

/// <summary>Names as they are compared: upper case, no accents, no punctuation, hyphens as spaces, one space between words.</summary>
/// <remarks>Letters of other scripts stay, so that a name written in one can be found; figures do not.</remarks>
public static class NameText
{
    /// <summary><c>O’Neill-Zoë</c> is <c>ONEILL ZOE</c>; nothing is the empty text.</summary>
    public static string Normalise(string? name)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            return "";
        }

        var plain = Ascii.IsValid(name) ? name : name.Normalize(NormalizationForm.FormD);
        Span<char> kept = plain.Length <= 128 ? stackalloc char[plain.Length * 2] : new char[plain.Length * 2];
        var length = 0;
        foreach (var c in plain)
        {
            if (char.IsAsciiLetter(c))
            {
                kept[length++] = (char)(c & ~0x20);
            }
            else if (char.IsWhiteSpace(c) || c is '-' or '/' or ',' or '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014')
            {
                if (length > 0 && kept[length - 1] != ' ')
                {
                    kept[length++] = ' ';
                }
            }
            else if (!char.IsAscii(c))
            {
                length += Other(c, kept[length..]);
            }
        }

        if (length > 0 && kept[length - 1] == ' ')
        {
            length--;
        }

        return length == name.Length && kept[..length].SequenceEqual(name) ? name : new string(kept[..length]);
    }

    /// <summary>The words of a normalised name.</summary>
    public static string[] Tokens(string normalised) => normalised.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A normalised surname as one word: <c>O NEIL</c> is also <c>ONEIL</c>.</summary>
    public static string Joined(string normalised) => normalised.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>Letters that do not come apart into a letter and an accent.</summary>
    private static int Other(char c, Span<char> to)
    {
        var plain = c switch
        {
            'ß' or 'ẞ' => "SS",
            'æ' or 'Æ' => "AE",
            'œ' or 'Œ' => "OE",
            'þ' or 'Þ' => "TH",
            'ø' or 'Ø' => "O",
            'ł' or 'Ł' => "L",
            'đ' or 'Đ' or 'ð' or 'Ð' => "D",
            'ħ' or 'Ħ' => "H",
            'ı' => "I",
            _ => null,
        };
        if (plain is not null)
        {
            plain.CopyTo(to);
            return plain.Length;
        }

        if (CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark || !char.IsLetter(c))
        {
            return 0;
        }

        to[0] = char.ToUpperInvariant(c);
        return 1;
    }
}
