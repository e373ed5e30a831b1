using System.Collections.Frozen;
using System.Globalization;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Lists;

namespace Throughcare.Domain.Allocation;

/// <summary>How where a case stands follows from its facts, and what of it is worth telling once it changes.</summary>
public static class Standings
{
    /// <summary>Characters kept of where somebody is.</summary>
    public const int MostWhere = 200;

    private const string EarlyAllocation = "early_allocation";

    /// <summary>The dates that may stand for release in a list.</summary>
    private static readonly FrozenSet<string> ShownCodes = new[] { "CRD", "ARD", "HDCED", "HDCAD", "PED", "TED", "SED", "SLED", "LED", "PRRD", "APD" }.ToFrozenSet();

    /// <param name="person">Whose; the survivor of a merge.</param>
    /// <param name="facts">The case on the day.</param>
    public static Standing Of(PersonId person, CaseFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);

        var held = facts.EstablishmentCode is { HasValue: true, Value: var prison } && Establishments.Find(prison.Text) is { IsPrison: true };
        var (shown, scope, handover, lead) = (facts.DisplayReleaseDate, facts.Scope.Value, facts.Handover.Value, facts.Responsibility.Value);
        var single = facts.TierV3.Value;
        var missing = held && scope.InScope is true ? facts.MissingForAllocation() : [];
        return new()
        {
            PersonId = person,
            Prison = held ? facts.EstablishmentCode.Value : null,
            Where = facts.WhereWords is { Length: <= MostWhere } where ? where : facts.WhereWords[..MostWhere],
            ArrivedOn = held ? facts.AllocationArrival.Or(facts.ArrivedOn) : null,
            IsInScope = scope.InScope,
            ScopeReason = scope.Reason,
            Responsibility = lead,
            IsOverridden = facts.ResponsibilityOverride is not null,
            HandoverStart = handover.StartOn,
            Handover = handover.HandoverOn,
            HandoverReason = handover.Reason,
            HandoverVersion = handover.Version.Length == 0 ? null : handover.Version,
            EarliestRelease = Day(shown),
            EarliestReleaseCode = shown.HasValue ? facts.AllKeyDates.Where(date => date.On == shown.Value && ShownCodes.Contains(date.Code)).Select(date => date.Code).FirstOrDefault() : null,
            NextParole = Day(facts.NextParoleDate),
            Tier = facts.AllocationTier.Value,
            TierV3 = single is { State: TierState.Tiered } ? single.Tier : null,
            IsTierProvisional = single is { State: TierState.Tiered, IsProvisional: true },
            Rosh = facts.AllocationRosh.HasValue ? facts.AllocationRosh.Value : null,
            MappaLevel = facts.MappaLevel is { HasValue: true, Value: not MappaLevel.ToBeConfirmed and var level } ? (int)level : null,
            Complexity = facts.ComplexityOfNeed.HasValue ? facts.ComplexityOfNeed.Value : null,
            Pom = facts.PomHere.Value?.StaffId,
            PomName = facts.PomHere.Value?.Name,
            PomSince = facts.PomHere.Value?.ValidFrom,
            CoWorker = facts.CoWorkingPom?.StaffId,
            CoWorkerSince = facts.CoWorkingPom?.ValidFrom,
            Com = Staff(facts.ComId),
            ComName = facts.Com.Value?.Name is { } name and not DecideCase.Unallocated ? name : null,
            KeyWorker = Staff(facts.KeyWorkerId),
            KeyWorkerSince = facts.KeyWorker.Value?.ValidFrom,
            Pdu = facts.UnitOfCom,
            HomeArea = facts.HomeArea.Value.Pdu,
            HomeAreaFrom = facts.HomeArea.Value.From,
            Missing = missing.Count == 0 ? null : string.Join('|', missing),
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
            .. Change(StandingKind.EarlyAllocation, s => s.HandoverReason == EarlyAllocation ? "in force" : null, null),
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
