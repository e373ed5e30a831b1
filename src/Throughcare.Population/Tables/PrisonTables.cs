using System.Reflection;
using Throughcare.Domain.Rules;
using Throughcare.Population.Streams;

namespace Throughcare.Population.Tables;

/// <summary>A prison in which people can be.</summary>
/// <param name="Kind">Its function; training prisons are told apart as <c>TRAINING_B</c> and <c>TRAINING_C</c>.</param>
internal sealed record Prison(string Code, string Name, char Sex, string Kind, double Capacity)
{
    /// <summary>Name of the region that it lies in.</summary>
    public required string Region { get; init; }
}

/// <summary>A probation delivery unit.</summary>
internal sealed record DeliveryUnit(string Code, string Name, string RegionCode, string Region);

/// <summary>What the shipped tables say about people in prison, read once.</summary>
internal sealed class PrisonTables
{
    private static readonly Lazy<PrisonTables> Once = new(() => new PrisonTables());

    private readonly Dictionary<string, Weighted<string>> _marginals;
    private readonly Dictionary<(string Kind, char Sex), Weighted<Prison>> _prisons;
    private readonly Dictionary<string, Weighted<string>> _clusters;
    private readonly Dictionary<(string Cluster, string Sex), string[]> _forenames;
    private readonly Dictionary<(string Cluster, string Position), string[]> _surnameParts;
    private readonly Dictionary<string, string[]> _places;
    private readonly Dictionary<string, string> _ethnicities = Descriptions("codes/ethnicity.csv", "current");
    private readonly Dictionary<string, string> _religions = Descriptions("codes/religion.csv", "current");
    private readonly Dictionary<string, string> _maritalStatuses = Descriptions("codes/marital-status.csv", "active");
    private readonly Dictionary<string, string> _statuses = Descriptions("codes/imprisonment-statuses.csv", "active");
    private readonly Dictionary<string, string> _alerts = Descriptions("codes/alert-codes.csv", "active");

    private static readonly Assembly Here = typeof(PrisonTables).Assembly;

    private PrisonTables()
    {
        _marginals = CsvTable.Load(Here, "marginals.csv").Rows
            .GroupBy(row => $"{row["population"]}/{row["dimension"]}", StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => new Weighted<string>(group.Where(row => row["category"] != "15-17").Select(row => (row["category"], (double)row.Amount("share")))),
                StringComparer.Ordinal);

        var prisons = CsvTable.Load("reference/establishments.csv").Rows
            .Where(row => row["active"] == "Y" && row["op_capacity_indicative"].Length > 0 && row["sex"].Length == 1
                && row["function"] is not ("YCS" or "CLOSED_HISTORIC" or "ADMIN"))
            .Select(row => new Prison(row["code"], row["name"], row["sex"][0], Kind(row), (double)row.Amount("op_capacity_indicative")) { Region = row["region"] })
            .ToList();
        ByCode = prisons.ToDictionary(p => p.Code, StringComparer.Ordinal);
        _prisons = prisons.GroupBy(p => (p.Kind, p.Sex))
            .ToDictionary(group => group.Key, group => new Weighted<Prison>(group.Select(p => (p, p.Capacity))));

        _clusters = CsvTable.Load(Here, "ethnic-group-to-name-cluster.csv").Rows
            .GroupBy(row => row["ethnic_group"], StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => new Weighted<string>(group.Select(row => (row["name_cluster"], (double)row.Amount("share")))),
                StringComparer.Ordinal);
        _forenames = CsvTable.Load(Here, "forenames.csv").Rows
            .GroupBy(row => (row["name_cluster"], row["sex"]))
            .ToDictionary(group => group.Key, group => group.Select(row => row["forename"]).ToArray());
        _surnameParts = CsvTable.Load(Here, "surname-parts.csv").Rows
            .GroupBy(row => (row["name_cluster"], row["position"]))
            .ToDictionary(group => group.Key, group => group.Select(row => row["part"]).ToArray());
        _places = CsvTable.Load(Here, "fictional-places.csv").Rows
            .GroupBy(row => row["kind"], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(row => row["value"]).ToArray(), StringComparer.Ordinal);

        Courts = [.. CsvTable.Load("reference/courts.csv").Rows
            .Where(row => row["active"] == "Y" && row["court_type"] == "CC").Select(row => (row["code"], row["name"]))];
        Units = new Weighted<DeliveryUnit>(CsvTable.Load("reference/probation-regions-and-pdus.csv").Rows
            .Where(row => row["level"] == "PDU")
            .Select(row => (new DeliveryUnit(row["code"], row["name"], row["parent_code"], row["parent_name"]), (double)row.Amount("caseload_share_indicative"))));
        OfflocFields = [.. CsvTable.Load("reference/offloc-fields.csv").Rows
            .Select(row => (row["field_name"], row["imported"] == "Y"))];
    }

    public static PrisonTables Shared => Once.Value;

    public IReadOnlyDictionary<string, Prison> ByCode { get; }

    public IReadOnlyList<(string Code, string Name)> Courts { get; }

    public Weighted<DeliveryUnit> Units { get; }

    public IReadOnlyList<(string Name, bool Imported)> OfflocFields { get; }

    public IReadOnlyList<string> Towns => _places["TOWN"];

    public IReadOnlyList<string> Streets => _places["STREET"];

    public Weighted<string> Marginal(string population, string dimension) => _marginals[$"{population}/{dimension}"];

    public Weighted<Prison> Prisons(string kind, char sex) => _prisons[(kind, sex)];

    public Weighted<string> NameClusters(string ethnicGroup) => _clusters[ethnicGroup];

    public IReadOnlyList<string> Forenames(string cluster, char sex) => _forenames[(cluster, sex.ToString())];

    public IReadOnlyList<string> SurnameParts(string cluster, string position) => _surnameParts[(cluster, position)];

    public string Ethnicity(string code) => _ethnicities[code];

    public string Religion(string code) => _religions[code];

    public string MaritalStatus(string code) => _maritalStatuses[code];

    public string LegalStatus(string code) => _statuses[code];

    /// <summary>The text of an alert that is in use; no other alert in use has the same.</summary>
    public string Alert(string code) => _alerts[code];

    private static string Kind(CsvRow row) => row["function"] switch
    {
        "TRAINING" => row["security_category"].StartsWith('B') ? "TRAINING_B" : "TRAINING_C",
        var function => function,
    };

    private static Dictionary<string, string> Descriptions(string table, string inUse) =>
        CsvTable.Load(table).Rows
            .Where(row => row[inUse] == "true")
            .GroupBy(row => row["code"], StringComparer.Ordinal)
            .ToDictionary(rows => rows.Key, rows => rows.First()["description"], StringComparer.Ordinal);
}
