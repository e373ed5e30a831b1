using System.Globalization;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Rules.Functions;

namespace Throughcare.Domain.Allocation.Functions;

/// <summary><c>allocation.due</c>: by when somebody who arrived has to have a POM, and how that stands on a day.</summary>
public sealed class AllocationDueFunction : AllocationFunction
{
    public override string Name => "allocation.due";

    public override string Title => "When an allocation is due";

    public override string Description => "The second working day after arrival, and whether the allocation is in time, due today, overdue, met or late.";

    public override IReadOnlyList<RuleInput> Inputs { get; } =
    [
        new("arrival", "Date of arrival", RuleInputKind.Day) { Hint = "The later of the start of the sentence and the last reception" },
        new("evaluation_date", "On", RuleInputKind.Day) { IsRequired = true },
        new("allocated", "Allocated", RuleInputKind.YesNo),
        new("allocation_date", "Date of allocation", RuleInputKind.Day),
        new("holidays", "Bank holidays", RuleInputKind.Days) { Hint = "With | between several; those of England and Wales unless given" },
    ];

    public override IReadOnlyList<RuleOutput> Outputs { get; } = [new("due_date", "Due"), new("status", "Status"), new("working_days_late", "Working days late")];

    private protected override RuleAnswer Judge(RuleValues values, string version)
    {
        var (arrival, today, allocatedOn) = (values.Day("arrival"), values.Day("evaluation_date"), values.Day("allocation_date"));
        var holidays = values.Days("holidays").Select(day => day.On).ToHashSet();
        if (YesNo(values, "allocated") && allocatedOn is null)
        {
            allocatedOn = today;
        }

        var found = AllocationClock.For(arrival, allocatedOn, today ?? DateOnly.MinValue, holidays.Count == 0 ? null : holidays.Contains);
        return Answer(
            version,
            new()
            {
                ["due_date"] = Iso(found.Value.DueOn),
                ["status"] = AllocationClock.CodeOf(found.Value.Status),
                ["working_days_late"] = found.Value.WorkingDaysLate.ToString(CultureInfo.InvariantCulture),
            },
            new(Iso(found.Value.DueOn), found.Rule, found.Because, found.Source, found.Used), arrival is null ? ["Record the day of arrival"] : []);
    }
}

/// <summary><c>allocation.days_waiting</c>: calendar days without a POM.</summary>
public sealed class AllocationDaysWaiting : AllocationFunction
{
    public override string Name => "allocation.days_waiting";

    public override string Title => "Days waiting for a POM";

    public override string Description => "Calendar days since arrival, or since the last POM here was removed.";

    public override IReadOnlyList<RuleInput> Inputs { get; } =
    [
        new("arrival", "Date of arrival", RuleInputKind.Day),
        new("removed", "Date the last POM here was removed", RuleInputKind.Day),
        new("evaluation_date", "On", RuleInputKind.Day) { IsRequired = true },
    ];

    public override IReadOnlyList<RuleOutput> Outputs { get; } = [new("days_waiting", "Days waiting")];

    private protected override RuleAnswer Judge(RuleValues values, string version)
    {
        var (arrival, removed, today) = (values.Day("arrival"), values.Day("removed"), values.Day("evaluation_date") ?? DateOnly.MinValue);
        var waiting = AllocationClock.DaysWaiting(arrival, removed, today);
        var text = waiting?.ToString(CultureInfo.InvariantCulture) ?? RuleAnswer.None;
        var because = waiting is null ? "The day of arrival is not recorded." : $"{Words.Count(waiting.Value, "calendar day")} since {(removed is null ? "arrival" : "the last POM here was removed")}.";
        return Answer(
            version, new() { ["days_waiting"] = text }, new(text, Name, because, $"{Manager}, days waiting", [new("Arrived", Iso(arrival)), new("Last POM removed", Iso(removed))]),
            arrival is null ? ["Record the day of arrival"] : []);
    }
}
