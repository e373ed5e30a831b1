using Microsoft.EntityFrameworkCore;
using Throughcare.Domain.Record;
using Throughcare.Storage;

namespace Throughcare.Exchange.Record;

/// <summary>How runs and their errors are written.</summary>
internal static class RunWriting
{
    private const int LongestValue = 100;

    extension(ThroughcareDb db)
    {
        /// <summary>Writes how far a run has come; whether somebody asked to cancel it is left as it is.</summary>
        public async Task SaveRunAsync(ImportRun run, CancellationToken stop)
        {
            var entry = db.Entry(run);
            entry.State = EntityState.Modified;
            entry.Property(r => r.CancelRequested).IsModified = false;
            await db.SaveChangesAsync(stop);
            db.ChangeTracker.Clear();
        }

        /// <summary>Writes errors and counts them.</summary>
        public async Task AddErrorsAsync(ImportRun run, IReadOnlyList<RowError> errors, CancellationToken stop)
        {
            var first = run.Errors + run.Warnings + 1;
            await db.Dialect.InsertAsync(db, db.Model.FindEntityType(typeof(ImportError))!, [.. errors.Select((e, i) => e.ToRow(run.Id, first + i))], stop);
            var wrong = errors.Count(e => e.Problem.Severity is ImportSeverity.Error);
            run.Errors += wrong;
            run.Warnings += errors.Count - wrong;
        }
    }

    private static ImportError ToRow(this RowError error, FactId run, int number) => new()
    {
        RunId = run,
        Number = number,
        Row = error.Line,
        Column = error.Problem.Column,
        Value = error.Problem.Value.Length <= LongestValue ? error.Problem.Value : error.Problem.Value[..LongestValue],
        Code = error.Problem.Code,
        Message = error.Problem.Message,
        PersonKey = error.Key is { Length: > 40 } key ? key[..40] : error.Key,
        Severity = error.Problem.Severity,
    };
}

/// <param name="Line">Line of the file, from 1; 0 for the whole file.</param>
/// <param name="Key">The key of the row in its source, where it has one.</param>
internal readonly record struct RowError(int Line, string? Key, Domain.Record.Offloc.RowProblem Problem);
