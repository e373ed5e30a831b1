using Throughcare.Risk.Tables;

namespace Throughcare.Risk.Instruments;

/// <summary>SNSV, ARP, VRP and SVRP: one algorithm with four tables of coefficients, each with a static and a dynamic version.</summary>
/// <remarks>Source: ministryofjustice/hmpps-arns-risk-actuarial-api (2025 and 2026).</remarks>
internal sealed class LogisticPredictor
{
    public const string Rule = "Sum of the terms z; two years: logistic(z).";
    public const string Source = "ministryofjustice/hmpps-arns-risk-actuarial-api";

    public static readonly LogisticPredictor Snsv = new(
        RiskInstrument.Snsv, "snsv.csv", 'v', 12, OffenceCodes.Snsv,
        FieldSet.Of(
            RiskField.Sex, RiskField.DateOfBirth, RiskField.ConvictionDate, RiskField.OffenceCode, RiskField.TotalSanctions, RiskField.AgeAtFirstSanction, RiskField.Supervision,
            RiskField.CommunityDate, RiskField.ViolentSanctions, RiskField.AssessmentDate),
        FieldSet.Of(
            RiskField.Weapon, RiskField.Accommodation, RiskField.Unemployed, RiskField.PartnerRelationship, RiskField.AlcoholNow, RiskField.BingeDrinking, RiskField.Impulsivity,
            RiskField.Temper, RiskField.Attitudes, RiskField.Previous, RiskField.DomesticAbuse));

    public static readonly LogisticPredictor Arp = new(
        RiskInstrument.Arp, "arp.csv", 'g', 26, OffenceCodes.Arp, Static2026,
        FieldSet.Of(
            RiskField.Accommodation, RiskField.Unemployed, RiskField.PartnerRelationship, RiskField.DomesticAbuse, RiskField.RelationshipStatus, RiskField.RegularActivities,
            RiskField.AlcoholNow, RiskField.BingeDrinking, RiskField.Impulsivity, RiskField.Attitudes));

    public static readonly LogisticPredictor Vrp = new(
        RiskInstrument.Vrp, "vrp.csv", 'v', 12, OffenceCodes.Arp, Static2026.With(RiskField.ViolentSanctions),
        FieldSet.Of(
            RiskField.Accommodation, RiskField.Unemployed, RiskField.PartnerRelationship, RiskField.DomesticAbuse, RiskField.RelationshipStatus, RiskField.RegularActivities,
            RiskField.DrugMotivation, RiskField.AlcoholNow, RiskField.BingeDrinking, RiskField.Impulsivity, RiskField.Temper));

    public static readonly LogisticPredictor Svrp = new(
        RiskInstrument.Svrp, "svrp.csv", 'v', 12, OffenceCodes.Arp, Static2026.With(RiskField.ViolentSanctions),
        FieldSet.Of(
            RiskField.Weapon, RiskField.Accommodation, RiskField.Unemployed, RiskField.AlcoholNow, RiskField.Temper, RiskField.Attitudes, RiskField.Previous));

    private const int CopasViolentOffset = 30;
    private const int MostOffenceFreeMonths = 36;
    private const int LeastAge = 10;
    private const int MostSanctions = 999;

    private readonly RiskInstrument _instrument;
    private readonly LogisticModel _static;
    private readonly LogisticModel _dynamic;
    private readonly string _copas;
    private readonly int _copasOffset;
    private readonly byte[] _offences;
    private readonly FieldSet _needed;
    private readonly FieldSet _neededDynamic;
    private readonly bool _countsViolence;
    private readonly bool _asksDrugs;
    private readonly BandTable? _bands;

    private LogisticPredictor(RiskInstrument instrument, string table, char copas, int copasOffset, byte[] offences, FieldSet needed, FieldSet neededDynamic)
    {
        (_instrument, _copas, _copasOffset, _offences, _needed, _neededDynamic) = (instrument, $"copas_{copas}", copasOffset, offences, needed, neededDynamic);
        (_static, _dynamic) = LogisticModel.Load(table, copas);
        _countsViolence = needed.Contains(RiskField.ViolentSanctions);
        _asksDrugs = _dynamic.Drugs.Length > 0;
        _bands = instrument is RiskInstrument.Snsv ? null : BandTable.Of(instrument);
    }

    private static FieldSet Static2026 => FieldSet.Of(
        RiskField.AssessmentDate, RiskField.DateOfBirth, RiskField.ConvictionDate, RiskField.AgeAtFirstSanction, RiskField.Sex, RiskField.OffenceCode, RiskField.TotalSanctions);

    private bool IsSnsv => _instrument is RiskInstrument.Snsv;

    public PredictorScore Score<TTerms>(RiskInput input, in RiskOptions options, TTerms terms)
        where TTerms : struct, ITerms
    {
        var problems = default(Problems);
        var history = ReadHistory(input, ref problems);
        var hasHistory = !problems.Any;
        var mustBeDynamic = IsSnsv && options.Force is ScoreType.Dynamic;
        var isDynamic = options.Force is not ScoreType.Static && CheckDynamic(input, mustBeDynamic, ref problems);
        if (!hasHistory || (mustBeDynamic && !isDynamic))
        {
            return PredictorScore.Not(_instrument, problems);
        }

        var none = default(NoTerms);
        var (@static, dynamic) = (double.NaN, double.NaN);
        if (isDynamic)
        {
            @static = Arithmetic.Logistic(Sum(_static, input, history, isDynamic: false, none));
            dynamic = Arithmetic.Logistic(Sum(_dynamic, input, history, isDynamic: true, terms));
        }
        else
        {
            @static = Arithmetic.Logistic(Sum(_static, input, history, isDynamic: false, terms));
        }

        var probability = isDynamic ? dynamic : @static;
        var hundredths = Arithmetic.Hundredths(probability);
        return PredictorScore.Of(_instrument, isDynamic ? ScoreType.Dynamic : ScoreType.Static, probability, hundredths, _bands?[hundredths], problems).WithVersions(@static, dynamic);
    }

    private History ReadHistory(RiskInput input, ref Problems problems)
    {
        problems.AddMissing(input, Offence.Needed(input, _needed, RiskField.ArpCategory), RiskProblemType.MissingMandatoryInput);
        var offence = Offence.Category(input, _offences, RiskField.ArpCategory, _instrument.Family, ref problems);
        var (born, convicted, assessed) = (input.DateOfBirth, input.ConvictionDate, input.AssessmentDate);
        if (!IsSnsv && input.NotUnderstood.Contains(RiskField.CommunityDate))
        {
            problems.Add(RiskProblemType.InputNotUnderstood, RiskField.CommunityDate);
        }

        var followUp = input.CommunityDate ?? (IsSnsv ? null : convicted);
        var atConviction = born is { } b && convicted is { } c ? Arithmetic.YearsBetween(b, c) : 0;
        var atFollowUp = born is { } from && followUp is { } start ? Arithmetic.YearsBetween(from, start) : 0;
        if (IsSnsv)
        {
            CheckPrevious(input, atConviction, atFollowUp, ref problems);
        }
        else
        {
            Check2026(input, atConviction, atFollowUp, ref problems);
        }

        if (problems.Any)
        {
            return default;
        }

        var (total, violent, career) = (input[RiskField.TotalSanctions], input[RiskField.ViolentSanctions], atConviction - input[RiskField.AgeAtFirstSanction]);
        var free = Math.Clamp(Arithmetic.MonthsBetween(followUp!.Value, assessed!.Value), 0, MostOffenceFreeMonths);
        return new(input.Sex!.Value, offence, atFollowUp, career, total, violent, free);
    }

    private static void CheckPrevious(RiskInput input, int atConviction, int atFollowUp, ref Problems problems)
    {
        problems.AddIf(input.TotalSanctions < 1, RiskProblemType.TotalNumberOfSanctionsLessThanOne, RiskField.TotalSanctions);
        problems.AddIf(
            input.ViolentSanctions > input.TotalSanctions || input.ViolentSanctions < 0, RiskProblemType.ViolentSanctionGreaterThanTotalSanctions,
            RiskField.ViolentSanctions, RiskField.TotalSanctions);
        problems.AddIf(
            input.CommunityDate < input.ConvictionDate, RiskProblemType.FollowUpDateBeforeConvictionDate, RiskField.CommunityDate, RiskField.ConvictionDate);
        if (input is not { DateOfBirth: { } born, ConvictionDate: { } convicted, CommunityDate: { } community })
        {
            return;
        }

        if (convicted <= born || community <= born || atConviction < LeastAge || atFollowUp < LeastAge || input.AgeAtFirstSanction < 0)
        {
            problems.Add(RiskProblemType.UnexpectedError, FieldSet.None);
        }
        else
        {
            problems.AddIf(
                input.AgeAtFirstSanction > atConviction, RiskProblemType.AgeAtFirstSanctionAfterAgeAtCurrentConviction, RiskField.ConvictionDate, RiskField.AgeAtFirstSanction);
        }
    }

    private void Check2026(RiskInput input, int atConviction, int atFollowUp, ref Problems problems)
    {
        problems.AddIf(input.TotalSanctions is < 1 or > MostSanctions, RiskProblemType.TotalNumberOfSanctionsOutOfRange, RiskField.TotalSanctions);
        problems.AddIf(
            _countsViolence && (input.ViolentSanctions < 0 || input.ViolentSanctions > input.TotalSanctions), RiskProblemType.ViolentSanctionOutOfRange,
            RiskField.ViolentSanctions, RiskField.TotalSanctions);
        CommonChecks.OfFirstSanction(input, atConviction, ref problems);
        CommonChecks.OfConviction(input, ref problems);
        CommonChecks.OfFollowUp(input, atFollowUp, ref problems);
    }

    private bool CheckDynamic(RiskInput input, bool mustBeDynamic, ref Problems problems)
    {
        var needed = IsSnsv && input.DomesticAbuse == true ? _neededDynamic.With(RiskField.AbuseOfPartner) : _neededDynamic;
        var present = _asksDrugs ? DrugAnswers.Present(input) : input.Present;
        var missing = needed - present - input.NotUnderstood;
        problems.AddIf(!missing.IsEmpty, mustBeDynamic ? RiskProblemType.MissingMandatoryInput : RiskProblemType.MissingDynamicInput, missing);
        var asked = _asksDrugs ? needed | DrugAnswers.Both : needed;
        var unread = (asked & input.NotUnderstood) - present;
        problems.AddIf(!unread.IsEmpty, RiskProblemType.InputNotUnderstood, unread);
        var inUse = _asksDrugs ? DrugAnswers.InUse(input) : Drugs.None;
        if (inUse is not Drugs.None && !present.Contains(RiskField.DrugMotivation))
        {
            problems.Add(RiskProblemType.MotivationToTackleDrugMisuseInconsistent, FieldSet.None.With(RiskField.Drugs), inUse);
            return false;
        }

        return missing.IsEmpty && unread.IsEmpty;
    }

    private double Sum<TTerms>(LogisticModel model, RiskInput input, in History history, bool isDynamic, TTerms terms)
        where TTerms : struct, ITerms
    {
        var z = 0.0;
        var sex = (int)history.Sex;
        var sexName = sex == 0 ? "male" : "female";
        Add("intercept_2yr", "intercept", 1, model.Intercept);
        AddPowers("age", "age", history.Age, model.Age[sex], RiskField.CommunityDate);
        AddIf(sex == 1, "female", "sex", 1, model.Female, RiskField.Sex);
        Add("offence", "offence", 1, model.Offences[history.Offence], RiskField.OffenceCode);
        AddIf(history.Total == 1, "first_sanction", "first", 1, model.FirstSanction, RiskField.TotalSanctions);
        AddIf(history.Total == 2, "second_sanction", "second", 1, model.SecondSanction, RiskField.TotalSanctions);
        Add("total_sanctions", "total", history.Total, model.TotalSanctions, RiskField.TotalSanctions);
        AddIf(history.Total == 2, "second_sanction_gap", "gap", history.Career, model.SecondSanctionGap[sex], RiskField.AgeAtFirstSanction);
        AddPowers("ofm", "ofm", history.OffenceFreeMonths, model.OffenceFree, RiskField.AssessmentDate);
        if (history.Total >= 3)
        {
            var rate = Math.Log(history.Total / (double)(history.Career + _copasOffset));
            Add(_copas, _copas, rate, model.Copas[sex], RiskField.TotalSanctions);
            AddIf(model.CopasSquared[sex] != 0, "copas_g_squared", "copas_g2", rate * rate, model.CopasSquared[sex], RiskField.TotalSanctions);
        }

        if (_countsViolence)
        {
            AddIf(history.Violent == 0, "never_violent", "never_violent", 1, model.NeverViolent[sex], RiskField.ViolentSanctions);
            AddIf(history.Violent == 1, "once_violent", "once_violent", 1, model.OnceViolent, RiskField.ViolentSanctions);
            Add("violent_sanctions", "violent_sanctions", history.Violent, model.ViolentSanctions, RiskField.ViolentSanctions);
            if (history.Violent >= 1)
            {
                Add("copas_violent", "copas_violent", Math.Log(history.Violent / (double)(history.Career + CopasViolentOffset)), model.CopasViolent, RiskField.ViolentSanctions);
            }
        }

        if (isDynamic)
        {
            foreach (var (term, field, weight) in model.Answers)
            {
                Add(term, term, Value(input, field), weight, field);
            }

            AddSituation();
        }

        return z;

        void AddSituation()
        {
            AddIf(model.LivesWithPartner != 0 && input.RelationshipStatus == 1, "live_in_partner", "live_in_partner", 1, model.LivesWithPartner, RiskField.RelationshipStatus);
            AddIf(
                model.LivesWithPartnerByRelationship != 0 && input.RelationshipStatus == 1, "live_in_partner_x_q6_4", "live_in_partner", input[RiskField.PartnerRelationship],
                model.LivesWithPartnerByRelationship, RiskField.PartnerRelationship);
            var drugs = _asksDrugs ? DrugAnswers.InUse(input) : Drugs.None;
            foreach (var (term, drug, weight) in model.Drugs)
            {
                AddIf((drugs & drug) != Drugs.None, term, "drugs", 1, weight, RiskField.Drugs);
            }

            AddIf((drugs & LogisticModel.AnyOther) != Drugs.None, "drug_any_other", "drugs", 1, model.AnyOtherDrug, RiskField.Drugs);
            foreach (var (term, conviction, weight) in model.Previous)
            {
                AddIf((input[RiskField.Previous] & (int)conviction) != 0, term, "previous", 1, weight, RiskField.Previous);
            }
        }

        void Add(string term, string part, double value, double weight, RiskField? field = null)
        {
            z += value * weight;
            terms.Add(term, part, value, weight, field);
        }

        void AddIf(bool holds, string term, string part, double value, double weight, RiskField field)
        {
            if (holds)
            {
                Add(term, part, value, weight, field);
            }
        }

        void AddPowers(string term, string part, int value, double[] weights, RiskField field)
        {
            double power = value;
            for (var i = 0; i < LogisticModel.Powers; i++)
            {
                if (weights[i] != 0)
                {
                    Add(PowerName(term, i), part, power, weights[i], field);
                }

                power *= value;
            }
        }

        string PowerName(string term, int i) => typeof(TTerms) == typeof(NoTerms) ? "" : term == "age" ? $"age_{sexName}_{i + 1}" : $"{term}_{i + 1}";
    }

    /// <summary>An answer as the models count it: unemployed is 2; abuse counts in SNSV only when it was of a partner.</summary>
    private double Value(RiskInput input, RiskField field) => field switch
    {
        RiskField.Unemployed => 2 * input[field],
        RiskField.DrugMotivation => DrugAnswers.Motivation(input),
        RiskField.DomesticAbuse when IsSnsv => input[field] * input[RiskField.AbuseOfPartner],
        _ => input[field],
    };

    /// <param name="Age">Complete years at the follow-up date.</param>
    /// <param name="Career">Complete years between first sanction and current conviction.</param>
    private readonly record struct History(Sex Sex, byte Offence, int Age, int Career, int Total, int Violent, int OffenceFreeMonths);
}
