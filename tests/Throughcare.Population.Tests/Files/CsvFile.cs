using Throughcare.Domain.Rules;
using Throughcare.Population.Cases;
using Throughcare.Population.Files;
using Xunit;

namespace Throughcare.Population.Tests.Files;

internal delegate Task<FileReport> CsvWriter(Stream output, CaseloadOptions options, IProgress<int>? written, CancellationToken cancellationToken);

/// <summary>A written table, read back.</summary>
internal sealed record CsvFile(FileReport Report, byte[] Bytes, CsvTable Table)
{
    public static async Task<CsvFile> Of(CsvWriter write, CaseloadOptions options)
    {
        using var stream = new MemoryStream();
        var report = await write(stream, options, null, TestContext.Current.CancellationToken);
        var bytes = stream.ToArray();
        return new CsvFile(report, bytes, CsvTable.Read(report.FileName, System.Text.Encoding.UTF8.GetString(bytes)));
    }
}
