using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Throughcare.Application;
using Throughcare.Application.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Exchange.Record;

/// <summary>Takes in a file of another system: reads it once, keeps the fields that are imported, and leaves the rest to <see cref="ImportRunner"/>.</summary>
public sealed class ReceiveImportFile(ThroughcareDb db, TimeProvider clock, IdSource ids)
{
    /// <param name="kind">What kind of file it is said to be.</param>
    /// <param name="content">The file; it is read once and stays open.</param>
    /// <param name="fileName">Its name without directories, which says what day it is about.</param>
    /// <param name="allowBackfill">Whether it may fill gaps although a newer file has been applied.</param>
    /// <returns>The run. A file that can not be read is a run that has failed.</returns>
    public async Task<Outcome<FactId>> DoAsync(ImportKind kind, Stream content, string fileName, Actor actor, CancellationToken stop, bool allowBackfill = false)
    {
        if (kind.Refuse(actor.Role) is { } refusal)
        {
            return refusal;
        }

        await ForgetUnfinishedAsync(stop);
        var name = kind.Read(fileName, clock.GetUtcNow().LondonDate);
        var run = new ImportRun
        {
            Id = new(ids.Next()),
            Source = kind.Source,
            FileName = fileName.Length <= 240 ? fileName : fileName[..240],
            Mode = name?.Mode ?? ImportMode.Full,
            SourceDate = name?.Day,
            SourceTime = name?.At,
            StartedAt = clock.GetUtcNow().ToMicrosecond(),
            By = actor.StaffId,
            Role = actor.Role,
            Place = actor.Place,
            AllowBackfill = allowBackfill,
        };
        db.Add(run);
        await db.SaveChangesAsync(stop);
        db.ChangeTracker.Clear();
        try
        {
            var problem = name is null ? $"WRONG_NAME: {kind.NameProblem}." : await ReadAsync(kind, run, content, stop);
            await FinishAsync(run, problem ?? (run.Rows == 0 && !kind.MayBeEmpty(run.Mode) ? "EMPTY: The file has no rows." : null), stop);
        }
        catch (ImportFileException error)
        {
            await FinishAsync(run, $"{error.Code}: {error.Message}", stop);
        }
        catch (InvalidDataException error)
        {
            await FinishAsync(run, $"UNREADABLE: {error.Message}", stop);
        }

        return run.Id;
    }

    /// <summary>A file that was still coming in an hour ago, and still is, was cut off: it can not be gone on with.</summary>
    private async Task ForgetUnfinishedAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow().ToMicrosecond();
        var anHourAgo = now.AddHours(-1);
        foreach (var run in await db.ImportRuns.Where(r => r.Sha256 == "" && r.Status == ImportStatus.Received && r.StartedAt < anHourAgo).ToListAsync(stop))
        {
            await FinishAsync(run, "NOT_RECEIVED: The file did not arrive whole.", stop);
        }
    }

    private async Task<string?> ReadAsync(ImportKind kind, ImportRun run, Stream content, CancellationToken stop)
    {
        if (!kind.IsArchive(run.FileName))
        {
            await using var hashing = new HashingStream(content);
            await RowsAsync(kind, run, hashing, stop);
            await hashing.CopyToAsync(Stream.Null, stop);   // what a reader left
            (run.Size, run.Sha256) = (hashing.Bytes, hashing.Sha256());
            return null;
        }

        var whole = content.CanSeek ? content : await HoldAsync(content, stop);
        whole.Position = 0;
        var sha = Convert.ToHexStringLower(await SHA256.HashDataAsync(whole, stop));
        whole.Position = 0;
        await using var zip = await ZipArchive.CreateAsync(whole, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, stop);
        var files = zip.Entries.Where(e => !kind.IsArchive(e.Name) && kind.Read(e.Name, default)?.Day == run.SourceDate).ToList();
        if (files.Count != 1)
        {
            return $"WRONG_NAME: The archive must hold one {kind.Noun} of its day. {kind.NameProblem}.";
        }

        await using var file = await files[0].OpenAsync(stop);
        await RowsAsync(kind, run, file, stop);
        (run.Size, run.Sha256) = (whole.Length, sha);
        return null;
    }

    private Task RowsAsync(ImportKind kind, ImportRun run, Stream file, CancellationToken stop)
    {
        var number = 0;
        return kind.TakeInAsync(new(run, file, KeepAsync, WarnAsync), stop);

        async Task KeepAsync(byte[] piece, CancellationToken token)
        {
            db.Add(new ImportChunk { RunId = run.Id, Number = number++, Content = piece });
            await db.SaveChangesAsync(token);
            db.ChangeTracker.Clear();
        }

        Task WarnAsync(IReadOnlyList<RowError> errors, CancellationToken token) => db.AddErrorsAsync(run, errors, token);
    }

    private async Task FinishAsync(ImportRun run, string? problem, CancellationToken stop)
    {
        run.Problem = problem;
        if (run.Problem is not null)
        {
            (run.Status, run.FinishedAt) = (ImportStatus.Failed, clock.GetUtcNow().ToMicrosecond());
        }

        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        if (run.IsFinished)
        {
            await db.ImportChunks.Where(c => c.RunId == run.Id).ExecuteDeleteAsync(stop);
        }

        await db.SaveRunAsync(run, stop);
        await transaction.CommitAsync(stop);
    }

    /// <summary>An archive is read from its end; it is small enough to be held where its source can not go back.</summary>
    private static async Task<Stream> HoldAsync(Stream content, CancellationToken stop)
    {
        var copy = new MemoryStream();
        await content.CopyToAsync(copy, stop);
        return copy;
    }
}

/// <summary>A whole file can not be taken in.</summary>
public sealed class ImportFileException(string code, string message) : Exception(message)
{
    /// <summary>Such as <c>MISSING_COLUMN</c>.</summary>
    public string Code => code;
}
