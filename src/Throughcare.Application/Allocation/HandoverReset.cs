using System.Globalization;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Allocation;

/// <summary>Whether the tasks of a handover began anew since they were ticked: the case went back to the POM alone, or its date moved while
/// it was there and it was in no list any more.</summary>
internal static class HandoverReset
{
    /// <returns>The progress; <see langword="null"/> where it belongs to a handover that is over.</returns>
    /// <param name="changes">Of the person, in any order.</param>
    public static HandoverProgress? Standing(HandoverProgress? progress, IEnumerable<StandingChange> changes) =>
        progress is null || IsOver(progress.Recorded.At, changes) ? null : progress;

    /// <summary>Changes of who leads and of the date.</summary>
    public static IQueryable<StandingChange> Changes(ThroughcareDb db, IReadOnlyCollection<PersonId> people) =>
        db.StandingChanges.Where(c => people.Contains(c.PersonId) && (c.Kind == StandingKind.Responsibility || c.Kind == StandingKind.Handover));

    private static bool IsOver(DateTimeOffset ticked, IEnumerable<StandingChange> changes)
    {
        (Responsibility? Who, DateOnly? Handover) now = default;
        foreach (var at in changes.GroupBy(c => c.At).OrderBy(same => same.Key))
        {
            var before = now;
            foreach (var change in at)
            {
                now = change.Kind is StandingKind.Responsibility
                    ? now with { Who = Enum.TryParse<Responsibility>(change.After, out var who) ? who : null }
                    : now with { Handover = DateOf(change.After) };
            }

            if (at.Key > ticked && before.Who is { } was && now.Who is { } leads
                && HandoverWork.IsReset(was, before.Handover, leads, now.Handover, HandoverWork.IsUpcoming(leads, now.Handover, at.Key.LondonDate)))
            {
                return true;
            }
        }

        return false;
    }

    private static DateOnly? DateOf(string? text) =>
        text?.Split('|') is [_, var handover] && DateOnly.TryParseExact(handover, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
