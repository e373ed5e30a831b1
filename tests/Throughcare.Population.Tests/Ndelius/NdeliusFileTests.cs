using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Throughcare.Domain.Rules;
using Throughcare.Population.Cases;
using Throughcare.Population.Ndelius;
using Throughcare.Population.Offloc;
using Throughcare.Population.Tables;
using Xunit;

namespace Throughcare.Population.Tests.Ndelius;

public sealed partial class NdeliusFileTests
{
    private static readonly DateOnly Day = new(2026, 9, 30);

    private static readonly CaseloadOptions Thousand = new() { People = 1_000, Day = Day };

    private static readonly Lazy<Task<WrittenExtract>> Large = new(() => WrittenExtract.Of(new() { People = 3_000, Day = Day }));

    [Fact]
    public async Task The_same_options_give_the_same_bytes()
    {
        var first = await WrittenExtract.Of(Thousand);
        var second = await WrittenExtract.Of(Thousand);

        Assert.Equal(first.Bytes, second.Bytes);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(first.Bytes)), first.Report.Sha256);
        Assert.Equal(first.Bytes.Length, first.Report.Bytes);
    }

    [Fact]
    public async Task The_small_file_is_the_one_that_was_agreed()
    {
        var file = await WrittenExtract.Of(Thousand with { People = 50 });

        Assert.Equal("5e1b13857d4c8f19aad145fc362ab9a88dabe80418ded74ec21044727e1ffa56", file.Report.Sha256);
    }

    [Fact]
    public async Task Another_seed_gives_other_people()
    {
        var one = await WrittenExtract.Of(Thousand with { People = 50 });
        var other = await WrittenExtract.Of(Thousand with { People = 50, Seed = 43 });

        Assert.NotEqual(one.Of("Offenders").Select(line => line["Surname"]), other.Of("Offenders").Select(line => line["Surname"]));
    }

    [Theory]
    [InlineData(NdeliusMode.Full, "cfoextract_273_full_20260930010000.txt", "FULL")]
    [InlineData(NdeliusMode.Diff, "cfoextract_273_diff_20260930010000.txt", "DIFF")]
    public async Task Name_and_header_carry_the_day_the_sequence_and_the_count(NdeliusMode mode, string name, string type)
    {
        var file = await WrittenExtract.Of(Thousand, mode);

        Assert.Equal(name, file.Report.FileName);
        Assert.Matches(Name(), file.Report.FileName);
        Assert.Equal(file.Records.Count, file.Report.Records);
        Assert.Equal($"HE{type}273~~~~~~~20260930010000{file.Records.Count.ToString(System.Globalization.CultureInfo.InvariantCulture),-10}".Replace(' ', '~'), file.Header);
    }

    [Theory]
    [InlineData("2026-01-01")]
    [InlineData("2026-09-30")]
    [InlineData("2031-02-28")]
    public async Task Every_day_has_exactly_so_many_records_and_each_CRN_once(string day)
    {
        var file = await WrittenExtract.Of(Thousand with { Day = DateOnly.Parse(day) });

        Assert.Equal(1_000, file.Records.Count);
        Assert.Distinct(file.Of("Offenders").Select(line => line["CRN"]));
        Assert.All(file.Records.Values, lines => Assert.Single(lines.Values, line => line.Type == "Offenders"));
        Assert.All(file.Records.Values, lines => Assert.Contains(lines.Values, line => line.Type == "OffenderManager" && line["EndDate"].Length == 0));
        Assert.DoesNotContain(file.Records.Values.SelectMany(lines => lines.Values), line => line.IsWithdrawn);
    }

    [Fact]
    public async Task The_fields_stand_where_the_layout_says()
    {
        var file = await WrittenExtract.Of(Thousand with { People = 200 });
        var offenders = file.Lines.Where(line => line.Length == 3916).ToList();
        var managers = file.Lines.Where(line => line.Length == 520).ToList();

        Assert.Equal(200, offenders.Count);
        Assert.All(offenders, line => Assert.Matches("^LD[12][0-9]{6}~{31}[A-Z]", line));
        Assert.All(offenders, line => Assert.Matches("^[ZY][0-9]{6}$", line[815..822]));
        Assert.All(offenders, line => Assert.Matches("^(A[0-9]{4}[YZ][A-Z]|~{7})$", line[834..841]));
        Assert.All(offenders, line => Assert.Matches("^([0-9]{4}/9[0-9]{6}[A-Z]|~{13})$", line[841..854]));
        Assert.All(offenders, line => Assert.Matches("^(19|20)[0-9]{6}$", line[1483..1491]));
        Assert.All(offenders, line => Assert.Equal("N20260930010000", line[3901..]));
        Assert.All(managers, line => Assert.Matches("^N[0-9]{2}[A-Z][0-9]{3}$", line[56..63]));
        Assert.All(managers, line => Assert.Equal(line[133..136], line[196..199]));
        Assert.All(file.Lines, line => Assert.All(line, c => Assert.True(c is >= ' ' and <= '~' and not '|')));
    }

    [Fact]
    public async Task Every_kind_of_line_but_the_order_manager_is_there()
    {
        var file = await Large.Value;

        Assert.Equal(
            NdeliusLayout.Shared.DataLines.Select(line => line.Name).Where(name => name != "OrderManager").Order(),
            file.Records.Values.SelectMany(lines => lines.Values).Select(line => line.Type).Distinct().Order());
    }

    [Fact]
    public async Task Every_coded_field_has_a_value_of_its_list_and_no_text_but_a_long_unit_name_is_cut()
    {
        var file = await Large.Value;
        HashSet<(string Code, string Text)> List(string table) => [.. CsvTable.Load(table).Rows.Select(row => (row["code"], row["description"]))];
        var (nationalities, ethnicities, sexes, titles, flags, statuses) = (List("codes/nationality.csv"), List("codes/ethnicity.csv"),
            List("codes/sex.csv"), List("codes/title.csv"), List("codes/risk-flags.csv"), List("codes/address-status.csv"));
        var sentences = CsvTable.Load("codes/sentence-types.csv").Rows.Select(row => row["code"]).ToHashSet();
        var units = PrisonTables.Shared.Units.Items.Select(unit => (unit.Code, unit.Name[..Math.Min(50, unit.Name.Length)], unit.RegionCode, unit.Region)).ToHashSet();

        Assert.All(file.Of("Offenders"), line =>
        {
            Assert.Contains((line["NationalityCode"], line["NationalityDescription"]), nationalities);
            Assert.Contains((line["EthnicityCode"], line["EthnicityDescription"]), ethnicities);
            Assert.Contains((line["GenderCode"], line["GenderDescription"]), sexes);
            Assert.Contains((line["TitleCode"], line["TitleDescription"]), titles);
        });
        Assert.All(file.Of("RegistrationDetails"), line => Assert.Contains((line["TypeCode"], line["TypeDescription"]), flags));
        Assert.All(file.Of("OffenderAddress"), line => Assert.Contains((line["StatusCode"], line["StatusDescription"]), statuses));
        Assert.All(file.Of("Disposal"), line => Assert.True(line["DisposalCode"] == "OTHER" || sentences.Contains(line["DisposalCode"])));
        Assert.All(file.Of("OAS"), line => Assert.Contains(line["ROSHScore"], "LMHV"));
        Assert.All(file.Of("OffenderManager"), line =>
            Assert.Contains((line["TeamCode"], line["TeamDescription"], line["Orgcode"], line["OrgDescription"]), units));
    }

    [Fact]
    public async Task A_code_of_an_officer_is_one_person()
    {
        var managers = (await Large.Value).Of("OffenderManager").ToList();

        Assert.All(managers.GroupBy(line => line["OmCode"]), same =>
            Assert.Single(same.Select(line => (line["OmForename"], line["OmSurname"], line["TeamCode"])).Distinct()));
    }

    [Fact]
    public async Task The_risk_that_is_registered_is_the_risk_that_was_assessed_last()
    {
        var file = await Large.Value;
        var flags = new Dictionary<string, string> { ["L"] = "RLRH", ["M"] = "RMRH", ["H"] = "RHRH", ["V"] = "RVHR" };
        var assessed = file.Records.Values.Where(lines => lines.Values.Any(line => line.Type == "OAS")).ToList();
        var agreeing = assessed.Count(lines => lines.Values.Any(line => line.Type == "RegistrationDetails" && line["DeRegistered"] == "N"
            && line["TypeCode"] == flags[lines.Values.Where(l => l.Type == "OAS").MaxBy(l => long.Parse(l["Id"]))!["ROSHScore"]]));

        Assert.InRange(assessed.Count, 2_700, 3_000);
        Assert.True(agreeing > assessed.Count * 0.98, $"{agreeing} of {assessed.Count}");
    }

    [Fact]
    public async Task Nobody_is_real()
    {
        var file = await Large.Value;

        Assert.All(file.Of("OffenderAddress").Concat(file.Of("OffenderManager")).Select(line => line.Fields.GetValueOrDefault("Postcode") ?? line["PostCode"]),
            code => Assert.Matches("^(Q[XV][0-9]{1,2} [0-9][A-Z]{2})?$", code));
        Assert.All(file.Of("OffenderManager"), line => Assert.Matches("^07700 900[0-9]{3}$", line["ContactNo"]));
        Assert.All(file.Of("Offenders"), line =>
        {
            Assert.Matches("^(9[0-9]{5}/[0-9]{2}[A-Z])?$", line["CRO"]);
            Assert.Equal("", line["NINO"]);
        });
    }

    [Theory]
    [InlineData(0, null, "The number of cases must be between 1 and 250000")]
    [InlineData(250_001, null, "The number of cases must be between 1 and 250000")]
    [InlineData(1_000, 90_001, "The number of people in prison must be between 0 and 90000")]
    [InlineData(250_000, 0, "There are not enough numbers for so many people who are not in prison: ask for more who are")]
    public async Task Options_that_name_no_file_are_refused(int people, int? prisoners, string problem)
    {
        var options = Thousand with { People = people, Prisoners = prisoners };

        var refused = await Assert.ThrowsAsync<ArgumentException>(() => WrittenExtract.Of(options));

        Assert.Equal(problem, refused.Message);
    }

    [Fact]
    public async Task More_cases_of_the_prison_than_were_asked_for_are_refused()
    {
        var refused = await Assert.ThrowsAsync<ArgumentException>(() => WrittenExtract.Of(Thousand with { Prisoners = 900 }));

        Assert.Matches("^900 people in prison give [0-9]{4} probation cases: ask for so many or more$", refused.Message);
    }

    [Fact]
    public async Task The_first_day_has_no_diff()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => WrittenExtract.Of(Thousand with { Day = new(2026, 1, 1) }, NdeliusMode.Diff));
        await Assert.ThrowsAsync<ArgumentException>(() => WrittenExtract.Of(Thousand with { Day = new(2025, 12, 31) }));
    }

    [Fact]
    public async Task People_of_named_prisons_are_those_of_their_file()
    {
        var demo = OfflocFileOptions.Demo(Day);
        var file = await WrittenExtract.Of(new() { People = 900, Day = Day, Places = demo.Places });
        var prison = (await Offloc.WrittenFile.Of(demo)).ByNumber();

        var known = file.Of("Offenders").Where(line => prison.ContainsKey(line["NOMISNumber"])).ToList();
        Assert.InRange(known.Count, 150, 260);
        Assert.True(known.Count(line => prison[line["NOMISNumber"]][6] == line["Surname"]) > known.Count * 0.9);
    }

    [GeneratedRegex("^cfoextract_[0-9]{1,5}_(full|diff)_[0-9]{14}[.]txt$")]
    private static partial Regex Name();
}
