using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests.Assessment;

public sealed class RiskCalculatorTests
{
    private static readonly Dictionary<string, string> Man = new()
    {
        ["sex"] = "M",
        ["date_of_birth"] = "5/5/1984",
        ["assessment_date"] = "15 June 2026",
        ["conviction_date"] = "19 1 2026",
        ["community_date"] = "10/5/2026",
        ["offence_code"] = "04600",
        ["age_first_sanction"] = "14",
        ["total_sanctions"] = "38",
        ["violent_sanctions"] = "3",
        ["supervision"] = "COMMUNITY",
    };

    [Fact]
    public async Task Both_families_stand_side_by_side_with_what_is_missing_and_why()
    {
        await using var app = await App.StartAsync();
        var user = await app.SignInAsAsync(Role.Pom);

        var page = await User.ReadAsync(await user.SubmitAsync("/risk-calculator", Man));
        var text = page.QuerySelector("main")!.TextContent;

        Assert.Contains("86%", text, StringComparison.Ordinal);
        Assert.Contains("79.34%", text, StringComparison.Ordinal);
        Assert.Contains("Missing 3.4 Suitability of accommodation", text, StringComparison.Ordinal);
        Assert.Contains("copas_g_squared", text, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("svg[role=img] rect"));
        Assert.Equal("38", page.QuerySelector("input[name=total_sanctions]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_changed_answer_shows_the_difference_it_makes()
    {
        await using var app = await App.StartAsync();
        var user = await app.SignInAsAsync(Role.Pom);
        var before = (await User.ReadAsync(await user.SubmitAsync("/risk-calculator", Man))).QuerySelector("input[name=before]")!.GetAttribute("value")!;

        var page = await User.ReadAsync(await user.SubmitAsync("/risk-calculator", new Dictionary<string, string>(Man) { ["total_sanctions"] = "3", ["before"] = before }));

        Assert.Contains("from 79.34%", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_said_at_its_question_and_stays_as_typed()
    {
        await using var app = await App.StartAsync();
        var user = await app.SignInAsAsync(Role.Pom);

        var page = await User.ReadAsync(await user.SubmitAsync("/risk-calculator", new Dictionary<string, string>(Man) { ["date_of_birth"] = "31 2 1984", ["total_sanctions"] = "many" }));

        Assert.Equal(
            ["Date of birth must be a real date", "1.32 Total number of sanctions for all offences: enter a whole number"], page.QuerySelectorAll(".govuk-error-summary__list a").Select(a => a.TextContent.Trim()));
        Assert.Equal("31 2 1984", page.QuerySelector("input[name=date_of_birth]")!.GetAttribute("value"));
        Assert.Null(page.QuerySelector("#scores"));
    }

    [Fact]
    public async Task What_the_record_knows_of_a_person_is_filled_in_for_those_who_may_read_it()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        await app.SaveAsync(new PersonDetails { Id = A.FactId, PersonId = person.Id, ValidFrom = new(2025, 1, 1), Recorded = A.Entry, Sex = new("M"), DateOfBirth = new(1984, 5, 5) });
        var address = $"/people/{person.Address}/risk-calculator";

        var page = await (await app.SignInAsAsync(Role.Pom)).PageAsync(address);
        var elsewhere = await app.SignInAsAsync(Role.Pom, "LNI");

        Assert.Equal("M", page.QuerySelector("select[name=sex] option[selected]")?.GetAttribute("value"));
        Assert.Equal("5/5/1984", page.QuerySelector("input[name=date_of_birth]")!.GetAttribute("value"));
        Assert.Equal(System.Net.HttpStatusCode.Forbidden, (await elsewhere.Client.GetAsync(address)).StatusCode);
    }
}
