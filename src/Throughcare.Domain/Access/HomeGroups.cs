using System.Collections.Frozen;

namespace Throughcare.Domain.Access;

/// <summary>The items of the service navigation, by the home group of a role.</summary>
public static class HomeGroups
{
    private static readonly FrozenDictionary<string, string[]> Items = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["POM"] = ["Home", "My cases", "My tasks", "Handovers", "Parole", "Search"],
        ["COM"] = ["Home", "My cases", "My tasks", "Diary", "Handovers", "Search"],
        ["Key worker"] = ["Home", "My people", "Sessions", "Search"],
        ["Case administrator"] = ["Home", "Arrivals and releases", "Boards", "Documents", "Imports", "Search"],
        ["Head of OMU"] = ["Home", "Allocations", "Staff", "Handovers", "Standards", "Figures"],
        ["Team manager"] = ["Home", "Allocations", "Staff", "Handovers", "Standards", "Figures"],
        ["Programme manager and tutor"] = ["Home", "Referrals", "Waiting lists", "Groups", "Needs", "Search"],
        ["Public protection"] = ["Home", "Screening", "Restrictions", "MAPPA", "Monitoring", "Search"],
        ["Victim liaison officer"] = ["Home", "My victims", "Events due", "Search"],
        ["Other prison staff"] = ["Home", "Today", "My tasks", "Decisions", "Search"],
        ["Contributor"] = ["Home", "Contributions asked for", "My tasks", "Search"],
        ["Casework"] = ["Home", "Recalls", "Dossiers", "My tasks", "Search"],
        ["Inspector"] = ["Inspections", "Samples", "My cases to read", "Findings"],
        ["Regional or national manager"] = ["Figures", "Standards", "Needs", "Capacity", "Data quality"],
        ["Prisoner"] = ["My plan", "My dates", "My people", "Messages"],
        ["Administrator"] = ["Accounts", "Places", "Reference tables", "Imports", "Jobs", "Audit"],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly string[] RecordsOfficer = ["Subject access", "Retention", "Imports", "Audit"];

    /// <summary>What the navigation of the role can hold, in order; empty for the system itself.</summary>
    public static IReadOnlyList<string> Navigation(Role role) =>
        role is Role.RecordsOfficer ? RecordsOfficer
        : Roles.Of(role).Home is { } home ? Items[home]
        : [];
}
