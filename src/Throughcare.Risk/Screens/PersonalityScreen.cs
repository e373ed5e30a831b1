namespace Throughcare.Risk.Screens;

/// <summary>Levels of risk of serious harm, as the personality screen asks for them; ordered.</summary>
public enum HarmLevel
{
    Low,
    Medium,
    High,
    VeryHigh,
}

/// <summary>OPD, the screen for the offender personality disorder pathway.</summary>
/// <remarks>Source: ministryofjustice/hmpps-arns-risk-actuarial-api. Answers of 0 to 2 count once from 1 up.</remarks>
public static class PersonalityScreen
{
    /// <summary>Men: so many signs of personality, or more, screen in.</summary>
    public const int MalePersonalityFrom = 7;

    /// <summary>Men: so many indicators, or more, screen in.</summary>
    public const int MaleIndicatorsFrom = 2;

    /// <summary>Women: so many, or more, screen in.</summary>
    public const int FemaleFrom = 10;

    private const int YoungFirstSanction = 17;

    /// <summary>The answers; what is not there is not answered.</summary>
    public sealed record Answers
    {
        public Sex? Sex { get; init; }

        /// <summary>Overall level of this assessment.</summary>
        public HarmLevel? OverallHarm { get; init; }

        /// <summary>The highest overall level of all assessments.</summary>
        public HarmLevel? HighestHarm { get; init; }

        /// <summary>Five digits.</summary>
        public string? OffenceCode { get; init; }

        public bool? IsCustodial { get; init; }

        /// <summary>Asked of women.</summary>
        public bool? IsMappaEligible { get; init; }

        public int? AgeAtFirstSanction { get; init; }

        /// <summary>2.2 Carrying or using a weapon.</summary>
        public bool? Weapon { get; init; }

        /// <summary>2.2 Any violence or threat of it.</summary>
        public bool? AnyViolence { get; init; }

        /// <summary>2.2 Excessive use of violence.</summary>
        public bool? ExcessiveViolence { get; init; }

        /// <summary>2.2 Arson.</summary>
        public bool? Arson { get; init; }

        /// <summary>2.6</summary>
        public bool? RecognisesImpact { get; init; }

        /// <summary>2.9 Emotional state as a motive.</summary>
        public bool? EmotionalState { get; init; }

        /// <summary>5.5 Over-reliance on others for money.</summary>
        public int? OverReliance { get; init; }

        /// <summary>6.3 Experience of childhood.</summary>
        public int? Childhood { get; init; }

        /// <summary>6.7</summary>
        public bool? DomesticAbuse { get; init; }

        public bool? AbuseOfPartner { get; init; }

        public bool? AbuseOfFamily { get; init; }

        /// <summary>7.4 Manipulative or predatory lifestyle.</summary>
        public int? Manipulative { get; init; }

        /// <summary>7.5 Recklessness.</summary>
        public int? Reckless { get; init; }

        /// <summary>10.1 Difficulties coping.</summary>
        public int? Coping { get; init; }

        /// <summary>10.2 Psychological problems now.</summary>
        public int? Psychological { get; init; }

        /// <summary>10.5 Self-harm or attempted suicide.</summary>
        public bool? SelfHarm { get; init; }

        /// <summary>10.6 Psychiatric problems now.</summary>
        public int? Psychiatric { get; init; }

        /// <summary>10.7 Behaviour problems in childhood.</summary>
        public bool? ChildhoodBehaviour { get; init; }

        /// <summary>10.7 History of psychiatric treatment.</summary>
        public bool? PsychiatricHistory { get; init; }

        /// <summary>10.7 Medication for mental health problems.</summary>
        public bool? Medication { get; init; }

        /// <summary>10.7 Patient in a special hospital or regional secure unit.</summary>
        public bool? SecureHospital { get; init; }

        /// <summary>10.7 Current psychiatric treatment or pending.</summary>
        public bool? CurrentTreatment { get; init; }

        /// <summary>10.7 Obsessive behaviour linked to offending.</summary>
        public bool? Obsessive { get; init; }

        /// <summary>11.2 Impulsivity.</summary>
        public int? Impulsivity { get; init; }

        /// <summary>11.3 Aggressive or controlling behaviour.</summary>
        public int? Aggressive { get; init; }

        /// <summary>12.4 Attitude to staff.</summary>
        public int? AttitudeToStaff { get; init; }

        /// <summary>Assaulted or threatened staff.</summary>
        public bool? AssaultedStaff { get; init; }

        /// <summary>Escape or absconding.</summary>
        public bool? Escape { get; init; }

        /// <summary>Control issues or breach of trust.</summary>
        public bool? ControlIssues { get; init; }

        /// <summary>Sections 2, 3, 6, 10 and 11, each linked to the risk of serious harm.</summary>
        public bool? Section2Linked { get; init; }

        public bool? Section3Linked { get; init; }

        public bool? Section6Linked { get; init; }

        public bool? Section10Linked { get; init; }

        public bool? Section11Linked { get; init; }

        /// <summary>The assessor's: Yes refers the case although the screen does not.</summary>
        public bool? Override { get; init; }
    }

    /// <param name="IsChecked">Whether the screen was made.</param>
    /// <param name="ScreensIn"><see langword="null"/> when it was not made.</param>
    /// <param name="PassesGate">Whether the answers were counted at all.</param>
    /// <param name="Personality">Men: signs of personality.</param>
    /// <param name="Indicators">Men: indicators.</param>
    /// <param name="Total">Women: the total.</param>
    /// <param name="Override">The assessor's answer, where the screen said no after counting.</param>
    public sealed record Result(
        bool IsChecked, bool? ScreensIn, bool PassesGate, int? Personality, int? Indicators, int? Total, bool? Override, IReadOnlyList<string> Missing, IReadOnlyList<RiskProblemType> Problems)
    {
        /// <summary>Whether the case goes to the pathway.</summary>
        public bool IsReferred => ScreensIn == true || Override == true;
    }

    public static Result Screen(Answers answers)
    {
        ArgumentNullException.ThrowIfNull(answers);
        List<RiskProblemType> problems = [];
        var missing = Missing(answers).ToList();
        var code = answers.OffenceCode is { } text ? Tables.OffenceCodes.Parse(text) : -1;
        var offence = Tables.OffenceCodes.Find(code);
        if (answers.DomesticAbuse != true && (answers.AbuseOfPartner is not null || answers.AbuseOfFamily is not null))
        {
            problems.Add(RiskProblemType.DomesticAbuseInconsistentInput);
        }

        if (answers.OffenceCode is not null && offence is null)
        {
            problems.Add(code < 0 ? RiskProblemType.OffenceCodeIncorrectFormat : RiskProblemType.OffenceCodeMappingNotFound);
        }

        if (missing.Count > 0)
        {
            problems.Add(RiskProblemType.MissingMandatoryInput);
        }

        if (problems.Count > 0)
        {
            return new(false, null, false, null, null, null, null, missing, problems);
        }

        if (!IsAnyAnswered(answers))
        {
            return new(false, null, false, null, null, null, null, [], []);
        }

        return answers.Sex is Sex.Male ? Man(answers, offence!.ViolentOrSexualForOpd) : Woman(answers);
    }

    private static Result Man(Answers answers, bool isViolentOrSexual)
    {
        if (answers.OverallHarm < HarmLevel.High || !isViolentOrSexual || answers.IsCustodial == false)
        {
            return new(true, false, false, null, null, null, null, [], []);
        }

        var personality = One(answers.AgeAtFirstSanction <= YoungFirstSanction) + One(answers.AnyViolence) + Excessive(answers) + One(answers.RecognisesImpact != true)
            + One(answers.OverReliance) + One(answers.Manipulative) + One(answers.Reckless) + One(answers.ChildhoodBehaviour) + One(answers.Impulsivity) + One(answers.Aggressive);
        var indicators = One(answers.Childhood >= 1 || answers.ChildhoodBehaviour == true)
            + One(
                answers.Psychological >= 1 || answers.Psychiatric >= 1 || answers.PsychiatricHistory == true || answers.Medication == true || answers.SecureHospital == true
                || answers.CurrentTreatment == true || answers.Obsessive == true)
            + One(answers.SelfHarm)
            + One(answers.AttitudeToStaff >= 1 || answers.AssaultedStaff == true || answers.Escape == true || answers.ControlIssues == true);
        var isIn = personality >= MalePersonalityFrom || indicators >= MaleIndicatorsFrom;
        return new(true, isIn, true, personality, indicators, null, isIn ? null : answers.Override ?? false, [], []);
    }

    private static Result Woman(Answers answers)
    {
        if (answers.OverallHarm < HarmLevel.High && answers.IsMappaEligible == false)
        {
            return new(true, false, false, null, null, null, null, [], []);
        }

        var total = One(answers.Weapon) + One(answers.AnyViolence) + Excessive(answers) + One(answers.Arson) + One(answers.EmotionalState)
            + One(answers.Section2Linked) + One(answers.Section3Linked) + One(answers.Section6Linked) + One(answers.Section10Linked) + One(answers.Section11Linked)
            + One(answers.Childhood) + One(answers.AbuseOfPartner == true || answers.AbuseOfFamily == true) + One(answers.Coping) + One(answers.Psychological) + One(answers.SelfHarm);
        var isIn = total >= FemaleFrom;
        return new(true, isIn, true, null, null, total, isIn ? null : answers.Override ?? false, [], []);
    }

    private static IEnumerable<string> Missing(Answers answers)
    {
        (string Name, bool IsMissing)[] needed =
        [
            ("sex", answers.Sex is null), ("overall_rosh", answers.OverallHarm is null), ("highest_rosh", answers.HighestHarm is null), ("offence_code", answers.OffenceCode is null),
            ("custodial_sentence", answers.IsCustodial is null), ("mappa_eligible", answers is { Sex: Sex.Female, IsMappaEligible: null }),
            ("q6_7_da_partner", answers is { DomesticAbuse: true, AbuseOfPartner: null }), ("q6_7_da_family", answers is { DomesticAbuse: true, AbuseOfFamily: null }),
        ];
        return needed.Where(n => n.IsMissing).Select(n => n.Name);
    }

    private static bool IsAnyAnswered(Answers a) => a.Sex is Sex.Male
        ? a.AgeAtFirstSanction is not null || a.OverReliance is not null || a.Manipulative is not null || a.Reckless is not null || a.ChildhoodBehaviour is not null
            || a.Impulsivity is not null || a.Aggressive is not null || a.RecognisesImpact is not null || a.Childhood is not null || a.Psychological is not null || a.Psychiatric is not null
            || a.PsychiatricHistory is not null || a.Medication is not null || a.SecureHospital is not null || a.CurrentTreatment is not null || a.Obsessive is not null
            || a.SelfHarm is not null || a.AttitudeToStaff is not null || a.AssaultedStaff is not null || a.Escape is not null || a.ControlIssues is not null
            || a.AnyViolence is not null || a.ExcessiveViolence is not null
        : a.Weapon is not null || a.AnyViolence is not null || a.ExcessiveViolence is not null || a.Arson is not null || a.EmotionalState is not null || a.Section2Linked is not null
            || a.Section3Linked is not null || a.Section6Linked is not null || a.Section10Linked is not null || a.Section11Linked is not null || a.Childhood is not null
            || a.DomesticAbuse is not null || a.Coping is not null || a.Psychological is not null || a.SelfHarm is not null;

    /// <summary>1 beside any violence, 2 without: so that excess counts once more than what it is an excess of.</summary>
    private static int Excessive(Answers answers) => answers.ExcessiveViolence != true ? 0 : answers.AnyViolence == true ? 1 : 2;

    private static int One(bool? answer) => answer == true ? 1 : 0;

    private static int One(int? answer) => answer >= 1 ? 1 : 0;
}
