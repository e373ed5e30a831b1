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

/// <summary>What the records of probation say of a case.</summary>
public sealed class ProbationFactsTests
{
    private static readonly PersonId Person = new(new Guid("00000000-0000-7000-8000-00000000bbbb"));
    private static readonly DateOnly Day = new(2026, 1, 5);
    private static readonly DateTimeOffset Known = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly Entry Entry = new(new(2020, 1, 1, 8, 0, 0, TimeSpan.Zero), StaffId.System, Role.System, PlaceCode.Nation, "Test", SourceSystem.Ndelius);

    private int _ids;

    [Fact]
    public void A_community_order_gives_the_sentence_the_supervision_and_where_the_person_is()
    {
        var facts = Of(new(Person) { Disposals = [Order("CO", new(2025, 11, 1), 12)], Managers = [Manager("N50P01")] });

        Assert.Equal((SentenceClass.CommunityOrder, SupervisionKind.CommunityOrder, RulePlace.Community), (facts.SentenceClass.Value, facts.SupervisionKind.Value, facts.RulePlace.Value));
        Assert.Equal((new DateOnly(2025, 11, 1), new DateOnly(2026, 10, 31)), (facts.SupervisionStartedOn.Value, facts.SupervisionEndsOn.Value));
        Assert.Equal(12m, facts.SentenceLengthMonths.Value);
        Assert.Equal("In the community: Bolton", facts.WhereWords);
        Assert.True(facts.HasActiveEvent.Value);
        Assert.IsType<Disposal>(Assert.Single(facts.GoverningSentence.From));
    }

    [Fact]
    public void Of_several_orders_the_one_that_ends_last_is_the_supervision()
    {
        var facts = Of(new(Person) { Disposals = [Order("CO", new(2025, 11, 1), 6), Order("SSO", new(2025, 3, 1), 24)] });

        Assert.Equal((SupervisionKind.SuspendedSentence, new DateOnly(2025, 3, 1)), (facts.SupervisionKind.Value, facts.SupervisionStartedOn.Value));
    }

    [Fact]
    public void A_licence_that_runs_comes_before_an_order()
    {
        var released = new Movement { Id = Id(), PersonId = Person, Recorded = Entry, Type = "REL", Reason = "L-CRD", ValidFrom = new(2025, 12, 1), HappenedAt = new(2025, 12, 1, 9, 0, 0, TimeSpan.Zero), From = new("LEI") };
        var dates = new KeyDates { Id = Id(), PersonId = Person, Recorded = Entry, ValidFrom = new(2025, 1, 1), Sled = new(2026, 12, 1), AsOf = new(2025, 12, 1) };

        var facts = Of(new(Person) { Disposals = [Order("CO", new(2025, 11, 1), 12)], Movements = [released], KeyDates = [dates] });

        Assert.Equal((SupervisionKind.Licence, new DateOnly(2026, 12, 1)), (facts.SupervisionKind.Value, facts.SupervisionEndsOn.Value));
    }

    [Fact]
    public void When_the_last_order_is_terminated_supervision_has_ended()
    {
        var facts = Of(new(Person) { Disposals = [Order("CO", new(2025, 1, 1), 6) with { ValidTo = new(2025, 7, 1) }] });

        Assert.Equal("Supervision ended 1 July 2025", facts.WhereWords);
        Assert.Equal(SupervisionKind.None, facts.SupervisionKind.Value);
        Assert.True(facts.SentenceClass.IsNone);
        Assert.False(facts.HasActiveEvent.Value);
    }

    [Fact]
    public void Probations_word_on_custody_counts_where_the_prison_has_none()
    {
        var disposal = Order("ADIMP_ORA", new(2025, 11, 1), 30);
        var sentence = new SentenceRecord { Id = Id(), PersonId = Person, Recorded = Entry, ValidFrom = new(2025, 11, 2), Type = Coded.Of("ADIMP_ORA"), Years = 2 };

        var alone = Of(new(Person) { Disposals = [disposal] });
        var both = Of(new(Person) { Disposals = [disposal], Sentences = [sentence] });

        Assert.Equal((SentenceClass.CustodyDeterminate, 30m), (alone.SentenceClass.Value, alone.SentenceLengthMonths.Value));
        Assert.Equal(sentence, Assert.Single(both.ActiveSentences));
    }

    [Fact]
    public void Requirements_say_whether_there_is_unpaid_work_and_whether_it_is_all_there_is()
    {
        var work = Requirement("W", "Unpaid work");

        var only = Of(new(Person) { Requirements = [work] });
        var more = Of(new(Person) { Requirements = [work, Requirement("C", "Curfew")] });
        var none = Of(new(Person) { Requirements = [work with { ValidTo = new(2026, 1, 4) }] });

        Assert.Equal((true, true, false), (only.HasUnpaidWork.Value, only.IsStandaloneUnpaidWork.Value, only.HasRestrictiveOrderRequirement.Value));
        Assert.Equal((true, false, true), (more.HasUnpaidWork.Value, more.IsStandaloneUnpaidWork.Value, more.HasRestrictiveOrderRequirement.Value));
        Assert.Equal(["C", "W"], more.RequirementCodes.Value!.Order());
        Assert.Equal((false, false), (none.HasUnpaidWork.Value, none.IsStandaloneUnpaidWork.Value));
    }

    [Fact]
    public void The_level_of_risk_is_that_of_the_newest_source()
    {
        var recorded = new RoshRecord { Id = Id(), PersonId = Person, Recorded = Entry, ValidFrom = new(2025, 6, 1), Level = RoshLevel.Medium };
        var flag = Flag("RHRH", new(2025, 9, 1));
        var alert = new Alert { Id = Id(), PersonId = Person, Recorded = Entry, ValidFrom = new(2025, 10, 1), Code = "ROV", Description = "ROV" };

        Assert.Equal(RoshLevel.Medium, Of(new(Person) { RoshRecords = [recorded] }).RoshCommunity.Value);
        Assert.Equal(RoshLevel.High, Of(new(Person) { RoshRecords = [recorded], Registrations = [flag] }).RoshCommunity.Value);
        Assert.Equal(RoshLevel.VeryHigh, Of(new(Person) { RoshRecords = [recorded], Registrations = [flag], Alerts = [alert] }).RoshCommunity.Value);
        Assert.Equal(RoshLevel.Medium, Of(new(Person) { RoshRecords = [recorded with { ValidFrom = alert.ValidFrom }], Alerts = [alert] }).RoshCommunity.Value);
    }

    [Fact]
    public void It_is_known_when_the_level_was_assessed_and_when_it_last_went_up()
    {
        RoshRecord Level(RoshLevel level, DateOnly from, DateOnly? to) => new() { Id = Id(), PersonId = Person, Recorded = Entry, ValidFrom = from, ValidTo = to, Level = level };

        var facts = Of(new(Person)
        {
            RoshRecords = [Level(RoshLevel.Low, new(2024, 1, 1), new(2024, 5, 31)), Level(RoshLevel.High, new(2024, 6, 1), new(2025, 2, 28)), Level(RoshLevel.Medium, new(2025, 3, 1), null)],
        });

        Assert.Equal((new DateOnly(2025, 3, 1), new DateOnly(2024, 6, 1)), (facts.RoshAssessedOn.Value, facts.RoshRaisedOn.Value));
    }

    [Fact]
    public void A_MAPPA_registration_gives_category_and_level_and_without_a_level_it_is_to_be_confirmed()
    {
        var flag = Flag("MAPP", new(2025, 9, 1)) with { CategoryCode = "M2", RegisterCode = "M3" };

        var facts = Of(new(Person) { Registrations = [flag] });
        var open = Of(new(Person) { Registrations = [flag with { RegisterCode = null }] });

        Assert.Equal((true, MappaCategory.Cat2, MappaLevel.L3), (facts.IsMappaEligible.Value, facts.MappaCategory.Value, facts.MappaLevel.Value));
        Assert.Equal(MappaLevel.ToBeConfirmed, open.MappaLevel.Value);
        Assert.Equal(MappaLevel.None, Of(new(Person)).MappaLevel.Value);
    }

    [Theory]
    [InlineData("TC-PPO", nameof(CaseFacts.IsPpo))]
    [InlineData("IIOM", nameof(CaseFacts.IsIom))]
    [InlineData("IIOM", nameof(CaseFacts.IsPpoOrIom))]
    [InlineData("RCCO", nameof(CaseFacts.HasChildConcern))]
    [InlineData("RCPR", nameof(CaseFacts.HasChildConcern))]
    [InlineData("RCHD", nameof(CaseFacts.HasChildConcern))]
    [InlineData("ADVP", nameof(CaseFacts.HasDomesticAbuse))]
    [InlineData("ADVP", nameof(CaseFacts.HasDomesticAbuseHistory))]
    [InlineData("REG30", nameof(CaseFacts.HasDomesticAbuseHistory))]
    [InlineData("SPO", nameof(CaseFacts.HasStalkingFlag))]
    [InlineData("TC-CON", nameof(CaseFacts.IsMonitored))]
    [InlineData("TC-RSO", nameof(CaseFacts.IsRegisteredSexualOffender))]
    [InlineData("TC-SVC", nameof(CaseFacts.IsVictimStatutory))]
    [InlineData("RVLN", nameof(CaseFacts.IsVulnerable))]
    [InlineData("RVAD", nameof(CaseFacts.IsVulnerable))]
    [InlineData("ALSH", nameof(CaseFacts.IsSelfHarmKnown))]
    [InlineData("TC-RTS", nameof(CaseFacts.HasRiskToStaff))]
    [InlineData("TC-LAO", nameof(CaseFacts.IsLimitedAccess))]
    [InlineData("RTAO", nameof(CaseFacts.HasTerrorismOffence))]
    public void A_flag_in_force_makes_its_fact_true_and_one_that_is_over_does_not(string code, string fact)
    {
        Known<bool> Read(Registration flag) => (Known<bool>)typeof(CaseFacts).GetProperty(fact)!.GetValue(Of(new(Person) { Registrations = [flag] }))!;
        var flag = Flag(code, new(2025, 9, 1));

        Assert.True(Read(flag).Value);
        Assert.Same(flag, Assert.Single(Read(flag).From));
        Assert.Equal(fact == nameof(CaseFacts.HasDomesticAbuseHistory), Read(flag with { ValidTo = new(2026, 1, 4) }).Value);
    }

    [Fact]
    public void A_historic_registration_is_read_by_no_rule()
    {
        var facts = Of(new(Person) { Registrations = [Flag("HREG", new(2020, 1, 1)), Flag("ADVP", new(2025, 1, 1))] });

        Assert.Equal(["ADVP"], facts.ActiveRiskFlagCodes.Value!);
    }

    [Theory]
    [InlineData("N50P01", "N50P01", "N50", false)]
    [InlineData("N03", null, "N03", true)]
    public void The_manager_gives_unit_and_region(string place, string? pdu, string region, bool isWelsh)
    {
        var facts = Of(new(Person) { Managers = [Manager(place)] });

        Assert.Equal((pdu, region, pdu is null, isWelsh), (facts.PduCode.Value, facts.RegionCode.Value, facts.PduCode.IsUnknown, facts.IsWelshCase.Value));
    }

    [Fact]
    public void The_last_transfer_between_areas_that_was_accepted_counts()
    {
        AreaTransfer Transfer(DateOnly on, string status) => new() { Id = Id(), PersonId = Person, Recorded = Entry, ValidFrom = on, Status = status };

        var facts = Of(new(Person) { AreaTransfers = [Transfer(new(2025, 3, 1), "Transfer accepted"), Transfer(new(2025, 5, 1), "Rejected")] });

        Assert.Equal(new DateOnly(2025, 3, 1), facts.MovedAreaOn.Value);
        Assert.True(Of(new(Person)).MovedAreaOn.IsNone);
    }

    [Theory]
    [InlineData("Full-time employed", true)]
    [InlineData("Unemployed", false)]
    public void A_circumstance_of_employment_says_whether_the_person_works(string words, bool works) => Assert.Equal(works, Of(new(Person)
    {
        Circumstances = [new() { Id = Id(), PersonId = Person, Recorded = Entry, ValidFrom = new(2025, 1, 1), Kind = CircumstanceKind.Circumstance, Type = "Employment", SubType = words }],
    }).IsEmployed.Value);

    [Fact]
    public void A_flag_is_reviewed_at_the_end_of_each_of_its_periods()
    {
        var flag = Flag("RCCO", new(2025, 1, 31));   // every three months

        Assert.Equal(new DateOnly(2025, 4, 30), flag.ReviewOn(new(2025, 2, 1)));
        Assert.Equal(new DateOnly(2025, 4, 30), flag.ReviewOn(new(2025, 4, 30)));
        Assert.Equal(new DateOnly(2025, 7, 31), flag.ReviewOn(new(2025, 5, 1)));
        Assert.Equal(new DateOnly(2026, 1, 31), flag.ReviewOn(Day));
        Assert.Null(Flag("UNK", new(2025, 1, 1)).ReviewOn(Day));
    }

    [Fact]
    public void A_written_registration_and_its_end_are_lines_at_the_level_of_the_flag()
    {
        var flag = Flag("RCCO", new(2025, 1, 31));

        var made = Assert.Single(TimelineLines.For(new(null, flag)));
        var ended = Assert.Single(TimelineLines.For(new(flag, flag.EndedOn(new(2025, 6, 1), Entry))));

        Assert.Equal((TimelineKind.RegistrationMade, Sensitivity.Sensitive), (made.Kind, made.Sensitivity));
        Assert.Equal((TimelineKind.RegistrationEnded, new DateOnly(2025, 6, 1)), (ended.Kind, ended.HappenedAt.LondonDate));
        Assert.Empty(TimelineLines.For(new(flag, flag.WithdrawnBy(Entry))));
    }

    private static CaseFacts Of(CaseHistory history) => history.At(Day, Known);

    private FactId Id() => new(new Guid(++_ids, 0, 0, [0, 0, 0, 0, 0, 0, 0, 2]));

    private Disposal Order(string type, DateOnly on, int months) =>
        new() { Id = Id(), PersonId = Person, Recorded = Entry, ValidFrom = on, Type = Coded.Of(type), Length = months, Unit = LengthUnit.Months };

    private Requirement Requirement(string code, string words) => new() { Id = Id(), PersonId = Person, Recorded = Entry, ValidFrom = new(2025, 11, 1), CategoryCode = code, Category = words };

    private Registration Flag(string code, DateOnly on) => new() { Id = Id(), PersonId = Person, Recorded = Entry, ValidFrom = on, Code = code };

    private ManagerAssignment Manager(string place) =>
        new() { Id = Id(), PersonId = Person, Recorded = Entry, ValidFrom = new(2025, 11, 1), Role = Role.Com, Name = "Quill, Petra", Place = new(place) };
}
