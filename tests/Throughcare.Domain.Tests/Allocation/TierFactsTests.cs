using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Throughcare.Risk;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Domain.Tests.Allocation;

/// <summary>Which tiers the record of a person gives.</summary>
public sealed class TierFactsTests
{
    private static readonly PersonId Person = A.PersonId;
    private static readonly DateOnly Today = new(2026, 6, 9);
    private static readonly DateTimeOffset Now = new(2026, 6, 9, 10, 0, 0, TimeSpan.Zero);
    private static readonly Entry Entry = A.Entry with { At = new(2026, 1, 1, 9, 0, 0, TimeSpan.Zero) };

    private static readonly AssessmentSummary Assessment = new()
    {
        Id = A.FactId,
        PersonId = Person,
        Recorded = Entry,
        ValidFrom = new(2026, 1, 10),
        InitiatedOn = new(2026, 1, 10),
        CompletedOn = new(2026, 1, 10),
        Type = OasysType.Layer3,
        Status = OasysStatus.Complete,
        PublicCommunity = RoshLevel.High,
        RsrDynamic = 4.2m,
        Ogrs3TwoYear = 67,
    };

    private static readonly Disposal Order = new() { Id = A.FactId, PersonId = Person, Recorded = Entry, ValidFrom = new(2026, 1, 5), Type = Coded.Of("CO"), Length = 24, Unit = LengthUnit.Months };

    [Fact]
    public void Without_anything_on_record_there_is_no_tier_and_what_is_missing_is_said()
    {
        var facts = new CaseHistory(Person).At(Today, Now);

        Assert.Equal((TierState.Missing, null), (facts.TierV2.Value.State, facts.TierV2.Value.Tier));
        Assert.Equal(["Record the RoSH level", "Calculate RSR"], facts.TierV2.Value.Missing);
        Assert.Equal(TierState.NotSupervised, facts.TierV3.Value.State);
        Assert.Equal(TierState.Missing, facts.Tier2006.Value.State);
        Assert.True(facts.TierNom.IsUnknown);
    }

    [Fact]
    public void Protect_and_change_are_read_from_assessments_registers_and_orders()
    {
        var facts = new CaseHistory(Person)
        {
            Assessments = [Assessment],
            Disposals = [Order],
            Requirements = [Requirement("RM", "Rehabilitation activity")],
            Registrations = [Flag("RMDO"), Flag("IIOM"), Flag("ALSH") with { ValidTo = new(2026, 5, 1) }],
        }.At(Today, Now);

        var tier = facts.TierV2.Value;
        Assert.Equal(("B1", 22, 8), (tier.Tier, tier.ProtectPoints, tier.ChangePoints));   // RoSH 20 + one factor 2; OGRS 6 + IOM 2
        Assert.True(tier.IsProvisional);
        Assert.Contains("Record the answers of OASys sections 3 to 12", tier.Missing);
        Assert.Contains("22 points to protect give B", facts.TierV2.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void An_order_with_unpaid_work_alone_gives_no_mandate_and_custody_does()
    {
        Assert.Equal("B0", new CaseHistory(Person) { Assessments = [Assessment], Disposals = [Order], Requirements = [Requirement("W", "Unpaid work")] }.At(Today, Now).TierV2.Value.Tier);
        Assert.Equal("B1", new CaseHistory(Person) { Assessments = [Assessment], Disposals = [Order with { Type = Coded.Of("ADIMP") }] }.At(Today, Now).TierV2.Value.Tier);
    }

    [Fact]
    public void Supervision_that_is_suspended_adds_an_S() =>
        Assert.Equal("B0S", new CaseHistory(Person) { Assessments = [Assessment], Registrations = [Flag("PRC")] }.At(Today, Now).TierV2.Value.Tier);

    [Fact]
    public void A_to_G_needs_the_predictors_of_2026_and_says_so()
    {
        var without = new CaseHistory(Person) { Assessments = [Assessment], Disposals = [Order] }.At(Today, Now).TierV3;
        var scored = new CaseHistory(Person) { Assessments = [Assessment], Disposals = [Order], RiskScorings = [Scoring(arp: 60, csrp: 0.2m, isStatic: false)] }.At(Today, Now).TierV3;

        Assert.Equal(TierState.Missing, without.Value.State);
        Assert.Equal(["Calculate ARP", "Calculate CSRP"], without.Value.Missing);
        Assert.Equal(("D", false), (scored.Value.Tier, scored.Value.IsProvisional));   // High RoSH without MAPPA
        Assert.Contains("RoSH High", scored.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Static_predictors_make_it_provisional()
    {
        var tier = new CaseHistory(Person) { Assessments = [Assessment], Disposals = [Order], RiskScorings = [Scoring(arp: 60, csrp: 0.2m, isStatic: true)] }.At(Today, Now).TierV3.Value;

        Assert.Equal(("D", true, "D (provisional)"), (tier.Tier, tier.IsProvisional, tier.Words));
    }

    [Fact]
    public void The_tier_of_2006_gives_way_to_what_was_recorded_and_both_to_what_a_manager_chose()
    {
        var recorded = new RecordedTier { Id = A.FactId, PersonId = Person, Recorded = Entry, ValidFrom = new(2026, 2, 1), Tier = "2" };
        var chosen = new TierChoice { Id = A.FactId, PersonId = Person, Recorded = Entry, ValidFrom = new(2026, 3, 1), Tier = 3, Reason = "Gang nominal" };

        var calculated = new CaseHistory(Person) { Assessments = [Assessment] }.At(Today, Now);
        Assert.Equal(("4", 4), (calculated.Tier2006.Value.Tier, calculated.TierNom.Value));
        Assert.Equal(2, new CaseHistory(Person) { Assessments = [Assessment], Tiers = [recorded] }.At(Today, Now).TierNom.Value);

        var both = new CaseHistory(Person) { Assessments = [Assessment], Tiers = [recorded], TierChoices = [chosen] };
        Assert.Equal((3, chosen), (both.At(Today, Now).TierNom.Value, both.At(Today, Now).ChosenTier));
        Assert.Equal(2, both.At(new(2026, 2, 20), Now).TierNom.Value);
    }

    [Fact]
    public void A_tier_that_rests_on_RoSH_alone_does_not_count_as_known()
    {
        var facts = new CaseHistory(Person) { RoshRecords = [new() { Id = A.FactId, PersonId = Person, Recorded = Entry, ValidFrom = new(2026, 2, 1), Level = RoshLevel.Low }] }.At(Today, Now);

        Assert.Equal("1 (provisional)", facts.Tier2006.Value.Words);
        Assert.True(facts.TierNom.IsUnknown);
    }

    [Fact]
    public void Women_are_counted_a_recall_of_the_last_year_and_men_are_not()
    {
        CaseHistory Of(string sex) => new(Person)
        {
            Assessments = [Assessment],
            Disposals = [Order with { Type = Coded.Of("ADIMP") }],
            Details = [new() { Id = A.FactId, PersonId = Person, Recorded = Entry, ValidFrom = new(2026, 1, 1), Sex = Coded.Of(sex) }],
            Movements = [new Movement { Id = A.FactId, PersonId = Person, Recorded = Entry, Type = "ADM", Reason = "R-RCL", ValidFrom = new(2026, 3, 1), HappenedAt = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero), To = new("FNI") }],
        };

        Assert.Equal(22, Of("F").At(Today, Now).TierV2.Value.ProtectPoints);
        Assert.Equal(20, Of("M").At(Today, Now).TierV2.Value.ProtectPoints);
        Assert.Equal(20, Of("F").At(new(2027, 3, 1), Now).TierV2.Value.ProtectPoints);
    }

    [Fact]
    public void Complexity_of_need_is_what_was_recorded_and_none_for_a_man()
    {
        var level = new ComplexityRecord { Id = A.FactId, PersonId = Person, Recorded = Entry, ValidFrom = new(2026, 2, 1), Level = ComplexityOfNeed.High };
        var woman = new PersonDetails { Id = A.FactId, PersonId = Person, Recorded = Entry, ValidFrom = new(2026, 1, 1), Sex = Coded.Of("F") };

        var facts = new CaseHistory(Person) { Complexities = [level], Details = [woman] }.At(Today, Now);
        Assert.Equal((ComplexityOfNeed.High, true), (facts.ComplexityOfNeed.Value, facts.IsHighComplexity.Value));
        Assert.True(new CaseHistory(Person) { Details = [woman] }.At(Today, Now).ComplexityOfNeed.IsUnknown);
        Assert.True(new CaseHistory(Person) { Complexities = [level], Details = [woman with { Sex = Coded.Of("M") }] }.At(Today, Now).ComplexityOfNeed.IsNone);
        Assert.True(new CaseHistory(Person) { Complexities = [level with { ValidTo = new(2026, 5, 1) }], Details = [woman] }.At(Today, Now).ComplexityOfNeed.IsUnknown);
    }

    private static Requirement Requirement(string code, string words) => new() { Id = A.FactId, PersonId = Person, Recorded = Entry, ValidFrom = new(2026, 1, 5), CategoryCode = code, Category = words };

    private static Registration Flag(string code) => new() { Id = A.FactId, PersonId = Person, Recorded = Entry, ValidFrom = new(2026, 1, 6), Code = code };

    private static RiskScoring Scoring(decimal arp, decimal csrp, bool isStatic)
    {
        var type = isStatic ? ScoreType.Static : ScoreType.Dynamic;
        return new()
        {
            Id = A.FactId,
            PersonId = Person,
            Recorded = Entry,
            ValidFrom = new(2026, 1, 10),
            AssessmentId = Assessment.Id,
            Family = RiskFamily.F2026,
            Kind = ScoringKind.Original,
            ModelVersion = "1",
            ThresholdsVersion = "1",
            CalculatedAt = Entry.At,
            Answers = [],
            Scores = [new KeptScore(RiskInstrument.Arp, type, arp, null, PredictorBand.Medium), new KeptScore(RiskInstrument.Csrp, ScoreType.Combined, csrp, null, PredictorBand.Low) { ViolenceType = type }],
        };
    }
}
