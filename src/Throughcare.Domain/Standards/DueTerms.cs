using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Standards;

/// <summary>What of a due date follows from dates alone: said once for the engine and for trying a rule by itself. Source: standards.md 6.1, 8.2 and 12.</summary>
internal static class DueTerms
{
    /// <summary>Calendar days after which an unmet item that nothing closes is missed.</summary>
    public const int DaysUntilMissed = 365;

    private const int WorkingDaysToHearOfIt = 5;

    /// <summary>The day from which evidence counts; <see cref="DateOnly.MinValue"/> for any day.</summary>
    /// <param name="isStartEvidence">What started the clock would itself be evidence, and is none of what follows it.</param>
    public static DateOnly WindowFrom(StandardRule rule, DateOnly anchor, DateOnly due, bool isStartEvidence)
    {
        if (rule.Repeat is Repeat.FromEvidence or Repeat.FromEvidenceOfFlag && rule.Trigger.Kind is TriggerKind.Event)
        {
            return isStartEvidence ? anchor.AddDays(1) : anchor;
        }

        var from = rule.Due.IsBefore || rule.Repeat is Repeat.FromDue ? due : anchor;
        return rule.WindowBefore is { } window ? window.Back().From(from) : rule.Due.IsBefore && rule.Trigger.Kind is TriggerKind.Date ? DateOnly.MinValue : from;
    }

    /// <summary>Until when nobody is called late where the date moved nearer: 5 working days after that was known, and no later than the
    /// date itself; <see langword="null"/> where the due date stands.</summary>
    /// <param name="knownOn">The day it became known.</param>
    /// <param name="date">The date that moved, such as that of release.</param>
    public static DateOnly? Fair(DateOnly? knownOn, DateOnly due, DateOnly date)
    {
        if (knownOn?.AddWorkingDays(WorkingDaysToHearOfIt) is not { } fair || fair <= due)
        {
            return null;
        }

        return fair > date && date > due ? date : fair;
    }

    /// <summary>The state at the end of <paramref name="day"/> of what is kept as <paramref name="state"/>.</summary>
    public static DueState StateOn(ItemState state, DateOnly day, DateOnly effective, DateOnly soonFrom, bool isDeferred) => state switch
    {
        ItemState.NotDetermined => DueState.NotDetermined,
        ItemState.NotApplicable => DueState.NotApplicable,
        ItemState.MetOnTime => DueState.MetOnTime,
        ItemState.MetLate => DueState.MetLate,
        ItemState.Missed => DueState.Missed,
        ItemState.Superseded => DueState.Superseded,
        _ when isDeferred && day <= effective => DueState.Deferred,
        _ when day >= effective => DueState.Due,
        _ when day >= soonFrom => DueState.DueSoon,
        _ => DueState.Upcoming,
    };
}
