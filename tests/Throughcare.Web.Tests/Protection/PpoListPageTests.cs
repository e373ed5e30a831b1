using System.Net;
using Throughcare.Domain.Access;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests.Protection;

public sealed class PpoListPageTests
{
    [Fact]
    public async Task A_tracker_sees_the_list_of_the_region_with_who_is_meant_and_no_covert_nomination()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync("N55P07");
        await app.SaveAsync(
            Row("W1") with { Match = PpoMatchState.Probable, PersonId = person.Id }, Row("W2") with { Surname = "Covertson", IsCovert = true },
            Row("W3") with { Surname = "Nobody" }, Row("L1") with { ForceCode = "05", Area = "05", Surname = "Elsewhere" });
        var user = await app.SignInAsAsync(Role.PpoTracker, "N55P07");

        var page = await user.PageAsync("/protection/ppo?area=13");

        var text = page.QuerySelector("main")!.TextContent;
        Assert.Equal($"/people/{person.Address}", page.QuerySelector("tbody a")!.GetAttribute("href"));
        Assert.Contains("Linked, to be confirmed", text, StringComparison.Ordinal);
        Assert.Contains("Nobody on record", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Covertson", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Elsewhere", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_area_without_a_list_says_so_and_other_roles_do_not_see_the_page()
    {
        await using var app = await App.StartAsync();

        var page = await (await app.SignInAsAsync(Role.PpoTracker, "N55P07")).PageAsync("/protection/ppo");
        var refused = await (await app.SignInAsAsync(Role.Pom)).GetAsync("/protection/ppo");

        Assert.Contains("Nobody is on the list of Humberside", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task A_nomination_and_the_level_of_risk_stand_on_the_record()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        await app.SaveAsync(
            Nomination(person.Id, "W1"), Nomination(person.Id, "W2") with { Scheme = PpoScheme.IomFixed, IsCovert = true },
            new AssessmentSummary
            {
                Id = A.FactId,
                PersonId = person.Id,
                ValidFrom = new(2025, 11, 3),
                Recorded = A.Entry,
                Type = OasysType.Layer3,
                InitiatedOn = new(2025, 10, 1),
                CompletedOn = new(2025, 11, 3),
                Status = OasysStatus.Complete,
                Assessor = "Petra Omond",
                PublicCommunity = RoshLevel.High,
                PublicCustody = RoshLevel.VeryHigh,
                RsrDynamic = 4.12m,
            },
            new RoshRecord { Id = A.FactId, PersonId = person.Id, ValidFrom = new(2025, 9, 1), Recorded = A.Entry with { Source = SourceSystem.Ndelius }, Level = RoshLevel.Medium });
        var user = await app.SignInAsAsync(Role.CaseAdmin);

        var overview = (await user.PageAsync($"/people/{person.Address}")).Body!.TextContent;
        var alerts = (await user.PageAsync($"/people/{person.Address}/alerts")).QuerySelector("main")!.TextContent;

        Assert.Contains("High RoSH", overview, StringComparison.Ordinal);
        Assert.Contains("Last assessed 3 November 2025 by Petra Omond. From OASys.", overview, StringComparison.Ordinal);
        Assert.Contains("Overall in custody: Very high", overview, StringComparison.Ordinal);
        Assert.Contains("Another source says: Medium, the probation extract, 1 September 2025", overview, StringComparison.Ordinal);
        Assert.Contains("4.12%", overview, StringComparison.Ordinal);
        Assert.Contains("Prolific and other priority offender", alerts, StringComparison.Ordinal);
        Assert.DoesNotContain("Covert", alerts, StringComparison.Ordinal);
        var banner = (await user.PageAsync($"/people/{person.Address}/alerts")).QuerySelector(".tc-banner__badges")!.TextContent;
        Assert.Contains("PPO", banner, StringComparison.Ordinal);
        Assert.DoesNotContain("IOM", banner, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_there_is_victim_contact_is_told_to_those_who_are_to_know_and_to_nobody_else()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync("N55P07");
        await app.SaveAsync(new VictimContact { Id = A.FactId, PersonId = person.Id, ValidFrom = new(2025, 11, 3), Recorded = A.Entry, Pointer = A.FactId, Status = VictimCaseStatus.OptedIn });
        var com = await app.SignInAsAsync(Role.Com, "N55P07");
        await app.GiveReachAsync(person.Id, com.Actor.StaffId);

        var told = (await com.PageAsync($"/people/{person.Address}")).Body!.TextContent;
        var untold = (await (await app.SignInAsAsync(Role.CaseAdmin, "N55P07")).PageAsync($"/people/{person.Address}")).Body!.TextContent;

        Assert.Contains("Victim contact: opted in", told, StringComparison.Ordinal);
        Assert.DoesNotContain("Victim contact", untold, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_lists_are_downloaded_by_those_who_may_send_them()
    {
        await using var app = await App.StartAsync();
        var admin = await app.SignInAsAsync(Role.CaseAdmin);
        var victims = await app.SignInAsAsync(Role.VloManager, "N55P07");

        var page = await admin.PageAsync("/imports");
        var file = await admin.GetAsync("/imports/templates/adjustments.csv");

        Assert.NotNull(page.QuerySelector("a[href='/imports/templates/sentence-plan.csv']"));
        Assert.Null(page.QuerySelector("a[href='/imports/templates/victims.csv']"));
        Assert.Equal("text/csv", file.Content.Headers.ContentType?.MediaType);
        Assert.Contains("booking_number,type,days,from_date,to_date,applies_from\r\n38479A,REMAND,41", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/imports/templates/victims.csv")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await victims.GetAsync("/imports/templates/victims.csv")).StatusCode);
        Assert.Equal(["", "victims"], (await victims.PageAsync("/imports")).QuerySelectorAll("select option").Select(o => o.GetAttribute("value") ?? ""));
    }

    private static PpoListing Row(string reference) => new()
    {
        ForceCode = "13",
        ListRef = reference,
        Area = "13",
        Scheme = PpoScheme.Ppo,
        Surname = "Zabrake",
        Forename = "Ada",
        DateOfBirth = new(1990, 4, 2),
        Status = PpoStatus.Active,
        RegisteredOn = new(2025, 6, 1),
        IsCovert = false,
        Match = PpoMatchState.Unmatched,
        FirstListedOn = new(2026, 1, 5),
    };

    private static PpoNomination Nomination(PersonId person, string reference) => new()
    {
        Id = A.FactId,
        PersonId = person,
        ValidFrom = new(2025, 6, 1),
        Recorded = A.Entry,
        SourceId = $"13/{reference}",
        Scheme = PpoScheme.Ppo,
        Area = "13",
        ForceCode = "13",
        ListRef = reference,
        Status = PpoStatus.Active,
        IsCovert = false,
        Link = PpoLink.Confirmed,
    };
}
