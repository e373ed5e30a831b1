using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application.Record.Matching;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Offloc;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Exchange.Record;

/// <summary>A kind of file whose rows have keys. Rows whose content the source has said before are passed over; the others are
/// given in batches to <see cref="ApplyAsync"/>.</summary>
internal abstract class RowKind : ImportKind
{
    /// <summary>The verb that events of these imports carry, such as <c>ImportNdelius</c>.</summary>
    public abstract string UseCase { get; }

    public abstract SourceSystem System { get; }

    /// <summary>The most rows of which one batch may be made, whatever the database.</summary>
    protected virtual int MostInBatch => 1000;

    /// <summary>Reads the rows of a file, one after the other, never the whole file.</summary>
    /// <exception cref="ImportFileException">The file as a whole is wrong.</exception>
    protected abstract IAsyncEnumerable<FileRow> RowsAsync(IncomingFile file, CancellationToken stop);

    /// <returns>Why a row can not be applied; <see langword="null"/> where it can.</returns>
    protected virtual RowProblem? Check(FileRow row, ImportRun run) => null;

    /// <summary>What can be made of a row ahead of the writing, on another thread; it is given back as <see cref="NewsRow.Prepared"/>.</summary>
    protected virtual object? Prepare(FileRow row, ImportRun run) => null;

    /// <summary>Applies the rows of a batch that say something new, within the transaction that its caller has begun; it binds every row
    /// that it does not reject.</summary>
    protected abstract Task ApplyAsync(RowBatch batch, CancellationToken stop);

    /// <inheritdoc cref="IImportWork.LeaversAsync"/>
    protected virtual Task<int> LeaversAsync(ThroughcareDb db, ImportRun run, ImportTools tools, int most, CancellationToken stop) => Task.FromResult(0);

    internal sealed override async Task TakeInAsync(IncomingFile file, CancellationToken stop)
    {
        using var writer = new FileRowWriter(file.KeepAsync);
        await foreach (var row in RowsAsync(file, stop).WithCancellation(stop))
        {
            await writer.AddAsync(row, stop);
        }

        await writer.FlushAsync(stop);
        file.Run.Rows = writer.Rows;
    }

    internal sealed override IImportWork Open(ImportRun run, ImportTools tools) => new Work(this, run, tools);

    private sealed class Work(RowKind kind, ImportRun run, ImportTools tools) : IImportWork
    {
        /// <summary>Batches that are ready while one is being written.</summary>
        private const int Ahead = 2;

        /// <summary>Keys that the file names more than once, with the hash of the first; another one differs.</summary>
        private readonly HashSet<string> _differing = new(StringComparer.Ordinal);

        public async Task<ImportFindings> ValidateAsync(ThroughcareDb db, CancellationToken stop)
        {
            Dictionary<string, ulong> seen = new(StringComparer.Ordinal);
            List<RowError> errors = [];
            var (rows, rejected) = (0, 0);
            await foreach (var row in KeptAsync(db, stop))
            {
                rows++;
                if (kind.Rejected(row, run) is { } problem)
                {
                    rejected += problem.Code == OfflocChecks.NotOwnUnit ? 0 : 1;
                    if (errors.Count < ImportFindings.MostErrors)
                    {
                        errors.Add(new(row.Line, row.Key, problem));
                    }
                }
                else if (!seen.TryAdd(row.Key, Short(row)) && seen[row.Key] != Short(row))
                {
                    _differing.Add(row.Key);
                }
            }

            return new(rows, rejected, errors);
        }

        public async IAsyncEnumerable<ImportStep> StepsAsync(ImportPace pace, bool fillGaps, [EnumeratorCancellation] CancellationToken stop)
        {
            var ahead = Channel.CreateBounded<Unwritten>(new BoundedChannelOptions(Ahead) { SingleReader = true, SingleWriter = true });
            _ = Task.Run(
                async () =>
                {
                    try
                    {
                        await foreach (var batch in BatchesAsync(pace, fillGaps, stop))
                        {
                            await ahead.Writer.WriteAsync(batch, stop);
                        }

                        ahead.Writer.Complete();
                    }
                    catch (Exception error)
                    {
                        ahead.Writer.Complete(error);   // the reader throws it
                    }
                },
                CancellationToken.None);
            await foreach (var batch in ahead.Reader.ReadAllAsync(stop))
            {
                yield return Step(batch);
            }
        }

        private async IAsyncEnumerable<Unwritten> BatchesAsync(ImportPace pace, bool fillGaps, [EnumeratorCancellation] CancellationToken stop)
        {
            await using var scope = tools.Scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ThroughcareDb>();
            Dictionary<string, SourceRow> said = new(StringComparer.Ordinal);
            await foreach (var row in db.SourceRows.Where(r => r.Source == run.Source).AsAsyncEnumerable().WithCancellation(stop))
            {
                said.Add(row.Key, row);
            }

            HashSet<string> once = new(StringComparer.Ordinal);
            var already = run.Read;
            var number = 0;
            var batch = New();
            await foreach (var row in KeptAsync(db, stop))
            {
                var problem = kind.Rejected(row, run) ?? (_differing.Contains(row.Key) ? Repeated(row.Key) : null);
                var isSecond = problem is null && !once.Add(row.Key);
                if (++number <= already)
                {
                    continue;
                }

                batch.Add(row, problem, isSecond, said.GetValueOrDefault(row.Key), news => kind.Prepare(news, run));
                var size = Math.Min(pace.Size, kind.MostInBatch);
                if (batch.News.Count >= size || batch.Count >= size * 5)
                {
                    yield return batch;
                    batch = New();
                }
            }

            if (batch.Count > 0)
            {
                yield return batch;
            }

            Unwritten New() => new(fillGaps);
        }

        public Task<int> LeaversAsync(ThroughcareDb db, int most, CancellationToken stop) => kind.LeaversAsync(db, run, tools, most, stop);

        private ImportStep Step(Unwritten rows) => async (db, stop) =>
        {
            var batch = new RowBatch(db, run, tools, new Entry(
                tools.Clock.GetUtcNow().ToMicrosecond(), StaffId.System, Role.System, PlaceCode.Nation, kind.UseCase, kind.System))
            {
                FillGaps = rows.FillGaps,
                Rows = rows.News,
            };
            batch.Errors.AddRange(rows.Errors);
            if (rows.News.Count > 0)
            {
                await kind.ApplyAsync(batch, stop);
            }

            await batch.FinishAsync(rows.Seen, stop);
            run.Read += rows.Count;
            run.Unchanged += rows.Unchanged;
            run.Skipped += rows.Skipped;
            run.LastBatch++;
        };

        private async IAsyncEnumerable<FileRow> KeptAsync(ThroughcareDb db, [EnumeratorCancellation] CancellationToken stop)
        {
            await foreach (var piece in ReceivedPieces.OfAsync(db, run.Id, stop))
            {
                foreach (var row in FileRows.Read(piece))
                {
                    yield return row;
                }

                stop.ThrowIfCancellationRequested();
            }
        }

        private static ulong Short(FileRow row) => global::System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(row.Hash);

        private static RowProblem Repeated(string key) =>
            new("", key, OfflocChecks.KeyRepeated, "The file names this key more than once, and the rows differ", ImportSeverity.Error);
    }

    private RowProblem? Rejected(FileRow row, ImportRun run) => row.Problem ?? Check(row, run);

    /// <summary>A batch before it is written.</summary>
    private sealed class Unwritten(bool fillGaps)
    {
        public bool FillGaps => fillGaps;

        public int Count { get; private set; }

        public int Skipped { get; private set; }

        public int Unchanged { get; private set; }

        public List<NewsRow> News { get; } = [];

        public List<string> Seen { get; } = [];

        public List<RowError> Errors { get; } = [];

        public void Add(FileRow row, RowProblem? problem, bool isSecond, SourceRow? before, Func<FileRow, object?> prepare)
        {
            Count++;
            if (problem is not null)
            {
                Errors.Add(new(row.Line, row.Key, problem));
                if (before is not null && problem.Code != OfflocChecks.NotOwnUnit)
                {
                    Seen.Add(row.Key);
                }
            }
            else if (isSecond)
            {
                Skipped++;
            }
            else if (before is { Left: false } && before.Hash.AsSpan().SequenceEqual(row.Hash))
            {
                Unchanged++;
                Seen.Add(row.Key);
            }
            else
            {
                News.Add(new(row, before, prepare(row)));
            }
        }
    }
}

/// <summary>A row that says something that its source has not said before.</summary>
/// <param name="Before">What the source last said of the key, and of whom.</param>
/// <param name="Prepared">What the kind made of it ahead of the writing.</param>
internal sealed record NewsRow(FileRow Row, SourceRow? Before, object? Prepared = null);

/// <summary>What came of a row.</summary>
internal enum RowEffect
{
    Unchanged,
    Created,
    Updated,

    /// <summary>Written to somebody whom another source had named.</summary>
    Merged,
}

/// <summary>The rows of one transaction, and what came of them.</summary>
internal sealed class RowBatch(ThroughcareDb db, ImportRun run, ImportTools tools, Entry entry)
{
    private readonly List<SourceRow> _newKeys = [];
    private readonly List<object?[]> _oldKeys = [];

    public ThroughcareDb Db => db;

    public ImportRun Run => run;

    public Entry Entry => entry;

    /// <summary>The day that the file is about.</summary>
    public DateOnly Day => run.SourceDate!.Value;

    /// <summary>Nothing that is on record may be changed.</summary>
    public required bool FillGaps { get; init; }

    public required IReadOnlyList<NewsRow> Rows { get; init; }

    public List<RowError> Errors { get; } = [];

    /// <summary>Where pairs go that somebody has to look at.</summary>
    public MatchQueue Queue { get; } = new(db, tools.Ids);

    /// <summary>What the kind has loaded for these rows; a kind itself keeps nothing.</summary>
    public object? Loaded { get; set; }

    public FactId NewId() => new(tools.Ids.Next());

    public PersonId NewPerson() => new(tools.Ids.Next());

    public void Reject(NewsRow row, RowProblem problem) => Errors.Add(new(row.Row.Line, row.Row.Key, problem));

    public void Warn(NewsRow row, IEnumerable<RowProblem> problems) => Errors.AddRange(problems.Select(p => new RowError(row.Row.Line, row.Row.Key, p)));

    /// <summary>Says whose row it is, once it has been applied.</summary>
    /// <param name="person"><see langword="null"/> where nobody on record is known to be meant.</param>
    public void Bind(NewsRow row, PersonId? person, RowEffect effect)
    {
        if (row.Before is null)
        {
            _newKeys.Add(new SourceRow { Source = run.Source, Key = row.Row.Key, PersonId = person, Hash = row.Row.Hash, LastSeenOn = Day });
        }
        else if (!FillGaps)
        {
            _oldKeys.Add([row.Row.Hash, Day, 0, false, person?.Value, run.Source, row.Row.Key]);
        }

        run.Created += effect is RowEffect.Created ? 1 : 0;
        run.Updated += effect is RowEffect.Updated ? 1 : 0;
        run.Merged += effect is RowEffect.Merged ? 1 : 0;
        run.Unchanged += effect is RowEffect.Unchanged ? 1 : 0;
    }

    internal async Task FinishAsync(List<string> seen, CancellationToken stop)
    {
        await db.Dialect.InsertAsync(db, db.Model.FindEntityType(typeof(SourceRow))!, [.. _newKeys], stop);
        await db.Dialect.UpdateAsync(
            db, "source_rows", ["hash", "last_seen_on", "missed", "\"left\"", "person_id"], ["source", "\"key\""], _oldKeys, stop);
        if (!FillGaps)
        {
            await db.Dialect.UpdateAsync(
                db, "source_rows", ["last_seen_on", "missed"], ["source", "\"key\""], [.. seen.Select(key => new object?[] { Day, 0, run.Source, key })], stop);
        }

        await db.AddErrorsAsync(run, Errors, stop);
    }
}
