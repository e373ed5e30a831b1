using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Population.Offloc;
using Xunit;

namespace Throughcare.Browser.Tests;

/// <summary>A real file in, a true record out: the main job, from the upload of a nightly file to a note on the timeline.</summary>
public sealed class FirstRoomsStory(Product product)
{
    private static DateOnly Today => DateTimeOffset.UtcNow.LondonDate;

    [Fact]
    public async Task A_file_with_errors_is_uploaded_and_its_error_file_says_which_rows_were_not_imported()
    {
        var options = OfflocFileOptions.NightsOfDemo(Today);
        var file = Path.Combine(Path.GetTempPath(), OfflocFile.NameOf(options));
        await using (var stream = File.Create(file))
        {
            await OfflocFile.WriteAsync(stream, options, cancellationToken: TestContext.Current.CancellationToken);
        }

        var page = await product.SignInAsync("admin@demo");
        await page.GotoAsync("/imports");
        await page.LooksRightAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(file);
        await page.GetByRole(AriaRole.Button, new() { Name = "Import this file" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/imports/[0-9a-f-]{36}"));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Completed with errors", new() { Timeout = 60_000 });
        await page.GotoAsync(page.Url);   // as it stands now that it has finished, no longer kept fresh
        await page.LooksRightAsync();

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("Download all") }).ClickAsync());
        var bytes = await File.ReadAllBytesAsync((await download.PathAsync())!, TestContext.Current.CancellationToken);
        Assert.Equal(System.Text.Encoding.UTF8.GetPreamble(), bytes[..3]);   // so that a spreadsheet reads it as UTF-8
        var errors = System.Text.Encoding.UTF8.GetString(bytes[3..]);
        Assert.StartsWith("row,column,value,code,message,person_key,severity\r\n", errors, StringComparison.Ordinal);
        Assert.All(new[] { "FIELD_COUNT", "UNKNOWN_PRISON", "KEY_INVALID" }, code => Assert.Contains(code, errors));

        await page.GotoAsync("/imports");
        await page.Locator("input[type=file]").SetInputFilesAsync(file);
        await page.GetByRole(AriaRole.Button, new() { Name = "Import this file" }).ClickAsync();
        await page.WaitForURLAsync(new Regex("/imports/[0-9a-f-]{36}"));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Imported before", new() { Timeout = 60_000 });
        File.Delete(file);
    }

    [Fact]
    public async Task A_person_is_found_by_a_misspelt_name_and_a_contact_with_them_is_recorded_seen_and_added_to()
    {
        var person = await ManAsync();
        var page = await product.SignInAsync("pom@demo");

        await page.SearchAsync($"{Screens.Misspelt(person.Surname)} {person.Forename}");
        await page.LooksRightAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex(person.Surname, RegexOptions.IgnoreCase) }).First.ClickAsync();
        await Assertions.Expect(page.Heading).ToHaveTextAsync("Overview");
        await Assertions.Expect(page).ToHaveTitleAsync($"Overview – {person.Number} – Throughcare");
        await page.LooksRightAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Record a contact" }).Or(page.GetByRole(AriaRole.Link, new() { Name = "Record a contact" })).First.ClickAsync();
        await Assertions.Expect(page.Heading).ToHaveTextAsync("Record a contact");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save contact" }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToContainTextAsync("Select the kind of contact");
        await page.LooksRightAsync();

        const string note = "Talked about the letter from the housing officer and what it means. Agreed to answer it together on Wednesday.";
        await page.ChooseAsync("Kind of contact", "Supervisor/POM contact with prisoner");
        await page.GetByLabel("Face to face").CheckAsync();
        await page.GetByLabel("How long was it?").FillAsync("25");
        await page.GetByLabel("What happened").FillAsync(note);
        await page.GetByLabel("If it was not about the sentence plan").FillAsync("There is no plan on the record yet");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save contact" }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-notification-banner--success")).ToBeVisibleAsync();

        await page.GotoAsync($"/people/{person.Number}/timeline");
        await Assertions.Expect(page.Locator(".moj-timeline").First).ToContainTextAsync(note);
        await page.LooksRightAsync();

        await page.Locator(".moj-timeline__item", new() { HasText = note }).GetByRole(AriaRole.Link).First.ClickAsync();
        await page.LooksRightAsync();
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("Add more details|Add details") }).Or(page.GetByRole(AriaRole.Button, new() { NameRegex = new Regex("Add more details|Add details") })).First.ClickAsync();
        await page.Locator("main textarea").First.FillAsync("The housing officer rang back: the appointment is on Thursday instead.");
        if (await page.GetByLabel("It adds to it").Or(page.Locator("main input[type=radio]")).CountAsync() > 0)
        {
            await page.Locator("main input[type=radio]").First.CheckAsync();
        }

        await page.Locator("main form[method=post] button[type=submit], main form[method=post] button").First.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("the appointment is on Thursday instead");
    }

    [Fact]
    public async Task Somebody_out_of_reach_is_refused_asks_for_access_and_gets_it_from_the_prison()
    {
        var person = await ManAsync(skip: 5);
        var asking = await product.SignInAsync("pom.lni@demo");

        var refused = await asking.GotoAsync($"/people/{person.Number}");
        Assert.Equal(403, refused!.Status);
        await Assertions.Expect(asking.Heading).ToHaveTextAsync("You do not have access to this record");
        await Assertions.Expect(asking.Locator("main")).ToContainTextAsync(person.Surname);
        await asking.LooksRightAsync();
        await asking.GetByRole(AriaRole.Button, new() { Name = "Request access" }).Or(asking.GetByRole(AriaRole.Link, new() { Name = "Request access" })).First.ClickAsync();
        await asking.Locator("main textarea").FillAsync("He is being moved to our prison next week and we plan his arrival");
        await asking.LooksRightAsync();
        await asking.Locator("main form[method=post] button").First.ClickAsync();
        await Assertions.Expect(asking.Locator("main")).ToContainTextAsync("HMP Lindholme");

        var deciding = await product.SignInAsync("homd@demo");
        await deciding.GotoAsync("/access-requests");
        await Assertions.Expect(deciding.Locator("main")).ToContainTextAsync("He is being moved to our prison next week");
        await deciding.LooksRightAsync();
    }

    [Fact]
    public async Task Signing_in_finding_a_person_and_opening_their_record_is_done_by_keyboard_alone()
    {
        var person = await ManAsync(skip: 7);
        var page = await product.OpenAsync();
        await page.GotoAsync("/sign-in");

        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to main content", await FocusedAsync());
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync("e => e.matches('input:not([type=password]):not([type=hidden])')");
        await page.Keyboard.TypeAsync("pom@demo");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync("Throughcare-demo-1");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Heading).ToHaveTextAsync("Home");

        await TabToAsync("e => e.name === 'q'");
        await page.Keyboard.TypeAsync($"{person.Surname} {person.Forename}");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Heading).ToHaveTextAsync("Search");
        await TabToAsync($"e => e.tagName === 'A' && e.textContent.toUpperCase().includes('{person.Surname.ToUpperInvariant()}')");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Heading).ToHaveTextAsync("Overview");

        Task<string> FocusedAsync() => page.EvaluateAsync<string>("() => document.activeElement.textContent.trim()");

        async Task TabToAsync(string isIt)
        {
            for (var i = 0; i < 80; i++)
            {
                await page.Keyboard.PressAsync("Tab");
                if (await page.EvaluateAsync<bool>($"() => ({isIt})(document.activeElement)"))
                {
                    return;
                }
            }

            Assert.Fail($"The keyboard never reaches what {isIt} asks for, at {page.Url}");
        }
    }

    [Fact]
    public async Task The_whole_main_job_works_without_scripts()
    {
        var person = await ManAsync(skip: 9);
        var page = await product.SignInAsync("pom@demo", javaScript: false);

        await page.SearchAsync(person.Number);
        await Assertions.Expect(page.Heading).ToHaveTextAsync("Overview");
        await page.GotoAsync($"/people/{person.Number}/contacts/new");
        await page.Locator("main select").First.SelectOptionAsync("TC01");
        await page.GetByLabel("Telephone").CheckAsync();
        await page.GetByLabel("How long was it?").FillAsync("15");
        await page.GetByLabel("What happened").FillAsync("Rang about the family visit on Saturday; the booking is confirmed. Agreed to speak again on Monday morning.");
        await page.GetByLabel("If it was not about the sentence plan").FillAsync("There is no plan on the record yet");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save contact" }).ClickAsync();
        await page.GotoAsync($"/people/{person.Number}/timeline");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("the booking is confirmed");
    }

    /// <summary>The numbers of a man in Lindholme and of a woman in Low Newton.</summary>
    internal static async Task<(string Here, string Elsewhere)> NumbersAsync()
    {
        using var file = new MemoryStream();
        await OfflocFile.WriteAsync(file, OfflocFileOptions.NightsOfDemo(Today.AddDays(-1)) with { Quirks = false, LeastOfEachQuirk = 0 });
        var people = System.Text.Encoding.UTF8.GetString(file.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split("\"|\"")).ToList();
        return (people.Where(f => f[2] == "LHI").ElementAt(15)[3], people.Where(f => f[2] == "LNI").ElementAt(5)[3]);
    }

    /// <summary>Somebody whom last night's file puts in Lindholme, the same every time the demo is made on a day.</summary>
    private static async Task<(string Number, string Surname, string Forename)> ManAsync(int skip = 0)
    {
        using var file = new MemoryStream();
        await OfflocFile.WriteAsync(file, OfflocFileOptions.NightsOfDemo(Today.AddDays(-1)) with { Quirks = false, LeastOfEachQuirk = 0 });
        var lines = System.Text.Encoding.UTF8.GetString(file.ToArray()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var fields = lines.Select(l => l.Split("\"|\"")).Where(f => f[2] == "LHI" && PrisonNumber.TryParse(f[3], null, out _) && f[6].Length > 6).ElementAt(10 + skip);
        return (fields[3], fields[6], fields[7]);
    }
}
