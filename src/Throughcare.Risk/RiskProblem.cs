namespace Throughcare.Risk;

/// <summary>Why an instrument gave no score, or only the static one.</summary>
/// <remarks>Source of the list: ministryofjustice/hmpps-arns-risk-actuarial-api; <see cref="InputNotUnderstood"/> is our own.</remarks>
public enum RiskProblemType
{
    MissingMandatoryInput,
    MissingDynamicInput,
    OffenceCodeIncorrectFormat,
    OffenceCodeMappingNotFound,
    NeedDetailsOfExactOffence,
    TotalNumberOfSanctionsLessThanOne,
    TotalNumberOfSanctionsOutOfRange,
    ViolentSanctionGreaterThanTotalSanctions,
    ViolentSanctionOutOfRange,
    AgeAtCurrentConvictionLessThanTen,
    AgeAtFirstSanctionOutOfRange,
    AgeAtFirstSanctionAfterAgeAtCurrentConviction,
    DateOfCurrentConvictionBeforeDateOfBirth,
    DateOfCurrentConvictionWithinThreeMonthsOfAssessmentDate,
    FollowUpDateBeforeConvictionDate,
    DateOfStartOfFollowupRequired,
    DateOfStartOfFollowupBeforeDateOfBirth,
    DateOfStartOfFollowupOutOfRange,
    DateOfMostRecentSexualOffenceBeforeDateOfBirth,
    DateOfMostRecentSexualOffenceOutOfRange,
    SexualReoffendingPredictorNoSanctions,
    TotalNumberOfSexualSanctionsOutOfRange,
    SexualReoffendingPredictorInconsistentInput,
    SexualOffendingMissingCounts,
    SexualOffendingInconsistentInput,
    MotivationToTackleDrugMisuseInconsistent,
    DomesticAbuseInconsistentInput,
    LdsNotEnoughFieldsPresent,
    ComponentValidationError,
    InputNotUnderstood,
    UnexpectedError,
}

/// <summary>One problem with the answers.</summary>
/// <param name="Fields">The answers it is about; empty for <see cref="RiskProblemType.UnexpectedError"/>.</param>
/// <param name="Drugs">The drugs of <see cref="RiskProblemType.MotivationToTackleDrugMisuseInconsistent"/>.</param>
public readonly record struct RiskProblem(RiskProblemType Type, FieldSet Fields, Drugs Drugs = Drugs.None)
{
    private static readonly Words<RiskProblemType> Codes = Words<RiskProblemType>.OfNames(upper: true);

    /// <summary>"MISSING_DYNAMIC_INPUT".</summary>
    public string Code => Codes[Type];

    /// <summary>What to do about it, for the person who answers; one sentence for each missing answer.</summary>
    public IReadOnlyList<string> Messages
    {
        get
        {
            var fields = Fields.Select(one => one.Words).ToList();
            return Type switch
            {
                RiskProblemType.MissingMandatoryInput or RiskProblemType.MissingDynamicInput => [.. fields.Select(words => $"Missing {words}")],
                RiskProblemType.InputNotUnderstood => [.. fields.Select(words => $"Not understood: {words}")],
                RiskProblemType.OffenceCodeIncorrectFormat => ["The offence code must be 5 digits"],
                RiskProblemType.OffenceCodeMappingNotFound => ["The offence code is not in the list of offences"],
                RiskProblemType.NeedDetailsOfExactOffence => ["The offence code stands for several offences: enter the code of the exact offence"],
                RiskProblemType.TotalNumberOfSanctionsLessThanOne => ["The total number of sanctions must be 1 or more, the current one among them"],
                RiskProblemType.TotalNumberOfSanctionsOutOfRange => ["The total number of sanctions must be between 1 and 999"],
                RiskProblemType.ViolentSanctionGreaterThanTotalSanctions or RiskProblemType.ViolentSanctionOutOfRange => ["The number of violent sanctions must be between 0 and the total number of sanctions"],
                RiskProblemType.AgeAtCurrentConvictionLessThanTen => ["The person must be 10 or older at the current conviction: check the date of birth and the date of conviction"],
                RiskProblemType.AgeAtFirstSanctionOutOfRange => ["The age at first sanction must be between 0 and 109"],
                RiskProblemType.AgeAtFirstSanctionAfterAgeAtCurrentConviction => ["The age at first sanction must not be above the age at the current conviction"],
                RiskProblemType.DateOfCurrentConvictionBeforeDateOfBirth => ["The date of the current conviction must be after the date of birth"],
                RiskProblemType.DateOfCurrentConvictionWithinThreeMonthsOfAssessmentDate => ["The date of the current conviction must not be more than 3 months after the assessment"],
                RiskProblemType.FollowUpDateBeforeConvictionDate => ["The community date must not be before the date of the current conviction"],
                RiskProblemType.DateOfStartOfFollowupRequired => ["Enter the community date, or the date of the current conviction"],
                RiskProblemType.DateOfStartOfFollowupBeforeDateOfBirth => ["The community date must be after the date of birth"],
                RiskProblemType.DateOfStartOfFollowupOutOfRange => ["The person must be under 110 on the community date"],
                RiskProblemType.DateOfMostRecentSexualOffenceBeforeDateOfBirth => ["The date of the most recent sexual offence must be after the date of birth"],
                RiskProblemType.DateOfMostRecentSexualOffenceOutOfRange => ["The person must be under 110 on the date of the most recent sexual offence"],
                RiskProblemType.SexualReoffendingPredictorNoSanctions => ["There is a history of sexual offences: enter how many sanctions were of each kind"],
                RiskProblemType.TotalNumberOfSexualSanctionsOutOfRange => ["The sexual sanctions together must not be more than the total number of sanctions"],
                RiskProblemType.SexualReoffendingPredictorInconsistentInput or RiskProblemType.SexualOffendingInconsistentInput =>
                    ["Sexual sanctions are counted, but 1.30 does not say that there ever was a sexual or sexually motivated offence"],
                RiskProblemType.SexualOffendingMissingCounts => ["There is a history of sexual offences: enter how many sanctions were of each kind, at least one of them"],
                RiskProblemType.MotivationToTackleDrugMisuseInconsistent => [$"Drugs are in use ({string.Join(", ", DrugList())}), so 8.8 Motivation to tackle drug misuse must be answered"],
                RiskProblemType.DomesticAbuseInconsistentInput => ["Who the abuse was of is answered, but 6.7 does not say that there was any"],
                RiskProblemType.LdsNotEnoughFieldsPresent => ["Answer at least three of 4.4, 4.7, 4.8 and 4.9"],
                RiskProblemType.ComponentValidationError => [$"It is made of other scores, and not all could be calculated: {string.Join(", ", Fields.Select(one => one.Key))}"],
                _ => ["It could not be calculated from these answers: check the dates"],
            };
        }
    }

    /// <summary>The keys of its answers, or the drugs it is about.</summary>
    public IEnumerable<string> FieldKeys => Drugs is Drugs.None ? Fields.Select(one => one.Key) : DrugList();

    private IEnumerable<string> DrugList()
    {
        var drugs = Drugs;
        return RiskWords.AllDrugs.Where(drug => drugs.HasFlag(drug)).Select(drug => drug.Code());
    }
}

/// <summary>Gathers problems; costs nothing while there are none.</summary>
internal struct Problems
{
    private List<RiskProblem>? _list;

    public readonly bool Any => _list is not null;

    public readonly IReadOnlyList<RiskProblem> List => _list ?? (IReadOnlyList<RiskProblem>)[];

    public void Add(RiskProblemType type, FieldSet fields, Drugs drugs = Drugs.None) => (_list ??= new(2)).Add(new(type, fields, drugs));

    public void Add(RiskProblemType type, RiskField one) => Add(type, FieldSet.None.With(one));

    public void AddIf(bool wrong, RiskProblemType type, RiskField one)
    {
        if (wrong)
        {
            Add(type, one);
        }
    }

    public void AddIf(bool wrong, RiskProblemType type, RiskField one, RiskField other)
    {
        if (wrong)
        {
            Add(type, FieldSet.None.With(one).With(other));
        }
    }

    public void AddIf(bool wrong, RiskProblemType type, FieldSet fields)
    {
        if (wrong)
        {
            Add(type, fields);
        }
    }

    /// <summary>The answers that are needed and not there; and those that could not be read.</summary>
    public void AddMissing(RiskInput input, FieldSet needed, RiskProblemType type)
    {
        AddIf(!(needed - input.Present - input.NotUnderstood).IsEmpty, type, needed - input.Present - input.NotUnderstood);
        AddIf(!(needed & input.NotUnderstood).IsEmpty, RiskProblemType.InputNotUnderstood, needed & input.NotUnderstood);
    }
}
