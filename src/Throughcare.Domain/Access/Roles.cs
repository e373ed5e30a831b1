using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Access;

/// <summary>How somebody who works with the record is tied to a person.</summary>
public enum WorkRelationship
{
    /// <summary>Not at all: search shows name, numbers and place.</summary>
    None,

    /// <summary>Allocated to the person, or running a group that the person is in.</summary>
    OwnCase,

    /// <summary>Member of the establishment or team that holds the person, now or in the last 12 months, or that will receive them.</summary>
    Unit,

    /// <summary>Works for the area that the person's unit belongs to.</summary>
    Area,

    /// <summary>Works for the region that the person's unit belongs to.</summary>
    Region,

    /// <summary>Works for the nation.</summary>
    National,

    /// <summary>Inspector, and the person is in the sample.</summary>
    Sample,

    /// <summary>Victim liaison, in a case of theirs.</summary>
    VictimCase,

    /// <summary>Called to one meeting about the person.</summary>
    Meeting,

    /// <summary>Is the person.</summary>
    Self,

    /// <summary>Wrote the entry.</summary>
    Author,
}

/// <summary>A role in words.</summary>
/// <param name="Scope">The widest relationship through which the role reaches people.</param>
/// <param name="Home">The group whose home page and navigation it has; <see langword="null"/> for the system itself.</param>
public sealed record RoleInfo(Role Role, string Code, string Name, string Setting, WorkRelationship Scope, string? Home, string? Note)
{
    /// <summary>Anybody but the person and the system itself.</summary>
    public bool IsStaff => Role is not (Role.Prisoner or Role.System);
}

/// <summary>The roles of <c>roles.csv</c>.</summary>
public static class Roles
{
    public const string Table = "codes/roles.csv";

    private static readonly Lazy<IReadOnlyList<RoleInfo>> Loaded = new(Load);

    private static readonly Lazy<RoleInfo[]> ByRole = new(() => [.. All.OrderBy(info => info.Role)]);

    /// <summary>All roles, in the order of the table, without the older names that stand for one of them.</summary>
    public static IReadOnlyList<RoleInfo> All => Loaded.Value;

    public static IEnumerable<Role> Staff => All.Where(role => role.IsStaff).Select(role => role.Role);

    public static RoleInfo Of(Role role) => ByRole.Value[(int)role];

    private static RoleInfo[] Load()
    {
        var roles = new List<RoleInfo>();
        foreach (var row in CsvTable.Load(Table).Rows)
        {
            var code = row.Required("code");
            if (row.Optional("same_as") is { } same)
            {
                if (RoleCodes.Parse(code)?.Code != same)
                {
                    throw row.Wrong("same_as", $"says {same}, and {code} is read as another role");
                }

                continue;
            }

            roles.Add(new(
                RoleCodes.Parse(code) ?? throw row.Wrong("code", $"is '{code}', which is no role"),
                code, row.Required("name"), row.Required("setting"), Scope(row), row.Optional("home"), row.Optional("note")));
        }

        return roles.Count == Enum.GetValues<Role>().Length && roles.DistinctBy(role => role.Role).Count() == roles.Count
            ? [.. roles]
            : throw new TableException(Table, 0, "code", "does not have each role once");
    }

    private static WorkRelationship Scope(CsvRow row) => row.OneOf(
        "scope",
        ("own cases", WorkRelationship.OwnCase),
        ("own groups", WorkRelationship.OwnCase),
        ("unit", WorkRelationship.Unit),
        ("approved premises", WorkRelationship.Unit),
        ("area", WorkRelationship.Area),
        ("region", WorkRelationship.Region),
        ("region or national", WorkRelationship.National),
        ("national", WorkRelationship.National),
        ("inspection sample", WorkRelationship.Sample),
        ("victim cases", WorkRelationship.VictimCase),
        ("victim unit", WorkRelationship.VictimCase),
        ("meeting", WorkRelationship.Meeting),
        ("self", WorkRelationship.Self),
        ("none", WorkRelationship.None));
}
