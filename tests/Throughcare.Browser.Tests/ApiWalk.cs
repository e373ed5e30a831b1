using System.Diagnostics;
using Xunit;

namespace Throughcare.Browser.Tests;

/// <summary>The script of the documentation, run against the product as a new user starts it.</summary>
public sealed class ApiWalk(Product product)
{
    [Fact]
    public async Task The_script_of_the_documentation_walks_the_whole_api()
    {
        var start = new ProcessStartInfo("bash")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(Product.Root, "docs", "api.sh"), product.Address.ToString().TrimEnd('/') },
        };
        using var script = Process.Start(start)!;
        var (said, wrong) = (script.StandardOutput.ReadToEndAsync(), script.StandardError.ReadToEndAsync());
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await script.WaitForExitAsync(patience.Token);

        Assert.True(script.ExitCode == 0, await said + await wrong);
        Assert.EndsWith("The API answers as it should.", (await said).TrimEnd(), StringComparison.Ordinal);
    }
}
