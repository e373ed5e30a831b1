using CsCheck;
using Throughcare.Population.Sentences;
using Xunit;

namespace Throughcare.Population.Tests.Sentences;

public sealed class RecordedDatesTests
{
    private static readonly DateOnly Born = new(1990, 5, 17);

    [Fact]
    public void Three_years_for_drugs()
    {
        var dates = RecordedDates.Of(new(SentenceKind.Sds, new(2025, 1, 15), new(Years: 3), "DRU", Born));

        Assert.Equal(new RecordedDates { Crd = new(2026, 3, 28), Sled = new(2028, 1, 14), Hdced = new(2025, 8, 22) }, dates);
    }

    [Fact]
    public void Eighteen_months_for_theft_ends_with_top_up_supervision()
    {
        var dates = RecordedDates.Of(new(SentenceKind.Sds, new(2026, 3, 3), new(Months: 18), "THE", Born));

        Assert.Equal(
            new RecordedDates { Crd = new(2026, 10, 8), Sled = new(2027, 9, 2), Tused = new(2027, 10, 8), Hdced = new(2026, 6, 21) },
            dates);
    }

    [Fact]
    public void An_extended_sentence_of_six_and_three_years()
    {
        var dates = RecordedDates.Of(
            new(SentenceKind.Eds, new(2023, 6, 1), new(Years: 6), "VAP", Born) { Extension = new(Years: 3) });

        Assert.Equal(new RecordedDates { Ped = new(2027, 6, 1), Crd = new(2029, 5, 31), Sled = new(2032, 5, 31) }, dates);
    }

    [Fact]
    public void A_life_sentence_has_its_tariff_and_nothing_else()
    {
        var dates = RecordedDates.Of(new(SentenceKind.Life, new(2020, 5, 10), new(Years: 12), "VAP", Born));

        Assert.Equal(new RecordedDates { Ted = new(2032, 5, 9) }, dates);
    }

    [Theory]
    [InlineData(14, "2026-06-14")]
    [InlineData(28, "2026-06-28")]
    [InlineData(56, "2026-07-26")]
    [InlineData(null, "2028-01-14")]
    public void A_recall_changes_only_the_release_after_it_and_ends_curfew(int? days, string release)
    {
        var sentence = new RecordedSentence(SentenceKind.Sds, new(2025, 1, 15), new(Years: 3), "DRU", Born);
        var recalled = RecordedDates.Of(sentence with { Recall = new(new(2026, 6, 1), days) });

        Assert.Equal(RecordedDates.Of(sentence) with { Hdced = null, Prrd = DateOnly.Parse(release) }, recalled);
    }

    [Fact]
    public void A_fixed_term_never_ends_after_the_sentence()
    {
        var dates = RecordedDates.Of(new RecordedSentence(SentenceKind.Sds, new(2025, 1, 15), new(Years: 3), "DRU", Born)
        {
            Recall = new(new(2028, 1, 1), 56),
        });

        Assert.Equal(new DateOnly(2028, 1, 14), dates.Prrd);
    }

    [Theory]
    [InlineData(SentenceKind.SdsPlus, 8, "VAP", 2, 3)]
    [InlineData(SentenceKind.Sds, 1, "SEX", 1, 2)]
    [InlineData(SentenceKind.Sds, 4, "ROB", 1, 2)]
    [InlineData(SentenceKind.Sds, 3, "ROB", 2, 5)]
    [InlineData(SentenceKind.Sds, 6, "DRU", 2, 5)]
    [InlineData(SentenceKind.Sopc, 3, "SEX", 2, 3)]
    public void The_share_served_follows_sentence_length_and_offence(SentenceKind kind, int years, string group, int of, int parts)
    {
        Assert.Equal((of, parts), RecordedDates.Fraction(new(kind, new(2025, 1, 15), new(years), group, Born)));
    }

    [Fact]
    public void A_release_at_two_fifths_before_10_September_2024_was_at_one_half()
    {
        Assert.Equal((1, 2), RecordedDates.Fraction(new(SentenceKind.Sds, new(2023, 1, 16), new(Years: 3), "DRU", Born)));
    }

    [Fact]
    public void Someone_to_be_deported_can_be_removed_after_three_tenths()
    {
        var dates = RecordedDates.Of(
            new RecordedSentence(SentenceKind.Sds, new(2025, 1, 15), new(Years: 3), "DRU", Born) { ToBeDeported = true });

        Assert.Equal(new DateOnly(2025, 1, 15).AddDays(329 - 1), dates.Ersed);
    }

    [Fact]
    public void Top_up_supervision_is_only_for_those_of_19_or_more_at_release()
    {
        var sentence = new RecordedSentence(SentenceKind.Sds, new(2026, 3, 3), new(Months: 18), "THE", new(2007, 10, 8));

        Assert.NotNull(RecordedDates.Of(sentence).Tused);
        Assert.Null(RecordedDates.Of(sentence with { BornOn = new(2007, 10, 9) }).Tused);
    }

    [Fact]
    public void Dates_stand_in_their_order_whatever_the_sentence()
    {
        var sentences =
            from kind in Gen.Enum<SentenceKind>()
            from start in Gen.Int[0, 9000].Select(days => new DateOnly(2005, 4, 4).AddDays(days))
            from months in Gen.Int[1, 240]
            from extraDays in Gen.Int[0, 30]
            from extension in Gen.Int[12, 96]
            from remand in Gen.Int[0, 200]
            from added in Gen.Int[0, 42]
            from atLarge in Gen.Int[0, 90]
            from offenceGroup in Gen.Int[0, 3].Select(i => new[] { "VAP", "SEX", "DRU", "THE" }[i])
            select new RecordedSentence(kind, start, new(Months: months, Days: extraDays), offenceGroup, Born)
            {
                Extension = new(Months: extension),
                RemandDays = Math.Min(remand, new SentenceLength(Months: months).FewestDays / 5),
                AddedDays = added,
                DaysAtLarge = atLarge,
            };

        sentences.Sample(sentence =>
        {
            var dates = RecordedDates.Of(sentence);
            InOrder(sentence.On, dates.Hdced, dates.Crd);
            InOrder(sentence.On, dates.Crd, dates.Sled, dates.Tused);
            InOrder(sentence.On, dates.Ped, dates.Crd);
        }, iter: 5_000);
    }

    [Fact]
    public void No_sentence_has_fewer_days_than_its_length_says()
    {
        (from start in Gen.Int[0, 15_000].Select(days => new DateOnly(2000, 1, 1).AddDays(days))
         from months in Gen.Int[0, 480]
         from days in Gen.Int[0, 40]
         select (Start: start, Length: new SentenceLength(Months: months, Days: days)))
            .Sample(x => Assert.True(x.Length.DaysFrom(x.Start) >= x.Length.FewestDays), iter: 5_000);
    }

    private static void InOrder(params DateOnly?[] days)
    {
        var present = days.OfType<DateOnly>().ToList();
        Assert.Equal(present.Order(), present);
    }
}
