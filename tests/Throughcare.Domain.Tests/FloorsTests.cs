using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Xunit;

namespace Throughcare.Domain.Tests;

/// <summary>Each floor sees only the floors below it.</summary>
public sealed class FloorsTests
{
    private static readonly Dictionary<string, string[]> MaySee = new()
    {
        ["Risk"] = [],
        ["Domain"] = ["Risk"],
        ["Storage"] = ["Domain"],
        ["Storage.Sqlite"] = ["Storage"],
        ["Storage.Postgres"] = ["Storage"],
        ["Application"] = ["Storage"],
        ["Exchange"] = ["Application"],
        ["Population"] = ["Domain"],
        ["Web"] = ["Exchange", "Population", "Storage.Sqlite", "Storage.Postgres"],
        ["Cli"] = ["Exchange", "Population", "Storage.Sqlite", "Storage.Postgres"],
    };

    private static readonly string[] FloorsWithoutPackages = ["Risk", "Domain"];

    [Fact]
    public void Every_floor_refers_only_to_floors_below_it()
    {
        var found = Projects().ToDictionary(p => p.Name, p => p.Xml.Descendants("ProjectReference")
            .Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/')).Replace("Throughcare.", "", StringComparison.Ordinal)).ToList());

        Assert.Equal(MaySee.Keys.Order(), found.Keys.Order());
        Assert.All(found, floor => Assert.Empty(floor.Value.Except(MaySee[floor.Key])));
    }

    [Fact]
    public void The_pure_floors_stand_on_no_package() =>
        Assert.All(Projects().Where(p => FloorsWithoutPackages.Contains(p.Name)), p => Assert.Empty(p.Xml.Descendants("PackageReference")));

    [Fact]
    public void Every_version_stands_once_in_one_place() =>
        Assert.All(Projects(), p => Assert.DoesNotContain(p.Xml.Descendants("PackageReference"), r => r.Attribute("Version") is not null));

    [Fact]
    public void Only_the_hosts_read_the_clock() =>
        Assert.Equal(["Cli", "Web"], Projects().Where(p => p.Xml.Descendants("ReadsTheClock").Any(e => e.Value == "true")).Select(p => p.Name).Order());

    private static IEnumerable<(string Name, XDocument Xml)> Projects([CallerFilePath] string here = "") =>
        Directory.GetFiles(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "src"), "*.csproj", SearchOption.AllDirectories)
            .Select(file => (Path.GetFileNameWithoutExtension(file).Replace("Throughcare.", "", StringComparison.Ordinal), XDocument.Load(file)));
}
