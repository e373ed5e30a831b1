using Throughcare.Domain.Record;

namespace Throughcare.Domain.Allocation;

/// <summary>A transfer of a case between areas of probation. <see cref="FactVersion.ValidFrom"/> is the day it was asked for.</summary>
public sealed record AreaTransfer : FactVersion
{
    public string? ReasonCode { get; init; }

    public string? Reason { get; init; }

    public string? StatusCode { get; init; }

    /// <summary>How far it has come, in the words of the source.</summary>
    public string? Status { get; init; }

    /// <summary>The source says that it was accepted or completed.</summary>
    public bool IsAccepted => $"{Status}".Contains("accept", StringComparison.OrdinalIgnoreCase) || $"{Status}".Contains("complete", StringComparison.OrdinalIgnoreCase);
}
