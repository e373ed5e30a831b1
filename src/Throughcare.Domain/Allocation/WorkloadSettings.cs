using System.Collections.Frozen;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Allocation;

/// <summary>The numbers of <c>workload-settings.csv</c>.</summary>
public static class WorkloadSettings
{
    private static readonly Lazy<FrozenDictionary<string, decimal>> Loaded = new(() =>
        CsvTable.Load(TierTables.Settings).Rows.ToFrozenDictionary(row => row.Required("setting"), row => row.Amount("value"), StringComparer.Ordinal));

    /// <summary>Points of one standard delivery report for a court.</summary>
    public static decimal StandardReport => Of("standard_court_report_points");

    /// <summary>Points of one fast delivery report.</summary>
    public static decimal FastReport => Of("fast_court_report_points");

    /// <summary>Weekly hours of a full-time prison offender manager.</summary>
    public static decimal FullTimePomHours => Of("full_time_pom_hours");

    /// <summary>Points that a full-time member of staff of a grade is expected to carry.</summary>
    public static decimal TargetOf(StaffGrade grade) => Of(IsOfficer(grade) ? "nominal_target_po" : "nominal_target_spo");

    /// <summary>Weekly hours of a grade at full time; 0 where the grade carries no cases.</summary>
    public static decimal HoursOf(StaffGrade grade) => grade switch
    {
        StaffGrade.Po or StaffGrade.Pqip => Of("default_hours_po"),
        StaffGrade.Pso => Of("default_hours_pso"),
        _ => Of("default_hours_spo"),
    };

    /// <summary>Share of its points that an inactive case keeps, 0 to 100.</summary>
    public static decimal KeptPercent(CaseInactivity inactivity) => inactivity switch
    {
        CaseInactivity.Warrant => Of("inactive_weight_warrant"),
        CaseInactivity.OverdueTermination => Of("inactive_weight_overdue_termination"),
        CaseInactivity.UnpaidWorkOnly => Of("inactive_weight_unpaid_work"),
        _ => 100,
    };

    internal static void Check()
    {
        _ = StandardReport + FastReport + FullTimePomHours;
        _ = Enum.GetValues<StaffGrade>().Sum(grade => TargetOf(grade) + HoursOf(grade)) + Enum.GetValues<CaseInactivity>().Sum(KeptPercent);
    }

    private static bool IsOfficer(StaffGrade grade) => grade is StaffGrade.Po or StaffGrade.Pso or StaffGrade.Pqip;

    private static decimal Of(string setting) =>
        Loaded.Value.TryGetValue(setting, out var value) ? value : throw new TableException(TierTables.Settings, 0, "setting", $"the row {setting} is missing");
}

/// <summary>Grades of staff who carry cases.</summary>
public enum StaffGrade
{
    /// <summary>Probation officer.</summary>
    Po,

    /// <summary>Probation service officer.</summary>
    Pso,

    /// <summary>In training for the professional qualification.</summary>
    Pqip,

    /// <summary>Senior probation officer.</summary>
    Spo,

    /// <summary>Prison officer who works as a prison offender manager.</summary>
    Pro,
}

/// <summary>Why a case asks for less work than its tier says.</summary>
public enum CaseInactivity
{
    None,

    /// <summary>A warrant is outstanding.</summary>
    Warrant,

    /// <summary>It should have ended.</summary>
    OverdueTermination,

    /// <summary>It has unpaid work alone.</summary>
    UnpaidWorkOnly,
}
