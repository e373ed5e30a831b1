namespace Throughcare.Domain.Record;

/// <summary>Something staff must know at once about a person: type and code of <c>alert-codes.csv</c>.</summary>
public sealed record Alert : FactVersion
{
    /// <summary>Code such as <c>XA</c>; <c>UNK</c> for one that no list knows.</summary>
    public required string Code { get; init; }

    /// <summary>The text of an unknown alert as it came.</summary>
    public string? Unmapped { get; init; }

    /// <summary>1-4,000 characters; the published description where a file gave nothing more.</summary>
    public required string Description { get; init; }

    public string? AuthorisedBy { get; init; }

    /// <summary>Required when it is closed by a person.</summary>
    public string? ClosingComment { get; init; }
}
