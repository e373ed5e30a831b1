using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Facts;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Storage;
using StaffNames = Throughcare.Application.Record.StaffNames;

namespace Throughcare.Application.Standards;

/// <summary>One due item with everything that it rests on: rule, facts, arithmetic, evidence, decisions, and how it came to say what it says.</summary>
public sealed class WhyDue(ThroughcareDb db, CaseHistories histories, AccessPolicy access, TimeProvider clock)
{
    /// <param name="Value">In words; <see langword="null"/> where it is not for the reader to see.</param>
    public sealed record FactLine(string Name, string? Value, bool IsMissing, bool Decided, IReadOnlyList<EntryLink> From, string ToDo);

    /// <param name="Words"><see langword="null"/> where the entry is not for the reader to see.</param>
    public sealed record EvidenceLine(string? Words, DateOnly On, DateOnly? RecordedOn, bool RecordedLate, EntryLink? Entry, string? RefusedBecause = null);

    public sealed record DeferralLine(Deferral Deferral, string Reason, string By, string? DecidedBy, string Approver)
    {
        public bool IsOwn { get; init; }

        /// <summary>The reader can decide about it.</summary>
        public bool IsDecidable { get; init; }
    }

    /// <summary>One version of the item, as it came to be believed.</summary>
    /// <param name="Changes">What differed from the version before; empty for the first.</param>
    public sealed record VersionLine(DateTimeOffset At, DateOnly DueOn, DueState State, string? Note, IReadOnlyList<string> Changes);

    public sealed record Page(DueItem Item, StandardRule? Rule, DueState State, string? Owner)
    {
        public string Title => Rule?.Title ?? StandardGroups.Words(Item.Family);

        /// <summary>What started the clock, in words.</summary>
        public string? Trigger { get; init; }

        /// <summary>When the rule applies, in words.</summary>
        public string? AppliesWhen { get; init; }

        public IReadOnlyList<FactLine> Facts { get; init; } = [];

        public IReadOnlyList<string> Arithmetic { get; init; } = [];

        public EvidenceLine? Evidence { get; init; }

        public IReadOnlyList<EvidenceLine> Refused { get; init; } = [];

        /// <summary>Other rules of the family, each with why it gave way.</summary>
        public IReadOnlyList<(StandardRule Rule, string Because)> Others { get; init; } = [];

        /// <summary>What would change it, one sentence each.</summary>
        public IReadOnlyList<string> WouldChange { get; init; } = [];

        /// <summary>Each way of meeting it, in words.</summary>
        public IReadOnlyList<string> Shows { get; init; } = [];

        public IReadOnlyList<DeferralLine> Deferrals { get; init; } = [];

        public IReadOnlyList<VersionLine> Versions { get; init; } = [];

        /// <summary>Why nobody can ask for a deferral now; <see langword="null"/> where somebody can.</summary>
        public string? DeferralClosed { get; init; }

        public bool MayDefer { get; init; }

        public bool MayExempt { get; init; }

        /// <summary>It could be worked out again today; else only what is kept is shown.</summary>
        public bool IsExplained { get; init; }

        /// <summary>The family does not bind the case.</summary>
        public StandardExemption? Exemption { get; init; }

        /// <summary>Contacts since the clock started, for the reason that needs attempts; each with its day.</summary>
        public IReadOnlyList<(FactId Id, DateOnly On, string Words)> Attempts { get; init; } = [];

        /// <summary>The release date; <see langword="null"/> where there is none or it is not known.</summary>
        public DateOnly? ReleaseOn { get; init; }

        public required DateOnly Today { get; init; }
    }

    /// <returns><see langword="null"/> where the person has no such item, or it is not for the reader to know of.</returns>
    public async Task<Page?> OfAsync(PersonId person, DueItemId id, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        var now = clock.GetUtcNow();
        var today = now.LondonDate;
        var records = await MergedRecords.OfAsync(db, person, stop);
        var versions = await db.DueItems.Where(i => i.Id == id && records.Contains(i.PersonId)).OrderBy(i => i.Version).ToListAsync(stop);
        if (versions is not [.., var item] || !item.IsSeenBy(actor))
        {
            return null;
        }

        // whoever does not read the record sees their own duties, and nothing of what the record says
        var reads = await access.RefusalAsync(Verb.ReadRecord, person, actor, stop) is null;
        if (!reads && !IsOf(actor, item))
        {
            return null;
        }

        var history = (await histories.LoadForStandardsAsync([person], stop))[person];
        var decisions = await DecisionsThen.LoadAsync(db, records, today, now, stop);
        var told = StandardsInUse.Engine.Explain(history, today, now, decisions, item.Key);
        var rule = told?.Rule ?? StandardRuleSet.InUse.Find(item.Rule);
        var reader = await EntryReaders.OfAsync(db, records, actor, today, stop);
        var hidden = told is null ? [] : reads ? await HiddenAsync(told, reader, stop) : EntriesOf(told);
        var facts = told is null ? [] : told.Facts.Select(used => Line(used, reader, reads)).ToList();
        var deferrals = (await db.Deferrals.Current().Where(d => records.Contains(d.PersonId) && d.ItemKey == item.Key).ToListAsync(stop)).OrderBy(d => d.ValidFrom).ThenBy(d => d.Id).ToList();
        var staff = await StaffNames.OfAsync(
            db, deferrals.SelectMany(d => new[] { d.RequestedBy, d.DecidedBy }).Append(item.ResponsibleStaff).OfType<StaffId>(), stop);
        var mayDefer = await access.RefusalAsync(Verb.DeferDueItem, person, actor, stop) is null;
        return new Page(item, rule, item.StateOn(today), MyTasks.OwnerOf(item, staff))
        {
            Today = today,
            ReleaseOn = history.At(today, now).DisplayReleaseDate is { HasValue: true, Value: var release } ? release : null,
            IsExplained = told is not null,
            Trigger = rule is null ? null : TriggerWords.Of(rule.Trigger),
            AppliesWhen = rule?.AppliesWhen.Words,
            Facts = facts,
            Arithmetic = told?.Arithmetic ?? [],
            Evidence = told?.Evidence is { } met ? Line(met, history, hidden) : null,
            Refused = [.. (told?.Refused ?? []).Select(refused => Line(refused, history, hidden))],
            Others = told?.Others ?? [],
            Shows = rule is null ? [] : EvidenceWords.Of(rule.SatisfiedBy),
            WouldChange = [.. WouldChange(item, rule, facts, today)],
            Deferrals = [.. deferrals.Select(d => Line(d, item, actor, staff))],
            DeferralClosed = DeferralRules.Closed(item, deferrals, today),
            MayDefer = mayDefer,
            MayExempt = await access.RefusalAsync(Verb.ExemptDueItem, person, actor, stop) is null,
            Exemption = decisions.Exemptions.FirstOrDefault(e => e.Family == item.Family),
            Attempts = mayDefer ? await AttemptsAsync(records, item, reader, today, stop) : [],
            Versions = [.. Lines(versions)],
        };
    }

    /// <summary>Contacts of a person since the clock of an item started that the reader may read: the latest twenty.</summary>
    private async Task<IReadOnlyList<(FactId Id, DateOnly On, string Words)>> AttemptsAsync(
        List<PersonId> records, DueItem item, EntryReader reader, DateOnly today, CancellationToken stop)
    {
        var (from, to) = (London.At(item.TriggerOn, TimeOnly.MinValue), London.At(today.AddDays(1), TimeOnly.MinValue));
        var contacts = await db.Contacts.Current().Where(c => records.Contains(c.PersonId) && c.HappenedAt >= from && c.HappenedAt < to && c.AuthorRole != Role.System)
            .OrderByDescending(c => c.HappenedAt).Take(20).ToListAsync(stop);
        return [.. contacts.Where(c => reader.Of(c) is Reading.Whole).Select(c => (c.Id, c.HappenedAt.LondonDate, $"{Words.LongDate(c.HappenedAt.LondonDate)}: {ContactTypes.Words(c.Type)}"))];
    }

    private static FactLine Line(FactUsed used, EntryReader reader, bool reads)
    {
        var value = used.Value;
        var isSeen = reads && reader.MaySeeAll(value.From);
        return new(
            used.Word.Caption,
            !isSeen ? null : value.HasValue ? Capital(value.Value.Words) : value.IsNone ? "None" : "",
            value.IsUnknown, used.IsDecisive,
            isSeen ? [.. value.From.Select(EntryLink.Of).OfType<EntryLink>().Distinct().Take(3)] : [],
            used.Word.MissingWork);
    }

    private static EvidenceLine Line(Evidence evidence, CaseHistory history, HashSet<FactId> hidden) => evidence.Entry is { } entry && hidden.Contains(entry)
        ? new(null, evidence.On, evidence.RecordedAt.LondonDate, evidence.IsRecordedLate, null)
        : new(evidence.Words, evidence.On, evidence.RecordedAt.LondonDate, evidence.IsRecordedLate, evidence.Entry is { } id ? EntryLink.Of(history, id) : null);

    private static EvidenceLine Line(RefusedEvidence refused, CaseHistory history, HashSet<FactId> hidden) => refused.Entry is { } entry && hidden.Contains(entry)
        ? new(null, refused.On, null, false, null, refused.Because)
        : new(refused.Words, refused.On, null, false, refused.Entry is { } id ? EntryLink.Of(history, id) : null, refused.Because);

    internal static DeferralLine Line(Deferral deferral, DueItem? item, Actor actor, StaffNames staff) => new(
        deferral, DeferralReasons.Find(deferral.Reason)?.Description ?? deferral.Reason, staff[deferral.RequestedBy], deferral.DecidedBy is { } by ? staff[by] : null,
        DeferralReasons.Find(deferral.Reason) is { } reason ? Roles.Of(reason.Approver).Name : "")
    {
        IsOwn = deferral.RequestedBy == actor.StaffId,
        IsDecidable = DeferralRules.Undecidable(deferral, item, actor.StaffId, DueAccess.RolesOf(actor)) is null,
    };

    private static bool IsOf(Actor actor, DueItem item) =>
        item.Responsible is { } role && DueAccess.RolesOf(actor).Contains(role) && (item.ResponsibleStaff ?? actor.StaffId) == actor.StaffId;

    private static HashSet<FactId> EntriesOf(Judgement told) => [.. told.Refused.Select(r => r.Entry).Append(told.Evidence?.Entry).OfType<FactId>()];

    /// <summary>Contacts and documents among the evidence that the reader may not read.</summary>
    private async Task<HashSet<FactId>> HiddenAsync(Judgement told, EntryReader reader, CancellationToken stop)
    {
        var ids = EntriesOf(told).ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var contacts = await db.Contacts.Current().Where(c => ids.Contains(c.Id)).ToListAsync(stop);
        var documents = await db.Documents.Current().Where(d => ids.Contains(d.Id)).ToListAsync(stop);
        var registrations = await db.Registrations.Current().Where(r => ids.Contains(r.Id)).ToListAsync(stop);
        return
        [
            .. contacts.Where(c => reader.Of(c) is not Reading.Whole).Select(c => c.Id),
            .. documents.Where(d => reader.Of(d) is not Reading.Whole).Select(d => d.Id),
            .. registrations.Where(r => reader.Of(r) is not Reading.Whole).Select(r => r.Id),
        ];
    }

    private static IEnumerable<string> WouldChange(DueItem item, StandardRule? rule, List<FactLine> facts, DateOnly today)
    {
        foreach (var missing in facts.Where(fact => fact.IsMissing && fact.Decided))
        {
            yield return $"{missing.ToDo}: then it can be decided whether this is due.";
        }

        if (rule is null || item.State is ItemState.NotDetermined)
        {
            yield break;
        }

        if (item.State is ItemState.Open)
        {
            yield return $"It is met by {string.Join(", or by ", EvidenceWords.Of(rule.SatisfiedBy))}{(item.WindowFrom > today ? $", on or after {Words.LongDate(item.WindowFrom)}" : "")}.";
        }
        else if (item.State is ItemState.MetOnTime or ItemState.MetLate)
        {
            yield return "It would be open again if the entry that met it were withdrawn, or corrected to another day.";
        }

        if (rule.Trigger.Kind is TriggerKind.Date)
        {
            yield return $"It moves with {TriggerWords.Of(rule.Trigger)}.";
        }

        var decided = facts.Where(fact => fact is { Decided: true, IsMissing: false }).Select(fact => fact.Name).ToList();
        if (decided.Count > 0 && item.State is ItemState.Open)
        {
            yield return $"It would no longer be due if one of these changed before the due date: {string.Join("; ", decided)}.";
        }

        if (rule.ClosesOn.Count > 0 && item.State is ItemState.Open)
        {
            yield return $"It is missed for good at {string.Join(", or at ", rule.ClosesOn.Select(TriggerWords.Of))}.";
        }
    }

    private static IEnumerable<VersionLine> Lines(List<DueItem> versions)
    {
        for (var i = versions.Count - 1; i >= 0; i--)
        {
            var item = versions[i];
            yield return new(item.RecordedAt, item.EffectiveDueOn, item.StateOn(item.RecordedAt.LondonDate), item.Note, i == 0 ? [] : [.. Changes(versions[i - 1], item)]);
        }
    }

    private static IEnumerable<string> Changes(DueItem was, DueItem now)
    {
        if (was.DueOn != now.DueOn)
        {
            yield return $"Due date changed from {Words.LongDate(was.DueOn)} to {Words.LongDate(now.DueOn)}";
        }

        if (was.EffectiveDueOn != now.EffectiveDueOn && now.EffectiveDueOn != now.DueOn)
        {
            yield return $"Deferred to {Words.LongDate(now.EffectiveDueOn)}";
        }

        if (was.IsDeferred && !now.IsDeferred && now.EffectiveDueOn == now.DueOn)
        {
            yield return "Deferral no longer counts";
        }

        if (was.State != now.State)
        {
            yield return now.State switch
            {
                ItemState.MetOnTime or ItemState.MetLate when now.EvidenceOn is { } on => $"Met on {Words.LongDate(on)}",
                ItemState.Missed when now.StateSince is { } on => $"Missed on {Words.LongDate(on)}",
                _ => $"Now: {DueStates.Of(now.StateOn(now.RecordedAt.LondonDate)).Label}",
            };
        }
        else if (was.EvidenceOn != now.EvidenceOn && now.EvidenceOn is { } again)
        {
            yield return $"Met on {Words.LongDate(again)} by another entry";
        }

        if (was.Rule != now.Rule)
        {
            yield return $"Rule {was.Rule} gave way to {now.Rule}";
        }

        if (was.ResponsibleStaff != now.ResponsibleStaff || was.Responsible != now.Responsible || was.Place != now.Place)
        {
            yield return "It became somebody else’s";
        }
    }

    private static string Capital(string words) => words.Length == 0 ? words : $"{char.ToUpperInvariant(words[0])}{words[1..]}";
}
