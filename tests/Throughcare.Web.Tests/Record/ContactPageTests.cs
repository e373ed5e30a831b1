using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Storage;
using Xunit;

namespace Throughcare.Web.Tests.Record;

public sealed class ContactPageTests
{
    [Fact]
    public async Task A_good_contact_is_written_once_and_leads_to_itself_which_says_so()
    {
        await using var app = await App.StartAsync();
        var (person, user) = await StartAsync(app);

        var response = await user.SubmitAsync($"{person}/contacts/new", Good(), Form);
        var page = await user.PageAsync(response.Headers.Location!.ToString());

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("Contact recorded", page.QuerySelector(".govuk-notification-banner__heading")?.TextContent);
        Assert.Contains("agreed to apply for kitchen work", page.QuerySelector(".tc-said")!.TextContent, StringComparison.Ordinal);
        Assert.Single(await ContactsAsync(app));
        Assert.Equal(["ContactRecorded"], await EventsAsync(app));
        Assert.Contains("agreed to apply for kitchen work", (await user.PageAsync($"{person}/timeline")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_form_posted_twice_writes_nothing_more_and_leads_to_the_same_page()
    {
        await using var app = await App.StartAsync();
        var (person, user) = await StartAsync(app);
        var page = await user.PageAsync($"{person}/contacts/new");
        var fields = Hidden(page).Concat(Good()).GroupBy(field => field.Key).ToDictionary(field => field.Key, field => field.Last().Value);

        var first = await PostAsync(user, $"{person}/contacts/new", fields);
        var second = await PostAsync(user, $"{person}/contacts/new", fields);

        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Single(await ContactsAsync(app));
        Assert.Single(await EventsAsync(app));
    }

    [Fact]
    public async Task An_empty_form_gets_every_error_in_the_summary_and_by_its_field_and_keeps_what_was_typed()
    {
        await using var app = await App.StartAsync();
        var (person, user) = await StartAsync(app);
        var fields = new Dictionary<string, string>
        {
            ["Input.On"] = "",
            ["Input.At"] = "noonish",
            ["Input.With"] = "His sister",
            ["Input.Sensitive"] = "ThirdParty",
            ["Input.Sharing"] = "No",
        };

        var page = await User.ReadAsync(await user.SubmitAsync($"{person}/contacts/new", fields, Form));

        var summary = page.QuerySelectorAll(".govuk-error-summary__list a").OfType<IHtmlAnchorElement>().ToList();
        Assert.Equal(
            ["Enter a time, like 2:30pm or 14:30", "Select the kind of contact", "Select how the contact took place", "Enter what happened", "Enter who supplied the information", "Enter why this is not shared"],
            summary.Select(a => a.TextContent));
        Assert.All(summary, a => Assert.NotNull(page.GetElementById(a.GetAttribute("href")![1..])));
        Assert.Equal(summary.Select(a => a.TextContent), page.QuerySelectorAll(".govuk-error-message").Select(error => error.TextContent.Replace("Error: ", "", StringComparison.Ordinal).Trim()));
        Assert.StartsWith("Error: Record a contact", page.Title, StringComparison.Ordinal);
        Assert.Equal("His sister", ((IHtmlInputElement)page.GetElementById("Input.With")!).Value);
        Assert.Equal("noonish", ((IHtmlInputElement)page.GetElementById("Input.At")!).Value);
        Assert.Empty(await ContactsAsync(app));
    }

    [Fact]
    public async Task What_was_typed_comes_back_as_a_draft_that_only_its_author_sees()
    {
        await using var app = await App.StartAsync();
        var (person, user) = await StartAsync(app);
        await user.SubmitAsync($"{person}/contacts/new", new Dictionary<string, string> { ["Input.Text"] = "Half a sentence" }, Form);

        var mine = await user.PageAsync($"{person}/contacts/new");
        var theirs = await (await app.SignInAsAsync(Role.Pom)).PageAsync($"{person}/contacts/new");

        Assert.Contains("This is your draft", mine.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Half a sentence", mine.GetElementById("Input.Text")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Half a sentence", theirs.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_script_is_told_when_the_draft_was_saved()
    {
        await using var app = await App.StartAsync();
        var (person, user) = await StartAsync(app);
        var page = await user.PageAsync($"{person}/contacts/new");
        var fields = Hidden(page);
        fields["Input.Text"] = "Half";

        var response = await PostAsync(user, $"{person}/contacts/new?handler=Draft", fields);

        Assert.Equal("""{"savedAt":"9am"}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_contact_like_one_that_is_there_is_asked_about_before_it_is_recorded()
    {
        await using var app = await App.StartAsync();
        var (person, user) = await StartAsync(app);
        await user.SubmitAsync($"{person}/contacts/new", Good(), Form);

        var asked = await User.ReadAsync(await user.SubmitAsync($"{person}/contacts/new", Good(), Form));
        var yes = await user.SubmitAsync($"{person}/contacts/new", new Dictionary<string, string>(Good()) { ["RecordAnother"] = "true" }, Form);

        Assert.Equal("A contact like this was recorded at 9am. Record another?", asked.QuerySelector(".govuk-error-summary__list a")?.TextContent);
        Assert.Equal(HttpStatusCode.SeeOther, yes.StatusCode);
        Assert.Equal(2, (await ContactsAsync(app)).Count);
    }

    [Fact]
    public async Task An_edit_within_a_day_makes_a_version_and_the_first_stays_to_be_read()
    {
        await using var app = await App.StartAsync();
        var (person, user) = await StartAsync(app);
        var contact = (await user.SubmitAsync($"{person}/contacts/new", Good(), Form)).Headers.Location!.ToString();

        var response = await user.SubmitAsync($"{contact}/edit", Edited("Discussed his plan; agreed to start on Monday."));
        var page = await user.PageAsync(contact);

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Contains("start on Monday", page.QuerySelector(".tc-said")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("kitchen work", page.GetElementById("version-1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await ContactsAsync(app)).Count);
    }

    [Fact]
    public async Task Two_edits_of_one_version_are_shown_beside_each_other_and_both_can_be_kept()
    {
        await using var app = await App.StartAsync();
        var (person, user) = await StartAsync(app);
        var contact = (await user.SubmitAsync($"{person}/contacts/new", Good(), Form)).Headers.Location!.ToString();
        var mine = Hidden(await user.PageAsync($"{contact}/edit"));
        await user.SubmitAsync($"{contact}/edit", Edited("Theirs: the plan was discussed and agreed."));
        foreach (var (name, value) in Edited("Good"))
        {
            mine[name] = value;
        }

        (mine["Input.Text"], mine["Input.Mode"]) = (Good()["Input.Text"], "Video");
        var compared = await User.ReadAsync(await PostAsync(user, $"{contact}/edit", mine));
        var both = Hidden(compared);
        (both["Keep[Mode]"], both["Keep[Text]"]) = ("yours", "theirs");
        var saved = await PostAsync(user, $"{contact}/edit", both);
        var page = await user.PageAsync(contact);

        Assert.Equal("Choose which version to keep", compared.QuerySelector("h1")!.TextContent);
        Assert.Equal(["How it took place", "What happened"], compared.QuerySelectorAll("legend").Select(legend => legend.TextContent.Trim()));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Contains("Theirs: the plan", page.QuerySelector(".tc-said")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Video", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("C157", "4am", true)]
    [InlineData("C157", "5:30am", false)]
    [InlineData("TC01", "4am", false)]
    public async Task A_contact_about_harm_that_comes_more_than_four_hours_late_is_said_in_red(string type, string at, bool isRed)
    {
        await using var app = await App.StartAsync();
        var (person, user) = await StartAsync(app);

        var saved = await user.SubmitAsync($"{person}/contacts/new", new Dictionary<string, string>(Good()) { ["Input.Type"] = type, ["Input.At"] = at }, Form);
        var contact = saved.Headers.Location!.ToString();
        var first = await user.PageAsync(contact);
        var again = await user.PageAsync(contact);

        Assert.Equal(isRed, first.QuerySelector(".moj-alert--error")?.TextContent.Contains("more than 4 hours after it happened", StringComparison.Ordinal) is true);
        Assert.Null(again.QuerySelector(".moj-alert"));
        Assert.Equal(isRed, again.QuerySelector("main .govuk-tag--red")?.TextContent is "Recorded more than 4 hours later");
    }

    [Fact]
    public async Task Whoever_may_not_edit_a_contact_is_offered_to_add_to_it()
    {
        await using var app = await App.StartAsync();
        var (person, user) = await StartAsync(app);
        var contact = (await user.SubmitAsync($"{person}/contacts/new", Good(), Form)).Headers.Location!.ToString();
        app.Clock.Advance(TimeSpan.FromHours(25));
        var another = await app.SignInAsAsync(Role.Pom);

        var page = await another.PageAsync($"{contact}/edit");

        Assert.NotNull(page.QuerySelector($"a[href='{contact}/add']"));
        Assert.Empty(page.QuerySelectorAll("main form textarea"));
    }

    [Fact]
    public async Task What_is_added_stands_under_the_contact_and_adding_nothing_is_refused()
    {
        await using var app = await App.StartAsync();
        var (person, user) = await StartAsync(app);
        var contact = (await user.SubmitAsync($"{person}/contacts/new", Good(), Form)).Headers.Location!.ToString();

        var empty = await User.ReadAsync(await user.SubmitAsync($"{contact}/add", new Dictionary<string, string> { ["Input.Kind"] = "Adds", ["Input.Text"] = " " }));
        var added = await user.SubmitAsync($"{contact}/add", new Dictionary<string, string> { ["Input.Kind"] = "Corrects", ["Input.Text"] = "It was the laundry." });
        var page = await user.PageAsync(contact);

        Assert.Equal("Enter what you want to add", empty.QuerySelector(".govuk-error-summary__list a[href='#Input.Text']")?.TextContent);
        Assert.Equal(HttpStatusCode.SeeOther, added.StatusCode);
        Assert.Contains("It was the laundry.", page.QuerySelector(".tc-addendum")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Correction", page.QuerySelector(".tc-addendum h2")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_of_another_person_is_not_found_under_this_one()
    {
        await using var app = await App.StartAsync();
        var (person, user) = await StartAsync(app);
        var other = await app.PersonAsync();
        var contact = (await user.SubmitAsync($"{person}/contacts/new", Good(), Form)).Headers.Location!.ToString();

        var response = await user.GetAsync(contact.Replace(person, $"/people/{other.Address}", StringComparison.Ordinal));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private const string Form = "form[data-tc-draft]";

    private static async Task<(string Person, User User)> StartAsync(App app)
    {
        var person = await app.PersonAsync();
        var user = await app.SignInAsAsync(Role.Pom);
        await app.GiveReachAsync(person.Id, user.Actor.StaffId);
        return ($"/people/{person.Address}", user);
    }

    private static Dictionary<string, string> Good() => new()
    {
        ["Input.On"] = "5/1/2026",
        ["Input.At"] = "8:30am",
        ["Input.Type"] = "TC01",
        ["Input.Mode"] = "FaceToFace",
        ["Input.Text"] = "No issues with cell. Discussed homework; agreed to apply for kitchen work by Friday.",
        ["Input.NotAboutThePlan"] = "It was about his work in prison",
        ["Input.Sensitive"] = "Everyone",
        ["Input.Sharing"] = "Yes",
    };

    private static Dictionary<string, string> Edited(string text) => new()
    {
        ["Input.Mode"] = "FaceToFace",
        ["Input.Text"] = text,
        ["Input.NotAboutThePlan"] = "It was about his work in prison",
        ["Input.Sensitive"] = "Everyone",
        ["Input.Sharing"] = "Yes",
    };

    private static Dictionary<string, string> Hidden(IHtmlDocument page) =>
        page.QuerySelectorAll("main form input[type=hidden]").OfType<IHtmlInputElement>().Where(input => input.Name is not null)
            .GroupBy(input => input.Name!).ToDictionary(input => input.Key, input => input.Last().Value);

    private static async Task<HttpResponseMessage> PostAsync(User user, string address, IReadOnlyDictionary<string, string> fields)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await user.Client.PostAsync(address, content);
    }

    private static async Task<List<Contact>> ContactsAsync(App app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ThroughcareDb>().Contacts.ToListAsync();
    }

    private static async Task<List<string>> EventsAsync(App app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ThroughcareDb>().RecordEvents.OrderBy(e => e.Position).Select(e => e.Kind).ToListAsync();
    }
}
