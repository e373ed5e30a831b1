using Throughcare.Domain.Rules;
using Throughcare.Population.Cases;
using Throughcare.Population.Keys;
using Throughcare.Population.PpoList;
using Throughcare.Population.Tests.Files;
using Xunit;

namespace Throughcare.Population.Tests.PpoList;

public sealed class PpoListFileTests
{
    private static readonly CaseloadOptions Options = new() { People = 20_000, Day = new(2026, 9, 30) };

    [Fact]
    public async Task The_same_options_give_the_same_bytes_and_the_agreed_ones()
    {
        var small = Options with { People = 2_000 };
        var file = await CsvFile.Of(PpoListFile.WriteAsync, small);

        Assert.Equal("jtrack_20260930_FICTIONAL.csv", file.Report.FileName);
        Assert.Equal(file.Bytes, (await CsvFile.Of(PpoListFile.WriteAsync, small)).Bytes);
        Assert.Equal("10fe67c6f476d5f96600e4b811f5d67d237340b042bfa79c1f92dd521a68f828", file.Report.Sha256);
    }

    [Fact]
    public async Task About_eight_people_in_a_thousand_are_on_a_list()
    {
        var list = (await CsvFile.Of(PpoListFile.WriteAsync, Options)).Table.Rows;
        var people = (await CsvFile.Of(KeyFile.WriteAsync, Options)).Table.Rows.Count;

        Assert.InRange(list.Count / (double)people, 0.0070, 0.0095);
        Assert.InRange(list.Select(row => row["force_code"]).Distinct().Count(), 35, 43);
    }

    [Fact]
    public async Task Required_fields_are_filled_and_coded_ones_have_a_value_of_their_list()
    {
        var list = (await CsvFile.Of(PpoListFile.WriteAsync, Options)).Table.Rows;
        var forces = CsvTable.Load("reference/police-forces.csv").Rows.Select(row => row["force_code"]).ToHashSet();

        Assert.Distinct(list.Select(row => (row["force_code"], row["list_ref"])));
        Assert.All(list, row =>
        {
            Assert.Contains(row["force_code"], forces);
            Assert.Contains(row["scheme"], (string[])["", "PPO", "IOM_FIXED", "IOM_FLEX", "IOM_FREE"]);
            Assert.Contains(row["ppo_status"], (string[])["NOMINATED", "ACTIVE", "SUSPENDED", "DEREGISTERED"]);
            Assert.Contains(row["strand"], (string[])["CATCH_CONVICT", "REHABILITATE_RESETTLE", "PREVENT_DETER"]);
            Assert.True(row["surname"].Length > 0 && row["forename"].Length > 0);
            Assert.True(row.Date("registered_date") <= Options.Day && row.Date("date_of_birth") < Options.Day);
            Assert.Equal(row["ppo_status"] == "DEREGISTERED", row.OptionalDate("deregistered_date") is not null);
            Assert.Contains(row["covert"], (string[])["Y", "N"]);
        });
    }

    [Fact]
    public async Task Some_are_known_by_number_some_by_name_alone_and_some_wrongly_or_not_at_all()
    {
        var list = (await CsvFile.Of(PpoListFile.WriteAsync, Options)).Table.Rows;
        var key = (await CsvFile.Of(KeyFile.WriteAsync, Options)).Table.Rows
            .Where(row => row["list_refs"].Length > 0).ToDictionary(row => row["list_refs"], StringComparer.Ordinal);
        var known = list.Where(row => key.ContainsKey(Reference(row))).Select(row => (Row: row, Truth: key[Reference(row)])).ToList();
        int Count(Func<CsvRow, CsvRow, bool> is_) => known.Count(pair => is_(pair.Row, pair.Truth));

        Assert.InRange(list.Count - known.Count, 1, list.Count / 20);
        Assert.InRange(Count((row, truth) => row["pnc"].Length > 0 && row["pnc"] == truth["pnc"]), known.Count * 0.5, known.Count * 0.66);
        Assert.InRange(Count((row, truth) => row["pnc"].Length == 0 && row["cro"].Length > 0), known.Count * 0.06, known.Count * 0.18);
        Assert.InRange(Count((row, truth) => row["pnc"].Length == 0 && row["cro"].Length == 0), known.Count * 0.20, known.Count * 0.42);
        Assert.InRange(Count((row, truth) => row.Date("date_of_birth") != truth.Date("date_of_birth")), 1, known.Count / 20);
        Assert.All(known, pair => Assert.Contains(
            pair.Row.Date("date_of_birth"),
            (DateOnly?[])[pair.Truth.Date("date_of_birth"), ProbationIdentity.Swapped(pair.Truth.Date("date_of_birth"))]));
        Assert.InRange(Count((row, truth) => row["forename"] != truth["forename"]), 1, known.Count / 12);
        Assert.InRange(Count((row, truth) => row["pnc"].Length > 0 && row["pnc"] != truth["pnc"]), 1, known.Count / 25);
        Assert.All(known, pair => Assert.Equal(pair.Truth["surname"], pair.Row["surname"], ignoreCase: true));
    }

    [Fact]
    public async Task Most_of_the_list_is_the_same_on_the_next_day()
    {
        var today = (await CsvFile.Of(PpoListFile.WriteAsync, Options)).Table.Rows.Select(Reference).ToHashSet();
        var tomorrow = (await CsvFile.Of(PpoListFile.WriteAsync, Options with { Day = Options.Day.AddDays(1) })).Table.Rows.Select(Reference).ToHashSet();

        Assert.InRange(today.Intersect(tomorrow).Count(), today.Count * 0.95, today.Count);
    }

    private static string Reference(CsvRow row) => $"{row["force_code"]}/{row["list_ref"]}";
}
