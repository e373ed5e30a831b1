using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Xunit;

namespace Throughcare.Domain.Tests.Facts;

public sealed class HandoverFactsTests
{
    private static readonly PersonId Person = new(new Guid("00000000-0000-7000-8000-00000000eeee"));
    private static readonly DateOnly Day = new(2026, 11, 2);
    private static readonly DateTimeOffset Known = new(2026, 12, 31, 9, 0, 0, TimeSpan.Zero);

    private static int _ids;

    [Fact]
    public void A_determinate_case_in_prison_is_in_scope_and_the_POM_leads_until_the_handover()
    {
        var facts = InPrison().At(Day, Known);

        Assert.Equal((true, "IN_OMIC_SENTENCED"), (facts.Scope.Value.InScope, facts.Scope.Value.Reason));
        Assert.Equal(("determinate", "H9", new DateOnly(2027, 4, 16)), (facts.Handover.Value.Reason, facts.Handover.Value.Version, facts.Handover.Value.HandoverOn));
        Assert.Equal(Responsibility.CustodyOnly, facts.Responsibility.Value);
        Assert.Equal((ResponsibleManager.Pom, new DateOnly(2027, 4, 16)), (facts.ResponsibleManager.Value, facts.HandoverDate.Value));
        Assert.Equal(ResponsibleManager.Com, InPrison().At(new(2027, 4, 16), Known).ResponsibleManager.Value);
    }

    [Fact]
    public void What_was_set_by_hand_comes_first_until_it_ends()
    {
        var history = InPrison(overrides: [new() { Id = Id(), PersonId = Person, Side = ResponsibilitySide.Probation, ReasonCode = "prisoner_has_been_recalled", ValidFrom = new(2026, 10, 1), ValidTo = new(2026, 11, 2), Recorded = Entry() }]);

        var facts = history.At(Day, Known);
        Assert.Equal((Responsibility.Community, Responsibility.CustodyOnly), (facts.Responsibility.Value, facts.Handover.Value.Responsibility));
        Assert.Contains("Prisoner has been recalled", facts.Responsibility.Because, StringComparison.Ordinal);
        Assert.Equal(Responsibility.CustodyOnly, history.At(Day.AddDays(1), Known).Responsibility.Value);
    }

    [Fact]
    public void The_version_of_the_rules_is_that_of_the_day()
    {
        var history = InPrison();

        Assert.Equal("H3", history.At(new(2023, 5, 1), Known).Handover.Value.Version);
        Assert.Equal("H8", history.At(new(2025, 5, 14), Known).Handover.Value.Version);
    }

    [Fact]
    public void Nothing_is_worked_out_for_somebody_on_remand_or_of_unknown_age()
    {
        var remand = new CaseHistory(Person) { Details = [Born(1980)], Locations = [Cell()], Sentences = [Sentence("REMAND")] }.At(Day, Known);
        Assert.Equal((false, "OUT_REMAND", HandoverProblem.OutsideScope), (remand.Scope.Value.InScope, remand.Scope.Value.Reason, remand.Handover.Value.Problem));
        Assert.True(remand.ResponsibleManager.IsNone);

        var unknown = new CaseHistory(Person) { Locations = [Cell()], Sentences = [Sentence("ADIMP")], KeyDates = [Dates()] }.At(Day, Known);
        Assert.Equal((null, "date of birth"), (unknown.Scope.Value.InScope, unknown.Scope.Value.Missing));
        Assert.True(unknown.ResponsibleManager.IsUnknown);
    }

    [Fact]
    public void A_sentence_without_dates_is_out_of_scope_until_they_are_worked_out() =>
        Assert.Equal("OUT_NO_DATES", new CaseHistory(Person) { Details = [Born(1980)], Locations = [Cell()], Sentences = [Sentence("ADIMP")] }.At(Day, Known).Scope.Value.Reason);

    [Fact]
    public void A_foreign_national_has_the_same_scope_and_handover_as_anybody()
    {
        var (british, foreign) = (InPrison().At(Day, Known), InPrison(nationality: "PAK").At(Day, Known));

        Assert.Equal(british.Scope.Value, foreign.Scope.Value);
        Assert.Equal(british.Handover.Value, foreign.Handover.Value);
    }

    [Fact]
    public void Only_the_last_assessment_of_the_sentence_decides_on_early_allocation()
    {
        EarlyAllocationAssessment Assessed(DateOnly on, EarlyAllocationOutcome outcome, bool? accepted = null) =>
            new() { Id = Id(), PersonId = Person, ValidFrom = on, Recorded = Entry(), OasysOn = on, Outcome = outcome, WasInWindow = true, CommunityAccepted = accepted };

        var eligible = InPrison(early: [Assessed(new(2026, 10, 1), EarlyAllocationOutcome.Eligible)]).At(Day, Known);
        Assert.Equal((true, "early_allocation", new DateOnly(2026, 9, 30)), (eligible.IsEarlyAllocation.Value, eligible.Handover.Value.Reason, eligible.Handover.Value.HandoverOn));

        var refused = InPrison(early: [Assessed(new(2026, 10, 1), EarlyAllocationOutcome.Eligible), Assessed(new(2026, 10, 20), EarlyAllocationOutcome.Discretionary, accepted: false)]).At(Day, Known);
        Assert.Equal((false, "determinate"), (refused.IsEarlyAllocation.Value, refused.Handover.Value.Reason));
    }

    [Fact]
    public void The_kind_of_handover_needs_case_information()
    {
        Assert.Equal(HandoverType.Missing, InPrison().At(Day, Known).HandoverType.Value);
        Assert.Equal(HandoverType.Standard, InPrison(information: Resourcing.Standard).At(Day, Known).HandoverType.Value);
        Assert.Equal(HandoverType.Enhanced, InPrison(information: Resourcing.Enhanced).At(Day, Known).HandoverType.Value);
    }

    [Fact]
    public void Under_the_old_model_the_offender_manager_led_every_case_in_scope()
    {
        var history = new CaseHistory(Person)
        {
            Details = [Born(1980)],
            Locations = [Cell()],
            Sentences = [Sentence("ADIMP") with { ValidFrom = new(2009, 1, 5), Years = 3, Months = null }],
            RoshRecords = [new() { Id = Id(), PersonId = Person, Level = Domain.Assessment.RoshLevel.High, ValidFrom = new(2009, 2, 1), Recorded = Entry() }],
        };

        Assert.Equal(Responsibility.Community, history.At(new(2009, 6, 1), Known).Responsibility.Value);
        Assert.Equal("IN_P2_HIGH_ROSH", history.At(new(2009, 6, 1), Known).Scope.Value.Reason);
        Assert.Null(history.At(new(2009, 1, 20), Known).Responsibility.Value); // the level of risk was not known
    }

    [Fact]
    public void A_case_that_the_prison_chose_under_the_old_model_is_led_by_it()
    {
        var history = new CaseHistory(Person)
        {
            Details = [Born(1980)],
            Locations = [Cell()],
            Sentences = [Sentence("LIFE") with { ValidFrom = new(2009, 1, 5), Years = null, Months = null }],
            ScopeExtensions = [new() { Id = Id(), PersonId = Person, DecidedBy = "Head of OMU", ValidFrom = new(2009, 2, 1), Recorded = Entry() }],
        };

        Assert.Equal(("IN_LOCAL_EXTENSION", Responsibility.CustodyOnly), (history.At(new(2009, 6, 1), Known).Scope.Value.Reason, history.At(new(2009, 6, 1), Known).Responsibility.Value));
        Assert.Equal("False", history.At(new(2009, 6, 1), Known).IsInOldModelScope.ToString());
    }

    [Fact]
    public void Once_released_on_licence_the_community_leads()
    {
        var history = new CaseHistory(Person)
        {
            Details = [Born(1980)],
            Locations = [Cell() with { ValidTo = new(2026, 10, 1) }],
            Sentences = [Sentence("ADIMP")],
            KeyDates = [Dates() with { Sled = new(2030, 1, 1) }],
            Movements = [new() { Id = Id(), PersonId = Person, Type = "REL", Reason = "L-CRD", From = new("LEI"), HappenedAt = new(2026, 10, 1, 9, 0, 0, TimeSpan.Zero), ValidFrom = new(2026, 10, 1), Recorded = Entry() }],
        };

        var facts = history.At(Day, Known);
        Assert.Equal((HandoverProblem.NotInCustody, Responsibility.Community, ResponsibleManager.Com), (facts.Handover.Value.Problem, facts.Responsibility.Value, facts.ResponsibleManager.Value));
        Assert.Equal("IN_P1_COMMUNITY", facts.Scope.Value.Reason);
    }

    private static CaseHistory InPrison(
        IReadOnlyList<ResponsibilityOverride>? overrides = null, IReadOnlyList<EarlyAllocationAssessment>? early = null, Resourcing? information = null, string? nationality = null) => new(Person)
        {
            Details = [Born(1980) with { Nationality = nationality is null ? null : Coded.Of(nationality) }],
            Locations = [Cell()],
            Sentences = [Sentence("ADIMP")],
            KeyDates = [Dates()],
            ResponsibilityOverrides = overrides ?? [],
            EarlyAllocations = early ?? [],
            CaseInformation = information is null ? [] : [new() { Id = Id(), PersonId = Person, Resourcing = information, ValidFrom = new(2023, 1, 1), Recorded = Entry() }],
        };

    private static CellLocation Cell() => new() { Id = Id(), PersonId = Person, Prison = new("LEI"), Cell = "A1", ValidFrom = new(2005, 1, 3), Recorded = Entry() };

    private static SentenceRecord Sentence(string type) => new() { Id = Id(), PersonId = Person, Type = Coded.Of(type), Years = 10, ValidFrom = new(2023, 1, 9), Recorded = Entry() };

    private static KeyDates Dates() => new() { Id = Id(), PersonId = Person, Crd = new(2027, 12, 30), ValidFrom = new(2023, 1, 9), Recorded = Entry(), AsOf = new(2023, 1, 9) };

    private static PersonDetails Born(int year) => new() { Id = Id(), PersonId = Person, DateOfBirth = new(year, 1, 1), ValidFrom = new(2005, 1, 1), Recorded = Entry() };

    private static FactId Id() => new(new Guid(++_ids, 0, 0, new byte[8]));

    private static Entry Entry() => new(new(2005, 1, 1, 0, 0, 0, TimeSpan.Zero), StaffId.System, Role.System, PlaceCode.Nation, "Test");
}
