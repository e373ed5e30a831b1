using Throughcare.Population.People;
using Throughcare.Population.Sentences;
using Throughcare.Population.Streams;
using Throughcare.Population.Tables;

namespace Throughcare.Population.Nation;

/// <summary>Why probation has a case of somebody who is not in prison.</summary>
internal enum OrderKind
{
    None,
    CommunityOrder,
    SuspendedSentence,
    Licence,
    PostSentenceSupervision,
    Other,
}

/// <summary>Somebody of whom every population has one.</summary>
internal enum Special
{
    None,
    Life,
    IppTenYearsOverTariff,
    ExtendedPastParole,
    OfParticularConcern,
    FixedTermRecall56,
    ReleaseAtTwoFifths,
    ToBeDeported,
    TemporaryRelease,
    MappaLevel3,
    OpenAcct,
    NoFixedAbode,
    NoDateOfBirth,
    Transgender,
    Nominated,
    VictimContact,
    ApprovedPremises,
    MovedAcrossRegions,
    SecondRecord,
}

/// <summary>What somebody serves, as a court said it and a prison recorded it.</summary>
internal sealed record NationSentence
{
    private static readonly DateOnly FirstIpp = new(2005, 4, 4);
    private static readonly DateOnly LastIpp = new(2012, 12, 3);

    public CustodyType? Custody { get; init; }

    public OrderKind Order { get; init; }

    /// <summary><see langword="null"/> for those who serve no sentence of custody.</summary>
    public RecordedSentence? Sentence { get; init; }

    public RecordedDates Dates { get; init; } = new();

    /// <summary>The first day in prison; for an order in the community its first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The day of release, for those who are out or came back.</summary>
    public DateOnly? ReleasedOn { get; init; }

    public required string OffenceGroup { get; init; }

    public required string Offence { get; init; }

    public IReadOnlyList<string> OtherOffences { get; init; } = [];

    /// <summary>Length of an order in the community, in months.</summary>
    public int OrderMonths { get; init; }

    public int TaggedBailDays { get; init; }

    public int PreviousConvictions { get; init; }

    public bool IsSentenced => Sentence is not null;

    /// <summary>Somebody in prison on the day.</summary>
    public static NationSentence InPrison(ref SeededNumbers draw, CustodyType custody, Special special, DateOnly bornOn, DateOnly asOf, bool isForeign)
    {
        var eighteen = bornOn.AddYears(18);
        return custody switch
        {
            CustodyType.Standard => Standard(ref draw, special, bornOn, eighteen, asOf, isForeign),
            CustodyType.Indeterminate => Indeterminate(ref draw, special, bornOn, eighteen, asOf),
            CustodyType.Extended => Extended(ref draw, special, bornOn, eighteen, asOf),
            CustodyType.Recalled => Recalled(ref draw, special, bornOn, eighteen, asOf),
            _ => Unsentenced(ref draw, custody, asOf),
        };
    }

    /// <summary>Somebody whom probation supervises and no prison holds.</summary>
    public static NationSentence InCommunity(ref SeededNumbers draw, OrderKind kind, DateOnly bornOn, DateOnly asOf)
    {
        var (position, at) = (draw.Uniform(), draw.Uniform());
        var convictions = Geometric(ref draw, 6);
        if (kind is OrderKind.Licence or OrderKind.PostSentenceSupervision)
        {
            return Released(ref draw, kind, bornOn, asOf, position) with { PreviousConvictions = convictions };
        }

        var months = kind switch
        {
            OrderKind.CommunityOrder => at switch { < 0.65 => 12, < 0.80 => 18, _ => 24 },
            OrderKind.SuspendedSentence => 12 + (int)(at * 13),
            _ => 6 + (int)(at * 7),
        };
        var days = new SentenceLength(Months: months).FewestDays;
        var (group, offence) = Offended(ref draw, "PROBATION");
        return new NationSentence
        {
            Order = kind,
            From = asOf.AddDays(-(int)(position * days)),
            OffenceGroup = group,
            Offence = offence,
            OrderMonths = months,
            PreviousConvictions = convictions,
        };
    }

    private static NationSentence Standard(ref SeededNumbers draw, Special special, DateOnly bornOn, DateOnly eighteen, DateOnly asOf, bool isForeign)
    {
        var term = Term(ref draw);
        var (group, offence) = Offended(ref draw, "PRISON");
        var plus = draw.Chance(0.12);
        var (bail, large, added) = (draw.Chance(0.06), draw.Chance(0.006), draw.Chance(0.04));
        var (bailDays, largeDays, addedDays, position) = (draw.Between(5, 60), draw.Between(2, 60), draw.Between(3, 42), 0.02 + 0.96 * draw.Uniform());
        var remand = RemandDays(ref draw);
        var deport = draw.Chance(0.4) && isForeign;
        var others = Others(ref draw, offence);
        if (special is Special.ReleaseAtTwoFifths or Special.ToBeDeported or Special.TemporaryRelease)
        {
            // a sentence from before the change of September 2024 whose release came to be two fifths
            (term, group, offence, deport) = (Months(54), "DRU", OffenceTexts.Of("DRU")[0], special is Special.ToBeDeported);
            (position, remand) = (0.8, 0);
        }

        var kind = plus && term.IsAtLeastMonths(84) && (group is "VAP" or "SEX") ? SentenceKind.SdsPlus : SentenceKind.Sds;
        var sentence = new RecordedSentence(kind, asOf, term, group, bornOn)
        {
            AddedDays = added && term.IsAtLeastMonths(3) ? addedDays : 0,
            DaysAtLarge = large && term.IsAtLeastMonths(6) ? largeDays : 0,
            ToBeDeported = deport,
        };
        var period = RecordedDates.Of(sentence).Crd!.Value.DayNumber - asOf.DayNumber;
        var tagged = bail && term.IsAtLeastMonths(6) ? Math.Min(bailDays, period / 4) : 0;
        sentence = sentence with { RemandDays = Math.Min(remand, period / 2 - tagged) + tagged };
        var placed = Placed(sentence, position, eighteen, asOf);
        return placed with { From = placed.From.AddDays(Math.Min(tagged, placed.Sentence!.RemandDays)), Custody = CustodyType.Standard, OffenceGroup = group, Offence = offence, OtherOffences = others, TaggedBailDays = tagged, PreviousConvictions = Geometric(ref draw, 11) };
    }

    /// <summary>Puts a sentence where its position in the time to be served is the one drawn, and the release after the day.</summary>
    private static NationSentence Placed(RecordedSentence sentence, double position, DateOnly eighteen, DateOnly asOf)
    {
        var period = RecordedDates.Of(sentence).Crd!.Value.DayNumber - sentence.On.DayNumber;
        var on = asOf.AddDays(-(int)Math.Round(position * period, MidpointRounding.ToEven));
        on = on < eighteen ? (eighteen > asOf.AddDays(-1) ? asOf.AddDays(-1) : eighteen) : on;
        sentence = sentence with { On = on };
        var dates = RecordedDates.Of(sentence);
        for (var again = 0; again < 3 && dates.Crd <= asOf; again++)
        {
            sentence = sentence with { On = sentence.On.AddDays(asOf.DayNumber - dates.Crd!.Value.DayNumber + 1) };
            sentence = sentence.On > asOf ? sentence with { On = asOf, RemandDays = 0 } : sentence;
            dates = RecordedDates.Of(sentence);
        }

        return new NationSentence { Sentence = sentence, Dates = dates, From = sentence.On.AddDays(-sentence.RemandDays), OffenceGroup = "", Offence = "" };
    }

    private static NationSentence Indeterminate(ref SeededNumbers draw, Special special, DateOnly bornOn, DateOnly eighteen, DateOnly asOf)
    {
        var group = draw.Chance(0.78) ? "VAP" : draw.Chance(0.7) ? "SEX" : "ROB";
        var (at, position, years, tariff) = (draw.Uniform(), draw.Uniform(), draw.Between(8, 22), draw.Between(18, 96));
        var old = draw.Chance(0.73);

        // 26% serve IPP; all of them were sentenced from 2005 to 2012, so it is a larger share of those who are 40 or more
        var isIpp = special is Special.IppTenYearsOverTariff || (special is not Special.Life && at < 0.65 && eighteen.AddYears(22) <= asOf);
        if (isIpp)
        {
            var days = LastIpp.DayNumber - FirstIpp.DayNumber;
            var on = FirstIpp.AddDays((int)(position * days));
            on = on < eighteen ? eighteen : on;
            var longest = (asOf.DayNumber - on.DayNumber) / 31;
            var term = Months(old || special is Special.IppTenYearsOverTariff ? Math.Clamp(tariff, 12, Math.Max(12, longest - 122)) : Math.Clamp(longest - 60, 24, 150));
            return Of(new RecordedSentence(SentenceKind.Ipp, on, term, group, bornOn), group, OffenceTexts.Of(group)[0]);
        }

        var served = (int)(years * 365.25 * (0.02 + 1.2 * position));
        var start = asOf.AddDays(-served);
        start = start < eighteen ? eighteen : start;
        start = start > asOf.AddDays(-2) ? asOf.AddDays(-2) : start;
        return Of(new RecordedSentence(SentenceKind.Life, start, new SentenceLength(Years: years), group, bornOn), group, OffenceTexts.OfLife(group)[0]);

        static NationSentence Of(RecordedSentence sentence, string group, string offence) => new()
        {
            Custody = CustodyType.Indeterminate,
            Sentence = sentence,
            Dates = RecordedDates.Of(sentence),
            From = sentence.On,
            OffenceGroup = group,
            Offence = offence,
        };
    }

    private static NationSentence Extended(ref SeededNumbers draw, Special special, DateOnly bornOn, DateOnly eighteen, DateOnly asOf)
    {
        var concern = draw.Chance(0.02) || special is Special.OfParticularConcern;
        var (months, extension, position) = (draw.Between(concern ? 24 : 48, concern ? 96 : 144), draw.Between(1, 5), 0.02 + 0.96 * draw.Uniform());
        var group = concern || draw.Chance(0.5) ? "SEX" : draw.Chance(0.8) ? "VAP" : "ROB";
        if (special is Special.ExtendedPastParole)
        {
            (concern, months, position, group) = (false, 72, 0.8, "VAP");
        }

        var remand = RemandDays(ref draw);
        var sentence = new RecordedSentence(concern ? SentenceKind.Sopc : SentenceKind.Eds, asOf, Months(months), group, bornOn)
        {
            Extension = concern ? default : new SentenceLength(Years: extension),
            RemandDays = special is Special.None ? Math.Min(remand, months * 30 / 2) : 0,
        };
        return Placed(sentence, position, eighteen, asOf) with { Custody = CustodyType.Extended, OffenceGroup = group, Offence = draw.One(OffenceTexts.Of(group)), PreviousConvictions = Geometric(ref draw, 11) };
    }

    private static NationSentence Recalled(ref SeededNumbers draw, Special special, DateOnly bornOn, DateOnly eighteen, DateOnly asOf)
    {
        var kind = draw.Uniform();
        int? days = special is Special.FixedTermRecall56 ? 56 : kind switch { < 0.5 => 56, < 0.7 => 28, < 0.8 => 14, _ => null };
        var months = days switch { 14 => draw.Between(5, 11), 28 or 56 => draw.Between(13, 60), _ => draw.Between(24, 96) };
        var (group, offence) = Offended(ref draw, "PRISON");
        var (back, position) = (draw.Uniform(), draw.Uniform());

        // back for so long, and out before that for some part of what was left
        var returned = asOf.AddDays(-(days is { } fixedTerm ? (int)(back * (fixedTerm - 1)) : 10 + (int)(back * Math.Min(300, months * 30 / 5))));
        var whole = Months(months).FewestDays;
        var least = whole / 2 + 8;
        var most = Math.Max(least, whole - (days ?? 120) - (asOf.DayNumber - returned.DayNumber) - 5);
        var on = returned.AddDays(-(least + (int)(position * (most - least))));
        if (on < eighteen)
        {
            var room = returned.DayNumber - eighteen.DayNumber;
            months = Math.Clamp(room * 12 / 365, 5, months);
            on = returned.AddDays(-Math.Max(Math.Min(room, Months(months).FewestDays * 3 / 5), Months(months).FewestDays / 2 + 8));
        }

        var sentence = new RecordedSentence(SentenceKind.Sds, on, Months(months), group, bornOn) { Recall = new RecordedRecall(returned, days) };
        var dates = RecordedDates.Of(sentence);
        var released = dates.Crd!.Value < returned ? dates.Crd.Value : returned.AddDays(-1);
        return new NationSentence
        {
            Custody = CustodyType.Recalled,
            Sentence = sentence,
            Dates = dates,
            From = on,
            ReleasedOn = released,
            OffenceGroup = group,
            Offence = offence,
            OtherOffences = Others(ref draw, offence),
            PreviousConvictions = Geometric(ref draw, 11),
        };
    }

    private static NationSentence Unsentenced(ref SeededNumbers draw, CustodyType custody, DateOnly asOf)
    {
        var (group, offence) = Offended(ref draw, "PRISON_REMAND");
        var longest = custody switch { CustodyType.RemandUntried => 300, CustodyType.RemandUnsentenced => 200, _ => 240 };
        var isCriminal = custody is CustodyType.RemandUntried or CustodyType.RemandUnsentenced;
        return new NationSentence
        {
            Custody = custody,
            From = asOf.AddDays(-draw.Between(6, longest)),
            OffenceGroup = isCriminal ? group : "UNK",
            Offence = isCriminal ? offence : OffenceTexts.Of("UNK")[1],
            PreviousConvictions = Geometric(ref draw, 11),
        };
    }

    private static NationSentence Released(ref SeededNumbers draw, OrderKind kind, DateOnly bornOn, DateOnly asOf, double position)
    {
        var eighteen = bornOn.AddYears(18);
        var term = Term(ref draw);
        var (group, offence) = Offended(ref draw, "PROBATION");
        group = OffenceTexts.All.ContainsKey(group) ? group : "UNK";
        if (kind is OrderKind.PostSentenceSupervision || asOf.DayNumber - eighteen.DayNumber < term.FewestDays)
        {
            term = Months(Math.Clamp((asOf.DayNumber - eighteen.DayNumber) / 40, 4, 18));
        }

        // licence from release to the expiry; supervision after it to the top-up date
        var drawn = new RecordedSentence(SentenceKind.Sds, asOf, term, group, bornOn);
        var dates = RecordedDates.Of(drawn);
        var (from, until) = kind is OrderKind.PostSentenceSupervision && dates.Tused is { } topUp
            ? (dates.Sled!.Value.AddDays(1), topUp)
            : (dates.Crd!.Value, dates.Sled!.Value);
        var day = from.AddDays((int)(position * (until.DayNumber - from.DayNumber)));
        var sentence = drawn with { On = asOf.AddDays(asOf.DayNumber - day.DayNumber) };
        dates = RecordedDates.Of(sentence);
        if (dates.Crd > asOf || (dates.Sled < asOf && !(dates.Tused >= asOf)))
        {
            sentence = sentence with { On = sentence.On.AddDays(-(dates.Crd!.Value.DayNumber - asOf.DayNumber) - 1) };   // another law: released the day before
            dates = RecordedDates.Of(sentence);
        }

        return new NationSentence
        {
            Order = dates.Sled < asOf ? OrderKind.PostSentenceSupervision : OrderKind.Licence,
            Sentence = sentence,
            Dates = dates,
            From = sentence.On,
            ReleasedOn = dates.Crd,
            OffenceGroup = group,
            Offence = offence,
        };
    }

    private static SentenceLength Term(ref SeededNumbers draw)
    {
        var band = PrisonTables.Shared.Marginal("PRISON_SENTENCED_SDS", "length_band").Draw(ref draw);
        var (weeks, at) = (draw.Chance(0.4), draw.Uniform());
        return band switch
        {
            "<=6m" => weeks ? new SentenceLength(Weeks: Within(6, 26, at)) : new SentenceLength(Days: Within(42, 182, at)),
            "6m-12m" => Months(Within(7, 12, at)),
            "12m-2y" => Months(Within(13, 24, at)),
            "2y-4y" => Months(Within(25, 48, at)),
            "4y-7y" => Months(Within(49, 84, at)),
            "7y-10y" => Months(Within(85, 120, at)),
            "10y-14y" => Months(Within(121, 168, at)),
            _ => Months(Within(169, 300, at)),
        };
    }

    private static int Within(int least, int most, double at) => least + (int)(at * (most - least + 1));

    private static int RemandDays(ref SeededNumbers draw)
    {
        var has = draw.Chance(0.55);
        var days = (int)Math.Round(draw.LogNormal(Math.Log(70) - 0.32, 0.8), MidpointRounding.ToEven);
        return has ? days : 0;
    }

    private static (string Group, string Offence) Offended(ref SeededNumbers draw, string population)
    {
        var group = PrisonTables.Shared.Marginal(population, "offence_group").Draw(ref draw);
        return (group, draw.One(OffenceTexts.Of(group)));
    }

    private static List<string> Others(ref SeededNumbers draw, string main)
    {
        var others = new List<string>();
        for (var more = draw.Uniform(); more < 0.3 && others.Count < 3; more = draw.Uniform())
        {
            var text = draw.One(OffenceTexts.Of(PrisonTables.Shared.Marginal("PRISON", "offence_group").Draw(ref draw)));
            if (text != main && !others.Contains(text, StringComparer.Ordinal))
            {
                others.Add(text);
            }
        }

        return others;
    }

    private static int Geometric(ref SeededNumbers draw, double mean)
    {
        var u = draw.Uniform();
        return (int)Math.Floor(Math.Log(1 - u) / Math.Log(mean / (mean + 1)));
    }

    private static SentenceLength Months(int months) => new(months / 12, months % 12);
}
