using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Facts;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;
using StaffNames = Throughcare.Application.Record.StaffNames;

namespace Throughcare.Application.Allocation;

/// <summary>Who leads one case and from when, with the reasons, the tasks of the handover and how it came to stand so.</summary>
public sealed class HandoverOfPerson(ThroughcareDb db, CaseHistories histories, AccessPolicy access, TimeProvider clock)
{
    /// <param name="Responsibility">In effect, what was set by hand first.</param>
    /// <param name="Handover">By the rules alone.</param>
    public sealed record Page(Explained<ScopeResult> Scope, Explained<Responsibility?> Responsibility, Explained<HandoverResult> Handover)
    {
        public required DateOnly Today { get; init; }

        /// <summary>As recorded; <see langword="null"/> where nobody is.</summary>
        public string? Pom { get; init; }

        public string? Com { get; init; }

        /// <summary>The delivery unit from which the person comes.</summary>
        public Explained<HomeArea>? HomeArea { get; init; }

        /// <summary>The date that lists show, and which one it is.</summary>
        public NamedDate? Release { get; init; }

        public HandoverType Type { get; init; }

        public IReadOnlyList<HandoverSteps.Step> Steps { get; init; } = [];

        /// <summary>What is to be looked at, a sentence each.</summary>
        public IReadOnlyList<string> Warnings { get; init; } = [];

        /// <summary>Why a date is missing, and what to do; <see langword="null"/> where none is.</summary>
        public string? MissingDates { get; init; }

        public SetByHand? Override { get; init; }

        public Explained<EarlyAllocationResult>? EarlyAllocation { get; init; }

        /// <summary>The newest first.</summary>
        public IReadOnlyList<Past> History { get; init; } = [];

        public bool MayOverride { get; init; }

        public bool MayTick { get; init; }
    }

    /// <param name="Version">Of the entry, for a form about it.</param>
    /// <param name="Reason">In words.</param>
    public sealed record SetByHand(FactId Id, int Version, ResponsibilitySide Side, string Reason, string? Text, DateOnly Since, string By);

    /// <param name="What">What changed, in words.</param>
    /// <param name="Because">Why, where that is known.</param>
    public sealed record Past(DateTimeOffset At, StandingKind Kind, string What, string? Because);

    /// <returns><see langword="null"/> for somebody who is not on record.</returns>
    public async Task<Page?> OfAsync(PersonId person, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);
        if ((await histories.LoadForStandardsAsync([person], stop)).GetValueOrDefault(person) is not { } history)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var facts = history.At(now.LondonDate, now);
        var progress = HandoverReset.Standing(facts.HandoverProgress, await HandoverReset.Changes(db, [person]).ToListAsync(stop));
        var reader = await EntryReaders.OfAsync(db, await MergedRecords.OfAsync(db, person, stop), actor, facts.AsAt, stop);
        return new(facts.Scope, SeenReasons.For(facts.Responsibility, facts, reader), SeenReasons.Of(facts, reader))
        {
            Today = facts.AsAt,
            Pom = facts.Pom.Value?.Name,
            Com = facts.Com.Value?.Name,
            HomeArea = facts.HomeArea,
            Release = facts.DisplayRelease.HasValue ? facts.DisplayRelease.Value : null,
            Type = facts.HandoverType.Value,
            Steps = facts.Handover.Value.Problem is null ? HandoverSteps.Of(facts, progress) : [],
            Warnings = [.. WarningsOf(facts)],
            MissingDates = MissingOf(facts, SeenReasons.Of(facts, reader).Value),
            Override = facts.ResponsibilityOverride is { } byHand ? await SayAsync(byHand, stop) : null,
            EarlyAllocation = facts.EarlyAllocationState,
            History = await HistoryAsync(person, facts, SeenReasons.MaySeeLevel(facts, reader), stop),
            MayOverride = await access.RefusalAsync(Verb.OverrideResponsibility, person, actor, stop) is null,
            MayTick = await access.RefusalAsync(Verb.TickHandoverTask, person, actor, stop) is null,
        };
    }

    /// <summary>What the head of a unit, the POM or the COM has to look at.</summary>
    internal static IEnumerable<string> WarningsOf(CaseFacts facts)
    {
        var handover = facts.Handover.Value;
        if (handover.IsBeforeSentence)
        {
            yield return "The handover date comes before the sentence started. Check the dates of the sentence.";
        }

        if (!facts.HasCom.Value && facts.Responsibility.Value is Responsibility.Community or Responsibility.CustodyWithCom && handover.Problem is null)
        {
            yield return handover.HandoverOn is { } on && facts.Responsibility.Value is Responsibility.Community && HandoverWork.IsComOverdue(Responsibility.Community, on, facts.AsAt, false)
                ? $"No community offender manager (COM) is recorded. One has been needed for {Words.Count(HandoverWork.DaysOverdue(on, facts.AsAt), "day")}."
                : "No community offender manager (COM) is recorded, and this case needs one.";
        }

        if (handover.Problem is null && facts.UnitToTell is null)
        {
            yield return "No probation delivery unit (PDU) is recorded, so handover messages cannot be sent.";
        }

        if (handover.Problem is null && !facts.HasCaseInformation.Value)
        {
            yield return "There is no probation record and no case information typed in its place, so the kind of handover is not known.";
        }
    }

    /// <summary>Why there are no dates, in words.</summary>
    /// <param name="seen">The answer of the rules as the reader may read it.</param>
    internal static string? MissingOf(CaseFacts facts, HandoverResult seen) => seen switch
    {
        { Problem: HandoverProblem.SentenceStartMissing } => "No date can be set because the day on which the sentence started is not recorded. Record the sentence.",
        { Problem: HandoverProblem.OutsideScope } => facts.Scope.Because,
        { Problem: HandoverProblem.NotInCustody or HandoverProblem.BeforeTheRules } => facts.Handover.Because,
        { Reason: HandoverReasons.ReleaseDateUnknown } => facts.IsIndeterminate.Value
            ? "No date can be set because neither a tariff expiry date (TED) nor a target hearing date (THD) is recorded."
            : "No date can be set because no conditional release date (CRD), automatic release date (ARD) or parole eligibility date (PED) is recorded.",
        { HandoverOn: null, Reason: { } reason } => $"This case has no handover date. {HandoverReasons.Of(reason).Description}.",
        { HandoverOn: null } => "This case has no handover date.",
        _ => null,
    };

    private async Task<SetByHand> SayAsync(ResponsibilityOverride byHand, CancellationToken stop) => new(
        byHand.Id, byHand.Version, byHand.Side, OverrideReasons.Find(OverrideReasons.OfResponsibility, byHand.ReasonCode)?.Description ?? byHand.ReasonCode, byHand.Text, byHand.ValidFrom,
        (await StaffNames.OfAsync(db, [byHand.Recorded.By], stop))[byHand.Recorded.By]);

    private async Task<IReadOnlyList<Past>> HistoryAsync(PersonId person, CaseFacts facts, bool maySeeLevel, CancellationToken stop)
    {
        StandingKind[] kinds = [StandingKind.Scope, StandingKind.Responsibility, StandingKind.Handover, StandingKind.EarlyAllocation];
        var changes = await db.StandingChanges.Where(c => c.PersonId == person && kinds.Contains(c.Kind)).OrderByDescending(c => c.At).Take(50).ToListAsync(stop);
        return [.. changes.Where(c => c.At <= facts.KnownAt).Select(c => new Past(c.At, c.Kind, HandoverHistory.Say(c), !maySeeLevel && c.Because is HandoverReasons.ParoleMappa ? null : HandoverHistory.Because(c)))];
    }
}
