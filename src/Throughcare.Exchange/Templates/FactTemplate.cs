using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Record;
using Throughcare.Domain.Record;
using Throughcare.Domain.Record.Offloc;
using Throughcare.Exchange.Csv;
using Throughcare.Exchange.Record;

namespace Throughcare.Exchange.Templates;

/// <summary>A list each of whose rows is one fact of somebody who is on record already.</summary>
internal abstract class FactTemplate<T> : TemplateKind
    where T : FactVersion
{
    /// <summary>What the fact is called in the record's history.</summary>
    protected abstract string What { get; }

    /// <summary>Whom the row means.</summary>
    protected virtual (PersonId? Person, RowProblem? Problem) Find(PeopleByNumber people, CsvValues values) =>
        FoundPerson.Of(people, values.Text("crn"), values.Text("nomis_number"));

    /// <summary>The numbers by which rows name people.</summary>
    protected virtual IEnumerable<string?> Numbers(CsvValues values) => [values.Text("crn"), values.Text("nomis_number")];

    /// <summary>The fact that the row says.</summary>
    /// <param name="was">As an earlier list gave it; its id, version, entry, person and case are taken over by the caller.</param>
    protected abstract T Make(CsvValues values, PersonId person, T? was, RowBatch batch);

    /// <summary>Whether the person's record says it already by another way.</summary>
    protected virtual Task<IReadOnlySet<string>> SaidElsewhereAsync(RowBatch batch, IReadOnlyList<(NewsRow Row, CsvValues Values, PersonId Person)> rows, CancellationToken stop) =>
        Task.FromResult<IReadOnlySet<string>>(new HashSet<string>());

    /// <summary>Looks at the rows of a batch with what is on record; what it rejects is left out.</summary>
    protected virtual Task<IReadOnlyDictionary<string, RowProblem>> ProblemsAsync(RowBatch batch, IReadOnlyList<(NewsRow Row, CsvValues Values, PersonId Person)> rows, CancellationToken stop) =>
        Task.FromResult<IReadOnlyDictionary<string, RowProblem>>(new Dictionary<string, RowProblem>());

    /// <summary>Loads what <see cref="Make"/> needs besides.</summary>
    protected virtual Task LoadAsync(RowBatch batch, IReadOnlyList<T> known, CancellationToken stop) => Task.CompletedTask;

    /// <summary>Writes what belongs to the facts and stands outside the record.</summary>
    protected virtual Task AfterAsync(RowBatch batch, CancellationToken stop) => Task.CompletedTask;

    protected override RowProblem? Look(CsvValues values) =>
        Numbers(values).Any(n => n is not null) ? null : FoundPerson.Error("crn", "", MissingValue, "Fill in crn or nomis_number");

    protected sealed override async Task ApplyAsync(RowBatch batch, CancellationToken stop)
    {
        var db = batch.Db;
        var rows = batch.Rows.Select(r => (Row: r, Values: Shape.Values(r.Row))).ToList();
        var numbers = await PeopleByNumber.OfAsync(db, rows.SelectMany(r => Numbers(r.Values)), stop);
        List<(NewsRow Row, CsvValues Values, PersonId Person)> found = [];
        foreach (var (row, values) in rows)
        {
            var (person, problem) = Find(numbers, values);
            if (problem is not null)
            {
                batch.Reject(row, problem);
            }
            else
            {
                found.Add((row, values, person!.Value));
            }
        }

        if (batch.Run.Unit is { } unit)
        {
            var own = await PeopleByNumber.OfUnitAsync(db, unit, [.. found.Select(f => f.Person).Distinct()], stop);
            foreach (var other in found.Where(f => !own.Contains(f.Person)))
            {
                batch.Reject(other.Row, FoundPerson.Error("", other.Row.Row.Key, OfflocChecks.NotOwnUnit, $"You may import rows of people of {unit} only"));
            }

            found.RemoveAll(f => !own.Contains(f.Person));
        }

        var problems = await ProblemsAsync(batch, found, stop);
        foreach (var wrong in found.Where(f => problems.ContainsKey(f.Row.Row.Key)))
        {
            batch.Reject(wrong.Row, problems[wrong.Row.Row.Key]);
        }

        found.RemoveAll(f => problems.ContainsKey(f.Row.Row.Key));
        await WriteAsync(batch, found, stop);
    }

    private async Task WriteAsync(RowBatch batch, List<(NewsRow Row, CsvValues Values, PersonId Person)> found, CancellationToken stop)
    {
        var db = batch.Db;
        var people = found.Select(f => f.Person).Concat(found.Select(f => f.Row.Before?.PersonId).OfType<PersonId>()).Distinct().ToArray();
        var heads = await new BulkRecorder(db).LockAsync(people, stop);
        var keys = found.Select(f => f.Row.Row.Key).ToArray();
        var known = (await db.Set<T>().Where(f => people.Contains(f.PersonId) && f.ReplacedAt == null && keys.Contains(f.SourceId)).ToListAsync(stop))
            .Where(f => f.Recorded.Source is SourceSystem.Template).ToLookup(f => f.SourceId!);
        var elsewhere = await SaidElsewhereAsync(batch, found, stop);
        await LoadAsync(batch, [.. known.SelectMany(k => k)], stop);
        var writes = new PersonWrites(Source, batch.Day);
        foreach (var (row, values, person) in found)
        {
            batch.Warn(row, CsvShape.Warnings(row.Row));
            var was = known[row.Row.Key].FirstOrDefault();
            if ((was is null && elsewhere.Contains(row.Row.Key)) || (was is not null && batch.FillGaps))
            {
                batch.Bind(row, person, RowEffect.Unchanged);
                continue;
            }

            var made = Make(values, was?.PersonId ?? person, was, batch) with { SourceId = row.Row.Key };
            var now = was is null ? made : made with { Id = was.Id, Version = was.Version, Recorded = was.Recorded, PersonId = was.PersonId, CaseId = was.CaseId };
            if (now == was)
            {
                batch.Bind(row, person, RowEffect.Unchanged);
                continue;
            }

            writes.Put(now.PersonId, What, was is null ? new Write(null, now) : new Write(was, now.Next(batch.Entry)));
            batch.Bind(row, person, was is null ? RowEffect.Created : RowEffect.Updated);
        }

        await AfterAsync(batch, stop);
        await writes.WriteAsync(db, heads, batch.Entry, stop);
    }
}
