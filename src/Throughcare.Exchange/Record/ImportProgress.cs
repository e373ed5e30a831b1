namespace Throughcare.Exchange.Record;

/// <summary>How far a run has come.</summary>
/// <param name="Read">Rows applied or passed over.</param>
/// <param name="Rows">Rows of the file.</param>
/// <param name="RowsPerSecond">Of late.</param>
public readonly record struct ImportProgress(int Read, int Rows, int RowsPerSecond)
{
    public int Percent => Rows > 0 ? (int)(100L * Read / Rows) : 0;
}
