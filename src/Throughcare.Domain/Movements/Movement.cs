using Throughcare.Domain.Record;

namespace Throughcare.Domain.Movements;

/// <summary>A person came, went, was moved or went out for a time. <see cref="FactVersion.ValidFrom"/> is its day.</summary>
public sealed record Movement : FactVersion
{
    /// <summary>Code of <c>movement-types.csv</c>: ADM, TRN, CRT, TAP or REL.</summary>
    public required string Type { get; init; }

    /// <summary>What it triggers: <c>reason_code</c> of <c>movement-effects.csv</c>, such as <c>R-SENT</c>; <c>UNK</c> where
    /// the national code has no effect of ours.</summary>
    public required string Reason { get; init; }

    /// <summary>The national code of <c>movement-reasons.csv</c>, for an imported movement.</summary>
    public string? NationalCode { get; init; }

    public required DateTimeOffset HappenedAt { get; init; }

    public PlaceCode? From { get; init; }

    public PlaceCode? To { get; init; }

    /// <summary>When somebody on temporary release is due back, UTC.</summary>
    public DateTimeOffset? DueBackAt { get; init; }

    public string? Escort { get; init; }

    /// <summary>Name of the establishment as the prison system gives it with the movement.</summary>
    public string? EstablishmentName { get; init; }

    /// <summary>Why the person was transferred: a national reason code such as <c>OVCROW</c>, or words as they came.</summary>
    public string? TransferReason { get; init; }

    /// <summary>Up to 1,000 characters.</summary>
    public string? Comment { get; init; }
}
