using System.Globalization;

namespace Throughcare.Risk.Tables;

/// <summary>What every Home Office offence code is to each instrument.</summary>
/// <remarks>Source: the public map of ministryofjustice/hmpps-arns-risk-actuarial-api.</remarks>
internal static class OffenceCodes
{
    /// <summary>In <see cref="Ogrs3"/>: the exact sub-code has to be chosen first.</summary>
    public const byte NeedExact = 255;

    public const int Digits = 5;

    public static readonly byte[] Ogrs3 = new byte[100_000];
    public static readonly byte[] Snsv = new byte[100_000];
    public static readonly byte[] Arp = new byte[100_000];
    private static readonly Row?[] Rows = Load();

    /// <summary>The number of codes that stand in the table.</summary>
    public static int Count => Rows.Count(row => row is not null);

    /// <summary>The row of a code; <see langword="null"/> where it stands in no row: there is no default for a class.</summary>
    public static Row? Find(int code) => code is >= 0 and < 100_000 ? Rows[code] : null;

    /// <summary>A code as digits; -1 where it is not five of them.</summary>
    public static int Parse(ReadOnlySpan<char> text)
    {
        if (text.Length != Digits)
        {
            return -1;
        }

        var code = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return -1;
            }

            code = (code * 10) + c - '0';
        }

        return code;
    }

    private static Row?[] Load()
    {
        var rows = new Row?[100_000];
        foreach (var line in RiskTable.Load("offence-categories.csv").Rows)
        {
            var ogrs3 = line["ogrs3_category"] switch
            {
                "NEED_EXACT_OFFENCE" => NeedExact,
                "NOT_MAPPED" => (byte)0,
                _ => (byte)line.Word("ogrs3_category", RiskWords.Ogrs3Words),
            };
            var arp = Category(line, "arp_category");
            var snsv = line["snsv_category_if_different"].Length == 0 ? arp : Category(line, "snsv_category_if_different");
            var row = new Row(line["class_title"], line.Flag("violent"), line.Flag("sexual"), line.Flag("opd_violence_sex"));
            foreach (var code in Codes(line["class"], line["sub_codes"]))
            {
                rows[code] = rows[code] is null ? row : throw new InvalidDataException($"The code {code:00000} stands in two rows");
                (Ogrs3[code], Snsv[code], Arp[code]) = (ogrs3, snsv, arp);
            }
        }

        return rows;
    }

    private static byte Category(RiskRow line, string column) => line[column] == "NOT_MAPPED" ? (byte)0 : (byte)line.Word(column, RiskWords.OffenceWords);

    private static IEnumerable<int> Codes(string @class, string subCodes)
    {
        var first = int.Parse(@class, CultureInfo.InvariantCulture) * 100;
        foreach (var part in subCodes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var bounds = part.Split('-');
            var (from, to) = (int.Parse(bounds[0], CultureInfo.InvariantCulture), int.Parse(bounds[^1], CultureInfo.InvariantCulture));
            for (var sub = from; sub <= to; sub++)
            {
                yield return first + sub;
            }
        }
    }

    /// <param name="Title">Of its class.</param>
    /// <param name="Violent">Whether a sanction for it counts as violent.</param>
    /// <param name="Sexual">Whether its category is sexual.</param>
    /// <param name="ViolentOrSexualForOpd">Whether it opens the personality disorder screen of a man.</param>
    public sealed record Row(string Title, bool Violent, bool Sexual, bool ViolentOrSexualForOpd);
}
