using System.Collections.Frozen;
using Throughcare.Domain.Facts;

namespace Throughcare.Domain.Standards;

/// <summary>Turns the record of a case into what is due, when, whose it is, and whether it was met. Pure: the same inputs, the same items.</summary>
/// <remarks>Source: standards.md 5 to 12.</remarks>
public sealed class StandardsEngine
{
    /// <summary>Items that were final longer ago than this, in months, are not worked out anew: those that were stored stay as they are.</summary>
    public const int HorizonMonths = 24;

    /// <summary>A day to compare offsets by.</summary>
    private static readonly DateOnly SomeDay = new(2025, 1, 6);

    public StandardsEngine(StandardRuleSet rules)
    {
        Rules = rules;
        Clocks = [.. rules.Rules
            .Where(rule => EvidenceSearch.CanBeMet(rule.SatisfiedBy))
            .GroupBy(rule => rule.Trigger)
            .OrderBy(group => group.Key.Kind).ThenBy(group => group.Key.Name, StringComparer.Ordinal)
            .Select(group => (group.Key, (IReadOnlyList<RuleFamily>)[.. group.GroupBy(rule => rule.Family).Select(family => new RuleFamily(family.Key, InOrder(family)))]))];
        Steps = rules.Rules.Where(rule => !rule.AppliesWhen.Reads(word => !ChangePoints.Holds(word))).Select(rule => rule.Id).ToFrozenSet();
        Waiting = [.. rules.Rules.Where(rule => !EvidenceSearch.CanBeMet(rule.SatisfiedBy))];
    }

    public StandardRuleSet Rules { get; }

    /// <summary>What items keep of the hash of the rule set: its first 12 characters.</summary>
    public string ShortHash => Rules.Hash[..12];

    /// <summary>Rules whose evidence no room keeps yet: nothing is due by them.</summary>
    public IReadOnlyList<StandardRule> Waiting { get; }

    /// <summary>Rules whose condition can change its answer only on days on which something of the record begins or ends.</summary>
    internal FrozenSet<StandardId> Steps { get; }

    internal IReadOnlyList<(Trigger Trigger, IReadOnlyList<RuleFamily> Families)> Clocks { get; }

    /// <summary>Everything that is or was due, up to two years back.</summary>
    /// <param name="today">The day in London at the end of which states are told; facts of later days do not count.</param>
    /// <param name="knownAt">Entries recorded later do not count.</param>
    public IReadOnlyList<DueItem> Compute(CaseHistory history, DateOnly today, DateTimeOffset knownAt, StandardDecisions decisions)
    {
        var horizon = today.AddMonths(-HorizonMonths);
        var items = new CaseRun(this, history, today, knownAt, decisions, null).Run();
        items.RemoveAll(item => (item.IsFinal || item.State is ItemState.NotApplicable) && (item.StateSince ?? item.EffectiveDueOn) < horizon && item.EffectiveDueOn < horizon);
        return items;
    }

    /// <summary>One item with everything that it rests on; <see langword="null"/> where nothing has this key.</summary>
    public Judgement? Explain(CaseHistory history, DateOnly today, DateTimeOffset knownAt, StandardDecisions decisions, string key)
    {
        var asked = key.Split("#carry")[0];
        var run = new CaseRun(this, history, today, knownAt, decisions, asked);
        var items = run.Run();
        return run.Judgements is not [var told, ..] ? null
            : asked == key ? told
            : told with { Item = items.Find(item => item.Key == key) };
    }

    /// <summary>Whether <paramref name="item"/> would be worked out today if it still stood: older ones stay as they were stored.</summary>
    public static bool WorksOut(DueItem item, DateOnly today)
    {
        if (item.State is ItemState.Open or ItemState.NotDetermined)
        {
            return true;
        }

        return item.Key.Split('|')[1] switch
        {
            "rolling_4_weeks" => item.DueOn >= Periods.FirstSunday(today),
            "calendar_month" => item.DueOn >= Periods.FirstMonth(today),
            "contact_occurred" or "appointment_end" => item.TriggerOn > today.AddDays(-Occurrences.ContactDays),
            "failed_to_attend" => item.TriggerOn > today.AddMonths(-12),
            _ => item.EffectiveDueOn >= today.AddMonths(-HorizonMonths) || item.StateSince >= today.AddMonths(-HorizonMonths),
        };
    }

    private static IReadOnlyList<StandardRule> InOrder(IEnumerable<StandardRule> family) => [.. family
        .OrderByDescending(rule => rule.Priority)
        .ThenByDescending(rule => rule.EffectiveFrom)
        .ThenBy(rule => rule.Due.IsInHours ? SomeDay.AddDays(rule.Due.Parts[0].Count / 24) : rule.Due.From(SomeDay))
        .ThenBy(rule => rule.Id)];
}

/// <summary>Rules of one trigger that compete: the first that applies is chosen.</summary>
internal sealed record RuleFamily(string Name, IReadOnlyList<StandardRule> Rules);

/// <summary>What the engine asks of a condition besides its answer.</summary>
internal static class ConditionReads
{
    extension(Condition condition)
    {
        /// <summary>It reads a fact as it is on the day, so that it can stop to apply.</summary>
        public bool ReadsLive => condition.Reads(word => word.IsLive);

        /// <summary>It reads the level of risk, so that a raise can start its clock.</summary>
        public bool ReadsRisk => condition.Reads(word => word.Name is "risk.rosh" or "risk.rosh_overall");

        public bool Reads(Func<FactWord, bool> asked) => condition switch
        {
            Condition.Test test => asked(test.Fact),
            Condition.Not not => not.Of.Reads(asked),
            Condition.And and => and.All.Any(part => part.Reads(asked)),
            Condition.Or or => or.Any.Any(part => part.Reads(asked)),
            _ => false,
        };
    }
}
