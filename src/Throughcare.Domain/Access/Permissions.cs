using System.Collections.Frozen;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Access;

/// <summary>That a role may do something, given a relationship.</summary>
/// <param name="Needs">The relationship to the person, as the table says it.</param>
/// <param name="Condition">What more must hold, in words; rules of the rooms see to it. Empty where nothing must.</param>
public sealed record Permit(Role Role, Verb Verb, string Room, WorkRelationship Needs, string Condition)
{
    /// <summary>Whether somebody in the role, so tied to a person, may. A closer tie than is needed does; and for a role whose
    /// scope is wider than one's own cases, its own cases are all those of its scope: a unit's manager needs no allocation.</summary>
    public bool IsMetBy(WorkRelationship held)
    {
        var scope = Roles.Of(Role).Scope;
        return Needs is WorkRelationship.None
            || held == Needs
            || (Breadth(held) is { } heldBreadth && Breadth(Needs) is { } needed && heldBreadth <= Math.Max(needed, Breadth(scope) ?? 0))
            || (held == scope && held is (WorkRelationship.VictimCase or WorkRelationship.Meeting) && Breadth(Needs) is not null);
    }

    private static int? Breadth(WorkRelationship relationship) => relationship switch
    {
        WorkRelationship.OwnCase => 1,
        WorkRelationship.Unit => 2,
        WorkRelationship.Area => 3,
        WorkRelationship.Region => 4,
        WorkRelationship.National => 5,
        _ => null,
    };
}

/// <summary>Who may do what: <c>permissions.csv</c>. What is not in it is not allowed.</summary>
public static class Permissions
{
    public const string Table = "codes/permissions.csv";

    private static readonly Lazy<FrozenDictionary<(Role, Verb), Permit>> Loaded = new(() => Read(CsvTable.Load(Table)));

    public static IEnumerable<Permit> All => Loaded.Value.Values;

    /// <returns><see langword="null"/> where the role may not, whatever the relationship.</returns>
    public static Permit? Of(Role role, Verb verb) => Loaded.Value.GetValueOrDefault((role, verb));

    /// <summary>Whether the role has the verb at all; whether for this person is the relationship's to say.</summary>
    public static bool Has(Role role, Verb verb) => Loaded.Value.ContainsKey((role, verb));

    /// <summary>Whether the role, so tied to a person, may.</summary>
    public static bool May(Role role, Verb verb, WorkRelationship held) => Of(role, verb)?.IsMetBy(held) ?? false;

    /// <summary>The roles that have the verb, in the order of <c>roles.csv</c>, for the page "Your role cannot do this".</summary>
    public static IReadOnlyList<RoleInfo> RolesThatMay(Verb verb) => [.. Roles.All.Where(role => Has(role.Role, verb))];

    /// <summary>Reads a table of permissions. <c>STAFF</c> is every role but the person and the system; <c>AUTHOR</c> is no
    /// role but whoever wrote the entry, in any staff role.</summary>
    public static FrozenDictionary<(Role, Verb), Permit> Read(CsvTable table)
    {
        var permissions = new Dictionary<(Role, Verb), Permit>();
        foreach (var row in table.Rows)
        {
            var verb = row.Member<Verb>("verb");
            foreach (var code in row.Required("roles").Split('|'))
            {
                var needs = code == "AUTHOR" ? WorkRelationship.Author : Needs(row);
                foreach (var role in RolesOf(code, row))
                {
                    if (!permissions.TryAdd((role, verb), new(role, verb, row.Required("room"), needs, row["condition"])))
                    {
                        throw row.Wrong("roles", $"{code} has {verb} by an earlier row");
                    }
                }
            }
        }

        return permissions.ToFrozenDictionary();
    }

    private static IEnumerable<Role> RolesOf(string code, CsvRow row) =>
        code is "STAFF" or "AUTHOR" ? Roles.Staff
        : RoleCodes.Parse(code) is { } role ? [role]
        : throw row.Wrong("roles", $"names '{code}', which is no role");

    private static WorkRelationship Needs(CsvRow row) => row.Member<WorkRelationship>("relationship") is var needs and not WorkRelationship.Author
        ? needs
        : throw row.Wrong("relationship", "is the author's, which is said by the role AUTHOR");
}
