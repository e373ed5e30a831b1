using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Record;

/// <summary>A prison, a closed one that old records still name, or a pseudo-location such as <c>OUT</c>.</summary>
/// <param name="Name">As published, such as "Altcourse (HMP &amp; YOI)".</param>
/// <param name="ShortName">As spoken, such as "Altcourse".</param>
/// <param name="Type">HMP, HMP/YOI, YOI, YCS, STC, IRC or ADMIN.</param>
/// <param name="Sex">M or F; <see langword="null"/> where it is not known or does not apply.</param>
/// <param name="SecurityCategory">Of the prison, such as "B/C"; <see langword="null"/> where it is not known.</param>
/// <param name="Function">Such as RECEPTION, TRAINING or OPEN.</param>
/// <param name="IndicativeCapacity">People it could hold; for dashboards and generators only, never authoritative.</param>
public sealed record Establishment(
    string Code, string Name, string ShortName, string Type, string? Sex, string? SecurityCategory, string Function,
    bool IsOpenConditions, string? Region, string? Country, string? Operator, bool IsActive, int? IndicativeCapacity)
    : ICode
{
    /// <summary>Such as "HMP Altcourse"; a place that is no prison is called by its name.</summary>
    public string Description => Name.EndsWith("YOI)", StringComparison.OrdinalIgnoreCase) && !Name.Contains('&', StringComparison.Ordinal)
        ? $"HMYOI {ShortName}"
        : Name.EndsWith("(STC)", StringComparison.Ordinal) ? $"{ShortName} Secure Training Centre"
        : Type == "ADMIN" || !Name.EndsWith(')') ? Name
        : $"HMP {ShortName}";

    /// <summary>Somewhere people are held; not a pseudo-location such as <c>OUT</c> (released) or <c>TRN</c> (in transit).</summary>
    public bool IsPrison => Type != "ADMIN";

    internal static Establishment Read(CsvRow row) => new(
        row.Required("code"), row.Required("name"), row.Required("short_name"), row.Required("type"), row.Optional("sex"),
        row.Optional("security_category"), row.Required("function"), row["open_or_closed"] == "open", row.Optional("region"),
        row.Optional("country"), row.Optional("operator"), row.Flag("active"), row.OptionalWhole("op_capacity_indicative"));
}

/// <summary>A probation region, a probation delivery unit (PDU) of one, or a national division.</summary>
/// <param name="ParentCode">The region of a PDU; <see langword="null"/> for a region.</param>
/// <param name="IndicativeShare">Its share of the national caseload, 0 to 1; for generators only.</param>
/// <param name="IsActive">It is open; one that was closed is still named in old records.</param>
public sealed record ProbationPlace(
    string Code, string Description, ProbationLevel Level, string? ParentCode, string? ParentName, string Country, decimal IndicativeShare, bool IsActive)
    : ICode
{
    internal static ProbationPlace Read(CsvRow row) => new(
        row.Required("code"), row.Required("name"), row.Member<ProbationLevel>("level"), row.Optional("parent_code"),
        row.Optional("parent_name"), row.Required("country"), row.Amount("caseload_share_indicative"),
        !row.Has(ReferenceTable.Active) || row.Flag(ReferenceTable.Active));
}

public enum ProbationLevel
{
    Region,
    Pdu,
}

public static class Establishments
{
    public static CodeTable<Establishment> Table { get; } = new("reference/establishments.csv", Establishment.Read, row => row.Name);

    public static Establishment? Find(string? code) => Table.Find(code);

    /// <summary>Those that lie in a probation region, by its name.</summary>
    public static IEnumerable<Establishment> OfRegion(ProbationPlace region)
    {
        ArgumentNullException.ThrowIfNull(region);
        return Table.Rows.Where(prison => prison.IsPrison && prison.Region == region.Description);
    }
}

public static class ProbationPlaces
{
    public static CodeTable<ProbationPlace> Table { get; } = new("reference/probation-regions-and-pdus.csv", ProbationPlace.Read);

    public static IEnumerable<ProbationPlace> Regions => Table.Rows.Where(place => place.Level is ProbationLevel.Region);

    public static ProbationPlace? Find(string? code) => Table.Find(code);

    public static IEnumerable<ProbationPlace> PdusOf(string region) => Table.Rows.Where(place => place.ParentCode == region);

    /// <summary>The region that a delivery unit, a team or a prison is of, or the region itself; <see langword="null"/> where none is known.</summary>
    public static ProbationPlace? RegionOf(PlaceCode place) => (Find(place.Text) ?? Places.PduOfTeam(place.Text)) switch
    {
        { Level: ProbationLevel.Region } region => region,
        { ParentCode: { } region } => Find(region),
        _ when Establishments.Find(place.Text)?.Region is { } name => Regions.FirstOrDefault(region => region.Description == name),
        _ => null,
    };
}

/// <summary>What any place is called: a prison, a PDU, a region, a team.</summary>
public static class Places
{
    /// <summary>Such as "HMP Lowdham Grange" or "Bolton"; the code itself for a place that no table knows.</summary>
    public static string Name(PlaceCode place) => Find(place.Text) ?? place.Text;

    public static string? Find(string code) =>
        code == PlaceCode.Nation.Text ? "National"
        : Establishments.Find(code)?.Description ?? ProbationPlaces.Find(code)?.Description ?? TeamName(code);

    /// <summary>The PDU that a team belongs to: the longest prefix of <c>team-to-pdu.csv</c> that begins its code.</summary>
    /// <param name="region">The region that the PDU must be of; <see langword="null"/> for any.</param>
    public static ProbationPlace? PduOfTeam(string teamCode, string? region = null) => ProbationPlaces.Find(Teams
        .Where(team => teamCode.StartsWith(team.Prefix, StringComparison.Ordinal) && (region is null || ProbationPlaces.Find(team.Pdu)?.ParentCode == region))
        .OrderByDescending(team => team.Prefix.Length)
        .Select(team => team.Pdu)
        .FirstOrDefault());

    private static string? TeamName(string code) => PduOfTeam(code) is { } pdu ? $"{pdu.Description}, team {code}" : null;

    /// <summary>The beginnings of team codes, each with the code of the PDU that such teams belong to.</summary>
    public static IReadOnlyList<(string Prefix, string Pdu)> Teams => _teams ?? OwnTeams.Value;

    /// <summary>Goes over to another version of the table of teams; <see langword="null"/> for the product's own.</summary>
    public static void UseTeams(CsvTable? version) => _teams = version is null ? null : Read(version);

    private static volatile (string Prefix, string Pdu)[]? _teams;

    private static readonly Lazy<(string Prefix, string Pdu)[]> OwnTeams = new(() => Read(CsvTable.Load(TeamTable)));

    public const string TeamTable = "reference/team-to-pdu.csv";

    private static (string Prefix, string Pdu)[] Read(CsvTable table) =>
        [.. table.Rows.Select(row => (row.Required("team_code_prefix"), row.Required("pdu_code")))];
}
