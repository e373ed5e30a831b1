using Throughcare.Domain.Allocation;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Rules;
using Throughcare.Web.TagHelpers;

namespace Throughcare.Web.Pages.Allocation;

/// <summary>What pages call things of an allocation.</summary>
public static class AllocationWords
{
    public static string Of(AllocationStatus status) => status switch
    {
        AllocationStatus.InTime => "Not due yet",
        AllocationStatus.DueToday => "Due today",
        AllocationStatus.Overdue => "Overdue",
        AllocationStatus.Met => "In time",
        AllocationStatus.Late => "Late",
        _ => "Arrival not recorded",
    };

    public static TagModel TagOf(AllocationTiming timing)
    {
        ArgumentNullException.ThrowIfNull(timing);
        return timing.Status switch
        {
            AllocationStatus.InTime => new($"Due {Words.ShortDate(timing.DueOn!.Value)}", TagColour.Grey),
            AllocationStatus.DueToday => new("Due today", TagColour.Orange),
            AllocationStatus.Overdue => new($"Overdue {Words.Count(timing.WorkingDaysLate, "working day")}", TagColour.Red),
            AllocationStatus.Met => new("In time", TagColour.Green),
            AllocationStatus.Late => new($"{Words.Count(timing.WorkingDaysLate, "working day")} late", TagColour.Orange),
            _ => new("Arrival not recorded", TagColour.Grey),
        };
    }

    /// <summary>What a home area was taken from; <see langword="null"/> for the main address, which needs no word.</summary>
    public static string? Of(HomeAreaSource? from) => from switch
    {
        HomeAreaSource.PreviousAddress => "From the last settled address",
        HomeAreaSource.Probation => "From the delivery unit of the case",
        HomeAreaSource.Court => "From the sentencing court",
        _ => null,
    };

    public static string Of(AllocationEvent happened) => happened switch
    {
        AllocationEvent.AllocatePrimaryPom => "POM allocated",
        AllocationEvent.ReallocatePrimaryPom => "POM changed",
        AllocationEvent.AllocateSecondaryPom => "Co-working POM added",
        AllocationEvent.ReallocateSecondaryPom => "Co-working POM changed",
        AllocationEvent.DeallocatePrimaryPom => "POM removed",
        AllocationEvent.DeallocateSecondaryPom => "Co-working POM removed",
        _ => "Ended by release",
    };

    public static string Of(AllocationTrigger trigger) => trigger switch
    {
        AllocationTrigger.OffenderTransferred => "transfer to another prison",
        AllocationTrigger.OffenderReleased => "release",
        AllocationTrigger.ManualChange => "a correction",
        AllocationTrigger.LegalStatusChanged => "no longer in scope",
        AllocationTrigger.InactivePom => "the POM is away or no longer a POM",
        _ => "somebody’s decision",
    };

    public static string Of(RoshLevel? rosh) => rosh switch
    {
        null => "Not recorded",
        RoshLevel.VeryHigh => "Very high",
        RoshLevel.NotAnalysed => "Low (screening only)",
        _ => $"{rosh}",
    };

    /// <summary>The reasons of an override, in words.</summary>
    public static IEnumerable<string> ReasonsOf(AllocationRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return (record.OverrideReasons?.Split('|') ?? []).Select(code =>
            (AllocationOverrideReasons.Find(code)?.Description ?? code) + (code switch
            {
                AllocationOverrideReasons.Suitability when record.SuitabilityText is { } text => $": {text}",
                AllocationOverrideReasons.Other when record.OtherText is { } text => $": {text}",
                _ => "",
            }));
    }

    public static IReadOnlyList<Choice> Types { get; } = [new(nameof(PomType.Prison), "Prison POM", "A prison officer"), new(nameof(PomType.Probation), "Probation POM", "A probation officer in the prison")];

    /// <summary>Working patterns: full time, or tenths of it.</summary>
    public static IReadOnlyList<Choice> Patterns { get; } =
        [new("10", "Full time, 37.5 hours"), .. Enumerable.Range(1, 9).Reverse().Select(tenths => new Choice($"{tenths}", WorkingPattern.Words(tenths)))];

    public static IReadOnlyList<Choice> Statuses { get; } = Choice.Of<PomStatus>(PomWords.Of);

    public static IReadOnlyList<Choice> Reasons { get; } = [.. AllocationOverrideReasons.All.Where(reason => reason.IsActive).Select(reason => new Choice(reason.Code, reason.Description))];
}
