using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Standards;

/// <summary>Due dates that would have passed before anybody could know of them. Source: standards.md 12.</summary>
internal static class DueShifts
{
    private static readonly StandardId MappaLevelBeforeRelease = new("PP-002");

    private static readonly StandardId ReviewBeforeReleaseAtLevel2Or3 = new("PL-018");

    /// <summary>A MAPPA case that is identified six months or less before release has 10 working days; one raised to level 2 or 3 has 20 for the review.</summary>
    public static DateOnly Of(StandardRule rule, DateOnly due, CaseHistory history, DateOnly today, DateTimeOffset knownAt)
    {
        if (rule.Id != MappaLevelBeforeRelease && rule.Id != ReviewBeforeReleaseAtLevel2Or3)
        {
            return due;
        }

        var days = rule.Id == MappaLevelBeforeRelease ? 10 : 20;
        DateOnly? identified = null;
        foreach (var registration in history.Registrations)
        {
            if (registration.Code == RegistrationRules.Mappa && !registration.Withdrawn && registration.IsKnownAt(knownAt) && registration.ValidFrom <= today
                && (rule.Id == MappaLevelBeforeRelease || registration.MappaLevel >= 2) && !(identified <= registration.ValidFrom))
            {
                identified = registration.ValidFrom;
            }
        }

        return identified is { } on && on > due ? on.AddWorkingDays(days) : due;
    }
}
