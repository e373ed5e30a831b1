using Throughcare.Risk.Recorded;
using Throughcare.Risk.Screens;
using Xunit;

namespace Throughcare.Risk.Tests;

/// <summary>Instruments that are recorded and not calculated.</summary>
public sealed class RecordedTests
{
    private static readonly Sara Signable = new()
    {
        Assessor = "Ida Marchbanks",
        IsTrained = true,
        CompletedOn = new(2026, 3, 2),
        RiskToPartner = NeedLevel.High,
        RiskToOthers = NeedLevel.Low,
        Ratings = [.. Sara.Items.Select(item => new SaraRating(item.Number, item.Number % 3, false, null))],
        Considerations = [new("Stalking of a former partner", 2, true)],
    };

    private static readonly Arms Judged = new()
    {
        Judgements = [.. Arms.Factors.Select(factor => new ArmsJudgement(factor.Code, ArmsPriority.Low, "Seen at home visits", new(2026, 3, 2)))],
        Overall = ArmsOverall.Medium,
        ReviewOn = new(2026, 9, 2),
    };

    [Fact]
    public void A_whole_sara_may_be_signed()
    {
        Assert.Empty(Signable.ProblemsOfSigning());
        Assert.Empty((Signable with { Ratings = [.. Signable.Ratings.Select(rating => rating with { Rating = null })] }).ProblemsOfSigning());
        Assert.Equal(20, Sara.Items.Count);
        Assert.Equal((1, "Past assault of family members"), (Sara.Items[0].Number, Sara.Items[0].Title));
        Assert.Equal((20, "Violation of a no-contact order in the current offence"), (Sara.Items[19].Number, Sara.Items[19].Title));
    }

    [Fact]
    public void What_stands_in_the_way_of_signing_a_sara_is_said()
    {
        AssertProblem("Only an assessor trained in SARA can sign one", Signable with { IsTrained = false });
        AssertProblem("Rate all 20 items, or say that one is not scored", Signable with { Ratings = [.. Signable.Ratings.Skip(1)] });
        AssertProblem("Rate all 20 items, or say that one is not scored", Signable with { Ratings = [.. Signable.Ratings.Skip(1), new(21, 1, false, null)] });
        AssertProblem("Rate all 20 items, or say that one is not scored", Signable with { Ratings = [.. Signable.Ratings.Skip(1), new(0, 1, false, null)] });
        AssertProblem("Rate all 20 items, or say that one is not scored", Signable with { Ratings = [.. Signable.Ratings.Skip(1), new(2, 1, false, null)] });
        AssertProblem("A rating must be 0, 1 or 2", Signable with { Ratings = [.. Signable.Ratings.Skip(1), new(1, 3, false, null)] });
        AssertProblem("A rating must be 0, 1 or 2", Signable with { Ratings = [.. Signable.Ratings.Skip(1), new(1, -1, false, null)] });
        AssertProblem("A rating must be 0, 1 or 2", Signable with { Considerations = [new("Another", 3, false)] });
        AssertProblem("A rating must be 0, 1 or 2", Signable with { Considerations = [new("Another", -1, false)] });
        AssertProblem("Enter 3 other considerations or fewer", Signable with { Considerations = [.. Enumerable.Repeat(new SaraConsideration("Another", 1, false), 4)] });
        AssertProblem("Select the risk of violence to a partner", Signable with { RiskToPartner = null });
        AssertProblem("Select the risk of violence to others", Signable with { RiskToOthers = null });
        AssertProblem("Enter the date on which it was completed", Signable with { CompletedOn = null });
        Assert.Empty((Signable with { Considerations = [.. Enumerable.Repeat(new SaraConsideration("Another", 0, false), 3)] }).ProblemsOfSigning());

        static void AssertProblem(string problem, Sara sara) => Assert.Equal([problem], sara.ProblemsOfSigning());
    }

    [Fact]
    public void Arms_is_complete_when_every_factor_is_judged_with_evidence()
    {
        Assert.Empty(Judged.ProblemsOfCompleting());
        Assert.Equal((7, 4), (Arms.Factors.Count(factor => !factor.IsProtective), Arms.Factors.Count(factor => factor.IsProtective)));
        Assert.Distinct(Arms.Factors.Select(factor => factor.Code));
        Assert.Equal(["Judge 'Opportunity to offend'"], (Judged with { Judgements = [.. Judged.Judgements.Skip(1)] }).ProblemsOfCompleting());
        Assert.Equal(["Select the overall priority"], (Judged with { Overall = null }).ProblemsOfCompleting());
        Assert.Equal(["Enter the date of the review"], (Judged with { ReviewOn = null }).ProblemsOfCompleting());
        Assert.Equal(["Enter the evidence for 'Opportunity to offend'"], (Judged with { Judgements = [Judged.Judgements[0] with { Evidence = " " }, .. Judged.Judgements.Skip(1)] }).ProblemsOfCompleting());
        Assert.Equal(["Enter the evidence for 'OTHER'"], (Judged with { Judgements = [.. Judged.Judgements, new("OTHER", ArmsPriority.High, "", new(2026, 3, 2))] }).ProblemsOfCompleting());
        Assert.Empty((Judged with { Judgements = [Judged.Judgements[0] with { Evidence = "", Priority = ArmsPriority.NotApplicable }, .. Judged.Judgements.Skip(1)] }).ProblemsOfCompleting());
        Assert.Equal(13, new Arms().ProblemsOfCompleting().Count);
    }

    [Theory]
    [InlineData(null, 0), InlineData(0, 0), InlineData(64, 0), InlineData(65, 1), InlineData(-1, 1)]
    public void The_score_of_asset_is_0_to_64(int? score, int problems)
    {
        var asset = new AssetSummary(new(2024, 5, 1), "Westmere youth offending team", score, null, HarmLevel.Medium, null, null, null);

        Assert.Equal(problems, asset.Problems().Count);
        Assert.All(asset.Problems(), problem => Assert.Equal("The score of Asset must be between 0 and 64", problem));
        Assert.Contains("Enter the youth offending team", (asset with { YouthTeam = " " }).Problems());
        Assert.DoesNotContain("Enter the youth offending team", asset.Problems());
    }
}
