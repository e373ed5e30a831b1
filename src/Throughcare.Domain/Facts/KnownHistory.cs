using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Throughcare.Domain.Standards;

namespace Throughcare.Domain.Facts;

/// <summary>A history as it was known at one instant: which versions were believed, and on which days what is true can change.</summary>
internal sealed class KnownHistory(CaseHistory history, DateTimeOffset knownAt)
{
    private readonly Dictionary<object, Array> _believed = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<object, Array> _latest = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<int, Stretch> _stretches = [];
    private DateOnly[]? _changes;

    /// <summary>Versions that were believed; withdrawn ones count as no entry.</summary>
    public T[] Believed<T>(IReadOnlyList<T> versions)
        where T : FactVersion
    {
        if (versions.Count == 0)
        {
            return [];
        }

        if (_believed.TryGetValue(versions, out var found))
        {
            return (T[])found;
        }

        T[] believed = [.. versions.Where(fact => !fact.Withdrawn && fact.IsKnownAt(knownAt))];
        _believed[versions] = believed;
        return believed;
    }

    /// <summary>The same, the latest first; after a merge the survivor's own facts stand before the others.</summary>
    public T[] Latest<T>(IReadOnlyList<T> versions)
        where T : FactVersion
    {
        if (versions.Count == 0)
        {
            return [];
        }

        if (_latest.TryGetValue(versions, out var found))
        {
            return (T[])found;
        }

        var believed = Believed(versions);
        T[] latest = believed.Length <= 1
            ? believed
            : [.. believed.OrderByDescending(fact => fact.PersonId == history.PersonId).ThenByDescending(fact => fact.ValidFrom).ThenByDescending(fact => fact.Recorded.At)];
        _latest[versions] = latest;
        return latest;
    }

    /// <summary>The days on which something begins to be true, or no longer is, in order.</summary>
    public DateOnly[] ChangeDays => _changes ??= Changes();

    /// <summary>The days between two changes that <paramref name="day"/> lies in.</summary>
    public Stretch StretchOf(DateOnly day)
    {
        var at = Array.BinarySearch(ChangeDays, day);
        var number = at >= 0 ? at : ~at - 1;
        if (!_stretches.TryGetValue(number, out var stretch))
        {
            _stretches[number] = stretch = new();
        }

        return stretch;
    }

    private DateOnly[] Changes()
    {
        List<DateOnly> days = [knownAt.LondonDate];
        Add(history.Names);
        Add(history.Details);
        Add(history.Needs);
        Add(history.Cases);
        Add(history.Sentences);
        Add(history.Offences);
        Add(history.KeyDates);
        Add(history.Episodes);
        Add(history.Locations);
        Add(history.Statuses);
        Add(history.Managers);
        Add(history.Alerts);
        Add(history.Assessments);
        Add(history.Nominations);
        Add(history.VictimContacts);
        Add(history.Registrations);
        Add(history.RoshRecords);
        Add(history.Circumstances);
        Add(history.Disposals);
        Add(history.Requirements);
        Add(history.AreaTransfers);
        Add(history.Restrictions);
        Add(history.Tiers);
        Add(history.Allocations);
        Add(history.ResponsibilityOverrides);
        Add(history.EarlyAllocations);
        Add(history.HandoverProgress);
        Add(history.CaseInformation);
        Add(history.Complexities);
        Add(history.ScopeExtensions);
        Add(history.TierChoices);
        Add(history.Objectives);
        Add(history.Interventions);
        foreach (var details in Believed(history.Details))
        {
            On(details.DateOfDeath);
        }

        foreach (var move in Believed(history.Movements))
        {
            On(move.HappenedAt.LondonDate);
            On(move.DueBackAt?.LondonDate);
        }

        foreach (var assessment in Believed(history.Assessments))
        {
            On(assessment.CompletedOn);
            On(assessment.RiskManagementPlanOn);
            On(assessment.SentencePlanOn);
        }

        foreach (var dates in Believed(history.KeyDates))
        {
            foreach (var kind in KeyDateKind.All)
            {
                On(kind.Of(dates));
                After(kind.Of(dates));
            }
        }

        days.Sort();
        return [.. days.Distinct()];

        void Add<T>(IReadOnlyList<T> versions)
            where T : FactVersion
        {
            foreach (var fact in Believed(versions))
            {
                On(fact.ValidFrom);
                After(fact.ValidTo);
            }
        }

        void On(DateOnly? day)
        {
            if (day is { } known)
            {
                days.Add(known);
            }
        }

        void After(DateOnly? day)
        {
            if (day is { } last && last < DateOnly.MaxValue)
            {
                days.Add(last.AddDays(1));
            }
        }
    }

    /// <summary>Days on which the same entries are true: what rests on those alone is worked out once for all of them.</summary>
    internal sealed class Stretch
    {
        public Dictionary<string, object> Found { get; } = new(ReferenceEqualityComparer.Instance);   // each member gives its own name, the same one every time

        /// <summary>Values of the words of the standards, by their index; <see langword="null"/> until one is asked for.</summary>
        public object?[] Words => field ??= new object?[FactWords.All.Count];
    }
}
