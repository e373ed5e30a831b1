namespace Throughcare.Risk.Tables;

/// <summary>The coefficients of one version of a two-year logistic model; a term that the version does not have is 0.</summary>
internal sealed class LogisticModel
{
    public const int Powers = 4;

    /// <summary>Answers of 0 to 2 and yes or no that are multiplied by a coefficient of their own.</summary>
    private static readonly (string Term, RiskField Field)[] AnswerTerms =
    [
        ("q2_2_weapon", RiskField.Weapon), ("q3_4", RiskField.Accommodation), ("q4_2", RiskField.Unemployed), ("q6_4", RiskField.PartnerRelationship),
        ("q6_7_da", RiskField.DomesticAbuse), ("q7_2", RiskField.RegularActivities), ("q8_8", RiskField.DrugMotivation), ("q9_1", RiskField.AlcoholNow),
        ("q9_2", RiskField.BingeDrinking), ("q11_2", RiskField.Impulsivity), ("q11_4", RiskField.Temper), ("q12_1", RiskField.Attitudes),
    ];

    /// <summary>The drugs that count once together.</summary>
    public const Drugs AnyOther = Risk.Drugs.OtherDrugs | Risk.Drugs.Ketamine | Risk.Drugs.Spice | Risk.Drugs.Hallucinogens | Risk.Drugs.Solvents;

    private LogisticModel(RiskTable table, string column, char copas)
    {
        Intercept = Number("intercept_2yr") ?? throw new InvalidDataException("A model has no intercept");
        Age = [Series("age_male"), Series("age_female")];
        Female = Number("female") ?? 0;
        FirstSanction = Number("first_sanction") ?? 0;
        SecondSanction = Number("second_sanction") ?? 0;
        TotalSanctions = Number("total_sanctions") ?? 0;
        SecondSanctionGap = Pair("second_sanction_gap");
        OffenceFree = Series("ofm");
        Copas = Pair($"copas_{copas}");
        CopasSquared = Pair($"copas_{copas}_squared");
        NeverViolent = Pair("never_violent");
        OnceViolent = Number("once_violent") ?? 0;
        ViolentSanctions = Number("violent_sanctions") ?? 0;
        CopasViolent = Number("copas_violent") ?? 0;
        Answers = [.. AnswerTerms.Select(t => (t.Term, t.Field, Weight: Number(t.Term))).Where(t => t.Weight is not null).Select(t => (t.Term, t.Field, t.Weight!.Value))];
        LivesWithPartner = Number("live_in_partner") ?? 0;
        LivesWithPartnerByRelationship = Number("live_in_partner_x_q6_4") ?? 0;
        Drugs = [.. RiskWords.AllDrugs.Select(drug => (Term: $"drug_{drug.Code()}", drug, Weight: Number($"drug_{drug.Code()}"))).Where(t => t.Weight is not null).Select(t => (t.Term, t.drug, t.Weight!.Value))];
        AnyOtherDrug = Number("drug_any_other") ?? 0;
        Previous = [.. RiskWords.AllPrevious.Select(one => (Term: $"prev_{one.Code()}", one, Weight: Number($"prev_{one.Code()}"))).Where(t => t.Weight is not null).Select(t => (t.Term, t.one, t.Weight!.Value))];
        Offences = [0, .. Enum.GetValues<OffenceCategory>().Select(category => Number($"offence_{category.Code()}") ?? throw new InvalidDataException($"A model has no weight of {category.Code()}"))];

        double? Number(string term) => table.Rows.FirstOrDefault(row => row["term"] == term)?.OptionalNumber(column);

        double[] Series(string term) => [.. Enumerable.Range(1, Powers).Select(power => Number($"{term}_{power}") ?? 0)];

        double[] Pair(string term) => [Number($"{term}_male") ?? 0, Number($"{term}_female") ?? 0];
    }

    public double Intercept { get; }

    /// <summary>By <see cref="Sex"/>, then by the power of the age.</summary>
    public double[][] Age { get; }

    public double Female { get; }

    public double FirstSanction { get; }

    public double SecondSanction { get; }

    public double TotalSanctions { get; }

    /// <summary>By <see cref="Sex"/>.</summary>
    public double[] SecondSanctionGap { get; }

    /// <summary>By the power of the months free of offences.</summary>
    public double[] OffenceFree { get; }

    public double[] Copas { get; }

    public double[] CopasSquared { get; }

    public double[] NeverViolent { get; }

    public double OnceViolent { get; }

    public double ViolentSanctions { get; }

    public double CopasViolent { get; }

    public (string Term, RiskField Field, double Weight)[] Answers { get; }

    public double LivesWithPartner { get; }

    public double LivesWithPartnerByRelationship { get; }

    public (string Term, Drugs Drug, double Weight)[] Drugs { get; }

    public double AnyOtherDrug { get; }

    public (string Term, PreviousConvictions Conviction, double Weight)[] Previous { get; }

    /// <summary>By <see cref="OffenceCategory"/>.</summary>
    public double[] Offences { get; }

    /// <summary>The static and the dynamic version of an instrument.</summary>
    /// <exception cref="InvalidDataException">A term is missing, or the table has one that is not known.</exception>
    public static (LogisticModel Static, LogisticModel Dynamic) Load(string file, char copas)
    {
        var table = RiskTable.Load(file);
        var known = KnownTerms(copas).ToHashSet(StringComparer.Ordinal);
        return table.Rows.FirstOrDefault(row => !known.Contains(row["term"])) is { } row
            ? throw new InvalidDataException($"{file} has the unknown term {row["term"]}")
            : (new(table, "coefficient_static", copas), new(table, "coefficient_dynamic", copas));
    }

    private static IEnumerable<string> KnownTerms(char copas) =>
    [
        "intercept_2yr", "female", "first_sanction", "second_sanction", "total_sanctions", "once_violent", "violent_sanctions", "copas_violent", "live_in_partner",
        "live_in_partner_x_q6_4", "drug_any_other",
        .. AnswerTerms.Select(t => t.Term),
        .. Enumerable.Range(1, Powers).SelectMany(power => new[] { $"age_male_{power}", $"age_female_{power}", $"ofm_{power}" }),
        .. new[] { "second_sanction_gap", $"copas_{copas}", $"copas_{copas}_squared", "never_violent" }.SelectMany(term => new[] { $"{term}_male", $"{term}_female" }),
        .. RiskWords.AllDrugs.Select(drug => $"drug_{drug.Code()}"),
        .. RiskWords.AllPrevious.Select(one => $"prev_{one.Code()}"),
        .. Enum.GetValues<OffenceCategory>().Select(category => $"offence_{category.Code()}"),
    ];
}
