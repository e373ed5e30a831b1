using System.Collections.Frozen;
using Throughcare.Domain.Rules;

namespace Throughcare.Population.Tables;

/// <summary>A flag of risk or circumstance that the probation service registers.</summary>
internal sealed record RiskFlag(string Code, string Description, string Group, int ReviewMonths);

/// <summary>What the shipped tables say about people on probation, read once and checked.</summary>
internal sealed class ProbationTables
{
    private static readonly Lazy<ProbationTables> Once = new(() => new ProbationTables());

    private readonly FrozenDictionary<string, string> _ethnicities = Codes("codes/ethnicity.csv", row => row["current"] == "true");
    private readonly FrozenDictionary<string, string> _nationalities = Codes("codes/nationality.csv", _ => true);
    private readonly FrozenDictionary<string, string[]> _forces;
    private readonly FrozenDictionary<string, RiskFlag> _flags;
    private readonly FrozenDictionary<string, string[]> _spellings;

    private ProbationTables()
    {
        var units = CsvTable.Load("reference/probation-regions-and-pdus.csv").Rows.Where(row => row["level"] == "PDU").ToList();
        var teams = CsvTable.Load("reference/team-to-pdu.csv");
        var unitOfTeam = teams.Rows.ToDictionary(row => row["team_code_prefix"], row => row["pdu_code"], StringComparer.Ordinal);
        foreach (var unit in units.Where(unit => unitOfTeam.GetValueOrDefault(unit["code"]) != unit["code"]))
        {
            throw unit.Wrong("code", "the unit has no team of its own code in reference/team-to-pdu.csv");
        }

        _forces = CsvTable.Load("reference/police-forces.csv").Rows
            .GroupBy(row => row["probation_region_code"], StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Select(row => row["force_code"]).ToArray(), StringComparer.Ordinal);
        foreach (var unit in units.Where(unit => !_forces.ContainsKey(unit["parent_code"])))
        {
            throw unit.Wrong("parent_code", "the region has no police force");
        }

        _flags = CsvTable.Load("codes/risk-flags.csv").Rows
            .Select(row => new RiskFlag(row["code"], row["description"], row["group"], row.Whole("review_months")))
            .ToFrozenDictionary(flag => flag.Code, StringComparer.Ordinal);
        _spellings = CsvTable.Load("reference/name-synonyms.csv").Rows
            .SelectMany(row => new[] { (Name: row["name"], Other: row["same_as"]), (Name: row["same_as"], Other: row["name"]) })
            .GroupBy(pair => pair.Name, StringComparer.Ordinal)
            .ToFrozenDictionary(
                group => group.Key,
                group => group.Select(pair => pair.Other).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToArray(),
                StringComparer.Ordinal);
    }

    public static ProbationTables Shared => Once.Value;

    /// <summary>The code of an ethnic origin that is in use, by its description.</summary>
    public string EthnicityCode(string description) => _ethnicities[description];

    /// <summary>The code of a nationality by its description.</summary>
    public string NationalityCode(string description) => _nationalities[description];

    /// <summary>Codes of the police forces in a probation region, in file order.</summary>
    public IReadOnlyList<string> Forces(string regionCode) => _forces[regionCode];

    public RiskFlag Flag(string code) => _flags[code];

    /// <summary>Other names, in capitals, that stand for a forename; empty for most.</summary>
    public IReadOnlyList<string> OtherSpellings(string forename) => _spellings.GetValueOrDefault(forename.ToUpperInvariant(), []);

    private static FrozenDictionary<string, string> Codes(string table, Func<CsvRow, bool> isUsed) =>
        CsvTable.Load(table).Rows.Where(isUsed)
            .GroupBy(row => row["description"], StringComparer.Ordinal)
            .ToFrozenDictionary(rows => rows.Key, rows => rows.First()["code"], StringComparer.Ordinal);
}
