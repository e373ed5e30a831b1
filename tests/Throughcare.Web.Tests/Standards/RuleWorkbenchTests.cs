using System.Net;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests.Standards;

public sealed class RuleWorkbenchTests
{
    private const string Asked = "/rules/standard.due?rule=PL-010&trigger_date=17/10/2025&as_at=2025-12-15&case.place=custody&sentence.class=custody_determinate&sentence.length_months=30&try=1";

    [Fact]
    public async Task A_standard_with_facts_filled_in_is_judged_with_its_why()
    {
        await using var app = await App.StartAsync();

        var page = await (await app.SignInAsAsync(Role.Pom)).PageAsync(Asked);

        var judgement = page.QuerySelector("section[aria-labelledby=judgement]")!;
        Assert.Contains("due 26 December 2025. Due soon", judgement.TextContent, StringComparison.Ordinal);
        Assert.Contains("10 weeks after that is 26 December 2025", judgement.TextContent, StringComparison.Ordinal);
        Assert.Contains("sentence.length_months", judgement.TextContent, StringComparison.Ordinal);
        Assert.Contains("standard.due,", judgement.QuerySelector("pre")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("30", page.GetElementById("sentence.length_months")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_can_not_be_read_is_said_in_the_summary_and_by_its_field()
    {
        await using var app = await App.StartAsync();

        var page = await (await app.SignInAsAsync(Role.Pom)).PageAsync("/rules/standard.due?rule=PL-010&trigger_date=2025-10-17&as_at=2025-12-15&sentence.length_months=many&try=1");

        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Contains("'many' is no number", page.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await app.SignInAsAsync(Role.Pom)).GetAsync("/rules/no.such.rule")).StatusCode);
    }

    [Fact]
    public async Task The_facts_of_a_person_are_taken_from_the_record_for_those_who_may_read_it()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        await app.SaveAsync(
            new SentenceRecord { Id = A.FactId, PersonId = person.Id, Type = Coded.Of("ADIMP"), Years = 3, ValidFrom = new(2025, 12, 1), Recorded = A.Entry });
        var user = await app.SignInAsAsync(Role.HeadOmu);

        var way = await user.GetAsync($"/rules/standard.due?rule=PL-010&trigger_date=2025-12-01&person={person.Address}");
        var page = await user.PageAsync(way.Headers.Location!.ToString());

        Assert.Equal($"/people/{person.Address}/rules/standard.due", way.Headers.Location.ToString().Split('?')[0]);
        Assert.Equal("36", page.GetElementById("sentence.length_months")!.GetAttribute("value"));
        Assert.Contains(await app.LooksAsync(), look => look.PersonId == person.Id && look.StaffId == user.Actor.StaffId);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignInAsAsync(Role.HeadOmu, "LNI")).GetAsync($"/people/{person.Address}/rules/standard.due")).StatusCode);
    }

    [Fact]
    public async Task Somebody_who_is_no_member_of_staff_tries_no_rule()
    {
        await using var app = await App.StartAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignInAsAsync(Role.Prisoner)).GetAsync("/rules")).StatusCode);
        Assert.Contains("PL-010", (await (await app.SignInAsAsync(Role.Pom)).PageAsync("/rules")).QuerySelector("select")!.TextContent, StringComparison.Ordinal);
    }
}
