using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Exchange.Record;

/// <summary>One kind of file that is taken in: how it is named, how it is read, and what its rows do to the record.</summary>
public abstract class ImportKind
{
    /// <summary>The source as runs name it, such as <c>OFFLOC</c>.</summary>
    public abstract string Source { get; }

    /// <summary>The word for it at the command line, such as <c>offloc</c>.</summary>
    public abstract string Word { get; }

    /// <summary>What people call one such file, in lower case: "prison file".</summary>
    public abstract string Noun { get; }

    /// <summary>How the file must be named, as a sentence without its full stop.</summary>
    public abstract string NameProblem { get; }

    /// <summary>Endings that files of this kind may have: <c>.dat,.zip</c>.</summary>
    public abstract string Endings { get; }

    /// <summary>What its name says; <see langword="null"/> for a name that is not of this kind.</summary>
    /// <param name="today">The day for files whose name does not say one.</param>
    public abstract ImportName? Read(string fileName, DateOnly today);

    /// <summary>Whether the name alone shows that the file is of this kind; else somebody has to say so.</summary>
    public virtual bool IsNamed(string fileName) => true;

    /// <summary>Whether a file of this name is a ZIP that holds the file.</summary>
    public virtual bool IsArchive(string fileName) => false;

    /// <summary>Looks at the first bytes of an upload.</summary>
    /// <returns>What is wrong; <see langword="null"/> where it may be such a file.</returns>
    public virtual string? LookAt(ReadOnlySpan<byte> beginning) =>
        beginning.Contains((byte)0) ? $"The selected file does not hold the text of a {Noun}" : null;

    /// <summary>Whether a file that is whole may have no rows: a list of changes, after a night in which nothing changed.</summary>
    public virtual bool MayBeEmpty(ImportMode mode) => false;

    /// <returns>Why somebody in a role may not import it; <see langword="null"/> where they may.</returns>
    public virtual Refusal? Refuse(Role role) => WhoMayImport.Refusal(role);

    /// <summary>Reads the file once and keeps what is imported of it.</summary>
    /// <exception cref="InvalidDataException">The file can not be read.</exception>
    internal abstract Task TakeInAsync(IncomingFile file, CancellationToken stop);

    /// <summary>Begins the work on a run whose file has been taken in.</summary>
    internal abstract IImportWork Open(ImportRun run, ImportTools tools);
}

/// <summary>What the name of a file says of it.</summary>
/// <param name="Day">The day that it is about.</param>
/// <param name="At">The time of day, where several files of a day follow each other.</param>
public sealed record ImportName(DateOnly Day, ImportMode Mode, TimeOnly? At = null);

/// <summary>A file on its way in.</summary>
/// <param name="Run">Counts the rows as they come.</param>
/// <param name="Content">Read once, from its beginning.</param>
/// <param name="KeepAsync">Keeps a piece of it until the run has finished.</param>
/// <param name="WarnAsync">Notes what is wrong with the file and does not stop it.</param>
internal sealed record IncomingFile(
    ImportRun Run, Stream Content, Func<byte[], CancellationToken, Task> KeepAsync, Func<IReadOnlyList<RowError>, CancellationToken, Task> WarnAsync);

/// <summary>What the work on a run needs.</summary>
internal sealed record ImportTools(IServiceScopeFactory Scopes, TimeProvider Clock, IdSource Ids);

/// <summary>The work on one run.</summary>
internal interface IImportWork
{
    /// <summary>Passes over all rows before any is applied.</summary>
    Task<ImportFindings> ValidateAsync(ThroughcareDb db, CancellationToken stop);

    /// <summary>The batches that have not been applied yet, each to be done in one transaction, perhaps more than once.</summary>
    /// <param name="pace">Says how many changed rows a batch has.</param>
    /// <param name="fillGaps">A newer file has been applied: nothing that is on record may be changed.</param>
    IAsyncEnumerable<ImportStep> StepsAsync(ImportPace pace, bool fillGaps, CancellationToken stop);

    /// <summary>Deals with some of those whom the file no longer names, in the transaction of its caller.</summary>
    /// <returns>How many; 0 when all are done.</returns>
    Task<int> LeaversAsync(ThroughcareDb db, int most, CancellationToken stop);
}

/// <summary>One batch, within the transaction that its caller has begun.</summary>
internal delegate Task ImportStep(ThroughcareDb db, CancellationToken stop);

/// <summary>What a first pass over all rows finds.</summary>
/// <param name="Rejected">Rows that can not be applied, those of other units not counted.</param>
/// <param name="FirstErrors">Some of the errors, for a file that is refused.</param>
internal record ImportFindings(int Rows, int Rejected, IReadOnlyList<RowError> FirstErrors)
{
    /// <summary>The most errors that are kept of a file that is refused.</summary>
    public const int MostErrors = 1000;

    /// <summary>More rejected rows in a hundred than this, and the file is refused.</summary>
    public const int MostRejectedPercent = 5;

    /// <summary>Why the file as a whole can not be applied, beginning with a code; <see langword="null"/> where it can.</summary>
    public virtual string? Refusal(ImportRun run) => Rejected * 100L > (long)Rows * MostRejectedPercent
        ? $"TOO_MANY_REJECTED: {Rejected} of {Rows} rows can not be applied, more than {MostRejectedPercent}%."
        : null;

    /// <summary>What is wrong with the file as a whole and does not stop it.</summary>
    public virtual RowError? Warning(ImportRun run) => null;
}
