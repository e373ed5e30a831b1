using CsCheck;
using Throughcare.Domain.Standards;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Domain.Tests.Standards;

public sealed class TimelinessCountTests
{
    private static readonly DateOnly Today = new(2026, 1, 5);

    private static readonly Gen<TimelinessCount> Some =
        from met in Gen.Int[0, 40]
        from late in Gen.Int[0, 40]
        from missed in Gen.Int[0, 40]
        from overdue in Gen.Int[0, 40]
        from deferred in Gen.Int[0, 40]
        select new TimelinessCount(met, late, missed, overdue, deferred);

    [Fact]
    public void Of_twenty_items_due_one_put_off_for_a_reason_that_excuses_is_in_no_number()
    {
        List<DueItem> items =
        [
            .. Enumerable.Range(0, 13).Select(_ => Item(ItemState.MetOnTime)), .. Enumerable.Range(0, 3).Select(_ => Item(ItemState.MetLate)), .. Enumerable.Range(0, 2).Select(_ => Item(ItemState.Missed)),
            Item(ItemState.Open), Item(ItemState.Open) with { IsDeferred = true, EffectiveDueOn = Today.AddDays(10) },
        ];

        var figure = Count(items);

        Assert.Equal(20, items.Count);
        Assert.Equal((19, "84% (16 of 19)", "68% (13 of 19)"), (figure.Of, figure.CompletedWords, figure.OnTimeWords));
    }

    [Fact]
    public void The_figure_of_two_prisons_is_that_of_all_their_items_and_the_mean_is_another_figure()
    {
        TimelinessCount[] prisons = [new(9, 1, 0, 0, 0), new(30, 0, 30, 0, 0)];

        var national = TimelinessCount.Sum(prisons);

        Assert.Equal("56% (39 of 70)", national.OnTimeWords);
        Assert.Equal(70, TimelinessCount.MeanOnTimePercent(prisons));
    }

    [Fact]
    public void None_to_count_is_no_cases_and_not_nought_per_cent()
    {
        Assert.Equal(("no cases", "no cases", null, ""), (default(TimelinessCount).OnTimeWords, default(TimelinessCount).CompletedWords, default(TimelinessCount).OnTimePercent, TimelinessCount.PercentForFiles(0, 0)));
        Assert.Null(TimelinessCount.MeanOnTimePercent([default]));
    }

    [Theory]
    [InlineData(1, 200, 1, "0.50")]
    [InlineData(1, 3, 33, "33.33")]
    [InlineData(2, 3, 67, "66.67")]
    [InlineData(5, 8, 63, "62.50")]
    [InlineData(7, 8, 88, "87.50")]
    [InlineData(0, 8, 0, "0.00")]
    public void Per_cents_are_rounded_half_up_and_files_carry_two_decimals(int part, int whole, int printed, string filed) =>
        Assert.Equal((printed, filed), (TimelinessCount.Percent(part, whole), TimelinessCount.PercentForFiles(part, whole)));

    [Theory]
    [InlineData(0, false), InlineData(1, true), InlineData(9, true), InlineData(10, false)]
    public void Fewer_than_ten_are_small_numbers(int items, bool small) => Assert.Equal(small, new TimelinessCount(items, 0, 0, 0, 0).IsSmall);

    [Fact]
    public void Completed_is_never_less_than_on_time_and_neither_is_more_than_all() =>
        Some.Sample(figure => figure.OnTime <= figure.Completed && figure.Completed <= figure.Of && (figure.Of == 0) == (figure.OnTimePercent is null));

    [Fact]
    public void Sums_do_not_depend_on_the_order() =>
        Gen.Select(Some, Some, Some).Sample((a, b, c) => (a + b) + c == a + (c + b));

    [Theory]
    [InlineData(ItemState.NotApplicable), InlineData(ItemState.NotDetermined), InlineData(ItemState.Superseded)]
    public void What_is_not_required_not_decided_or_superseded_counts_nowhere(ItemState state) =>
        Assert.Equal(FigurePart.None, FigureParts.PartOf(Item(state), Today));

    [Fact]
    public void An_item_due_today_counts_from_tomorrow()
    {
        var item = DueItems.Of(A.PersonId, Today);

        Assert.Equal(FigurePart.None, FigureParts.PartOf(item, Today));
        Assert.Equal(FigurePart.Overdue, FigureParts.PartOf(item, Today.AddDays(1)));
    }

    [Fact]
    public void Put_off_for_a_reason_that_does_not_excuse_it_is_on_time_only_by_the_first_date()
    {
        var due = new DateOnly(2025, 12, 26);
        var met = DueItems.Of(A.PersonId, due, ItemState.MetOnTime) with { EffectiveDueOn = new(2026, 1, 23), EvidenceOn = new(2026, 1, 20), IsDeferred = true, CountsOriginalDue = true };

        Assert.Equal(FigurePart.Late, FigureParts.PartOf(met, new(2026, 1, 21)));
        Assert.Equal(FigurePart.OnTime, FigureParts.PartOf(met with { EvidenceOn = due }, new(2026, 1, 21)));
        Assert.Equal(FigurePart.OnTime, FigureParts.PartOf(met with { CountsOriginalDue = false }, new(2026, 1, 21)));

        var open = met with { State = ItemState.Open, EvidenceOn = null };
        Assert.Equal(FigurePart.None, FigureParts.PartOf(open, due));
        Assert.Equal(FigurePart.DeferredCounting, FigureParts.PartOf(open, due.AddDays(1)));
        Assert.Equal(FigurePart.Overdue, FigureParts.PartOf(open, new(2026, 1, 24)));
    }

    [Fact]
    public void Where_the_date_moved_nearer_national_figures_wait_for_the_fair_date()
    {
        var late = DueItems.Of(A.PersonId, new(2026, 7, 31), ItemState.MetLate) with { FairDueOn = new(2026, 8, 14), EvidenceOn = new(2026, 8, 13) };

        Assert.Equal((FigurePart.Late, FigurePart.OnTime), (FigureParts.PartOf(late, new(2026, 9, 1)), FigureParts.PartOf(late, new(2026, 9, 1), isNational: true)));
        Assert.Equal(FigurePart.Late, FigureParts.PartOf(late with { EvidenceOn = new(2026, 8, 15) }, new(2026, 9, 1), isNational: true));

        var open = late with { State = ItemState.Open, EvidenceOn = null };
        Assert.Equal((FigurePart.Overdue, FigurePart.None), (FigureParts.PartOf(open, new(2026, 8, 14)), FigureParts.PartOf(open, new(2026, 8, 14), isNational: true)));
        Assert.Equal(FigurePart.Overdue, FigureParts.PartOf(open, new(2026, 8, 15), isNational: true));
    }

    [Fact]
    public void An_exempt_case_is_a_count_beside_the_figure()
    {
        var figure = Count([Item(ItemState.NotApplicable) with { Note = "Exempt" }, Item(ItemState.MetOnTime) with { EvidenceRecordedLate = true }]);

        Assert.Equal((1, 1, 1), (figure.Of, figure.Exempt, figure.RecordedLate));
    }

    private static DueItem Item(ItemState state) => DueItems.Of(A.PersonId, Today.AddDays(-20), state);

    private static TimelinessCount Count(IEnumerable<DueItem> items) =>
        TimelinessCount.Sum(items.Select(item => TimelinessCount.OfPart(FigureParts.PartOf(item, Today), 1, item.EvidenceRecordedLate ? 1 : 0)));
}
