using System.Collections.Frozen;
using System.Globalization;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;

namespace Throughcare.Domain.Allocation;

/// <summary>How where a case stands follows from its facts, and what of it is worth telling once it changes.</summary>
public static class Standings
{
    /// <summary>The dates that may stand for release in a list.</summary>
    private static readonly FrozenSet<string> ShownCodes = new[] { "CRD", "ARD", "HDCED", "HDCAD", "PED", "TED", "SED", "SLED", "LED", "PRRD", "APD" }.ToFrozenSet();

    /// <param name="person">Whose; the survivor of a merge.</param>
    /// <param name="facts">The case on the day.</param>
    public static Standing Of(PersonId person, CaseFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);

        var held = facts.EstablishmentCode is { HasValue: true, Value: var prison } && Establishments.Find(prison.Text) is { IsPrison: true };
        var shown = facts.DisplayReleaseDate;
        return new()
        {
            PersonId = person,
            Prison = held ? facts.EstablishmentCode.Value : null,
            ArrivedOn = held ? facts.SentencedArrivalOn.Or(facts.ArrivedOn) : null,
            EarliestRelease = Day(shown),
            EarliestReleaseCode = shown.HasValue ? facts.AllKeyDates.Where(date => date.On == shown.Value && ShownCodes.Contains(date.Code)).Select(date => date.Code).FirstOrDefault() : null,
            NextParole = Day(facts.NextParoleDate),
            Rosh = facts.RoshOverall.HasValue ? facts.RoshOverall.Value : null,
            MappaLevel = facts.MappaLevel.HasValue ? facts.MappaLevel.Value is MappaLevel.ToBeConfirmed ? null : (int)facts.MappaLevel.Value : null,
            Complexity = facts.ComplexityOfNeed.HasValue ? facts.ComplexityOfNeed.Value : null,
            Pom = Staff(facts.PomId),
            PomSince = Day(facts.PomAllocatedOn),
            Com = Staff(facts.ComId),
            ComName = facts.Com.Value?.Name,
            KeyWorker = Staff(facts.KeyWorkerId),
            KeyWorkerSince = facts.KeyWorker.Value?.ValidFrom,
            Pdu = facts.PduCode.HasValue ? new PlaceCode(facts.PduCode.Value!) : null,
        };
    }

    /// <summary>What became otherwise, kind by kind; of a case that stood nowhere before, everything that is known.</summary>
    public static IEnumerable<StandingChange> Changes(Standing? before, Standing after, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(after);
        return
        [
            .. Change(StandingKind.Scope, s => s.ScopeReason, null),
            .. Change(StandingKind.Responsibility, s => s.Responsibility?.ToString(), after.HandoverReason),
            .. Change(StandingKind.Handover, s => s.Handover is { } on ? string.Create(CultureInfo.InvariantCulture, $"{s.HandoverStart:yyyy-MM-dd}|{on:yyyy-MM-dd}") : null, after.HandoverReason),
            .. Change(StandingKind.Tier, s => s.Tier, null),
            .. Change(StandingKind.TierV3, s => s.TierV3 is { } tier ? $"{tier}{(s.IsTierProvisional ? "P" : "")}" : null, null),
        ];

        IEnumerable<StandingChange> Change(StandingKind kind, Func<Standing, string?> of, string? because)
        {
            var (was, now) = (before is null ? null : of(before), of(after));
            if (was != now)
            {
                yield return new() { PersonId = after.PersonId, At = at, Kind = kind, Before = was, After = now, Rule = kind is StandingKind.Handover or StandingKind.Responsibility ? after.HandoverVersion : null, Because = because };
            }
        }
    }

    private static DateOnly? Day(Known<DateOnly> day) => day.HasValue ? day.Value : null;

    private static DateOnly? Or(this Known<DateOnly> day, Known<DateOnly> other) => day.HasValue ? day.Value : Day(other);

    private static StaffId? Staff(Known<StaffId> staff) => staff.HasValue ? staff.Value : null;
}
