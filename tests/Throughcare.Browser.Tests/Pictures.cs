using Microsoft.Playwright;
using Xunit;

namespace Throughcare.Browser.Tests;

/// <summary>The pictures of the README: made by <c>build/pictures</c>, not a test of anything.</summary>
public sealed class Pictures(Product product)
{
    [Fact(Explicit = true)]
    public async Task Make_the_pictures_of_the_readme()
    {
        var directory = Environment.GetEnvironmentVariable("THROUGHCARE_PICTURES") ?? throw new InvalidOperationException("Run build/pictures");
        var page = await product.SignInAsync("pom@demo");
        await page.GotoAsync("/search?q=br*");
        await page.Locator("main tbody a, main table a").First.ClickAsync();
        await TakeAsync(page, "overview.png");

        page = await product.SignInAsync("admin@demo");
        await page.GotoAsync("/imports");
        await page.Locator("main table a").First.ClickAsync();
        await TakeAsync(page, "import.png");

        async Task TakeAsync(IPage shown, string name) =>
            await shown.ScreenshotAsync(new() { Path = Path.Combine(directory, name), Clip = new() { X = 0, Y = 0, Width = 1280, Height = 900 } });
    }
}
