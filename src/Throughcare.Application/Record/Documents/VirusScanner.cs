namespace Throughcare.Application.Record.Documents;

/// <summary>Looks for viruses in what somebody uploads. The host gives one where the installation has one.</summary>
public interface IVirusScanner
{
    Task<VirusFinding> ScanAsync(ReadOnlyMemory<byte> content, CancellationToken stop);
}

/// <summary>What a scanner found.</summary>
public enum VirusFinding
{
    Clean,
    Infected,

    /// <summary>The scanner does not answer: nothing is kept until it does.</summary>
    NotScanned,
}

/// <summary>The installation has no scanner: the content check of documents stands alone.</summary>
internal sealed class NoVirusScanner : IVirusScanner
{
    public Task<VirusFinding> ScanAsync(ReadOnlyMemory<byte> content, CancellationToken stop) => Task.FromResult(VirusFinding.Clean);
}
