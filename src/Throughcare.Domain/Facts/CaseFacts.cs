using System.Runtime.CompilerServices;
using Throughcare.Domain.Record;

namespace Throughcare.Domain.Facts;

/// <summary>What is true of one case as at a day, as known at an instant: the only thing that rules read.</summary>
/// <remarks>Every member is computed when first asked for and then kept. A day ends at midnight in London. Where a person has
/// several cases, the one that is open on the day counts, else the latest that was.</remarks>
public sealed partial class CaseFacts
{
    private readonly CaseHistory _history;
    private readonly Dictionary<string, object> _found = [];

    internal CaseFacts(CaseHistory history, DateOnly asAt, DateTimeOffset knownAt)
    {
        (_history, AsAt, KnownAt) = (history, asAt, knownAt);
        Case = Believed(history.Cases)
            .Where(c => c.ValidFrom <= asAt)
            .OrderByDescending(c => c.IsTrueOn(asAt)).ThenByDescending(c => c.ValidFrom)
            .FirstOrDefault();
    }

    public PersonId PersonId => _history.PersonId;

    /// <summary>The day on which facts are true.</summary>
    public DateOnly AsAt { get; }

    /// <summary>The instant at which they were known.</summary>
    public DateTimeOffset KnownAt { get; }

    /// <summary>The case that is open on the day, else the latest that was; <see langword="null"/> where there was none.</summary>
    public PersonCase? Case { get; }

    /// <summary>Versions that were believed at <see cref="KnownAt"/>; withdrawn ones count as no entry.</summary>
    private IEnumerable<T> Believed<T>(IEnumerable<T> versions)
        where T : FactVersion => versions.Where(fact => !fact.Withdrawn && fact.IsKnownAt(KnownAt));

    /// <summary>Facts of the case that are true on the day, the latest first.</summary>
    private IEnumerable<T> InForce<T>(IEnumerable<T> versions)
        where T : FactVersion => Latest(Believed(versions).Where(fact => fact.IsTrueOn(AsAt) && IsOfCase(fact)));

    /// <summary>Facts that had begun by the day, whether or not they are over, the latest first.</summary>
    private IEnumerable<T> Begun<T>(IEnumerable<T> versions)
        where T : FactVersion => Latest(Believed(versions).Where(fact => fact.ValidFrom <= AsAt));

    private IEnumerable<T> Latest<T>(IEnumerable<T> facts)
        where T : FactVersion => facts
            .OrderByDescending(fact => fact.PersonId == PersonId)   // after a merge the survivor's own facts stand
            .ThenByDescending(fact => fact.ValidFrom)
            .ThenByDescending(fact => fact.Recorded.At);

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
}
