using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Throughcare.Browser.Tests;

/// <summary>Two records, one person: compared in the queue, linked, and taken apart again.</summary>
public sealed class OnePersonStory(Product product)
{
    [Fact]
    public async Task Two_records_are_compared_field_by_field_linked_and_parted_again()
    {
        var page = await product.SignInAsync("homd@demo");
        await page.GotoAsync("/matches");
        await page.LooksRightAsync();
        await page.Locator("main tbody tr", new() { HasText = "Prison and probation" }).First.GetByRole(AriaRole.Link).ClickAsync();
        await Assertions.Expect(page.Heading).ToHaveTextAsync("Are these one person?");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Before anything is compared");
        await page.LooksRightAsync();
        var text = await page.Locator("main").InnerTextAsync();
        var prison = Regex.Match(text, "\\b[A-Z][0-9]{4}[A-Z]{2}\\b").Value;
        var crn = Regex.Match(text, "\\b[A-Z][0-9]{6}\\b").Value;

        await page.GetByRole(AriaRole.Button, new() { Name = "Save decision" }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToContainTextAsync("Select what you have decided");
        await page.LooksRightAsync();

        await page.GetByLabel("Link: they are one person").CheckAsync();
        await page.GetByLabel("If you link them").SelectOptionAsync("SAME_PERSON_CONFIRMED");
        await page.GetByLabel("Reason", new() { Exact = true }).FillAsync("His community manager confirmed the prison number on the telephone");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save decision" }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-notification-banner--success")).ToContainTextAsync("Saved");

        await page.GotoAsync($"/people/{crn}/personal");
        await page.WaitForURLAsync(new Regex($"/people/{prison}/personal"));   // one record, at one address
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("became part of this record");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(crn);
        await page.LooksRightAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Undo the merge" }).ClickAsync();
        await page.LooksRightAsync();
        await page.GetByLabel("Why is the merge undone?").FillAsync("The fingerprints that came today are somebody else's");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo the merge" }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-notification-banner--success")).ToContainTextAsync("Merge undone");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("became part of this record");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync(crn);

        await page.GotoAsync("/matches");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync(crn);   // never offered again
    }
}
