using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests.Record;

public sealed class HomePageTests
{
    public static TheoryData<Role> Everybody => [.. Enum.GetValues<Role>().Where(role => role is not Role.System)];

    [Theory]
    [MemberData(nameof(Everybody))]
    public async Task Every_role_has_a_home_whose_links_all_lead_somewhere(Role role)
    {
        await using var app = await App.StartAsync();
        var user = await app.SignInAsAsync(role);

        var page = await user.PageAsync(role is Role.Prisoner ? "/me" : "/");

        Assert.Equal("Home – Throughcare", page.Title);
        foreach (var href in page.QuerySelectorAll("a[href^='/']").Select(a => a.GetAttribute("href")!).Distinct())
        {
            var response = await user.GetAsync(href);
            Assert.True((int)response.StatusCode < 400, $"{href} answers {(int)response.StatusCode}");
        }
    }

    [Fact]
    public async Task A_record_that_was_opened_is_listed_as_recently_viewed_for_as_long_as_it_may_be_seen()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync(last: "Quillon", first: "Bram");
        var user = await app.SignInAsAsync(Role.KeyWorker);
        var before = await user.PageAsync("/");
        await user.GetAsync($"/people/{person.Address}");

        var after = await user.PageAsync("/");
        await app.RestrictAsync(person.Id);
        var restricted = await user.PageAsync("/");

        Assert.Contains("You have not opened a record yet.", before.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(after.QuerySelector($"main a[href='/people/{person.Address}']"));
        Assert.DoesNotContain("Quillon", restricted.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Role.Pom, "My cases")]
    [InlineData(Role.Com, "My cases")]
    [InlineData(Role.KeyWorker, "My people")]
    public async Task Somebody_s_own_people_are_on_their_first_page_and_on_a_page_of_their_own(Role role, string heading)
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync(last: "Quillon", first: "Bram");
        var user = await app.SignInAsAsync(role);
        var empty = await user.PageAsync("/cases");
        await app.SaveAsync(new ManagerAssignment { Id = A.FactId, PersonId = person.Id, Role = role, StaffId = user.Actor.StaffId, Name = "Marsh, J", Place = new("LHI"), ValidFrom = new(2026, 1, 2), Recorded = A.Entry });

        var (home, cases) = (await user.PageAsync("/"), await user.PageAsync("/cases?tab=new"));

        Assert.Equal(heading, empty.QuerySelector("h1")!.TextContent);
        Assert.Contains("here when you are recorded as their", empty.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(home.QuerySelector($"main a[href='/people/{person.Address}']"));
        Assert.Equal("1", home.QuerySelector(".tc-count-card a[href='/cases'] .tc-count-card__count")!.TextContent);
        Assert.NotNull(cases.QuerySelector($"main th a[href='/people/{person.Address}']"));
        Assert.Contains("All (1)", cases.QuerySelector("main nav")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await user.PageAsync("/")).QuerySelector(".govuk-service-navigation a[href='/cases']"));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task My_cases_are_downloaded_whole_with_the_tab_and_the_order_of_the_list_and_everybody_in_the_file_is_a_look(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var user = await app.SignInAsAsync(Role.Pom);
        for (var i = 0; i < 130; i++)
        {
            var number = await app.PersonAsync(last: i == 7 ? "=HYPERLINK(1)" : $"Quillon{i:000}", first: "Bram");
            await app.SaveAsync(new ManagerAssignment
            {
                Id = A.FactId,
                PersonId = number.Id,
                Role = Role.Pom,
                StaffId = user.Actor.StaffId,
                Name = "Marsh, J",
                Place = new("LHI"),
                ValidFrom = i < 3 ? new(2026, 1, 2) : new(2025, 6, 2),
                Recorded = A.Entry,
            });
        }

        var link = (await user.PageAsync("/cases?sort=-name")).QuerySelector("a[download]")!;
        var all = await LinesAsync(await user.GetAsync(link.GetAttribute("href")!));
        var recent = await LinesAsync(await user.GetAsync("/cases/file?tab=new&sort=name"));

        Assert.Equal("Download all 130 as a CSV file", link.TextContent);
        Assert.Equal("name,number,role,where,risk_of_serious_harm,tier,earliest_release,earliest_release_on,next_date,next_date_on,next_due_on,last_contact_on,alerts,allocated_on", all[0]);
        Assert.Equal(130, all.Count - 1);
        Assert.StartsWith("\"Quillon129, Bram\",A", all[1], StringComparison.Ordinal);
        Assert.StartsWith("\"'=HYPERLINK(1), Bram\",A", all[^1], StringComparison.Ordinal);
        Assert.Equal(["Quillon000", "Quillon001", "Quillon002"], recent.Skip(1).Select(line => line[1..11]));
        Assert.All(recent.Skip(1), line => Assert.EndsWith(",2026-01-02", line, StringComparison.Ordinal));
        var looks = (await app.LooksAsync()).Where(look => look.What == "/cases/file").ToList();
        Assert.Equal((2, 133), (looks.Count(look => look.PersonId is null), looks.Count(look => look.PersonId is not null)));
        Assert.Contains("You have not opened a record yet.", (await user.PageAsync("/")).Body!.TextContent, StringComparison.Ordinal);

        static async Task<List<string>> LinesAsync(HttpResponseMessage answer)
        {
            Assert.Equal(("text/csv", "attachment"), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentDisposition!.DispositionType));
            var bytes = await answer.Content.ReadAsByteArrayAsync();
            Assert.Equal(System.Text.Encoding.UTF8.GetPreamble(), bytes[..3]);
            return [.. System.Text.Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries)];
        }
    }

    [Fact]
    public async Task A_first_page_counts_what_waits_for_the_role_alone()
    {
        await using var app = await App.StartAsync();
        async Task<string> CardsAsync(Role role, string place = "LHI") => string.Join(" ", (await (await app.SignInAsAsync(role, place)).PageAsync("/")).QuerySelectorAll(".tc-count-card a").Select(a => a.GetAttribute("href")));

        Assert.Equal("/allocations?tab=unallocated /allocations?tab=missing /handovers?tab=com-overdue /tasks?group=overdue /tasks?group=week /deferrals /arrivals /releases?within=14d /matches /matches?kind=Ppo /merges /data-quality?place=mine /access-requests", await CardsAsync(Role.Homd));
        Assert.Equal("/tasks?group=overdue /tasks?group=week /case-duties /arrivals /releases?within=14d /matches /matches?kind=Ppo /data-quality?place=mine /imports", await CardsAsync(Role.CaseAdmin));
        Assert.Equal("/cases /cases?tab=new /cases?tab=handovers /cases?tab=parole /cases?tab=no-contact /tasks?group=overdue /tasks?group=week /deferrals /arrivals /releases?within=14d", await CardsAsync(Role.Pom));
        Assert.Equal("/cases /cases?tab=new /cases?tab=handovers /cases?tab=parole /cases?tab=no-contact /tasks?group=overdue /tasks?group=week", await CardsAsync(Role.Com, "N55P07"));
        Assert.Equal("/matches /matches?kind=Ppo /data-quality?place=mine /imports /admin/jobs", await CardsAsync(Role.Admin, "NAT"));
        Assert.Equal("", await CardsAsync(Role.Analyst, "NAT"));
    }

    [Fact]
    public async Task A_file_that_failed_is_counted_for_a_week_and_the_count_leads_to_it()
    {
        await using var app = await App.StartAsync();
        var admin = await app.SignInAsAsync(Role.Admin, "NAT");
        await app.SaveAsync(new ImportRun
        {
            Id = A.FactId,
            Source = ImportSource.Offloc,
            FileName = "broken.dat",
            Sha256 = new string('0', 64),
            Mode = ImportMode.Full,
            By = admin.Actor.StaffId,
            Role = Role.Admin,
            Place = new("NAT"),
            StartedAt = app.Clock.GetUtcNow(),
            Status = ImportStatus.Failed,
        });

        var home = await admin.PageAsync("/");
        var list = await admin.PageAsync("/imports?state=failed");
        app.Clock.Advance(TimeSpan.FromDays(8));
        var later = await (await app.SignInAsAsync(Role.Admin, "NAT")).PageAsync("/imports?state=failed");

        Assert.Equal("1", home.QuerySelector("a[href='/imports?state=failed'] .tc-count-card__count")!.TextContent);
        Assert.Contains("broken.dat", list.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No file failed", later.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }
}
