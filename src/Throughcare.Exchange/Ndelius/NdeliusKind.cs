using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record;
using Throughcare.Application.Record.Matching;
using Throughcare.Domain.Assessment;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Matching;
using Throughcare.Domain.Record.Ndelius;
using Throughcare.Domain.Record.Offloc;
using Throughcare.Exchange.Csv;
using Throughcare.Exchange.Offloc;
using Throughcare.Exchange.Record;
using Throughcare.Storage;

namespace Throughcare.Exchange.Ndelius;

/// <summary>The probation extract, full or changes only.</summary>
internal sealed class NdeliusKind : RowKind
{
    private const int WarningsAtOnce = 500;

    private static readonly byte[] Unsaid = new byte[32];

    public override string Source => ImportSource.Ndelius;

    public override string Word => "ndelius";

    public override string Noun => "probation extract";

    public override string NameProblem => NdeliusFileName.Problem;

    public override string Endings => ".txt,.zip";

    public override string UseCase => "ImportNdelius";

    public override SourceSystem System => SourceSystem.Ndelius;

    public override bool MayBeEmpty(ImportMode mode) => mode is ImportMode.Diff;

    public override ImportName? Read(string fileName, DateOnly today) => NdeliusFileName.Read(fileName);

    public override bool IsArchive(string fileName) => NdeliusFileName.IsZip(fileName);

    public override string? LookAt(ReadOnlySpan<byte> beginning)
    {
        var text = beginning.StartsWith(global::System.Text.Encoding.UTF8.Preamble) ? beginning[3..] : beginning;
        return text.StartsWith("HE"u8) && !text.Contains((byte)0) ? null : "The selected file does not begin with the header of a probation extract";
    }

    /// <summary>The row that was kept, as decisions read it.</summary>
    internal static NdeliusRow RowOf(FileRow row)
    {
        var head = row.Parts.First(part => part.Kind == NdeliusReader.HeadPart).Values;
        return new NdeliusRow(row.Line, head[0], head[1] == "FULL", row.Parts
            .Where(part => part.Kind != NdeliusReader.HeadPart)
            .Select(part => new NdeliusLine(NdeliusLineType.Of((NdeliusLineKind)part.Kind), part.Values)));
    }

    protected override async IAsyncEnumerable<FileRow> RowsAsync(IncomingFile file, [EnumeratorCancellation] CancellationToken stop)
    {
        var reader = new NdeliusReader(file.Content, file.Run.SourceDate!.Value) { Mode = file.Run.Mode };
        await foreach (var row in reader.ReadAsync(stop))
        {
            yield return row;
            if (reader.WarningCount >= WarningsAtOnce)
            {
                await file.WarnAsync(reader.TakeWarnings(), stop);
            }
        }

        await file.WarnAsync(reader.TakeWarnings(), stop);
    }

    protected override RowProblem? Check(FileRow row, ImportRun run) => NdeliusChecks.Check(RowOf(row), run.SourceDate!.Value, run.Unit);

    protected override object Prepare(FileRow row, ImportRun run)
    {
        var read = RowOf(row);
        return new Prepared(read, NdeliusMatching.Of(read, run.SourceDate!.Value));
    }

    /// <summary>Row after row, but set-wise: those that may be each other's person wait for the next pass.</summary>
    protected override async Task ApplyAsync(RowBatch batch, CancellationToken stop)
    {
        IReadOnlyList<Asked> waiting = [.. batch.Rows.Select(news => new Asked(news, (Prepared)news.Prepared!))];
        while (waiting.Count > 0)
        {
            waiting = await PassAsync(batch, waiting, stop);
        }
    }

    private async Task<IReadOnlyList<Asked>> PassAsync(RowBatch batch, IReadOnlyList<Asked> rows, CancellationToken stop)
    {
        List<Asked> later = [];
        var answers = await AnswersAsync(batch, rows, later, stop);
        var bulk = new BulkRecorder(batch.Db);
        var known = answers.Select(a => a.Whose.Person).OfType<PersonId>().Distinct().ToList();
        var heads = await bulk.LockAsync(known, stop);
        var records = await PrisonRecords.LoadAsync(batch.Db, known, stop);
        foreach (var typed in await batch.Db.CaseInformation.Current().Where(c => known.Contains(c.PersonId) && c.ValidTo == null && c.Rosh != null).ToListAsync(stop))
        {
            records[typed.PersonId].Add(typed);
        }

        var claims = await ClaimsAsync(batch, answers, records, stop);
        var context = new NdeliusContext(batch.Day, batch.Entry, batch.NewId, batch.FillGaps);

        List<Change<PersonId>> changes = [];
        List<MatchItem> items = [];
        List<object?[]> unsaid = [];
        foreach (var (asked, whose) in answers)
        {
            var (news, row) = (asked.News, asked.Row);
            if (whose.Person is null && row.Offender is null)
            {
                batch.Reject(news, NdeliusChecks.Error("OffenderId", row.OffenderId, NdeliusChecks.KeyUnknown, "Nobody on record has this number of nDelius, and the row gives no CRN"));
                continue;
            }

            if (whose.Person is null && row.Offender is { IsDeleted: true })
            {
                batch.Bind(news, null, RowEffect.Unchanged);
                continue;
            }

            var was = whose.Person is { } person ? records[person] : new PrisonRecord { PersonId = batch.NewPerson(), IsNew = true };
            var claimed = claims.GetValueOrDefault(asked, []);
            was.IsNumberDisputed = whose.IsNumberDisputed || claimed.Count > 0;
            var decision = DecideNdelius.Of(was, row, context);
            batch.Warn(news, decision.Problems);
            if (decision.Change is { } change)
            {
                changes.Add(change);
            }

            items.AddRange(whose.Queue.Concat(claimed).Select(q => batch.Queue.ItemOf(was.PersonId, q, NdeliusPlaces.OwnerOf(row), batch.Run.Id, batch.Entry.At)));
            if (row.Offender is null && was.Identifiers.Find(i => i.SourceId == row.SourceId("OFF", row.OffenderId))?.Canonical is { } crn)
            {
                unsaid.Add([Unsaid, Source, crn]);   // what the list said of the CRN is no longer what is on record
            }

            batch.Bind(news, was.PersonId, was.IsNew ? RowEffect.Created
                : decision.Change is null ? RowEffect.Unchanged
                : news.Before is null && row.Offender is not null && !was.Identifiers.Exists(i => i.Kind is IdentifierKind.Crn) ? RowEffect.Merged
                : RowEffect.Updated);
        }

        await bulk.WriteAsync(heads, await WithRoshAsync(batch, changes, heads.Keys, stop), batch.Entry, stop);
        batch.Run.Queued += await batch.Queue.AddAsync(items, stop);
        await batch.Db.Dialect.UpdateAsync(batch.Db, "source_rows", ["hash"], ["source", "\"key\""], unsaid, stop);
        return later;
    }

    /// <summary>The changes, with what other sources say differently of the levels of risk that they change.</summary>
    /// <param name="known">Those who were on record before; of others no other source has said anything.</param>
    private static async Task<IReadOnlyList<Change<PersonId>>> WithRoshAsync(RowBatch batch, List<Change<PersonId>> changes, IEnumerable<PersonId> known, CancellationToken stop)
    {
        var onRecord = known.ToHashSet();
        var assessed = changes.Where(c => onRecord.Contains(c.Result) && c.Rows.Any(w => w.After is RoshRecord)).ToDictionary(c => c.Result);
        var items = (await RoshCheck.ItemsAsync(batch, assessed.Keys, person => assessed[person].Rows.Select(w => w.After), stop)).ToLookup(i => i.Person, i => i.Item);
        return [.. changes.Select(change => items[change.Result].ToList() is { Count: > 0 } more
            ? new Change<PersonId>(change.Result, change.Happened is ProbationRecordImported imported ? imported with { Changed = [.. imported.Changed, RoshCheck.What] } : change.Happened, [.. change.Rows, .. more])
            : change)];
    }

    /// <summary>Whose each row is: by what the source last said; without a line of the person by the number of nDelius; else whom the
    /// matching finds.</summary>
    private static async Task<List<(Asked Asked, Whose Whose)>> AnswersAsync(RowBatch batch, IReadOnlyList<Asked> rows, List<Asked> later, CancellationToken stop)
    {
        List<(Asked, Whose)> answers = new(rows.Count);
        HashSet<PersonId> taken = [];

        var before = rows.Where(r => r.News.Before?.PersonId is not null).ToList();
        var survivors = await Survivors.OfAsync(batch.Db, [.. before.Select(r => r.News.Before!.PersonId!.Value)], stop);
        foreach (var row in before)
        {
            var person = row.News.Before!.PersonId!.Value;
            Take(row, new(survivors.GetValueOrDefault(person, person), [], false));
        }

        var rest = rows.Except(before).ToList();
        var nameless = rest.Where(r => r.Features is null).ToList();
        var byNumber = await ByNumberAsync(batch.Db, [.. nameless.Select(r => r.Row.SourceId("OFF", r.Row.OffenderId)).Distinct()], stop);
        foreach (var row in nameless)
        {
            Take(row, new(byNumber.TryGetValue(row.Row.SourceId("OFF", row.Row.OffenderId), out var person) ? person : null, [], false));
        }

        var named = rest.Where(r => r.Features is not null).ToList();
        var together = RowMatching.Together(named.ConvertAll(r => r.Features!));
        var asked = named.Where((_, i) => together[i]).ToList();
        later.AddRange(named.Where((_, i) => !together[i]));
        foreach (var (row, whose) in asked.Zip(await RowMatching.OfAsync(batch.Db, asked.ConvertAll(r => r.Features!), stop)))
        {
            Take(row, whose);
        }

        return answers;

        void Take(Asked row, Whose whose)
        {
            if (whose.Person is { } person && !taken.Add(person))
            {
                later.Add(row);   // another row of this pass is about the same person
            }
            else
            {
                answers.Add((row, whose));
            }
        }
    }

    private static async Task<Dictionary<string, PersonId>> ByNumberAsync(ThroughcareDb db, List<string> numbers, CancellationToken stop)
    {
        if (numbers.Count == 0)
        {
            return [];
        }

        var found = await db.Identifiers.Current().Where(i => i.SourceId != null && numbers.Contains(i.SourceId))
            .Select(i => new { SourceId = i.SourceId!, i.PersonId }).ToListAsync(stop);
        var survivors = await Survivors.OfAsync(db, [.. found.Select(f => f.PersonId)], stop);
        return found.DistinctBy(f => f.SourceId).ToDictionary(f => f.SourceId, f => survivors.GetValueOrDefault(f.PersonId, f.PersonId), StringComparer.Ordinal);
    }

    /// <summary>Rows that now give somebody a prison number which is another's on record: both exist already, and somebody has to say
    /// whether they are one.</summary>
    private static async Task<Dictionary<Asked, IReadOnlyList<MatchDecision.Queued>>> ClaimsAsync(
        RowBatch batch, List<(Asked Asked, Whose Whose)> answers, Dictionary<PersonId, PrisonRecord> records, CancellationToken stop)
    {
        var claiming = answers
            .Where(a => a.Whose.Person is { } person && a.Asked.Features?.PrisonNumbers is [var number, ..]
                && !records[person].Identifiers.Exists(i => i.Kind is IdentifierKind.Noms && i.Canonical == number))
            .Select(a => (a.Asked, Features: a.Asked.Features! with { PersonId = a.Whose.Person })).ToList();
        var candidates = await MatchCandidates.LoadAsync(batch.Db, claiming.ConvertAll(c => c.Features), stop);
        Dictionary<Asked, IReadOnlyList<MatchDecision.Queued>> claims = [];
        foreach (var ((asked, features), others) in claiming.Zip(candidates))
        {
            var holders = others.Where(o => o.PrisonNumbers.Intersect(features.PrisonNumbers).Any()).ToList();
            if (holders.Count > 0)
            {
                claims[asked] =
                [
                    .. holders.Select(h => new MatchCandidate(h, MatchScore.Of(features, h))).Select(c => new MatchDecision.Queued(
                        c,
                        (c.Score.Probability < MatchDecision.Sure ? MatchReasons.SharedNumberNotSure : MatchReasons.Likely)
                            | (MatchScore.KeyDisagrees(features, c.Features) ? MatchReasons.KeyPersonDisagrees : MatchReasons.None)
                            | MatchDecision.Of(c.Score.Because))),
                ];
            }
        }

        return claims;
    }

    /// <summary>A row, and what of it is compared.</summary>
    private sealed class Asked(NewsRow news, Prepared prepared)
    {
        public NewsRow News => news;

        public NdeliusRow Row => prepared.Row;

        /// <summary><see langword="null"/> for a row without the line of the person.</summary>
        public MatchFeatures? Features => prepared.Features;
    }

    private sealed record Prepared(NdeliusRow Row, MatchFeatures? Features);
}
