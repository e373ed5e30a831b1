using Microsoft.AspNetCore.Mvc.ModelBinding;
using Throughcare.Web.TagHelpers;
using Xunit;

namespace Throughcare.Web.Tests.TagHelpers;

public class FormTests
{
    [Fact]
    public async Task What_was_typed_is_shown_again_and_not_what_the_model_has()
    {
        var page = new Rendering();
        page.State.SetModelValue("Weight", "abc", "abc");
        page.State.AddModelError("Weight", "Weight must be a number");

        var made = Rendering.Parse(await page.OfAsync(new InputTagHelper { View = page.View, Name = "Weight", Label = "Weight", Value = 70 }));

        Assert.Equal("abc", made.QuerySelector("input")!.GetAttribute("value"));
        Assert.Equal("Error: Weight must be a number", made.QuerySelector(".govuk-error-message")!.TextContent);
    }

    [Fact]
    public async Task What_is_typed_is_never_markup()
    {
        var page = new Rendering();
        page.State.SetModelValue("Notes", "<script>", "</textarea><script>alert(1)</script>");

        var made = Rendering.Parse(await page.OfAsync(new TextareaTagHelper { View = page.View, Name = "Notes", Label = "Notes & \"more\"" }));

        Assert.Empty(made.QuerySelectorAll("script"));
        Assert.Equal("</textarea><script>alert(1)</script>", made.QuerySelector("textarea")!.TextContent);
    }

    [Fact]
    public async Task A_password_is_never_written_back()
    {
        var page = new Rendering();
        page.State.SetModelValue("Password", "secret", "secret");

        Assert.DoesNotContain("secret", await page.OfAsync(new InputTagHelper { View = page.View, Name = "Password", Label = "Password", Type = "password" }));
    }

    [Fact]
    public async Task Every_choice_that_was_ticked_is_ticked_again()
    {
        var page = new Rendering();
        page.State.SetModelValue("Kinds", new ValueProviderResult(new Microsoft.Extensions.Primitives.StringValues(["a", "c"])));

        var made = Rendering.Parse(await page.OfAsync(new CheckboxesTagHelper
        {
            View = page.View,
            Name = "Kinds",
            Legend = "Kinds",
            Items = [new("a", "A"), new("b", "B"), new("c", "C", Divider: "or")],
        }));

        Assert.Equal(["a", "c"], made.QuerySelectorAll("input[checked]").Select(input => input.GetAttribute("value")));
        Assert.Equal("or", made.QuerySelector(".govuk-checkboxes__divider")!.TextContent);
    }

    [Fact]
    public async Task Who_can_read_a_note_is_said_by_the_box_and_read_out_with_it()
    {
        var page = new Rendering();
        var made = Rendering.Parse(await page.OfAsync(new TextareaTagHelper
        {
            View = page.View,
            Name = "Notes",
            Label = "Notes",
            MaxLength = 4000,
            Readers = "Will be seen by: prison and probation staff.",
        }));

        Assert.Equal("Notes-info Notes-readers", made.QuerySelector("textarea")!.GetAttribute("aria-describedby"));
        Assert.Equal("You can enter up to 4,000 characters", made.QuerySelector("#Notes-info")!.TextContent);
    }

    [Fact]
    public async Task Errors_are_summed_up_in_the_order_of_the_page_and_lead_to_the_first_input()
    {
        var page = new Rendering();
        page.State.AddModelError("", "Someone else has allocated this case");
        page.State.AddModelError("Notes", "Enter notes");
        page.State.AddModelError("From", "Start date must include a month");
        page.State.AddModelError("From.Month", "Start date must include a month");
        page.State.AddModelError("Pom", "Select a POM");

        await page.OfAsync(new RadiosTagHelper { View = page.View, Name = "Pom", Legend = "POM", Items = [new("1", "A"), new("2", "B")] });
        await page.OfAsync(new DateInputTagHelper { View = page.View, Name = "From", Legend = "When?" });
        await page.OfAsync(new TextareaTagHelper { View = page.View, Name = "Notes", Label = "Notes" });

        Assert.Equal(
            [
                new("Select a POM", "Pom"),
                new("Start date must include a month", "From.Month"),
                new("Enter notes", "Notes"),
                new("Someone else has allocated this case", null),
            ],
            page.Http.PageParts.Errors(page.State));
    }

    [Fact]
    public async Task A_missing_date_leads_to_its_first_box_and_reddens_all_three()
    {
        var page = new Rendering();
        page.State.AddModelError("From", "Enter the start date");

        var made = Rendering.Parse(await page.OfAsync(new DateInputTagHelper { View = page.View, Name = "From", Legend = "When?" }));

        Assert.Equal(3, made.QuerySelectorAll(".govuk-input--error").Length);
        Assert.Equal([new("Enter the start date", "From.Day")], page.Http.PageParts.Errors(page.State));
        Assert.NotNull(made.QuerySelector("[id='From.Day']"));
    }

    [Fact]
    public async Task A_missing_month_reddens_the_month_alone()
    {
        var page = new Rendering();
        page.State.AddModelError("From", "Start date must include a month");
        page.State.AddModelError("From.Month", "Start date must include a month");

        var made = Rendering.Parse(await page.OfAsync(new DateInputTagHelper { View = page.View, Name = "From", Legend = "When?" }));

        Assert.Equal("From.Month", Assert.Single(made.QuerySelectorAll(".govuk-input--error")).Id);
    }

    [Fact]
    public void A_page_cannot_have_breadcrumbs_and_a_back_link()
    {
        var parts = new PageParts();
        parts.LeadBack(new Microsoft.AspNetCore.Html.HtmlString("one"));

        Assert.Throws<InvalidOperationException>(() => parts.LeadBack(new Microsoft.AspNetCore.Html.HtmlString("two")));
    }
}
