namespace Throughcare.Domain.Record;

/// <summary>A <see cref="Guid"/> that says what it identifies. Storage and JSON are taught all of them once.</summary>
public interface ITypedId<TSelf>
    where TSelf : struct, ITypedId<TSelf>
{
    Guid Value { get; }

    static abstract TSelf Create(Guid value);
}

/// <summary>Identifies one person across every prison and probation office, for life.</summary>
public readonly record struct PersonId(Guid Value) : ITypedId<PersonId>, IComparable<PersonId>
{
    public static bool operator <(PersonId one, PersonId other) => one.CompareTo(other) < 0;

    public static bool operator <=(PersonId one, PersonId other) => one.CompareTo(other) <= 0;

    public static bool operator >(PersonId one, PersonId other) => one.CompareTo(other) > 0;

    public static bool operator >=(PersonId one, PersonId other) => one.CompareTo(other) >= 0;

    public static PersonId Create(Guid value) => new(value);

    /// <summary>In the order of the index: a long walk goes on after the last one.</summary>
    public int CompareTo(PersonId other) => Value.CompareTo(other.Value);

    public override string ToString() => Value.ToString();
}

/// <summary>Identifies one unbroken period in which prison or probation is responsible for a person.</summary>
public readonly record struct CaseId(Guid Value) : ITypedId<CaseId>
{
    public static CaseId Create(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Identifies one fact of a record through all its versions.</summary>
public readonly record struct FactId(Guid Value) : ITypedId<FactId>
{
    public static FactId Create(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>Identifies a member of staff, wherever they work.</summary>
public readonly record struct StaffId(Guid Value) : ITypedId<StaffId>
{
    /// <summary>The system itself: jobs, imports and automatic entries.</summary>
    public static StaffId System { get; } = new(new Guid("00000000-0000-7000-8000-000000000001"));

    public static StaffId Create(Guid value) => new(value);

    public override string ToString() => Value.ToString();
}

/// <summary>A prison, PDU, team or national unit, by its code, such as <c>LHI</c> or <c>N55P07</c>.</summary>
public readonly record struct PlaceCode(string Text)
{
    /// <summary>Where the system itself and national roles act.</summary>
    public static PlaceCode Nation { get; } = new("NAT");

    public override string ToString() => Text;
}
