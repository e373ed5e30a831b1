using Throughcare.Domain.Access;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Throughcare.Risk;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Domain.Tests.Assessment;

/// <summary>What the record knows of the answers from which predictors are calculated.</summary>
public sealed class RiskAnswersTests
{
    private static readonly PersonId Person = A.PersonId;
    private static readonly DateOnly Day = new(2026, 1, 5);
    private static readonly Entry Entry = new(new(2020, 1, 1, 8, 0, 0, TimeSpan.Zero), StaffId.System, Role.System, PlaceCode.Nation, "Test", SourceSystem.Offloc);

    [Theory]
    [InlineData("M", Risk.Sex.Male), InlineData("F", Risk.Sex.Female), InlineData("NS", null), InlineData(null, null)]
    public void Sex_is_answered_for_men_and_women_alone(string? code, Risk.Sex? sex) => Assert.Equal(sex, Of(new(Person) { Details = [Details(code)] }).Sex);

    [Fact]
    public void Somebody_of_whom_nothing_is_recorded_has_the_date_of_the_assessment_alone() =>
        Assert.Equal([new("assessment_date", "2026-01-05")], GivenAnswer.Of(Of(new(Person))));

    [Fact]
    public void In_custody_the_community_date_is_the_earliest_release_and_the_conviction_that_of_the_sentence()
    {
        var answers = Of(new(Person) { Details = [Details("M")], Locations = [Cell()], Sentences = [Sentence()], KeyDates = [Dates()] });

        Assert.Equal((new DateOnly(1990, 3, 12), new DateOnly(2025, 12, 1), new DateOnly(2026, 3, 27)), (answers.DateOfBirth, answers.ConvictionDate, answers.CommunityDate));
        Assert.Equal((Supervision.Custody, Day), (answers.Supervision, answers.AssessmentDate));
        Assert.Null(answers.SexualHistory);
    }

    [Fact]
    public void On_remand_there_is_no_conviction()
    {
        var answers = Of(new(Person) { Locations = [Cell()], Statuses = [new() { Id = A.FactId, PersonId = Person, ValidFrom = new(2025, 12, 1), Recorded = Entry, Status = "ACTIVE IN", LegalStatus = Coded.Of("JR") }] });

        Assert.Equal((Supervision.Remand, null, null), (answers.Supervision, answers.ConvictionDate, answers.CommunityDate));
    }

    [Fact]
    public void In_the_community_the_date_is_that_on_which_supervision_began()
    {
        var order = new Disposal { Id = A.FactId, PersonId = Person, ValidFrom = new(2025, 11, 1), Recorded = Entry with { Source = SourceSystem.Ndelius }, Type = Coded.Of("CO"), Length = 12, Unit = LengthUnit.Months };
        var answers = Of(new(Person) { Disposals = [order] });

        Assert.Equal((Supervision.Community, new DateOnly(2025, 11, 1)), (answers.Supervision, answers.CommunityDate));
    }

    private static RiskInput Of(CaseHistory history) => RiskAnswers.Of(history.At(Day, new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero)));

    private static PersonDetails Details(string? sex) =>
        new() { Id = A.FactId, PersonId = Person, ValidFrom = new(2025, 12, 1), Recorded = Entry, Sex = sex is null ? null : Coded.Of(sex), DateOfBirth = new(1990, 3, 12) };

    private static CellLocation Cell() => new() { Id = A.FactId, PersonId = Person, ValidFrom = new(2025, 12, 1), Recorded = Entry, Prison = new("LHI"), Cell = "B2-14" };

    private static SentenceRecord Sentence() => new() { Id = A.FactId, PersonId = Person, ValidFrom = new(2025, 12, 1), Recorded = Entry, Type = Coded.Of("ADIMP_ORA"), LegalStatus = Coded.Of("ADIMP_ORA"), Years = 3 };

    private static KeyDates Dates() => new() { Id = A.FactId, PersonId = Person, ValidFrom = new(2025, 12, 1), Recorded = Entry, Crd = new(2026, 3, 27), Sled = new(2027, 5, 31), AsOf = Day };
}
