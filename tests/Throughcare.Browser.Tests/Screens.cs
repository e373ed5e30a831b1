using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Throughcare.Browser.Tests;

/// <summary>What a user does, at the height of their words; the selectors are here and nowhere else.</summary>
internal static partial class Screens
{
    public const int Desktop = 1280;
    public const int Narrow = 320;

    private const string DemoPassword = "Throughcare-demo-1";

    private static readonly AxeRunOptions Axe = new()
    {
        RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
    };

    extension(Product product)
    {
        /// <summary>A browser of one user, signed in.</summary>
        public async Task<IPage> SignInAsync(string userName, bool javaScript = true)
        {
            var page = await product.OpenAsync(javaScript);
            await page.GotoAsync("/sign-in");
            await page.GetByLabel("User name").FillAsync(userName);
            await page.GetByLabel("Password").FillAsync(DemoPassword);
            await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
            await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
            return page;
        }

        public async Task<IPage> OpenAsync(bool javaScript = true)
        {
            var context = await product.Browser.NewContextAsync(new()
            {
                BaseURL = product.Address.ToString(),
                JavaScriptEnabled = javaScript,
                ViewportSize = new() { Width = Desktop, Height = 900 },
                AcceptDownloads = true,
            });
            return await context.NewPageAsync();
        }
    }

    extension(IPage page)
    {
        public ILocator Heading => page.Locator("h1");

        /// <summary>Types into the one search box and asks.</summary>
        public async Task SearchAsync(string text)
        {
            await page.GotoAsync("/search");
            await page.Locator("main input[name=q]").FillAsync(text);
            await page.Locator("main").GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true }).First.ClickAsync();
        }

        /// <summary>Chooses in a list that scripts turn into a box to type into.</summary>
        public async Task ChooseAsync(string label, string choice)
        {
            var box = page.GetByLabel(label, new() { Exact = true }).First;
            if (await box.EvaluateAsync<string>("e => e.tagName") == "SELECT")
            {
                await box.SelectOptionAsync(new SelectOptionValue { Label = choice });
                return;
            }

            await box.FillAsync(choice);
            await page.GetByRole(AriaRole.Option, new() { Name = choice }).First.ClickAsync();
        }

        /// <summary>Nothing that axe finds, at 1280 and at 320 pixels; and nothing to scroll sideways for at 320.</summary>
        public async Task LooksRightAsync()
        {
            foreach (var width in new[] { Desktop, Narrow })
            {
                await page.SetViewportSizeAsync(width, 900);
                var found = await page.RunAxe(Axe);
                Assert.True(found.Violations.Length == 0, $"{page.Url} at {width} px: " + string.Join("; ", found.Violations.Select(v =>
                    $"{v.Id} ({v.Help}): {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}")));
            }

            var wide = await page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth");
            Assert.True(wide <= Narrow, $"{page.Url} is {wide} px wide at {Narrow} px");
            await page.SetViewportSizeAsync(Desktop, 900);
        }

        /// <summary>Every address of this product that the page links to.</summary>
        public async Task<IReadOnlyList<string>> LinksAsync() =>
            [.. (await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('a[href]')].filter(a => a.origin === location.origin && !a.hasAttribute('download')).map(a => a.pathname + a.search)")).Distinct()];

        /// <summary>The same of a page that was asked for without opening it.</summary>
        /// <param name="html">What was answered.</param>
        /// <param name="address">Where it came from.</param>
        public async Task<IReadOnlyList<string>> LinksOfAsync(string html, string address) =>
            [.. (await page.EvaluateAsync<string[]>(
                "([html, address]) => [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('a[href]')].filter(a => !a.hasAttribute('download')).map(a => new URL(a.getAttribute('href'), address)).filter(u => u.origin === location.origin).map(u => u.pathname + u.search)",
                new[] { html, address })).Distinct()];
    }

    /// <summary>Two letters of a name the wrong way round.</summary>
    public static string Misspelt(string surname) => $"{surname[..2]}{surname[3]}{surname[2]}{surname[4..]}";

    [GeneratedRegex(@"\{[^}]+\}")]
    private static partial Regex Parameter();

    /// <summary>A route template, such as <c>/people/{person}</c>, as something that addresses match.</summary>
    public static Regex Matching(string template) =>
        new("^" + string.Join("[^/]+", Parameter().Split(template).Select(Regex.Escape)) + "/?$", RegexOptions.IgnoreCase);
}
