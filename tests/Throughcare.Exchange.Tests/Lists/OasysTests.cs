using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application.Facts;
using Throughcare.Domain.Access;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Exchange.Tests.Lists;

public abstract class OasysTests(DatabaseKind kind) : ListFixture(kind)
{
    private const string Header = "oasys_id,crn,nomis_number,assessment_type,initiation_date,completed_date,status,assessor_name,rsr_dynamic,ogrs3_2yr,rosh_children_community,rosh_public_community,rosh_staff_custody,risk_management_plan,rmp_date";

    private static string Row(
        string id = "101", string crn = "X123456", string noms = "", string done = "2025-11-03", string status = "COMPLETE", string rsr = "4.12", string children = "LOW", string toPublic = "HIGH",
        string staff = "VERY_HIGH") =>
        $"{id},{crn},{noms},LAYER3,2025-10-01,{done},{status},Petra Omond,{rsr},41.00,{children},{toPublic},{staff},Y,2025-11-03";

    [Fact]
    public async Task A_complete_assessment_gives_levels_and_scores()
    {
        var person = await PersonAsync(crn: "X123456");

        var run = await ImportAsync("oasys", Csv(Header, Row()));

        var facts = await FactsAsync(person);
        Assert.Equal((ImportStatus.Completed, 1), (run.Status, run.Created));
        Assert.Equal((RoshLevel.High, RoshLevel.VeryHigh, RoshLevel.VeryHigh), (facts.RoshCommunity.Value, facts.RoshCustody.Value, facts.RoshOverall.Value));
        Assert.Equal((4.12m, 41m), (facts.Rsr.Value, facts.Ogrs3TwoYear.Value));
        Assert.Equal((new DateOnly(2025, 11, 3), OasysType.Layer3), (facts.LastOasysCompletedOn.Value, facts.LastOasysType.Value));
        Assert.Equal(new DateOnly(2025, 11, 3), facts.RmpCompletedOn.Value);
        Assert.Equal(RoshLevel.Low, facts.RoshOf(RoshGroup.Children, RoshSetting.Community).Value);
        await using var db = Database.Open();
        Assert.Equal(1, await db.Timeline.CountAsync(t => t.Kind == TimelineKind.Assessment));
    }

    [Fact]
    public async Task The_newest_complete_assessment_is_current_and_one_that_is_deleted_counts_no_more()
    {
        var person = await PersonAsync(crn: "X123456");
        await ImportAsync("oasys", Csv(Header, Row(), Row("102", done: "2025-12-01", toPublic: "MEDIUM"), Row("103", done: "", status: "OPEN", toPublic: "LOW")));
        Assert.Equal(RoshLevel.Medium, (await FactsAsync(person)).RoshCommunity.Value);

        await ImportAsync("oasys", Csv(Header, Row("102", done: "2025-12-01", status: "DELETED", toPublic: "MEDIUM")), Day2);

        var facts = await FactsAsync(person);
        Assert.Equal((RoshLevel.High, new DateOnly(2025, 11, 3)), (facts.RoshCommunity.Value, facts.RoshAssessedOn.Value));
        await using var db = Database.Open();
        Assert.Equal(2, await db.AssessmentSummaries.CountAsync(a => a.SourceId == "102"));
    }

    [Fact]
    public async Task The_prison_number_finds_somebody_whose_crn_is_not_known_here()
    {
        var person = await PersonAsync(noms: "A1234BC");

        await ImportAsync("oasys", Csv(Header, Row(noms: "A1234BC")));

        Assert.Equal(person, Assert.Single(await CurrentAsync<AssessmentSummary>()).PersonId);
    }

    [Fact]
    public async Task Nobody_is_made_and_numbers_of_two_people_are_an_error()
    {
        await PersonAsync(crn: "X123456");
        await PersonAsync(noms: "A1234BC");

        var run = await ImportAsync("oasys", Csv(Header, Row("1", crn: "X999999"), Row("2", noms: "A1234BC")));

        Assert.Equal(["UNKNOWN_PERSON", "KEY_PERSON_DISAGREES"], await RejectedAsync(run));
        Assert.Empty(await CurrentAsync<AssessmentSummary>());
    }

    [Fact]
    public async Task An_assessment_that_was_another_persons_is_not_taken_over()
    {
        await PersonAsync(crn: "X123456");
        await PersonAsync(crn: "X654321");
        await ImportAsync("oasys", Csv(Header, Row()));

        var run = await ImportAsync("oasys", Csv(Header, Row(crn: "X654321")), Day2);

        Assert.Equal(["KEY_PERSON_DISAGREES"], await RejectedAsync(run));
    }

    [Theory]
    [InlineData("101,X123456,,LAYER3,2025-10-01,2025-11-03,COMPLETE,,100.01,,,,,,", "PERCENT_INVALID", "rsr_dynamic")]
    [InlineData("101,X123456,,LAYER3,2025-10-01,2025-11-03,COMPLETE,,4.123,,,,,,", "PERCENT_INVALID", "rsr_dynamic")]
    [InlineData("101,X123456,,LAYER3,2025-10-01,2025-11-03,COMPLETE,,-1,,,,,,", "PERCENT_INVALID", "rsr_dynamic")]
    [InlineData("101,X123456,,LAYER9,2025-10-01,2025-11-03,COMPLETE,,,,,,,,", "VALUE_INVALID", "assessment_type")]
    [InlineData("101,X123456,,LAYER3,2025-10-01,,COMPLETE,,,,,,,,", "MISSING_VALUE", "completed_date")]
    [InlineData("101,X123456,,LAYER3,2025-10-01,2025-09-03,COMPLETE,,,,,,,,", "DATE_INVALID", "completed_date")]
    [InlineData("101,X123456,,LAYER3,2025-10-01,2025-11-03,COMPLETE,,,,SEVERE,,,,", "VALUE_INVALID", "rosh_children_community")]
    [InlineData("101,123,,LAYER3,2025-10-01,2025-11-03,COMPLETE,,,,,,,,", "KEY_INVALID", "crn")]
    [InlineData("101,,,LAYER3,2025-10-01,2025-11-03,COMPLETE,,,,,,,,", "MISSING_VALUE", "crn")]
    public async Task A_wrong_field_rejects_its_row(string row, string code, string column)
    {
        await PersonAsync(crn: "X123456");

        var run = await ImportAsync("oasys", Csv(Header, [row, .. Enumerable.Range(200, 30).Select(n => Row($"{n}"))]));

        Assert.Equal([(code, column, ImportSeverity.Error)], await ErrorsAsync(run));
        Assert.Equal(30, run.Created);
    }

    [Fact]
    public async Task The_same_rows_under_another_name_change_nothing_and_both_forms_of_a_date_are_one()
    {
        await PersonAsync(crn: "X123456");
        await ImportAsync("oasys", Csv(Header, Row()));
        var before = await WrittenAsync();

        var next = await ImportAsync("oasys", "\uFEFF" + Csv(Header, Row(done: "03/11/2025")), Day2);

        Assert.Equal((1, 1), (next.Read, next.Unchanged));
        Assert.Equal(before, await WrittenAsync());
    }

    [Fact]
    public async Task A_level_that_another_source_gives_differently_becomes_a_task_of_the_unit_and_is_settled_when_they_agree()
    {
        var person = await PersonAsync(crn: "X123456");
        await using (var db = Database.Open())
        {
            db.AddRange(
                new RoshRecord { Id = A.FactId, PersonId = person, ValidFrom = new(2025, 9, 1), Level = RoshLevel.Medium, Recorded = A.Entry with { Source = SourceSystem.Ndelius } },
                new Throughcare.Domain.Movements.CellLocation { Id = A.FactId, PersonId = person, ValidFrom = new(2025, 9, 1), Prison = new("LHI"), Recorded = A.Entry });
            await db.SaveChangesAsync();
        }

        await ImportAsync("oasys", Csv(Header, Row()));
        var item = Assert.Single(await CurrentAsync<DataQualityItem>());
        Assert.Equal((DataQualityKind.SourceDisagreement, "RoSH", "LHI"), (item.Kind, item.Field, item.Owner.Text));
        Assert.Equal(("High, OASys, 3 November 2025", "Medium, the probation extract, 1 September 2025"), (item.Here, item.There));
        Assert.Equal(RoshLevel.High, (await FactsAsync(person)).RoshCommunity.Value);

        await ImportAsync("oasys", Csv(Header, Row(toPublic: "MEDIUM")), Day2);
        Assert.Equal("The sources agree again", Assert.Single(await CurrentAsync<DataQualityItem>()).Settled);
    }

    [Fact]
    public async Task The_unit_of_a_case_administrator_gets_its_own_people_alone()
    {
        await PersonAsync(crn: "X123456", unit: "LHI");
        await PersonAsync(crn: "X654321", unit: "LEI");

        var run = await ImportAsync("oasys", Csv(Header, Row(), Row("102", crn: "X654321")), actor: A.Actor(Role.CaseAdmin));

        Assert.Equal(["NOT_OWN_UNIT"], await RejectedAsync(run));
        Assert.Single(await CurrentAsync<AssessmentSummary>());
    }

    private async Task<CaseFacts> FactsAsync(PersonId person)
    {
        await using var scope = Database.Services.CreateAsyncScope();
        var history = await scope.ServiceProvider.GetRequiredService<CaseHistories>().LoadAsync(person, default);
        return history!.At(new(2026, 1, 10), Database.Clock.GetUtcNow());
    }
}

public sealed class OasysOnSqlite() : OasysTests(DatabaseKind.Sqlite);

public sealed class OasysOnPostgres() : OasysTests(DatabaseKind.Postgres);
