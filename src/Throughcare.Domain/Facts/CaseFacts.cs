using System.Runtime.CompilerServices;
using Throughcare.Domain.Record;
using Throughcare.Domain.Standards;

namespace Throughcare.Domain.Facts;

/// <summary>What is true of one case as at a day, as known at an instant: the only thing that rules read.</summary>
/// <remarks>Every member is computed when first asked for and then kept. A day ends at midnight in London. Where a person has
/// several cases, the one that is open on the day counts, else the latest that was.</remarks>
public sealed partial class CaseFacts
{
    private readonly CaseHistory _history;
    private readonly KnownHistory _known;
    private readonly KnownHistory.Stretch _stretch;
    private readonly Dictionary<string, object> _found = new(ReferenceEqualityComparer.Instance);   // each member gives its own name, the same one every time

    internal CaseFacts(CaseHistory history, KnownHistory known, DateOnly asAt, DateTimeOffset knownAt)
    {
        (_history, _known, AsAt, KnownAt) = (history, known, asAt, knownAt);
        _stretch = known.StretchOf(asAt);
        foreach (var candidate in known.Believed(history.Cases))
        {
            if (candidate.ValidFrom <= asAt && (Case is null || (candidate.IsTrueOn(asAt), candidate.ValidFrom).CompareTo((Case.IsTrueOn(asAt), Case.ValidFrom)) > 0))
            {
                Case = candidate;
            }
        }
    }

    public PersonId PersonId => _history.PersonId;

    /// <summary>The day on which facts are true.</summary>
    public DateOnly AsAt { get; }

    /// <summary>The instant at which they were known.</summary>
    public DateTimeOffset KnownAt { get; }

    /// <summary>The case that is open on the day, else the latest that was; <see langword="null"/> where there was none.</summary>
    public PersonCase? Case { get; }

    /// <summary>Versions that were believed at <see cref="KnownAt"/>; withdrawn ones count as no entry.</summary>
    private T[] Believed<T>(IReadOnlyList<T> versions)
        where T : FactVersion => _known.Believed(versions);

    /// <summary>The same, the latest first.</summary>
    private T[] Latest<T>(IReadOnlyList<T> versions)
        where T : FactVersion => _known.Latest(versions);

    /// <summary>Facts of the case that are true on the day, the latest first.</summary>
    private List<T> InForce<T>(IReadOnlyList<T> versions)
        where T : FactVersion => Chosen(_known.Latest(versions), fact => fact.IsTrueOn(AsAt) && IsOfCase(fact));

    /// <summary>The latest of them; <see langword="null"/> where there is none.</summary>
    private T? LatestInForce<T>(IReadOnlyList<T> versions)
        where T : FactVersion => Array.Find(_known.Latest(versions), fact => fact.IsTrueOn(AsAt) && IsOfCase(fact));

    /// <summary>Facts that had begun by the day, whether or not they are over, the latest first.</summary>
    private List<T> Begun<T>(IReadOnlyList<T> versions)
        where T : FactVersion => Chosen(_known.Latest(versions), fact => fact.ValidFrom <= AsAt);

    private static List<T> Chosen<T>(T[] facts, Predicate<T> isMeant)
    {
        List<T> chosen = [];
        foreach (var fact in facts)
        {
            if (isMeant(fact))
            {
                chosen.Add(fact);
            }
        }

        return chosen;
    }

    private bool IsOfCase(FactVersion fact) => fact.CaseId is null || Case is null || fact.CaseId == Case.AsCase;

    private Known<T> Once<T>(Func<Known<T>> compute, [CallerMemberName] string name = "")
    {
        if (_found.TryGetValue(name, out var known))
        {
            return (Known<T>)known;
        }

        var computed = compute();
        _found[name] = computed;
        return computed;
    }

    private T Kept<T>(Func<T> compute, [CallerMemberName] string name = "")
        where T : class
    {
        if (_found.TryGetValue(name, out var known))
        {
            return (T)known;
        }

        var computed = compute();
        _found[name] = computed;
        return computed;
    }

    /// <summary>As <see cref="Once{T}"/>, and once for every day until something on record begins or ends. For what rests on the entries
    /// that are true on the day and on nothing that goes with the day itself, such as an age.</summary>
    private Known<T> Lasting<T>(Func<Known<T>> compute, [CallerMemberName] string name = "")
    {
        if (_stretch.Found.TryGetValue(name, out var known))
        {
            return (Known<T>)known;
        }

        var computed = compute();
        _stretch.Found[name] = computed;
        return computed;
    }

    /// <summary>The value of a word of the standards, once for every day until something on record begins or ends.</summary>
    /// <param name="index">Where the word stands among all.</param>
    internal Known<FactValue> Lasting(int index, Func<CaseFacts, Known<FactValue>> read)
    {
        ref var known = ref _stretch.Words[index];
        known ??= read(this);
        return (Known<FactValue>)known;
    }

    /// <summary>As <see cref="Lasting{T}"/>, for something that is no fact by itself.</summary>
    private T LastingKept<T>(Func<T> compute, [CallerMemberName] string name = "")
        where T : class
    {
        if (_stretch.Found.TryGetValue(name, out var known))
        {
            return (T)known;
        }

        var computed = compute();
        _stretch.Found[name] = computed;
        return computed;
    }
}
