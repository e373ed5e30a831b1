using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using AngleSharp.Html.Dom;
using Microsoft.Extensions.Logging.Abstractions;
using Throughcare.Application.Record.Documents;
using Throughcare.Domain.Access;
using Throughcare.Web.Host;
using Xunit;

namespace Throughcare.Web.Tests.Record;

/// <summary>Documents as somebody at a browser adds, reads, renews and withdraws them.</summary>
public sealed class DocumentPageTests
{
    private static readonly Dictionary<string, string> Letter = new()
    {
        ["Input.Type"] = "LETTER",
        ["Input.Title"] = "Invitation",
        ["Input.DatedOn"] = "2/1/2026",
        ["Input.ReceivedOn"] = "3/1/2026",
        ["Input.Sensitivity"] = "Usual",
        ["Input.IsShared"] = "false",
    };

    [Fact]
    public async Task A_document_is_added_listed_downloaded_renewed_and_withdrawn()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        var user = await app.SignInAsAsync(Role.HeadOmu);
        var at = $"/people/{person.Address}/documents";

        var empty = await user.PageAsync(at);
        var added = await UploadAsync(user, $"{at}/new", "letter.txt", "<script>alert(1)</script>", Letter);
        var page = await user.PageAsync(at);
        var file = await user.GetAsync(page.QuerySelector("tbody th a")!.GetAttribute("href")!);
        var renewed = await UploadAsync(user, Link(page, "Add a version"), "letter.txt", "Thursday", new Dictionary<string, string> { ["Input.Note"] = "Day corrected", ["Input.DatedOn"] = "4/1/2026", ["Input.ReceivedOn"] = "" });
        var versions = await user.PageAsync(at);
        var withdrawn = await user.SubmitAsync(Link(versions, "Withdraw"), new Dictionary<string, string> { ["Input.Reason"] = "Of another person" });

        Assert.Contains("No documents on this record.", empty.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Documents", empty.QuerySelector(".moj-sub-navigation a[aria-current=page]")?.TextContent);
        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, HttpStatusCode.SeeOther), (added.StatusCode, renewed.StatusCode, withdrawn.StatusCode));
        Assert.Equal("Document added", page.QuerySelector(".govuk-notification-banner__heading")?.TextContent);
        Assert.Equal("Invitation", page.QuerySelector("tbody th a")!.TextContent);
        Assert.Contains("Every role with a working relationship", page.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(("attachment", "letter.txt", "text/plain"), (file.Content.Headers.ContentDisposition?.DispositionType, file.Content.Headers.ContentDisposition?.FileName, file.Content.Headers.ContentType?.MediaType));
        Assert.Equal("nosniff", Assert.Single(file.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("<script>alert(1)</script>", await file.Content.ReadAsStringAsync());
        Assert.Contains("2: Day corrected", versions.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Earlier versions", versions.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No documents on this record.", (await user.PageAsync(at)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(await app.LooksAsync(), look => look.What.StartsWith("document ", StringComparison.Ordinal) && look.PersonId == person.Id);
    }

    [Fact]
    public async Task A_refused_form_keeps_what_was_typed_and_says_that_the_file_must_be_chosen_again()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        var user = await app.SignInAsAsync(Role.HeadOmu);

        var page = await User.ReadAsync(await UploadAsync(user, $"/people/{person.Address}/documents/new", "letter.pdf", "MZ", new Dictionary<string, string>(Letter) { ["Input.DatedOn"] = "31/2/2026" }));
        var wrong = await User.ReadAsync(await UploadAsync(user, $"/people/{person.Address}/documents/new", "letter.pdf", "MZ", Letter));

        Assert.Equal(["Date of the document must be a real date"], page.QuerySelectorAll(".govuk-error-summary__list a").Select(a => a.TextContent));
        Assert.Equal(("Invitation", "LETTER"), (((IHtmlInputElement)page.GetElementById("Input.Title")!).Value, ((IHtmlSelectElement)page.GetElementById("Input.Type")!).Value));
        Assert.Contains("Choose the file again", page.QuerySelector("main .govuk-hint")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("What is in the selected file is not PDF, although its name says so", wrong.QuerySelector(".govuk-error-summary__list a[href='#Input.File']")?.TextContent);
    }

    [Fact]
    public async Task A_greyed_document_has_no_link_and_its_file_is_not_found()
    {
        await using var app = await App.StartAsync();
        var person = await app.PersonAsync();
        var author = await app.SignInAsAsync(Role.HeadOmu);
        var at = $"/people/{person.Address}/documents";
        await UploadAsync(author, $"{at}/new", "letter.txt", "secret", new Dictionary<string, string>(Letter) { ["Input.Type"] = "PSYCH" });
        var address = (await author.PageAsync(at)).QuerySelector("tbody th a")!.GetAttribute("href")!;
        var reader = await app.SignInAsAsync(Role.Residential);

        var page = await reader.PageAsync(at);

        Assert.StartsWith("Sensitive document, 2 Jan 2026, ask ", page.QuerySelector("tbody th")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("tbody a"));
        Assert.Null(page.QuerySelector($"a[href='{at}/new']"));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(address)).StatusCode);
    }

    [Theory]
    [InlineData("stream: OK\0", VirusFinding.Clean)]
    [InlineData("stream: Eicar-Test-Signature FOUND\0", VirusFinding.Infected)]
    [InlineData("INSTREAM size limit exceeded. ERROR\0", VirusFinding.NotScanned)]
    public async Task The_scanner_is_sent_the_whole_content_and_its_answer_counts(string answer, VirusFinding finding)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var content = new byte[200_000];
        content[^1] = 7;
        var daemon = ServeAsync(listener, answer);

        var found = await Scanner(((IPEndPoint)listener.LocalEndpoint).Port).ScanAsync(content, TestContext.Current.CancellationToken);

        Assert.Equal(finding, found);
        Assert.Equal(content, await daemon);
    }

    [Fact]
    public async Task A_scanner_that_is_not_there_scans_nothing()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        Assert.Equal(VirusFinding.NotScanned, await Scanner(port).ScanAsync("x"u8.ToArray(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Without_an_answer_of_the_scanner_nothing_is_kept()
    {
        await using var app = await App.StartAsync(settings: new Dictionary<string, string> { ["Documents:VirusScanner"] = "127.0.0.1:1" });
        var person = await app.PersonAsync();
        var user = await app.SignInAsAsync(Role.HeadOmu);

        var page = await User.ReadAsync(await UploadAsync(user, $"/people/{person.Address}/documents/new", "letter.txt", "hello", Letter));

        Assert.Equal("The selected file could not be checked for viruses. Try again later", page.QuerySelector(".govuk-error-summary__list a")?.TextContent);
    }

    private static ClamdScanner Scanner(int port) => new("127.0.0.1", port, TimeSpan.FromSeconds(10), NullLogger<ClamdScanner>.Instance);

    private static async Task<byte[]> ServeAsync(TcpListener listener, string answer)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        await stream.ReadExactlyAsync(new byte["zINSTREAM\0".Length]);
        using var received = new MemoryStream();
        var length = new byte[4];
        while (true)
        {
            await stream.ReadExactlyAsync(length);
            var piece = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
            if (piece.Length == 0)
            {
                break;
            }

            await stream.ReadExactlyAsync(piece);
            received.Write(piece);
        }

        await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes(answer));
        return received.ToArray();
    }

    private static string Link(IHtmlDocument page, string text) =>
        page.QuerySelectorAll("tbody a").OfType<IHtmlAnchorElement>().Single(a => a.TextContent.StartsWith(text, StringComparison.Ordinal)).GetAttribute("href")!;

    private static async Task<HttpResponseMessage> UploadAsync(User user, string address, string name, string content, Dictionary<string, string> fields)
    {
        var page = await user.PageAsync(address);
        using var form = new MultipartFormDataContent();
        foreach (var input in page.QuerySelectorAll("form[enctype] input[type=hidden]").OfType<IHtmlInputElement>())
        {
            form.Add(new StringContent(input.Value), input.Name!);
        }

        foreach (var (field, value) in fields)
        {
            form.Add(new StringContent(value), field);
        }

        var file = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(content));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file, "Input.File", name);
        return await user.Client.PostAsync(address, form);
    }
}
