using Throughcare.Risk.Tables;

namespace Throughcare.Risk.Instruments;

/// <summary>OSP/DC and DC-SRP (contact), OSP/IIC and IIC-SRP (images, indirect contact with children): of men with a sexual offence or one that
/// was sexually motivated. For everybody else they do not apply.</summary>
/// <remarks>Source: ministryofjustice/hmpps-arns-risk-actuarial-api, oasys-cypress-test.</remarks>
internal static class SexualPredictor
{
    public const string ContactRule = "Sum of the points P, 0 to 64; two years: logistic(0.1598 P − 8.633). Five years without any offence in the community take the band down by one.";
    public const string ImagesRule = "By the first rule that holds: indecent images, direct contact with children, any other sexual sanction.";
    public const string Source = "OSP, Howard and Wakeling 2021; ministryofjustice/hmpps-arns-risk-actuarial-api";

    /// <summary>Complete years without any offence, in the community, after which the band is taken down.</summary>
    private const int YearsFree = 5;

    private static readonly RiskTable Table = RiskTable.Load("osp-dc.csv");
    private static readonly Points ContactAdult = Points.Of(Table, "contact_adult");
    private static readonly Points ContactChild = Points.Of(Table, "contact_child");
    private static readonly Points NonContact = Points.Of(Table, "non_contact");
    private static readonly Points Age = Points.Of(Table, "age_at_community_date");
    private static readonly Points AgeAtLast = Points.Of(Table, "age_at_last_sexual_sanction");
    private static readonly Points Total = Points.Of(Table, "total_sanctions");
    private static readonly Points Stranger = Points.Of(Table, "stranger_victim", last: 1);
    private static readonly double Slope = Table.One("link_slope").Number("points_or_coefficient");
    private static readonly double Intercept = Table.One("link_intercept").Number("points_or_coefficient");
    private static readonly BandTable Bands = BandTable.Of(RiskInstrument.DcSrp);

    private static readonly (double Probability, PredictorBand Band)[] Images = [.. RiskTable.Load("osp-iic.csv").Rows.Select(row =>
        (double.Parse(row["probability"].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture), row.Word("band", RiskWords.BandWords)))];

    private static readonly string[] RuleNames = ["rule_1", "rule_2", "rule_3", "rule_4", "rule_5", "rule_6"];

    private static readonly RiskField[] EachCount = [RiskField.ContactAdult, RiskField.ContactChild, RiskField.IndecentImage, RiskField.NonContact];
    private static readonly FieldSet Counts = FieldSet.Of(EachCount);
    private static readonly FieldSet Optional = FieldSet.Of(RiskField.StrangerVictim, RiskField.LastOffenceDate, RiskField.LastSexualOffenceDate, RiskField.CommunityDate);
    private static readonly FieldSet Who = FieldSet.Of(RiskField.Sex, RiskField.SexualHistory);

    private static readonly FieldSet ContactNeeds =
        Who | FieldSet.Of(RiskField.Supervision, RiskField.DateOfBirth, RiskField.TotalSanctions);

    public static PredictorScore Contact<TTerms>(RiskFamily family, RiskInput input, TTerms terms)
        where TTerms : struct, ITerms
    {
        var instrument = family is RiskFamily.Previous ? RiskInstrument.OspDc : RiskInstrument.DcSrp;
        var problems = default(Problems);
        var needed = ContactNeeds | NeedsOfHistory(input);
        if (input is { Sex: Sex.Male, SexualHistory: true })
        {
            needed = needed.With(family is RiskFamily.Previous ? RiskField.SexualMotivation : RiskField.LastSexualOffenceDate);
        }

        problems.AddMissing(input, needed, RiskProblemType.MissingMandatoryInput);
        var optional = Optional - needed;
        problems.AddIf(!(optional & input.NotUnderstood).IsEmpty, RiskProblemType.InputNotUnderstood, optional & input.NotUnderstood);
        var followUp = input.CommunityDate ?? input.ConvictionDate;
        var age = input.DateOfBirth is { } born && followUp is { } start ? Arithmetic.YearsBetween(born, start) : 0;
        CheckCounts(family, input, ref problems);
        if (family is RiskFamily.Previous)
        {
            problems.AddIf(followUp is null, RiskProblemType.MissingMandatoryInput, RiskField.CommunityDate);
            problems.AddIf(input.TotalSanctions < 1, RiskProblemType.TotalNumberOfSanctionsLessThanOne, RiskField.TotalSanctions);
            problems.AddIf(followUp <= input.DateOfBirth || input.LastSexualOffenceDate <= input.DateOfBirth, RiskProblemType.UnexpectedError, FieldSet.None);
        }
        else
        {
            problems.AddIf(input.TotalSanctions is < 1 or > 999, RiskProblemType.TotalNumberOfSanctionsOutOfRange, RiskField.TotalSanctions);
            CommonChecks.OfFollowUp(input, age, ref problems);
            CheckLastAndSum(input, ref problems);
        }

        if (problems.Any)
        {
            return PredictorScore.Not(instrument, problems);
        }

        if (input is not { Sex: Sex.Male, SexualHistory: true })
        {
            return PredictorScore.Of(instrument, ScoreType.Static, 0, 0, PredictorBand.NotApplicable);
        }

        var points = 0;
        Add("contact_adult", ContactAdult[input[RiskField.ContactAdult]], RiskField.ContactAdult);
        Add("contact_child", ContactChild[input[RiskField.ContactChild]], RiskField.ContactChild);
        Add("non_contact", NonContact[input[RiskField.NonContact]], RiskField.NonContact);
        Add("age_at_community_date", Age[age], RiskField.CommunityDate);
        Add(
            "age_at_last_sexual_sanction",
            input is { LastSexualOffenceDate: { } last, DateOfBirth: { } birth } ? AgeAtLast[Arithmetic.YearsBetween(birth, last)] : AgeAtLast.WhenAbsent, RiskField.LastSexualOffenceDate);
        Add("total_sanctions", Total[input[RiskField.TotalSanctions]], RiskField.TotalSanctions);
        Add("stranger_victim", input.Has(RiskField.StrangerVictim) ? Stranger[input[RiskField.StrangerVictim]] : Stranger.WhenAbsent, RiskField.StrangerVictim);
        if (points == 0)
        {
            return PredictorScore.Of(instrument, ScoreType.Static, 0, 0, PredictorBand.Low).WithPoints(0, PredictorBand.Low);
        }

        var unreduced = Bands[points];
        var band = unreduced > PredictorBand.Low && IsFreeOfOffences(input) ? unreduced - 1 : unreduced;
        var probability = Arithmetic.Logistic((Slope * points) + Intercept);
        return PredictorScore.Of(instrument, ScoreType.Static, probability, Arithmetic.Hundredths(probability), band).WithPoints(points, unreduced);

        void Add(string term, int more, RiskField field)
        {
            points += more;
            terms.Add(term, term, more, 1, field);
        }
    }

    public static PredictorScore Indirect<TTerms>(RiskFamily family, RiskInput input, TTerms terms)
        where TTerms : struct, ITerms
    {
        var instrument = family is RiskFamily.Previous ? RiskInstrument.OspIic : RiskInstrument.IicSrp;
        var problems = default(Problems);
        problems.AddMissing(input, Who | NeedsOfHistory(input), RiskProblemType.MissingMandatoryInput);
        CheckCounts(family, input, ref problems);
        if (family is RiskFamily.F2026)
        {
            CheckLastAndSum(input, ref problems);
        }

        if (problems.Any)
        {
            return PredictorScore.Not(instrument, problems);
        }

        if (input is not { Sex: Sex.Male, SexualHistory: true })
        {
            // of women with a history the 2026 family stores a low 0, which is shown as not applicable all the same
            var isLow = family is RiskFamily.F2026 && input.SexualHistory == true;
            return PredictorScore.Of(instrument, ScoreType.Static, 0, 0, isLow ? PredictorBand.Low : PredictorBand.NotApplicable);
        }

        var (images, child) = (input[RiskField.IndecentImage], input[RiskField.ContactChild]);
        var (rule, field) = (images, child) switch
        {
            ( >= 2, _) => (0, RiskField.IndecentImage),
            (1, _) => (1, RiskField.IndecentImage),
            (_, >= 2) => (2, RiskField.ContactChild),
            (_, 1) => (3, RiskField.ContactChild),
            _ => (4, input.ContactAdult > 0 ? RiskField.ContactAdult : RiskField.NonContact),
        };
        var (probability, band) = Images[rule];
        terms.Add(RuleNames[rule], "rule", probability * 100, 1, field);
        return PredictorScore.Of(instrument, ScoreType.Static, probability, Arithmetic.Hundredths(probability), band);
    }

    /// <summary>The four counts: of men with a history, and of whoever did not answer whether there is one.</summary>
    private static FieldSet NeedsOfHistory(RiskInput input) =>
        (input is { Sex: Sex.Male, SexualHistory: true }) || !input.Has(RiskField.SexualHistory) ? Counts : FieldSet.None;

    private static void CheckCounts(RiskFamily family, RiskInput input, ref Problems problems)
    {
        if (input.Sex is not Sex.Male)
        {
            return;
        }

        var answered = Counts & input.Present;
        var above = FieldSet.None;
        foreach (var field in EachCount)
        {
            above = input[field] > 0 ? above.With(field) : above;
        }

        if (family is RiskFamily.Previous)
        {
            problems.AddIf(
                input.SexualHistory == true && (answered != Counts || above.IsEmpty), RiskProblemType.SexualOffendingMissingCounts, answered == Counts ? Counts : Counts - answered);
            problems.AddIf(input.SexualHistory == false && !above.IsEmpty, RiskProblemType.SexualOffendingInconsistentInput, above);
        }
        else
        {
            problems.AddIf(input.SexualHistory == true && answered == Counts && above.IsEmpty, RiskProblemType.SexualReoffendingPredictorNoSanctions, Counts);
            problems.AddIf(input.SexualHistory != true && !above.IsEmpty, RiskProblemType.SexualReoffendingPredictorInconsistentInput, above.With(RiskField.SexualHistory));
        }
    }

    private static void CheckLastAndSum(RiskInput input, ref Problems problems)
    {
        if (input is not { Sex: Sex.Male, SexualHistory: true })
        {
            return;
        }

        CommonChecks.OfLastSexualOffence(input, ref problems);
        var sum = (long)input[RiskField.ContactAdult] + input[RiskField.ContactChild] + input[RiskField.IndecentImage] + input[RiskField.NonContact];
        problems.AddIf(input.TotalSanctions is { } total && sum > total, RiskProblemType.TotalNumberOfSexualSanctionsOutOfRange, Counts);
    }

    private static bool IsFreeOfOffences(RiskInput input) =>
        input.Supervision is not Supervision.Custody
        && input is { CommunityDate: { } community, AssessmentDate: { } assessed }
        && Arithmetic.YearsBetween(community, assessed) >= YearsFree
        && !(input.LastSexualOffenceDate is { } sexual && Arithmetic.YearsBetween(sexual, assessed) < YearsFree)
        && !(input.LastOffenceDate is { } last && Arithmetic.YearsBetween(last, assessed) < YearsFree);
}
