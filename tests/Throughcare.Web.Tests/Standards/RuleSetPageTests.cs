using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application.Standards.Rules;
using Throughcare.Domain.Access;
using Throughcare.Domain.Standards;
using Xunit;

namespace Throughcare.Web.Tests.Standards;

public sealed class RuleSetPageTests
{
    [Fact]
    public async Task Administrators_see_every_rule_with_its_source_dates_and_condition_and_those_that_are_not_worked_out()
    {
        await using var app = await App.StartAsync();
        var admin = await app.SignInAsAsync(Role.Admin, "NAT");

        var page = await admin.PageAsync("/admin/standards?family=initial_oasys");
        var waiting = await admin.PageAsync("/admin/standards?show=waiting&size=100");

        var text = page.QuerySelector("main")!.TextContent;
        Assert.Contains(StandardRuleSet.InUse.Hash, text, StringComparison.Ordinal);
        Assert.Contains("The release’s own", text, StringComparison.Ordinal);
        Assert.Contains("length of sentence in months is more than 10", text, StringComparison.Ordinal);
        Assert.Contains("From 1 October 2019", text, StringComparison.Ordinal);
        Assert.Contains("Not worked out yet", waiting.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.SignInAsAsync(Role.HeadOmu)).GetAsync("/admin/standards")).StatusCode);
    }

    [Fact]
    public async Task The_file_that_is_downloaded_has_the_hash_that_the_page_shows()
    {
        await using var app = await App.StartAsync();

        var bytes = await (await app.SignInAsAsync(Role.Admin, "NAT")).Client.GetByteArrayAsync("/admin/standards/file?version=0");

        Assert.Equal(StandardRuleSet.Shipped.Hash, Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)));
    }

    [Fact]
    public async Task A_wrong_file_is_shown_row_by_row_and_a_right_one_is_tried_and_given_up()
    {
        await using var app = await App.StartAsync();
        var admin = await app.SignInAsAsync(Role.Admin, "NAT");

        var wrong = await User.ReadAsync(await UploadAsync(admin, StandardRuleSet.Shipped.Text.Replace("event:sentence,10,weeks", "event:sentenze,10,weeks", StringComparison.Ordinal)));
        Assert.StartsWith("Error: ", wrong.Title, StringComparison.Ordinal);
        Assert.Contains("trigger", wrong.QuerySelector("main table")!.TextContent, StringComparison.Ordinal);

        var right = await UploadAsync(admin, StandardRuleSet.Shipped.Text.Replace("event:sentence,10,weeks", "event:sentence,9,weeks", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.SeeOther, right.StatusCode);
        var address = right.Headers.Location!.ToString();
        Assert.Contains("Waiting to begin", (await admin.PageAsync(address)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<RunRuleTrials>().NextAsync(default);
        }

        var page = await admin.PageAsync(address);
        Assert.Contains("It changes nothing that is due of anybody now", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var unreasoned = await User.ReadAsync(await admin.SubmitAsync(address, new Dictionary<string, string> { ["What"] = "use" }));
        Assert.Contains("Enter a reason", unreasoned.QuerySelector(".govuk-error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await admin.SubmitAsync(address, new Dictionary<string, string> { ["What"] = "stop" })).StatusCode);
        Assert.Contains("Given up", (await admin.PageAsync("/admin/standards")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Same(StandardRuleSet.Shipped, StandardRuleSet.InUse);
    }

    private static async Task<HttpResponseMessage> UploadAsync(User admin, string text)
    {
        var page = await admin.PageAsync("/admin/standards/new-version");
        using MultipartFormDataContent form = new();
        foreach (var input in page.QuerySelectorAll("main form[method=post] input[type=hidden]").OfType<IHtmlInputElement>())
        {
            form.Add(new StringContent(input.Value), input.Name!);
        }

        var file = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        form.Add(file, "Input.File", "standards.csv");
        return await admin.Client.PostAsync("/admin/standards/new-version", form);
    }
}
