using Throughcare.Domain.Assessment;
using Throughcare.Risk;

namespace Throughcare.Domain.Facts;

/// <content>Predictors, as they were kept with the latest complete assessment that has them. Nothing is calculated here.</content>
public sealed partial class CaseFacts
{
    /// <summary>Any reoffending within two years, per cent.</summary>
    public Known<decimal> Ogrs3TwoYear => Once(() => Percent(RiskInstrument.Ogrs3, a => a.Ogrs3TwoYear));

    /// <summary>General reoffending within two years, per cent.</summary>
    public Known<decimal> Ogp => Once(() => Percent(RiskInstrument.Ogp, a => a.OgpTwoYear));

    /// <summary>Violent reoffending within two years, per cent.</summary>
    public Known<decimal> Ovp => Once(() => Percent(RiskInstrument.Ovp, a => a.OvpTwoYear));

    /// <summary>A seriously harmful reoffence within two years, per cent: dynamic where it was worked out, else static.</summary>
    public Known<decimal> Rsr => Once(() => Percent(RiskInstrument.Rsr, a => a.RsrDynamic ?? a.RsrStatic));

    /// <summary>Contact sexual reoffending; unknown where only a summary of another system says a percentage.</summary>
    public Known<PredictorBand> OspDcBand => Once(() => Band(RiskInstrument.OspDc));

    /// <summary>Indecent images and indirect contact with children; unknown where only a summary of another system says a percentage.</summary>
    public Known<PredictorBand> OspIicBand => Once(() => Band(RiskInstrument.OspIic));

    /// <summary>Any reoffending, 2026 family.</summary>
    public Known<Predicted> Arp => Once(() => Of2026(RiskInstrument.Arp));

    /// <summary>Any serious reoffending, 2026 family.</summary>
    public Known<Predicted> Csrp => Once(() => Of2026(RiskInstrument.Csrp));

    /// <summary>Violent reoffending, 2026 family.</summary>
    public Known<Predicted> Vrp => Once(() => Of2026(RiskInstrument.Vrp));

    /// <summary>Serious violence, 2026 family.</summary>
    public Known<Predicted> Svrp => Once(() => Of2026(RiskInstrument.Svrp));

    /// <summary>Contact sexual reoffending, 2026 family.</summary>
    public Known<Predicted> DcSrp => Once(() => Of2026(RiskInstrument.DcSrp));

    /// <summary>Indecent images and indirect contact with children, 2026 family.</summary>
    public Known<Predicted> IicSrp => Once(() => Of2026(RiskInstrument.IicSrp));

    /// <summary>Scores that are kept with complete assessments: those of the latest assessment first, and of one assessment the latest calculated.</summary>
    public IReadOnlyList<RiskScoring> RiskScorings => Kept(() =>
    {
        var order = CompleteAssessments.Index().ToDictionary(a => a.Item.Id, a => a.Index);
        return Believed(_history.RiskScorings).Where(s => order.ContainsKey(s.AssessmentId))
            .OrderBy(s => order[s.AssessmentId]).ThenByDescending(s => s.CalculatedAt).ToList();
    });

    /// <summary>The latest assessment that has it: as it was kept with the assessment, else as its summary says.</summary>
    private Known<decimal> Percent(RiskInstrument instrument, Func<AssessmentSummary, decimal?> read)
    {
        foreach (var assessment in CompleteAssessments)
        {
            if (KeptOf(instrument, s => s.AssessmentId == assessment.Id) is var (scoring, score))
            {
                return Known<decimal>.Of(score.Percent!.Value, scoring, assessment);
            }

            if (read(assessment) is { } percent)
            {
                return Known<decimal>.Of(percent, assessment);
            }
        }

        return Known<decimal>.Unknown();
    }

    private Known<PredictorBand> Band(RiskInstrument instrument) =>
        KeptOf(instrument, s => s.Of(instrument)?.Band is not null) is var (scoring, score) ? Known<PredictorBand>.Of(score.Band!.Value, scoring) : Known<PredictorBand>.Unknown();

    private Known<Predicted> Of2026(RiskInstrument instrument) =>
        KeptOf(instrument, _ => true) is var (scoring, score) ? Known<Predicted>.Of(new(score.Percent!.Value, score.Band, score.IsStatic), scoring) : Known<Predicted>.Unknown();

    /// <summary>The first scoring that gave the instrument's score.</summary>
    private (RiskScoring Scoring, KeptScore Score)? KeptOf(RiskInstrument instrument, Func<RiskScoring, bool> isMeant) => RiskScorings
        .Where(isMeant).Select(scoring => (Scoring: scoring, Score: scoring.Of(instrument)))
        .Where(kept => kept.Score?.Percent is not null).Select(kept => ((RiskScoring, KeptScore)?)(kept.Scoring, kept.Score!)).FirstOrDefault();
}
