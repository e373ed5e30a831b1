using Throughcare.Domain.Movements;
using Xunit;

namespace Throughcare.Domain.Tests.Movements;

public sealed class MovementTablesTests
{
    [Fact]
    public void A_national_reason_says_what_the_movement_does()
    {
        Assert.Equal("R-RCL", MovementReasons.EffectOf("ADM", "24")?.Code);
        Assert.True(MovementReasons.EffectOf("ADM", "24")!.IsIn);
        Assert.Null(MovementReasons.EffectOf("ADM", "no such code"));
    }

    [Fact]
    public void The_same_words_mean_different_reasons_for_different_types() =>
        Assert.All(
            MovementReasons.Table.Rows.Where(reason => reason.IsActive),
            reason => Assert.Equal(reason.MovementType, MovementReasons.FindByText(reason.MovementType, reason.Description.ToUpperInvariant())?.MovementType));

    [Theory, InlineData("X-ESC", true), InlineData("X-ABS", true), InlineData("X-TRF", true), InlineData("L-CRD", false)]
    public void Only_escape_abscond_and_failure_to_return_are_unlawful_absence(string effect, bool unlawful) =>
        Assert.Equal(unlawful, MovementEffects.Find(effect)!.IsUnlawfulAbsence);

    [Theory]
    [InlineData("Cat C", "C", true, true)]
    [InlineData("cat a hi", "H", false, true)]
    [InlineData("Not Applicable", "N/A", false, false)]
    public void A_security_category_is_read_from_the_prison_systems_words(string text, string code, bool selectable, bool isCategory)
    {
        var category = SecurityCategories.Table.FindByText(text)!;

        Assert.Equal((code, selectable, isCategory), (category.Code, category.IsActive, category.IsCategory));
    }
}
