namespace Throughcare.Domain.Standards;

/// <summary>Names one rule of a rule set, such as <c>PL-010</c>: two to four capital letters, a hyphen, three digits.</summary>
public readonly record struct StandardId(string Text) : IComparable<StandardId>
{
    public int CompareTo(StandardId other) => string.CompareOrdinal(Text, other.Text);

    public override string ToString() => Text;

    public static bool operator <(StandardId left, StandardId right) => left.CompareTo(right) < 0;

    public static bool operator >(StandardId left, StandardId right) => left.CompareTo(right) > 0;

    public static bool operator <=(StandardId left, StandardId right) => left.CompareTo(right) <= 0;

    public static bool operator >=(StandardId left, StandardId right) => left.CompareTo(right) >= 0;
}
