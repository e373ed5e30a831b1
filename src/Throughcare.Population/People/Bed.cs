using Throughcare.Population.Sentences;
using Throughcare.Population.Streams;
using Throughcare.Population.Tables;

namespace Throughcare.Population.People;

/// <summary>Why someone is in prison, by the bands of the published tables.</summary>
internal enum CustodyType
{
    Standard,
    Indeterminate,
    Extended,
    Recalled,
    RemandUntried,
    RemandUnsentenced,
    Immigration,
    Civil,
    FineDefault,
}

/// <summary>One place in the prisons, never empty: the day one person leaves it the next one comes.</summary>
/// <remarks>
/// Everyone who has the same bed stays for the same number of days under the same kind of sentence, so who is in it on a day,
/// since when and until when, follows from the day by one division. That is what lets any day be written without the days before.
/// The beds are many and their lengths of stay differ, so the whole looks like a population with its own marginals.
/// </remarks>
internal sealed record Bed
{
    /// <summary>The first day of which a file can be written.</summary>
    public static readonly DateOnly FirstDay = new(2026, 1, 1);

    /// <summary>Nobody comes back within this many days of the arrival before.</summary>
    public const int DaysBeforeReturn = 500;

    /// <summary>From 1, in the order of the file.</summary>
    public required int Number { get; init; }

    public required char Sex { get; init; }

    /// <summary>The one prison that the bed is in; <see langword="null"/> where its people move about.</summary>
    public Prison? Prison { get; init; }

    public required CustodyType Custody { get; init; }

    public SentenceKind Kind { get; init; }

    public SentenceLength Term { get; init; }

    public SentenceLength Extension { get; init; }

    public required string OffenceGroup { get; init; }

    /// <summary>Length of a fixed-term recall in days; <see langword="null"/> for a standard recall and for all who are not recalled.</summary>
    public int? RecallDays { get; init; }

    /// <summary>Days added by adjudications, and days at large, in everyone's sentence.</summary>
    public int AddedDays { get; init; }

    public int DaysAtLarge { get; init; }

    /// <summary>Days in another prison before the bed.</summary>
    public int DaysElsewhere { get; init; }

    /// <summary>Days from the arrival of one person to that of the next.</summary>
    public required int StayDays { get; init; }

    /// <summary>Days from <see cref="FirstDay"/> to the first arrival on or after it.</summary>
    public required int Phase { get; init; }

    /// <summary>Person number of the first of its people; the others follow.</summary>
    public int FirstPerson { get; init; }

    /// <summary>How many people share it in turn.</summary>
    public int People => Math.Max(2, (DaysBeforeReturn + StayDays - 1) / StayDays);

    public bool IsSentenced => Custody is CustodyType.Standard or CustodyType.Indeterminate or CustodyType.Extended or CustodyType.Recalled;

    public bool IsRemand => Custody is CustodyType.RemandUntried or CustodyType.RemandUnsentenced;

    /// <summary>Who has the bed on a day: the person's place among its people, how often each has been here before, and the arrival.</summary>
    /// <param name="day"><see cref="FirstDay"/> or later.</param>
    public (int Member, int Round, DateOnly Arrived) On(DateOnly day)
    {
        var turn = TurnOn(day);
        return (turn % People, turn / People, ArrivalOf(turn));
    }

    /// <summary>Which turn it is on a day, from 0.</summary>
    /// <param name="day"><see cref="FirstDay"/> or later.</param>
    public int TurnOn(DateOnly day) => (day.DayNumber - FirstDay.DayNumber - Phase + StayDays) / StayDays;

    /// <summary>The day on which the person of this turn comes; turn 0 is who is there on <see cref="FirstDay"/>.</summary>
    public DateOnly ArrivalOf(int turn) => FirstDay.AddDays(Phase + (turn - 1) * StayDays);

    public static Bed Draw(StreamRoot root, int number, Prison? prison)
    {
        var tables = PrisonTables.Shared;
        var draw = root.Of(FormattableString.Invariant($"bed|{number}"));
        var sex = prison?.Sex ?? tables.Marginal("PRISON", "sex").Draw(ref draw)[0];
        var category = tables.Marginal("PRISON", "custody_type").Draw(ref draw);
        while (prison is { Kind: not ("RECEPTION" or "FEMALE_CLOSED" or "YOI") } && category is "REMAND_UNTRIED" or "REMAND_UNSENTENCED" or "OTHER")
        {
            category = tables.Marginal("PRISON", "custody_type").Draw(ref draw);
        }

        var bed = category switch
        {
            "SDS" => Standard(ref draw),
            "INDETERMINATE" => Indeterminate(ref draw),
            "EDS_SOPC" => Extended(ref draw),
            "RECALL" => Recalled(ref draw),
            _ => Unsentenced(ref draw, category),
        };

        var elsewhere = prison is { Kind: not ("RECEPTION" or "FEMALE_CLOSED") } && bed.Custody != CustodyType.Recalled
            ? Math.Min(draw.Between(7, 60), bed.StayDays / 3)
            : 0;
        var stay = bed.StayDays - elsewhere;
        return bed with
        {
            Number = number,
            Sex = sex,
            Prison = prison,
            DaysElsewhere = elsewhere,
            StayDays = stay,
            Phase = bed.Phase >= 0 ? bed.Phase : draw.Below(stay),
        };
    }

    private static Bed Standard(ref SeededNumbers draw)
    {
        var tables = PrisonTables.Shared;
        var term = tables.Marginal("PRISON_SENTENCED_SDS", "length_band").Draw(ref draw) switch
        {
            "<=6m" => draw.Chance(0.4) ? new SentenceLength(Weeks: draw.Between(6, 26)) : new SentenceLength(Days: draw.Between(42, 182)),
            "6m-12m" => Months(draw.Between(7, 12)),
            "12m-2y" => Months(draw.Between(13, 24)),
            "2y-4y" => Months(draw.Between(25, 48)),
            "4y-7y" => Months(draw.Between(49, 84)),
            "7y-10y" => Months(draw.Between(85, 120)),
            "10y-14y" => Months(draw.Between(121, 168)),
            _ => Months(draw.Between(169, 300)),
        };
        var group = tables.Marginal("PRISON", "offence_group").Draw(ref draw);
        var plus = term.IsAtLeastMonths(84) && group is "VAP" or "SEX" && draw.Chance(0.12);
        var sentence = new RecordedSentence(plus ? SentenceKind.SdsPlus : SentenceKind.Sds, FirstDay, term, group, FirstDay.AddYears(-40));
        var (of, parts) = RecordedDates.Fraction(sentence);
        var served = term.FewestDays * of / parts;
        var added = term.IsAtLeastMonths(3) && draw.Chance(0.04) ? draw.Between(3, 42) : 0;
        var atLarge = term.IsAtLeastMonths(6) && draw.Chance(0.006) ? draw.Between(2, 60) : 0;
        return Blank with
        {
            Custody = CustodyType.Standard,
            Kind = sentence.Kind,
            Term = term,
            OffenceGroup = group,
            AddedDays = added,
            DaysAtLarge = atLarge,
            StayDays = Math.Max(5, served - 1 - Remand(ref draw, served) + added + atLarge),
        };
    }

    private static Bed Indeterminate(ref SeededNumbers draw)
    {
        var group = draw.Chance(0.78) ? "VAP" : draw.Chance(0.7) ? "SEX" : "ROB";
        if (draw.Chance(0.26))
        {
            var arrived = new DateOnly(2005, 4, 4).AddDays(draw.Below(2800));
            const int stay = 12_000;
            return Blank with
            {
                Custody = CustodyType.Indeterminate,
                Kind = SentenceKind.Ipp,
                Term = Months(draw.Between(18, 96)),
                OffenceGroup = group,
                StayDays = stay,
                Phase = arrived.DayNumber - FirstDay.DayNumber + stay,
            };
        }

        var years = draw.Between(8, 20);
        return Blank with
        {
            Custody = CustodyType.Indeterminate,
            Kind = SentenceKind.Life,
            Term = new SentenceLength(Years: years),
            OffenceGroup = group,
            StayDays = (int)(years * 365.25 * (1 + draw.Uniform() / 4)),
        };
    }

    private static Bed Extended(ref SeededNumbers draw)
    {
        var special = draw.Chance(0.02);
        var term = Months(draw.Between(special ? 24 : 48, special ? 96 : 144));
        return Blank with
        {
            Custody = CustodyType.Extended,
            Kind = special ? SentenceKind.Sopc : SentenceKind.Eds,
            Term = term,
            Extension = special ? default : new SentenceLength(Years: draw.Between(1, 5)),
            OffenceGroup = special || draw.Chance(0.5) ? "SEX" : draw.Chance(0.8) ? "VAP" : "ROB",
            StayDays = term.FewestDays - 1 - Remand(ref draw, term.FewestDays),
        };
    }

    private static Bed Recalled(ref SeededNumbers draw)
    {
        int? days = draw.Uniform() switch { < 0.5 => 56, < 0.7 => 28, < 0.8 => 14, _ => null };
        var months = days switch
        {
            14 => draw.Between(5, 11),
            28 or 56 => draw.Between(13, 60),
            _ => draw.Between(36, 96),
        };
        return Blank with
        {
            Custody = CustodyType.Recalled,
            Kind = SentenceKind.Sds,
            Term = Months(months),
            OffenceGroup = PrisonTables.Shared.Marginal("PRISON", "offence_group").Draw(ref draw),
            RecallDays = days,
            StayDays = days - 1 ?? draw.Between(60, 300),
        };
    }

    private static Bed Unsentenced(ref SeededNumbers draw, string category)
    {
        var group = PrisonTables.Shared.Marginal("PRISON_REMAND", "offence_group").Draw(ref draw);
        return category switch
        {
            "REMAND_UNTRIED" => Blank with
            {
                Custody = CustodyType.RemandUntried,
                OffenceGroup = group,
                StayDays = draw.Between(120, 480),
            },
            "REMAND_UNSENTENCED" => Blank with
            {
                Custody = CustodyType.RemandUnsentenced,
                OffenceGroup = group,
                StayDays = draw.Between(80, 360),
            },
            _ => Blank with
            {
                Custody = draw.Uniform() switch { < 0.5 => CustodyType.Immigration, < 0.7 => CustodyType.Civil, _ => CustodyType.FineDefault },
                OffenceGroup = "UNK",
                StayDays = draw.Between(40, 240),
            },
        };
    }

    /// <summary>Days on remand: 55% have some, 70 on average, half the time to be served at the most; a short sentence has none left.</summary>
    private static int Remand(ref SeededNumbers draw, int served)
    {
        var has = draw.Chance(0.55);
        var days = (int)Math.Round(draw.LogNormal(Math.Log(70) - 0.32, 0.8), MidpointRounding.ToEven);
        return has && served > 110 ? Math.Min(days, served / 2) : 0;
    }

    private static SentenceLength Months(int months) => new(months / 12, months % 12);

    private static Bed Blank { get; } = new()
    {
        Number = 0,
        Sex = 'M',
        Custody = CustodyType.Standard,
        OffenceGroup = "UNK",
        StayDays = 1,
        Phase = -1,
    };
}
