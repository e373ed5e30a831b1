using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Throughcare.Testing;
using Throughcare.Web.Tests.Api;
using Xunit;

namespace Throughcare.Web.Tests.Allocation;

/// <summary>Allocating a POM from the list to the notice, the staff pages, and who may not.</summary>
public sealed class AllocationPagesTests
{
    private static readonly DateOnly Since = new(2025, 12, 1);

    private static readonly StaffId PrisonPom = new(A.IdSource.Next());

    private static readonly StaffId ProbationPom = new(A.IdSource.Next());

    [Fact]
    public async Task A_head_of_unit_goes_from_the_list_over_the_choice_to_an_allocation()
    {
        await using var app = await App.StartAsync();
        var person = await HeldAsync(app, "C1");
        var user = await app.SignInAsAsync(Role.Homd);

        var list = await user.PageAsync("/allocations?tab=unallocated");
        Assert.Contains("To allocate (1)", list.Body!.TextContent, StringComparison.Ordinal);
        var choose = await user.PageAsync(Link(list, "Allocate Zabrake, Ada"));
        Assert.Contains("Recommended: prison POM", choose.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("A prison POM is recommended for Ada Zabrake: the tier is C1.", choose.Body!.TextContent, StringComparison.Ordinal);
        var sent = await user.SubmitAsync(Link(choose, "Allocate to Risonby, Pia"), new Dictionary<string, string> { ["Step"] = "send", ["Input.Message"] = "Meet him soon" });

        Assert.Equal((HttpStatusCode.SeeOther, "/allocations"), (sent.StatusCode, sent.Headers.Location!.ToString()));
        Assert.Contains("Allocated (1)", (await user.PageAsync("/allocations?tab=allocated")).Body!.TextContent, StringComparison.Ordinal);
        var involved = await user.PageAsync($"/people/{person.Address}/people");
        Assert.Contains("POM allocated", involved.Body!.TextContent, StringComparison.Ordinal);
        var pom = await app.SignInAsAsync(Role.Pom, staff: PrisonPom);
        var notices = await pom.PageAsync("/notices");
        Assert.Contains("A case was allocated to you. Meet him soon", notices.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await pom.SubmitAsync("/notices", new Dictionary<string, string>())).StatusCode);
        Assert.DoesNotContain("Mark 1 notice", (await pom.PageAsync("/notices")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_lists_whom_to_allocate_and_allocates_by_the_same_rules_as_the_page()
    {
        await using var app = await App.StartAsync();
        var person = await HeldAsync(app, "C1");
        var caller = await ApiCaller.OfAsync(app, Role.Homd, "LHI", "persons.read", "facts.read", "allocations.write");
        var at = $"/api/v1/persons/{person.Address}/allocation";

        var listed = await caller.ReadAsync("/api/v1/places/LHI/allocations");
        Assert.Equal((1, "Zabrake, Ada", "C1"), (listed.GetProperty("total").GetInt32(), listed.GetProperty("items")[0].GetProperty("name").GetString(), listed.GetProperty("items")[0].GetProperty("tier").GetString()));
        Assert.Equal(0, (await caller.ReadAsync(at)).GetProperty("version").GetInt32());
        using var elsewhere = await caller.Client.GetAsync("/api/v1/places/LEI/allocations");
        await ApiCaller.ProblemAsync(elsewhere, 403, "no-role");
        using var wrong = await caller.Client.GetAsync("/api/v1/places/LHI/allocations?list=all");
        await ApiCaller.ProblemAsync(wrong, 400, "unread");
        using var without = await caller.PostAsync(at, new { seen = 0 });
        await ApiCaller.ProblemAsync(without, 400, "unread");
        using var unreasoned = await caller.PostAsync(at, new { pom = ProbationPom.Value, seen = 0 });
        Assert.Contains("Select at least one reason", await unreasoned.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var done = await caller.PostAsync(at, new { pom = PrisonPom.Value, seen = 0, message = "Meet him soon" });
        Assert.True(done.StatusCode is HttpStatusCode.Created, await done.Content.ReadAsStringAsync());
        using var late = await caller.PostAsync(at, new { pom = ProbationPom.Value, seen = 0, reasons = new[] { "continuity" } });
        await ApiCaller.ProblemAsync(late, 409, "changed");

        var read = await caller.ReadAsync(at);
        Assert.Equal((1, PrisonPom.Value, "prison"), (read.GetProperty("version").GetInt32(), read.GetProperty("now").GetProperty("pomId").GetGuid(), read.GetProperty("now").GetProperty("recommended").GetString()));
        Assert.Equal(1, (await caller.ReadAsync("/api/v1/places/LHI/allocations?list=allocated")).GetProperty("total").GetInt32());
        var pom = await ApiCaller.OfAsync(app, Role.Pom, "LHI", "facts.read");
        using var refused = await pom.PostAsync(at, new { pom = PrisonPom.Value, seen = 1 });
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task Another_type_asks_why_at_the_field_and_then_shows_the_reason_once_more()
    {
        await using var app = await App.StartAsync();
        var person = await HeldAsync(app, "C1");
        var user = await app.SignInAsAsync(Role.Homd);
        var at = $"/people/{person.Address}/allocate-pom/{ProbationPom}";

        Assert.Equal("Why this POM?", (await user.PageAsync(at)).QuerySelector("h1")!.TextContent);
        var refused = await User.ReadAsync(await user.SubmitAsync(at, new Dictionary<string, string> { ["Step"] = "check" }));
        Assert.Equal("Select at least one reason", refused.QuerySelector(".govuk-error-summary a")!.TextContent.Trim());
        Assert.StartsWith("Error: ", refused.Title, StringComparison.Ordinal);
        var wordless = await User.ReadAsync(await user.SubmitAsync(at, new Dictionary<string, string> { ["Step"] = "check", ["Input.Reasons"] = "suitability" }));
        Assert.Equal("Enter why this is not suitable", wordless.QuerySelector(".govuk-error-summary a")!.TextContent.Trim());
        var check = await User.ReadAsync(await user.SubmitAsync(at, new Dictionary<string, string> { ["Step"] = "check", ["Input.Reasons"] = "continuity" }));
        Assert.Contains("This POM has worked with the prisoner before", check.Body!.TextContent, StringComparison.Ordinal);

        var sent = await user.SubmitAsync(at, new Dictionary<string, string> { ["Step"] = "send", ["Input.Reasons"] = "continuity" });
        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Contains("Other type chosen: This POM has worked with the prisoner before", (await user.PageAsync($"/people/{person.Address}/people")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_comes_second_sees_what_the_first_saved()
    {
        await using var app = await App.StartAsync();
        var person = await HeldAsync(app, "C1");
        var (first, second) = (await app.SignInAsAsync(Role.Homd), await app.SignInAsAsync(Role.HeadOmu));
        var at = $"/people/{person.Address}/allocate-pom";
        await first.SubmitAsync($"{at}/{PrisonPom}", new Dictionary<string, string> { ["Step"] = "send" });

        var page = await User.ReadAsync(await second.SubmitAsync($"{at}/{ProbationPom}", new Dictionary<string, string> { ["Step"] = "send", ["Seen"] = "0", ["Input.Reasons"] = "no_staff" }));

        Assert.Equal("Somebody else allocated this case", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Risonby, Pia", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ationby, Prob", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Up_to_four_are_compared_and_those_who_can_not_be_chosen_stand_with_the_reason()
    {
        await using var app = await App.StartAsync();
        var person = await HeldAsync(app, "C1");
        await app.SaveAsync(Profile(new(A.IdSource.Next()), PomType.Prison) with { Status = PomStatus.Unavailable });
        var user = await app.SignInAsAsync(Role.Homd);

        var choose = await user.PageAsync($"/people/{person.Address}/allocate-pom");
        var compare = await user.PageAsync($"/people/{person.Address}/allocate-pom/compare?pom={PrisonPom}&pom={ProbationPom}");

        Assert.Contains("Unavailable: keeps cases, no new cases", choose.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Measure", "Risonby, Pia", "Ationby, Prob"], compare.QuerySelectorAll("thead th").Select(th => th.TextContent));
        Assert.Contains("Nobody is chosen to compare", (await user.PageAsync($"/people/{person.Address}/allocate-pom/compare")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_missing_is_listed_with_what_it_blocks_and_is_typed()
    {
        await using var app = await App.StartAsync();
        var person = await HeldAsync(app, null);
        var user = await app.SignInAsAsync(Role.CaseAdmin);

        var missing = await user.PageAsync("/cases/missing");
        Assert.Contains("Allocating a POM", missing.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        var wrong = await User.ReadAsync(await user.SubmitAsync($"/people/{person.Address}/case-information", new Dictionary<string, string> { ["Input.Tier"] = "Z" }));
        Assert.Equal(3, wrong.QuerySelectorAll(".govuk-error-summary a").Length);
        var sent = await user.SubmitAsync($"/people/{person.Address}/case-information", new Dictionary<string, string> { ["Input.Tier"] = "b2", ["Input.Rosh"] = "High", ["Input.Resourcing"] = "Standard" });

        Assert.Equal(HttpStatusCode.SeeOther, sent.StatusCode);
        Assert.Contains("No cases are missing details.", (await user.PageAsync("/cases/missing")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_lists_say_what_would_be_there()
    {
        await using var app = await App.StartAsync();
        var user = await app.SignInAsAsync(Role.HeadOmu);

        Assert.Contains("You don't have any cases to allocate.", (await user.PageAsync("/allocations")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No cases are missing details.", (await user.PageAsync("/allocations?tab=missing")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No case is allocated yet.", (await user.PageAsync("/allocations?tab=allocated")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nobody is a POM here yet.", (await user.PageAsync("/staff")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("You have no notices.", (await user.PageAsync("/notices")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nobody in your area needs a COM.", (await (await app.SignInAsAsync(Role.Spo, "N55P07")).PageAsync("/allocations")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_POM_is_added_from_a_search_changed_and_given_a_specialism_and_a_day()
    {
        await using var app = await App.StartAsync();
        var staff = new StaffId(A.IdSource.Next());
        await app.SaveAsync(new StaffMember { Id = staff, Name = "Newton Ewbank", Role = Role.Pom, Place = new("LHI"), UserName = "newton.ewbank" });
        var user = await app.SignInAsAsync(Role.Homd);

        Assert.Contains("Enter at least 3 characters", (await user.PageAsync("/staff/new?q=ne")).QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        var added = await user.SubmitAsync("/staff/new?q=newton", new Dictionary<string, string> { ["Input.Staff"] = $"{staff}", ["Input.Type"] = "Probation", ["Input.Tenths"] = "6" });
        Assert.Equal($"/staff/{staff}", added.Headers.Location!.ToString());
        var page = await user.PageAsync($"/staff/{staff}");
        Assert.Contains("Part time, 0.6", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await user.SubmitAsync($"/staff/{staff}", new Dictionary<string, string> { ["Step"] = "add", ["Input.Specialism"] = "SexualOffence" })).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await user.SubmitAsync($"/staff/{staff}", new Dictionary<string, string> { ["Step"] = "day", ["Input.Day"] = "5/1/2026", ["Input.IsOnDuty"] = "false" })).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await user.SubmitAsync($"/staff/{staff}/change", new Dictionary<string, string> { ["Step"] = "save", ["Input.Type"] = "Prison", ["Input.Tenths"] = "10", ["Input.Status"] = "Unavailable" })).StatusCode);

        page = await user.PageAsync($"/staff/{staff}");
        Assert.Contains("Sexual offences", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("on other duties", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Unavailable: keeps cases, no new cases", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cases_are_moved_together_and_whoever_goes_away_is_asked_about_them_first()
    {
        await using var app = await App.StartAsync();
        var person = await HeldAsync(app, "C1");
        var user = await app.SignInAsAsync(Role.Homd);
        await user.SubmitAsync($"/people/{person.Address}/allocate-pom/{PrisonPom}", new Dictionary<string, string> { ["Step"] = "send" });

        var asked = await User.ReadAsync(await user.SubmitAsync($"/staff/{PrisonPom}/change", new Dictionary<string, string> { ["Step"] = "save", ["Input.Type"] = "Prison", ["Input.Tenths"] = "10", ["Input.Status"] = "Inactive" }));
        Assert.Equal("They still have cases", asked.QuerySelector("h1")!.TextContent);

        var at = $"/staff/{PrisonPom}/reallocate";
        var nothing = await User.ReadAsync(await user.SubmitAsync(at, new Dictionary<string, string> { ["Step"] = "check" }));
        Assert.Equal(["Select at least one case", "Choose a POM from the available list"], nothing.QuerySelectorAll(".govuk-error-summary a").Select(a => a.TextContent.Trim()));
        var chosen = new Dictionary<string, string> { ["Step"] = "check", ["Input.People"] = $"{person.Id}", ["Input.To"] = $"{ProbationPom}" };
        var check = await User.ReadAsync(await user.SubmitAsync(at, chosen));
        Assert.Equal("Check the cases", check.QuerySelector("h1")!.TextContent);
        var send = new Dictionary<string, string>(chosen) { ["Step"] = "send", ["Input.Cases[0].Person"] = $"{person.Id}", ["Input.Cases[0].Seen"] = "1" };
        Assert.Contains("Select at least one reason", (await User.ReadAsync(await user.SubmitAsync(at, send))).QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        send["Input.Cases[0].Reasons"] = "no_staff";
        var result = await User.ReadAsync(await user.SubmitAsync(at, send));
        Assert.Contains("1 case moved from Risonby, Pia to Ationby, Prob. Risonby, Pia has no case left.", result.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Co_worker_cover_administrator_and_victim_liaison_are_set_from_people_involved()
    {
        await using var app = await App.StartAsync();
        var person = await HeldAsync(app, "C1");
        var admin = new StaffId(A.IdSource.Next());
        var covering = new StaffId(A.IdSource.Next());
        await app.SaveAsync(new StaffMember { Id = admin, Name = "Cass Admiral", Role = Role.CaseAdmin, Place = new("LHI") }, Staff(covering, "Otto Prisk"), Profile(covering, PomType.Prison));
        var user = await app.SignInAsAsync(Role.Homd);
        var at = $"/people/{person.Address}";
        Assert.Contains("Allocate a POM before adding a co-working POM.", (await user.PageAsync($"{at}/people/co-worker")).Body!.TextContent, StringComparison.Ordinal);
        await user.SubmitAsync($"{at}/allocate-pom/{PrisonPom}", new Dictionary<string, string> { ["Step"] = "send" });

        (string Page, Dictionary<string, string> Fields)[] forms =
        [
            ("co-worker", new() { ["Step"] = "add", ["Input.CoWorker"] = $"{ProbationPom}" }),
            ("case-administrator", new() { ["Input.CaseAdmin"] = $"{admin}" }),
            ("victim-liaison", new() { ["Input.FirstName"] = "Ann", ["Input.LastName"] = "Quill", ["Input.Email"] = "a.quill@example.com" }),
        ];
        foreach (var (page, fields) in forms)
        {
            Assert.Equal((page, HttpStatusCode.SeeOther), (page, (await user.SubmitAsync($"{at}/people/{page}", fields)).StatusCode));
        }

        var noDay = await User.ReadAsync(await user.SubmitAsync($"{at}/people/cover", new Dictionary<string, string> { ["Input.Cover"] = $"{covering}" }));
        Assert.Contains("Enter the last day of cover", noDay.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        var involved = (await user.PageAsync($"{at}/people")).Body!.TextContent;
        Assert.Contains("Prison offender manager (co-working)", involved, StringComparison.Ordinal);
        Assert.Contains("Ann Quill", involved, StringComparison.Ordinal);
        Assert.Contains("Admiral, Cass", involved, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roles_that_do_not_allocate_are_refused()
    {
        await using var app = await App.StartAsync();
        var person = await HeldAsync(app, "C1");
        var (pom, elsewhere) = (await app.SignInAsAsync(Role.Pom), await app.SignInAsAsync(Role.Homd, "LEI"));

        foreach (var address in new[] { "/allocations", "/staff", "/staff/new", $"/staff/{PrisonPom}", $"/people/{person.Address}/allocate-pom", $"/people/{person.Address}/people/cover", $"/people/{person.Address}/allocate-com" })
        {
            Assert.Equal((address, HttpStatusCode.Forbidden), (address, (await pom.GetAsync(address)).StatusCode));
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await elsewhere.GetAsync($"/people/{person.Address}/allocate-pom")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/staff/{PrisonPom}")).StatusCode);
    }

    /// <summary>Somebody in scope who is held in LHI with two POMs; a tier was typed unless it is <see langword="null"/>.</summary>
    private static async Task<App.Seeded> HeldAsync(App app, string? tier)
    {
        var person = await app.PersonAsync();
        var (id, entry) = (person.Id, A.Entry with { At = new(2025, 12, 1, 9, 0, 0, TimeSpan.Zero) });
        await app.SaveAsync(
            Staff(PrisonPom, "Pia Risonby"), Staff(ProbationPom, "Prob Ationby"), Profile(PrisonPom, PomType.Prison), Profile(ProbationPom, PomType.Probation),
            new PersonDetails { Id = A.FactId, PersonId = id, ValidFrom = Since, DateOfBirth = new(1990, 3, 12), Sex = Coded.Of("M"), Recorded = entry },
            new PersonCase { Id = A.FactId, PersonId = id, OpenedBy = CaseOpening.Reception, ValidFrom = Since, Recorded = entry },
            new CustodyEpisode { Id = A.FactId, PersonId = id, Recorded = entry, ValidFrom = Since },
            new CellLocation { Id = A.FactId, PersonId = id, Recorded = entry, ValidFrom = Since, Prison = new("LHI") },
            new CustodyStatus { Id = A.FactId, PersonId = id, Status = "ACTIVE IN", LegalStatus = Coded.Of("ADIMP_ORA"), ValidFrom = Since, Recorded = entry },
            new SentenceRecord { Id = A.FactId, PersonId = id, Type = Coded.Of("ADIMP_ORA"), LegalStatus = Coded.Of("ADIMP_ORA"), Years = 6, ValidFrom = Since, Recorded = entry },
            new KeyDates { Id = A.FactId, PersonId = id, Crd = new(2029, 3, 27), Sled = new(2031, 5, 31), AsOf = Since, ValidFrom = Since, Recorded = entry },
            new Movement { Id = A.FactId, PersonId = id, Type = "ADM", Reason = "R-SENT", To = new("LHI"), HappenedAt = entry.At, ValidFrom = Since, Recorded = entry },
            new Standing { PersonId = id, Prison = new("LHI"), ArrivedOn = Since, IsInScope = true, Responsibility = Responsibility.CustodyOnly, Tier = tier, Rosh = RoshLevel.Medium, Missing = tier is null ? "tier" : null, ChangedAt = entry.At });
        if (tier is not null)
        {
            await app.SaveAsync(new CaseInformation { Id = A.FactId, PersonId = id, Tier = tier, Rosh = RoshLevel.Medium, Resourcing = Resourcing.Standard, ValidFrom = Since, Recorded = entry });
        }

        return person;
    }

    private static StaffMember Staff(StaffId id, string name) => new() { Id = id, Name = name, Role = Role.Pom, Place = new("LHI"), UserName = name.Replace(' ', '.').ToLowerInvariant() };

    private static PomProfile Profile(StaffId staff, PomType type) => new() { Staff = staff, Place = new("LHI"), Type = type, RecordedAt = A.Monday, RecordedBy = StaffId.System };

    private static string Link(IParentNode page, string text) => page.QuerySelectorAll("main a").OfType<IHtmlAnchorElement>()
        .First(a => string.Join(' ', a.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) == text).GetAttribute("href")!;
}
