using Throughcare.Domain.Assessment;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Risk;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Domain.Tests.Facts;

/// <summary>Which predictors are in force, of what was kept and what summaries say.</summary>
public sealed class PredictorFactsTests
{
    private static readonly PersonId Person = A.PersonId;
    private static readonly Entry Entry = A.Entry with { At = new(2026, 2, 1, 9, 0, 0, TimeSpan.Zero) };
    private static readonly AssessmentSummary First = Summary(new(2025, 6, 1), rsr: 2.10m, ogrs3: 40);
    private static readonly AssessmentSummary Second = Summary(new(2026, 1, 10), rsr: null, ogrs3: 55);

    [Fact]
    public void What_was_kept_with_an_assessment_counts_before_what_its_summary_says()
    {
        var kept = Scoring(Second, RiskFamily.Previous, Man());

        var facts = Of([First, Second], kept);

        Assert.Equal((86m, kept), (facts.Ogrs3TwoYear.Value, facts.Ogrs3TwoYear.From[0]));
        Assert.True(facts.Rsr.HasValue);
        Assert.Equal(2.10m, Of([First, Second]).Rsr.Value);
    }

    [Fact]
    public void A_later_assessments_summary_counts_before_what_was_kept_with_an_earlier_one()
    {
        var facts = Of([First, Second], Scoring(First, RiskFamily.Previous, Man()));

        Assert.Equal((55m, Second), (facts.Ogrs3TwoYear.Value, facts.Ogrs3TwoYear.From.Single()));
        Assert.Equal(First.Id, ((RiskScoring)facts.Rsr.From[0]).AssessmentId);   // the later one gives none
    }

    [Fact]
    public void The_predictors_of_2026_say_their_band_and_whether_they_are_static()
    {
        var facts = Of([Second], Scoring(Second, RiskFamily.F2026, Man()));

        Assert.Equal(new Predicted(79.34m, PredictorBand.High, IsStatic: true), facts.Arp.Value);
        Assert.Equal("79.34%, high, static", facts.Arp.Value!.ToString());
        Assert.True(facts.Csrp.Value!.IsStatic);
        Assert.All([facts.Vrp, facts.Svrp], predicted => Assert.True(predicted.HasValue));
        Assert.Equal(PredictorBand.NotApplicable, facts.DcSrp.Value!.Band);
        Assert.Equal(0, facts.IicSrp.Value!.Percent);
        Assert.True(facts.OspDcBand.IsUnknown);
        Assert.True(Of([Second]).Arp.IsUnknown);
    }

    [Fact]
    public void The_bands_of_sexual_predictors_are_those_that_were_kept()
    {
        var facts = Of([Second], Scoring(Second, RiskFamily.Previous, Man()));

        Assert.Equal((PredictorBand.NotApplicable, PredictorBand.NotApplicable), (facts.OspDcBand.Value, facts.OspIicBand.Value));
    }

    [Fact]
    public void Of_one_assessment_what_was_scored_last_counts_and_what_it_does_not_give_is_taken_from_before()
    {
        var first = Scoring(Second, RiskFamily.F2026, Man());
        var answers = Man();
        (answers.TotalSanctions, answers.ViolentSanctions) = (3, null);
        var again = Scoring(Second, RiskFamily.F2026, answers, at: Entry.At.AddDays(2), earlier: first);

        var facts = Of([Second], first, again);

        Assert.Equal((ScoringKind.Original, ScoringKind.Rescored), (first.Kind, again.Kind));
        Assert.Equal([again, first], facts.RiskScorings);
        Assert.Equal(again, facts.Arp.From.Single());
        Assert.Equal(first, facts.Vrp.From.Single());
        Assert.Equal(first, Of([Second], at: Entry.At.AddDays(1), first, again).Arp.From.Single());
    }

    [Fact]
    public void Scores_of_an_assessment_that_is_not_complete_any_more_do_not_count()
    {
        var kept = Scoring(Second, RiskFamily.F2026, Man());

        Assert.True(Of([Second with { Withdrawn = true }], kept).Arp.IsUnknown);
        Assert.True(Of([Second with { Status = OasysStatus.Deleted }], kept).Arp.IsUnknown);
        Assert.True(new CaseHistory(Person) { Assessments = [Second], RiskScorings = [kept] }.At(new(2026, 1, 9), Entry.At.AddDays(9)).Arp.IsUnknown);
    }

    [Fact]
    public void A_scoring_keeps_every_answer_every_problem_and_every_term()
    {
        var kept = Scoring(Second, RiskFamily.F2026, Man());

        Assert.Equal(("1.0", "1.0", Entry.At, Second.Id, Second.CompletedOn), (kept.ModelVersion, kept.ThresholdsVersion, kept.CalculatedAt, kept.AssessmentId, kept.ValidFrom));
        Assert.Equal([new("sex", "M"), new("date_of_birth", "1984-05-05")], kept.Answers.Take(2));
        Assert.Equal(RiskInstruments.F2026, kept.Scores.Select(score => score.Instrument));
        Assert.Null(kept.Of(RiskInstrument.Rsr));
        var arp = kept.Of(RiskInstrument.Arp)!;
        Assert.Contains("q3_4", arp.Problems.Single(problem => problem.Type == "MISSING_DYNAMIC_INPUT").Fields);
        Assert.Contains("Missing 3.4 Suitability of accommodation", arp.Problems.Single().Messages);
        Assert.Equal(Math.Log(arp.Probability!.Value / (1 - arp.Probability.Value)), arp.Terms.Sum(term => term.Value * term.Coefficient), 1e-9);
        Assert.Equal(("79.34%", "High"), (arp.Words, arp.BandWords));
        Assert.Equal(("Not applicable", null), (kept.Of(RiskInstrument.DcSrp)!.Words, kept.Of(RiskInstrument.DcSrp)!.BandWords));
        Assert.Equal("Not calculated", Scoring(Second, RiskFamily.Previous, Man()).Of(RiskInstrument.Ogp)!.Words);
    }

    private static RiskInput Man() => new()
    {
        Sex = Risk.Sex.Male,
        DateOfBirth = new(1984, 5, 5),
        AssessmentDate = new(2026, 6, 15),
        ConvictionDate = new(2026, 1, 19),
        CommunityDate = new(2026, 5, 10),
        OffenceCode = "04600",
        AgeAtFirstSanction = 14,
        TotalSanctions = 38,
        ViolentSanctions = 3,
        Supervision = Supervision.Community,
        SexualHistory = false,
    };

    private static CaseFacts Of(IReadOnlyList<AssessmentSummary> assessments, params RiskScoring[] kept) => Of(assessments, Entry.At.AddDays(9), kept);

    private static CaseFacts Of(IReadOnlyList<AssessmentSummary> assessments, DateTimeOffset at, params RiskScoring[] kept) =>
        new CaseHistory(Person) { Assessments = assessments, RiskScorings = kept }.At(new(2026, 3, 1), at);

    private static RiskScoring Scoring(AssessmentSummary assessment, RiskFamily family, RiskInput answers, DateTimeOffset? at = null, params RiskScoring[] earlier) =>
        RiskScoring.Make(A.FactId, assessment, answers, family, earlier, Person, Entry with { At = at ?? Entry.At });

    private static AssessmentSummary Summary(DateOnly day, decimal? rsr, decimal? ogrs3) => new()
    {
        Id = A.FactId,
        PersonId = Person,
        ValidFrom = day,
        Type = OasysType.Layer3,
        InitiatedOn = day,
        CompletedOn = day,
        Status = OasysStatus.Complete,
        RsrStatic = rsr,
        Ogrs3TwoYear = ogrs3,
        Recorded = Entry with { At = new(2025, 1, 1, 9, 0, 0, TimeSpan.Zero) },
    };
}
