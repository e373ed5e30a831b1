namespace Throughcare.Population.Offloc;

/// <summary>What was written.</summary>
/// <param name="FileName">The name that belongs to the content.</param>
/// <param name="Day">Its System Date.</param>
/// <param name="Records">People in the file; a record whose remark breaks its line takes two lines.</param>
/// <param name="Bytes">Size of the file.</param>
/// <param name="Sha256">Of all bytes, in lower-case hexadecimal.</param>
/// <param name="Changed">Records with another cell than their content, by <see cref="OfflocFileOptions.ChangedShare"/>.</param>
/// <param name="Quirks">How many of each were written; each has an entry.</param>
public sealed record OfflocReport(
    string FileName,
    DateOnly Day,
    int Records,
    long Bytes,
    string Sha256,
    int Changed,
    IReadOnlyDictionary<OfflocQuirk, int> Quirks)
{
    /// <summary>Records that an import must reject.</summary>
    public int Unreadable =>
        Quirks[OfflocQuirk.WrongFieldCount] + Quirks[OfflocQuirk.UnknownPrison] + Quirks[OfflocQuirk.InvalidKey];
}
