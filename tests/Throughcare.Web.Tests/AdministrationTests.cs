using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Throughcare.Application.Access.Administration;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests;

public sealed class AdministrationTests
{
    private const string Why = "Agreed with the head of the service in June";

    [Fact]
    public async Task An_account_is_locked_with_a_reason_unlocked_and_given_roles_with_days()
    {
        await using var app = await App.StartAsync();
        var (admin, user) = (await app.SignInAsAsync(Role.Admin, "NAT"), await app.SignInAsAsync(Role.Pom));
        var address = $"/admin/accounts/{user.Actor.StaffId}";

        var unsaid = await User.ReadAsync(await admin.SubmitAsync(address + "/close?what=lock", new Dictionary<string, string> { ["Input.Reason"] = "short" }));
        Assert.Contains("Reason must be 20 characters or more", unsaid.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("short", ((IHtmlTextAreaElement)unsaid.QuerySelector("textarea")!).Value.Trim());
        await admin.SubmitAsync(address + "/close?what=lock", new Dictionary<string, string> { ["Input.Reason"] = Why });
        Assert.Equal(HttpStatusCode.Redirect, (await user.GetAsync("/stay")).StatusCode);

        var wrong = await User.ReadAsync(await admin.SubmitAsync(address + "/role", new Dictionary<string, string> { ["Input.Role"] = "HOMD", ["Input.Place"] = "zzq", ["Input.From"] = "soon" }));
        Assert.NotEmpty(wrong.QuerySelectorAll(".govuk-error-summary li"));
        Assert.Equal("zzq", ((IHtmlInputElement)wrong.QuerySelector("[name='Input.Place']")!).Value);
        Assert.Equal("soon", ((IHtmlInputElement)wrong.QuerySelector("[name='Input.From']")!).Value);
        var added = await admin.SubmitAsync(address + "/role", new Dictionary<string, string> { ["Input.Role"] = "HOMD", ["Input.Place"] = "lhi", ["Input.From"] = "12/1/2026" });
        Assert.Equal(address, added.Headers.Location?.ToString());

        var page = await admin.PageAsync(address);
        Assert.Contains("from 12 January 2026", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(Why, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await admin.SubmitAsync(address, new Dictionary<string, string> { ["What"] = "Unlock" });
        Assert.Contains("Unlocked", (await admin.PageAsync(address)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No account fits", (await admin.PageAsync("/admin/accounts?q=nobody-at-all")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_administrator_cannot_be_ended_and_nobody_is_offered_their_own_roles()
    {
        await using var app = await App.StartAsync(settings: new Dictionary<string, string> { ["Data:Fictional"] = "false" });
        var (admin, other) = (await app.SignInAsAsync(Role.Admin, "NAT"), await app.SignInAsAsync(Role.Admin, "NAT"));
        await admin.SubmitAsync($"/admin/accounts/{other.Actor.StaffId}/close?what=lock", new Dictionary<string, string> { ["Input.Reason"] = Why });

        var own = await admin.PageAsync($"/admin/accounts/{admin.Actor.StaffId}");
        var tried = await User.ReadAsync(await admin.SubmitAsync($"/admin/accounts/{admin.Actor.StaffId}/close?what=end", new Dictionary<string, string> { ["Input.Reason"] = Why }));

        Assert.Contains("Another administrator changes your roles", own.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(own.QuerySelector("main a[href*='/close']"));
        Assert.Contains("You cannot change your own account", tried.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite, "establishment-type")]
    [InlineData(DatabaseKind.Postgres, "incentive-level")]
    public async Task A_table_is_downloaded_changed_checked_compared_and_loaded(DatabaseKind kind, string name)
    {
        await using var app = await App.StartAsync(kind);
        var admin = await app.SignInAsAsync(Role.Admin, "NAT");
        var table = ReferenceTables.Find(name)!;
        var download = await admin.GetAsync($"/admin/tables/{name}/file");
        var bytes = await download.Content.ReadAsByteArrayAsync();
        Assert.Equal("text/csv", download.Content.Headers.ContentType?.MediaType);
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        var text = Encoding.UTF8.GetString(bytes)[1..];

        var wrong = await CheckAsync(admin, name, text + "ZZ1,,true,here\r\nZZ2,Two,perhaps,here\r\n");
        Assert.Contains("2 things in the file must be put right", wrong.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, wrong.QuerySelectorAll("table[class=govuk-table] tbody tr").Length);

        var check = await CheckAsync(admin, name, text + "ZZ1,Something new,true,here\r\n");
        Assert.Equal("Check what changes", check.QuerySelector("h1")!.TextContent);
        Assert.Contains("Added: 1", check.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Changed: 0", check.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var fields = check.QuerySelectorAll("main form[method=post] input").OfType<IHtmlInputElement>().Where(i => i.Name is { Length: > 0 }).ToDictionary(i => i.Name!, i => i.Value);
        fields["What"] = "load";

        fields["Input.Reason"] = "short";
        var unsaid = await User.ReadAsync(await admin.Client.PostAsync($"/admin/tables/{name}/new-version", new FormUrlEncodedContent(fields)));
        Assert.Contains("Reason must be 20 characters or more", unsaid.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        fields["Input.Reason"] = Why;
        var loaded = await admin.Client.PostAsync($"/admin/tables/{name}/new-version", new FormUrlEncodedContent(fields));

        Assert.Equal($"/admin/tables/{name}", loaded.Headers.Location?.ToString());
        Assert.Equal("Something new", (table.Name is "establishment-type" ? CodeLists.EstablishmentType : CodeLists.IncentiveLevel).Find("ZZ1")!.Description);
        var page = await admin.PageAsync($"/admin/tables/{name}?q=ZZ1");
        Assert.Contains("Something new", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 added, 0 changed, 0 ended", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Something new", (await admin.PageAsync($"/admin/tables/{name}?q=ZZ1&asAt=4/1/2026")).QuerySelector("main table")?.TextContent ?? "", StringComparison.Ordinal);
        Assert.Contains("Version 1", (await admin.PageAsync("/admin/tables")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_rules_are_tied_to_is_shown_and_not_changed()
    {
        await using var app = await App.StartAsync();
        var admin = await app.SignInAsAsync(Role.Admin, "NAT");

        var page = await admin.PageAsync("/admin/tables/permissions");

        Assert.Contains("changes with a release", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("a[href$='new-version']"));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/admin/tables/permissions/new-version")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/admin/tables/no-such")).StatusCode);
    }

    [Fact]
    public async Task A_place_is_added_renamed_and_closed_from_days_of_their_own()
    {
        await using var app = await App.StartAsync();
        var admin = await app.SignInAsAsync(Role.Admin, "NAT");
        var wrong = await User.ReadAsync(await admin.SubmitAsync("/admin/places/new", new Dictionary<string, string> { ["Input.Code"] = "n59p77", ["Input.Name"] = "Nowhere", ["Input.Kind"] = "Pdu", ["Input.Region"] = "N50", ["Input.From"] = "5/1/2026", ["Input.Reason"] = Why }));
        Assert.Contains("Select the region that the code begins with", wrong.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("n59p77", ((IHtmlInputElement)wrong.QuerySelector("[name='Input.Code']")!).Value);

        var added = await admin.SubmitAsync("/admin/places/new", new Dictionary<string, string> { ["Input.Code"] = "n50p77", ["Input.Name"] = "Nowhere", ["Input.Kind"] = "Pdu", ["Input.Region"] = "N50", ["Input.From"] = "5/1/2026", ["Input.Reason"] = Why });
        Assert.Equal("/admin/places/N50P77", added.Headers.Location?.ToString());
        Assert.Equal("Nowhere", Places.Name(new("N50P77")));
        await admin.SubmitAsync("/admin/places/N50P77/change", new Dictionary<string, string> { ["Input.Name"] = "Nowhere at all", ["Input.State"] = "closed", ["Input.From"] = "1/6/2026", ["Input.Reason"] = Why });

        var page = await admin.PageAsync("/admin/places/N50P77");
        Assert.Contains("From 1 June 2026: Nowhere at all, closed", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Added from 5 January 2026: Nowhere", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.True(ProbationPlaces.Find("N50P77")!.IsActive);
        app.Clock.SetUtcNow(new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero));
        await app.Services.GetRequiredService<TablesInUse>().RefreshAsync(default);
        Assert.Equal(("Nowhere at all", false), (ProbationPlaces.Find("N50P77")!.Description, ProbationPlaces.Find("N50P77")!.IsActive));
        Assert.Equal("Bolton", Places.Name(new("N50P01")));
    }

    [Fact]
    public async Task A_team_is_put_into_a_delivery_unit()
    {
        await using var app = await App.StartAsync();
        var admin = await app.SignInAsAsync(Role.Admin, "NAT");
        var person = await app.PersonAsync();
        await app.SaveAsync(
            new DataQualityItem { Id = A.FactId, PersonId = person.Id, ValidFrom = new(2026, 1, 1), Recorded = A.Entry, Kind = DataQualityKind.TeamNotMapped, Field = "Team", There = "N52ZZQ The new team", Owner = new("N52") },
            new SourceRow { Source = ImportSource.Ndelius, Key = "X123456", PersonId = person.Id, Hash = [.. Enumerable.Repeat((byte)7, 32)], LastSeenOn = new(2026, 1, 4) });

        Assert.Contains("The new team", (await admin.PageAsync("/admin/places/teams")).QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        var unsaid = await User.ReadAsync(await admin.SubmitAsync("/admin/places/teams/N52ZZQ", new Dictionary<string, string> { ["Input.Pdu"] = "N52P01" }));
        Assert.Contains("Enter a reason", unsaid.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        await admin.SubmitAsync("/admin/places/teams/N52ZZQ", new Dictionary<string, string> { ["Input.Pdu"] = "N52P01", ["Input.Reason"] = Why });

        Assert.Equal("N52P01", Places.PduOfTeam("N52ZZQ", "N52")!.Code);
        Assert.Contains("puts 1 person right", (await admin.PageAsync("/admin/places/teams")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("N52ZZQ", (await admin.PageAsync("/admin/places/N52P01")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await using var db = app.Database.Open();
        Assert.All(db.SourceRows.Single().Hash, b => Assert.Equal(0, b));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_job_is_run_by_hand_and_what_it_did_is_written_down_also_while_it_pauses(DatabaseKind kind)
    {
        await using var app = await App.StartAsync(kind);
        var admin = await app.SignInAsAsync(Role.Admin, "NAT");
        var scheduler = await app.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        await scheduler.Start();
        await admin.SubmitAsync("/admin/jobs/purge", new Dictionary<string, string> { ["What"] = "pause", ["Input.Reason"] = Why });
        Assert.Contains("Paused", (await admin.PageAsync("/admin/jobs")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await admin.SubmitAsync("/admin/jobs/purge", new Dictionary<string, string> { ["What"] = "run" });
        var page = await UntilAsync(() => admin.PageAsync("/admin/jobs/purge"), p => p.QuerySelector("main")!.TextContent.Contains("Deleted 0", StringComparison.Ordinal));
        await scheduler.TriggerJob(new JobKey("purge"));   // as the schedule does: not by hand
        await scheduler.TriggerJob(new JobKey("ppo"));
        await UntilAsync(() => admin.PageAsync("/admin/jobs/ppo"), p => p.QuerySelector("main")!.TextContent.Contains("Found somebody for 0", StringComparison.Ordinal));
        await scheduler.Shutdown(waitForJobsToComplete: true);

        Assert.Contains("Run by hand", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Showing 1 run", (await admin.PageAsync("/admin/jobs/purge")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await admin.SubmitAsync("/admin/jobs/purge", new Dictionary<string, string> { ["What"] = "resume" });
        Assert.DoesNotContain("Paused", (await admin.PageAsync("/admin/jobs")).QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/admin/jobs/no-such")).StatusCode);
    }

    [Fact]
    public async Task Only_administrators_administer()
    {
        await using var app = await App.StartAsync();
        var (homd, officer) = (await app.SignInAsAsync(Role.Homd), await app.SignInAsAsync(Role.RecordsOfficer, "NAT"));

        foreach (var address in new[] { "/admin/accounts", "/admin/places", "/admin/places/new", "/admin/places/teams", "/admin/tables", "/admin/tables/religion", "/admin/tables/religion/file", "/admin/jobs", "/admin/jobs/purge" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await homd.GetAsync(address)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await officer.GetAsync(address)).StatusCode);
        }
    }

    private static async Task<IHtmlDocument> CheckAsync(User admin, string name, string text)
    {
        var page = await admin.PageAsync($"/admin/tables/{name}/new-version");
        using MultipartFormDataContent form = new();
        foreach (var input in page.QuerySelectorAll("main form[method=post] input[type=hidden]").OfType<IHtmlInputElement>())
        {
            form.Add(new StringContent(input.Value), input.Name!);
        }

        form.Add(new StringContent("check"), "What");
        form.Add(new StringContent("5/1/2026"), "Input.From");
        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        form.Add(file, "Input.File", $"{name}.csv");
        return await User.ReadAsync(await admin.Client.PostAsync($"/admin/tables/{name}/new-version", form));
    }

    private static async Task<IHtmlDocument> UntilAsync(Func<Task<IHtmlDocument>> look, Func<IHtmlDocument, bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            var page = await look();
            if (isSo(page))
            {
                return page;
            }

            await Task.Delay(50, patience.Token);
        }
    }
}
