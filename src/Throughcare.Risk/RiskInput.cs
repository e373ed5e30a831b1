using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Throughcare.Risk.Tables;

namespace Throughcare.Risk;

/// <summary>The answers from which predictors are calculated. Every one may be absent: an instrument that needs it says so.</summary>
/// <remarks>One may be filled again and again (<see cref="Clear"/>), so that scoring many people allocates nothing for each. Not safe for
/// two threads at once.</remarks>
public sealed partial class RiskInput
{
    /// <summary>Bytes that need no memory of their own to become text; few answers are longer.</summary>
    private const int ShortAnswer = 128;

    private Values _values;
    private ulong _present;
    private FieldSet _notUnderstood;

    /// <summary>The Home Office code of the current offence as given; five digits where it is right.</summary>
    public string? OffenceCode
    {
        get => Has(RiskField.OffenceCode) ? Code is { } code ? code.ToString("00000", CultureInfo.InvariantCulture) : _unreadableCode : null;
        set
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                Set(RiskField.OffenceCode, null);
                return;
            }

            SetCode(value.AsSpan().Trim());
        }
    }

    /// <summary>Stands in for the offence code in OGRS3, and wins over it.</summary>
    public Ogrs3Category? Ogrs3Category { get => (Ogrs3Category?)Answer(RiskField.Ogrs3Category); set => Set(RiskField.Ogrs3Category, (int?)value); }

    /// <summary>Stands in for the offence code in SNSV and the 2026 family, and wins over it.</summary>
    public OffenceCategory? ArpCategory { get => (OffenceCategory?)Answer(RiskField.ArpCategory); set => Set(RiskField.ArpCategory, (int?)value); }

    /// <summary>What was given and could not be read: not answered, and said by every instrument that would have used it.</summary>
    public FieldSet NotUnderstood => _notUnderstood;

    /// <summary>What is answered.</summary>
    internal FieldSet Present => Unsafe.BitCast<ulong, FieldSet>(_present);

    /// <summary>The code as a number; <see langword="null"/> where it is absent or not five digits.</summary>
    internal int? Code => Has(RiskField.OffenceCode) && _values[(int)RiskField.OffenceCode] is var code and >= 0 ? code : null;

    /// <summary>Whether a code that is not five digits has five characters: the previous family looked no further.</summary>
    internal bool HasFiveCharacters => _unreadableCode?.Length == 5;

    private string? _unreadableCode;

    /// <summary>Whether it is answered.</summary>
    public bool Has(RiskField field) => (_present & (1UL << (int)field)) != 0;

    /// <summary>Forgets every answer.</summary>
    public void Clear()
    {
        _present = 0;
        _notUnderstood = default;
        _unreadableCode = null;
    }

    /// <summary>A copy, to ask what would be.</summary>
    public RiskInput Copy() => (RiskInput)MemberwiseClone();

    /// <summary>Reads an answer as files write it: <c>Y</c>, <c>2</c>, <c>2026-03-27</c>, <c>heroin crack</c>, <c>none</c>. Nothing is "not answered".</summary>
    /// <returns>Whether it was understood; when not, it counts as not answered and stands in <see cref="NotUnderstood"/>.</returns>
    public bool Read(RiskField field, ReadOnlySpan<char> text)
    {
        text = text.Trim();
        _notUnderstood = _notUnderstood.Without(field);
        if (text.IsEmpty)
        {
            Set(field, null);
            return true;
        }

        if (field is RiskField.OffenceCode)
        {
            SetCode(text);
            return true;
        }

        if (TryRead(field, text, out var value))
        {
            Set(field, value);
            return true;
        }

        Set(field, null);
        _notUnderstood = _notUnderstood.With(field);
        return false;
    }

    /// <summary>The same of UTF-8. Quicker, where an answer is written as it mostly is.</summary>
    public bool Read(RiskField field, ReadOnlySpan<byte> utf8)
    {
        if (PlainAnswer.TryRead(field, utf8, out var value))
        {
            _notUnderstood = _notUnderstood.Without(field);
            _values[(int)field] = value;
            _present |= 1UL << (int)field;
            return true;
        }

        return ReadAsText(field, utf8);
    }

    /// <summary>An answer as files write it; <see langword="null"/> where there is none.</summary>
    public string? Write(RiskField field) => !Has(field) ? null : field.Kind switch
    {
        FieldKind.Date => Day(field)!.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        FieldKind.Code => OffenceCode,
        FieldKind.Category => field is RiskField.Ogrs3Category ? Ogrs3Category!.Value.Code() : ArpCategory!.Value.Code(),
        FieldKind.Yn => this[field] == 1 ? "Y" : "N",
        FieldKind.Sex => Sex!.Value.Code(),
        FieldKind.Supervision => Supervision!.Value.Code(),
        FieldKind.Drugs => Drugs is Risk.Drugs.None ? "none" : string.Join(' ', RiskWords.AllDrugs.Where(drug => Drugs!.Value.HasFlag(drug)).Select(drug => drug.Code())),
        FieldKind.Previous => Previous is PreviousConvictions.None ? "none" : string.Join(' ', RiskWords.AllPrevious.Where(one => Previous!.Value.HasFlag(one)).Select(one => one.Code())),
        _ => this[field].ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The number of an answer; 0 where there is none.</summary>
    internal int this[RiskField field] => Has(field) ? _values[(int)field] : 0;

    internal int? Answer(RiskField field) => Has(field) ? _values[(int)field] : null;

    internal DateOnly? Day(RiskField field) => Has(field) ? DateOnly.FromDayNumber(_values[(int)field]) : null;

    private bool ReadAsText(RiskField field, ReadOnlySpan<byte> utf8)
    {
        Span<char> text = utf8.Length <= ShortAnswer ? stackalloc char[ShortAnswer] : new char[utf8.Length];
        return Read(field, text[..Encoding.UTF8.GetChars(utf8, text)]);
    }

    private void Set(RiskField field, int? value)
    {
        if (value is { } given)
        {
            _values[(int)field] = given;
            _present |= 1UL << (int)field;
        }
        else
        {
            _present &= ~(1UL << (int)field);
        }
    }

    private void SetCode(ReadOnlySpan<char> text)
    {
        var code = OffenceCodes.Parse(text);
        Set(RiskField.OffenceCode, code);
        _unreadableCode = code < 0 ? text.ToString() : null;
    }

    private static bool TryRead(RiskField field, ReadOnlySpan<char> text, out int value)
    {
        switch (field.Kind)
        {
            case FieldKind.Date:
                return TryReadDate(text, out value);
            case FieldKind.Yn:
                value = text is "Y" or "y" ? 1 : 0;
                return text is "Y" or "y" or "N" or "n";
            case FieldKind.Level or FieldKind.Whole:
                return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && value >= field.Least && value <= field.Most;
            case FieldKind.Sex:
                var isSex = RiskWords.SexWords.TryRead(text, out var sex);
                value = (int)sex;
                return isSex;
            case FieldKind.Supervision:
                var isPlace = RiskWords.SupervisionWords.TryRead(text, out var place);
                value = (int)place;
                return isPlace;
            case FieldKind.Category when field is RiskField.Ogrs3Category:
                var isOgrs3 = RiskWords.Ogrs3Words.TryRead(text, out var ogrs3);
                value = (int)ogrs3;
                return isOgrs3;
            case FieldKind.Category:
                var isOffence = RiskWords.OffenceWords.TryRead(text, out var offence);
                value = (int)offence;
                return isOffence;
            case FieldKind.Drugs:
                value = 0;
                foreach (var range in text.Split(' '))
                {
                    if (!RiskWords.DrugWords.TryRead(text[range], out var drug) && !text[range].IsEmpty)
                    {
                        return false;
                    }

                    value |= (int)drug;
                }

                return true;
            case FieldKind.Previous:
                value = 0;
                foreach (var range in text.Split(' '))
                {
                    if (!RiskWords.PreviousWords.TryRead(text[range], out var one) && !text[range].IsEmpty)
                    {
                        return false;
                    }

                    value |= (int)one;
                }

                return true;
            default:
                value = 0;
                return false;
        }
    }

    /// <summary>A day as <c>yyyy-MM-dd</c>, quicker than the framework's reading of any format.</summary>
    private static bool TryReadDate(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        if (text.Length != 10 || text[4] != '-' || text[7] != '-'
            || !TryReadDigits(text[..4], out var year) || !TryReadDigits(text[5..7], out var month) || !TryReadDigits(text[8..], out var day)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return false;
        }

        value = new DateOnly(year, month, day).DayNumber;
        return true;
    }

    private static bool TryReadDigits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        foreach (var c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            value = (value * 10) + c - '0';
        }

        return true;
    }

    [InlineArray(64)]
    private struct Values
    {
        private int _first;
    }
}
