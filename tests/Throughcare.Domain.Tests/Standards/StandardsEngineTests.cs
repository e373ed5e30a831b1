using Throughcare.Domain.Access;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Record;
using Throughcare.Domain.Standards;
using Xunit;

namespace Throughcare.Domain.Tests.Standards;

/// <summary>Whole cases with the shipped rules: the worked examples of the standards, and what stands between them.</summary>
public sealed class StandardsEngineTests
{
    // allocation

    [Fact]
    public void A_manager_named_before_the_second_working_day_after_Easter_is_in_time() =>
        Assert.Equal("2010-04-07 MET_ON_TIME", Prisoner(new(2010, 4, 1)).Pom(new(2010, 4, 6)).Due("alloc_supervisor", new(2010, 4, 8)));

    [Fact]
    public void A_manager_named_after_it_is_late_by_a_day() =>
        Assert.Equal("2009-12-30 MET_LATE 1", Prisoner(new(2009, 12, 24)).Pom(new(2009, 12, 31)).Due("alloc_supervisor", new(2010, 1, 4)));

    [Fact]
    public void Without_one_it_is_due_then_overdue_and_missed_when_the_person_leaves()
    {
        var waiting = Prisoner(new(2009, 12, 26));
        Assert.Equal("2009-12-30 UPCOMING", waiting.Due("alloc_supervisor", new(2009, 12, 26)));
        Assert.Equal("2009-12-30 DUE_SOON", waiting.Due("alloc_supervisor", new(2009, 12, 28)));
        Assert.Equal("2009-12-30 DUE", waiting.Due("alloc_supervisor", new(2009, 12, 30)));
        Assert.Equal("2009-12-30 DUE overdue 1", waiting.Due("alloc_supervisor", new(2009, 12, 31)));

        var item = waiting.Transferred(new(2010, 1, 2)).Items("alloc_supervisor", new(2010, 1, 2))[0];
        Assert.Equal((ItemState.Missed, new DateOnly(2010, 1, 2)), (item.State, item.StateSince));
    }

    [Fact]
    public void Whoever_goes_before_it_is_due_leaves_nothing_undone() =>
        Assert.DoesNotContain(Prisoner(new(2026, 3, 2)).Transferred(new(2026, 3, 3)).Items("alloc_keyworker", new(2026, 3, 20)), item => item.TriggerOn == new DateOnly(2026, 3, 2));

    [Fact]
    public void Leaving_on_the_day_it_is_due_is_leaving_it_undone()
    {
        var item = Prisoner(new(2026, 3, 2)).Transferred(new(2026, 3, 4)).Items("alloc_supervisor", new(2026, 3, 20)).Single(i => i.TriggerOn == new DateOnly(2026, 3, 2));
        Assert.Equal((ItemState.Missed, new DateOnly(2026, 3, 4)), (item.State, item.StateSince));
    }

    [Fact]
    public void Somebody_on_remand_who_is_sentenced_in_the_prison_arrives_as_sentenced_that_day() =>
        Assert.Equal(
            "2026-03-16 DUE",
            new ACase().Received(new(2026, 3, 2), reason: "R-REM").Sentenced(new(2026, 3, 12), 24).Dates(d => d with { Crd = new(2027, 3, 11) }).Due("alloc_supervisor", new(2026, 3, 16)));

    [Fact]
    public void The_manager_of_the_prison_before_is_not_the_one_of_this() =>
        Assert.Equal(
            ["2026-03-04 MET_ON_TIME", "2026-05-06 DUE overdue 7"],
            Prisoner(new(2026, 3, 2)).Pom(new(2026, 3, 3)).Transferred(new(2026, 5, 1)).Items("alloc_supervisor", new(2026, 5, 13)).Select(i => ACase.Say(i, new(2026, 5, 13))));

    // assessment

    [Theory]
    [InlineData(10, 0, "-")]
    [InlineData(10, 1, "2025-12-26 UPCOMING")]
    [InlineData(30, 0, "2025-12-26 UPCOMING")]
    public void The_first_assessment_of_a_sentence_over_ten_months_is_due_in_ten_weeks(int months, int days, string expected) =>
        Assert.Equal(expected, Prisoner(new(2025, 10, 17), months, days).Due("initial_oasys", new(2025, 11, 1)));

    [Fact]
    public void It_is_due_soon_from_two_weeks_before_and_to_be_done_by_the_last_working_day()
    {
        var item = Assert.Single(Prisoner(new(2025, 10, 17), 30).Items("initial_oasys", new(2025, 12, 15)));
        Assert.Equal((new DateOnly(2025, 12, 26), new DateOnly(2025, 12, 24), new DateOnly(2025, 12, 12), DueState.DueSoon), (item.DueOn, item.ActBy, item.DueSoonFrom, item.StateOn(new(2025, 12, 15))));
        Assert.Equal(DueState.Upcoming, item.StateOn(new(2025, 12, 11)));
    }

    [Fact]
    public void A_life_sentence_has_sixteen_weeks() =>
        Assert.Equal("2026-02-06 UPCOMING", new ACase().Received(new(2025, 10, 17)).ForLife(new(2025, 10, 17)).Dates(d => d with { Ted = new(2040, 10, 16) }).Due("initial_oasys", new(2025, 11, 1)));

    [Fact]
    public void An_assessment_of_up_to_half_a_year_before_the_sentence_counts()
    {
        Assert.Equal("2025-12-26 MET_ON_TIME", Prisoner(new(2025, 10, 17), 30).Oasys(new(2025, 4, 18)).Due("initial_oasys", new(2025, 11, 1)));
        Assert.Equal("2025-12-26 UPCOMING", Prisoner(new(2025, 10, 17), 30).Oasys(new(2025, 4, 17)).Due("initial_oasys", new(2025, 11, 1)));
    }

    [Fact]
    public void A_draft_and_another_kind_of_assessment_are_refused_with_the_reason()
    {
        var prisoner = Prisoner(new(2025, 10, 17), 30).Oasys(new(2025, 11, 20), complete: false).Oasys(new(2025, 11, 21), OasysType.Rsr);
        var item = Assert.Single(prisoner.Items("initial_oasys", new(2025, 12, 1)));
        Assert.Equal(ItemState.Open, item.State);

        var told = prisoner.Why(item.Key, new(2025, 12, 1))!;
        Assert.Contains(told.Refused, r => r.Because == "it is not complete");
        Assert.Contains(told.Refused, r => r.Because == "it is not the kind of assessment that is asked for");
        Assert.Equal(new StandardId("PL-010"), told.Rule.Id);
        Assert.Contains(told.Facts, f => f.Word.Name == "sentence.length_months" && f.Value.Value.Number == 30);
        Assert.Contains(told.Arithmetic, line => line.Contains("10 weeks: 26 December 2025", StringComparison.Ordinal));
    }

    [Fact]
    public void A_review_before_release_counts_only_within_its_window()
    {
        var leaving = Prisoner(new(2024, 9, 12), 48).Com(new(2026, 1, 5)).Dates(d => d with { Crd = new(2026, 9, 11), ConfirmedRelease = new DateOnly(2026, 9, 11), Sled = new(2028, 9, 11) });
        Assert.Equal("2026-08-28 UPCOMING", leaving.Oasys(new(2026, 7, 16)).Due("oasys_pre_release", new(2026, 7, 20)));
        Assert.Equal("2026-08-28 MET_ON_TIME", leaving.Oasys(new(2026, 7, 17)).Due("oasys_pre_release", new(2026, 7, 20)));
    }

    [Fact]
    public void A_release_that_comes_nearer_moves_the_date_and_its_window()
    {
        var leaving = Prisoner(new(2024, 9, 12), 48).Com(new(2026, 1, 5)).Oasys(new(2026, 7, 16))
            .Dates(d => d with { Crd = new(2026, 9, 11), ConfirmedRelease = new DateOnly(2026, 9, 11), Sled = new(2028, 9, 11) });
        Assert.Equal("2026-08-28 UPCOMING", leaving.Due("oasys_pre_release", new(2026, 7, 19)));

        leaving.Dates(d => d with { Crd = new(2026, 8, 14), ConfirmedRelease = new DateOnly(2026, 8, 14) }, known: new(2026, 7, 20));
        Assert.Equal("2026-07-31 MET_ON_TIME", leaving.Due("oasys_pre_release", new(2026, 7, 20)));
    }

    [Fact]
    public void What_nobody_could_know_is_not_called_late_in_figures_until_five_working_days_after()
    {
        var leaving = Prisoner(new(2024, 9, 12), 48).Com(new(2026, 1, 5))
            .Dates(d => d with { Crd = new(2026, 9, 11), ConfirmedRelease = new DateOnly(2026, 9, 11), Sled = new(2028, 9, 11) })
            .Dates(d => d with { Crd = new(2026, 8, 14), ConfirmedRelease = new DateOnly(2026, 8, 14) }, known: new(2026, 8, 10));
        var item = Assert.Single(leaving.Items("oasys_pre_release", new(2026, 8, 10)));
        Assert.Equal((new DateOnly(2026, 7, 31), new DateOnly(2026, 8, 14), true), (item.DueOn, item.FairDueOn, item.IsOverdueOn(new(2026, 8, 10))));
    }

    [Fact]
    public void At_level_2_the_review_is_due_half_a_year_before_release()
    {
        var leaving = Prisoner(new(2024, 9, 1), 48).Mappa(2, 2, new(2024, 10, 1)).Com(new(2025, 1, 5)).Dates(d => d with { Crd = new(2026, 8, 31), ConfirmedRelease = new DateOnly(2026, 8, 31), Sled = new(2028, 9, 11) });
        var item = Assert.Single(leaving.Items("oasys_pre_release", new(2026, 1, 10)));
        Assert.Equal((new StandardId("PL-018"), new DateOnly(2026, 2, 28), new DateOnly(2026, 1, 3)), (item.Rule, item.DueOn, item.WindowFrom));
    }

    [Fact]
    public void A_level_still_to_be_set_leaves_it_open_which_review_is_due()
    {
        var leaving = Prisoner(new(2024, 9, 1), 48).Mappa(2, null, new(2024, 10, 1)).Com(new(2025, 1, 5)).Dates(d => d with { Crd = new(2026, 8, 31), ConfirmedRelease = new DateOnly(2026, 8, 31), Sled = new(2028, 9, 11) });
        var item = Assert.Single(leaving.Items("oasys_pre_release", new(2026, 8, 20)));
        Assert.Equal(ItemState.NotDetermined, item.State);
        Assert.Contains("MAPPA level", item.Note, StringComparison.Ordinal);
    }

    // contact

    [Fact]
    public void A_letter_is_no_first_contact()
    {
        var prisoner = Prisoner(new(2010, 3, 26)).Pom(new(2010, 3, 29)).Contact("TC01", new(2010, 4, 12), mode: ContactMode.Letter);
        Assert.Equal("2010-04-13 DUE overdue 1", prisoner.Due("first_contact_supervisor", new(2010, 4, 14)));
        Assert.Equal("2010-04-13 MET_ON_TIME", prisoner.Contact("TC01", new(2010, 4, 13)).Due("first_contact_supervisor", new(2010, 4, 14)));
    }

    [Fact]
    public void A_missed_appointment_does_not_meet_it_and_one_that_is_kept_does()
    {
        var ordered = new ACase().Ordered(new(2026, 3, 2)).Contact("COAI", new(2026, 3, 5), Role.Com, attendance: "UAAB");
        Assert.Equal("2026-03-09 DUE_SOON", ordered.Due("first_contact", new(2026, 3, 7)));
        Assert.Equal("2026-03-09 MET_ON_TIME", ordered.Contact("COAI", new(2026, 3, 6), Role.Com, attendance: "ATTC").Due("first_contact", new(2026, 3, 7)));
    }

    [Fact]
    public void Key_work_is_counted_over_four_weeks()
    {
        var prisoner = Prisoner(new(2025, 6, 2), 48).KeyWorker(new(2025, 6, 3));
        foreach (var (day, minutes) in new[] { (14, 45), (21, 30), (28, 60) })
        {
            prisoner.Contact("TC02", new(2025, 10, day), Role.KeyWorker, minutes: minutes);
        }

        prisoner.Contact("TC02", new(2025, 11, 4), Role.KeyWorker, minutes: 40);
        Assert.Equal(ItemState.Missed, Week(prisoner, new(2025, 11, 9)).State);
        Assert.Equal("175 of 180 minutes in 28 days", Week(prisoner, new(2025, 11, 9)).Note);

        prisoner.Contact("TC02", new(2025, 11, 9), Role.KeyWorker, minutes: 5);
        Assert.Equal(ItemState.MetOnTime, Week(prisoner, new(2025, 11, 9)).State);
    }

    [Fact]
    public void Whoever_came_two_weeks_ago_needs_half_the_minutes()
    {
        var prisoner = Prisoner(new(2025, 10, 27), 48).Contact("TC02", new(2025, 10, 30), Role.KeyWorker, minutes: 60);
        Assert.Equal("60 of 90 minutes in 14 days", Week(prisoner, new(2025, 11, 9)).Note);
        Assert.Equal(ItemState.MetOnTime, Week(prisoner.Contact("TC02", new(2025, 11, 6), Role.KeyWorker, minutes: 40), new(2025, 11, 9)).State);
        Assert.DoesNotContain(prisoner.Items("key_work", new(2025, 11, 12)), item => item.DueOn == new DateOnly(2025, 10, 26));
    }

    [Fact]
    public void A_first_month_of_fewer_than_fourteen_days_is_left_out()
    {
        var ordered = new ACase().Ordered(new(2026, 1, 19)).Items("contact_frequency", new(2026, 3, 10));
        Assert.Equal([new DateOnly(2026, 2, 28), new DateOnly(2026, 3, 31)], ordered.Select(i => i.DueOn));
        Assert.Equal(new DateOnly(2026, 1, 31), new ACase().Ordered(new(2026, 1, 18)).Items("contact_frequency", new(2026, 3, 10))[0].DueOn);
    }

    [Fact]
    public void A_month_without_contact_is_missed_when_it_is_over_and_one_contact_meets_it()
    {
        var ordered = new ACase().Ordered(new(2026, 1, 5)).Contact("COAP", new(2026, 2, 10), Role.Com, attendance: "ATTC");
        Assert.Equal([ItemState.Missed, ItemState.MetOnTime, ItemState.Open], ordered.Items("contact_frequency", new(2026, 3, 31)).Select(i => i.State));
        Assert.Equal([ItemState.Missed, ItemState.MetOnTime, ItemState.Missed], ordered.Items("contact_frequency", new(2026, 4, 1)).Select(i => i.State).Take(3));
    }

    [Fact]
    public void A_contact_recorded_the_next_working_day_is_prompt_and_after_the_fifth_it_is_late()
    {
        var prisoner = Prisoner(new(2025, 6, 2), 48).Contact("TC04", new(2025, 12, 24), Role.Residential, recorded: new(2026, 1, 5));
        Assert.Equal("2025-12-29 MET_LATE 7", prisoner.Due("recording_prompt", new(2026, 1, 6)));
        Assert.Equal("2026-01-05 MET_ON_TIME", prisoner.Due("recording_late_flag", new(2026, 1, 6)));
    }

    // risk

    [Fact]
    public void A_raised_risk_starts_the_clock_of_the_home_visit()
    {
        var released = Released(new(2010, 3, 1)).Rosh(RoshLevel.Medium, new(2010, 2, 1)).Rosh(RoshLevel.High, new(2010, 3, 10));
        Assert.Equal("-", Released(new(2010, 3, 1)).Rosh(RoshLevel.Medium, new(2010, 2, 1)).Due("home_visit_initial", new(2010, 3, 9)));
        Assert.Equal("2010-03-24 UPCOMING", released.Due("home_visit_initial", new(2010, 3, 12)));
    }

    [Fact]
    public void Where_the_risk_was_never_assessed_it_says_what_to_record()
    {
        var item = Assert.Single(Released(new(2010, 3, 1)).Items("home_visit_initial", new(2010, 3, 9)));
        Assert.Equal(ItemState.NotDetermined, item.State);
        Assert.Contains("RoSH", item.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_review_starts_the_next_clock_and_an_early_one_ends_it_in_time()
    {
        var ordered = new ACase().Ordered(new(2026, 1, 5)).Oasys(new(2026, 1, 20), community: RoshLevel.High);
        Assert.Equal("2026-05-20 UPCOMING", ordered.Due("rosh_review", new(2026, 2, 1)));
        ordered.Oasys(new(2026, 3, 2), community: RoshLevel.High);
        Assert.Equal(["2026-05-20 MET_ON_TIME", "2026-07-02 UPCOMING"], ordered.Items("rosh_review", new(2026, 4, 1)).Select(i => ACase.Say(i, new(2026, 4, 1))));
    }

    [Fact]
    public void One_review_that_is_overdue_stays_one()
    {
        var ordered = new ACase().Ordered(new(2025, 1, 6)).Oasys(new(2025, 1, 20), community: RoshLevel.High);
        Assert.Equal("2025-05-20 DUE overdue 226", ordered.Due("rosh_review", new(2026, 1, 1)));
    }

    // failures

    [Fact]
    public void A_failure_of_twelve_months_and_a_day_ago_no_longer_counts()
    {
        Assert.Equal(new DateOnly(2026, 6, 23), Assert.Single(Failed(new(2025, 6, 10), new(2026, 6, 9)).Items("breach_start", new(2026, 6, 10))).DueOn);
        Assert.Empty(Failed(new(2025, 6, 9), new(2026, 6, 9)).Items("breach_start", new(2026, 6, 10)));
    }

    // transfers

    [Fact]
    public void What_was_overdue_stays_with_the_sending_prison_and_comes_again_to_the_receiving_one()
    {
        var prisoner = Prisoner(new(2025, 10, 17), 30).Pom(new(2025, 10, 20)).Transferred(new(2026, 1, 12));
        var items = prisoner.Items("initial_oasys", new(2026, 1, 20));
        Assert.Equal(["2025-12-26 MISSED", "2026-01-26 DUE_SOON"], items.Select(i => ACase.Say(i, new(2026, 1, 20))));
        Assert.Equal([new PlaceCode("LEI"), new PlaceCode("LHI")], items.Select(i => i.Establishment!.Value));
        Assert.Equal(new DateOnly(2026, 1, 12), items[0].StateSince);

        Assert.Equal("2026-01-26 MET_ON_TIME", ACase.Say(prisoner.Oasys(new(2026, 1, 22)).Items("initial_oasys", new(2026, 1, 23))[1], new(2026, 1, 23)));
    }

    [Fact]
    public void What_is_due_after_the_move_goes_with_the_person()
    {
        var item = Assert.Single(Prisoner(new(2025, 10, 17), 30).Pom(new(2025, 10, 20)).Transferred(new(2025, 12, 1)).Items("initial_oasys", new(2025, 12, 5)));
        Assert.Equal((new DateOnly(2025, 12, 26), new PlaceCode("LHI"), Role.HeadOmu), (item.DueOn, item.Place, item.Responsible));
    }

    [Fact]
    public void A_day_at_court_changes_nothing()
    {
        var prisoner = Prisoner(new(2025, 10, 17), 30);
        Assert.Equal(prisoner.Due("initial_oasys", new(2025, 12, 30)), Prisoner(new(2025, 10, 17), 30).OutToCourt(new(2025, 12, 29), new(2025, 12, 31)).Due("initial_oasys", new(2025, 12, 30)));
    }

    // deferral and exemption

    [Fact]
    public void A_deferral_moves_the_date_while_it_lasts_and_its_reason_says_what_figures_make_of_it()
    {
        var prisoner = Prisoner(new(2025, 10, 17), 30);
        var key = prisoner.Items("initial_oasys", new(2025, 11, 1))[0].Key;

        prisoner.Deferred(key, "HOSPITAL", new(2025, 12, 26), new(2026, 1, 30), new(2025, 12, 20));
        Assert.Equal("2026-01-30 DEFERRED", prisoner.Due("initial_oasys", new(2026, 1, 10)));
        Assert.Equal("2026-01-30 DUE overdue 1", prisoner.Due("initial_oasys", new(2026, 1, 31)));
        var met = prisoner.Oasys(new(2026, 1, 28)).Items("initial_oasys", new(2026, 1, 31))[0];
        Assert.Equal((ItemState.MetOnTime, false), (met.State, met.CountsOriginalDue));

        var awaited = Prisoner(new(2025, 10, 17), 30).Deferred(key, "AWAIT_INFO", new(2025, 12, 26), new(2026, 1, 23), new(2025, 12, 20)).Oasys(new(2026, 1, 20)).Items("initial_oasys", new(2026, 1, 31))[0];
        Assert.Equal((ItemState.MetOnTime, true), (awaited.State, awaited.CountsOriginalDue));
    }

    [Fact]
    public void While_somebody_is_unlawfully_at_large_the_clock_stands_still_and_goes_on_when_they_are_back()
    {
        var prisoner = Prisoner(new(2025, 10, 17), 30).Released(new(2025, 12, 1), "X-ABS");
        Assert.Equal("2025-12-30 DEFERRED", prisoner.Due("initial_oasys", new(2025, 12, 5)));
        Assert.Equal("2026-02-04 DEFERRED", prisoner.Due("initial_oasys", new(2026, 1, 10)));   // neither ended nor missed by being away

        var back = prisoner.Received(new(2026, 1, 12), reason: "R-RCP");
        Assert.Equal("2026-02-06 DEFERRED", back.Due("initial_oasys", new(2026, 1, 20)));
        var item = back.Oasys(new(2026, 2, 5)).Items("initial_oasys", new(2026, 2, 10))[0];
        Assert.Equal((ItemState.MetOnTime, new DateOnly(2025, 12, 26), false), (item.State, item.DueOn, item.CountsOriginalDue));
        Assert.Equal("The clock stood still for 42 days: unlawfully at large", item.Note);
    }

    [Fact]
    public void Nights_in_transit_do_not_count_and_no_more_than_seven_of_them_are_left_out()
    {
        ACase Sent(DateOnly received) => Prisoner(new(2025, 10, 17), 30).Transferred(new(2025, 12, 1)).Moved(received);

        Assert.Equal(new DateOnly(2025, 12, 26), Sent(new(2025, 12, 1)).Items("initial_oasys", new(2025, 12, 20))[0].EffectiveDueOn);
        Assert.Equal(new DateOnly(2025, 12, 28), Sent(new(2025, 12, 3)).Items("initial_oasys", new(2025, 12, 20))[0].EffectiveDueOn);
        Assert.Equal(new DateOnly(2026, 1, 2), Sent(new(2025, 12, 15)).Items("initial_oasys", new(2025, 12, 20))[0].EffectiveDueOn);
    }

    [Fact]
    public void An_exempt_family_does_not_apply_and_is_counted_as_exempt()
    {
        var item = Assert.Single(Prisoner(new(2025, 10, 17), 30).Exempt("initial_oasys", new(2025, 10, 20)).Items("initial_oasys", new(2025, 11, 1)));
        Assert.Equal((ItemState.NotApplicable, "Exempt"), (item.State, item.Note));
    }

    // as known

    [Fact]
    public void A_fact_that_is_put_right_later_changes_what_was_due_from_then_on()
    {
        var prisoner = Prisoner(new(2025, 10, 17), 30).Oasys(new(2026, 3, 2)).Dates(d => d with { Ped = new(2030, 1, 1) }, known: new(2026, 3, 9));
        Assert.Equal(prisoner.DueOn(new(2026, 3, 1)).Count, Prisoner(new(2025, 10, 17), 30).DueOn(new(2026, 3, 1)).Count);
    }

    [Fact]
    public void The_same_facts_in_another_order_give_the_same_items()
    {
        var one = Prisoner(new(2025, 10, 17), 30).Pom(new(2025, 10, 20)).Contact("TC01", new(2025, 10, 30)).Contact("TC02", new(2025, 11, 3), Role.KeyWorker, minutes: 45).Oasys(new(2025, 12, 2)).Transferred(new(2026, 1, 5));
        var history = one.History();
        var turned = new Domain.Facts.CaseHistory(ACase.Person)
        {
            Details = [.. history.Details.Reverse()],
            Cases = [.. history.Cases.Reverse()],
            Episodes = [.. history.Episodes.Reverse()],
            Locations = [.. history.Locations.Reverse()],
            Movements = [.. history.Movements.Reverse()],
            Sentences = [.. history.Sentences.Reverse()],
            KeyDates = [.. history.KeyDates.Reverse()],
            Managers = [.. history.Managers.Reverse()],
            Contacts = [.. history.Contacts.Reverse()],
            Assessments = [.. history.Assessments.Reverse()],
        };
        var engine = new StandardsEngine(StandardRuleSet.Shipped);
        var day = new DateOnly(2026, 2, 1);
        var at = Domain.Rules.London.At(day, new(23, 0));
        Assert.Equal(
            engine.Compute(history, day, at, StandardDecisions.None).OrderBy(i => i.Key, StringComparer.Ordinal),
            engine.Compute(turned, day, at, StandardDecisions.None).OrderBy(i => i.Key, StringComparer.Ordinal));
    }

    private static ACase Prisoner(DateOnly sentenced, int months = 24, int days = 0) =>
        new ACase().Received(sentenced).Sentenced(sentenced, months, days).Dates(d => d with { Crd = sentenced.AddMonths(months / 2), Sled = sentenced.AddMonths(months) });

    private static ACase Released(DateOnly on) => Prisoner(on.AddYears(-1), 24).Dates(d => d with { Crd = on, Sled = on.AddYears(1) }).Com(on.AddMonths(-3)).Released(on);

    private static ACase Failed(DateOnly first, DateOnly second) => new ACase().Ordered(first.AddMonths(-3))
        .Contact("COAP", first, Role.Com, attendance: "UAAB").Contact("COAP", second, Role.Com, attendance: "UAAB");

    private static DueItem Week(ACase of, DateOnly sunday) => of.Items("key_work", sunday.AddDays(2)).Single(item => item.DueOn == sunday);
}
