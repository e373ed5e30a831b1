using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Web.Tests.Record;

public sealed class ImportPageTests
{
    [Theory]
    [InlineData(null, "", "Select a file")]
    [InlineData("people.csv", "a|b", "The name of the selected file does not show what it is. Choose what is in the file")]
    [InlineData("C_NOMIS_OFFENDER_05012026_X.dat", "", "The selected file is empty")]
    [InlineData("C_NOMIS_OFFENDER_05012026_X.dat", "hello", "The selected file does not hold the fields of a prison file")]
    [InlineData("05012026.zip", "hello", "The selected file is not a ZIP file, although its name says so")]
    public async Task A_file_that_can_not_be_one_is_refused_by_its_field(string? name, string content, string message)
    {
        await using var app = await App.StartAsync();
        var user = await app.SignInAsAsync(Role.Admin, "NAT");

        var page = await User.ReadAsync(await UploadAsync(user, name, content));

        Assert.Equal(message, page.QuerySelector(".govuk-error-summary__list a[href='#Input.File']")?.TextContent);
        Assert.Contains(message, page.QuerySelector(".govuk-error-message")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nothing imported yet.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_administrator_is_told_that_national_files_are_not_listed_and_what_to_do()
    {
        await using var app = await App.StartAsync();
        var run = await RunAsync(app, ImportStatus.CompletedWithErrors);
        var user = await app.SignInAsAsync(Role.CaseAdmin);

        var page = await user.PageAsync("/imports");

        var said = page.QuerySelector("main")!.TextContent;
        Assert.Contains("Nobody at HMP Lindholme has imported a file yet.", said, StringComparison.Ordinal);
        Assert.Contains("The national file is imported every night by an administrator and is not in this list.", said, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await user.GetAsync($"/imports/{run}")).StatusCode);
    }

    [Fact]
    public async Task A_file_is_received_and_leads_to_its_run()
    {
        await using var app = await App.StartAsync();
        var user = await app.SignInAsAsync(Role.Admin, "NAT");

        var response = await UploadAsync(user, "C_NOMIS_OFFENDER_05012026_X.dat", "\"a\"|\"b\"\r\n");
        var page = await user.PageAsync(response.Headers.Location!.ToString());

        Assert.Equal(HttpStatusCode.SeeOther, response.StatusCode);
        Assert.Equal("Import of C_NOMIS_OFFENDER_05012026_X.dat", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("File received", page.QuerySelector(".govuk-notification-banner__heading")?.TextContent);
    }

    [Fact]
    public async Task What_was_wrong_is_listed_and_can_be_downloaded()
    {
        await using var app = await App.StartAsync();
        var run = await RunAsync(app, ImportStatus.CompletedWithErrors);
        var user = await app.SignInAsAsync(Role.Admin, "NAT");

        var page = await user.PageAsync($"/imports/{run}");
        var file = await user.GetAsync($"/imports/{run}?handler=Errors");

        Assert.Contains("Enter a prison number like A1234BC", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("text/csv", file.Content.Headers.ContentType?.MediaType);
        Assert.Equal("errors-C_NOMIS_OFFENDER_04012026_X.csv", file.Content.Headers.ContentDisposition?.FileName);
        Assert.Contains("7,NOMS,A12,KEY_INVALID,Enter a prison number like A1234BC", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_that_goes_on_asks_to_be_refreshed_with_and_without_a_script_and_can_be_stopped()
    {
        await using var app = await App.StartAsync();
        var run = await RunAsync(app, ImportStatus.Staged);
        var user = await app.SignInAsAsync(Role.Admin, "NAT");

        var page = await user.PageAsync($"/imports/{run}");
        var state = await (await user.GetAsync($"/imports/{run}?handler=State")).Content.ReadAsStringAsync();
        var stopped = await user.SubmitAsync($"/imports/{run}", new Dictionary<string, string>());

        Assert.Contains("http-equiv=\"refresh\"", page.Head!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal($"/imports/{run}?handler=State", page.GetElementById("import-state")!.GetAttribute("data-tc-refresh"));
        Assert.DoesNotContain("<html", state, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, stopped.StatusCode);
        Assert.Contains("Stopping", (await user.PageAsync($"/imports/{run}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_run_of_another_unit_is_not_found()
    {
        await using var app = await App.StartAsync();
        var run = await RunAsync(app, ImportStatus.Completed);
        var user = await app.SignInAsAsync(Role.CaseAdmin, "LHI");

        Assert.Equal(HttpStatusCode.NotFound, (await user.GetAsync($"/imports/{run}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await user.GetAsync($"/imports/{run}?handler=Errors")).StatusCode);
    }

    private static async Task<HttpResponseMessage> UploadAsync(User user, string? name, string content)
    {
        var page = await user.PageAsync("/imports");
        var token = ((IHtmlInputElement)page.QuerySelector("form[enctype] input[name=__RequestVerificationToken]")!).Value;
        using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        if (name is not null)
        {
            var file = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(content));
            file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(file, "Input.File", name);
        }

        return await user.Client.PostAsync("/imports", form);
    }

    private static async Task<FactId> RunAsync(App app, ImportStatus status)
    {
        var id = A.FactId;
        await app.SaveAsync(
            new ImportRun
            {
                Id = id,
                Source = "OFFLOC",
                FileName = "C_NOMIS_OFFENDER_04012026_X.dat",
                Sha256 = "",
                Mode = ImportMode.Full,
                SourceDate = new(2026, 1, 4),
                StartedAt = A.Monday,
                By = StaffId.System,
                Role = Role.System,
                Place = PlaceCode.Nation,
                Status = status,
                Rows = 10,
                Read = 4,
                Errors = 1,
            },
            new ImportError
            {
                RunId = id,
                Number = 1,
                Row = 7,
                Column = "NOMS",
                Value = "A12",
                Code = "KEY_INVALID",
                Message = "Enter a prison number like A1234BC",
                Severity = ImportSeverity.Error,
            });
        return id;
    }
}
