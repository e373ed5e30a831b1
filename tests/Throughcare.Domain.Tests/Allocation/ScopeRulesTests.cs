using CsCheck;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Facts;
using Xunit;

namespace Throughcare.Domain.Tests.Allocation;

public sealed class ScopeRulesTests
{
    private static readonly Gen<ScopeInput> AnyCase =
        from days in Gen.Int[0, 8000]
        from age in Gen.Int[16, 90]
        from kind in Gen.Int[-1, 6]
        from months in Gen.Int[-1, 40]
        from rosh in Gen.Int[-1, 4]
        from flags in Gen.Int[0, 127]
        select new ScopeInput
        {
            On = new DateOnly(2004, 1, 1).AddDays(days),
            Age = age == 16 ? null : age,
            Sentence = kind < 0 ? null : (SentenceKind)kind,
            Months = months < 0 ? null : months,
            Rosh = rosh < 0 ? null : (RoshLevel)rosh,
            IsPpo = (flags & 1) > 0,
            IsInCommunity = (flags & 2) > 0,
            IsWelsh = (flags & 4) > 0,
            HasSentenceStart = (flags & 8) > 0,
            HasAnyReleaseDate = (flags & 16) > 0,
            IsExtendedLocally = (flags & 32) > 0,
            StatusCode = (flags & 64) > 0 ? "DET" : null,
        };

    [Fact]
    public void Every_result_has_a_reason_of_the_table_and_says_it_without_a_gap() => AnyCase.Sample(input =>
    {
        var scope = ScopeRules.For(input);
        return ScopeReasons.Table.Find(scope.Value.Reason) is { } reason && reason.InScope == scope.Value.InScope
            && scope.Because.Length > 0 && !scope.Because.Contains('{', StringComparison.Ordinal) && !scope.Value.ForPerson.Contains('{', StringComparison.Ordinal);
    });

    [Fact]
    public void Only_what_is_not_decided_names_what_is_missing() => AnyCase.Sample(input =>
        ScopeRules.For(input).Value is var scope && scope.InScope is null == scope.Missing.Length > 0);

    [Fact]
    public void A_greater_risk_never_takes_a_case_out_of_scope() => AnyCase.Sample(input =>
        ScopeRules.For(input with { Rosh = RoshLevel.Medium }).Value.InScope is not true || ScopeRules.For(input with { Rosh = RoshLevel.High }).Value.InScope is true);

    [Fact]
    public void Both_reasons_are_said_of_a_high_risk_priority_offender()
    {
        var scope = ScopeRules.For(new() { On = new(2009, 6, 1), Age = 30, Sentence = SentenceKind.Determinate, Months = 36, Rosh = RoshLevel.High, IsPpo = true, PpoArea = "Kent" });

        Assert.Equal("Determinate 36 months and RoSH High: in scope of Phase II. Also registered as a PPO by Kent.", scope.Because);
    }

    [Fact]
    public void A_case_that_a_prison_chose_needs_no_COM() =>
        Assert.True(ScopeRules.For(new() { On = new(2009, 6, 1), Age = 30, Sentence = SentenceKind.Life, IsExtendedLocally = true }).Value.IsLocal);

    [Theory]
    [InlineData("2019-02-03", true, "P6")]
    [InlineData("2019-02-04", true, "P7")]
    [InlineData("2019-09-30", false, "P6")]
    [InlineData("2019-10-01", false, "P7")]
    public void Offender_management_in_custody_begins_in_Wales_first(string day, bool isWelsh, string regime) =>
        Assert.Equal(regime, ScopeRules.For(new()
        {
            On = DateOnly.ParseExact(day, "yyyy-MM-dd", null),
            Age = 30,
            Sentence = SentenceKind.Determinate,
            Months = 24,
            HasSentenceStart = true,
            HasAnyReleaseDate = true,
            IsWelsh = isWelsh,
        }).Value.Regime);
}
