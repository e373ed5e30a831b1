using System.Globalization;
using Throughcare.Domain.Facts;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Rules.Functions;

namespace Throughcare.Domain.Standards;

/// <summary><c>standard.due</c>: one standard, the day its clock starts and the facts of a case; when it is due and how it stands.</summary>
/// <remarks>Source: standards 3 to 10. It judges one clock of one rule; which rule of a family binds a case is the engine's to choose.</remarks>
public sealed class StandardDue : RuleFunction
{
    private static readonly IReadOnlyList<RuleInput> OwnInputs =
    [
        new("rule", "Standard", RuleInputKind.Text) { IsRequired = true, Hint = "Such as PL-010", Group = "Standard" },
        new("trigger_date", "Date the clock starts", RuleInputKind.Day) { IsRequired = true, Group = "Dates" },
        new("trigger_time", "Time the clock starts", RuleInputKind.Time) { Hint = "For standards in hours. Time in London, like 14:30", Group = "Dates" },
        new("as_at", "State at the end of", RuleInputKind.Day) { IsRequired = true, Group = "Dates" },
        new("raised_on", "Date the level of risk went up", RuleInputKind.Day) { Hint = "The time is counted from then", Group = "Dates" },
        new("moved_nearer_on", "Date it became known that the date moved nearer", RuleInputKind.Day) { Group = "Dates" },
        new("evidence", "Dates of evidence", RuleInputKind.Days) { Hint = "Such as 2025-12-20, or 2025-12-20T14:30, with | between several", Group = "What happened" },
        new("minutes", "Minutes of sessions", RuleInputKind.Text) { Hint = "For standards that add up minutes: 45|30|60", Group = "What happened" },
        new("days_in_period", "Days of the period on which the standard applied", RuleInputKind.Number) { Hint = "For standards that add up minutes; 28 unless said", Group = "What happened" },
        new("closed_on", "Date the time for it ended", RuleInputKind.Day) { Hint = "Such as release or transfer out", Group = "What happened" },
        new("deferral_reason", "Reason of an approved deferral", RuleInputKind.Word) { Words = [.. DeferralReasons.Table.Rows.Select(reason => reason.Code)], Group = "What happened" },
        new("deferred_to", "Date it is deferred to", RuleInputKind.Day) { Group = "What happened" },
    ];

    public override string Name => "standard.due";

    public override string Title => "When a standard is due";

    public override string Description => "The due date of one standard, when evidence starts to count, the state on a day, and why.";

    public override IReadOnlyList<RuleInput> Inputs { get; } = [.. OwnInputs, .. FactWords.All.Select(InputOf)];

    public override IReadOnlyList<RuleOutput> Outputs { get; } =
    [
        new("due_date", "Due"), new("due_time", "Time due"), new("act_by", "Act by"), new("window_open", "Evidence counts from"), new("effective_due", "Due after deferral"),
        new("fair_due", "Late in figures only after"), new("state", "State"), new("overdue", "Overdue"), new("days_late", "Days late"), new("on_time_in_figures", "On time in figures"), new("missing", "What is missing"),
    ];

    public override string Version => StandardRuleSet.InUse.Hash[..12];

    public override Outcome<RuleAnswer> Evaluate(IReadOnlyDictionary<string, string> inputs, string version = "")
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(version);

        var values = new RuleValues(this, inputs);
        var given = Given.Read(values, SetOf(version, values));
        if (!GivenFacts.TryRead(inputs.Where(pair => FactWords.Find(pair.Key) is not null).ToDictionary(pair => pair.Key, pair => pair.Value == RuleAnswer.None ? "none" : pair.Value), out var facts, out var wrong))
        {
            values.Refuse(wrong);
        }

        return values.Wrong.Count > 0 || given is null ? new Outcome<RuleAnswer>.Refused([.. values.Wrong]) : Judge(given, facts!);
    }

    /// <remarks>Once a standard is chosen: the facts that it reads.</remarks>
    public override IReadOnlyList<RuleInput> InputsFor(IReadOnlyDictionary<string, string> given) => [.. OwnInputs, .. FactsFor(given).Select(InputOf)];

    /// <inheritdoc/>
    public override IReadOnlyList<FactWord> FactsFor(IReadOnlyDictionary<string, string> given)
    {
        ArgumentNullException.ThrowIfNull(given);
        return given.TryGetValue("rule", out var id) && StandardRuleSet.InUse.Rules.FirstOrDefault(rule => rule.Id.ToString() == id.Trim()) is { } rule ? rule.AppliesWhen.Facts : [];
    }

    private static RuleInput InputOf(FactWord word) => new(word.Name, word.Caption, word.Type switch
    {
        FactType.Bool => RuleInputKind.YesNo,
        FactType.Number => RuleInputKind.Number,
        _ => RuleInputKind.Word,
    })
    {
        Words = word.Words,
        Group = "Facts of the case",
    };

    /// <summary>The rule set in use, or the product's own, by the first characters of its hash.</summary>
    private static StandardRuleSet? SetOf(string version, RuleValues values)
    {
        if (version is "" or RuleAnswer.None)
        {
            return StandardRuleSet.InUse;
        }

        var set = new[] { StandardRuleSet.InUse, StandardRuleSet.Shipped }.FirstOrDefault(set => version.Length >= 6 && set.Hash.StartsWith(version, StringComparison.OrdinalIgnoreCase));
        if (set is null)
        {
            values.Refuse("rule_version", $"The rule set '{version}' is not in use: {StandardRuleSet.InUse.Hash[..12]} is");
        }

        return set;
    }

    private static RuleAnswer Judge(Given given, GivenFacts facts)
    {
        var rule = given.Rule;
        var anchor = given.RaisedOn is { } raised && raised > given.TriggerOn ? raised : given.TriggerOn;
        var instant = rule.Due.IsInHours ? London.At(anchor, given.TriggerTime ?? TimeOnly.MinValue) : (DateTimeOffset?)null;
        DateTimeOffset? dueAt = instant is { } start ? rule.Due.From(start) : null;
        var due = dueAt?.LondonDate ?? rule.Due.From(anchor, rule.Roll);
        List<string> steps = [$"The clock starts on {Long(given.TriggerOn)}: {TriggerWords.Of(rule.Trigger)}."];
        if (anchor != given.TriggerOn)
        {
            steps.Add($"The level of risk went up on {Long(anchor)}; the time is counted from then.");
        }

        steps.Add(rule.Due.Parts.All(part => part.Count == 0) ? $"It is due on that day: {Long(due)}."
            : $"{rule.Due.Words} {(rule.Due.IsBefore ? "before" : "after")} that is {(dueAt is { } at ? $"{at.LondonTime:HH:mm} on " : "")}{Long(due)}.");

        var reading = rule.AppliesWhen.Explain(facts);
        var compared = rule.Trigger.Kind is TriggerKind.Date ? due : anchor;
        if (!rule.HoldsOn(compared))
        {
            return Without(DueState.NotApplicable, $"{rule.Id} does not hold on {Long(compared)}: it holds from {Long(rule.EffectiveFrom)}{(rule.EffectiveTo is { } to ? $" to {Long(to)}" : "")}.");
        }

        if (reading.Truth is not Truth.True)
        {
            return reading.Truth is Truth.False
                ? Without(DueState.NotApplicable, $"The standard does not apply. It applies when: {Lower(rule.AppliesWhen.Words)}.")
                : Without(DueState.NotDetermined, $"Whether the standard applies is not known. {string.Join(". ", reading.Missing.Select(word => word.MissingWork))}.");
        }

        var window = DueTerms.WindowFrom(rule, anchor, due, isStartEvidence: true);
        var effective = given.Deferral is { IsSetByEvents: false, MaxDays: 0 } ? due : given.DeferredTo is { } later && later > due ? later : due;
        var fair = DueTerms.Fair(given.MovedNearerOn, due, anchor);
        if (window > DateOnly.MinValue)
        {
            steps.Add($"Evidence counts from {Long(window)}.");
        }

        if (effective != due)
        {
            steps.Add($"Deferred to {Long(effective)}{(given.Deferral is { CountsInDenominator: true } ? "; figures count it by the first date" : "")}.");
        }

        if (fair is { } fairly)
        {
            steps.Add($"The date moved nearer; figures count it late only after {Long(fairly)}.");
        }

        var (item, evidence, refused) = Settle(given, due, dueAt, effective, window);
        steps.AddRange(refused);
        if (evidence is not null)
        {
            steps.Add(evidence);
        }

        if (item is not { } found)
        {
            return Without(DueState.NotApplicable, $"The time for it ended on {Long(given.ClosedOn!.Value)}, before it was due.");
        }

        var state = DueTerms.StateOn(found.State, given.AsAt, effective, due.AddDays(-rule.LeadDays), effective != due);
        var overdue = found.State is ItemState.Open && given.AsAt > effective;
        var late = found.State switch
        {
            ItemState.MetLate when found.Met is { } met => Math.Max(0, met.DayNumber - effective.DayNumber),
            ItemState.Open => Math.Max(0, given.AsAt.DayNumber - effective.DayNumber),
            _ => 0,
        };
        var counted = found.State is ItemState.MetOnTime or ItemState.MetLate && found.Met is { } on
            && on <= (given.Deferral is { CountsInDenominator: true } ? due : fair > effective ? fair.Value : effective)
            && (found.State is ItemState.MetOnTime || fair is not null);
        var label = DueStates.Of(state).Label;
        return Answer(
            new()
            {
                ["due_date"] = Iso(due),
                ["due_time"] = dueAt is { } hour ? hour.LondonTime.ToString("HH:mm", CultureInfo.InvariantCulture) : RuleAnswer.None,
                ["act_by"] = Iso(Offset.LastWorkingDayTo(effective)),
                ["window_open"] = window > DateOnly.MinValue ? Iso(window) : RuleAnswer.None,
                ["effective_due"] = Iso(effective),
                ["fair_due"] = fair is { } f ? Iso(f) : RuleAnswer.None,
                ["state"] = DueStates.Of(state).Code,
                ["overdue"] = overdue ? "true" : "false",
                ["days_late"] = late.ToString(CultureInfo.InvariantCulture),
                ["on_time_in_figures"] = counted ? "true" : "false",
                ["missing"] = RuleAnswer.None,
            },
            $"{rule.Title}: due {Long(due)}. {label}{(overdue ? $", {Words.Count(late, "day")} overdue" : "")} at the end of {Long(given.AsAt)}.");

        RuleAnswer Without(DueState none, string because) => Answer(
            new()
            {
                ["due_date"] = RuleAnswer.None,
                ["due_time"] = RuleAnswer.None,
                ["act_by"] = RuleAnswer.None,
                ["window_open"] = RuleAnswer.None,
                ["effective_due"] = RuleAnswer.None,
                ["fair_due"] = RuleAnswer.None,
                ["state"] = DueStates.Of(none).Code,
                ["overdue"] = "false",
                ["days_late"] = "0",
                ["on_time_in_figures"] = "false",
                ["missing"] = reading.Missing.Count == 0 || none is not DueState.NotDetermined ? RuleAnswer.None : string.Join("|", reading.Missing.Select(word => word.Name)),
            },
            because);

        RuleAnswer Answer(Dictionary<string, string> outputs, string because) => new(
            given.Set.Hash[..12], outputs,
            new(outputs["due_date"], $"{rule.Id}, {Regimes.Find(rule.Regime)?.Name ?? rule.Regime}, in force from {Long(rule.EffectiveFrom)}", because, $"{rule.Source} (confidence {rule.Confidence})", [.. reading.Used.Select(used => new Fact(used.Word.Caption, Say(used.Value)))]),
            steps, [.. reading.Used.Select(used => new FactRead(used.Word.Name, used.Word.Caption, Say(used.Value), used.IsDecisive))],
            reading.Truth is Truth.Unknown ? [.. reading.Missing.Select(word => word.MissingWork)] : []);
    }

    private static (Found? Item, string? Evidence, IReadOnlyList<string> Refused) Settle(Given given, DateOnly due, DateTimeOffset? dueAt, DateOnly effective, DateOnly window)
    {
        List<string> refused = [];
        if (given.Rule.SatisfiedBy.Clauses is [{ Items: [{ Kind: EvidenceKind.Minutes } asked] }] && given.Minutes.Count > 0)
        {
            var whole = asked.Find("sum")!.AtLeast!.Value;
            var (sum, days) = (given.Minutes.Sum(), given.DaysInPeriod);
            var needed = (int)Math.Ceiling(whole * days / 28m);
            var words = string.Create(CultureInfo.InvariantCulture, $"{sum} minutes in {days} days; {needed} are needed.");
            return (sum * 28 >= whole * days ? new(ItemState.MetOnTime, due) : given.AsAt >= due ? new(ItemState.Missed, null) : new(ItemState.Open, null), words, refused);
        }

        (DateOnly On, DateTimeOffset? At)? found = null;
        foreach (var evidence in given.Evidence.OrderBy(e => e.At ?? London.At(e.On, TimeOnly.MinValue)))
        {
            if (evidence.On > given.AsAt)
            {
                refused.Add($"Evidence of {Long(evidence.On)} comes after the day that is asked about.");
            }
            else if (evidence.On < window)
            {
                refused.Add($"Evidence of {Long(evidence.On)} does not count: it counts only from {Long(window)}.");
            }
            else
            {
                found ??= evidence;
            }
        }

        if (found is { } met)
        {
            var inTime = dueAt is { } instant ? met.At is { } at ? at <= instant : met.On <= instant.LondonDate : met.On <= effective;
            if (inTime)
            {
                return (new(ItemState.MetOnTime, met.On), $"Met on {Long(met.On)}, in time.", refused);
            }
        }

        var closed = given.ClosedOn <= given.AsAt ? given.ClosedOn : null;
        if (closed < due)
        {
            return (null, null, refused);
        }

        var ended = given.AsAt <= effective ? null
            : closed ?? (given.Rule.ClosesOn.Count == 0 && effective.AddDays(DueTerms.DaysUntilMissed) <= given.AsAt ? effective.AddDays(DueTerms.DaysUntilMissed) : null);
        return found is { } late && !(late.On > ended) ? (new(ItemState.MetLate, late.On), $"Met on {Long(late.On)}, late.", refused)
            : ended is { } over ? (new(ItemState.Missed, null), $"The time for it ended on {Long(over)}.", refused)
            : (new(ItemState.Open, null), null, refused);
    }

    private static string Say(Known<FactValue> value) => value.HasValue ? value.Value.Words : value.IsNone ? "None" : "Not recorded";

    private static string Lower(string words) => words.Length > 1 && char.IsLower(words[1]) ? $"{char.ToLowerInvariant(words[0])}{words[1..]}" : words;

    private static string Long(DateOnly day) => Words.LongDate(day);

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <param name="Met">The day it was met.</param>
    private sealed record Found(ItemState State, DateOnly? Met);

    /// <summary>What is given besides the facts.</summary>
    private sealed record Given(
        StandardRuleSet Set, StandardRule Rule, DateOnly TriggerOn, TimeOnly? TriggerTime, DateOnly AsAt, DateOnly? RaisedOn, DateOnly? MovedNearerOn, IReadOnlyList<(DateOnly On, DateTimeOffset? At)> Evidence,
        IReadOnlyList<int> Minutes, int DaysInPeriod, DateOnly? ClosedOn, DeferralReason? Deferral, DateOnly? DeferredTo)
    {
        /// <returns><see langword="null"/> where something that is needed can not be read; the values say what.</returns>
        public static Given? Read(RuleValues values, StandardRuleSet? set)
        {
            var rule = set is not null && values.Text("rule") is { } id ? set.Rules.FirstOrDefault(rule => rule.Id.ToString() == id) : null;
            if (set is not null && rule is null && values.Text("rule") is { } unknown)
            {
                values.Refuse("rule", $"There is no standard '{unknown}' in the rule set");
            }

            var (on, asAt) = (values.Day("trigger_date"), values.Day("as_at"));
            var time = values.Time("trigger_time");
            if (rule is { Due.IsInHours: true } && time is null && values.Text("trigger_time") is null)
            {
                values.Refuse("trigger_time", "Enter time the clock starts: the standard is in hours");
            }

            var deferral = values.Text("deferral_reason") is { } code ? DeferralReasons.Find(code) : null;
            if (deferral is null && values.Text("deferral_reason") is { } none)
            {
                values.Refuse("deferral_reason", $"There is no reason '{none}'");
            }

            var deferredTo = values.Day("deferred_to");
            if (deferredTo is not null != deferral is not null && values.Wrong.Count == 0)
            {
                values.Refuse(deferral is null ? "deferral_reason" : "deferred_to", "A deferral has both a reason and a date");
            }

            var days = values.Whole("days_in_period") ?? 28;
            if (days is < 1 or > 28)
            {
                values.Refuse("days_in_period", "Days of the period must be from 1 to 28");
            }

            var (raised, moved, evidence, minutes, closed) = (values.Day("raised_on"), values.Day("moved_nearer_on"), values.Days("evidence"), values.Wholes("minutes"), values.Day("closed_on"));
            if (rule is { Due.IsInHours: false } && deferral is { IsSetByEvents: false, MaxDays: > 0 and var most } && deferredTo is { } to && on is { } from
                && rule.Due.From(from, rule.Roll) is var due && to.DayNumber - due.DayNumber > most)
            {
                values.Refuse("deferred_to", $"For this reason the new date is at most {most} days after {Words.LongDate(due)}");
            }

            return rule is null || on is null || asAt is null || set is null ? null
                : new(set, rule, on.Value, time, asAt.Value, raised, moved, evidence, minutes, days, closed, deferral, deferredTo);
        }
    }
}
