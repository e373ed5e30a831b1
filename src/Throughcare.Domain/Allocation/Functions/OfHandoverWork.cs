using System.Globalization;
using Throughcare.Domain.Rules.Functions;
using static Throughcare.Domain.Allocation.Functions.TabledFunction;

namespace Throughcare.Domain.Allocation.Functions;

/// <summary>What is to be done about a handover, and in which list it stands.</summary>
internal static class OfHandoverWork
{
    private static readonly IReadOnlyList<RuleInput> Listing =
    [
        Day("evaluation_date", "Day", isRequired: true), Day("handover_date", "COM leads from"), Word("responsibility", "Who leads", [.. Enum.GetNames<Responsibility>()]),
        Text("com_name", "Name of the COM"), Text("com_email", "Email of the COM"), Number("window_days", "Days before the handover from which it is upcoming"),
    ];

    private static readonly IReadOnlyList<RuleOutput> Listed = [new("listed", "In the list")];

    public static IReadOnlyList<RuleFunction> All { get; } =
    [
        new TabledFunction("handover.type", "Kind of handover", "Enhanced, standard, none or missing.", AnyVersion,
            [Text("reason", "Reason of the handover"), YesNo("enhanced_resourcing", "Enhanced resourcing"), YesNo("case_information", "Case information is present")], [new("type", "Kind of handover"), new("tasks", "Tasks")], Type),
        new TabledFunction("handover.com_days_overdue", "Days a COM is overdue", "Days since the handover date; negative before it.", AnyVersion,
            [Day("evaluation_date", "Day", isRequired: true), Day("handover_date", "COM leads from")], [new("days_overdue", "Days overdue"), new("error", "Why there is no answer")], DaysOverdue),
        new TabledFunction("list.upcoming_handover", "Upcoming handovers", "Whether a case stands in the list of upcoming handovers.", AnyVersion, Listing, Listed,
            given => In(given, "Upcoming: the POM leads alone, no COM is named, and the handover is near.",
                asked => HandoverWork.IsUpcoming(asked.Who, asked.Handover, asked.Day, asked.Window) && !asked.HasCom)),
        new TabledFunction("list.in_progress", "Handovers in progress", "Whether a case stands in the list of handovers in progress.", AnyVersion, Listing, Listed,
            given => In(given, "In progress: the COM leads by a handover date, or one is named before it.",
                asked => HandoverWork.IsInProgress(asked.Who, asked.Handover, asked.Day, asked.HasCom, asked.Window))),
        new TabledFunction("list.com_overdue", "COM overdue", "Whether a case stands in the list of cases without a COM.", AnyVersion, Listing, Listed,
            given => In(given, "Overdue: the COM leads since two days or more, and neither a name nor an address is recorded.",
                asked => HandoverWork.IsComOverdue(asked.Who, asked.Handover, asked.Day, asked.HasCom))),
    ];

    private static Judged? Type(GivenValues given)
    {
        var reason = given.Text("reason");
        if (reason is not null && HandoverReasons.Table.Find(reason) is null)
        {
            given.Refuse<bool>("reason", $"There is no reason '{reason}'");
        }

        var isEnhanced = given.YesNo("enhanced_resourcing");
        var type = HandoverWork.TypeOf(given.YesNo("case_information") is false ? null : reason, isEnhanced);
        return given.IsRefused ? null : Because("handover-type",
            "Missing without a calculation; none for a short sentence; enhanced where the resourcing is enhanced or unknown.", HandoverRules.Source,
            ("type", type.ToString().ToLowerInvariant()), ("tasks", string.Join('|', HandoverWork.Checklist(type, null).Select(task => HandoverWork.CodeOf(task.Task)))));
    }

    private static Judged? DaysOverdue(GivenValues given) => given.Day("evaluation_date") is not { } day ? null
        : given.Day("handover_date") is { } handover
            ? Because("handover", "Days from the handover date to the day.", HandoverRules.Source, ("days_overdue", HandoverWork.DaysOverdue(handover, day).ToString(CultureInfo.InvariantCulture)))
            : Because("handover", "There is no handover date to count from.", HandoverRules.Source, ("days_overdue", null), ("error", "no_handover_date"));

    private static Judged? In(GivenValues given, string because, Func<Asked, bool> isIn)
    {
        var (day, handover, window) = (given.Day("evaluation_date"), given.Day("handover_date"), given.Whole("window_days") ?? HandoverWork.UpcomingDays);
        var who = given.OneOf("responsibility", [.. Enum.GetValues<Responsibility>().Select(who => (ResponsibilityRules.CodeOf(who), who))]);
        var hasCom = given.Text("com_name") is not null || given.Text("com_email") is not null;
        return given.IsRefused || day is not { } on ? null : Because("handover-lists", because, HandoverRules.Source, ("listed", Say(isIn(new(on, handover, who, hasCom, window)))));
    }

    private sealed record Asked(DateOnly Day, DateOnly? Handover, Responsibility? Who, bool HasCom, int Window);
}
