using Throughcare.Domain.Rules;
using Throughcare.Population.Cases;
using Throughcare.Population.Keys;
using Throughcare.Population.PpoList;
using Throughcare.Population.Tests.Files;
using Throughcare.Population.Tests.Ndelius;
using Throughcare.Population.Tests.Offloc;
using Xunit;

namespace Throughcare.Population.Tests.Keys;

/// <summary>The key against what the files say, and how far the files differ from it.</summary>
public sealed class KeyFileTests
{
    private static readonly CaseloadOptions Options = new() { People = 3_000, Day = new(2026, 9, 30) };

    [Fact]
    public async Task Every_CRN_of_the_probation_file_is_in_the_key_once()
    {
        var key = await CsvFile.Of(KeyFile.WriteAsync, Options);
        var extract = await WrittenExtract.Of(Options);

        Assert.Equal(
            extract.Of("Offenders").Select(line => line["CRN"]).Order(),
            key.Table.Rows.SelectMany(row => row["crns"].Split(';', StringSplitOptions.RemoveEmptyEntries)).Order());
    }

    [Fact]
    public async Task Everyone_in_the_prison_file_is_in_the_key_once_with_the_same_name_and_date_of_birth()
    {
        var key = (await CsvFile.Of(KeyFile.WriteAsync, Options)).Table.Rows.Where(row => row["nomis_number"].Length > 0)
            .ToDictionary(row => row["nomis_number"], StringComparer.Ordinal);
        var prison = await WrittenFile.Of(new() { People = Options.PrisonersOrDefault, Day = Options.Day, Quirks = false });

        Assert.All(prison.Records, fields =>
        {
            var row = key[fields[3]];
            Assert.Equal((fields[6], fields[7]), (row["surname"], row["forename"]));
            Assert.Equal(WrittenFile.Date(fields[12]), row.Date("date_of_birth"));
            Assert.True(fields[47].Length == 0 || row["pnc"][2..] == fields[47].Split('"')[0], $"{fields[47]} {row["pnc"]}");
            Assert.True(fields[9].Length == 0 || row["cro"] == fields[9]);
        });
    }

    [Fact]
    public async Task No_two_people_share_a_number_of_any_kind()
    {
        var rows = (await CsvFile.Of(KeyFile.WriteAsync, Options)).Table.Rows;

        foreach (var column in (string[])["person", "nomis_number", "pnc", "cro", "list_refs"])
        {
            Assert.Distinct(rows.Select(row => row[column]).Where(number => number.Length > 0));
        }

        Assert.All(rows, row => Assert.True(row["nomis_number"].Length > 0 || row["crns"].Length > 0));
    }

    [Fact]
    public async Task The_files_differ_from_the_truth_in_the_agreed_shares()
    {
        var many = Options with { People = 8_000 };
        var truth = new Dictionary<string, (CsvRow Row, bool IsSecond)>(StringComparer.Ordinal);
        var rows = (await CsvFile.Of(KeyFile.WriteAsync, many)).Table.Rows;
        foreach (var row in rows)
        {
            foreach (var (at, crn) in row["crns"].Split(';', StringSplitOptions.RemoveEmptyEntries).Index())
            {
                truth.Add(crn, (row, at > 0));
            }
        }

        var prison = (await WrittenFile.Of(new() { People = many.PrisonersOrDefault, Day = many.Day, Quirks = false })).ByNumber();
        var records = (await WrittenExtract.Of(many)).Records.Values
            .Select(lines => (Line: lines.Values.Single(l => l.Type == "Offenders"), Aliases: lines.Values.Count(l => l.Type == "AliasDetails"))).ToList();
        var first = records.Where(r => !truth[r.Line["CRN"]].IsSecond).Select(r => (r.Line, truth[r.Line["CRN"]].Row, r.Aliases)).ToList();
        var known = first.Where(r => r.Row["nomis_number"].Length > 0).ToList();
        var duplicates = records.Where(r => truth[r.Line["CRN"]].IsSecond).ToList();
        void Share(double least, double most, int count, int of) => Assert.InRange(count / (double)of, least, most);

        var inside = prison.Keys.Count(number => rows.Any(row => row["nomis_number"] == number && row["crns"].Length > 0));
        Share(0.760, 0.800, inside, prison.Count);
        Share(0.835, 0.865, known.Count(r => r.Line["NOMISNumber"].Length > 0), known.Count);
        Assert.All(known, r => Assert.Contains(r.Line["NOMISNumber"], (string[])["", r.Row["nomis_number"]]));
        Share(0.024, 0.036, known.Count(r => r.Line["Surname"] != r.Row["surname"]
            || (r.Line["FirstName"] != r.Row["forename"] && OneLetter(r.Line["FirstName"], r.Row["forename"]))), known.Count);
        Share(0.003, 0.008, known.Count(r => Born(r.Line) != r.Row.Date("date_of_birth")), known.Count);
        Share(0.004, 0.020, known.Count(r => r.Line["FirstName"] != r.Row["forename"] && !OneLetter(r.Line["FirstName"], r.Row["forename"])), known.Count);
        Share(0.034, 0.046, first.Count(r => r.Line["PNCNumber"].Length == 0), first.Count);
        Share(0.025, 0.035, first.Count(r => r.Line["PNCNumber"].Length > 0 && r.Line["PNCNumber"] != r.Row["pnc"]), first.Count);
        Share(0.110, 0.130, first.Count(r => r.Aliases > 0), first.Count);
        Assert.All(first, r => Assert.InRange(r.Aliases, 0, 3));
        Share(0.0015, 0.0045, duplicates.Count, first.Count);
        Assert.All(duplicates, r => Assert.False(SameAsFirst(r.Line, first.Single(f => f.Row == truth[r.Line["CRN"]].Row).Line)));

        // everyone not known by a prison number is told as what the truth is, apart from PNC and CRO
        Assert.All(first.Where(r => r.Row["nomis_number"].Length == 0), r =>
            Assert.Equal((r.Row["surname"], r.Row["forename"], r.Row.Date("date_of_birth")), (r.Line["Surname"], r.Line["FirstName"], Born(r.Line))));
    }

    [Fact]
    public void A_second_record_differs_by_one_letter_or_by_day_and_month()
    {
        var root = Caseload.Of(Options).Root;
        var people = Enumerable.Range(1, 500).Select(at => CasePerson.Draw(root, CasePerson.CommunityNumber(at), new(2025, 1, 1)));

        Assert.All(people, person =>
        {
            var (one, two) = (ProbationIdentity.Of(root, person, 0), ProbationIdentity.Of(root, person, 1));
            var swapped = two.BornOn != one.BornOn && two.BornOn == ProbationIdentity.Swapped(one.BornOn);
            var sameNames = one.Surname == two.Surname && one.Forename == two.Forename;
            Assert.True(swapped ? sameNames : one.BornOn == two.BornOn && OneLetter(one.Surname + one.Forename, two.Surname + two.Forename));
            Assert.NotEqual(one.Crn, two.Crn);
        });
    }

    [Fact]
    public async Task The_lines_of_the_police_list_are_in_the_key()
    {
        var options = Options with { People = 15_000 };
        var key = (await CsvFile.Of(KeyFile.WriteAsync, options)).Table.Rows.Select(row => row["list_refs"]).Where(text => text.Length > 0).ToHashSet();
        var list = (await CsvFile.Of(PpoListFile.WriteAsync, options)).Table.Rows.Select(row => $"{row["force_code"]}/{row["list_ref"]}").ToHashSet();

        Assert.Subset(list, key);
        Assert.InRange(list.Count - key.Count, list.Count * 0.025, list.Count * 0.045);
    }

    private static DateOnly Born(ReadLine line) => WrittenExtract.Date(line["DateOfBirth"]);

    private static bool SameAsFirst(ReadLine second, ReadLine first) =>
        second["Surname"] == first["Surname"] && second["FirstName"] == first["FirstName"] && second["DateOfBirth"] == first["DateOfBirth"];

    /// <summary>Whether one letter is another, is missing or is there twice.</summary>
    private static bool OneLetter(string one, string other)
    {
        var (shorter, longer) = one.Length <= other.Length ? (one, other) : (other, one);
        return shorter.Length == longer.Length
            ? shorter.Zip(longer).Count(pair => pair.First != pair.Second) == 1
            : longer.Length - shorter.Length == 1 && Enumerable.Range(0, longer.Length).Any(at => longer.Remove(at, 1) == shorter);
    }
}
