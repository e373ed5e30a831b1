using System.Net;
using AngleSharp.Dom;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests.Allocation;

/// <summary>What case administrators have to do, on both databases.</summary>
public sealed class CaseDutiesPageTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_case_administrator_sees_what_is_to_be_done_and_narrows_it(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var (lacks, unknown) = (await app.PersonAsync(last: "Lacks"), await app.PersonAsync(last: "Unknown"));
        await app.SaveAsync(Held(lacks.Id) with { IsInScope = true, Missing = "tier" }, Held(unknown.Id));
        var user = await app.SignInAsAsync(Role.CaseAdmin);

        var all = await user.PageAsync("/case-duties");
        var scope = await user.PageAsync("/case-duties?kind=DecideScope");
        var assessments = await user.PageAsync("/case-duties?kind=ChaseAssessment&whose=all");

        Assert.Contains("All kinds (2)", Text(all), StringComparison.Ordinal);
        Assert.Contains("Missing: Tier", Text(all), StringComparison.OrdinalIgnoreCase);
        Assert.NotNull(all.QuerySelector($"main a[href='/people/{lacks.Address}/case-information']"));
        Assert.Contains("Unknown, Ada", Assert.Single(scope.QuerySelectorAll("main tbody tr")).TextContent, StringComparison.Ordinal);
        Assert.Contains("Nothing of this is to be done", Text(assessments), StringComparison.Ordinal);
        Assert.Contains("2 duties about cases", Text(await user.PageAsync("/")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Those_who_change_no_details_are_refused()
    {
        await using var app = await App.StartAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignInAsAsync(Role.Security)).GetAsync("/case-duties")).StatusCode);
    }

    private static Standing Held(PersonId person) => new() { PersonId = person, ChangedAt = A.Monday, Prison = new("LHI"), ArrivedOn = new(2026, 1, 2) };

    private static string Text(IDocument page) => string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
