using Throughcare.Domain.Access;

namespace Throughcare.Web;

/// <summary>The service navigation of one user in one role at one place.</summary>
public sealed record Navigation
{
    /// <summary>Where the user is working, such as "HMP {name} OMU".</summary>
    public required string PlaceName { get; init; }

    /// <summary>Up to six, in the order in which the role wants them.</summary>
    public required IReadOnlyList<NavigationItem> Items { get; init; }

    /// <summary>The user's own name, shown at the end.</summary>
    public required string UserName { get; init; }

    /// <summary>Where the user's alerts are; no badge where there is none.</summary>
    public string? AlertsAddress { get; init; }

    public int AlertCount { get; init; }

    /// <summary>Where the user reads what they were told; <see langword="null"/> for people in prison.</summary>
    public string? NoticesAddress { get; init; }

    /// <summary>Where to change place or role, for a user who has several.</summary>
    public string? ChangeAddress { get; init; }

    public string? SignOutAddress { get; init; }

    /// <summary>Items that one list may hold: those that are served yet are shown, so a list may name more, in the order in which they
    /// are wanted.</summary>
    public const int MostShown = 6;

    /// <summary>Where the user's tasks are.</summary>
    public const string TasksAddress = "/tasks";

    /// <summary>The items of a role, whether or not their pages are served yet: see <see cref="ServedAddresses.Of"/>. To add a page
    /// to the navigation is to name it here.</summary>
    public static IReadOnlyList<NavigationItem> ItemsOf(Role role) => role switch
    {
        Role.Pom => [Home, MyCases, MyTasks, Handovers, new("Parole", "/parole"), Search, HandoverPacks],
        Role.Com => [Home, MyCases, MyTasks, new("Diary", "/diary"), Handovers, Search, HandoverPacks],
        Role.KeyWorker => [Home, new("My people", "/cases"), new("Key work", "/key-work"), MyTasks, Search],
        Role.CaseAdmin =>
            [Home, Arrivals, new("Boards", "/boards"), new("Documents", "/documents"), Imports, Search, Matches, DataQuality, HandoverPacks, MyTasks],
        Role.HeadOmu or Role.Homd or Role.Spo or Role.HeadPdu =>
            [Home, new("Allocations", "/allocations"), role is Role.Spo or Role.HeadPdu ? new("Workload", "/workload") : new("Staff", "/staff"), Handovers, new("Standards", "/standards"), new("Figures", "/figures"),
                .. role is Role.HeadOmu or Role.Homd ? [Arrivals, HandoverPacks] : Array.Empty<NavigationItem>(),
                .. role is Role.HeadPdu ? Array.Empty<NavigationItem>() : [Matches], DataQuality, Search, MyTasks],
        Role.TreatmentManager or Role.ProgrammeTutor =>
            [Home, new("Referrals", "/referrals"), new("Waiting lists", "/programmes"), new("Groups", "/groups"), new("Needs", "/needs"), Search, MyTasks],
        Role.PpoTracker =>
            [Home, new("PPO and IOM", "/protection/ppo"), new("Restrictions", "/protection/restrictions"),
                new("MAPPA", "/protection/mappa"), new("Monitoring", "/protection/monitoring"), Search, MyTasks],
        Role.PpStaff or Role.Censor or Role.MappaCoordinator or Role.MappChair or Role.DaSpoc =>
            [Home, new("Screening", "/protection/screening"), new("Restrictions", "/protection/restrictions"),
                new("MAPPA", "/protection/mappa"), new("Monitoring", "/protection/monitoring"), Search, MyTasks],
        Role.Vlo or Role.VloManager or Role.PartnerLinkWorker =>
            [Home, new("My victims", "/victims"), new("Events due", "/victims/events"), .. role is Role.VloManager ? [Imports] : Array.Empty<NavigationItem>(), Search, MyTasks],
        Role.Oca or Role.Reception or Role.Residential or Role.Security or Role.Governor or Role.PopulationManager =>
            [Home, new("Today", "/today"), MyTasks, new("Decisions", "/decisions"), Search, .. role is Role.Residential ? [new("Key work", "/key-work")] : Array.Empty<NavigationItem>(), .. role is Role.PopulationManager ? Array.Empty<NavigationItem>() : [Arrivals]],
        Role.Education or Role.Health or Role.SubstanceMisuse or Role.Chaplaincy or Role.Psychology or Role.ApKeyWorker =>
            [Home, new("Contributions asked for", "/contributions"), MyTasks, Search],
        Role.Ppcs => [Home, new("Recalls", "/recalls"), new("Dossiers", "/dossiers"), MyTasks, Search],
        Role.Inspector =>
            [new("Inspections", "/inspections"), new("Samples", "/inspections/samples"),
                new("My cases to read", "/inspections/cases"), new("Findings", "/inspections/findings"), Home, Search],
        Role.RegionalManager or Role.NationalManager or Role.Analyst =>
            [new("Figures", "/figures"), new("Standards", "/standards"), new("Needs", "/figures/needs"),
                new("Capacity", "/figures/capacity"), new("Data quality", "/figures/quality"), Home, Search],
        Role.Prisoner =>
            [new("My plan", "/me/plan"), new("My dates", "/me/dates"), new("My people", "/me/people"), new("Messages", "/me/messages")],
        Role.Admin =>
            [new("Accounts", "/admin/accounts"), new("Places", "/admin/places"), new("Reference tables", "/admin/tables"),
                Imports, new("Jobs", "/admin/jobs"), new("Audit", "/admin/audit")],
        Role.RecordsOfficer =>
            [new("Subject access", "/subject-access"), new("Retention", "/admin/retention"), Imports, new("Audit", "/admin/audit"), Home, Search, new("Merges", "/merges")],
        _ => [],
    };

    /// <summary>The item whose page, or a page beneath it, is at <paramref name="path"/>.</summary>
    public NavigationItem? At(string path) => Items
        .Where(item => item.Href == path || (item.Href is not "/" && path.StartsWith(item.Href + "/", StringComparison.OrdinalIgnoreCase)))
        .MaxBy(item => item.Href.Length);

    private static NavigationItem Home { get; } = new("Home", "/");

    private static NavigationItem MyCases { get; } = new("My cases", "/cases");

    private static NavigationItem MyTasks { get; } = new("My tasks", TasksAddress) { CountNoun = "task" };

    private static NavigationItem Handovers { get; } = new("Handovers", "/handovers");

    private static NavigationItem Arrivals { get; } = new("Arrivals and releases", "/arrivals");

    private static NavigationItem HandoverPacks { get; } = new("Handover packs", "/handover-packs");

    private static NavigationItem Matches { get; } = new("Match queue", "/matches");

    private static NavigationItem DataQuality { get; } = new("Data quality", "/data-quality");

    private static NavigationItem Imports { get; } = new("Imports", "/imports");

    private static NavigationItem Search { get; } = new("Search", "/search");
}

/// <param name="Text">The user's word for the work.</param>
/// <param name="Href">An address of this product.</param>
public sealed record NavigationItem(string Text, string Href)
{
    /// <summary>How many wait there; no badge for none.</summary>
    public int Count { get; init; }

    /// <summary>What is counted, in the singular, for a screen reader.</summary>
    public string CountNoun { get; init; } = "item";
}
