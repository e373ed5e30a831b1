using Throughcare.Domain.Access;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Protection;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests.Record;

/// <summary>What only the prison file says of a person, in words, on the page where it is looked for.</summary>
public sealed class PrisonFilePageTests
{
    private static readonly Entry File = A.Entry with { Source = SourceSystem.Offloc, Role = Role.System, By = StaffId.System };

    [Fact]
    public async Task The_sentence_page_gives_reasons_in_words_and_no_codes()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        await app.SaveAsync(
            new KeyDates { Id = A.FactId, PersonId = person.Id, ValidFrom = new(2025, 1, 1), Recorded = File, ReleaseReason = "PD", LicenceType = "Standard licence", EmploymentAtDischarge = "Unemployed", SupervisingService = "East Midlands" });

        var page = await (await app.SignInAsAsync(Role.CaseAdmin)).PageAsync($"/people/{person.Address}/sentence");

        Assert.Equal("Post Recall Release", Row(page, "Reason for release"));
        Assert.Equal("Unemployed", Row(page, "Work after release"));
        Assert.Equal("East Midlands", Row(page, "Supervising service"));
    }

    [Fact]
    public async Task The_movements_page_shows_why_how_and_what_the_person_does_in_prison()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        await app.SaveAsync(
            new Movement { Id = A.FactId, PersonId = person.Id, ValidFrom = new(2026, 1, 2), ValidTo = new(2026, 1, 2), Recorded = File, Type = "ADM", Reason = "R-TRN", NationalCode = "INT", HappenedAt = A.Monday.AddDays(-3), From = new("BXI"), To = new("LHI"), Escort = "Prison transport", TransferReason = "OVCROW", EstablishmentName = "Another name" },
            new CellLocation { Id = A.FactId, PersonId = person.Id, ValidFrom = new(2026, 1, 2), Recorded = File, Prison = new("LHI"), Cell = "LHI-A-1-001", TransferReason = "OVCROW" },
            new CustodyStatus { Id = A.FactId, PersonId = person.Id, ValidFrom = new(2026, 1, 2), Recorded = File, Status = "ACTIVE IN", Employed = Coded.Of("Y"), CourtName = "Quillon Assizes", CourtOutcome = "Remanded in custody" },
            Activity(person.Id, "Kitchen work", "LHI"), Activity(person.Id, "Gardens party", "BXI"));

        var page = await (await app.SignInAsAsync(Role.CaseAdmin)).PageAsync($"/people/{person.Address}/movements");
        string Table(string caption) => page.QuerySelectorAll("main table").Single(t => t.QuerySelector("caption")!.TextContent.Contains(caption, StringComparison.Ordinal)).TextContent;

        Assert.Contains("Reason for the transfer: Overcrowding Draft", Table("Movements, newest first"), StringComparison.Ordinal);
        Assert.Contains("Escort: Prison transport", Table("Movements, newest first"), StringComparison.Ordinal);
        Assert.Contains("Establishment in the prison file: Another name", Table("Movements, newest first"), StringComparison.Ordinal);
        Assert.Contains("Overcrowding Draft", Table("Prisons and cells"), StringComparison.Ordinal);
        Assert.Contains("Quillon Assizes", Table("How the person is held"), StringComparison.Ordinal);
        Assert.Contains("Remanded in custody", Table("How the person is held"), StringComparison.Ordinal);
        Assert.Contains("8:30am to 11:45am", Table("Activities in prison"), StringComparison.Ordinal);
        Assert.Matches(@"Kitchen work[^~]*Now[^~]*Gardens party[^~]*Left this prison|Gardens party[^~]*Left this prison[^~]*Kitchen work[^~]*Now", Table("Activities in prison"));
        Assert.DoesNotContain("OVCROW", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.PpStaff, true), InlineData(Role.KeyWorker, false)]
    public async Task What_the_prison_notes_for_public_protection_is_shown_only_to_those_who_read_restricted_entries(Role role, bool reads)
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        await app.SaveAsync(
            new PrisonMarkers { Id = A.FactId, PersonId = person.Id, ValidFrom = new(2026, 1, 2), Recorded = File, MappaOrSchedule1 = "Schedule 1", SexOffender = Coded.Of("Y") },
            new CustodyStatus { Id = A.FactId, PersonId = person.Id, ValidFrom = new(2026, 1, 2), Recorded = File, Status = "ACTIVE IN", Employed = Coded.Of("N") });
        var staff = new StaffId(A.IdSource.Next());
        var user = await app.SignInAsAsync(role, staff: staff);
        await app.GiveReachAsync(person.Id, staff);

        var page = await user.PageAsync($"/people/{person.Address}/personal");

        Assert.Equal("No", Row(page, "In work in prison"));
        Assert.Equal(reads ? "Schedule 1" : null, Row(page, "MAPPA level or Schedule 1 offender"));
        Assert.Equal(reads, page.Body!.TextContent.Contains("Marked as a sex offender", StringComparison.Ordinal));
    }

    private static PrisonActivity Activity(PersonId person, string name, string prison) => new()
    {
        Id = A.FactId,
        PersonId = person,
        ValidFrom = new(2026, 1, 2),
        Recorded = File,
        Prison = new(prison),
        Activity = name,
        Place = "Kitchen",
        StartsAt = 510,
        EndsAt = 705,
    };

    private static string? Row(AngleSharp.Html.Dom.IHtmlDocument page, string key) => page.QuerySelectorAll("main .govuk-summary-list__row")
        .FirstOrDefault(row => row.QuerySelector("dt")!.TextContent.Trim() == key)?.QuerySelector("dd")!.TextContent.Trim();
}
