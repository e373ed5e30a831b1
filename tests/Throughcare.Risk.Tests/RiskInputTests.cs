using System.Text;
using CsCheck;
using Xunit;

namespace Throughcare.Risk.Tests;

public sealed class RiskInputTests
{
    private static readonly string[] Words =
        ["Y", "y", "n", "N", "M", "m", "f", "F", "none", "NONE", "None ", "custody", "heroin crack", "robbery", "VIOLENCE", "00801", "99999", "123456", "0", "2", "3", "00002", "000002", "99999", "-1", "+1"];

    [Theory]
    [InlineData("sex", "m", "M"), InlineData("q2_6", "y", "Y"), InlineData("q3_4", " 2 ", "2"), InlineData("date_of_birth", "2000-02-29", "2000-02-29"), InlineData("supervision", "remand", "REMAND")]
    [InlineData("drugs", "crack  heroin", "heroin crack"), InlineData("drugs", "NONE", "none"), InlineData("previous", "wounding_gbh arson", "wounding_gbh arson"), InlineData("offence_code", "00801", "00801")]
    [InlineData("arp_category", "theft_non_motor", "THEFT_NON_MOTOR"), InlineData("ogrs3_category", "VIOLENCE", "VIOLENCE"), InlineData("total_sanctions", "-4", "-4"), InlineData("q6_8", "3", "3")]
    [InlineData("offence_code", "12", "12")]
    public void An_answer_is_written_as_it_was_read(string key, string text, string written)
    {
        var (input, field) = (new RiskInput(), RiskFields.Find(key)!.Value);

        Assert.True(input.Read(field, text));
        Assert.Equal((true, written), (input.Has(field), input.Write(field)));
        Assert.True(input.NotUnderstood.IsEmpty);
        Assert.True(input.Read(field, ""));
        Assert.Equal((false, null), (input.Has(field), input.Write(field)));
    }

    [Theory]
    [InlineData("sex", "X"), InlineData("q2_6", "maybe"), InlineData("q3_4", "3"), InlineData("date_of_birth", "2001-02-29"), InlineData("date_of_birth", "29/02/2000"), InlineData("date_of_birth", "2000-13-01")]
    [InlineData("date_of_birth", "2000-1-001"), InlineData("date_of_birth", "20x0-01-01"), InlineData("supervision", "HOME"), InlineData("drugs", "heroin tea"), InlineData("previous", "tea"), InlineData("q6_8", "0")]
    [InlineData("contact_adult", "-1"), InlineData("total_sanctions", "1.5"), InlineData("arp_category", "ROBBERY"), InlineData("ogrs3_category", "TEA"), InlineData("date_of_birth", "0000-01-01")]
    public void What_cannot_be_read_is_no_answer_and_remembered(string key, string text)
    {
        var (input, field) = (new RiskInput(), RiskFields.Find(key)!.Value);

        Assert.False(input.Read(field, text));
        Assert.Equal((false, true), (input.Has(field), input.NotUnderstood.Contains(field)));
        Assert.True(input.Read(field, ""));
        Assert.True(input.NotUnderstood.IsEmpty);
    }

    [Fact]
    public void Bytes_are_read_as_the_same_text_is() => (
        from field in Gen.Int[0, RiskFields.Inputs.Count - 1].Select(at => RiskFields.Inputs[at])
        from written in Gen.OneOf(
            Gen.Int[0, Words.Length - 1].Select(at => Words[at]),
            Gen.Select(Gen.Int[0, 2_100], Gen.Int[0, 14], Gen.Int[0, 33], (year, month, day) => $"{year:0000}-{month:00}-{day:00}"),
            Gen.Char["0129-YMFné x\uFEFF\u0663"].Array[0, 11].Select(chars => new string(chars)), Gen.Int[0, 200].Select(times => string.Join(' ', Enumerable.Repeat("crack", times))))
        select (field, written)).Sample(answer =>
    {
        var (text, bytes) = (new RiskInput(), new RiskInput());

        Assert.Equal(text.Read(answer.field, answer.written), bytes.Read(answer.field, Encoding.UTF8.GetBytes(answer.written)));
        Assert.Equal((text.Has(answer.field), text.Write(answer.field), text.NotUnderstood), (bytes.Has(answer.field), bytes.Write(answer.field), bytes.NotUnderstood));
    }, iter: 20_000);

    [Fact]
    public void An_answer_that_is_read_again_forgets_what_was_wrong_with_it() => Assert.All(new[] { ("q2_6", "maybe", "Y"), ("offence_code", "12", "00801"), ("drugs", "tea", "none") }, answer =>
    {
        var (input, field) = (new RiskInput(), RiskFields.Find(answer.Item1)!.Value);
        input.Read(field, Encoding.UTF8.GetBytes(answer.Item2));

        Assert.True(input.Read(field, Encoding.UTF8.GetBytes(answer.Item3)));
        Assert.Equal((answer.Item3, true), (input.Write(field), input.NotUnderstood.IsEmpty));
    });

    [Fact]
    public void Every_input_has_a_key_of_its_own_and_a_question()
    {
        Assert.Distinct(RiskFields.Inputs.Select(field => field.Key));
        Assert.All(RiskFields.Inputs, field => Assert.NotEmpty(field.Question));
        Assert.Equal("1.40 How many of the total number of sanctions involved violent offences?", RiskField.ViolentSanctions.Words);
        Assert.Null(RiskFields.Find("ogrs3TwoYear"));
        Assert.Equal(RiskField.NoFixedAbode, RiskFields.Find("Q3_3_NFA"));
    }

    [Fact]
    public void A_set_of_inputs_is_a_set()
    {
        var set = FieldSet.Of(RiskField.Temper, RiskField.Sex);

        Assert.Equal([RiskField.Sex, RiskField.Temper], set);
        Assert.Equal((2, "sex, q11_4"), (set.Count, set.ToString()));
        Assert.Equal(FieldSet.Of(RiskField.Sex), set - FieldSet.Of(RiskField.Temper));
        Assert.Equal(set, FieldSet.Of(RiskField.Sex) | FieldSet.Of(RiskField.Temper));
        Assert.Equal(FieldSet.Of(RiskField.Temper), set & FieldSet.Of(RiskField.Temper, RiskField.Weapon));
        Assert.True(set.Contains(RiskField.Sex, RiskField.Temper));
        Assert.False(set.Contains(RiskField.Sex, RiskField.Weapon));
        Assert.True(FieldSet.None.IsEmpty);
        Assert.Equal(set, FieldSet.BitwiseOr(set, FieldSet.None));
        Assert.Equal(set, FieldSet.BitwiseAnd(set, set));
        Assert.Equal(FieldSet.None, FieldSet.Subtract(set, set.With(RiskField.Weapon)));
    }

    [Theory]
    [InlineData("6", RiskFamily.F2026), InlineData("10", RiskFamily.F2026), InlineData("5", RiskFamily.Previous), InlineData("", RiskFamily.Previous), InlineData(null, RiskFamily.Previous), InlineData("6.1", RiskFamily.Previous)]
    public void The_algorithm_of_an_assessment_says_its_family(string? version, RiskFamily family) => Assert.Equal(family, RiskInstruments.OfAlgorithm(version));

    [Theory]
    [InlineData("OSP/DC", RiskInstrument.OspDc), InlineData("osp_dc", RiskInstrument.OspDc), InlineData("iic_srp", RiskInstrument.IicSrp), InlineData("CSRP", RiskInstrument.Csrp), InlineData("tea", null)]
    public void An_instrument_is_found_by_its_name_or_key(string name, RiskInstrument? instrument) => Assert.Equal(instrument, RiskInstruments.Find(name));
}
