using Throughcare.Risk.Instruments;

namespace Throughcare.Risk;

/// <summary>The scores of the previous family.</summary>
public readonly record struct PreviousScores(
    PredictorScore Ogrs3, PredictorScore Ogp, PredictorScore Ovp, PredictorScore Snsv, PredictorScore OspDc, PredictorScore OspIic, PredictorScore Rsr)
{
    public IReadOnlyList<PredictorScore> All => [Ogrs3, Ogp, Ovp, Snsv, OspDc, OspIic, Rsr];
}

/// <summary>The scores of the 2026 family.</summary>
public readonly record struct Scores2026(PredictorScore Arp, PredictorScore Vrp, PredictorScore Svrp, PredictorScore DcSrp, PredictorScore IicSrp, PredictorScore Csrp)
{
    public IReadOnlyList<PredictorScore> All => [Arp, Vrp, Svrp, DcSrp, IicSrp, Csrp];
}

/// <summary>Calculates predictors. Pure: the same answers always give the same scores, and no clock is read.</summary>
public static class RiskCalculator
{
    /// <summary>Version of the coefficients in this library.</summary>
    public const string ModelVersion = "1.0";

    /// <summary>Version of the band boundaries in this library.</summary>
    public const string ThresholdsVersion = "1.0";

    public static PreviousScores ScorePrevious(RiskInput input, in RiskOptions options = default)
    {
        var none = default(NoTerms);
        var ogrs3 = Ogrs3.Score(input, options, none);
        var ogp = Ogp.Score(input, TwoYear(ogrs3), none);
        var ovp = Ovp.Score(input, none);
        var snsv = LogisticPredictor.Snsv.Score(input, options, none);
        var contact = SexualPredictor.Contact(RiskFamily.Previous, input, none);
        var images = SexualPredictor.Indirect(RiskFamily.Previous, input, none);
        if (IsSexualSectionSkipped(input))
        {
            (contact, images) = (contact.WithoutBand(), images.WithoutBand());
        }

        return new(ogrs3, ogp, ovp, snsv, contact, images, CombinedPredictor.Rsr(input, snsv, contact, images, none));
    }

    public static Scores2026 Score2026(RiskInput input, in RiskOptions options = default)
    {
        var none = default(NoTerms);
        var svrp = LogisticPredictor.Svrp.Score(input, options, none);
        var contact = SexualPredictor.Contact(RiskFamily.F2026, input, none);
        var images = SexualPredictor.Indirect(RiskFamily.F2026, input, none);
        return new(
            LogisticPredictor.Arp.Score(input, options, none), LogisticPredictor.Vrp.Score(input, options, none), svrp, contact, images,
            CombinedPredictor.Csrp(input, svrp, contact, images, none));
    }

    /// <summary>All scores of a family, in the order in which they are shown.</summary>
    public static IReadOnlyList<PredictorScore> Score(RiskInput input, RiskFamily family, in RiskOptions options = default) =>
        family is RiskFamily.Previous ? ScorePrevious(input, options).All : Score2026(input, options).All;

    /// <summary>One score with every term that was added, the greatest part first; without parts where it could not be calculated.</summary>
    public static PredictorExplanation Explain(RiskInput input, RiskInstrument instrument, in RiskOptions options = default)
    {
        List<PredictorTerm> terms = [];
        var list = new TermList(terms);
        var none = default(NoTerms);
        var score = instrument switch
        {
            RiskInstrument.Ogrs3 => Ogrs3.Score(input, options, list),
            RiskInstrument.Ogp => Ogp.Score(input, TwoYear(Ogrs3.Score(input, options, none)), list),
            RiskInstrument.Ovp => Ovp.Score(input, list),
            RiskInstrument.Snsv => LogisticPredictor.Snsv.Score(input, options, list),
            RiskInstrument.Arp => LogisticPredictor.Arp.Score(input, options, list),
            RiskInstrument.Vrp => LogisticPredictor.Vrp.Score(input, options, list),
            RiskInstrument.Svrp => LogisticPredictor.Svrp.Score(input, options, list),
            RiskInstrument.OspDc or RiskInstrument.DcSrp => SexualPredictor.Contact(instrument.Family, input, list),
            RiskInstrument.OspIic or RiskInstrument.IicSrp => SexualPredictor.Indirect(instrument.Family, input, list),
            RiskInstrument.Rsr => CombinedPredictor.Rsr(
                input, LogisticPredictor.Snsv.Score(input, options, none), SexualPredictor.Contact(RiskFamily.Previous, input, none),
                SexualPredictor.Indirect(RiskFamily.Previous, input, none), list),
            _ => CombinedPredictor.Csrp(
                input, LogisticPredictor.Svrp.Score(input, options, none), SexualPredictor.Contact(RiskFamily.F2026, input, none),
                SexualPredictor.Indirect(RiskFamily.F2026, input, none), list),
        };
        var parts = score.HasScore
            ? terms.GroupBy(term => term.Part, (part, all) => new PredictorPart(part, all.Sum(term => term.Contribution), [.. all])).OrderByDescending(part => Math.Abs(part.Contribution)).ToList()
            : [];
        var (unit, rule, source) = About(instrument);
        return new(score, unit, parts.Sum(part => part.Contribution), parts, rule, source);
    }

    private static (string Unit, string Rule, string Source) About(RiskInstrument instrument) => instrument switch
    {
        RiskInstrument.Ogrs3 => ("log odds", Ogrs3.Rule, Ogrs3.Source),
        RiskInstrument.Ogp => ("points", Ogp.Rule, Ogp.Source),
        RiskInstrument.Ovp => ("points", Ovp.Rule, Ovp.Source),
        RiskInstrument.OspDc or RiskInstrument.DcSrp => ("points", SexualPredictor.ContactRule, SexualPredictor.Source),
        RiskInstrument.OspIic or RiskInstrument.IicSrp => ("per cent", SexualPredictor.ImagesRule, SexualPredictor.Source),
        RiskInstrument.Rsr or RiskInstrument.Csrp => ("per cent", CombinedPredictor.Rule, CombinedPredictor.Source),
        _ => ("log odds", LogisticPredictor.Rule, LogisticPredictor.Source),
    };

    private static int? TwoYear(in PredictorScore ogrs3) => ogrs3.HasScore ? ogrs3.Hundredths / 100 : null;

    /// <summary>History No, with motivation and counts unanswered: RSR is calculated, and the bands of its sexual components are shown as nothing.</summary>
    private static bool IsSexualSectionSkipped(RiskInput input) =>
        input is { SexualHistory: false, SexualMotivation: null, ContactAdult: null, ContactChild: null, IndecentImage: null, NonContact: null };
}
