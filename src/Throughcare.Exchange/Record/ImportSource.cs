namespace Throughcare.Exchange.Record;

/// <summary>The sources that files come from, as runs name them.</summary>
public static class ImportSource
{
    /// <summary>The nightly prison file.</summary>
    public const string Offloc = "OFFLOC";
}
