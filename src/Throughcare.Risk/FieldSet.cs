using System.Collections;
using System.Numerics;

namespace Throughcare.Risk;

/// <summary>A set of inputs, without allocation; enumerated in the order of <see cref="RiskField"/>.</summary>
public readonly record struct FieldSet : IReadOnlyCollection<RiskField>
{
    private readonly ulong _bits;

    private FieldSet(ulong bits) => _bits = bits;

    public static FieldSet None => default;

    public bool IsEmpty => _bits == 0;

    public int Count => BitOperations.PopCount(_bits);

    public static FieldSet Of(params ReadOnlySpan<RiskField> fields)
    {
        ulong bits = 0;
        foreach (var field in fields)
        {
            bits |= 1UL << (int)field;
        }

        return new(bits);
    }

    public bool Contains(RiskField field) => (_bits & (1UL << (int)field)) != 0;

    /// <summary>Whether all of them are in it.</summary>
    public bool Contains(params ReadOnlySpan<RiskField> fields) => (Of(fields)._bits & ~_bits) == 0;

    public FieldSet With(params ReadOnlySpan<RiskField> fields) => this | Of(fields);

    public FieldSet With(RiskField field) => new(_bits | (1UL << (int)field));

    public FieldSet Without(RiskField field) => new(_bits & ~(1UL << (int)field));

    /// <summary>All of both.</summary>
    public static FieldSet operator |(FieldSet left, FieldSet right) => new(left._bits | right._bits);

    /// <summary>What both have.</summary>
    public static FieldSet operator &(FieldSet left, FieldSet right) => new(left._bits & right._bits);

    /// <summary>What the left has and the right has not.</summary>
    public static FieldSet operator -(FieldSet left, FieldSet right) => new(left._bits & ~right._bits);

    public static FieldSet BitwiseOr(FieldSet left, FieldSet right) => left | right;

    public static FieldSet BitwiseAnd(FieldSet left, FieldSet right) => left & right;

    public static FieldSet Subtract(FieldSet left, FieldSet right) => left - right;

    public IEnumerator<RiskField> GetEnumerator()
    {
        for (var bits = _bits; bits != 0; bits &= bits - 1)
        {
            yield return (RiskField)BitOperations.TrailingZeroCount(bits);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public override string ToString() => string.Join(", ", this.Select(field => field.Key));
}
