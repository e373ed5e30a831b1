using Throughcare.Domain.Assessment;
using Throughcare.Domain.Record;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Domain.Tests.Assessment;

public sealed class RoshSourcesTests
{
    [Fact]
    public void The_level_in_the_community_is_its_highest_cell_and_the_overall_level_the_highest_of_all()   // community Medium and High, staff in custody Very high
    {
        var summary = Summary(new(2026, 1, 5)) with { ChildrenCommunity = RoshLevel.Medium, PublicCommunity = RoshLevel.High, StaffCustody = RoshLevel.VeryHigh };

        Assert.Equal((RoshLevel.High, RoshLevel.VeryHigh, RoshLevel.VeryHigh), (summary.Community!.Value, summary.Custody!.Value, summary.Overall!.Value));
    }

    [Fact]
    public void The_newest_source_is_in_force_and_on_one_day_the_assessment()
    {
        var assessed = Summary(new(2026, 1, 5)) with { PublicCommunity = RoshLevel.High };

        Assert.Equal(RoshLevel.Medium, RoshSources.Of([assessed], [Recorded(new(2026, 1, 6), RoshLevel.Medium)])[0].Level);
        Assert.Equal(RoshLevel.High, RoshSources.Of([assessed], [Recorded(new(2026, 1, 5), RoshLevel.Medium)])[0].Level);
        Assert.Equal(RoshLevel.High, RoshSources.Of([assessed], [Recorded(new(2026, 1, 4), RoshLevel.Medium)])[0].Level);
    }

    [Fact]
    public void Sources_that_agree_do_not_disagree_and_screening_only_counts_as_low()
    {
        Assert.Null(RoshSources.Disagreeing(RoshSources.Of([Summary(new(2026, 1, 5)) with { PublicCommunity = RoshLevel.Low }], [Recorded(new(2026, 1, 4), RoshLevel.NotAnalysed)])));
        Assert.NotNull(RoshSources.Disagreeing(RoshSources.Of([Summary(new(2026, 1, 5)) with { PublicCommunity = RoshLevel.Low }], [Recorded(new(2026, 1, 4), RoshLevel.Medium)])));
    }

    [Theory]
    [InlineData("2.99", "Low"), InlineData("3.00", "Medium"), InlineData("6.89", "Medium"), InlineData("6.90", "High")]
    public void The_band_of_an_rsr_score_is_that_of_the_published_table(string percent, string band) =>
        Assert.Equal(band, PredictorBands.OfRsr(decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture)));

    private static AssessmentSummary Summary(DateOnly done) => new()
    {
        Id = A.FactId,
        PersonId = A.PersonId,
        ValidFrom = done,
        Recorded = A.Entry,
        Type = OasysType.Layer3,
        InitiatedOn = done,
        CompletedOn = done,
        Status = OasysStatus.Complete,
    };

    private static RoshRecord Recorded(DateOnly on, RoshLevel level) =>
        new() { Id = A.FactId, PersonId = A.PersonId, ValidFrom = on, Recorded = A.Entry with { Source = SourceSystem.Ndelius }, Level = level };
}
