using Throughcare.Domain.Access;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;

namespace Throughcare.Domain.Standards;

/// <summary>One computation of everything that is due of one case.</summary>
internal sealed class CaseRun
{
    private const int MostCycles = 240;

    private IReadOnlyList<ClockPause>? _pauses;

    private readonly StandardsEngine _engine;
    private readonly CaseHistory _history;
    private readonly DateOnly _today;
    private readonly DateTimeOffset _knownAt;
    private readonly StandardDecisions _decisions;
    private readonly Occurrences _occurrences;
    private readonly EvidenceSearch _evidence;
    private readonly List<DueItem> _items = [];
    private readonly List<Judgement>? _judgements;
    private readonly string? _asked;
    private DateOnly[]? _changes;

    /// <param name="asked">The key of the item that is to be explained; <see langword="null"/> for none.</param>
    public CaseRun(StandardsEngine engine, CaseHistory history, DateOnly today, DateTimeOffset knownAt, StandardDecisions decisions, string? asked)
    {
        (_engine, _history, _today, _knownAt, _decisions, _asked) = (engine, history, today, knownAt, decisions, asked);
        _occurrences = new(history, today, knownAt);
        _evidence = new(history, _occurrences, knownAt, today);
        _judgements = asked is null ? null : [];
    }

    public IReadOnlyList<Judgement> Judgements => _judgements ?? [];

    public List<DueItem> Run()
    {
        foreach (var (trigger, families) in _engine.Clocks)
        {
            if (trigger.Kind is TriggerKind.Period)
            {
                foreach (var family in families)
                {
                    new Periods(this).Run(trigger, family);
                }

                continue;
            }

            var occurrences = _occurrences.Of(trigger);
            if (occurrences.Count == 0)
            {
                continue;
            }

            foreach (var family in families)
            {
                Chain(trigger, family, occurrences);
            }
        }

        return _items;
    }

    /// <summary>Follows one family through its occurrences. Where evidence starts the next clock, what happens while one runs belongs to it.</summary>
    private void Chain(Trigger trigger, RuleFamily family, IReadOnlyList<Occurrence> occurrences)
    {
        DateOnly? coveredTo = null;
        foreach (var occurrence in occurrences)
        {
            if (occurrence.On <= coveredTo)
            {
                continue;
            }

            var clock = new Clock(trigger, occurrence, occurrence.On, occurrence.From?.Id ?? occurrence.Contact?.Id, 0);
            while (true)
            {
                var (item, rule) = Judge(family, clock);
                if (item is null || rule is null || rule.Repeat is Repeat.Never)
                {
                    coveredTo = rule?.Repeat is Repeat.FromEvidence or Repeat.FromEvidenceOfFlag ? clock.Anchor : coveredTo;
                    break;
                }

                if (rule.Repeat is Repeat.FromDue(var every))
                {
                    if (item.DueOn >= _today || clock.Cycle >= MostCycles || item.State is ItemState.NotApplicable or ItemState.NotDetermined)
                    {
                        break;
                    }

                    clock = clock with { Anchor = item.DueOn, Every = every, Cycle = clock.Cycle + 1, After = null };
                }
                else if (item.State is ItemState.MetOnTime or ItemState.MetLate && item.EvidenceOn is { } met && met > clock.Anchor && clock.Cycle < MostCycles)
                {
                    clock = clock with { Anchor = met, Every = rule.Repeat is Repeat.FromEvidence(var again) ? again : null, Cycle = clock.Cycle + 1, After = item.Evidence };
                    coveredTo = met;
                }
                else
                {
                    coveredTo = item.State is ItemState.Open or ItemState.NotDetermined ? DateOnly.MaxValue : item.StateSince ?? clock.Anchor;
                    break;
                }
            }
        }
    }

    /// <summary>Chooses the rule of a family for one start of its clock, and says what became of it.</summary>
    private (DueItem? Item, StandardRule? Rule) Judge(RuleFamily family, Clock clock)
    {
        var key = Key(family.Name, clock);
        var telling = _asked == key;
        List<(StandardRule, string)>? others = telling ? [] : null;
        (StandardRule Rule, DateOnly Due, DateOnly Anchor, Truth Applies)? chosen = null;
        foreach (var rule in family.Rules)
        {
            var due = DueOf(rule, clock, clock.Anchor);
            var compared = clock.Trigger.Kind is TriggerKind.Date ? due : clock.Anchor;
            if (!rule.HoldsOn(compared))
            {
                others?.Add((rule, $"it does not hold on {compared:d MMMM yyyy}"));
                continue;
            }

            var (applies, anchor) = Applies(rule, clock, due);
            if (applies is Truth.False)
            {
                others?.Add((rule, $"it does not apply: {rule.AppliesWhen.Words}"));
                continue;
            }

            if (chosen is null || (chosen.Value.Applies is Truth.Unknown && applies is Truth.True))
            {
                if (chosen is { } doubtful)
                {
                    others?.Add((doubtful.Rule, "whether it applies can not be decided"));
                }

                chosen = (rule, anchor == clock.Anchor ? due : DueOf(rule, clock, anchor), anchor, applies);
            }
            else
            {
                others?.Add((rule, $"{chosen.Value.Rule.Id} comes before it"));
            }

            if (chosen.Value.Applies is Truth.True && !telling)
            {
                break;
            }
        }

        if (chosen is not { } found)
        {
            if (telling)
            {
                _judgements!.Add(new(null, family.Rules[0], clock.Occurrence, Truth.False, [], [], null, [], others!));
            }

            return (null, null);
        }

        var refused = telling ? new List<RefusedEvidence>() : null;
        var item = Settle(found.Rule, clock, key, found.Due, found.Anchor, found.Applies, refused, out var evidence);
        if (item is not null)
        {
            _items.Add(item);
        }

        if (telling)
        {
            _judgements!.Add(Told(item, found.Rule, clock, found.Anchor, found.Due, found.Applies, evidence, refused!, others!));
        }

        return (item, found.Rule);
    }

    private DueItem? Settle(
        StandardRule rule, Clock clock, string key, DateOnly due, DateOnly anchor, Truth applies, List<RefusedEvidence>? refused, out Evidence? evidence)
    {
        evidence = null;
        var window = DueTerms.WindowFrom(rule, anchor, due, clock.After is not null);
        var item = Draft(rule, clock, key, due, window);
        if (_decisions.Exemptions.FirstOrDefault(e => e.Family == rule.Family && e.ValidFrom <= _today) is { } exemption)
        {
            return item with { State = ItemState.NotApplicable, StateSince = exemption.ValidFrom, Note = "Exempt" };
        }

        if (applies is Truth.Unknown)
        {
            // what could not be decided long ago is no work any more
            return due < _today.AddMonths(-1) && clock.Occurrence.On < _today.AddMonths(-1) ? null : item with { State = ItemState.NotDetermined, Note = Missing(rule, anchor, LiveOn(clock, due)) };
        }

        item = Paused(Deferred(item), clock);
        evidence = _evidence.Find(rule.SatisfiedBy, clock.Occurrence, window, clock.After, refused);
        if (evidence is { } met && IsInTime(item, rule, met))
        {
            return Met(item, met, ItemState.MetOnTime);
        }

        var closed = _occurrences.FirstAfter(rule.ClosesOn, clock.Trigger.Kind is TriggerKind.Date ? window : anchor);
        if (closed < due)
        {
            return null;   // it ended before it was due, through no default of ours
        }

        var ended = EndOf(rule, clock, item, anchor, closed);
        if (Moved(rule, item, evidence?.On, ended) is { } moved)
        {
            Carry(rule, clock, item, moved, window, 1);
            return item with { State = ItemState.Missed, StateSince = moved, Note = "Went with the person to another prison" };
        }

        if (evidence is { } late && !(late.On > ended))
        {
            return Met(item, late, ItemState.MetLate);
        }

        return ended is { } on ? item with { State = ItemState.Missed, StateSince = on } : item;
    }

    /// <summary>What was overdue when the person moved stays with the prison they left, and comes again to the one that received them.</summary>
    private void Carry(StandardRule rule, Clock clock, DueItem from, DateOnly moved, DateOnly window, int nth)
    {
        var due = moved.AddWorkingDays(10);
        var item = Draft(rule, clock, $"{from.Key}#carry{(nth == 1 ? "" : nth)}", due, window) with { TriggerOn = moved };
        item = Paused(Deferred(item), clock);
        var evidence = _evidence.Find(rule.SatisfiedBy, clock.Occurrence, window, clock.After, null);
        var closed = _occurrences.FirstAfter(rule.ClosesOn, moved);
        if (closed < due && !(evidence?.On <= closed))
        {
            return;
        }

        var ended = EndOf(rule, clock, item, clock.Anchor, closed);
        if (nth < 5 && Moved(rule, item, evidence?.On, ended) is { } again)
        {
            _items.Add(item with { State = ItemState.Missed, StateSince = again });
            Carry(rule, clock, item with { Key = from.Key }, again, window, nth + 1);
        }
        else if (evidence is { } met && !(met.On > ended))
        {
            _items.Add(Met(item, met, met.On <= item.EffectiveDueOn ? ItemState.MetOnTime : ItemState.MetLate));
        }
        else
        {
            _items.Add(ended is { } on ? item with { State = ItemState.Missed, StateSince = on } : item);
        }
    }

    /// <summary>The first move to another prison after an item of a prison was overdue, while it still was.</summary>
    private DateOnly? Moved(StandardRule rule, DueItem item, DateOnly? met, DateOnly? ended)
    {
        if (item.State is not ItemState.Open || rule.Responsible is null or Role.Com or Role.Spo or Role.Ppcs or Role.Vlo || rule.Repeat is Repeat.PerMonth or Repeat.PerWeek)
        {
            return null;
        }

        foreach (var move in _occurrences.Movements)
        {
            var on = move.HappenedAt.LondonDate;
            if (move is { Type: "ADM", Reason: "R-TRN" } && on > item.EffectiveDueOn && !(met < on) && !(ended < on))
            {
                return on;
            }
        }

        return null;
    }

    /// <summary>The day an unmet item was missed, where that is over: something closed it, it stopped to apply after it was due, or a year went by.</summary>
    private DateOnly? EndOf(StandardRule rule, Clock clock, DueItem item, DateOnly anchor, DateOnly? closed)
    {
        var due = item.EffectiveDueOn;
        if (_today <= due)
        {
            return null;
        }

        DateOnly? end = closed;
        if (rule.ClosesOn.Count == 0 && due.AddDays(DueTerms.DaysUntilMissed) is var year && year <= _today && !(end <= year))
        {
            end = year;
        }

        if (clock.Occurrence.EndedOn is { } over && over >= due && !(end <= over))
        {
            end = over;
        }

        if (!rule.AppliesWhen.ReadsLive)
        {
            return end;
        }

        foreach (var day in Changes)
        {
            if (day <= due)
            {
                continue;
            }

            if (day > _today || end <= day)
            {
                break;
            }

            if (Read(rule, anchor, day) is Truth.False)
            {
                return day;
            }
        }

        return end;
    }

    /// <summary>Whether the rule binds, and from when its clock runs: a level of risk that was raised later starts it then.</summary>
    private (Truth Applies, DateOnly Anchor) Applies(StandardRule rule, Clock clock, DateOnly due)
    {
        var anchor = clock.Anchor;
        var live = LiveOn(clock, due);
        var applies = Read(rule, anchor, live);
        if (!rule.AppliesWhen.ReadsRisk || clock.Trigger.Kind is not TriggerKind.Event)
        {
            return (applies, anchor);
        }

        if (applies is Truth.True && Read(rule, anchor, anchor) is Truth.True)
        {
            return (applies, anchor);
        }

        foreach (var raise in _occurrences.Of(new Trigger(TriggerKind.Event, "rosh_raised")))
        {
            if (raise.On > anchor && raise.On <= _today && Read(rule, anchor, raise.On) is Truth.True && Read(rule, anchor, raise.On.AddDays(-1)) is not Truth.True)
            {
                return (Truth.True, raise.On);
            }
        }

        return (applies, anchor);
    }

    /// <summary>The day on which live facts are read: today, until it was due; what was true then decides for good.</summary>
    private DateOnly LiveOn(Clock clock, DateOnly due)
    {
        var day = due < _today ? due : _today;
        if (clock.Occurrence.EndedOn is { } over && over.AddDays(-1) < day)
        {
            day = over.AddDays(-1);   // on its last day the stay still counts
        }

        if (Pauses.Count > 0 && Pauses.FirstOrDefault(pause => pause.Includes(day)) is { } still)
        {
            day = still.From.AddDays(-1);   // being away neither ends nor misses anything
        }

        return clock.Trigger.Kind is TriggerKind.Event && day < clock.Anchor ? clock.Anchor : day;
    }

    internal Truth Read(StandardRule rule, DateOnly trigger, DateOnly live)
    {
        if (rule.AppliesWhen is Condition.Always)
        {
            return Truth.True;
        }

        trigger = Earlier(trigger, _today);
        return _engine.Steps.Contains(rule.Id)
            ? rule.AppliesWhen.Evaluate(new CaseStandardFacts(On(trigger), On(live)))
            : rule.AppliesWhen.Evaluate(new CaseStandardFacts(_history.At(trigger, _knownAt), _history.At(live, _knownAt)));
    }

    /// <summary>The case on a day, as it stands since the last change before it: the same for everything that does not creep.</summary>
    private CaseFacts On(DateOnly day)
    {
        var at = Array.BinarySearch(Changes, day);
        at = at >= 0 ? at : ~at - 1;
        return _history.At(at < 0 ? day : Changes[at], _knownAt);
    }

    private string Missing(StandardRule rule, DateOnly trigger, DateOnly live)
    {
        var reading = rule.AppliesWhen.Explain(new CaseStandardFacts(_history.At(Earlier(trigger, _today), _knownAt), _history.At(live, _knownAt)));
        return string.Join("; ", reading.Missing.Select(word => word.MissingWork).Distinct());
    }

    private DateOnly DueOf(StandardRule rule, Clock clock, DateOnly anchor)
    {
        if (clock.Every is { } every && clock.Cycle > 0 && anchor == clock.Anchor)
        {
            return rule.Repeat is Repeat.FromEvidence(var own) ? own.From(anchor) : every.From(anchor);
        }

        var due = rule.Due.IsInHours
            ? rule.Due.From(clock.Occurrence.At ?? London.At(anchor, TimeOnly.MinValue)).LondonDate
            : rule.Due.From(anchor, rule.Roll);
        return DueShifts.Of(rule, due, _history, _today, _knownAt);
    }

    private static bool IsInTime(DueItem item, StandardRule rule, Evidence met) =>
        item.DueAt is { } instant ? met.At is { } at ? at <= instant : met.On <= instant.LondonDate : met.On <= item.EffectiveDueOn;

    internal DueItem Draft(StandardRule rule, Clock clock, string key, DateOnly due, DateOnly window)
    {
        var day = Earlier(due, _today);
        if (clock.Occurrence.EndedOn is { } over && over <= day)
        {
            day = over.AddDays(-1);
        }

        var facts = On(day);
        var (role, staff, place) = Owners.Of(rule, facts, On(_today));
        return new DueItem
        {
            Id = default,
            PersonId = _history.PersonId,
            CaseId = facts.Case?.AsCase,
            Key = key,
            Rule = rule.Id,
            Family = rule.Family,
            MeasureGroup = rule.MeasureGroup,
            Confidence = rule.Confidence,
            RuleSet = _engine.ShortHash,
            TriggerOn = clock.Anchor,
            DueOn = due,
            DueAt = rule.Due.IsInHours && clock.Occurrence.At is { } at && clock.Cycle == 0 ? rule.Due.From(at) : null,
            EffectiveDueOn = due,
            FairDueOn = DueTerms.Fair(clock.Occurrence.MovedNearerOn, due, clock.Occurrence.On),
            WindowFrom = window,
            DueSoonFrom = due.AddDays(-rule.LeadDays),
            State = ItemState.Open,
            Responsible = role,
            ResponsibleStaff = staff,
            Place = place,
            Establishment = facts.EstablishmentCode is { HasValue: true, Value: var prison } ? prison : null,
            InScope = Scope(facts),
        };
    }

    private static bool? Scope(CaseFacts facts) =>
        FactWords.Find("case.omic_policy") is { } word && new CaseStandardFacts(facts, facts).Read(word) is { HasValue: true, Value: var scope } ? scope.IsTrue : null;

    private DueItem Deferred(DueItem item)
    {
        var approved = _decisions.Deferrals.Where(d => d.State is DeferralState.Approved && d.ItemKey == item.Key).MaxBy(d => d.NewDueOn);
        return approved is null || approved.NewDueOn <= item.DueOn ? item : item with
        {
            EffectiveDueOn = approved.NewDueOn,
            IsDeferred = true,
            CountsOriginalDue = DeferralReasons.Find(approved.Reason)?.CountsInDenominator ?? true,
        };
    }

    /// <summary>What is due so many days later as its clock stood still. A date of the case, such as that of release, does not wait.</summary>
    private DueItem Paused(DueItem item, Clock clock)
    {
        if (Pauses.Count == 0 || item.IsDeferred || clock.Trigger.Kind is not TriggerKind.Event)
        {
            return item;
        }

        var effective = item.DueOn;
        DeferralReason? reason = null;
        foreach (var pause in Pauses)
        {
            if (pause.From >= item.TriggerOn && pause.From <= effective && pause.DaysUpTo(_today) is > 0 and var days)
            {
                (effective, reason) = (effective.AddDays(days), pause.Reason);
            }
        }

        return reason is null ? item : item with
        {
            EffectiveDueOn = effective,
            IsDeferred = true,
            CountsOriginalDue = reason.CountsInDenominator,
            Note = $"The clock stood still for {Words.Count(effective.DayNumber - item.DueOn.DayNumber, "day")}: {char.ToLowerInvariant(reason.Description[0])}{reason.Description[1..]}",
        };
    }

    private IReadOnlyList<ClockPause> Pauses => _pauses ??= ClockPauses.Of(_occurrences.Movements, _occurrences.Locations, _today);

    internal static DueItem Met(DueItem item, Evidence evidence, ItemState state) => item with
    {
        State = state,
        StateSince = evidence.On,
        Evidence = evidence.Entry,
        EvidenceOn = evidence.On,
        EvidenceRecordedLate = evidence.IsRecordedLate,
    };

    internal static string Key(string family, Clock clock) => $"{family}|{clock.Trigger.Name}|{clock.Occurrence.Key}|{clock.Cycle}";

    /// <summary>Days on which something of the record begins or has ended: between two of them what is true stays true.</summary>
    internal DateOnly[] Changes => _changes ??= ChangePoints.Of(_history, _knownAt);

    internal DateOnly Today => _today;

    internal EvidenceSearch EvidenceOf => _evidence;

    internal string? Asked => _asked;

    internal void Add(DueItem item) => _items.Add(item);

    internal void Add(Judgement judgement) => _judgements?.Add(judgement);

    internal DueItem WithDeferral(DueItem item) => Deferred(item);

    internal bool IsExempt(StandardRule rule) => _decisions.Exemptions.Any(e => e.Family == rule.Family && e.ValidFrom <= _today);

    internal string MissingOn(StandardRule rule, DateOnly day) => Missing(rule, day, day);

    internal Judgement Told(
        DueItem? item, StandardRule rule, Clock clock, DateOnly anchor, DateOnly due, Truth applies, Evidence? evidence, List<RefusedEvidence> refused,
        IReadOnlyList<(StandardRule, string)> others)
    {
        var live = LiveOn(clock, due);
        var reading = rule.AppliesWhen.Explain(new CaseStandardFacts(_history.At(Earlier(anchor, _today), _knownAt), _history.At(live, _knownAt)));
        return new(item, rule, clock.Occurrence, applies, reading.Used, Arithmetic.Of(rule, clock, anchor, due, item), evidence, refused, others);
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}

/// <summary>One start of a clock.</summary>
/// <param name="Anchor">The day it is counted from: that of the occurrence, later that of the evidence or the due date before.</param>
/// <param name="After">The entry that started it, which is no evidence of what follows.</param>
internal sealed record Clock(Trigger Trigger, Occurrence Occurrence, DateOnly Anchor, FactId? After, int Cycle)
{
    public OffsetPart? Every { get; init; }
}
