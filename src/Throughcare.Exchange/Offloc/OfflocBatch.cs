using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Offloc;
using Throughcare.Exchange.Record;

namespace Throughcare.Exchange.Offloc;

/// <summary>What was last said of one prison number.</summary>
internal sealed class LastSaid
{
    public required PersonId PersonId { get; init; }

    public required byte[] Hash { get; init; }

    /// <summary>Left the list: the same row again is news.</summary>
    public required bool Left { get; init; }
}

/// <summary>A row that says something new.</summary>
/// <param name="Made">What it comes to if the person is not on record: decided ahead of the writing.</param>
internal sealed record ChangedRow(OfflocRow Row, string Key, byte[] Hash, LastSaid? Before, OfflocDecision? Made);

/// <summary>Rows that are applied in one transaction.</summary>
internal sealed class OfflocBatch
{
    /// <summary>The entry of those decisions that were made ahead.</summary>
    public required Entry Entry { get; init; }

    public int Rows { get; set; }

    public int Skipped { get; set; }

    public int Unchanged { get; set; }

    /// <summary>Prison numbers that the file names and of which nothing new is written.</summary>
    public List<string> Seen { get; } = [];

    public List<ChangedRow> Changed { get; } = [];

    public List<RowError> Errors { get; } = [];
}
