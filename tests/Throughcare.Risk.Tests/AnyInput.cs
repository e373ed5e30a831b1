using CsCheck;

namespace Throughcare.Risk.Tests;

/// <summary>Answers of every kind, right and wrong, given and not.</summary>
internal static class AnyInput
{
    private static readonly Gen<DateOnly> Days = Gen.Int[new DateOnly(1900, 1, 1).DayNumber, new DateOnly(2100, 12, 31).DayNumber].Select(DateOnly.FromDayNumber);
    private static readonly string[] Codes = ["00801", "04600", "02801", "09251", "08800", "99999", "1234", "ABCDE", "00000", "03001", "01701"];

    /// <summary>Any answer to any question.</summary>
    public static Gen<RiskInput> Anything { get; } =
        from texts in Gen.Select(Gen.Bool, Gen.Int[-3, 1200], Days, Gen.Int[0, 65535], Gen.Int[0, Codes.Length - 1]).Array[RiskFields.Inputs.Count]
        select Fill(texts);

    /// <summary>Answers that make sense, of somebody to whom everything applies.</summary>
    public static Gen<RiskInput> Sensible { get; } =
        from born in Gen.Int[1950, 2005]
        from day in Gen.Int[0, 364]
        from sex in Gen.Bool
        from first in Gen.Int[10, 18]
        from atConviction in Gen.Int[18, 60]
        from total in Gen.Int[1, 60]
        from violent in Gen.Int[0, 60]
        from months in Gen.Int[0, 60]
        from levels in Gen.Int[0, 2].Array[16]
        from answers in Gen.Bool.Array[10]
        from drugs in Gen.Int[0, 65535]
        from previous in Gen.Int[0, 511]
        from category in Gen.Int[1, 24]
        select Of(born, day, sex, first, atConviction, total, violent, months, levels, answers, drugs, previous, category);

    /// <summary>A man to whom everything applies, with an answer to every question.</summary>
    public static RiskInput Man() =>
        Of(1985, 180, isMan: true, 15, 33, 8, 2, 7, [.. Enumerable.Repeat(1, 16)], [true, false, true, true, true, true, false, true, false, true], 5, 17, 24);

    private static RiskInput Of(
        int born, int day, bool isMan, int first, int atConviction, int total, int violent, int months, int[] levels, bool[] answers, int drugs, int previous, int category)
    {
        var birth = new DateOnly(born, 1, 1).AddDays(day);
        return new()
        {
            Sex = isMan ? Sex.Male : Sex.Female,
            DateOfBirth = birth,
            ConvictionDate = birth.AddYears(atConviction).AddDays(3),
            CommunityDate = birth.AddYears(atConviction).AddDays(30),
            AssessmentDate = birth.AddYears(atConviction).AddDays(31).AddMonths(months),
            AgeAtFirstSanction = first,
            TotalSanctions = total,
            ViolentSanctions = Math.Min(violent, total),
            OffenceCode = "04600",
            ArpCategory = (OffenceCategory)category,
            Supervision = Supervision.Community,
            SexualHistory = isMan,
            SexualMotivation = false,
            ContactAdult = isMan ? Math.Min(1, total) : 0,
            ContactChild = 0,
            IndecentImage = 0,
            NonContact = 0,
            LastSexualOffenceDate = birth.AddYears(18),
            StrangerVictim = answers[9],
            Weapon = answers[0],
            RecognisesImpact = answers[1],
            NoFixedAbode = answers[2],
            Unemployed = answers[3],
            DomesticAbuse = answers[4],
            AbuseOfPartner = answers[5],
            AbuseOfFamily = answers[6],
            PsychiatricTreatment = answers[7],
            Accommodation = levels[0],
            PartnerRelationship = levels[1],
            RegularActivities = levels[2],
            CurrentDrugMisuse = levels[3],
            DrugMotivation = levels[4],
            AlcoholNow = levels[5],
            BingeDrinking = levels[6],
            Impulsivity = levels[7],
            Temper = levels[8],
            ProblemSolving = levels[9],
            AwarenessOfConsequences = levels[10],
            OthersViews = levels[11],
            Attitudes = levels[12],
            RelationshipStatus = levels[13] + 1,
            Drugs = (Drugs)drugs,
            Previous = (PreviousConvictions)previous,
        };
    }

    private static RiskInput Fill((bool IsGiven, int Number, DateOnly Day, int Bits, int Code)[] any)
    {
        var input = new RiskInput();
        for (var i = 0; i < any.Length; i++)
        {
            var (given, number, day, bits, code) = any[i];
            var field = RiskFields.Inputs[i];
            if (given)
            {
                input.Read(field, field.Kind switch
                {
                    FieldKind.Sex => number % 3 == 0 ? "X" : number % 2 == 0 ? "M" : "F",
                    FieldKind.Date => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
                    FieldKind.Code => Codes[code],
                    FieldKind.Category => field is RiskField.Ogrs3Category ? "VIOLENCE" : "ROBBERY",
                    FieldKind.Yn => number % 2 == 0 ? "Y" : "N",
                    FieldKind.Level => $"{Math.Abs(number) % 4}",
                    FieldKind.Supervision => number % 2 == 0 ? "CUSTODY" : "REMAND",
                    FieldKind.Drugs => (bits & 1) == 0 ? "none" : "heroin spice",
                    FieldKind.Previous => (bits & 1) == 0 ? "none" : "robbery weapon",
                    _ => $"{(bits % 7 == 0 ? number * 1000 : number % 40)}",
                });
            }
        }

        return input;
    }
}
