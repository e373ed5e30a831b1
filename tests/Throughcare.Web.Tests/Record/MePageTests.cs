using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Sentences;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests.Record;

public sealed class MePageTests
{
    [Fact]
    public async Task A_prisoner_sees_name_prison_dates_and_people_and_nothing_else()
    {
        await using var app = await App.StartAsync();
        var person = await HeldAsync(app);
        await app.SaveAsync(
            new Alert { Id = A.FactId, PersonId = person.Id, Code = "XA", Description = "Set fire to a cell", ValidFrom = new(2025, 1, 1), Recorded = A.Entry },
            new PersonRelationship { Id = A.FactId, PersonId = person.Id, Name = "Orla Vexley", IsNextOfKin = true, ValidFrom = new(2025, 1, 1), Recorded = A.Entry });
        var user = await app.SignInAsAsync(Role.Prisoner, staff: new(person.Id.Value));

        var home = await user.GetAsync("/");
        var page = await user.PageAsync("/me");

        Assert.Equal(("/me", HttpStatusCode.Redirect), (home.Headers.Location!.ToString(), home.StatusCode));
        var said = page.QuerySelector("main")!.TextContent;
        foreach (var part in new[] { "Ada Zabrake", person.Address, "HMP Lindholme", "1 April 2026", "You should be let out on this day.", "Zofia Sedgeby", "Your POM has not been chosen yet" })
        {
            Assert.Contains(part, said, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("fire", said, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Vexley", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Ada Zabrake", page.QuerySelector(".tc-nav-end__name")?.TextContent.Trim());
        Assert.Contains(await app.LooksAsync(), look => look.PersonId == person.Id && look is { What: "/me", Outcome: LookOutcome.Shown });
    }

    [Fact]
    public async Task A_prisoner_sees_who_works_beside_the_POM_and_who_stands_in_for_whom_until_when()
    {
        await using var app = await App.StartAsync();
        var person = await HeldAsync(app);
        ManagerAssignment Of(Role role, ManagerPart part, string name, DateOnly? until = null) =>
            new() { Id = A.FactId, PersonId = person.Id, Role = role, Part = part, Name = name, Place = new("LHI"), ValidFrom = new(2026, 1, 2), ValidTo = until, Recorded = A.Entry };
        await app.SaveAsync(
            Of(Role.Pom, ManagerPart.Primary, "Primely, Pia"), Of(Role.Pom, ManagerPart.CoWorking, "Beside, Ben"), Of(Role.KeyWorker, ManagerPart.Primary, "Keyson, Kit"),
            Of(Role.KeyWorker, ManagerPart.Cover, "Standin, Oda", new(2026, 1, 20)), Of(Role.Pom, ManagerPart.Cover, "Before, Bo", new(2026, 1, 3)));
        var user = await app.SignInAsAsync(Role.Prisoner, staff: new(person.Id.Value));

        var said = string.Join(' ', (await user.PageAsync("/me")).QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        Assert.Contains("Another POM who works with you Ben Beside, HMP Lindholme", said, StringComparison.Ordinal);
        Assert.Contains("While your key worker is away Oda Standin, HMP Lindholme You can ask for them until 20 January 2026.", said, StringComparison.Ordinal);
        Assert.Contains("Pia Primely", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Before", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_prisoner_opens_no_record_not_even_their_own_and_nobody_else_has_this_page()
    {
        await using var app = await App.StartAsync();
        var (own, other) = (await HeldAsync(app), await app.PersonAsync());
        var user = await app.SignInAsAsync(Role.Prisoner, staff: new(own.Id.Value));

        foreach (var address in new[] { $"/people/{own.Address}", $"/people/{own.Address}/personal", $"/people/{own.Address}/alerts", $"/people/{other.Address}", "/search?q=zabrake" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await user.GetAsync(address)).StatusCode);
        }

        foreach (var role in new[] { Role.Pom, Role.Admin, Role.CaseAdmin })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignInAsAsync(role)).GetAsync("/me")).StatusCode);
        }
    }

    [Fact]
    public async Task An_account_that_is_nobodys_and_a_record_that_is_limited_show_nothing_of_anybody()
    {
        await using var app = await App.StartAsync();
        var person = await HeldAsync(app);
        var nobody = await app.SignInAsAsync(Role.Prisoner);
        var limited = await app.SignInAsAsync(Role.Prisoner, staff: new(person.Id.Value));
        await app.RestrictAsync(person.Id);

        foreach (var user in new[] { nobody, limited })
        {
            var said = (await user.PageAsync("/me")).QuerySelector("main")!.TextContent;
            Assert.Contains("There is nothing to show you here yet.", said, StringComparison.Ordinal);
            Assert.DoesNotContain("Zabrake", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_prisoner_of_the_demo_is_the_first_person_in_custody_with_dates_and_a_manager()
    {
        await using var app = await App.StartAsync();
        await app.PersonAsync(number: "A0001AA");
        var limited = await HeldAsync(app, "A0002AA");
        await app.RestrictAsync(limited.Id);
        var chosen = await HeldAsync(app, "A0003AA", "Quillon");
        await HeldAsync(app, "A0004AA");
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<DemoAccounts>();

        await accounts.LinkPersonAsync(default);
        await HeldAsync(app, "A0000AB");
        await accounts.LinkPersonAsync(default);   // stays who they are
        var user = app.Anyone();
        var signedIn = await user.SubmitAsync("/sign-in", new Dictionary<string, string> { ["Input.UserName"] = "prisoner@demo", ["Input.Password"] = DemoAccounts.Password });
        var page = await user.PageAsync("/me");

        Assert.Equal(HttpStatusCode.SeeOther, signedIn.StatusCode);
        Assert.Contains($"Ada Quillon", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(chosen.Address, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    /// <summary>Somebody held at Lindholme with a release date and a probation practitioner.</summary>
    private static async Task<App.Seeded> HeldAsync(App app, string? number = null, string last = "Zabrake")
    {
        var person = await app.PersonAsync(last: last, number: number);
        await app.SaveAsync(
            new CustodyEpisode { Id = A.FactId, PersonId = person.Id, ValidFrom = new(2025, 1, 1), Recorded = A.Entry },
            new CellLocation { Id = A.FactId, PersonId = person.Id, Prison = new("LHI"), ValidFrom = new(2025, 1, 1), Recorded = A.Entry },
            new Movement { Id = A.FactId, PersonId = person.Id, Type = "ADM", Reason = "R-SENT", HappenedAt = A.Monday.AddYears(-1), To = new("LHI"), ValidFrom = new(2025, 1, 5), Recorded = A.Entry },
            new KeyDates { Id = A.FactId, PersonId = person.Id, ValidFrom = new(2025, 1, 1), AsOf = new(2026, 1, 4), Crd = new(2026, 4, 1), Recorded = A.Entry },
            new ManagerAssignment { Id = A.FactId, PersonId = person.Id, Role = Role.Com, Name = "Sedgeby, Zofia", Team = "North East", ValidFrom = new(2025, 1, 1), Recorded = A.Entry });
        return person;
    }
}
