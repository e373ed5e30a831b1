using Throughcare.Domain.Record;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Domain.Tests.Record;

public sealed class SourceDisagreementsTests
{
    private const string Field = "RoSH";

    private static readonly PersonId Person = A.PersonId;

    [Fact]
    public void What_sources_say_differently_is_raised_once_for_the_place_whose_task_it_is()
    {
        var raised = Item(("High", "Medium"));

        Assert.Equal(("High", "Medium", "LHI", DataQualityKind.SourceDisagreement), (raised!.Here, raised.There, raised.Owner.Text, raised.Kind));
        Assert.Null(Item(("High", "Medium"), raised));
    }

    [Fact]
    public void The_open_item_follows_what_they_say_and_is_settled_once_they_agree()
    {
        var open = Item(("High", "Medium"))!;

        var changed = Item(("High", "Low"), open)!;
        var settled = Item(null, changed)!;

        Assert.Equal((open.Id, 2, "Low"), (changed.Id, changed.Version, changed.There));
        Assert.Equal((open.Id, SourceDisagreements.AgreeAgain), (settled.Id, settled.Settled));
        Assert.Null(Item(null, settled));
    }

    [Fact]
    public void What_somebody_settled_is_raised_again_only_when_a_source_says_something_new()
    {
        var settled = Item(("High", "Medium"))! with { Settled = "The value here is kept: High" };

        Assert.Null(Item(("High", "Medium"), settled));
        Assert.NotEqual(settled.Id, Item(("High", "Low"), settled)!.Id);
    }

    [Fact]
    public void A_disagreement_that_comes_back_after_they_agreed_is_raised_again()
    {
        var agreed = Item(("High", "Medium"))! with { Settled = SourceDisagreements.AgreeAgain };

        Assert.NotNull(Item(("High", "Medium"), agreed));
    }

    [Theory]
    [InlineData(DataQualityKind.SourceConflict, "Sex at registration", true), InlineData(DataQualityKind.SourceConflict, "RoSH", false)]
    [InlineData(DataQualityKind.SourceDisagreement, "Sex at registration", false)]
    public void Only_what_somebody_corrected_here_can_be_given_back_to_the_source(DataQualityKind kind, string field, bool can) =>
        Assert.Equal(can, (Item(("Male", "Female"))! with { Kind = kind, Field = field }).CanBeTaken is not DetailFields.None);

    private static DataQualityItem? Item((string Here, string There)? said, params DataQualityItem[] items) =>
        SourceDisagreements.Item(Field, said, items, Person, new("LHI"), new(2026, 1, 5), A.Entry, () => A.FactId)?.After as DataQualityItem;
}
