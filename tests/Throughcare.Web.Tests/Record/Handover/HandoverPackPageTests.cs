using System.Net;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests.Record.Handover;

/// <summary>Handover packs, made, offered, read by level and acknowledged, through the pages.</summary>
public abstract class HandoverPackPageTests(DatabaseKind kind)
{
    [Fact]
    public async Task With_no_packs_the_lists_say_where_they_come_from()
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync();
        var user = await app.SignInAsAsync(Role.CaseAdmin);

        Assert.Contains("No packs for", (await user.PageAsync("/handover-packs")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No packs sent by", (await user.PageAsync("/handover-packs?way=sent")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No packs. One is made", (await user.PageAsync($"/people/{person.Address}/handover-packs")).Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await user.PageAsync($"/people/{person.Address}")).QuerySelector($"a[href='/people/{person.Address}/handover-packs']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignInAsAsync(Role.Education)).GetAsync("/handover-packs")).StatusCode);
    }

    [Fact]
    public async Task What_is_missing_is_said_in_the_summary_and_by_the_field()
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync();
        var user = await app.SignInAsAsync(Role.CaseAdmin);

        var page = await User.ReadAsync(await user.SubmitAsync($"/people/{person.Address}/handover-packs/new", new Dictionary<string, string> { ["Input.Message"] = new('x', 2001) }));

        Assert.StartsWith("Error: ", page.Title, StringComparison.Ordinal);
        Assert.Equal(
            ["Enter the reason for the move", "Select whether the move fits the plan", "Message must be 2,000 characters or fewer"],
            page.QuerySelectorAll(".govuk-error-summary__list a").Select(a => a.TextContent));
        Assert.NotNull(page.QuerySelector("[id='Input.Reason-error']"));
    }

    [Fact]
    public async Task A_pack_made_by_hand_is_offered_read_by_level_and_acknowledged_by_the_receiver_alone()
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync();
        await app.SaveAsync(
            Contact(person.Id, "TC02", "plain words of the key worker"), Contact(person.Id, "TC30", "restricted words") with { Sensitivity = Sensitivity.Restricted },
            new PersonReach { PersonId = person.Id, Holder = "P:LEI", Kind = ReachKind.ReceivingUnit, From = new(2026, 1, 1) });
        var sender = await app.SignInAsAsync(Role.CaseAdmin);
        var (receiver, manager) = (await app.SignInAsAsync(Role.CaseAdmin, "LEI"), await app.SignInAsAsync(Role.Homd, "LEI"));

        var made = await sender.SubmitAsync($"/people/{person.Address}/handover-packs/new", new Dictionary<string, string>
        {
            ["Input.To"] = "LEI",
            ["Input.Reason"] = "A place on a programme",
            ["Input.IsConsistentWithPlan"] = "true",
            ["Input.Message"] = "Likes to be told a day before",
        });
        var at = made.Headers.Location!.ToString();
        Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        Assert.Equal(at, (await receiver.PageAsync("/handover-packs")).QuerySelector("main tbody th a")!.GetAttribute("href"));
        Assert.Equal(at, (await sender.PageAsync("/handover-packs?way=sent&show=waiting")).QuerySelector("main tbody th a")!.GetAttribute("href"));

        var plain = await receiver.PageAsync(at);
        var whole = await manager.PageAsync(at);
        Assert.Equal(2, plain.QuerySelectorAll(".tc-marking").Length);
        Assert.All(plain.QuerySelectorAll(".tc-marking"), mark => Assert.Equal("OFFICIAL-SENSITIVE", mark.TextContent));
        Assert.Contains("plain words", plain.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("restricted words", plain.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("only for those who read restricted", plain.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("restricted words", whole.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Likes to be told a day before", plain.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains("Not held in Throughcare: Due items; minutes of the last planning board", plain.Body.TextContent, StringComparison.Ordinal);
        Assert.Contains(plain.QuerySelectorAll("main li"), li => li.TextContent == "Photograph");

        Assert.DoesNotContain("Acknowledge the pack", (await sender.PageAsync(at)).Body!.TextContent, StringComparison.Ordinal);
        var answered = await receiver.SubmitAsync(at, new Dictionary<string, string> { ["Action"] = "acknowledge", ["Input.Gaps"] = "No photograph" });
        Assert.Equal(HttpStatusCode.SeeOther, answered.StatusCode);
        Assert.Contains("No photograph", (await sender.PageAsync(at)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Gaps reported", (await sender.PageAsync("/handover-packs?way=sent")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Hand-over pack acknowledged by receiving team", (await receiver.PageAsync($"/people/{person.Address}/timeline")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains((await app.LooksAsync()).Where(l => l.PersonId == person.Id), look => look.What == "/people/{person}/handover-pack/{id:guid}");
    }

    [Fact]
    public async Task A_pack_of_somebody_else_is_not_found_and_one_out_of_reach_is_refused()
    {
        await using var app = await App.StartAsync(kind);
        var (person, other) = (await app.PersonAsync(), await app.PersonAsync(last: "Quillon"));
        var sender = await app.SignInAsAsync(Role.CaseAdmin);
        var at = (await sender.SubmitAsync($"/people/{person.Address}/handover-packs/new", new Dictionary<string, string>
        {
            ["Input.Reason"] = "A place on a programme",
            ["Input.IsConsistentWithPlan"] = "false",
        })).Headers.Location!.ToString();

        Assert.Equal(HttpStatusCode.NotFound, (await sender.GetAsync(at.Replace(person.Address, other.Address, StringComparison.Ordinal))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignInAsAsync(Role.CaseAdmin, "LNI")).GetAsync(at)).StatusCode);
    }

    private static Contact Contact(PersonId person, string type, string text) => new()
    {
        Id = A.FactId,
        PersonId = person,
        Type = type,
        HappenedAt = A.Monday.AddDays(-2),
        Mode = ContactMode.FaceToFace,
        Text = text,
        Sensitivity = Sensitivity.Standard,
        Sharing = Sharing.Yes,
        AuthorId = A.Entry.By,
        AuthorRole = Role.KeyWorker,
        FirstRecordedAt = A.Monday,
        ValidFrom = new(2026, 1, 3),
        Recorded = A.Entry,
    };
}

public sealed class SqliteHandoverPackPageTests() : HandoverPackPageTests(DatabaseKind.Sqlite);

public sealed class PostgresHandoverPackPageTests() : HandoverPackPageTests(DatabaseKind.Postgres);
