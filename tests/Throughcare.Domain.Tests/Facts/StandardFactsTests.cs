using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Interventions;
using Throughcare.Domain.Planning;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Xunit;

namespace Throughcare.Domain.Tests.Facts;

/// <summary>Facts that the rules of the standards read and nothing else does yet.</summary>
public sealed class StandardFactsTests
{
    private static readonly PersonId Person = new(new Guid("00000000-0000-7000-8000-00000000aaaa"));
    private static readonly DateOnly Day = new(2026, 11, 2);
    private static readonly DateTimeOffset Known = new(2026, 12, 31, 9, 0, 0, TimeSpan.Zero);

    private int _ids;

    // release and licence

    [Theory]
    [InlineData("2026-12-10", null, "2026-12-10")]
    [InlineData("2026-12-26", null, "2026-12-24")] // a Saturday and bank holiday: the working day before
    [InlineData("2026-12-10", "2026-12-08", "2026-12-08")]
    [InlineData("2026-12-10", "2026-12-11", "2026-12-10")] // a confirmed date after it does not count
    public void A_licence_starts_on_the_conditional_release_date_or_the_confirmed_one_before(string crd, string? confirmed, string start)
    {
        var facts = With(Dates() with { Crd = Date(crd), ConfirmedRelease = Maybe(confirmed), Sled = new(2028, 1, 1) });

        Assert.True(facts.IsLicenceRequired.Value);
        Assert.Equal(Date(start), facts.LicenceStartDate.Value);
        Assert.Equal(Maybe(confirmed) ?? Date(start), facts.ReleaseDate.Value);
    }

    [Fact]
    public void Curfew_starts_the_licence_on_its_own_day() =>
        Assert.Equal(new DateOnly(2026, 11, 14), With(Dates() with { Crd = new(2026, 12, 10), Hdced = new(2026, 11, 12), Hdcad = new(2026, 11, 14) }).LicenceStartDate.Value);

    [Fact]
    public void A_sentence_that_ends_without_a_licence_has_no_start_of_one()
    {
        var facts = With(Dates() with { Ard = new(2026, 12, 10), Sed = new(2027, 3, 10) });

        Assert.False(facts.IsLicenceRequired.Value);
        Assert.True(facts.LicenceStartDate.IsNone);
        Assert.True(facts.ReleaseDate.IsNone);
        Assert.True(new CaseHistory(Person).At(Day, Known).IsLicenceRequired.IsUnknown);
    }

    [Fact]
    public void A_life_sentence_ends_on_licence_and_nobody_knows_when_before_it_is_confirmed()
    {
        var history = new CaseHistory(Person) { Sentences = [Sentence("LIFE", "2020-03-02")], KeyDates = [Dates() with { Ted = new(2031, 3, 2) }] };

        Assert.True(history.At(Day, Known).IsLicenceRequired.Value);
        Assert.True(history.At(Day, Known).ReleaseDate.IsNone);
    }

    [Fact]
    public void After_recall_the_licence_starts_on_the_post_recall_date()
    {
        var history = new CaseHistory(Person)
        {
            Sentences = [Sentence("ADIMP", "2024-03-04") with { Years = 4 }],
            Movements = [new() { Id = Id(), PersonId = Person, Type = "ADM", Reason = "R-RCL", To = new("LHI"), HappenedAt = new(2026, 10, 1, 9, 0, 0, TimeSpan.Zero), ValidFrom = new(2026, 10, 1), Recorded = Entry() }],
            KeyDates = [Dates() with { Crd = new(2026, 3, 4), Prrd = new(2027, 5, 8), Sled = new(2028, 3, 3) }],
        };

        Assert.True(history.At(Day, Known).IsRecalled.Value);
        Assert.Equal(new DateOnly(2027, 5, 7), history.At(Day, Known).LicenceStartDate.Value);
    }

    [Theory]
    [InlineData("ADIMP", null, true)]
    [InlineData("EDS18", null, false)]
    [InlineData("ADIMP", "XSDEPORT", false)]
    [InlineData("ADIMP", "SOR", false)]
    [InlineData("ADIMP", "XTACT", false)]
    public void Curfew_is_for_those_whom_nothing_excludes(string sentence, string? alert, bool isEligible)
    {
        var history = new CaseHistory(Person)
        {
            Sentences = [Sentence(sentence, "2025-03-03") with { Years = 2 }],
            KeyDates = [Dates() with { Hdced = new(2026, 12, 1) }],
            Alerts = alert is null ? [] : [new() { Id = Id(), PersonId = Person, Code = alert, Description = alert, ValidFrom = new(2025, 3, 3), Recorded = Entry() }],
        };

        Assert.Equal(isEligible, history.At(Day, Known).IsHdcEligible.Value);
        Assert.False(new CaseHistory(Person).At(Day, Known).IsHdcEligible.Value);
    }

    [Theory]
    [InlineData("2023-03-02", "2027-03-02", "48", true)]
    [InlineData("2023-03-02", "2027-03-01", "47.5", false)]
    [InlineData("2023-03-02", "2037-03-20", "168.5", true)]
    public void The_tariff_runs_from_the_sentence_to_its_expiry(string sentenced, string expires, string months, bool isEligible)
    {
        var facts = new CaseHistory(Person) { Sentences = [Sentence("LIFE", sentenced)], KeyDates = [Dates() with { Ted = Date(expires) }] }.At(Day, Known);

        Assert.Equal((decimal.Parse(months), isEligible), (facts.TariffMonths.Value, facts.IsPreTariffEligible.Value));
        Assert.True(With(Dates() with { Ted = Date(expires) }).TariffMonths.IsNone);
    }

    // scope

    [Theory]
    [InlineData("2006-10-31", "ADIMP", 36, "high", false, "False")] // before Phase II
    [InlineData("2006-11-01", "ADIMP", 36, "high", false, "True")]
    [InlineData("2007-12-31", "IPP", 0, "high", false, "False")]
    [InlineData("2008-01-01", "IPP", 0, "medium", false, "True")] // whatever the risk
    [InlineData("2008-01-01", "LIFE", 0, "very_high", false, "False")]
    [InlineData("2008-01-01", "ADIMP", 12, "high", false, "True")] // twelve months exactly is in
    [InlineData("2008-01-01", "ADIMP", 11, "very_high", true, "False")] // short, whoever it is
    [InlineData("2008-01-01", "ADIMP", 36, "medium", false, "False")]
    [InlineData("2008-01-01", "ADIMP", 36, "medium", true, "True")]
    [InlineData("2008-01-01", "ADIMP", 36, "unknown", true, "True")] // a priority offender is in without a level
    [InlineData("2008-01-01", "ADIMP", 36, "unknown", false, "Not recorded")]
    [InlineData("2012-04-01", "ADIMP", 12, "unknown", false, "True")]
    [InlineData("2012-04-01", "ADIMP", 11, "very_high", true, "False")]
    [InlineData("2012-04-01", "LIFE", 0, "unknown", false, "True")]
    [InlineData("2019-09-30", "ADIMP", 36, "low", false, "True")]
    [InlineData("2019-10-01", "ADIMP", 36, "high", true, "False")]
    public void Scope_of_the_offender_management_model_follows_its_phases(string day, string sentence, int months, string rosh, bool isPpo, string expected)
    {
        var history = new CaseHistory(Person)
        {
            Details = [Born("1980-01-01")],
            Sentences = [Sentence(sentence, "2006-01-09") with { Months = months == 0 ? null : months }],
            RoshRecords = rosh == "unknown" ? [] : [new() { Id = Id(), PersonId = Person, Level = RoshLevelText.Read(rosh)!.Value, ValidFrom = new(2006, 1, 9), Recorded = Entry() }],
            Alerts = isPpo ? [new() { Id = Id(), PersonId = Person, Code = "OPPO", Description = "PPO", ValidFrom = new(2006, 1, 9), Recorded = Entry() }] : [],
        };

        Assert.Equal(expected, history.At(Date(day), Known).IsInOldModelScope.ToString());
    }

    [Theory]
    [InlineData("1993-11-02", "False")] // 17 until the day after
    [InlineData("1993-11-01", "True")]
    [InlineData(null, "Not recorded")]
    public void Scope_is_for_adults(string? born, string expected)
    {
        var history = new CaseHistory(Person)
        {
            Details = born is null ? [] : [Born(born)],
            Sentences = [Sentence("ADIMP", "2011-01-10") with { Years = 3 }],
            RoshRecords = [new() { Id = Id(), PersonId = Person, Level = RoshLevel.High, ValidFrom = new(2011, 1, 10), Recorded = Entry() }],
        };

        Assert.Equal(expected, history.At(new(2011, 11, 1), Known).IsInOldModelScope.ToString());
    }

    [Fact]
    public void Offender_management_in_custody_is_not_for_remand_nor_before_it_began()
    {
        var sentenced = new CaseHistory(Person) { Details = [Born("1980-01-01")], Sentences = [Sentence("ADIMP", "2018-01-08") with { Years = 9 }], KeyDates = [Dates() with { Crd = new(2027, 1, 8) }] };

        Assert.Equal("False", sentenced.At(new(2019, 2, 3), Known).IsInOmicPolicy.ToString());
        Assert.Equal("True", sentenced.At(Day, Known).IsInOmicPolicy.ToString());
        Assert.Equal("False", new CaseHistory(Person) { Details = [Born("1980-01-01")] }.At(Day, Known).IsInOmicPolicy.ToString());
        Assert.Equal("Not recorded", new CaseHistory(Person).At(Day, Known).IsInOmicPolicy.ToString());
    }

    [Theory]
    [InlineData("M", "False")]
    [InlineData("F", "Not recorded")]
    [InlineData(null, "Not recorded")]
    public void Complexity_of_need_is_recorded_for_women_alone(string? sex, string expected) =>
        Assert.Equal(expected, new CaseHistory(Person) { Details = [Born("1980-01-01") with { Sex = sex is null ? null : Coded.Of(sex) }] }.At(Day, Known).IsHighComplexity.ToString());

    [Fact]
    public void A_tier_of_the_older_scheme_is_a_number()
    {
        RecordedTier Tier(string tier, string from) => new() { Id = Id(), PersonId = Person, Tier = tier, ValidFrom = Date(from), Recorded = Entry() };

        Assert.Equal(3, new CaseHistory(Person) { Tiers = [Tier("3", "2010-01-04")] }.At(new(2010, 1, 4), Known).TierNom.Value);
        Assert.True(new CaseHistory(Person) { Tiers = [Tier("3", "2010-01-04")] }.At(new(2010, 1, 3), Known).TierNom.IsUnknown);
        Assert.True(new CaseHistory(Person) { Tiers = [Tier("B2", "2026-01-05")] }.At(Day, Known).TierNom.IsUnknown);
    }

    // offences

    [Theory]
    [InlineData("Robbery", 36, "True", "True")]
    [InlineData("ROBBERY", 11, "True", "False")] // the contact scheme asks for custody of a year
    [InlineData("Domestic burglary (theft)", 36, "False", "False")]
    [InlineData("Harassment", 36, "False", "False")] // contact is at discretion
    [InlineData("Terrorist preparation", 36, "True", "True")]
    [InlineData("Something in no list", 36, "Not recorded", "Not recorded")]
    public void An_offence_of_the_list_says_whether_it_makes_a_mappa_case_and_whether_victims_are_offered_contact(string offence, int months, string mappa, string victim)
    {
        var facts = new CaseHistory(Person) { Sentences = [Sentence("ADIMP", "2025-03-03") with { Months = months }], Offences = [Offence(offence)] }.At(new(2025, 6, 2), Known);

        Assert.Equal((mappa, victim), (facts.HasMappaScheduleOffence.ToString(), facts.IsVictimStatutory.ToString()));
    }

    [Fact]
    public void One_offence_of_the_list_is_enough_and_all_have_to_be_known_for_a_no()
    {
        Assert.Equal("True", new CaseHistory(Person) { Offences = [Offence("Something in no list"), Offence("Rape")] }.At(Day, Known).HasMappaScheduleOffence.ToString());
        Assert.Equal("Not recorded", new CaseHistory(Person) { Offences = [Offence("Something in no list"), Offence("Theft")] }.At(Day, Known).HasMappaScheduleOffence.ToString());
        Assert.Equal("Not recorded", new CaseHistory(Person) { Offences = [Offence("Robbery")] }.At(Day, Known).IsVictimStatutory.ToString());
        Assert.Equal(50, OffenceFlags.Count);
    }

    // children, plan and programmes

    [Theory]
    [InlineData("CPRC", true)]
    [InlineData("CPC", true)]
    [InlineData("HA", false)]
    public void Contact_with_children_is_restricted_for_those_who_pose_a_risk_to_them(string alert, bool isRestricted) =>
        Assert.Equal(isRestricted, new CaseHistory(Person) { Alerts = [new() { Id = Id(), PersonId = Person, Code = alert, Description = alert, ValidFrom = new(2026, 1, 5), Recorded = Entry() }] }.At(Day, Known).IsChildContactRestricted.Value);

    [Fact]
    public void A_plan_is_in_force_where_an_objective_or_an_assessment_of_this_sentence_says_so()
    {
        RecordedObjective Objective(ObjectiveStatus status, string? target = null) => new()
        {
            Id = Id(),
            PersonId = Person,
            Number = 1,
            Need = "ETE",
            Text = "Find work",
            Status = status,
            TargetOn = Maybe(target),
            Intervention = target is null ? null : "TSP",
            ValidFrom = new(2026, 1, 5),
            Recorded = Entry(),
        };
        AssessmentSummary Assessed(string on) => new()
        {
            Id = Id(),
            PersonId = Person,
            Type = OasysType.Full,
            Status = OasysStatus.Complete,
            InitiatedOn = Date(on),
            CompletedOn = Date(on),
            SentencePlanOn = Date(on),
            ValidFrom = Date(on),
            Recorded = Entry(),
        };
        SentenceRecord[] sentences = [Sentence("ADIMP", "2025-03-03") with { Years = 4 }];

        Assert.True(new CaseHistory(Person) { Objectives = [Objective(ObjectiveStatus.Active)] }.At(Day, Known).HasActivePlan.Value);
        Assert.False(new CaseHistory(Person) { Objectives = [Objective(ObjectiveStatus.Achieved)] }.At(Day, Known).HasActivePlan.Value);
        Assert.Equal((true, Date("2025-06-02")), new CaseHistory(Person) { Sentences = sentences, Assessments = [Assessed("2025-06-02")] }.At(Day, Known) is var now ? (now.HasActivePlan.Value, now.PlanCompletedOn.Value) : default);
        Assert.Equal((false, Date("2024-06-03")), new CaseHistory(Person) { Sentences = sentences, Assessments = [Assessed("2024-06-03")] }.At(Day, Known) is var before ? (before.HasActivePlan.Value, before.PlanCompletedOn.Value) : default);
        Assert.Equal(Date("2026-12-07"), new CaseHistory(Person) { Objectives = [Objective(ObjectiveStatus.Active, "2027-01-04"), Objective(ObjectiveStatus.Planned, "2026-12-07"), Objective(ObjectiveStatus.Removed, "2026-11-30")] }.At(Day, Known).NextObjectiveTargetOn.Value);
    }

    [Fact]
    public void A_programme_is_required_by_the_order_and_completed_in_this_sentence()
    {
        RecordedIntervention Step(InterventionStatus status, string on) => new() { Id = Id(), PersonId = Person, Code = "TSP", Status = status, ValidFrom = Date(on), Recorded = Entry() };
        var history = new CaseHistory(Person)
        {
            Sentences = [Sentence("ADIMP", "2025-03-03") with { Years = 4 }],
            Requirements = [new() { Id = Id(), PersonId = Person, Category = "Accredited Programme", ValidFrom = new(2026, 1, 5), Recorded = Entry() }],
            Interventions = [Step(InterventionStatus.Completed, "2024-01-08"), Step(InterventionStatus.Started, "2025-09-01"), Step(InterventionStatus.Completed, "2026-02-02")],
        };

        Assert.Equal((true, true), history.At(Day, Known) is var now ? (now.IsProgrammeRequired.Value, now.HasCompletedProgramme.Value) : default);
        Assert.Equal((false, false), history.At(new(2026, 1, 4), Known) is var before ? (before.IsProgrammeRequired.Value, before.HasCompletedProgramme.Value) : default);
    }

    private CaseFacts With(KeyDates dates) =>
        new CaseHistory(Person) { Sentences = [Sentence("ADIMP", "2025-03-03") with { Years = 3 }], KeyDates = [dates] }.At(Day, Known);

    private static DateOnly Date(string text) => DateOnly.Parse(text);

    private static DateOnly? Maybe(string? text) => text is null ? null : Date(text);

    private FactId Id() => new(new Guid(++_ids, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]));

    private static Entry Entry() => new(new(2005, 1, 1, 0, 0, 0, TimeSpan.Zero), StaffId.System, Role.System, PlaceCode.Nation, "Test");

    private PersonDetails Born(string day) => new() { Id = Id(), PersonId = Person, DateOfBirth = Date(day), ValidFrom = new(2005, 1, 1), Recorded = Entry() };

    private SentenceRecord Sentence(string type, string on) => new() { Id = Id(), PersonId = Person, Type = Coded.Of(type), ValidFrom = Date(on), Recorded = Entry() };

    private KeyDates Dates() => new() { Id = Id(), PersonId = Person, ValidFrom = new(2005, 1, 1), Recorded = Entry() };

    private Offence Offence(string words) => new() { Id = Id(), PersonId = Person, Description = words, GroupCode = OffenceGrouping.Of(words), IsMain = false, ValidFrom = new(2025, 3, 3), Recorded = Entry() };
}
