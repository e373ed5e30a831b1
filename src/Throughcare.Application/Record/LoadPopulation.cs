using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;

namespace Throughcare.Application.Record;

/// <summary>Writes a whole fictional population into the record, in batches that are committed whole.</summary>
/// <remarks>Stopped half-way it goes on, when it is asked for again with the same population, with the batches that are missing. It never
/// writes beside people of anybody else.</remarks>
public sealed class LoadPopulation(IServiceScopeFactory scopes)
{
    /// <param name="People">People on record at the end.</param>
    /// <param name="Before">How many of them were there before.</param>
    /// <param name="Contacts">Contacts that were written now.</param>
    public sealed record Loaded(int People, int Before, long Contacts, TimeSpan Took);

    /// <param name="writers">Connections that write at a time; a file of SQLite has one writer.</param>
    /// <param name="progress">Told the number of people on record so far.</param>
    public async Task<Outcome<Loaded>> DoAsync(IPopulation population, int writers, IProgress<int>? progress, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(population);
        var clock = Stopwatch.StartNew();
        HashSet<int> there = [];
        if (await RefusalAsync(population, there, stop) is { } refusal)
        {
            return refusal;
        }

        await StaffAsync(population.Staff, stop);
        var (before, contacts, people) = (there.Count, 0L, there.Count);
        progress?.Report(people);
        var queue = Channel.CreateBounded<IReadOnlyList<WholeRecord>>(1);
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var writing = Enumerable.Range(0, writers).Select(_ => Task.Run(() => WriteAsync(failed.Token), CancellationToken.None)).ToList();
        try
        {
            await foreach (var (_, batch) in population.MakeAsync(IsWanted, failed.Token))
            {
                await queue.Writer.WriteAsync(batch, failed.Token);
            }

            queue.Writer.Complete();
            await Task.WhenAll(writing);
        }
        catch
        {
            await failed.CancelAsync();
            queue.Writer.TryComplete();
            foreach (var writer in writing.Where(writer => writer.IsFaulted))
            {
                await writer;   // what stopped it says more than that it was stopped
            }

            throw;
        }

        await AnalyseAsync(stop);
        return new Loaded(people, before, contacts, clock.Elapsed);

        bool IsWanted(int batch) => !there.Contains(batch * population.BatchSize + 1);

        async Task WriteAsync(CancellationToken cancel)
        {
            try
            {
                await foreach (var batch in queue.Reader.ReadAllAsync(cancel))
                {
                    await OneAsync(batch, cancel);
                    Interlocked.Add(ref contacts, batch.Sum(person => person.Acts.LongCount(act => act.Happened is null)));
                    var written = Interlocked.Add(ref people, batch.Count);
                    progress?.Report(written);
                }
            }
            catch
            {
                await failed.CancelAsync();
                throw;
            }
        }
    }

    /// <summary>Lets the database count what it has, or it would plan its queries for empty tables.</summary>
    private async Task AnalyseAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var database = scope.ServiceProvider.GetRequiredService<ThroughcareDb>().Database;
        database.SetCommandTimeout(TimeSpan.FromMinutes(15));
        await database.ExecuteSqlRawAsync("analyze", stop);
    }

    private async Task OneAsync(IReadOnlyList<WholeRecord> batch, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughcareDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        await new WholeRecordWriter(db).WriteAsync(batch, stop);
        await transaction.CommitAsync(stop);
    }

    private async Task<Refusal?> RefusalAsync(IPopulation population, HashSet<int> there, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (!await scope.ServiceProvider.GetRequiredService<Installation>().IsFictionalAsync(stop))
        {
            return new Refusal("", "This installation is for real people. A fictional population is written to one whose data is fictional from its beginning");
        }

        var db = scope.ServiceProvider.GetRequiredService<ThroughcareDb>();
        var numbers = population.NumbersByTail();
        PersonId? own = null;
        await foreach (var id in db.People.Select(person => person.Id).AsAsyncEnumerable().WithCancellation(stop))
        {
            if (!numbers.TryGetValue(WholeRecord.TailOf(id), out var number))
            {
                return new Refusal("", "The record has people who are not of this population. A population is written to an empty record");
            }

            there.Add(number);
            own = id;
        }

        if (own is not { } known)
        {
            return null;
        }

        var made = await db.RecordEvents.Where(row => row.PersonId == known && row.Seq == 1).Select(row => new { row.Kind, row.Content }).SingleOrDefaultAsync(stop);
        if (made?.Kind != nameof(FictionalPersonMade) || made.Content?.Contains($"\"{population.Name}\"", StringComparison.Ordinal) is not true)
        {
            return new Refusal("", $"The record has the beginning of another population. Go on with the same options, or begin with an empty record. Asked for was: {population.Name}");
        }

        return null;
    }

    private async Task StaffAsync(IReadOnlyList<StaffMember> staff, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughcareDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(stop);
        var known = (await db.Staff.Select(member => member.Id).ToListAsync(stop)).ToHashSet();
        await db.Dialect.InsertAsync(db, db.Model.FindEntityType(typeof(StaffMember))!, [.. staff.Where(member => !known.Contains(member.Id))], stop);
        await transaction.CommitAsync(stop);
    }
}
