using System.Globalization;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Rules;

namespace Throughcare.Application.Allocation;

/// <summary>Changes of scope, responsibility and handover, in words.</summary>
internal static class HandoverHistory
{
    public static string Say(StandingChange change) => change.Kind switch
    {
        StandingKind.Scope => ScopeReasons.Table.Find(change.After) is { } reason
            ? reason.InScope switch { true => "In scope of offender management", false => "Not in scope of offender management", null => "Scope can not be decided" }
            : "Scope is no longer worked out",
        StandingKind.Responsibility => Enum.TryParse<Responsibility>(change.After, out var who) ? ResponsibilityRules.Say(who) : "Nobody has to lead",
        StandingKind.Handover => Dates(change.After) is { } dates
            ? dates.Start == dates.Handover ? $"COM leads from {Words.LongDate(dates.Handover)}" : $"COM supports from {Words.LongDate(dates.Start)} and leads from {Words.LongDate(dates.Handover)}"
            : "No handover date",
        _ => "Early allocation changed",
    };

    public static string? Because(StandingChange change) =>
        change.Because is not { } code ? null
        : HandoverReasons.Table.Find(code)?.Description ?? code;

    private static (DateOnly Start, DateOnly Handover)? Dates(string? text) =>
        text?.Split('|') is [var start, var handover] && Day(handover) is { } on ? (Day(start) ?? on, on) : null;

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
