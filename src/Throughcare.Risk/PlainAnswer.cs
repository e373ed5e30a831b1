using Throughcare.Risk.Tables;

namespace Throughcare.Risk;

/// <summary>Reads answers that are written as the tables write them, without anything around them, straight from UTF-8: most of a file.</summary>
/// <remarks>Understands nothing that <see cref="RiskInput.Read(RiskField, ReadOnlySpan{char})"/> does not, and nothing differently; what it does
/// not understand is for that to judge.</remarks>
internal static class PlainAnswer
{
    private const int MostDigits = 5;

    public static bool TryRead(RiskField field, ReadOnlySpan<byte> utf8, out int value)
    {
        switch (field.Kind)
        {
            case FieldKind.Yn:
                value = utf8 is [(byte)'Y' or (byte)'y'] ? 1 : 0;
                return utf8 is [(byte)'Y' or (byte)'y' or (byte)'N' or (byte)'n'];
            case FieldKind.Level or FieldKind.Whole:
                return utf8.Length is > 0 and <= MostDigits && TryReadDigits(utf8, out value) ? value >= field.Least && value <= field.Most : Not(out value);
            case FieldKind.Date:
                return TryReadDate(utf8, out value);
            case FieldKind.Code:
                return utf8.Length == OffenceCodes.Digits ? TryReadDigits(utf8, out value) : Not(out value);
            case FieldKind.Sex:
                value = utf8 is [(byte)'F' or (byte)'f'] ? (int)Sex.Female : (int)Sex.Male;
                return utf8 is [(byte)'M' or (byte)'m' or (byte)'F' or (byte)'f'];
            case FieldKind.Supervision:
                var isPlace = RiskWords.SupervisionWords.TryReadExactly(utf8, out var place);
                value = (int)place;
                return isPlace;
            case FieldKind.Drugs:
                value = 0;
                foreach (var part in utf8.Split((byte)' '))
                {
                    if (!RiskWords.DrugWords.TryReadExactly(utf8[part], out var drug))
                    {
                        return false;
                    }

                    value |= (int)drug;
                }

                return true;
            case FieldKind.Previous:
                value = 0;
                foreach (var part in utf8.Split((byte)' '))
                {
                    if (!RiskWords.PreviousWords.TryReadExactly(utf8[part], out var one))
                    {
                        return false;
                    }

                    value |= (int)one;
                }

                return true;
            default:
                return Not(out value);
        }
    }

    private static bool Not(out int value)
    {
        value = 0;
        return false;
    }

    private static bool TryReadDate(ReadOnlySpan<byte> utf8, out int value)
    {
        if (utf8.Length == 10 && utf8[4] == '-' && utf8[7] == '-'
            && TryReadDigits(utf8[..4], out var year) && TryReadDigits(utf8[5..7], out var month) && TryReadDigits(utf8[8..], out var day)
            && year >= 1 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month))
        {
            value = new DateOnly(year, month, day).DayNumber;
            return true;
        }

        return Not(out value);
    }

    private static bool TryReadDigits(ReadOnlySpan<byte> utf8, out int value)
    {
        value = 0;
        foreach (var b in utf8)
        {
            if (!char.IsAsciiDigit((char)b))
            {
                return false;
            }

            value = (value * 10) + b - '0';
        }

        return true;
    }
}
