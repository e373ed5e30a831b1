using System.Globalization;
using System.Reflection;
using Xunit;

namespace Throughcare.Risk.Tests;

/// <summary>What answers, scores and explanations are called.</summary>
public sealed class SayingTests
{
    [Fact]
    public void Every_problem_has_a_code_of_its_own_and_says_what_to_do()
    {
        var all = Enum.GetValues<RiskProblemType>().Select(type => new RiskProblem(type, FieldSet.Of(RiskField.Temper, RiskField.Sex), type is RiskProblemType.MotivationToTackleDrugMisuseInconsistent ? Drugs.Crack : Drugs.None)).ToList();

        Assert.Distinct(all.Select(problem => problem.Code));
        Assert.All(all, problem => Assert.NotEmpty(problem.Messages));
        Assert.All(all.SelectMany(problem => problem.Messages), message => Assert.True(message.Length > 5, message));
        Assert.Equal("TOTAL_NUMBER_OF_SANCTIONS_OUT_OF_RANGE", all[(int)RiskProblemType.TotalNumberOfSanctionsOutOfRange].Code);
        Assert.Equal(["Missing Sex", "Missing 11.4 Temper control"], all[(int)RiskProblemType.MissingMandatoryInput].Messages);
        Assert.Equal(["Missing Sex", "Missing 11.4 Temper control"], all[(int)RiskProblemType.MissingDynamicInput].Messages);
        Assert.Equal(["Not understood: Sex", "Not understood: 11.4 Temper control"], all[(int)RiskProblemType.InputNotUnderstood].Messages);
        Assert.Equal(["Drugs are in use (crack), so 8.8 Motivation to tackle drug misuse must be answered"], all[(int)RiskProblemType.MotivationToTackleDrugMisuseInconsistent].Messages);
        Assert.Equal(["It is made of other scores, and not all could be calculated: sex, q11_4"], all[(int)RiskProblemType.ComponentValidationError].Messages);
        Assert.Equal(["It could not be calculated from these answers: check the dates"], all[(int)RiskProblemType.UnexpectedError].Messages);
        Assert.Equal(all.Count - 3, all.Select(problem => problem.Messages[^1]).Distinct().Count());   // three pairs of the two families say the same
    }

    [Fact]
    public void Every_answer_by_name_is_the_answer_of_its_input() => Assert.All(RiskFields.Inputs, field =>
    {
        var property = typeof(RiskInput).GetProperty(field.ToString())!;
        foreach (var value in ValuesOf(property))
        {
            var (named, read) = (new RiskInput(), new RiskInput());
            property.SetValue(named, value);
            Assert.Equal((true, value), (named.Has(field), property.GetValue(named)));
            Assert.True(read.Read(field, named.Write(field)));
            Assert.Equal(value, property.GetValue(read));
            Assert.Equal([field], RiskFields.Inputs.Where(named.Has));
            property.SetValue(named, null);
            Assert.Equal((false, null, null), (named.Has(field), property.GetValue(named), named.Write(field)));
        }
    });

    [Theory]
    [InlineData(" 00801 ", "00801"), InlineData("801", "801"), InlineData("", null), InlineData("  ", null), InlineData("ABCDE", "ABCDE")]
    public void An_offence_code_is_kept_as_given_right_or_wrong(string given, string? kept)
    {
        var input = new RiskInput { OffenceCode = given };

        Assert.Equal((kept, kept is not null), (input.OffenceCode, input.Has(RiskField.OffenceCode)));
    }

    [Fact]
    public void A_copy_is_apart_from_what_it_was_made_of()
    {
        var first = AnyInput.Man();
        var copy = first.Copy();
        copy.TotalSanctions = 40;

        Assert.Equal((8, 40), (first.TotalSanctions, copy.TotalSanctions));
    }

    [Fact]
    public void Every_part_of_an_explanation_is_said_in_words()
    {
        string[] parts =
        [
            "intercept", "age", "age_gender", "age_at_community_date", "age_at_last_sexual_sanction", "sex", "offence", "first", "second", "conviction_status", "gap", "total", "total_sanctions",
            "any_sanction", "violent_sanctions", "non_violent_sanctions", "never_violent", "once_violent", "copas", "copas_g", "copas_g2", "copas_v", "copas_violent", "ofm", "live_in_partner",
            "drugs", "previous", "ogrs", "nfa", "unemployed", "lifestyle", "thinking", "attitudes", "impact", "alcohol", "treatment", "temper", "contact_adult", "contact_child", "non_contact",
            "stranger_victim", "rule", "violence", "contact", "images", "female", "q3_4", "q11_4",
        ];
        Assert.All(parts, part => Assert.True(PartWords.Of(part) is { Length: > 2 } words && words != part && (char.IsUpper(words[0]) || char.IsAsciiDigit(words[0])), part));
        Assert.Equal("11.4 Temper control", PartWords.Of("q11_4"));
        Assert.Equal("Age on the community date, and sex", PartWords.Of("age_gender"));
        Assert.Equal("nothing_known", PartWords.Of("nothing_known"));
        var met = new[] { AnyInput.Man(), Woman() }.SelectMany(input => RiskInstruments.Previous.Concat(RiskInstruments.F2026).SelectMany(one => RiskCalculator.Explain(input, one).Parts)).Select(part => part.Name).Distinct();
        Assert.All(met, part => Assert.NotEqual(part, PartWords.Of(part)));

        static RiskInput Woman()
        {
            var woman = AnyInput.Man();
            (woman.Sex, woman.TotalSanctions, woman.ViolentSanctions) = (Sex.Female, 2, 1);
            return woman;
        }
    }

    [Theory]
    [InlineData(RiskInstrument.Ogrs3, "log odds", "OGRS3, Home Office 2009"), InlineData(RiskInstrument.Ogp, "points", "OGP, Howard 2009"), InlineData(RiskInstrument.Ovp, "points", "OVP"), InlineData(RiskInstrument.Snsv, "log odds", "actuarial")]
    [InlineData(RiskInstrument.OspDc, "points", "OSP, Howard and Wakeling 2021"), InlineData(RiskInstrument.OspIic, "per cent", "OSP, Howard and Wakeling 2021"), InlineData(RiskInstrument.Rsr, "per cent", "RSR, Ministry of Justice 2014")]
    [InlineData(RiskInstrument.Arp, "log odds", "actuarial"), InlineData(RiskInstrument.Vrp, "log odds", "actuarial"), InlineData(RiskInstrument.Svrp, "log odds", "actuarial"), InlineData(RiskInstrument.DcSrp, "points", "OSP"), InlineData(RiskInstrument.IicSrp, "per cent", "OSP"), InlineData(RiskInstrument.Csrp, "per cent", "RSR")]
    public void An_explanation_says_its_unit_its_rule_and_its_source(RiskInstrument instrument, string unit, string source)
    {
        var why = RiskCalculator.Explain(AnyInput.Man(), instrument);

        Assert.Equal((unit, instrument), (why.Unit, why.Score.Instrument));
        Assert.Contains(source, why.Source, StringComparison.Ordinal);
        Assert.NotEmpty(why.Rule);
        Assert.NotEmpty(why.Parts);
        Assert.All(why.Parts.SelectMany(part => part.Terms), term => Assert.NotEmpty(term.Name));
        Assert.All(why.Parts, part => Assert.Equal(part.Contribution, part.Terms.Sum(term => term.Contribution)));
        Assert.DoesNotContain(why.Movers, part => part.Name == "intercept" || part.Contribution == 0);
        Assert.Equal(why.Parts.Count(part => part.Name != "intercept" && part.Contribution != 0), why.Movers.Count());
        Assert.Empty(RiskCalculator.Explain(new(), instrument).Parts);
        Assert.Equal(0, RiskCalculator.Explain(new(), instrument).Sum);
    }

    [Fact]
    public void The_names_of_terms_are_those_of_the_tables()
    {
        var input = AnyInput.Man();
        input.RelationshipStatus = 1;
        var terms = RiskCalculator.Explain(input, RiskInstrument.Arp).Parts.SelectMany(part => part.Terms).Select(term => term.Name).ToHashSet();

        string[] men = ["intercept_2yr", "age_male_1", "age_male_4", "offence", "total_sanctions", "ofm_1", "copas_g", "copas_g_squared", "q3_4", "q4_2", "live_in_partner"];
        Assert.Superset(men.ToHashSet(), terms);
        (input.Sex, input.TotalSanctions, input.ViolentSanctions) = (Sex.Female, 2, 1);
        var woman = RiskCalculator.Explain(input, RiskInstrument.Vrp).Parts.SelectMany(part => part.Terms).Select(term => term.Name).ToHashSet();
        Assert.Superset(new HashSet<string> { "female", "age_female_1", "second_sanction", "second_sanction_gap", "once_violent", "copas_violent" }, woman);
        (input.TotalSanctions, input.ViolentSanctions) = (1, 0);
        var first = RiskCalculator.Explain(input, RiskInstrument.Svrp).Parts.SelectMany(part => part.Terms).Select(term => term.Name).ToHashSet();
        Assert.Superset(new HashSet<string> { "first_sanction", "never_violent" }, first);
        Assert.DoesNotContain("copas_v", first);
        Assert.DoesNotContain("copas_violent", first);
    }

    [Fact]
    public void Scores_are_said_as_they_are_shown()
    {
        var input = AnyInput.Man();
        var (previous, current) = (RiskCalculator.ScorePrevious(input), RiskCalculator.Score2026(input));

        Assert.Equal($"{previous.Ogrs3.Percent}%", previous.Ogrs3.Words);
        Assert.Equal(current.Arp.Percent!.Value.ToString("0.00", CultureInfo.InvariantCulture) + "%", current.Arp.Words);
        Assert.Equal((true, true), (current.Arp.IsShown, previous.Snsv.IsShown));
        Assert.Null(RiskCalculator.Score2026(new()).Arp.Words);
        Assert.False(RiskCalculator.Score2026(new()).Arp.IsShown);
        Assert.Equal((null, null, null), (current.Arp.OneYearPercent, current.Arp.OneYearProbability, current.Arp.Points));
        Assert.NotNull(previous.Ogp.OneYearProbability);
        Assert.Equal(
            (RiskInstrument.Ogrs3, RiskInstrument.Ogp, RiskInstrument.Ovp, RiskInstrument.Snsv, RiskInstrument.OspDc, RiskInstrument.OspIic, RiskInstrument.Rsr),
            (previous.Ogrs3.Instrument, previous.Ogp.Instrument, previous.Ovp.Instrument, previous.Snsv.Instrument, previous.OspDc.Instrument, previous.OspIic.Instrument, previous.Rsr.Instrument));
        Assert.Equal(RiskInstruments.Previous, previous.All.Select(score => score.Instrument));
        Assert.Equal(RiskInstruments.F2026, current.All.Select(score => score.Instrument));
    }

    [Fact]
    public void Instruments_say_their_name_key_purpose_and_kind()
    {
        Assert.Equal(
            ["OGRS3", "OGP", "OVP", "SNSV", "OSP/DC", "OSP/IIC", "RSR", "ARP", "VRP", "SVRP", "DC-SRP", "IIC-SRP", "CSRP"], RiskInstruments.Previous.Concat(RiskInstruments.F2026).Select(one => one.Name));
        Assert.Equal(["ogrs3", "ogp", "ovp", "snsv", "osp_dc", "osp_iic", "rsr"], RiskInstruments.Previous.Select(one => one.Key));
        Assert.Equal(["arp", "vrp", "svrp", "dc_srp", "iic_srp", "csrp"], RiskInstruments.F2026.Select(one => one.Key));
        Assert.All(RiskInstruments.Previous, one => Assert.Equal(RiskFamily.Previous, one.Family));
        Assert.All(RiskInstruments.F2026, one => Assert.Equal(RiskFamily.F2026, one.Family));
        Assert.All(Enum.GetValues<RiskInstrument>(), one => Assert.Contains(one.Purpose, RiskInstruments.F2026.Select(other => other.Purpose).Append("general non-violent reoffending")));
        Assert.Equal(["any proven reoffending", "non-sexual violent reoffending", "serious non-sexual violence", "contact sexual reoffending", "indecent images and indirect contact with children", "any serious reoffending"], RiskInstruments.F2026.Select(one => one.Purpose));
        Assert.Equal([RiskInstrument.Snsv, RiskInstrument.Arp, RiskInstrument.Vrp, RiskInstrument.Svrp], Enum.GetValues<RiskInstrument>().Where(one => one.HasBothTypes));
        Assert.Equal([RiskInstrument.Ogrs3, RiskInstrument.Ogp, RiskInstrument.Ovp], Enum.GetValues<RiskInstrument>().Where(one => one.IsWholePercent));
        Assert.Equal([RiskInstrument.Ogp, RiskInstrument.Ovp, RiskInstrument.OspDc, RiskInstrument.DcSrp], Enum.GetValues<RiskInstrument>().Where(one => one.HasPoints));
    }

    [Fact]
    public void Words_of_sets_and_lists_are_those_of_the_tables()
    {
        Assert.Equal(("powder_cocaine", "wounding_gbh", "THEFT_NON_MOTOR", "THEFT_FROM_VEHICLES"), (Drugs.PowderCocaine.Code(), PreviousConvictions.WoundingGbh.Code(), OffenceCategory.TheftNonMotor.Code(), Ogrs3Category.TheftFromVehicles.Code()));
        Assert.Equal(("VERY_HIGH", "DYNAMIC", "F", "REMAND"), (PredictorBand.VeryHigh.Code(), ScoreType.Dynamic.Code(), Sex.Female.Code(), Supervision.Remand.Code()));
        Assert.Equal((16, 9), (RiskWords.AllDrugs.Count, RiskWords.AllPrevious.Count));
        Assert.DoesNotContain(Drugs.None, RiskWords.AllDrugs);
        Assert.DoesNotContain(PreviousConvictions.None, RiskWords.AllPrevious);
        Assert.False(RiskWords.SexWords.TryRead("X", out _));
        Assert.True(RiskWords.SexWords.TryReadExactly("F"u8, out var sex) && sex is Sex.Female);
        Assert.False(RiskWords.SexWords.TryReadExactly("f"u8, out _));
    }

    [Fact]
    public void An_inputs_bounds_are_those_of_its_table()
    {
        Assert.Equal((0, 2), (RiskField.Temper.Least, RiskField.Temper.Most));
        Assert.Equal((1, 3), (RiskField.RelationshipStatus.Least, RiskField.RelationshipStatus.Most));
        Assert.Equal(("Sex", null), (RiskField.Sex.Words, RiskField.Sex.OasysNumber));
        Assert.Equal(FieldKind.None, RiskField.Ogrs3TwoYear.Kind);
        Assert.Equal(46, RiskFields.Inputs.Count);
        Assert.All(
            new[] { ("q11_4", "2", true), ("q11_4", "3", false), ("q11_4", "-1", false), ("q6_8", "0", false), ("q6_8", "1", true), ("q6_8", "4", false), ("contact_adult", "99999", true), ("contact_adult", "100000", false) },
            one => Assert.Equal(one.Item3, new RiskInput().Read(RiskFields.Find(one.Item1)!.Value, one.Item2)));
    }

    private static IEnumerable<object> ValuesOf(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return type switch
        {
            _ when type == typeof(bool) => [true, false],
            _ when type == typeof(int) => [1, 2],
            _ when type == typeof(DateOnly) => [new DateOnly(1984, 5, 5), new DateOnly(2000, 2, 29)],
            _ when type == typeof(string) => ["00801", "99999"],
            _ => Enum.GetValues(type).Cast<object>(),
        };
    }
}
