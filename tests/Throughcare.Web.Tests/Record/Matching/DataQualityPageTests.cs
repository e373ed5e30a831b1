using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Access;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Throughcare.Storage;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests.Record.Matching;

/// <summary>What sources say differently: the list of it, and settling one.</summary>
public abstract class DataQualityPageTests(DatabaseKind kind)
{
    private const string Why = "The birth certificate was seen here";

    [Fact]
    public async Task The_list_is_narrowed_by_kind_and_by_whose_task_it_is()
    {
        await using var app = await App.StartAsync(kind);
        var (ada, bo, away) = (await app.PersonAsync(last: "Mine"), await app.PersonAsync(last: "Theirs"), await app.PersonAsync("LNI", last: "Away"));
        await app.SaveAsync(
            Item(ada.Id), Item(bo.Id) with { Kind = DataQualityKind.LeftPrisonList, Field = "", Owner = new("LNI") }, Item(away.Id),
            Item(ada.Id) with { Field = "Sex", Settled = "The value here is kept: Male" });
        var user = await app.SignInAsAsync(Role.CaseAdmin);

        Assert.Equal(["Mine, Ada", "Theirs, Ada"], await NamesAsync("/data-quality"));
        Assert.Equal(["Theirs, Ada"], await NamesAsync("/data-quality?kind=LeftPrisonList"));
        Assert.Equal(["Mine, Ada"], await NamesAsync("/data-quality?place=mine"));
        Assert.Contains("Nothing to look at", (await user.PageAsync("/data-quality?kind=TeamNotMapped")).Body!.TextContent, StringComparison.Ordinal);

        async Task<IEnumerable<string>> NamesAsync(string address) =>
            (await user.PageAsync(address)).QuerySelectorAll("main th[scope=row] a").Select(a => a.TextContent).Order(StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_value_here_is_kept_and_the_item_leaves_the_list()
    {
        await using var app = await App.StartAsync(kind);
        var (person, item) = await ConflictAsync(app);
        var user = await app.SignInAsAsync(Role.CaseAdmin);
        var address = (await user.PageAsync("/data-quality")).QuerySelector("main th[scope=row] a")!.GetAttribute("href")!;
        Assert.Equal($"/people/{person.Address}/data-quality/{item}", address);

        var saved = await user.SubmitAsync(address, Decision("false"));

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Contains("Nothing to look at", (await user.PageAsync("/data-quality")).Body!.TextContent, StringComparison.Ordinal);
        var again = await user.PageAsync(address);
        Assert.Contains("The value here is kept: 12 March 1985", again.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(again.QuerySelector("main form[method=post]"));
        await using var db = app.Database.Open();
        Assert.True((await db.Details.Current().SingleAsync()).EditedHere.HasFlag(DetailFields.DateOfBirth));
        Assert.All(await db.SourceRows.ToListAsync(), row => Assert.NotEqual(new byte[32], row.Hash));
    }

    [Fact]
    public async Task The_source_s_value_is_taken_so_that_its_next_file_writes_it()
    {
        await using var app = await App.StartAsync(kind);
        var (person, item) = await ConflictAsync(app);
        var user = await app.SignInAsAsync(Role.CaseAdmin);

        var saved = await user.SubmitAsync($"/people/{person.Address}/data-quality/{item}", Decision("true"));

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        await using var db = app.Database.Open();
        Assert.False((await db.Details.Current().SingleAsync()).EditedHere.HasFlag(DetailFields.DateOfBirth));
        Assert.Equal("The source’s value is taken: 1985-03-21", (await db.DataQuality.Current().SingleAsync()).Settled);
        Assert.All(await db.SourceRows.ToListAsync(), row => Assert.Equal(new byte[32], row.Hash));
        Assert.Equal(1, await db.RecordEvents.CountAsync(e => e.PersonId == person.Id));
    }

    [Fact]
    public async Task What_is_missing_is_said_by_its_field_and_what_two_sources_say_is_changed_on_its_own_page()
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync();
        var item = Item(person.Id) with { Field = RoshSources.Field, Kind = DataQualityKind.SourceDisagreement };
        await app.SaveAsync(item);
        var user = await app.SignInAsAsync(Role.CaseAdmin);

        Assert.Equal(["Enter a reason"], await ErrorsAsync(new Dictionary<string, string>()));
        var form = await user.PageAsync($"/people/{person.Address}/data-quality/{item.Id}");
        Assert.Empty(form.QuerySelectorAll("main input[type=radio]"));
        Assert.Contains("Leave it as it is", form.QuerySelector("main form[method=post]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Change this on the person’s own pages, then select that the value here is kept"], await ErrorsAsync(Decision("true")));

        async Task<IEnumerable<string>> ErrorsAsync(Dictionary<string, string> fields)
        {
            var page = await User.ReadAsync(await user.SubmitAsync($"/people/{person.Address}/data-quality/{item.Id}", fields));
            return page.QuerySelectorAll(".govuk-error-summary__list li").Select(li => li.TextContent.Trim());
        }
    }

    [Fact]
    public async Task The_second_of_two_who_decide_at_once_is_told_what_the_first_decided()
    {
        await using var app = await App.StartAsync(kind);
        var (person, item) = await ConflictAsync(app);
        var address = $"/people/{person.Address}/data-quality/{item}";
        var (one, other) = (await app.SignInAsAsync(Role.CaseAdmin), await app.SignInAsAsync(Role.CaseAdmin));
        var opened = (IHtmlFormElement)(await other.PageAsync(address)).QuerySelector("main form[method=post]")!;
        var posted = opened.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>().ToDictionary(i => i.Name!, i => i.Value);
        foreach (var (name, value) in Decision("true"))
        {
            posted[name] = value;
        }

        Assert.Equal(HttpStatusCode.SeeOther, (await one.SubmitAsync(address, Decision("false"))).StatusCode);
        using var content = new FormUrlEncodedContent(posted);
        var page = await User.ReadAsync(await other.Client.PostAsync(address, content));

        Assert.Contains("Somebody else has decided about this", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The value here is kept", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_of_a_record_that_became_part_of_another_is_listed_and_settled_under_the_survivor()
    {
        await using var app = await App.StartAsync(kind);
        var survivor = await app.PersonAsync(last: "Survivor");
        var absorbed = A.PersonId;
        var item = Item(absorbed);
        await app.SaveAsync(new Person { Id = absorbed, CreatedAt = A.Monday, SurvivorId = survivor.Id }, item);
        var user = await app.SignInAsAsync(Role.CaseAdmin);

        var link = (await user.PageAsync("/data-quality")).QuerySelector("main th[scope=row] a")!;
        var saved = await user.SubmitAsync(link.GetAttribute("href")!, Decision("false"));

        Assert.Equal(("Survivor, Ada", $"/people/{survivor.Address}/data-quality/{item.Id}"), (link.TextContent, link.GetAttribute("href")));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        await using var db = app.Database.Open();
        Assert.NotNull((await db.DataQuality.Current().SingleAsync()).Settled);
    }

    [Fact]
    public async Task Pages_of_the_record_say_that_sources_disagree_and_lead_to_the_item()
    {
        await using var app = await App.StartAsync(kind);
        var person = await app.PersonAsync();
        var rosh = Item(person.Id) with { Field = RoshSources.Field, Kind = DataQualityKind.SourceDisagreement, Here = "High, list of cases, 3 November 2025", There = "Medium, probation record, 1 September 2025" };
        var release = Item(person.Id) with { Field = ReleaseSources.Field, Kind = DataQualityKind.SourceDisagreement, Here = "27 March 2026, prison", There = "Custodial sentence over on 1 March 2026, probation record" };
        await app.SaveAsync(
            rosh, release,
            new RoshRecord { Id = A.FactId, PersonId = person.Id, ValidFrom = new(2025, 11, 3), Recorded = A.Entry with { Source = SourceSystem.Template }, Level = RoshLevel.High },
            new RoshRecord { Id = A.FactId, PersonId = person.Id, ValidFrom = new(2025, 9, 1), Recorded = A.Entry with { Source = SourceSystem.Ndelius }, Level = RoshLevel.Medium });
        var user = await app.SignInAsAsync(Role.CaseAdmin);

        var overview = await user.PageAsync($"/people/{person.Address}");
        var sentence = await user.PageAsync($"/people/{person.Address}/sentence");

        Assert.NotNull(overview.QuerySelector($"main a[href='/people/{person.Address}/data-quality/{rosh.Id}']"));
        Assert.NotNull(overview.QuerySelector($"main a[href='/people/{person.Address}/data-quality/{release.Id}']"));
        Assert.Contains("In force: 27 March 2026, prison", sentence.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(sentence.QuerySelector($"main a[href='/people/{person.Address}/data-quality/{release.Id}']"));
    }

    /// <summary>A date of birth that was corrected here and that the prison file gives differently.</summary>
    private static async Task<(App.Seeded Person, FactId Item)> ConflictAsync(App app)
    {
        var person = await app.PersonAsync();
        var item = Item(person.Id);
        await app.SaveAsync(
            item,
            new PersonDetails { Id = A.FactId, PersonId = person.Id, DateOfBirth = new(1985, 3, 12), EditedHere = DetailFields.DateOfBirth, ValidFrom = new(2025, 1, 1), Recorded = A.Entry },
            new SourceRow { Source = ImportSource.Offloc, Key = person.Address, PersonId = person.Id, Hash = [.. Enumerable.Repeat((byte)7, 32)], LastSeenOn = new(2026, 1, 4) });
        return (person, item.Id);
    }

    private static Dictionary<string, string> Decision(string takeTheirs) => new() { ["Input.TakeTheirs"] = takeTheirs, ["Input.Reason"] = Why };

    private static DataQualityItem Item(PersonId person) => new()
    {
        Id = A.FactId,
        PersonId = person,
        ValidFrom = new(2026, 1, 2),
        Recorded = A.Entry,
        Kind = DataQualityKind.SourceConflict,
        Field = "Date of birth",
        Here = "12 March 1985",
        There = "1985-03-21",
        Owner = new("LHI"),
    };
}

public sealed class DataQualityPagesOnSqlite() : DataQualityPageTests(DatabaseKind.Sqlite);

public sealed class DataQualityPagesOnPostgres() : DataQualityPageTests(DatabaseKind.Postgres);
