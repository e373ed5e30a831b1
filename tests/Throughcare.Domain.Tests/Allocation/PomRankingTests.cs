using CsCheck;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Domain.Tests.Allocation;

public sealed class PomRankingTests
{
    private static readonly DateOnly Today = new(2026, 1, 5);

    private static readonly RankedPerson Person = new(PomType.Probation, [PomSpecialism.SexualOffence], new PlaceCode("N55P07"), Today);

    private static readonly PomCandidate Plain = Pom("05");

    private static readonly Gen<PomCandidate> AnyPom = Gen.Select(Gen.Int[0, 999_999], Gen.Int[1, 10], Gen.Int[0, 40], Gen.Int[0, 14], Gen.Int[-1, 900], Gen.Bool, Gen.Bool).Select(
        (number, tenths, cases, away, managed, isProbation, isSpecialist) => Pom(number.ToString("000000", System.Globalization.CultureInfo.InvariantCulture)) with
        {
            Type = isProbation ? PomType.Probation : PomType.Prison,
            Tenths = tenths,
            Responsible = cases,
            RedeployedDays = away,
            ManagedUntil = managed < 0 ? null : Today.AddDays(-managed),
            Specialisms = isSpecialist ? [PomSpecialism.SexualOffence] : [],
            LastNewCaseOn = cases == 0 ? null : Today.AddDays(-cases),
        });

    [Fact]
    public void Whoever_had_the_person_here_in_the_last_12_months_comes_first_and_is_preselected()
    {
        var before = Pom("09") with { ManagedUntil = Today.AddMonths(-12) };
        var suited = Pom("01") with { Type = PomType.Probation };

        var ranked = PomRanking.Of([suited, before], Person);

        Assert.Equal((before, true), (ranked[0].Candidate, ranked[0].IsPreselected));
        Assert.Contains("Previously allocated, until 5 January 2025", ranked[0].Why);
        Assert.False(ranked[1].IsPreselected);
    }

    [Fact]
    public void A_day_more_than_12_months_ago_the_recommended_type_comes_first()
    {
        var before = Pom("09") with { ManagedUntil = Today.AddMonths(-12).AddDays(-1) };
        var suited = Pom("99") with { Type = PomType.Probation };

        Assert.Equal(["99", "09", "05"], Order(before, suited, Plain));
        Assert.DoesNotContain(PomRanking.Of([before, suited], Person), ranked => ranked.IsPreselected);
    }

    [Fact]
    public void Specialism_comes_before_home_area_and_home_area_before_load()
    {
        var specialist = Pom("07") with { Specialisms = [PomSpecialism.SexualOffence], Responsible = 60 };
        var near = Pom("06") with { Pdus = [new PlaceCode("N55P07")], Responsible = 40 };

        Assert.Equal(["07", "06", "05"], Order(Plain, near, specialist));
    }

    [Fact]
    public void Fewer_cases_for_the_time_they_have_come_first_and_nobody_with_no_time_at_all()
    {
        var half = Pom("01") with { Tenths = 5, Responsible = 10 };
        var whole = Pom("02") with { Responsible = 15 };
        var away = Pom("00") with { Responsible = 1, RedeployedDays = 10 };

        Assert.Equal(["02", "01", "00"], Order(half, whole, away));
        Assert.Equal((20, 15, (int?)null), (half.CasesPerFte!.Value, whole.CasesPerFte!.Value, away.CasesPerFte));
    }

    [Fact]
    public void Thirty_cases_on_two_days_in_fourteen_are_a_hundred_and_fifty_for_a_full_time_equivalent()
    {
        var busy = Pom("01") with { Responsible = 20, Supporting = 7, CoWorking = 3, RedeployedDays = 8 };

        Assert.Equal((0.20m, 150), (busy.EffectiveFte, busy.CasesPerFte!.Value));
    }

    [Fact]
    public void Then_whoever_waited_longest_for_a_case_and_then_the_number()
    {
        var lately = Pom("01") with { LastNewCaseOn = Today };
        var longAgo = Pom("02") with { LastNewCaseOn = Today.AddDays(-30) };
        var never = Pom("04");

        Assert.Equal(["03", "04", "02", "01"], Order(lately, never, longAgo, Pom("03")));
    }

    [Fact]
    public void The_order_of_what_is_given_never_matters_and_everybody_has_one_place() =>
        Gen.Select(AnyPom.Array[0, 12], Gen.Int[0, int.MaxValue]).Sample((poms, seed) =>
        {
            var shuffled = poms.OrderBy(pom => HashCode.Combine(pom.Staff, seed)).ToList();
            var (one, other) = (PomRanking.Of(poms, Person), PomRanking.Of(shuffled, Person));

            Assert.Equal(one.Select(ranked => ranked.Candidate.Staff), other.Select(ranked => ranked.Candidate.Staff));
            Assert.Equal(Enumerable.Range(1, poms.Length), one.Select(ranked => ranked.Place));
            Assert.True(one.Count(ranked => ranked.IsPreselected) <= 1);
        });

    [Fact]
    public void To_leave_one_out_changes_the_order_of_no_other() =>
        AnyPom.Array[1, 12].Sample(poms =>
        {
            var all = PomRanking.Of(poms, Person).Select(ranked => ranked.Candidate.Staff).ToList();
            var fewer = PomRanking.Of(poms.Where(pom => pom.Staff != all[^1]), Person).Select(ranked => ranked.Candidate.Staff);

            Assert.Equal(all.Take(all.Count - 1), fewer);
        });

    [Theory]
    [InlineData(PomStatus.Active, true)]
    [InlineData(PomStatus.Unavailable, false)]
    [InlineData(PomStatus.Inactive, false)]
    [InlineData(PomStatus.Deleted, false)]
    public void Only_somebody_active_can_be_chosen(PomStatus status, bool can) => Assert.Equal(can, PomRanking.IsEligible(Plain with { Status = status }, null, null));

    [Fact]
    public void Neither_the_POM_nor_the_co_worker_of_today_can_be_chosen()
    {
        Assert.False(PomRanking.IsEligible(Plain, Plain.Staff, null));
        Assert.False(PomRanking.IsEligible(Plain, null, Plain.Staff));
        Assert.True(PomRanking.IsEligible(Plain, Pom("08").Staff, Pom("09").Staff));
    }

    private static IEnumerable<string> Order(params PomCandidate[] poms) => PomRanking.Of(poms, Person).Select(ranked => ranked.Candidate.Number);

    private static PomCandidate Pom(string number) => new()
    {
        Staff = new(A.IdSource.Next()),
        Name = $"Staff, {number}",
        Number = number,
        Type = PomType.Prison,
        Status = PomStatus.Active,
    };
}
