using CsCheck;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Facts;
using Xunit;

namespace Throughcare.Domain.Tests.Allocation;

public sealed class HandoverRulesTests
{
    private static readonly Gen<DateOnly> AnyDay = Gen.Int[0, 5000].Select(days => new DateOnly(2018, 1, 1).AddDays(days));

    private static readonly Gen<DateOnly?> MaybeDay = Gen.Select(Gen.Bool, AnyDay, (there, day) => there ? day : (DateOnly?)null);

    private static readonly Gen<ReleaseDates> AnyDates = Gen.Select(MaybeDay, MaybeDay, MaybeDay, MaybeDay, MaybeDay, MaybeDay, (crd, ard, ped, ted, thd, hdced) =>
        new ReleaseDates { Crd = crd, Ard = ard, Ped = ped, Ted = ted, Thd = thd, Hdced = hdced });

    private static readonly Gen<HandoverInput> AnyCase =
        from day in AnyDay
        from dates in AnyDates
        from start in MaybeDay
        from arrival in MaybeDay
        from flags in Gen.Int[0, 511]
        from mappa in Gen.Int[-1, 3]
        from outcome in Gen.Int[0, 3].Select(n => new[] { null, "", "Release", "Stay In Closed" }[n])
        select new HandoverInput
        {
            On = day,
            Dates = dates,
            SentenceStart = start,
            PrisonArrival = arrival,
            CategorySince = arrival,
            IsIndeterminate = (flags & 1) > 0,
            IsRecalled = (flags & 6) == 6,
            IsImmigrationCase = (flags & 24) == 24,
            IsEarlyAllocation = (flags & 32) > 0,
            HasAdditionalIndeterminateSentence = (flags & 448) == 448,
            IsInOpenConditions = (flags & 64) > 0,
            OpenPrisonRulesApply = (flags & 64) > 0 && (flags & 128) > 0,
            IsInWomensPrison = (flags & 256) > 0,
            IsCompanyCase = (flags & 128) > 0,
            MappaLevel = mappa < 0 ? null : mappa,
            LastHearingOutcome = outcome,
        };

    [Fact]
    public void The_COM_never_begins_to_support_only_after_leading() => AnyCase.Sample(input =>
    {
        var handover = HandoverRules.For(input).Value;
        return !(handover.StartOn > handover.HandoverOn) && handover.StartOn is null == handover.HandoverOn is null;
    });

    [Fact]
    public void Working_it_out_twice_gives_the_same() => AnyCase.Sample(input =>
        HandoverRules.For(input).Value == HandoverRules.For(input with { }).Value && HandoverRules.For(input).Because == HandoverRules.For(input).Because);

    [Fact]
    public void Every_answer_has_a_reason_of_the_table_or_says_why_there_is_none() => AnyCase.Sample(input =>
    {
        var handover = HandoverRules.For(input);
        return handover.Because.Length > 0 && !handover.Because.Contains('{', StringComparison.Ordinal)
            && (handover.Value is { Problem: null, Responsibility: not null, Reason: { } reason }
                ? HandoverReasons.Table.Find(reason) is { } row && row.HasDates == handover.Value.HandoverOn is not null
                : handover.Value is { Problem: not null, Responsibility: null, Reason: null });
    });

    [Fact]
    public void From_the_handover_date_on_the_COM_leads_and_never_before() => AnyCase.Sample(input =>
        HandoverRules.For(input).Value is not { HandoverOn: { } on, Responsibility: { } who } || who is Responsibility.Community == input.On >= on);

    [Fact]
    public void Nine_versions_follow_each_other_without_a_gap()
    {
        var versions = HandoverRuleVersions.Table.Rows;

        Assert.Equal(["H1", "H2", "H3", "H4", "H5", "H6", "H7", "H8", "H9"], versions.Select(version => version.Code));
        Assert.All(versions.Zip(versions.Skip(1)), pair => Assert.Equal(pair.First.To!.Value.AddDays(1), pair.Second.From));
        Assert.Null(versions[^1].To);
    }

    [Fact]
    public void A_handover_before_the_sentence_is_kept_and_marked()
    {
        var handover = HandoverRules.For(new() { On = new(2025, 6, 2), SentenceStart = new(2025, 5, 1), Dates = new() { Crd = new(2026, 2, 1) }, IsEarlyAllocation = true }).Value;

        Assert.Equal((new DateOnly(2024, 11, 1), true), (handover.HandoverOn, handover.IsBeforeSentence));
    }

    [Fact]
    public void The_reason_is_said_with_its_dates()
    {
        Assert.Equal(
            "Community takes over 8 months and 14 days before CRD.",
            HandoverRules.For(new() { On = new(2025, 6, 2), SentenceStart = new(2024, 3, 15), Dates = new() { Crd = new(2027, 3, 31) } }).Because);
        Assert.Equal(
            "Indeterminate and in open conditions: a supporting COM is needed from 3 February 2025; community takes over 12 months before TED.",
            HandoverRules.For(new()
            {
                On = new(2025, 6, 2),
                IsIndeterminate = true,
                Dates = new() { Ted = new(2028, 5, 5) },
                IsInOpenConditions = true,
                OpenPrisonRulesApply = true,
                PrisonArrival = new(2025, 2, 3),
            }).Because);
    }

    [Theory]
    [InlineData(Responsibility.Community, "2026-07-01", Responsibility.CustodyOnly, "2026-07-01", true, true)]
    [InlineData(Responsibility.CustodyOnly, "2026-07-01", Responsibility.CustodyOnly, "2026-09-01", false, true)]
    [InlineData(Responsibility.CustodyOnly, "2026-07-01", Responsibility.CustodyOnly, "2026-07-02", true, false)]
    [InlineData(Responsibility.CustodyOnly, "2026-07-01", Responsibility.CustodyOnly, "2026-07-01", false, false)]
    [InlineData(Responsibility.CustodyOnly, "2026-07-01", Responsibility.Community, "2026-07-01", true, false)]
    public void Tasks_begin_anew_only_when_the_handover_goes_back(Responsibility before, string dateBefore, Responsibility after, string dateAfter, bool isListed, bool expected) =>
        Assert.Equal(expected, HandoverWork.IsReset(before, Day(dateBefore), after, Day(dateAfter), isListed));

    [Theory]
    [InlineData(HandoverType.Enhanced, "2026-08-31", true, "reviewed_oasys|contacted_com|attended_handover_meeting")]
    [InlineData(HandoverType.Enhanced, "2026-09-01", true, "reviewed_oasys|contacted_com")]
    [InlineData(HandoverType.Enhanced, "2026-09-01", false, "reviewed_oasys|contacted_com|attended_handover_meeting")]
    [InlineData(HandoverType.Standard, "2026-09-01", true, "contacted_com|sent_handover_report")]
    [InlineData(HandoverType.Missing, null, true, "contacted_com|sent_handover_report")]
    public void The_tasks_follow_the_kind_of_handover(HandoverType type, string? handover, bool isSimplified, string expected) =>
        Assert.Equal(expected, string.Join('|', HandoverWork.Checklist(type, handover is null ? null : Day(handover), isSimplified).Select(task => HandoverWork.CodeOf(task.Task))));

    [Fact]
    public void The_last_hearing_that_is_over_is_the_latest_of_the_sentence_with_an_outcome_or_a_day_on_which_one_came()
    {
        DateOnly start = new(2020, 1, 1);
        ParoleReview old = new(new(2019, 1, 1), Outcome: "Release"), first = new(new(2022, 1, 1), Outcome: "Stay In Closed"), received = new(new(2023, 1, 1), OutcomeReceived: new(2023, 2, 1)), open = new(new(2027, 1, 1), Outcome: "Not Specified");

        Assert.Equal(received, ParoleRules.LastCompleted([open, old, first, received], start));
        Assert.Equal(first, ParoleRules.LastCompleted([old, first, open], start));
        Assert.Null(ParoleRules.LastCompleted([old, open], start));
    }

    [Fact]
    public void The_estate_agrees_with_the_table_of_establishments() => Assert.All(PrisonEstate.Table.Rows, prison =>
    {
        if (Domain.Record.Establishments.Find(prison.Code) is { } known)
        {
            Assert.Equal((known.Sex == "F", known.Country == "Wales"), (prison.Type is PrisonType.Womens, prison.IsWelsh));
        }
    });

    private static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", null);
}
