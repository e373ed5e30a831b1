using System.Text;

namespace Throughcare.Risk;

/// <summary>Sex as the predictors know it; for anybody else none of them can be calculated.</summary>
public enum Sex
{
    Male,
    Female,
}

/// <summary>Where the person serves.</summary>
public enum Supervision
{
    Custody,
    Community,
    Remand,
}

/// <summary>Drugs in current use, as a set (OASys 8.2.1 to 8.2.16: a frequency was answered).</summary>
[Flags]
public enum Drugs
{
    None = 0,
    Heroin = 1 << 0,
    Methadone = 1 << 1,
    OtherOpiate = 1 << 2,
    Crack = 1 << 3,
    PowderCocaine = 1 << 4,
    MisusedPrescribed = 1 << 5,
    Benzodiazepines = 1 << 6,
    Amphetamines = 1 << 7,
    Hallucinogens = 1 << 8,
    Ecstasy = 1 << 9,
    Cannabis = 1 << 10,
    Solvents = 1 << 11,
    Steroids = 1 << 12,
    OtherDrugs = 1 << 13,
    Spice = 1 << 14,
    Ketamine = 1 << 15,
}

/// <summary>Convictions ever, as a set (OASys R1.2).</summary>
[Flags]
public enum PreviousConvictions
{
    None = 0,
    Homicide = 1 << 0,
    WoundingGbh = 1 << 1,
    Kidnapping = 1 << 2,
    Firearms = 1 << 3,
    Robbery = 1 << 4,
    AggravatedBurglary = 1 << 5,
    Weapon = 1 << 6,
    CriminalDamageEndangerLife = 1 << 7,
    Arson = 1 << 8,
}

/// <summary>The current offence, as OGRS3 groups offences.</summary>
public enum Ogrs3Category
{
    AbscondingOrBailOffences = 1,
    BurglaryDomestic,
    BurglaryOther,
    CriminalDamage,
    DrinkDrivingAndRelatedOffences,
    DrugImportExportProduction,
    DrugPossessionSupply,
    FraudAndForgery,
    HandlingStolenGoods,
    OtherMotoring,
    OtherOffence,
    PublicOrder,
    Robbery,
    SexualAgainstChild,
    SexualNotAgainstChild,
    SolicitingOrProstitution,
    TakingDrivingAwayAndRelatedOffences,
    TheftNonMotor,
    TheftFromVehicles,
    Violence,
}

/// <summary>The current offence, as SNSV and the 2026 family group offences.</summary>
public enum OffenceCategory
{
    BurglaryDomestic = 1,
    BurglaryOther,
    Drunkenness,
    DrinkDriving,
    MotoringOffences,
    VehicleRelatedTheft,
    FraudAndForgery,
    WelfareFraud,
    DrugImportExportOrProduction,
    DrugPossessionOrSupply,
    ViolenceAgainstThePersonAbhPlus,
    ViolenceAgainstThePersonSubAbh,
    PublicOrderAndHarassment,
    WeaponsNonFirearm,
    FirearmsMostSerious,
    FirearmsOther,
    HandlingStolenGoods,
    CriminalDamage,
    AcquisitiveViolence,
    OtherOffences,
    AbscondingOrBail,
    SexualAgainstChild,
    SexualNotAgainstChild,
    TheftNonMotor,
}

/// <summary>The words of the sets and lists, as tables and files write them.</summary>
public static class RiskWords
{
    internal static readonly Words<Sex> SexWords = new(("M", Sex.Male), ("F", Sex.Female));

    internal static readonly Words<Supervision> SupervisionWords = Words<Supervision>.OfNames(upper: true);

    internal static readonly Words<Drugs> DrugWords = Words<Drugs>.OfNames(upper: false);

    internal static readonly Words<PreviousConvictions> PreviousWords = Words<PreviousConvictions>.OfNames(upper: false);

    internal static readonly Words<Ogrs3Category> Ogrs3Words = Words<Ogrs3Category>.OfNames(upper: true);

    internal static readonly Words<OffenceCategory> OffenceWords = Words<OffenceCategory>.OfNames(upper: true);

    internal static readonly Words<PredictorBand> BandWords = Words<PredictorBand>.OfNames(upper: true);

    internal static readonly Words<ScoreType> TypeWords = Words<ScoreType>.OfNames(upper: true);

    /// <summary>"VERY_HIGH".</summary>
    public static string Code(this PredictorBand band) => BandWords[band];

    /// <summary>"DYNAMIC".</summary>
    public static string Code(this ScoreType type) => TypeWords[type];

    /// <summary>"powder_cocaine".</summary>
    public static string Code(this Drugs drug) => DrugWords[drug];

    /// <summary>"wounding_gbh".</summary>
    public static string Code(this PreviousConvictions conviction) => PreviousWords[conviction];

    /// <summary>"THEFT_NON_MOTOR".</summary>
    public static string Code(this OffenceCategory category) => OffenceWords[category];

    /// <summary>"THEFT_NON_MOTOR".</summary>
    public static string Code(this Ogrs3Category category) => Ogrs3Words[category];

    /// <summary>"M" or "F".</summary>
    public static string Code(this Sex sex) => SexWords[sex];

    /// <summary>"CUSTODY".</summary>
    public static string Code(this Supervision supervision) => SupervisionWords[supervision];

    /// <summary>Each drug that may be in use, in the order of OASys.</summary>
    public static IReadOnlyList<Drugs> AllDrugs { get; } = [.. Enum.GetValues<Drugs>().Where(drug => drug is not Drugs.None)];

    /// <summary>Each conviction that may have been, in the order of OASys.</summary>
    public static IReadOnlyList<PreviousConvictions> AllPrevious { get; } = [.. Enum.GetValues<PreviousConvictions>().Where(conviction => conviction is not PreviousConvictions.None)];
}

/// <summary>The words of an enumeration in files: <c>PowderCocaine</c> is <c>powder_cocaine</c> or <c>POWDER_COCAINE</c>.</summary>
internal sealed class Words<T>(params (string Word, T Value)[] words)
    where T : struct, Enum
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _byWord =
        words.Select((w, at) => (w.Word, at)).ToDictionary(w => w.Word, w => w.at, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly byte[][] _utf8 = [.. words.Select(w => Encoding.UTF8.GetBytes(w.Word))];

    private readonly Dictionary<T, string> _byValue = words.ToDictionary(w => w.Value, w => w.Word);

    public string this[T value] => _byValue[value];

    public static Words<T> OfNames(bool upper) => new([.. Enum.GetValues<T>().Select(value => (Snake(value.ToString(), upper), value))]);

    public bool TryRead(ReadOnlySpan<char> text, out T value)
    {
        var isKnown = _byWord.TryGetValue(text, out var at);
        value = isKnown ? words[at].Value : default;
        return isKnown;
    }

    /// <summary>A word as it is written in the tables, letter for letter.</summary>
    public bool TryReadExactly(ReadOnlySpan<byte> utf8, out T value)
    {
        for (var at = 0; at < _utf8.Length; at++)
        {
            if (utf8.SequenceEqual(_utf8[at]))
            {
                value = words[at].Value;
                return true;
            }
        }

        value = default;
        return false;
    }

    private static string Snake(string name, bool upper)
    {
        var snake = string.Concat(name.Select((c, i) => i > 0 && char.IsAsciiLetterUpper(c) ? $"_{c}" : $"{c}"));
        return upper ? snake.ToUpperInvariant() : snake.ToLowerInvariant();
    }
}
