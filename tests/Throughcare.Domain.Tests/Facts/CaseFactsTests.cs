using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Xunit;

namespace Throughcare.Domain.Tests.Facts;

public sealed class CaseFactsTests
{
    private static readonly PersonId Person = new(new Guid("00000000-0000-7000-8000-00000000aaaa"));
    private static readonly DateOnly Day = new(2026, 1, 5);
    private static readonly DateTimeOffset Known = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private int _ids;

    // three states

    [Fact]
    public void Whether_somebody_is_in_work_is_what_the_prison_says_while_it_holds_them()
    {
        CustodyStatus Work(string status, string? employed, int year, int? until) => Status("TRL") with
        {
            Id = Id(),
            Status = status,
            Employed = employed is null ? null : Coded.Of(employed),
            ValidFrom = new(year, 1, 1),
            ValidTo = until is { } last ? new(last, 12, 31) : null,
        };
        var history = new CaseHistory(Person) { Statuses = [Work("ACTIVE IN", null, 2020, 2020), Work("ACTIVE IN", "Y", 2021, 2021), Work("ACTIVE OUT", "N", 2022, 2022), Work("INACTIVE OUT", "Y", 2023, null)] };

        Assert.True(history.At(new(2020, 6, 1), Known).IsEmployed.IsUnknown);
        Assert.Equal((true, true), (history.At(new(2021, 6, 1), Known).IsEmployed.HasValue, history.At(new(2021, 6, 1), Known).IsEmployed.Value));
        Assert.Equal((true, false), (history.At(new(2022, 6, 1), Known).IsEmployed.HasValue, history.At(new(2022, 6, 1), Known).IsEmployed.Value));
        Assert.True(history.At(new(2023, 6, 1), Known).IsEmployed.IsUnknown);
        Assert.True(new CaseHistory(Person).At(Day, Known).IsEmployed.IsUnknown);
    }

    [Fact]
    public void A_fact_is_unknown_until_it_is_recorded_and_its_consequences_are_too()
    {
        var facts = new CaseHistory(Person).At(Day, Known);
        Assert.True(facts.DateOfBirth.IsUnknown);
        Assert.True(facts.AgeYears.IsUnknown);
        Assert.True(facts.IsAdult.IsUnknown);
        Assert.True(facts.Sex.IsUnknown);
        Assert.True(facts.IsForeignNational.IsUnknown);
        Assert.True(facts.RoshCommunity.IsUnknown);
        Assert.True(facts.Place.IsUnknown);
        Assert.True(facts.ArrivedOn.IsUnknown);
    }

    [Fact]
    public void What_is_missing_is_none_or_false_where_the_dictionary_says_so()
    {
        var facts = new CaseHistory(Person).At(Day, Known);
        Assert.True(facts.SentenceClass.IsNone);
        Assert.True(facts.Crd.IsNone);
        Assert.True(facts.ReleaseReferenceDate.IsNone);
        Assert.True(facts.HandoverReleaseDate.IsNone);
        Assert.True(facts.NextParoleDate.IsNone);
        Assert.True(facts.DateOfDeath.IsNone);
        Assert.True(facts.EstablishmentCode.IsNone);
        Assert.True(facts.PomId.IsNone);
        Assert.Equal((SentenceKind.None, true), (facts.SentenceKind.Value, facts.SentenceKind.HasValue));
        Assert.Equal((false, true), (facts.IsSentenced.Value, facts.IsSentenced.HasValue));
        Assert.Equal((false, true), (facts.HasCom.Value, facts.HasCom.HasValue));
        Assert.Empty(facts.ActiveAlertCodes.Value!);
        Assert.Equal((MappaLevel.None, true), (facts.MappaLevel.Value, facts.MappaLevel.HasValue));
    }

    [Fact]
    public void A_fact_keeps_the_entries_that_it_came_from_and_a_view_is_made_once()
    {
        var details = Details(new(1990, 3, 12));
        var history = new CaseHistory(Person) { Details = [details] };
        Assert.Same(details, Assert.Single(history.At(Day, Known).AgeYears.From));
        Assert.Same(history.At(Day, Known), history.At(Day, Known));
    }

    // as at and known at

    [Fact]
    public void Recorded_late_and_corrected_later_each_instant_sees_its_own_version()
    {
        var medium = Alert("ROM", from: new(2026, 3, 3), at: On(2026, 3, 9));
        var high = Replace(medium, On(2026, 3, 20), a => a with { Code = "ROH" }, out var replaced);
        var history = new CaseHistory(Person) { Alerts = [replaced, high] };
        DateOnly asAt = new(2026, 3, 5);

        Assert.True(history.At(asAt, On(2026, 3, 8)).RoshCommunity.IsUnknown);
        Assert.Equal(RoshLevel.Medium, history.At(asAt, On(2026, 3, 10)).RoshCommunity.Value);
        Assert.Equal(RoshLevel.High, history.At(asAt, On(2026, 3, 21)).RoshCommunity.Value);
        Assert.Equal(RoshLevel.High, history.At(asAt, On(2026, 3, 20)).RoshCommunity.Value);
    }

    [Fact]
    public void A_withdrawn_entry_counts_as_none_from_its_own_instant()
    {
        var alert = Alert("HA", from: new(2026, 1, 1), at: On(2026, 1, 1));
        var gone = Replace(alert, On(2026, 1, 4), a => a with { Withdrawn = true }, out var replaced);
        var history = new CaseHistory(Person) { Alerts = [replaced, gone] };
        Assert.Equal(AcctState.Open, history.At(Day, On(2026, 1, 3)).AcctState.Value);
        Assert.True(history.At(Day, Known).AcctState.IsNone);
    }

    [Fact]
    public void First_and_last_day_count_and_the_days_around_them_do_not()
    {
        var history = new CaseHistory(Person) { Alerts = [Alert("XA", new(2026, 1, 2), On(2026, 1, 1)) with { ValidTo = new(2026, 1, 4) }] };
        Assert.Equal([false, true, true, false], new[] { 1, 2, 4, 5 }.Select(day => history.At(new(2026, 1, day), Known).ActiveAlertCodes.Value!.Contains("XA")));
    }

    [Fact]
    public void A_day_ends_at_midnight_in_London_also_in_summer()
    {
        // 23:30 UTC on 30 June is half past midnight on 1 July in London
        var escape = Move("REL", "X-ESC", new(2026, 6, 30, 23, 30, 0, TimeSpan.Zero), from: new("LEI"));
        var history = new CaseHistory(Person) { Movements = [Move("ADM", "R-SENT", On(2026, 6, 1), to: new("LEI")), escape] };
        Assert.Equal("custody", history.At(new(2026, 6, 30), On(2026, 7, 9)).Place.Value!.Code);
        Assert.Equal("unlawfully_at_large", history.At(new(2026, 7, 1), On(2026, 7, 9)).Place.Value!.Code);
        Assert.Equal("Unlawfully at large since 1 July 2026", history.At(new(2026, 7, 1), On(2026, 7, 9)).WhereWords);
    }

    // the person

    [Theory]
    [InlineData("2008-02-29", "2026-02-28", 17)]
    [InlineData("2008-02-29", "2026-03-01", 18)]
    [InlineData("2008-02-29", "2024-02-29", 16)]
    [InlineData("2008-01-05", "2026-01-05", 18)]
    public void Age_is_in_completed_years(string born, string asAt, int age)
    {
        var facts = new CaseHistory(Person) { Details = [Details(DateOnly.Parse(born, null))] }.At(DateOnly.Parse(asAt, null), On(2027, 1, 1));
        Assert.Equal((age, age >= 18), (facts.AgeYears.Value, facts.IsAdult.Value));
    }

    [Fact]
    public void Somebody_without_british_nationality_is_a_foreign_national_and_words_no_list_knows_say_nothing()
    {
        CaseFacts With(Coded nationality) => new CaseHistory(Person) { Details = [Details(Day) with { Nationality = nationality }] }.At(Day, Known);
        Assert.False(With(Coded.Of("BRIT")).IsForeignNational.Value);
        Assert.True(With(Coded.Of("ALBA")).IsForeignNational.Value);
        Assert.True(With(Coded.Unmapped("Ruritanian")).IsForeignNational.IsUnknown);
    }

    // sentences and dates

    [Fact]
    public void Ten_months_are_10_and_ten_months_and_a_day_10_and_a_half()
    {
        Assert.Equal(10m, Facts(Sentence("ADIMP", new(2026, 1, 1)) with { Months = 10 }).SentenceLengthMonths.Value);
        Assert.Equal(10.5m, Facts(Sentence("ADIMP", new(2026, 1, 1)) with { Months = 10, Days = 1 }).SentenceLengthMonths.Value);
        Assert.True(Facts(Sentence("ADIMP", new(2026, 1, 1))).SentenceLengthMonths.IsUnknown);
    }

    [Fact]
    public void A_life_sentence_governs_and_a_longer_determinate_one_otherwise()
    {
        var (shorter, longer, life) = (Sentence("ADIMP", new(2025, 1, 1)) with { Years = 1 }, Sentence("ADIMP", new(2024, 1, 1)) with { Years = 9 }, Sentence("MLP", new(2023, 1, 1)));
        Assert.Equal(longer.Id, Facts(shorter, longer).GoverningSentenceId.Value);
        var facts = Facts(shorter, longer, life);
        Assert.Equal((life.Id, SentenceKind.Life, true), (facts.GoverningSentenceId.Value, facts.SentenceKind.Value, facts.IsIndeterminate.Value));
        Assert.True(facts.SentenceLengthMonths.IsNone);
    }

    [Fact]
    public void A_code_that_no_list_has_makes_the_class_unknown() =>
        Assert.True(Facts(Sentence("NOSUCH", new(2026, 1, 1))).SentenceClass.IsUnknown);

    [Fact]
    public void Remand_is_no_sentence()
    {
        var facts = new CaseHistory(Person) { Statuses = [Status("TRL")] }.At(Day, Known);
        Assert.Equal(ImprisonmentStatuses.Find("TRL")!.LegalStatus, facts.LegalStatus.Value);
        Assert.NotEqual(LegalStatus.Sentenced, facts.LegalStatus.Value);
        Assert.False(facts.IsSentenced.Value);
        Assert.True(facts.SentenceDate.IsNone);
    }

    [Fact]
    public void After_tariff_only_the_hearing_is_a_date_of_release()
    {
        DateOnly asAt = new(2027, 1, 1);
        var history = new CaseHistory(Person)
        {
            Sentences = [Sentence("MLP", new(2010, 5, 1))],
            KeyDates = [Dates() with { Ted = new(2020, 5, 1), Thd = new(2027, 6, 1) }],
        };
        var facts = history.At(asAt, On(2027, 1, 1));
        Assert.Equal((new DateOnly(2027, 6, 1), "THD"), (facts.HandoverReleaseDate.Value, facts.HandoverReleaseDateName.Value));
        Assert.Equal(new DateOnly(2020, 5, 1), facts.EarlyAllocationWindowDate.Value);
        Assert.Equal(new DateOnly(2027, 6, 1), facts.ReleaseReferenceDate.Value);
        Assert.Equal(new DateOnly(2027, 6, 1), facts.NextParoleDate.Value);
        Assert.Equal(new DateOnly(2020, 5, 1), facts.Ped.Value);
        var noHearing = new CaseHistory(Person) { Sentences = history.Sentences, KeyDates = [Dates() with { Ted = new(2020, 5, 1) }] };
        Assert.True(noHearing.At(asAt, On(2027, 1, 1)).ReleaseReferenceDate.IsNone);
    }

    [Fact]
    public void Handover_counts_from_parole_eligibility_else_the_earlier_release_date_automatic_on_a_tie()
    {
        Assert.Equal("PED", Facts(Dates() with { Ped = new(2020, 1, 1), Crd = new(2027, 1, 1) }).HandoverReleaseDateName.Value);
        Assert.Equal("ARD", Facts(Dates() with { Ard = new(2027, 1, 1), Crd = new(2027, 1, 1) }).HandoverReleaseDateName.Value);
        Assert.Equal("CRD", Facts(Dates() with { Ard = new(2027, 1, 2), Crd = new(2027, 1, 1) }).HandoverReleaseDateName.Value);
    }

    [Fact]
    public void The_release_reference_date_is_confirmed_else_the_next_else_the_last()
    {
        var dates = Dates() with { Hdced = new(2025, 12, 1), Crd = new(2026, 3, 1), Prrd = new(2026, 9, 1) };
        Assert.Equal(new DateOnly(2026, 3, 1), Facts(dates).ReleaseReferenceDate.Value);
        Assert.Equal(new DateOnly(2026, 2, 1), Facts(dates with { ConfirmedRelease = new(2026, 2, 1) }).ReleaseReferenceDate.Value);
        Assert.Equal(new DateOnly(2025, 12, 24), Facts(Dates() with { Hdced = new(2025, 12, 1), Crd = new(2025, 12, 24) }).ReleaseReferenceDate.Value);
        Assert.Equal(Day, Facts(Dates() with { Crd = Day, Ard = new(2027, 1, 1) }).ReleaseReferenceDate.Value);
    }

    [Fact]
    public void The_next_parole_date_is_within_ten_months_both_days_included()
    {
        Assert.Equal(Day, Facts(Dates() with { Ped = Day }).NextParoleDate.Value);
        Assert.Equal(new DateOnly(2026, 11, 5), Facts(Dates() with { Ped = new(2026, 11, 5) }).NextParoleDate.Value);
        Assert.True(Facts(Dates() with { Ped = new(2026, 11, 6) }).NextParoleDate.IsNone);
    }

    [Fact]
    public void The_next_key_date_is_the_first_to_come()
    {
        var facts = Facts(Dates() with { Crd = new(2026, 1, 5), Sled = new(2027, 1, 1), Hdced = new(2026, 1, 4) });
        Assert.Equal(new NamedDate("CRD", "Conditional release date", Day), facts.NextKeyDate.Value);
        Assert.True(Facts(Dates() with { Crd = new(2026, 1, 4) }).NextKeyDate.IsNone);
    }

    [Fact]
    public void The_shown_release_date_says_who_is_treated_as_released()
    {
        Assert.True(Facts(Dates() with { Crd = Day }).IsTreatedAsReleased.Value);
        Assert.False(Facts(Dates() with { Crd = Day.AddDays(1) }).IsTreatedAsReleased.Value);
        Assert.Equal(new DateOnly(2027, 1, 1), Facts(Dates() with { Sed = new(2027, 1, 1) }).DisplayReleaseDate.Value);
    }

    [Fact]
    public void Sentenced_needs_a_start_and_a_date_or_no_fixed_end()
    {
        Assert.False(Facts(Sentence("ADIMP", new(2026, 1, 1))).IsSentenced.Value);
        Assert.True(new CaseHistory(Person) { Sentences = [Sentence("ADIMP", new(2026, 1, 1))], KeyDates = [Dates() with { Crd = Day }] }.At(Day, Known).IsSentenced.Value);
        Assert.True(Facts(Sentence("MLP", new(2026, 1, 1))).IsSentenced.Value);
    }

    [Theory]
    [InlineData("2026-01-31", "2026-11-30", "10")]
    [InlineData("2026-01-31", "2026-12-01", "10.5")]
    [InlineData("2024-02-29", "2025-02-28", "12")]
    public void Months_are_counted_whole_and_a_half_for_days_that_remain(string from, string to, string months) =>
        Assert.Equal(decimal.Parse(months, System.Globalization.CultureInfo.InvariantCulture), HalfMonths.Between(DateOnly.Parse(from, null), DateOnly.Parse(to, null)));

    // places

    [Fact]
    public void On_remand_from_2_March_and_sentenced_on_the_12th_in_the_same_prison()
    {
        var facts = new CaseHistory(Person)
        {
            Movements = [Move("ADM", "R-REM", On(2026, 3, 2), to: new("LEI"))],
            Sentences = [Sentence("ADIMP", new(2026, 3, 12)) with { Years = 1 }],
        }.At(new(2026, 4, 1), On(2026, 4, 1));
        Assert.Equal((new DateOnly(2026, 3, 2), new DateOnly(2026, 3, 12)), (facts.ArrivedOn.Value, facts.SentencedArrivalOn.Value));
    }

    [Fact]
    public void On_temporary_release_the_case_stays_in_custody_at_its_prison()
    {
        var facts = new CaseHistory(Person)
        {
            Movements = [Move("ADM", "R-SENT", On(2025, 12, 1), to: new("LEI")), Move("TAP", "A-ROTL", On(2026, 1, 4), from: new("LEI")) with { DueBackAt = On(2026, 1, 7) }],
        }.At(Day, Known);
        Assert.Equal(("temporary_release", RulePlace.Custody, new PlaceCode("LEI")), (facts.Place.Value!.Code, facts.RulePlace.Value, facts.EstablishmentCode.Value));
    }

    [Fact]
    public void Recalled_until_released_again()
    {
        Movement[] moves =
        [
            Move("ADM", "R-SENT", On(2024, 1, 1), to: new("LEI")), Move("REL", "L-CRD", On(2025, 1, 1), from: new("LEI")),
            Move("ADM", "R-RCL", On(2025, 6, 1), to: new("LEI")),
        ];
        var recalled = new CaseHistory(Person) { Movements = moves }.At(Day, Known);
        Assert.Equal((true, RecallKind.Standard, new DateOnly(2025, 6, 1)), (recalled.IsRecalled.Value, recalled.RecallKind.Value, recalled.ReturnedToCustodyOn.Value));
        Assert.False(new CaseHistory(Person) { Movements = [.. moves, Move("REL", "L-RRD", On(2025, 9, 1), from: new("LEI"))] }.At(Day, Known).IsRecalled.Value);
        Assert.Equal(RecallKind.Ftr28, new CaseHistory(Person) { Movements = moves, Statuses = [Status("FTR_ORA")] }.At(Day, Known).RecallKind.Value);
    }

    [Fact]
    public void A_mappa_case_whose_level_is_to_be_set_is_known_to_be_so()
    {
        var facts = new CaseHistory(Person) { Alerts = [Alert("P55", new(2025, 12, 1), On(2025, 12, 1))] }.At(Day, Known);
        Assert.Equal((true, MappaCategory.Cat2, MappaLevel.ToBeConfirmed), (facts.IsMappaEligible.Value, facts.MappaCategory.Value, facts.MappaLevel.Value));
    }

    [Fact]
    public void A_community_manager_recorded_by_name_counts_and_a_change_of_person_is_dated()
    {
        ManagerAssignment Com(string name, DateOnly from, DateOnly? to) => new() { Id = Id(), PersonId = Person, Role = Role.Com, Name = name, ValidFrom = from, ValidTo = to, Recorded = Entry(On(2025, 1, 1)) };
        var facts = new CaseHistory(Person) { Managers = [Com("Ash, A", new(2025, 1, 1), new(2025, 5, 31)), Com("Birch, B", new(2025, 6, 1), null)] }.At(Day, Known);
        Assert.True(facts.HasCom.Value);
        Assert.True(facts.ComId.IsNone);
        Assert.Equal((new DateOnly(2025, 6, 1), new DateOnly(2025, 6, 1)), (facts.ComAllocatedOn.Value, facts.ComChangedOn.Value));
        Assert.True(facts.PomChangedOn.IsNone);
    }

    [Fact]
    public void A_case_closed_and_another_open_each_has_its_own_facts()
    {
        var (one, two) = (Case(new(2024, 1, 1), new(2025, 1, 1)), Case(new(2025, 6, 1), null));
        var history = new CaseHistory(Person)
        {
            Cases = [one, two],
            KeyDates = [Dates() with { CaseId = one.AsCase, Crd = new(2024, 12, 1) }, Dates() with { CaseId = two.AsCase, Crd = new(2026, 12, 1) }],
        };
        Assert.Equal(new DateOnly(2024, 12, 1), history.At(new(2024, 6, 1), Known).Crd.Value);
        Assert.Equal(new DateOnly(2024, 12, 1), history.At(new(2025, 3, 1), Known).Crd.Value);
        Assert.Equal(new DateOnly(2026, 12, 1), history.At(Day, Known).Crd.Value);
    }

    private CaseFacts Facts(params SentenceRecord[] sentences) => new CaseHistory(Person) { Sentences = sentences }.At(Day, Known);

    private CaseFacts Facts(KeyDates dates) => new CaseHistory(Person) { KeyDates = [dates] }.At(Day, Known);

    private static DateTimeOffset On(int year, int month, int day) => new(year, month, day, 8, 0, 0, TimeSpan.Zero);

    private FactId Id() => new(new Guid(++_ids, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]));

    private static Entry Entry(DateTimeOffset at) => new(at, StaffId.System, Role.System, PlaceCode.Nation, "Test");

    private PersonDetails Details(DateOnly born) => new() { Id = Id(), PersonId = Person, DateOfBirth = born, ValidFrom = new(2020, 1, 1), Recorded = Entry(On(2020, 1, 1)) };

    private Alert Alert(string code, DateOnly from, DateTimeOffset at) => new() { Id = Id(), PersonId = Person, Code = code, Description = code, ValidFrom = from, Recorded = Entry(at) };

    private SentenceRecord Sentence(string type, DateOnly on) => new() { Id = Id(), PersonId = Person, Type = Coded.Of(type), ValidFrom = on, Recorded = Entry(On(2020, 1, 1)) };

    private CustodyStatus Status(string code) => new() { Id = Id(), PersonId = Person, LegalStatus = Coded.Of(code), ValidFrom = new(2020, 1, 1), Recorded = Entry(On(2020, 1, 1)) };

    private KeyDates Dates() => new() { Id = Id(), PersonId = Person, ValidFrom = new(2000, 1, 1), Recorded = Entry(On(2000, 1, 1)) };

    private PersonCase Case(DateOnly from, DateOnly? to) => new() { Id = Id(), PersonId = Person, OpenedBy = CaseOpening.Reception, ValidFrom = from, ValidTo = to, Recorded = Entry(On(2020, 1, 1)) };

    private Movement Move(string type, string reason, DateTimeOffset at, PlaceCode? from = null, PlaceCode? to = null) => new()
    {
        Id = Id(),
        PersonId = Person,
        Type = type,
        Reason = reason,
        HappenedAt = at,
        From = from,
        To = to,
        ValidFrom = at.LondonDate,
        Recorded = Entry(On(2020, 1, 1)),
    };

    /// <summary>The next version; the one before it is stamped as the recorder would.</summary>
    private static Alert Replace(Alert before, DateTimeOffset at, Func<Alert, Alert> change, out Alert replaced)
    {
        replaced = before with { };
        typeof(FactVersion).GetProperty(nameof(FactVersion.ReplacedAt))!.SetValue(replaced, at);
        return change(before.Next(Entry(at)));
    }
}
