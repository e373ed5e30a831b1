using Throughcare.Risk.Tables;

namespace Throughcare.Risk.Instruments;

/// <summary>RSR and CSRP: any serious reoffending, from the violence, contact and images components.</summary>
/// <remarks>Source: ministryofjustice/hmpps-arns-risk-actuarial-api, oasys-cypress-test.</remarks>
internal static class CombinedPredictor
{
    public const string Rule = "The components, each to two places, are added; 0.38% more for a woman with a history of sexual offences.";
    public const string Source = "RSR, Ministry of Justice 2014; ministryofjustice/hmpps-arns-risk-actuarial-api";

    /// <summary>Of women with a sexual history: 1 in 261.</summary>
    private const double FemaleProbability = 1 / 261.0;
    private const int FemaleHundredths = 38;

    private static readonly BandTable RsrBands = BandTable.Of(RiskInstrument.Rsr);
    private static readonly BandTable CsrpBands = BandTable.Of(RiskInstrument.Csrp);

    private static readonly RiskField[] Counts = [RiskField.ContactAdult, RiskField.ContactChild, RiskField.IndecentImage, RiskField.NonContact];

    private static readonly FieldSet CsrpNeeds = FieldSet.Of(RiskField.Sex, RiskField.SexualHistory);

    private static readonly FieldSet SexualSection = FieldSet.Of(RiskField.SexualHistory, RiskField.SexualMotivation).With(Counts);

    public static PredictorScore Rsr<TTerms>(RiskInput input, in PredictorScore snsv, in PredictorScore contact, in PredictorScore images, TTerms terms)
        where TTerms : struct, ITerms
    {
        var none = default(Problems);
        var isNothingCounted = input.Present.Contains(Counts) && input is { ContactAdult: 0, ContactChild: 0, IndecentImage: 0, NonContact: 0 };
        if ((SexualSection & (input.Present | input.NotUnderstood)).IsEmpty || (input is { SexualHistory: true, SexualMotivation: true } && isNothingCounted))
        {
            return PredictorScore.Not(RiskInstrument.Rsr, none);   // the sexual section was not answered, or leads nowhere: no score, and no problem either
        }

        return Sum(RiskInstrument.Rsr, RsrBands, input, snsv, contact, images, (RiskField.ComponentSnsv, RiskField.ComponentOspDc, RiskField.ComponentOspIic), default, terms);
    }

    public static PredictorScore Csrp<TTerms>(RiskInput input, in PredictorScore svrp, in PredictorScore contact, in PredictorScore images, TTerms terms)
        where TTerms : struct, ITerms
    {
        var problems = default(Problems);
        problems.AddMissing(input, CsrpNeeds, RiskProblemType.MissingMandatoryInput);
        return Sum(RiskInstrument.Csrp, CsrpBands, input, svrp, contact, images, (RiskField.ComponentSvrp, RiskField.ComponentDcSrp, RiskField.ComponentIicSrp), problems, terms);
    }

    /// <summary>From components alone, each in hundredths of a per cent.</summary>
    internal static (int Hundredths, PredictorBand Band) OfComponents(RiskInstrument instrument, int violence, int contact, int images, bool isWomanWithHistory)
    {
        var sum = Math.Clamp(violence + contact + images + (isWomanWithHistory ? FemaleHundredths : 0), 0, 9_999);
        return (sum, (instrument is RiskInstrument.Rsr ? RsrBands : CsrpBands)[sum]);
    }

    private static PredictorScore Sum<TTerms>(
        RiskInstrument instrument, BandTable bands, RiskInput input, in PredictorScore violence, in PredictorScore contact, in PredictorScore images,
        (RiskField Violence, RiskField Contact, RiskField Images) names, Problems problems, TTerms terms)
        where TTerms : struct, ITerms
    {
        var failed = FieldSet.None;
        failed = HasFailed(violence) ? failed.With(names.Violence) : failed;
        failed = HasFailed(contact) ? failed.With(names.Contact) : failed;
        failed = HasFailed(images) ? failed.With(names.Images) : failed;
        problems.AddIf(!failed.IsEmpty, RiskProblemType.ComponentValidationError, failed);
        if (problems.Any || !violence.HasScore || !contact.HasScore || !images.HasScore)
        {
            return PredictorScore.Not(instrument, problems);
        }

        var isWomanWithHistory = input is { Sex: Sex.Female, SexualHistory: true };
        terms.Add(violence.Instrument.Name, "violence", violence.Hundredths, 0.01, names.Violence);
        terms.Add(contact.Instrument.Name, "contact", contact.Hundredths, 0.01, names.Contact);
        terms.Add(images.Instrument.Name, "images", images.Hundredths, 0.01, names.Images);
        if (isWomanWithHistory)
        {
            terms.Add("female_with_sexual_history", "female", FemaleHundredths, 0.01, RiskField.Sex);
        }

        var (hundredths, _) = OfComponents(instrument, violence.Hundredths, contact.Hundredths, images.Hundredths, isWomanWithHistory);
        var probability = violence.Probability!.Value + contact.Probability!.Value + images.Probability!.Value + (isWomanWithHistory ? FemaleProbability : 0);
        return PredictorScore.Of(instrument, ScoreType.Combined, Math.Min(probability, 1), hundredths, bands[hundredths], problems).WithVersion(violence.Type);
    }

    /// <summary>Whether it has a problem other than that the dynamic version could not be had.</summary>
    private static bool HasFailed(in PredictorScore component)
    {
        foreach (var problem in component.ProblemSpan)
        {
            if (problem.Type is not RiskProblemType.MissingDynamicInput && !component.HasScore)
            {
                return true;
            }
        }

        return false;
    }
}
