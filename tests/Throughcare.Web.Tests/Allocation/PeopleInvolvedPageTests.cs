using System.Net;
using AngleSharp.Dom;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests.Allocation;

/// <summary>Who works with a person, past and present, as every source says it.</summary>
public sealed class PeopleInvolvedPageTests
{
    private static readonly DateOnly Since = new(2025, 11, 3);

    [Fact]
    public async Task Managers_of_every_source_stand_with_role_place_email_dates_and_who_says_so()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        var staff = new StaffMember { Id = new(A.IdSource.Next()), Name = "Petra Quill", Role = Role.Com, Place = new("N50P01"), Email = "petra.quill@probation.example" };
        await app.SaveAsync(
            staff,
            Manager(person.Id, Role.Com, "Quill, Petra", SourceSystem.Template) with { StaffId = staff.Id, Place = new("N50P01"), Team = "Central team" },
            Manager(person.Id, Role.Pom, "Fennimore, Osric", SourceSystem.Throughcare) with { Place = new("LHI") },
            Manager(person.Id, Role.Com, "Marrow, Jo", SourceSystem.Ndelius) with { ValidFrom = new(2024, 2, 1), ValidTo = new(2025, 11, 2), EndReason = "MOVED_AREA" });

        var page = await (await app.SignInAsAsync(Role.CaseAdmin)).PageAsync($"/people/{person.Address}/people");

        var com = Row(page, "Community offender manager", "Quill, Petra");
        Assert.Contains("petra.quill@probation.example", com, StringComparison.Ordinal);
        Assert.Contains("Central team, " + Places.Name(new("N50P01")), com, StringComparison.Ordinal);
        Assert.Contains("3 Nov 2025", com, StringComparison.Ordinal);
        Assert.Contains("File that was sent in", com, StringComparison.Ordinal);
        Assert.Contains("Recorded here by", Row(page, "Prison offender manager", "Fennimore, Osric"), StringComparison.Ordinal);
        var before = Row(page, "Community offender manager", "Marrow, Jo");
        Assert.Contains("1 Feb 2024 to 2 Nov 2025", Spaces(before), StringComparison.Ordinal);
        Assert.Contains("Person moved to another area", before, StringComparison.Ordinal);
        Assert.Contains("Probation extract", before, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_sources_that_name_two_managers_both_stand_and_the_page_says_which_is_in_force()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        await app.SaveAsync(Manager(person.Id, Role.Com, "Newer, Ned", SourceSystem.Ndelius), Manager(person.Id, Role.Com, "Older, Olga", SourceSystem.Template) with { ValidFrom = new(2025, 1, 1) });

        var page = await (await app.SignInAsAsync(Role.CaseAdmin)).PageAsync($"/people/{person.Address}/people");

        Assert.Contains("Another entry of this role is in force", Row(page, "Community offender manager", "Older, Olga"), StringComparison.Ordinal);
        Assert.DoesNotContain("Another entry", Row(page, "Community offender manager", "Newer, Ned"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_post_that_nobody_holds_is_shown_as_such()
    {
        await using var app = await App.StartAsync();
        var (held, listed) = (await app.PersonAsync(), await app.PersonAsync());
        await app.SaveAsync(
            new CustodyEpisode { Id = A.FactId, PersonId = held.Id, Recorded = A.Entry, ValidFrom = Since },
            new CellLocation { Id = A.FactId, PersonId = held.Id, Recorded = A.Entry, ValidFrom = Since, Prison = new("LHI") },
            Manager(listed.Id, Role.Pom, "Unallocated", SourceSystem.Template));
        var user = await app.SignInAsAsync(Role.CaseAdmin);

        var page = await user.PageAsync($"/people/{held.Address}/people");
        var other = await user.PageAsync($"/people/{listed.Address}/people");

        Assert.Contains("Nobody allocated", Row(page, "Prison offender manager", ""), StringComparison.Ordinal);
        Assert.Contains("Nobody allocated", Row(page, "Community offender manager", ""), StringComparison.Ordinal);
        Assert.Contains("3 Nov 2025", Row(other, "Prison offender manager", "Nobody allocated"), StringComparison.Ordinal);
        Assert.DoesNotContain("Unallocated", other.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Family_is_for_those_who_may_read_what_others_have_told()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        await app.SaveAsync(new PersonRelationship
        {
            Id = A.FactId,
            PersonId = person.Id,
            Recorded = A.Entry,
            ValidFrom = Since,
            Name = "Bea Zabrake",
            Relationship = Coded.Of(CodeLists.Relationship.Rows[0].Code),
            IsNextOfKin = true,
        });

        var admin = await (await app.SignInAsAsync(Role.CaseAdmin)).PageAsync($"/people/{person.Address}/people");
        var protection = await (await app.SignInAsAsync(Role.PpStaff)).PageAsync($"/people/{person.Address}/people");

        Assert.DoesNotContain("Bea Zabrake", admin.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Restricted", admin.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Next of kin", Row(protection, "Bea Zabrake", ""), StringComparison.Ordinal);
        Assert.Contains(CodeLists.Relationship.Rows[0].Description, Row(protection, "Bea Zabrake", ""), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_became_part_of_the_record_is_there_too_and_the_look_is_recorded()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        var absorbed = A.PersonId;
        await app.SaveAsync(new Person { Id = absorbed, CreatedAt = A.Monday, SurvivorId = person.Id }, Manager(absorbed, Role.Com, "Quill, Petra", SourceSystem.Ndelius));
        var user = await app.SignInAsAsync(Role.CaseAdmin);

        var page = await user.PageAsync($"/people/{person.Address}/people");

        Assert.NotEmpty(Row(page, "Community offender manager", "Quill, Petra"));
        Assert.Contains(await app.LooksAsync(), l => l.PersonId == person.Id && l.StaffId == user.Actor.StaffId);
    }

    [Fact]
    public async Task With_nobody_recorded_the_page_says_so_and_the_record_s_navigation_leads_to_it()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        var user = await app.SignInAsAsync(Role.CaseAdmin);

        var overview = await user.PageAsync($"/people/{person.Address}");
        var page = await user.PageAsync(overview.QuerySelectorAll(".moj-sub-navigation a").Single(a => a.TextContent == "People involved").GetAttribute("href")!);

        Assert.Contains("Nobody is recorded", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("People involved", page.QuerySelector(".moj-sub-navigation [aria-current=page]")!.TextContent);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignInAsAsync(Role.Prisoner)).GetAsync($"/people/{person.Address}/people")).StatusCode);
    }

    private static string Row(IParentNode page, string begins, string name) => page.QuerySelectorAll("main tr")
        .First(tr => tr.TextContent.Trim().StartsWith(begins, StringComparison.Ordinal) && tr.TextContent.Contains(name, StringComparison.Ordinal)).TextContent;

    private static string Spaces(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static ManagerAssignment Manager(PersonId person, Role role, string name, SourceSystem source) => new()
    {
        Id = A.FactId,
        PersonId = person,
        Recorded = A.Entry with { Source = source },
        ValidFrom = Since,
        Role = role,
        Name = name,
    };
}
