using System.Net;
using AngleSharp.Html.Dom;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Xunit;

namespace Throughcare.Web.Tests;

/// <summary>Two people save one thing: the second is shown both versions, loses nothing of what was typed, and chooses.</summary>
public sealed class TwoVersionsTests
{
    public static TheoryData<string> Everywhere => ["detail", "yes or no", "name", "date", "movement", "alert"];

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task The_second_to_save_sees_who_saved_what_beside_what_was_typed_and_can_save_it_over(string what)
    {
        await using var race = await Race.RunAsync(what);

        Assert.Equal("Choose which version to keep", race.Compared.QuerySelector("h1")!.TextContent);
        var said = race.Compared.QuerySelector("main")!.TextContent;
        Assert.Contains("Cass Admiral saved this 5 January 2026 at 9:01am", said, StringComparison.Ordinal);
        var radios = race.Compared.QuerySelectorAll(".govuk-radios__label").Select(label => label.TextContent).ToList();
        Assert.Contains(radios, label => label.StartsWith("Yours", StringComparison.Ordinal) && label.EndsWith(race.MineInWords, StringComparison.Ordinal));
        Assert.Contains(radios, label => label.StartsWith("What is saved now, by Cass Admiral", StringComparison.Ordinal) && label.EndsWith(race.TheirsInWords, StringComparison.Ordinal));

        var saved = await race.ChooseAsync("yours");

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Contains(race.Shown, (await race.User.PageAsync(saved.Headers.Location!.ToString())).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Everywhere))]
    public async Task Keeping_what_the_other_saved_writes_nothing_and_says_so(string what)
    {
        await using var race = await Race.RunAsync(what);
        var before = await race.EventsAsync();

        var kept = await race.ChooseAsync("theirs");
        var page = await race.User.PageAsync(kept.Headers.Location!.ToString());

        Assert.Equal(HttpStatusCode.SeeOther, kept.StatusCode);
        Assert.Equal("What was saved is kept", page.QuerySelector(".govuk-notification-banner__heading")?.TextContent);
        Assert.Equal(before, await race.EventsAsync());
    }

    [Fact]
    public async Task Somebody_who_saves_between_the_comparison_and_the_choice_is_compared_with_too()
    {
        await using var race = await Race.RunAsync("detail");
        await race.Other.SubmitAsync(race.Address, Race.Birth("2", "5", "1985", "Looked again"));

        var page = await User.ReadAsync(await race.ChooseAsync("yours"));

        Assert.Equal("Choose which version to keep", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("2 May 1985", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_movement_each_part_is_chosen_by_itself_and_what_was_not_shown_stays()
    {
        await using var race = await Race.RunAsync("movement");
        var both = Race.Hidden(race.Compared);
        (both["Keep[On]"], both["Keep[Comment]"]) = ("theirs", "yours");

        var saved = await race.PostAsync(both);
        var page = await race.User.PageAsync(saved.Headers.Location!.ToString());

        var said = page.QuerySelector("main")!.TextContent;
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Contains("7:30am", said, StringComparison.Ordinal);
        Assert.Contains("Came with one bag", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_movement_that_the_other_took_out_can_be_put_back_as_it_was_typed()
    {
        await using var race = await Race.RunAsync("movement", theirs: new() { ["Withdraw"] = "true", ["Mistake"] = "It was another man" });
        Assert.Contains("No: it is taken out", race.Compared.QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        var saved = await race.ChooseAsync("yours");
        Assert.True(saved.StatusCode is HttpStatusCode.SeeOther, (await User.ReadAsync(saved)).QuerySelector("main")?.TextContent ?? $"{saved.StatusCode}");
        var page = await race.User.PageAsync(saved.Headers.Location!.ToString());
        var timeline = await race.User.PageAsync(saved.Headers.Location!.ToString().Replace("/movements", "/timeline", StringComparison.Ordinal));

        Assert.Contains("Came with one bag", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Received at HMP Lindholme", timeline.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_say_the_same_are_told_that_there_is_nothing_to_choose()
    {
        await using var race = await Race.RunAsync("name", mine: new(Race.Name("Tamsett", "Bram", "Seen on a passport")));

        Assert.Empty(race.Compared.QuerySelectorAll("main input[type=radio]"));
        Assert.Contains("it says the same as yours", race.Compared.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_comes_back_with_errors_still_knows_which_version_it_was_made_from()
    {
        await using var race = await Race.RunAsync("alert", saveFirst: false, mine: new() { ["Input.On"] = "4/1/2026", ["Input.Comment"] = "" });
        Assert.Equal("Enter why the alert is closed", race.Compared.QuerySelector(".govuk-error-summary__list a")?.TextContent);

        var form = Race.Hidden(race.Compared);
        await race.Other.SubmitAsync(race.Address, new Dictionary<string, string> { ["Input.On"] = "3/1/2026", ["Input.Comment"] = "Reviewed" });
        (form["Input.On"], form["Input.Comment"]) = ("4/1/2026", "Not true since Sunday");
        var page = await User.ReadAsync(await race.PostAsync(form));

        Assert.Equal("Choose which version to keep", page.QuerySelector("h1")!.TextContent);
    }

    /// <summary>One of two users opened a form; the other saved; now the first saves as well.</summary>
    private sealed class Race : IAsyncDisposable
    {
        private readonly App _app;

        private Race(App app, User user, User other, string address) => (_app, User, Other, Address) = (app, user, other, address);

        public User User { get; }

        public User Other { get; }

        public string Address { get; }

        public IHtmlDocument Compared { get; private set; } = null!;

        /// <summary>How the comparison ends the label of what was typed.</summary>
        public string MineInWords { get; private init; } = "";

        public string TheirsInWords { get; private init; } = "";

        /// <summary>What the record shows once mine is saved.</summary>
        public string Shown { get; private init; } = "";

        public static async Task<Race> RunAsync(string what, Dictionary<string, string>? mine = null, Dictionary<string, string>? theirs = null, bool saveFirst = true)
        {
            var app = await App.StartAsync();
            var person = await app.PersonAsync(last: "Quillon", first: "Bram");
            var user = await app.SignInAsAsync(Role.CaseAdmin);
            var other = await app.SignInAsAsync(Role.CaseAdmin);
            await app.SaveAsync(new StaffMember { Id = other.Actor.StaffId, Name = "Cass Admiral", Role = Role.CaseAdmin, Place = other.Actor.Place });
            var at = $"/people/{person.Address}";
            var (race, first, second) = what switch
            {
                "detail" => (new Race(app, user, other, $"{at}/personal/details/date-of-birth") { MineInWords = "1 May 1985", TheirsInWords = "30 April 1985", Shown = "1 May 1985" },
                    Birth("30", "4", "1985", "Seen on a passport"), Birth("1", "5", "1985", "He says so")),
                "yes or no" => (new Race(app, user, other, $"{at}/personal/details/spoken-welsh") { MineInWords = "No", TheirsInWords = "Yes", Shown = "Prefers to speak Welsh" },
                    new() { ["Input.Code"] = "Y", ["Input.Reason"] = "Asked at reception" }, new() { ["Input.Code"] = "N", ["Input.Reason"] = "Asked again" }),
                "name" => (new Race(app, user, other, $"{at}/personal/name") { MineInWords = "Vexley, Bram, from 5 January 2026", TheirsInWords = "Tamsett, Bram, from 5 January 2026", Shown = "Vexley, Bram" },
                    Name("Tamsett", "Bram", "Seen on a passport"), Name("Vexley", "Bram", "Married")),
                "date" => (new Race(app, user, other, $"{at}/sentence/dates/CRD") { MineInWords = "2 April 2026", TheirsInWords = "1 April 2026", Shown = "2 Apr 2026" },
                    On("1", "4", "2026"), On("2", "4", "2026")),
                "movement" => (new Race(app, user, other, await MovementAsync(app, other, at)) { MineInWords = "Came with one bag", TheirsInWords = "None", Shown = "Came with one bag" },
                    Reception("7:30am", ""), Reception("8am", "Came with one bag")),
                _ => (new Race(app, user, other, await AlertAsync(other, at)) { MineInWords = "4 January 2026", TheirsInWords = "3 January 2026", Shown = "Not true since Sunday" },
                    Closing("3/1/2026", "Reviewed"), Closing("4/1/2026", "Not true since Sunday")),
            };

            var form = Hidden(await user.PageAsync(race.Address));
            app.Clock.Advance(TimeSpan.FromMinutes(1));
            if (saveFirst)
            {
                Assert.Equal(HttpStatusCode.SeeOther, (await other.SubmitAsync(race.Address, theirs ?? first)).StatusCode);
            }

            app.Clock.Advance(TimeSpan.FromMinutes(1));
            foreach (var (name, value) in mine ?? second)
            {
                form[name] = value;
            }

            race.Compared = await User.ReadAsync(await race.PostAsync(form));
            return race;
        }

        public Task<HttpResponseMessage> ChooseAsync(string whose)
        {
            var form = Hidden(Compared);
            foreach (var radio in Compared.QuerySelectorAll("main input[type=radio]").OfType<IHtmlInputElement>())
            {
                form[radio.Name!] = whose;
            }

            return PostAsync(form);
        }

        public async Task<HttpResponseMessage> PostAsync(IReadOnlyDictionary<string, string> fields)
        {
            using var content = new FormUrlEncodedContent(fields);
            return await User.Client.PostAsync(Address, content);
        }

        public async Task<int> EventsAsync()
        {
            await using var db = _app.Database.Open();
            return db.RecordEvents.Count();
        }

        public static Dictionary<string, string> Hidden(IHtmlDocument page) =>
            page.QuerySelectorAll("main form[method=post] input[type=hidden]").OfType<IHtmlInputElement>().Where(input => input.Name is not null)
                .GroupBy(input => input.Name!).ToDictionary(input => input.Key, input => input.First().Value);

        public static Dictionary<string, string> Birth(string day, string month, string year, string reason) => new()
        {
            ["Input.Date.Day"] = day,
            ["Input.Date.Month"] = month,
            ["Input.Date.Year"] = year,
            ["Input.Reason"] = reason,
        };

        public static Dictionary<string, string> Name(string last, string first, string reason) =>
            new() { ["Input.Last"] = last, ["Input.First"] = first, ["Input.From"] = "5/1/2026", ["Input.Reason"] = reason };

        public ValueTask DisposeAsync() => _app.DisposeAsync();

        private static Dictionary<string, string> On(string day, string month, string year) =>
            new() { ["Input.On.Day"] = day, ["Input.On.Month"] = month, ["Input.On.Year"] = year, ["Input.Reason"] = "Worked out again" };

        private static Dictionary<string, string> Closing(string on, string why) => new() { ["Input.On"] = on, ["Input.Comment"] = why };

        private static Dictionary<string, string> Reception(string at, string comment) => new()
        {
            ["Input.Reason"] = "R-SENT",
            ["Input.On"] = "5/1/2026",
            ["Input.At"] = at,
            ["Input.To"] = "LHI",
            ["Input.Escort"] = "Van 4",
            ["Input.Comment"] = comment,
            ["Mistake"] = "Typed in a hurry",
        };

        private static async Task<string> MovementAsync(App app, User user, string at)
        {
            await user.SubmitAsync($"{at}/movements/new", Reception("8:30am", ""));
            await using var db = app.Database.Open();
            return $"{at}/movements/{db.Movements.Single().Id}/correct";
        }

        private static async Task<string> AlertAsync(User user, string at)
        {
            await user.SubmitAsync($"{at}/alerts/new", new Dictionary<string, string> { ["Input.Code"] = "XA", ["Input.Description"] = "Set fire to a cell in 2024", ["Input.From"] = "2/1/2026" });
            return (await user.PageAsync($"{at}/alerts")).QuerySelectorAll("main a").OfType<IHtmlAnchorElement>()
                .Single(a => a.TextContent.StartsWith("Close", StringComparison.Ordinal)).GetAttribute("href")!;
        }
    }
}
