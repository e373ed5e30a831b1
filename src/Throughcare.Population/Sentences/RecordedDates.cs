using Throughcare.Domain.Rules;

namespace Throughcare.Population.Sentences;

/// <summary>The official dates that a fictional prison has recorded for a sentence.</summary>
/// <remarks>
/// A short table that gives dates of the right shape, and not the law: a file carries dates that a prison worked out, and those of
/// the product's own calculation will differ in places. Fractions of the term are two thirds, one half or two fifths
/// (Sentencing Act 2020; SI 2024/844).
/// </remarks>
public sealed record RecordedDates
{
    private static readonly DateOnly TwoFifthsFrom = new(2024, 9, 10);

    /// <summary>Conditional release date.</summary>
    public DateOnly? Crd { get; init; }

    /// <summary>Sentence and licence expiry date.</summary>
    public DateOnly? Sled { get; init; }

    /// <summary>Top-up supervision expiry date.</summary>
    public DateOnly? Tused { get; init; }

    /// <summary>Home detention curfew eligibility date.</summary>
    public DateOnly? Hdced { get; init; }

    /// <summary>Parole eligibility date.</summary>
    public DateOnly? Ped { get; init; }

    /// <summary>Tariff expiry date.</summary>
    public DateOnly? Ted { get; init; }

    /// <summary>Post-recall release date.</summary>
    public DateOnly? Prrd { get; init; }

    /// <summary>Early removal scheme eligibility date.</summary>
    public DateOnly? Ersed { get; init; }

    public static RecordedDates Of(RecordedSentence sentence)
    {
        if (sentence.Kind is SentenceKind.Life or SentenceKind.Ipp)
        {
            return new RecordedDates { Ted = sentence.Term.LastDay(sentence.On).AddDays(-sentence.RemandDays) };
        }

        var expiry = sentence.Term.LastDay(sentence.On).AddDays(sentence.DaysAtLarge - sentence.RemandDays);
        var dates = sentence.Kind is SentenceKind.Eds or SentenceKind.Sopc ? Extended(sentence, expiry) : Standard(sentence, expiry);
        if (sentence.ToBeDeported)
        {
            dates = dates with { Ersed = Release(sentence, 3, 10) };
        }

        return sentence.Recall is { } recall ? dates with { Prrd = AfterRecall(recall, dates.Sled) } : dates;
    }

    /// <summary>The share of the term after which a standard sentence is released, as a fraction.</summary>
    public static (int Of, int Parts) Fraction(RecordedSentence sentence)
    {
        if (sentence.Kind is SentenceKind.SdsPlus or SentenceKind.Eds or SentenceKind.Sopc)
        {
            return (2, 3);
        }

        if (sentence.OffenceGroup == "SEX"
            || (sentence.OffenceGroup is "VAP" or "ROB" or "CDA" && sentence.Term.IsAtLeastMonths(48)))
        {
            return (1, 2);
        }

        return Release(sentence, 2, 5) >= TwoFifthsFrom ? (2, 5) : (1, 2);
    }

    /// <summary>The day after this share of the term, less days that count, plus days added; never before the day of sentence nor after the expiry.</summary>
    public static DateOnly Release(RecordedSentence sentence, int of, int parts)
    {
        var days = sentence.Term.DaysFrom(sentence.On);
        var served = (days * of + parts - 1) / parts;
        var day = sentence.On.AddDays(served - 1 - sentence.RemandDays + sentence.AddedDays + sentence.DaysAtLarge);
        var expiry = sentence.Term.LastDay(sentence.On).AddDays(sentence.DaysAtLarge - sentence.RemandDays);
        day = day > expiry ? expiry : day;
        return day < sentence.On ? sentence.On : day;
    }

    private static RecordedDates Extended(RecordedSentence sentence, DateOnly expiry)
    {
        var whole = sentence.Kind == SentenceKind.Sopc
            ? sentence.Term with { Months = sentence.Term.Months + 12 }
            : new SentenceLength(
                sentence.Term.Years + sentence.Extension.Years,
                sentence.Term.Months + sentence.Extension.Months,
                sentence.Term.Weeks + sentence.Extension.Weeks,
                sentence.Term.Days + sentence.Extension.Days);
        return new RecordedDates
        {
            Ped = Release(sentence, 2, 3),
            Crd = expiry.AddDays(sentence.AddedDays),
            Sled = whole.LastDay(sentence.On).AddDays(sentence.DaysAtLarge - sentence.RemandDays),
        };
    }

    private static RecordedDates Standard(RecordedSentence sentence, DateOnly expiry)
    {
        var (of, parts) = Fraction(sentence);
        var crd = Release(sentence, of, parts);
        return new RecordedDates { Crd = crd, Sled = expiry, Tused = TopUp(sentence, crd, expiry), Hdced = Curfew(sentence, crd) };
    }

    private static DateOnly? TopUp(RecordedSentence sentence, DateOnly crd, DateOnly expiry)
    {
        var topUp = crd.AddMonths(12);
        return !sentence.Term.IsAtLeastMonths(24) && sentence.Term.DaysFrom(sentence.On) > 1
            && sentence.BornOn.AgeAsAt(crd) >= 19 && topUp > expiry
            ? topUp
            : null;
    }

    private static DateOnly? Curfew(RecordedSentence sentence, DateOnly crd)
    {
        if (sentence.Kind == SentenceKind.SdsPlus || sentence.OffenceGroup == "SEX" || sentence.Recall is not null
            || sentence.Term.DaysFrom(sentence.On) < 84)
        {
            return null;
        }

        var day = crd.AddDays(-Math.Min(365, (crd.DayNumber - sentence.On.DayNumber) / 2));
        var earliest = sentence.On.AddDays(27);
        day = day < earliest ? earliest : day;
        return crd.DayNumber - day.DayNumber < 10 ? null : day;
    }

    private static DateOnly? AfterRecall(RecordedRecall recall, DateOnly? sled)
    {
        var day = recall.Days is { } days ? recall.On.AddDays(days - 1) : sled;
        return day > sled ? sled : day;
    }
}
