using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Assessment;
using Throughcare.Application.Record;
using Throughcare.Application.Tests.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Risk;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Assessment;

public abstract class KeepRiskScoresTests(DatabaseKind kind) : RecordTests(kind)
{
    [Fact]
    public async Task Scores_are_kept_once_with_the_assessment_as_they_were_calculated()
    {
        var (person, assessment) = await AssessedAsync();
        var request = new KeepRiskScores.Request(person, A.FactId, assessment, RiskFamily.F2026, Man());

        var id = Done(await KeepAsync(request));
        Done(await KeepAsync(request));

        Assert.Equal(["Made", "RiskScoresKept"], (await EventsAsync(person)).Select(e => e.Kind));
        await using var db = Database.Open();
        var kept = await db.RiskScorings.SingleAsync();
        Assert.Equal((id, assessment, RiskFamily.F2026, ScoringKind.Original, "1.0", 1), (kept.Id, kept.AssessmentId, kept.Family, kept.Kind, kept.ModelVersion, kept.Version));
        Assert.Equal((new DateOnly(2025, 12, 20), Now, Pom.StaffId), (kept.ValidFrom, kept.CalculatedAt, kept.Recorded.By));
        Assert.Equal(GivenAnswer.Of(Man()), kept.Answers);
        foreach (var score in RiskCalculator.Score(Man(), RiskFamily.F2026))
        {
            var one = kept.Of(score.Instrument)!;
            Assert.Equal((score.Probability, score.Percent, score.Type, score.Band, score.Points), (one.Probability, one.Percent, one.Type, one.Band, one.Points));
            Assert.Equal((score.StaticProbability, score.DynamicProbability, score.ViolenceType, score.UnreducedBand), (one.StaticProbability, one.DynamicProbability, one.ViolenceType, one.UnreducedBand));
            Assert.Equal(score.Problems.Select(problem => problem.Code), one.Problems.Select(problem => problem.Type));
            Assert.Equal(RiskCalculator.Explain(Man(), score.Instrument).Parts.Sum(part => part.Terms.Count), one.Terms.Count);
        }
    }

    [Fact]
    public async Task A_later_scoring_stands_beside_the_first_which_stays_as_it_was()
    {
        var (person, assessment) = await AssessedAsync();
        var first = Done(await KeepAsync(new(person, A.FactId, assessment, RiskFamily.F2026, Man())));
        await using var before = Database.Open();
        var was = await before.RiskScorings.SingleAsync();
        var answers = Man();
        answers.TotalSanctions = 5;

        var again = Done(await KeepAsync(new(person, A.FactId, assessment, RiskFamily.F2026, answers)));
        var other = Done(await KeepAsync(new(person, A.FactId, assessment, RiskFamily.Previous, answers)));

        await using var db = Database.Open();
        var all = await db.RiskScorings.ToListAsync();
        Assert.Equal([(first, ScoringKind.Original, 1), (again, ScoringKind.Rescored, 1), (other, ScoringKind.Rescored, 1)], all.OrderBy(s => s.Id.Value).Select(s => (s.Id, s.Kind, s.Version)));
        var still = all.Single(s => s.Id == first);
        Assert.Equal(was.Answers, still.Answers);
        Assert.Equal((was.CalculatedAt, (DateTimeOffset?)null), (still.CalculatedAt, still.ReplacedAt));
        Assert.Equal(was.Scores.Select(score => score.Probability), still.Scores.Select(score => score.Probability));
        var page = await AskAsync<KeptRiskScores, KeptRiskScores.Page?>(kept => kept.OfAsync(person, default));
        Assert.Equal(3, page!.Scorings.Count);
        Assert.All(page.Scorings, line => Assert.Equal(("Petra Omond", assessment), (line.By, line.Assessment.Id)));
        Assert.Equal(first, (await AskAsync<KeptRiskScores, KeptRiskScores.Line?>(kept => kept.OneAsync(person, first, default)))!.Scoring.Id);
        Assert.Null(await AskAsync<KeptRiskScores, KeptRiskScores.Line?>(kept => kept.OneAsync(person, A.FactId, default)));
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_nothing_is_kept()
    {
        var (person, assessment) = await AssessedAsync();
        var open = Summary(person, OasysStatus.Open);
        await WriteAsync(person, Now, open);
        var request = new KeepRiskScores.Request(person, A.FactId, assessment, RiskFamily.F2026, Man());

        Assert.Contains("not complete", Refused(await KeepAsync(request with { AssessmentId = open.Id }))[0].Message, StringComparison.Ordinal);
        Assert.Contains("not complete", Refused(await KeepAsync(request with { AssessmentId = A.FactId }))[0].Message, StringComparison.Ordinal);
        Assert.Equal(("Family", "Select which scores to keep"), Refused(await KeepAsync(request with { Family = null })).Select(w => (w.Field, w.Message)).Single());
        Assert.Contains("None of these scores", Refused(await KeepAsync(request with { Answers = new() }))[0].Message, StringComparison.Ordinal);
        Assert.Equal(RefusalKind.Reach, Refused(await KeepAsync(request, Elsewhere))[0].Kind);
        Assert.Equal(RefusalKind.Role, Refused(await KeepAsync(request, A.Actor(Role.KeyWorker)))[0].Kind);
        Assert.Equal(RefusalKind.Role, Refused(await KeepAsync(request, CaseAdmin))[0].Kind);
        await using var db = Database.Open();
        Assert.Equal(0, await db.RiskScorings.CountAsync());
    }

    [Fact]
    public async Task The_same_answers_are_not_kept_twice()
    {
        var (person, assessment) = await AssessedAsync();
        Done(await KeepAsync(new(person, A.FactId, assessment, RiskFamily.F2026, Man())));

        Assert.Contains("were kept on", Refused(await KeepAsync(new(person, A.FactId, assessment, RiskFamily.F2026, Man())))[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_kept_stands_in_the_timeline_in_the_banner_and_in_the_facts()
    {
        var (person, assessment) = await AssessedAsync();
        Done(await KeepAsync(new(person, A.FactId, assessment, RiskFamily.F2026, Man())));

        var lines = (await AskAsync<Timeline, Timeline.Page>(timeline => timeline.PageAsync(new(person), Pom, default))).Lines;
        var line = Assert.Single(lines, line => line.Kind is TimelineKind.RiskScores);
        Assert.Equal(("Risk scores kept with the assessment of 20 December 2025", "Petra Omond"), (line.Title, line.By));
        Assert.StartsWith("2026 family: ARP 79.34% (high)", line.Text, StringComparison.Ordinal);
        var banner = await AskAsync<PersonBanner, PersonBanner.Banner?>(banners => banners.OfAsync(person, Pom, default));
        Assert.Equal("CSRP", Assert.Single(banner!.Scores).Instrument);
        Assert.Equal("Static", banner.Scores[0].Kind);
    }

    private async Task<(PersonId Person, FactId Assessment)> AssessedAsync()
    {
        var person = await PersonAsync();
        var summary = Summary(person, OasysStatus.Complete);
        await using var db = Database.Open();
        db.Add(summary);
        await db.SaveChangesAsync();
        return (person, summary.Id);
    }

    private static AssessmentSummary Summary(PersonId person, OasysStatus status) => new()
    {
        Id = A.FactId,
        PersonId = person,
        ValidFrom = new(2025, 12, 20),
        Type = OasysType.Layer3,
        InitiatedOn = new(2025, 12, 10),
        CompletedOn = status is OasysStatus.Complete ? new(2025, 12, 20) : null,
        Status = status,
        Recorded = Written(new(2025, 12, 21, 2, 0, 0, TimeSpan.Zero)),
    };

    private Task<Outcome<FactId>> KeepAsync(KeepRiskScores.Request request, Actor? actor = null) =>
        AskAsync<KeepRiskScores, Outcome<FactId>>(keep => keep.DoAsync(request, actor ?? Pom, default));

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
}

public sealed class KeepRiskScoresSqliteTests() : KeepRiskScoresTests(DatabaseKind.Sqlite);

public sealed class KeepRiskScoresPostgresTests() : KeepRiskScoresTests(DatabaseKind.Postgres);
