using Throughcare.Domain.Record;

namespace Throughcare.Domain.Facts;

/// <summary>A fact in one of three states: known with a value, known to be none, or unknown.</summary>
/// <remarks>Unknown means never recorded, or it needs something unknown; it is shown as work to do and never guessed.</remarks>
public readonly record struct Known<T>
{
    private Known(KnownState state, T? value, IReadOnlyList<FactVersion> from)
    {
        State = state;
        Value = value;
        From = from;
    }

    public KnownState State { get; }

    /// <summary>The value; default unless <see cref="HasValue"/>.</summary>
    public T? Value { get; }

    /// <summary>The entries it came from, for "Why?" and links.</summary>
    public IReadOnlyList<FactVersion> From => field ?? [];

    public bool HasValue => State is KnownState.Value;

    public bool IsUnknown => State is KnownState.Unknown;

    public bool IsNone => State is KnownState.None;

    public static Known<T> Of(T value, params IReadOnlyList<FactVersion> from) => new(KnownState.Value, value, from);

    /// <summary>Asked or computed, and there is none.</summary>
    public static Known<T> None(params IReadOnlyList<FactVersion> from) => new(KnownState.None, default, from);

    public static Known<T> Unknown(params IReadOnlyList<FactVersion> from) => new(KnownState.Unknown, default, from);

    /// <summary>Computes from this fact; none stays none and unknown stays unknown.</summary>
    public Known<TOut> Then<TOut>(Func<T, TOut> compute) => State switch
    {
        KnownState.Value => Known<TOut>.Of(compute(Value!), From),
        KnownState.None => Known<TOut>.None(From),
        _ => Known<TOut>.Unknown(From),
    };

    public override string ToString() => State switch
    {
        KnownState.Value => $"{Value}",
        KnownState.None => "None",
        _ => "Not recorded",
    };
}

/// <summary>The three states of a fact. Unknown is the default, so that nothing is known by accident.</summary>
public enum KnownState
{
    Unknown = 0,
    None = 1,
    Value = 2,
}
