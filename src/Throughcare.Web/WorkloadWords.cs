using System.Globalization;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Facts;

namespace Throughcare.Web;

/// <summary>How pages say workload and key work.</summary>
public static class WorkloadWords
{
    public static string Of(StaffGrade grade) => grade switch
    {
        StaffGrade.Po => "Probation officer",
        StaffGrade.Pso => "Probation service officer",
        StaffGrade.Pqip => "Trainee (PQiP)",
        StaffGrade.Spo => "Senior probation officer",
        _ => "Prison officer",
    };

    public static string Of(PomLoadWarning warning) => warning switch
    {
        PomLoadWarning.Redeployed => "Redeployed",
        PomLoadWarning.HighCaseload => "High caseload",
        _ => "Extreme caseload",
    };

    public static string Of(WorkloadCaseType type) => type.ToString();

    public static string Of(CourtReportKind kind) => kind switch
    {
        CourtReportKind.Standard => "Standard delivery",
        CourtReportKind.Fast => "Fast delivery",
        _ => "Oral",
    };

    public static string Of(ReductionStatus status) => status switch
    {
        ReductionStatus.Scheduled => "Not begun",
        ReductionStatus.Active => "Active",
        ReductionStatus.Archived => "Over",
        _ => "Taken back",
    };

    public static string Of(CaseInactivity inactivity) => inactivity switch
    {
        CaseInactivity.Warrant => "Inactive: a warrant is outstanding",
        CaseInactivity.OverdueTermination => "Inactive: it should have been terminated",
        CaseInactivity.UnpaidWorkOnly => "Unpaid work alone",
        _ => "Counts as its tier says",
    };

    /// <summary>"Inactive: a warrant is outstanding. Young adult in transition (T2A)".</summary>
    public static string Of(CaseInactivity inactivity, bool isTransition) =>
        string.Join(". ", new[] { inactivity is CaseInactivity.None && isTransition ? null : Of(inactivity), isTransition ? "Young adult in transition (T2A)" : null }.OfType<string>());

    /// <summary>"111.1%".</summary>
    public static string Percent(WorkloadCapacity capacity)
    {
        ArgumentNullException.ThrowIfNull(capacity);
        return string.Create(CultureInfo.InvariantCulture, $"{capacity.Percent:0.#}%");
    }

    public static TagModel? TagOf(WorkloadWarning warning) => warning switch
    {
        WorkloadWarning.OverCapacity => new("Over capacity", TagColour.Red),
        WorkloadWarning.NearCapacity => new("Near capacity", TagColour.Orange),
        WorkloadWarning.UnderUsed => new("Under-used", TagColour.Blue),
        WorkloadWarning.NoAvailablePoints => new("No available points", TagColour.Grey),
        _ => null,
    };

    /// <summary>How thinly a POM is spread: days that are on record as other duties count against those they should have worked.</summary>
    public static PomLoad LoadOf(PomCandidate pom)
    {
        ArgumentNullException.ThrowIfNull(pom);
        return PomLoad.Of(pom.Total, WorkloadSettings.FullTimePomHours * pom.Tenths / 10, Math.Max(0, pom.RosteredDays - pom.RedeployedDays), pom.RosteredDays);
    }

    /// <summary>"37.5".</summary>
    public static string Hours(decimal hours) => hours.ToString("0.##", CultureInfo.InvariantCulture);
}
