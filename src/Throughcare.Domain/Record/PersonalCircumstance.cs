namespace Throughcare.Domain.Record;

/// <summary>Something of a person's life that probation records: work, home, family, a disability, or what is provided because of one.</summary>
public sealed record PersonalCircumstance : FactVersion
{
    public required CircumstanceKind Kind { get; init; }

    /// <summary>As the source codes it; <see langword="null"/> where it gives words alone.</summary>
    public string? TypeCode { get; init; }

    /// <summary>In the words of the source, such as "Employment" or "Reduced mobility".</summary>
    public required string Type { get; init; }

    public string? SubTypeCode { get; init; }

    public string? SubType { get; init; }
}

public enum CircumstanceKind
{
    Circumstance,
    Disability,

    /// <summary>What is provided so that the person can take part.</summary>
    Provision,
}
