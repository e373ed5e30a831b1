using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests.Record.SubjectAccess;

/// <summary>A request for a record, from receipt to sending, through the pages.</summary>
public abstract class SubjectAccessPageTests(DatabaseKind kind)
{
    [Fact]
    public async Task Records_officers_alone_see_requests_and_an_empty_list_says_what_to_do()
    {
        await using var app = await App.StartAsync(kind);
        var officer = await app.SignInAsAsync(Role.RecordsOfficer, "NAT");

        Assert.Contains("No request is waiting", (await officer.PageAsync("/subject-access")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No request has been answered yet", (await officer.PageAsync("/subject-access?state=closed")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignInAsAsync(Role.HeadOmu)).GetAsync("/subject-access")).StatusCode);
    }

    [Fact]
    public async Task What_is_missing_is_said_in_the_summary_and_by_the_field()
    {
        await using var app = await App.StartAsync(kind);
        var officer = await app.SignInAsAsync(Role.RecordsOfficer, "NAT");

        var page = await User.ReadAsync(await officer.SubmitAsync("/subject-access/new", new Dictionary<string, string>
        {
            ["Input.Number"] = "Z9999ZZ",
            ["Input.ReceivedOn"] = "6/1/2026",
            ["Input.ReceivedBy"] = "",
        }));

        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Equal(["No record has this number. Check it, for example A1234BC or X123456", "Enter how the request came"], Errors(page));
        Assert.NotNull(page.QuerySelector("#Input\\.Number-error, [id='Input.Number-error']"));
    }

    [Fact]
    public async Task A_request_is_received_read_approved_by_two_downloaded_and_sent()
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync(number: "A7001BC");
        await app.SaveAsync(
            Contact(person.Id, "TC02", "We went through the plan for the month"), Contact(person.Id, "TC02", "Rang Mrs Oakes about the visit"),
            Contact(person.Id, "TC34", "victim secret") with { Sensitivity = Sensitivity.Victim },
            new PersonRelationship { Id = A.FactId, PersonId = person.Id, Name = "Tansy Oakes", IsNextOfKin = true, ValidFrom = new(2025, 1, 1), Recorded = A.Entry });
        app.Clock.Advance(TimeSpan.FromHours(1));
        var (one, other) = (await app.SignInAsAsync(Role.RecordsOfficer, "NAT"), await app.SignInAsAsync(Role.RecordsOfficer, "NAT"));

        var received = await one.SubmitAsync("/subject-access/new", new Dictionary<string, string> { ["Input.Number"] = "a7001bc", ["Input.ReceivedOn"] = "5/1/2026", ["Input.ReceivedBy"] = "Letter" });
        var at = received.Headers.Location!.ToString();
        Assert.Equal(HttpStatusCode.SeeOther, received.StatusCode);
        Assert.Contains("Zabrake, Ada", (await one.PageAsync("/subject-access")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("5 February 2026", (await one.PageAsync(at)).Body!.TextContent, StringComparison.Ordinal);

        Assert.Equal(["Enter how the person’s identity was checked"], Errors(await User.ReadAsync(await StepAsync(one, at, "CheckIdentity"))));
        Assert.Equal(HttpStatusCode.SeeOther, (await StepAsync(one, at, "CheckIdentity", "Photograph and number")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await StepAsync(one, at, "Collect")).StatusCode);
        var queue = await one.PageAsync($"{at}/queue");
        Assert.Equal(2, queue.QuerySelectorAll("main tbody tr").Length);
        Assert.DoesNotContain("victim secret", queue.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Victim contact", (await one.PageAsync($"{at}/queue?show=rule")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["2 entries wait to be read. Decide about every one before the review"], ErrorWords(await User.ReadAsync(await StepAsync(one, at, "SendToReview"))));

        var flagged = queue.QuerySelector("main tbody th a")!.GetAttribute("href")!;
        Assert.Equal(["Select what is given"], Errors(await User.ReadAsync(await one.SubmitAsync(flagged, new Dictionary<string, string>()))));
        Assert.Equal(
            ["“Mrs Nobody” is not in the text. Copy the words as they stand there"],
            Errors(await User.ReadAsync(await DecideAsync(one, flagged, "Redacted", "Mrs Nobody"))));
        Assert.Equal(HttpStatusCode.SeeOther, (await DecideAsync(one, flagged, "Redacted", "Mrs Oakes")).StatusCode);
        Assert.Equal(["Confirm that you have read these texts"], Errors(await User.ReadAsync(await one.SubmitAsync($"{at}/queue", new Dictionary<string, string>()))));
        Assert.Equal(HttpStatusCode.SeeOther, (await one.SubmitAsync($"{at}/queue", new Dictionary<string, string> { ["HasRead"] = "true" })).StatusCode);
        var preview = await one.PageAsync($"{at}/preview?section=contacts");
        Assert.Contains("Rang [withheld] about the visit", preview.Body!.TextContent, StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.NotFound, (await one.GetAsync($"{at}?handler=html")).StatusCode);
        await StepAsync(one, at, "SendToReview");
        await StepAsync(one, at, "Approve");
        Assert.Contains("Another records officer has to approve it too", (await one.PageAsync(at)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await one.GetAsync($"{at}?handler=json")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await StepAsync(other, at, "Approve")).StatusCode);

        var html = await other.GetAsync($"{at}?handler=html");
        var page = await User.ReadAsync(html);
        Assert.Equal(("attachment; filename=subject-access-A7001BC.html", "text/html", "no-store"), (html.Content.Headers.ContentDisposition!.ToString(), html.Content.Headers.ContentType!.MediaType, html.Headers.CacheControl!.ToString()));
        Assert.Equal("What we hold about you", Assert.Single(page.QuerySelectorAll("h1")).TextContent);
        Assert.Equal("en-GB", page.DocumentElement.GetAttribute("lang"));
        Assert.Empty(page.QuerySelectorAll("script, link, img[src^=http]"));
        Assert.All(page.QuerySelectorAll("nav a"), link => Assert.NotNull(page.QuerySelector(link.GetAttribute("href")!)));
        Assert.Contains("Some information is withheld. It is about somebody else", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Oakes", page.Body.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("victim", page.QuerySelector("main")!.TextContent, StringComparison.OrdinalIgnoreCase);
        using var json = JsonDocument.Parse(await (await other.GetAsync($"{at}?handler=json")).Content.ReadAsStringAsync());
        Assert.Equal(("throughcare-subject-access", 1), (json.RootElement.GetProperty("format").GetString(), json.RootElement.GetProperty("version").GetInt32()));

        await StepAsync(other, at, "MarkSent", "Printed and handed over");
        Assert.Contains("Zabrake, Ada", (await one.PageAsync("/subject-access?state=closed")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Printed and handed over", (await one.PageAsync(at)).Body!.TextContent, StringComparison.Ordinal);
        var looks = (await app.LooksAsync()).Where(l => l.PersonId == person.Id).Select(l => l.What).ToHashSet();
        Assert.Superset(new HashSet<string> { "subject access export HTML", "subject access export JSON", "/people/{person}/subject-access/{id:guid}" }, looks);
    }

    [Fact]
    public async Task A_request_is_extended_or_refused_with_a_reason_and_the_second_of_two_is_told()
    {
        await using var app = await App.StartAsync(kind);
        await app.PersonAsync(number: "A7002BC");
        var officer = await app.SignInAsAsync(Role.RecordsOfficer, "NAT");
        var at = (await officer.SubmitAsync("/subject-access/new", new Dictionary<string, string> { ["Input.Number"] = "A7002BC", ["Input.ReceivedOn"] = "5/1/2026", ["Input.ReceivedBy"] = "Letter" })).Headers.Location!.ToString();
        const string why = "The record is long and held in three places";

        Assert.Equal(["Enter a reason"], Errors(await User.ReadAsync(await officer.SubmitAsync(at, new Dictionary<string, string> { ["Input.Step"] = "Extend" }))));
        Assert.Equal(HttpStatusCode.SeeOther, (await officer.SubmitAsync(at, new Dictionary<string, string> { ["Input.Step"] = "Extend", ["Input.Reason"] = why })).StatusCode);
        Assert.Contains("5 April 2026", (await officer.PageAsync(at)).Body!.TextContent, StringComparison.Ordinal);
        var stale = await User.ReadAsync(await officer.SubmitAsync(at, new Dictionary<string, string> { ["Input.Step"] = "Refuse", ["Input.Reason"] = why, ["MadeFrom"] = "1" }));
        Assert.Contains("Somebody else has taken this request on", stale.Body!.TextContent, StringComparison.Ordinal);
        await officer.SubmitAsync(at, new Dictionary<string, string> { ["Input.Step"] = "Refuse", ["Input.Reason"] = why });
        Assert.Contains("Refused", (await officer.PageAsync("/subject-access?state=closed")).Body!.TextContent, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> StepAsync(User user, string at, string step, string note = "") =>
        user.SubmitAsync(at, new Dictionary<string, string> { ["Input.Step"] = step, ["Input.Note"] = note });

    private static Task<HttpResponseMessage> DecideAsync(User user, string at, string decision, string passages) => user.SubmitAsync(at, new Dictionary<string, string>
    {
        ["Input.Decision"] = decision,
        ["Input.Passages"] = passages,
        ["Input.Rule"] = "ThirdParty",
        ["Input.Reason"] = "It names her mother",
    });

    private static List<string> Errors(IDocument page) => [.. page.QuerySelectorAll(".govuk-error-summary__list a").Select(a => a.TextContent)];

    private static List<string> ErrorWords(IDocument page) => [.. page.QuerySelectorAll(".govuk-error-summary__list li").Select(a => a.TextContent.Trim())];

    private static Contact Contact(PersonId person, string type, string text) => new()
    {
        Id = A.FactId,
        PersonId = person,
        Type = type,
        HappenedAt = A.Monday,
        Mode = ContactMode.FaceToFace,
        Text = text,
        Sensitivity = Sensitivity.Standard,
        Sharing = Sharing.Yes,
        AuthorId = A.Entry.By,
        AuthorRole = Role.KeyWorker,
        FirstRecordedAt = A.Monday,
        ValidFrom = new(2026, 1, 5),
        Recorded = A.Entry,
    };
}

public sealed class SqliteSubjectAccessPageTests() : SubjectAccessPageTests(DatabaseKind.Sqlite);

public sealed class PostgresSubjectAccessPageTests() : SubjectAccessPageTests(DatabaseKind.Postgres);
