using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Throughcare.Bench;

/// <summary>Users who look people up, read them and record contacts, as a prison's staff do, through the pages themselves.</summary>
internal sealed class Load(Uri server, IReadOnlyList<OfflocPerson> people, string user, string password, TimeSpan think, int seed)
{
    private readonly ConcurrentQueue<string> _problems = new();
    private int _contacts;
    private int _done;
    private int _failed;

    public int Done => _done;

    public int Failed => _failed;

    public IEnumerable<string> Problems => _problems;

    public async Task RunAsync(int users, TimeSpan time, CancellationToken stop)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        end.CancelAfter(time);
        await Task.WhenAll(Enumerable.Range(0, users).Select(i => WorkAsync(new Random(seed + i), end.Token)));
    }

    private async Task WorkAsync(Random random, CancellationToken end)
    {
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = true }) { BaseAddress = server };
        try
        {
            await Task.Delay(random.NextDouble() * think, end);
            await SignInAsync(http, end);
            while (true)
            {
                await Task.Delay(think * (0.5 + random.NextDouble()), end);
                var person = people[random.Next(people.Count)];
                await ActAsync(random.Next(100) switch
                {
                    < 40 => () => GetAsync(http, $"/people/{person.Number}", end),
                    < 65 => () => GetAsync(http, $"/people/{person.Number}/timeline", end),
                    < 75 => () => GetAsync(http, $"/search?q={person.Number}", end),
                    < 90 => () => GetAsync(http, $"/search?q={Uri.EscapeDataString($"{Misspell(person.Surname, random)} {person.Forename}")}", end),
                    _ => () => RecordContactAsync(http, people[(seed + Interlocked.Increment(ref _contacts)) % people.Count], random, end),   // nobody twice in a minute
                });
            }
        }
        catch (OperationCanceledException)
        {
        }
        catch (Exception problem) when (problem is HttpRequestException or InvalidOperationException)
        {
            Failure(problem.Message);
        }
    }

    private async Task ActAsync(Func<Task> act)
    {
        try
        {
            await act();
            Interlocked.Increment(ref _done);
        }
        catch (Exception problem) when (problem is HttpRequestException or InvalidOperationException)
        {
            Failure(problem.Message);
        }
    }

    private void Failure(string what)
    {
        Interlocked.Increment(ref _failed);
        _problems.Enqueue(what);
    }

    private async Task SignInAsync(HttpClient http, CancellationToken end)
    {
        var page = await GetAsync(http, "/sign-in", end);
        var form = FormWith(page.Document, "input[type=password]");
        var fields = Fields(form);
        foreach (var input in form.QuerySelectorAll<IHtmlInputElement>("input"))
        {
            if (input.Name is { Length: > 0 } name && input.Type is "password" or "text" or "email")
            {
                fields[input.Name!] = input.Type is "password" ? password : user;
            }
        }

        var after = await PostAsync(http, page, form, fields, end);
        if (after.Document.QuerySelector("input[type=password]") is not null)
        {
            throw new InvalidOperationException($"{user} could not sign in.");
        }
    }

    private static async Task RecordContactAsync(HttpClient http, OfflocPerson person, Random random, CancellationToken end)
    {
        var page = await GetAsync(http, $"/people/{person.Number}/contacts/new", end);
        var form = FormWith(page.Document, "textarea");
        var fields = Fields(form);
        foreach (var select in form.QuerySelectorAll<IHtmlSelectElement>("select").Where(s => s.Name is { Length: > 0 }))
        {
            fields[select.Name!] = select.Options.Select(o => o.Value).FirstOrDefault(v => v == "TC01")
                ?? select.Options.Select(o => o.Value).First(v => v.Length > 0);
        }

        foreach (var group in form.QuerySelectorAll<IHtmlInputElement>("input[type=radio]").GroupBy(r => r.Name!))
        {
            fields[group.Key] = (group.FirstOrDefault(r => r.IsChecked) ?? group.First()).Value;
        }

        foreach (var text in form.QuerySelectorAll<IHtmlTextAreaElement>("textarea").Where(t => t.Name is { Length: > 0 }))
        {
            fields[text.Name!] = string.Create(CultureInfo.InvariantCulture,
                $"Talked about the workshop course and the family visit (note {random.Next(1_000_000)}). Agreed to apply by Friday; next meeting on Monday.");
        }

        foreach (var duration in fields.Keys.Where(k => k.Contains("Duration", StringComparison.Ordinal)).ToList())
        {
            fields[duration] = "30";
        }

        var after = await PostAsync(http, page, form, fields, end);
        if (after.Document.QuerySelector(".govuk-error-summary") is { } errors)
        {
            throw new InvalidOperationException($"A contact was refused: {errors.TextContent.Trim()}");
        }
    }

    private static async Task<Shown> GetAsync(HttpClient http, string address, CancellationToken end)
    {
        using var response = await http.GetAsync(new Uri(address, UriKind.Relative), end);
        return await ReadAsync(response, address, end);
    }

    private static async Task<Shown> PostAsync(HttpClient http, Shown page, IHtmlFormElement form, Dictionary<string, string> fields, CancellationToken end)
    {
        var address = form.GetAttribute("action") is { Length: > 0 } action ? new Uri(page.Address, action) : page.Address;
        using var content = new FormUrlEncodedContent(fields);
        using var response = await http.PostAsync(address, content, end);
        return await ReadAsync(response, $"POST {address.AbsolutePath}", end);
    }

    private static async Task<Shown> ReadAsync(HttpResponseMessage response, string address, CancellationToken end)
    {
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{address} answered {(int)response.StatusCode}");
        }

        var parser = new HtmlParser();
        var document = (IHtmlDocument)await parser.ParseDocumentAsync(await response.Content.ReadAsStringAsync(end), end);
        return new Shown(document, response.RequestMessage!.RequestUri!);
    }

    private static IHtmlFormElement FormWith(IHtmlDocument page, string selector) =>
        page.QuerySelectorAll<IHtmlFormElement>("form").FirstOrDefault(f => f.Method == "post" && f.QuerySelector(selector) is not null)
        ?? throw new InvalidOperationException($"The page \"{page.Title}\" has no form with {selector}.");

    private static Dictionary<string, string> Fields(IHtmlFormElement form)
    {
        Dictionary<string, string> fields = [];
        foreach (var input in form.QuerySelectorAll<IHtmlInputElement>("input").Where(i => i.Name is { Length: > 0 } && i.Type is not "radio" and not "checkbox"))
        {
            fields[input.Name!] = input.Value;
        }

        return fields;
    }

    /// <summary>Swaps two letters inside the name, or doubles one, as people do.</summary>
    private static string Misspell(string surname, Random random)
    {
        if (surname.Length < 4)
        {
            return surname;
        }

        var i = 1 + random.Next(surname.Length - 2);
        return random.Next(2) == 0
            ? string.Concat(surname.AsSpan(0, i), surname.AsSpan(i, 1), surname.AsSpan(i))
            : string.Concat(surname.AsSpan(0, i), surname.AsSpan(i + 1, 1), surname.AsSpan(i, 1), surname.AsSpan(i + 2));
    }

    /// <summary>A page and the address that it came from, after redirects.</summary>
    private sealed record Shown(IHtmlDocument Document, Uri Address);
}
