using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Offloc;
using Throughcare.Domain.Rules;
using Throughcare.Exchange.Record;
using Throughcare.Storage;

namespace Throughcare.Exchange.Offloc;

/// <summary>Makes batches of the received rows, ahead of the writing: what is unchanged is told by its hash, and people who
/// are not on record are decided here.</summary>
internal sealed class OfflocBatches(IServiceScopeFactory scopes, TimeProvider clock, IdSource ids)
{
    /// <summary>Unchanged rows cost little: a batch may hold so many times more of them.</summary>
    private const int UnchangedToChanged = 5;

    /// <summary>Batches that are ready while one is being written.</summary>
    private const int Ahead = 2;

    /// <param name="run">As it stood when the work began; rows that it has read are passed over.</param>
    /// <param name="pace">Says how many changed rows a batch has.</param>
    public ChannelReader<OfflocBatch> Start(ImportRun run, OfflocValidation found, ImportPace pace, bool fillGaps, CancellationToken stop)
    {
        var channel = Channel.CreateBounded<OfflocBatch>(new BoundedChannelOptions(Ahead) { SingleReader = true, SingleWriter = true });
        var already = run.Read;
        _ = Task.Run(
            async () =>
            {
                try
                {
                    await MakeAsync(new Maker(this, run, found, pace, fillGaps, already), channel.Writer, run, stop);
                    channel.Writer.Complete();
                }
                catch (Exception error)
                {
                    channel.Writer.Complete(error);   // the reader throws it
                }
            },
            CancellationToken.None);
        return channel.Reader;
    }

    private async Task MakeAsync(Maker maker, ChannelWriter<OfflocBatch> to, ImportRun run, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughcareDb>();
        await maker.LoadAsync(db, stop);
        await foreach (var piece in ReceivedPieces.OfAsync(db, run.Id, stop))
        {
            for (var at = 0; maker.Read(piece, ref at) is { } full;)
            {
                await to.WriteAsync(full, stop);
            }
        }

        if (maker.Rest() is { } rest)
        {
            await to.WriteAsync(rest, stop);
        }
    }

    private Entry NewEntry() => new(
        clock.GetUtcNow().ToMicrosecond(), StaffId.System, Role.System, PlaceCode.Nation, OfflocBatchWriter.UseCase, SourceSystem.Offloc);

    private sealed class Maker(OfflocBatches batches, ImportRun run, OfflocValidation found, ImportPace pace, bool fillGaps, int already)
    {
        private readonly OfflocText _text = new(run.IsWindows1252);
        private readonly OfflocHash _hash = new(new(run.IsWindows1252));
        private readonly OfflocRowChecks _checks = new(run);
        private readonly Dictionary<string, LastSaid> _said = new(StringComparer.Ordinal);
        private readonly HashSet<string> _once = new(StringComparer.Ordinal);
        private OfflocBatch? _batch;
        private int _number;

        public async Task LoadAsync(ThroughcareDb db, CancellationToken stop)
        {
            await foreach (var row in db.SourceRows.Where(r => r.Source == run.Source).AsAsyncEnumerable().WithCancellation(stop))
            {
                _said.Add(row.Key, new LastSaid { PersonId = row.PersonId!.Value, Hash = row.Hash, Left = row.Left });
            }
        }

        public OfflocBatch? Rest() => _batch is { Rows: > 0 } ? _batch : null;

        /// <summary>Reads on in a piece until a batch is full.</summary>
        /// <param name="at">Where in the piece to go on; moved.</param>
        /// <returns><see langword="null"/> at the end of the piece.</returns>
        public OfflocBatch? Read(byte[] piece, ref int at)
        {
            Span<Range> spans = stackalloc Range[OfflocField.Imported.Length];
            var row = new PackedRowReader(piece, spans, at);
            while (row.Read())
            {
                One(row);
                at = row.At;
                if (_batch is { } batch && (batch.Changed.Count >= pace.Size || batch.Rows >= pace.Size * UnchangedToChanged))
                {
                    _batch = null;
                    return batch;
                }
            }

            return null;
        }

        private void One(in PackedRowReader row)
        {
            var (key, problem) = _checks.Check(row, _text);
            var isSecond = problem is null && found.Repeated.Contains(key!) && !_once.Add(key!);
            if (++_number <= already)
            {
                return;
            }

            var batch = _batch ??= new OfflocBatch { Entry = batches.NewEntry() };
            batch.Rows++;
            if (problem is null && found.Differing.Contains(key!))
            {
                problem = OfflocChecks.Repeated(key!);
            }

            if (problem is not null)
            {
                batch.Errors.Add(new(row.Line, key, problem));
                if (key is not null && problem.Code != OfflocChecks.NotOwnUnit && _said.ContainsKey(key))
                {
                    batch.Seen.Add(key);
                }

                return;
            }

            if (isSecond)
            {
                batch.Skipped++;
                return;
            }

            var before = _said.GetValueOrDefault(key!);
            var hash = _hash.Of(row);
            if (before is { Left: false } && before.Hash.AsSpan().SequenceEqual(hash))
            {
                batch.Unchanged++;
                batch.Seen.Add(key!);
                return;
            }

            var decoded = Decode(row);
            batch.Changed.Add(new(decoded, key!, hash, before, before is null ? Made(decoded, batch.Entry) : null));
        }

        private OfflocDecision Made(OfflocRow row, Entry entry) => DecideOffloc.Of(
            new PrisonRecord { PersonId = new(batches.NextId()), IsNew = true }, row,
            new(run.SourceDate!.Value, entry, () => new(batches.NextId()), fillGaps));

        private OfflocRow Decode(in PackedRowReader row)
        {
            var texts = new string[OfflocField.Imported.Length];
            for (var slot = 0; slot < texts.Length; slot++)
            {
                texts[slot] = _text.Decode(row[slot]);
            }

            return new OfflocRow(row.Line, texts);
        }
    }

    private Guid NextId() => ids.Next();
}
