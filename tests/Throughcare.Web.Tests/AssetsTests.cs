using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Xunit;

namespace Throughcare.Web.Tests;

public class AssetsTests
{
    private static readonly string[] Folders =
        [Path.Combine("src", "Throughcare.Web", "wwwroot", "assets"), Path.Combine("tests", "Throughcare.Web.Tests", "Fixtures")];

    public static TheoryData<string> Each => [.. Folders];

    [Theory]
    [MemberData(nameof(Each))]
    public void Every_committed_file_is_what_its_manifest_says(string folder)
    {
        var root = RepositoryRoot.Of(folder);
        using var manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(root, "manifest.json")));
        var entries = manifest.RootElement.EnumerateArray().ToDictionary(e => e.GetProperty("file").GetString()!, StringComparer.Ordinal);

        Assert.Equal(
            Files(root).Where(file => file != "manifest.json"),
            entries.Keys.Order(StringComparer.Ordinal));

        foreach (var (file, entry) in entries)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(root, file))));
            Assert.True(hash == entry.GetProperty("sha256").GetString(), $"{file} has been changed by hand.");
            Assert.Equal("MIT", entry.GetProperty("licence").GetString());
            Assert.NotEmpty(entry.GetProperty("version").GetString()!);
        }
    }

    [Theory]
    [InlineData("govuk-frontend.min.css")]
    [InlineData("moj-frontend.min.css")]
    public void Neither_stylesheet_names_the_typeface_that_is_for_gov_uk_alone(string name)
    {
        var css = File.ReadAllText(RepositoryRoot.Of(Folders[0], name));

        Assert.DoesNotContain("GDS Transport", css);
        Assert.DoesNotContain("@font-face", css);
        Assert.Contains("Arial,Helvetica,sans-serif", css);
    }

    [Fact]
    public void Every_image_that_the_moj_stylesheet_asks_for_is_there()
    {
        var css = File.ReadAllText(RepositoryRoot.Of(Folders[0], "moj-frontend.min.css"));
        var asked = System.Text.RegularExpressions.Regex.Matches(css, @"url\((/assets/[^)]+)\)").Select(m => m.Groups[1].Value).Distinct().ToList();

        Assert.NotEmpty(asked);
        Assert.All(asked, path => Assert.True(File.Exists(RepositoryRoot.Of(["src", "Throughcare.Web", "wwwroot", .. path.Split('/')])), path));
    }

    [Fact]
    public async Task What_is_committed_is_what_the_script_makes()
    {
        var made = Directory.CreateTempSubdirectory("throughcare-assets");
        try
        {
            var problem = await RebuildAsync(made.FullName);
            Assert.SkipWhen(problem is not null, $"The rebuild was not tried: {problem}");

            foreach (var folder in Folders)
            {
                var again = Path.Combine(made.FullName, folder);
                Assert.Equal(Files(RepositoryRoot.Of(folder)), Files(again));
                Assert.All(Files(again), file => Assert.True(
                    File.ReadAllBytes(Path.Combine(again, file)).AsSpan().SequenceEqual(File.ReadAllBytes(RepositoryRoot.Of(folder, file))),
                    $"{file} differs from what build/assets makes."));
            }
        }
        finally
        {
            made.Delete(recursive: true);
        }
    }

    private static IEnumerable<string> Files(string root) => Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/')).Order(StringComparer.Ordinal);

    /// <returns>Why it could not be tried: there is no Node, or the packages are not to be had. A script that fails on what it
    /// got is a failure of the test.</returns>
    private static async Task<string?> RebuildAsync(string folder)
    {
        var start = new ProcessStartInfo("node", [RepositoryRoot.Of("build", "assets"), folder])
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };

        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return "there is no Node";
        }

        using (process)
        using (var patience = new CancellationTokenSource(TimeSpan.FromMinutes(2)))
        {
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            try
            {
                await process.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                return "the packages did not come within 2 minutes";
            }

            var said = await errors;
            if (process.ExitCode is not 0 && said.Contains("npm ci", StringComparison.Ordinal))
            {
                return "the packages are not to be had";
            }

            Assert.True(process.ExitCode is 0, said);
            return null;
        }
    }
}
