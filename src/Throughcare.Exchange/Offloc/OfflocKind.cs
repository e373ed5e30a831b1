using System.Runtime.CompilerServices;
using Throughcare.Domain.Record;
using Throughcare.Exchange.Record;
using Throughcare.Storage;

namespace Throughcare.Exchange.Offloc;

/// <summary>The nightly prison file.</summary>
internal sealed class OfflocKind : ImportKind
{
    public override string Source => ImportSource.Offloc;

    public override string Word => "offloc";

    public override string Noun => "prison file";

    public override string NameProblem => OfflocFileName.Problem;

    public override string Endings => ".dat,.zip";

    public override ImportName? Read(string fileName, DateOnly today) =>
        OfflocFileName.DayOf(fileName) is { } day ? new(day, ImportMode.Full) : null;

    public override bool IsArchive(string fileName) => OfflocFileName.IsZip(fileName);

    public override string? LookAt(ReadOnlySpan<byte> beginning) =>
        beginning.Contains((byte)0) || !beginning.Contains((byte)'|') ? "The selected file does not hold the fields of a prison file" : null;

    internal override async Task TakeInAsync(IncomingFile file, CancellationToken stop)
    {
        var reader = new OfflocReader(file.Content);
        var writer = new PackedRowWriter(file.KeepAsync);
        while (await reader.ReadAsync(stop))
        {
            await writer.AddAsync(reader, stop);
        }

        await writer.FlushAsync(stop);
        var run = file.Run;
        run.Rows = writer.Rows;
        run.IsWindows1252 = reader.InvalidBytes >= OfflocText.InvalidBytesOfWindows1252;
        if (reader.InvalidBytes > 0)
        {
            var message = run.IsWindows1252 ? "The file is not UTF-8; it was read as Windows-1252" : "Some bytes are not UTF-8; each was replaced";
            await file.WarnAsync([new(0, null, new("", $"{reader.InvalidBytes}", "INVALID_BYTES", message, ImportSeverity.Warning))], stop);
        }
    }

    internal override IImportWork Open(ImportRun run, ImportTools tools) => new Work(run, tools);

    private sealed class Work(ImportRun run, ImportTools tools) : IImportWork
    {
        private OfflocValidation? _found;

        public async Task<ImportFindings> ValidateAsync(ThroughcareDb db, CancellationToken stop) => _found = await OfflocValidation.OfAsync(db, run, stop);

        public async IAsyncEnumerable<ImportStep> StepsAsync(ImportPace pace, bool fillGaps, [EnumeratorCancellation] CancellationToken stop)
        {
            var batches = new OfflocBatches(tools.Scopes, tools.Clock, tools.Ids).Start(run, _found!, pace, fillGaps, stop);
            await foreach (var batch in batches.ReadAllAsync(stop))
            {
                yield return (db, token) => new OfflocBatchWriter(db, run, fillGaps, tools.Clock, tools.Ids).WriteAsync(batch, token);
            }
        }

        public Task<int> LeaversAsync(ThroughcareDb db, int most, CancellationToken stop) =>
            new OfflocLeavers(db, run, tools.Clock, tools.Ids).SomeAsync(most, stop);
    }
}
