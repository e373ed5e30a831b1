using System.Globalization;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Rules.Functions;

namespace Throughcare.Domain.Allocation.Functions;

/// <summary><c>workload.points</c>: the points of cases, reports and contacts.</summary>
public sealed class WorkloadPointsFunction : TierFunction
{
    public override string Name => "workload.points";

    public override string Title => "Points of a workload";

    public override string Description => "The points of a community offender manager's cases, court reports and contacts.";

    public override string Version => "WL";

    public override IReadOnlyList<RuleInput> Inputs { get; } =
    [
        new("cases", "Cases", RuleInputKind.Text) { Hint = "Such as 10xCOMMUNITY-B2|1xT2A-LICENCE-A3|1xUNTIERED; @50 after one for other points; /WARRANT, /OVERDUE_TERMINATION or /UNPAID_WORK for one that is inactive" },
        Number("standard_reports", "Standard delivery reports in the last 30 days"),
        Number("fast_reports", "Fast delivery reports in the last 30 days"),
        new("contacts_outside_caseload", "Contacts for cases of others", RuleInputKind.Text) { Hint = "Such as 2xCMS17|1xCMS03" },
        new("contacts_by_others", "Contacts by others on own cases", RuleInputKind.Text),
    ];

    public override IReadOnlyList<RuleOutput> Outputs { get; } = [new("points", "Points"), new("unscored", "Cases without a score")];

    private protected override RuleAnswer? Judge(Reading given)
    {
        var inputs = new WorkloadInputs
        {
            Cases = [.. Counted(given, "cases").Select(part => Case(given, part.Count, part.What)).OfType<WorkloadCase>()],
            StandardReports = given.Whole("standard_reports") ?? 0,
            FastReports = given.Whole("fast_reports") ?? 0,
            ForOthers = [.. Counted(given, "contacts_outside_caseload").Select(part => new WorkloadContact(part.Count, part.What))],
            ByOthers = [.. Counted(given, "contacts_by_others").Select(part => new WorkloadContact(part.Count, part.What))],
        };
        if (given.HasProblem)
        {
            return null;
        }

        var total = WorkloadPoints.Total(inputs);
        return Answer(
            new Dictionary<string, string>
            {
                ["points"] = Text(total.Points),
                ["unscored"] = total.Unscored.Count == 0 ? RuleAnswer.None : string.Join("|", total.Unscored.Select(c => $"{c.Count}x{c.Type?.ToString().ToUpperInvariant() ?? "?"}-{c.Tier}")),
            },
            $"{Words.Count(total.Points, "point")} in all.", "ministryofjustice/hmpps-workload and wmt-worker",
            [new("Cases", Words.Count(inputs.Cases.Sum(c => c.Count), "case"))], [.. total.Parts.Select(part => $"{part.Name}: {Text(part.Count)} × {Text(part.Each)} = {Text(part.Points)}.")]);
    }

    private static List<(int Count, string What)> Counted(Reading given, string name)
    {
        List<(int, string)> counted = [];
        foreach (var part in given.Parts(name))
        {
            var at = part.IndexOf('x', StringComparison.Ordinal);
            if (at > 0 && int.TryParse(part[..at], NumberStyles.None, CultureInfo.InvariantCulture, out var count) && part.Length > at + 1)
            {
                counted.Add((count, part[(at + 1)..]));
            }
            else
            {
                given.Refuse(name, $"'{part}' is not of the form 10xCOMMUNITY-B2");
            }
        }

        return counted;
    }

    private static WorkloadCase? Case(Reading given, int count, string what)
    {
        decimal? forced = null;
        var inactivity = CaseInactivity.None;
        if (what.Split('@') is [var before, var points])
        {
            if (!decimal.TryParse(points, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                given.Refuse("cases", $"'{points}' is no number of points");
                return null;
            }

            (what, forced) = (before, number);
        }

        if (what.Split('/') is [var active, var reason])
        {
            what = active;
            inactivity = reason switch
            {
                "WARRANT" => CaseInactivity.Warrant,
                "OVERDUE_TERMINATION" => CaseInactivity.OverdueTermination,
                "UNPAID_WORK" => CaseInactivity.UnpaidWorkOnly,
                _ => CaseInactivity.None,
            };
            if (inactivity is CaseInactivity.None)
            {
                given.Refuse("cases", $"'{reason}' is not a reason for which a case is inactive");
            }
        }

        var isTransition = what.StartsWith("T2A-", StringComparison.Ordinal);
        what = isTransition ? what[4..] : what;
        WorkloadCaseType? type = what.Split('-')[0] switch { "COMMUNITY" => WorkloadCaseType.Community, "LICENCE" => WorkloadCaseType.Licence, "CUSTODY" => WorkloadCaseType.Custody, _ => null };
        return new(count, type, what == "UNTIERED" ? null : what.Split('-') is [_, var tier] ? tier : what) { IsTransition = isTransition, Forced = forced, Inactivity = inactivity };
    }
}

/// <summary><c>workload.available_points</c>: what somebody can carry.</summary>
public sealed class AvailablePointsFunction : TierFunction
{
    public override string Name => "workload.available_points";

    public override string Title => "Available points";

    public override string Description => "The points that somebody can carry in the hours that are left after reductions.";

    public override string Version => "WL";

    public override IReadOnlyList<RuleInput> Inputs { get; } =
    [
        Number("nominal_target", "Points of a full week") with { IsRequired = true }, Number("grade_hours", "Hours of a full week") with { IsRequired = true },
        Number("available_hours", "Hours that are left") with { IsRequired = true },
    ];

    public override IReadOnlyList<RuleOutput> Outputs { get; } = [new("points", "Available points")];

    private protected override RuleAnswer? Judge(Reading given)
    {
        if (given.Amount("nominal_target") is not { } target || given.Amount("grade_hours") is not { } grade || given.Amount("available_hours") is not { } hours || given.HasProblem)
        {
            return null;
        }

        var points = WorkloadCapacity.AvailablePoints(target, grade, hours);
        return Answer(
            new Dictionary<string, string> { ["points"] = Text(points) }, $"{Text(hours)} of {Text(grade)} hours give {Text(points)} of {Text(target)} points.", "ministryofjustice/wmt-worker",
            [new("Points of a full week", Text(target)), new("Hours of a full week", Text(grade)), new("Hours that are left", Text(hours))]);
    }
}

/// <summary><c>workload.capacity</c>: how much of what they can carry somebody carries.</summary>
public sealed class CapacityFunction : TierFunction
{
    public override string Name => "workload.capacity";

    public override string Title => "Capacity";

    public override string Description => "How much of the available points is taken, and what a manager is told about it.";

    public override string Version => "WL";

    public override IReadOnlyList<RuleInput> Inputs { get; } = [Number("points", "Points") with { IsRequired = true }, Number("available_points", "Available points") with { IsRequired = true }];

    public override IReadOnlyList<RuleOutput> Outputs { get; } = [new("capacity", "Capacity, per cent"), new("warning", "Warning")];

    private protected override RuleAnswer? Judge(Reading given)
    {
        if (given.Amount("points") is not { } points || given.Whole("available_points") is not { } available || given.HasProblem)
        {
            return null;
        }

        var capacity = WorkloadCapacity.Of((int)points, available);
        return Answer(
            new Dictionary<string, string>
            {
                ["capacity"] = Text(capacity.Percent),
                ["warning"] = capacity.Warning switch
                {
                    WorkloadWarning.NoAvailablePoints => "no_available_points",
                    WorkloadWarning.UnderUsed => "under_used",
                    WorkloadWarning.NearCapacity => "near_capacity",
                    WorkloadWarning.OverCapacity => "over_capacity",
                    _ => RuleAnswer.None,
                },
            },
            available == 0 ? "There are no available points." : $"{Text(points)} of {Text(available)} points are {Text(capacity.Percent)}%.", "ministryofjustice/hmpps-workload; thresholds inferred",
            [new("Points", Text(points)), new("Available points", Text(available))]);
    }
}

/// <summary><c>workload.pom_load</c>: how thinly a prison offender manager is spread.</summary>
public sealed class PomLoadFunction : TierFunction
{
    public override string Name => "workload.pom_load";

    public override string Title => "Cases for each whole post";

    public override string Description => "A prison offender manager's cases for each whole post that redeployment leaves.";

    public override string Version => "WL";

    public override IReadOnlyList<RuleInput> Inputs { get; } =
    [
        Number("cases", "Cases") with { IsRequired = true }, Number("contracted_hours_per_week", "Contracted hours a week") with { IsRequired = true },
        Number("om_days_in_14", "Days as offender manager in the last 14") with { IsRequired = true }, Number("rostered_days_in_14", "Days at work in the last 14", "10 at full time unless said"),
    ];

    public override IReadOnlyList<RuleOutput> Outputs { get; } = [new("effective_fte", "Whole posts"), new("cases_per_fte", "Cases for each whole post"), new("warning", "First warning"), new("warnings", "Warnings")];

    private protected override RuleAnswer? Judge(Reading given)
    {
        var rostered = given.Amount("rostered_days_in_14");
        if (given.Whole("cases") is not { } cases || given.Amount("contracted_hours_per_week") is not { } hours || given.Whole("om_days_in_14") is not { } days || given.HasProblem)
        {
            return null;
        }

        var load = PomLoad.Of(cases, hours, days, rostered);
        string[] warnings = [.. load.Warnings.Select(warning => warning switch { PomLoadWarning.Redeployed => "redeployed", PomLoadWarning.HighCaseload => "high_caseload", _ => "extreme_caseload" })];
        var each = load.CasesPerFte is { } perFte ? Text(perFte) : RuleAnswer.None;
        return Answer(
            new Dictionary<string, string>
            {
                ["effective_fte"] = load.EffectiveFte.ToString("0.00", CultureInfo.InvariantCulture),
                ["cases_per_fte"] = each,
                ["warning"] = warnings is [var first, ..] ? first : RuleAnswer.None,
                ["warnings"] = warnings.Length > 0 ? string.Join("|", warnings) : RuleAnswer.None,
            },
            load.CasesPerFte is null ? "No time is left for the work." : $"{Words.Count(cases, "case")} with {load.EffectiveFte.ToString("0.00", CultureInfo.InvariantCulture)} whole posts are {each} for each.",
            "Joint inspection of offender management in prisons (2011) 3.5; thresholds inferred", [new("Cases", Text(cases)), new("Contracted hours", Text(hours)), new("Days as offender manager", Text(days))]);
    }
}

/// <summary><c>keywork.compliance</c>: sessions held against those that were to be held.</summary>
public sealed class KeyWorkComplianceFunction : TierFunction
{
    public override string Name => "keywork.compliance";

    public override string Title => "Compliance with key work";

    public override string Description => "Key work sessions of a prison against those that it had to hold.";

    public override string Version => "KW";

    public override IReadOnlyList<RuleInput> Inputs { get; } =
    [
        Number("eligible_prisoners", "People who were to have key work") with { IsRequired = true }, new("from", "First day", RuleInputKind.Day) { IsRequired = true }, new("to", "Last day", RuleInputKind.Day) { IsRequired = true },
        Number("frequency_weeks", "Weeks from one session to the next", "1 unless said"), Number("sessions", "Sessions recorded") with { IsRequired = true },
    ];

    public override IReadOnlyList<RuleOutput> Outputs { get; } = [new("compliance", "Compliance, per cent"), new("projected", "Sessions to be held")];

    private protected override RuleAnswer? Judge(Reading given)
    {
        var weeks = given.Whole("frequency_weeks") ?? KeyWorkSettings.SessionEveryWeeks;
        if (weeks < 1)
        {
            given.Refuse("frequency_weeks", "Weeks must be 1 or more");
        }

        if (given.Whole("eligible_prisoners") is not { } eligible || given.Day("from") is not { } from || given.Day("to") is not { } to || given.Whole("sessions") is not { } sessions || given.HasProblem)
        {
            return null;
        }

        var found = KeyWorkCompliance.Of(eligible, from, to, weeks, sessions);
        return Answer(
            new Dictionary<string, string> { ["compliance"] = found.Percent is { } percent ? Text(percent) : RuleAnswer.None, ["projected"] = Text(found.Projected) },
            found.Percent is { } share ? $"{Words.Count(sessions, "session")} of {Text(found.Projected)} are {Text(share)}%." : "No session was to be held.", "ministryofjustice/keyworker-api",
            [new("People", Text(eligible)), new("From", Words.LongDate(from)), new("To", Words.LongDate(to)), new("Weeks between sessions", Text(weeks)), new("Sessions", Text(sessions))]);
    }
}
