using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Throughcare.Browser.Tests;

/// <summary>Every page that the product has, found from its sources and reached as its users reach it.</summary>
public sealed partial class EveryPage(Product product)
{
    private const int MostOfOneUser = 400;

    /// <summary>Pages of one kind that one user goes to, such as of several members of staff: what a page leads to differs with what it is of.</summary>
    private const int MostOfOnePage = 4;

    private static readonly string[] Users =
        ["case-admin@demo", "pom@demo", "homd@demo", "admin@demo", "records-officer@demo", "security@demo", "oca@demo", "com@demo", "key-worker@demo", "prisoner@demo", "ppo-tracker@demo"];

    /// <summary>Pages that only show themselves in states that the demo does not have, each looked at by the web tests.</summary>
    private static readonly Dictionary<string, string> NotInTheDemo = new()
    {
        ["/people/{person}/open-limited"] = "once a session, to those on the list of a limited record",
        ["/people/{person}/transfers/{id:guid}/call-off"] = "while a transfer of the person is booked; the web tests call one off",
        ["/admin/api-clients/{id:guid}/edit"] = "of a client that somebody made: the demo client stays what it is; the web tests change one",
        ["/kept"] = "after a session has ended in the middle of a form",
        ["/sign-in/authenticator"] = "on a system with real data",
        ["/sign-in/code"] = "on a system with real data",
        ["/sign-in/password"] = "with a password that has to be changed",
        ["/errors/{code:int}"] = "never by its own address",
        ["/imports/templates/{file}"] = "a file, not a page",
        ["/admin/tables/{name}/file"] = "a file, not a page",
        ["/cases/file"] = "a file, not a page",
        ["/handovers/pipeline/file"] = "a file, not a page",
        ["/tasks/calendar.ics"] = "a file, not a page",
        ["/people/{person}/due/exemptions/{id:guid}"] = "where a case is exempt from a standard; the web tests look at it",
        ["/people/{person}/deferrals/{id:guid}"] = "where a later date was asked for; the web tests look at it",
        ["/admin/standards/file"] = "a file, not a page",
        ["/admin/standards/trials/{trial:guid}"] = "once a rule set is tried; the web tests try one",
        ["/standards/file"] = "a file, not a page",
        ["/matches/{id:guid}"] = "once the pair of the demo is decided; the story of two records looks at it",
        ["/merges/{id:guid}"] = "after somebody has asked for a merge of two worked records",
        ["/people/{person}/merged/{record:guid}"] = "after a merge; the story of two records looks at it",
        ["/people/{person}/documents/{id:guid}/new-version"] = "to those who may change a document, on a record that has one",
        ["/people/{person}/documents/{id:guid}/withdraw"] = "to those who may change a document, on a record that has one",
        ["/staff/{id:guid}/workload"] = "of somebody who carries cases at the place of a manager; the web tests look at it",
        ["/key-work/staff/{id:guid}"] = "of a key worker of the prison; the web tests change one",
        ["/people/{person}/risk/scores/{id:guid}"] = "once scores are kept with an assessment; the web tests keep some",
        ["/people/{person}/allocate-com"] = "to managers of a delivery unit, of people of theirs who have no COM",
        ["/people/{person}/workload"] = "to managers of a delivery unit, of cases of theirs; the web tests mark one",
        ["/people/{person}/early-allocation/{id:guid}/answer"] = "where a case was referred to the community; the web tests refer one",
        ["/people/{person}/personal/details/{field}/history"] = "where a detail was changed before",
    };

    [Fact]
    public async Task Every_page_passes_axe_at_both_widths_and_works_without_scripts()
    {
        var templates = Templates().OrderBy(t => t.Count(c => c == '{')).ToDictionary(t => t, Screens.Matching);   // an address of words before one of parameters
        var (here, elsewhere) = await FirstRoomsStory.NumbersAsync();
        Dictionary<string, (string User, string Address)> seen = [];
        List<string> wrong = [];

        var anyone = await product.OpenAsync();
        foreach (var address in new[] { "/sign-in", "/signed-out", "/sign-in/locked", "/accessibility", "/privacy", "/help", "/help/words", "/whats-new", "/api/docs", "/no-such-page" })
        {
            await LookAsync(anyone, "nobody", address);
        }

        foreach (var user in Users)
        {
            var page = await product.SignInAsync(user);
            var path = Path(page.Url);
            List<string> toGo = [path, "/", "/search", "/search?q=an", "/arrivals", "/releases", "/imports", "/matches", "/data-quality", "/protection/ppo", "/access-requests", "/change-role",
                "/admin/accounts?q=pom@demo", "/admin/places/N55P07", "/admin/tables/religion", "/admin/api-clients", "/handover-packs", "/handover-packs?way=sent", "/subject-access", "/risk-calculator", "/tasks", "/tasks?by=person", "/tasks/calendar", "/deferrals",
                "/standards", "/standards/initial_oasys", "/standards/people", "/rules", "/rules/standard.due?rule=PL-010&trigger_date=2025-10-17&as_at=2025-12-15&try=1",
                $"/people/{here}/rules/standard.due?rule=PL-010&trigger_date=2025-10-17", "/admin/standards", "/admin/standards/new-version", "/cases/missing", "/notices", "/workload", "/handovers/pipeline", "/key-work/settings"];
            foreach (var template in templates.Keys.Where(t => t.Contains("{person}", StringComparison.Ordinal) && t.Count(c => c == '{') == 1))
            {
                toGo.Add(template.Replace("{person}", template.EndsWith("-access", StringComparison.Ordinal) || template.EndsWith("-glass", StringComparison.Ordinal) ? elsewhere : here, StringComparison.Ordinal));
            }

            HashSet<string> known = [.. toGo];
            Dictionary<string, int> visits = [];
            for (var gone = 0; gone < MostOfOneUser && toGo.Count > 0 && templates.Keys.Any(IsWanted); gone++)
            {
                // first what nobody has shown yet, then what this user has been to least: it may lead there
                var address = toGo.MinBy(to => TemplateOf(to) is { } t && IsWanted(t) ? -1 : visits.GetValueOrDefault(TemplateOf(to) ?? ""))!;
                toGo.Remove(address);
                if (TemplateOf(address) is not { } template || visits.GetValueOrDefault(template) == MostOfOnePage)
                {
                    continue;
                }

                visits[template] = visits.GetValueOrDefault(template) + 1;
                foreach (var link in await LookAsync(page, user, address))
                {
                    if (!link.Contains("sign-out", StringComparison.Ordinal) && TemplateOf(link) is not null && known.Add(link))
                    {
                        toGo.Add(link);
                    }
                }
            }

            await page.Context.CloseAsync();
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal([], templates.Keys.Where(IsWanted).Order());

        foreach (var group in seen.Values.GroupBy(s => s.User))
        {
            var page = group.Key == "nobody" ? await product.OpenAsync(javaScript: false) : await product.SignInAsync(group.Key, javaScript: false);
            foreach (var (_, address) in group)
            {
                await page.GotoAsync(address);
                Assert.True(await page.Locator("h1").CountAsync() == 1, $"{address} has no heading without scripts");
            }

            await page.Context.CloseAsync();
        }

        bool IsWanted(string template) => !seen.ContainsKey(template) && !NotInTheDemo.ContainsKey(template);

        string? TemplateOf(string address) => templates.FirstOrDefault(t => t.Value.IsMatch(address.Split('?')[0])).Key;

        // a page of which another user's was looked at is asked for as a program would: what counts is its answer, and where it leads
        async Task<IReadOnlyList<string>> LookAsync(IPage page, string user, string address)
        {
            await using var answer = await page.APIRequest.GetAsync(address);
            if (answer.Status >= 500)
            {
                wrong.Add($"{address} answered {answer.Status} to {user}");
            }

            if (TemplateOf(Path(answer.Url)) is not { } template || answer.Status != 200 || seen.ContainsKey(template))
            {
                return await page.LinksOfAsync(await answer.TextAsync(), answer.Url);
            }

            await page.GotoAsync(address);
            seen.Add(template, (user, address));
            try
            {
                await page.LooksRightAsync();
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                wrong.Add(problem.Message);
            }

            return await page.LinksAsync();
        }
    }

    private static string Path(string url) => new Uri(url).PathAndQuery;

    private static IEnumerable<string> Templates() =>
        Directory.GetFiles(System.IO.Path.Combine(Product.Root, "src", "Throughcare.Web", "Pages"), "*.cshtml", SearchOption.AllDirectories)
            .SelectMany(file => File.ReadLines(file).Take(3))
            .Select(line => PageDirective().Match(line))
            .Where(match => match.Success)
            .Select(match => match.Groups["template"].Value);

    [GeneratedRegex("^@page \"(?<template>[^\"]+)\"")]
    private static partial Regex PageDirective();
}
