using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;
using Throughcare.Storage.Standards;

namespace Throughcare.Application.Standards;

/// <summary>Works out anew what is due of everybody whose case is open, or of everybody in one place: by night, and after the rules changed.</summary>
/// <remarks>Goes through people in the order of their ids, some hundred in a transaction, and remembers where it is: stopped, it goes on from
/// there. What comes out the same is not written.</remarks>
public sealed class RecomputeDueItems(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <param name="People">How many there are to go through, those done before a stop included.</param>
    public sealed record Progress(int Done, int People, int Written);

    /// <param name="Resumed">How many had been done before it was stopped.</param>
    public sealed record Result(int People, int Written, int Resumed, TimeSpan Took);

    /// <param name="place">A prison or a team; <see langword="null"/> for everywhere.</param>
    /// <param name="asAt">The day whose end counts; today where it is not said.</param>
    /// <param name="threads">How many work beside each other; on SQLite one does.</param>
    public async Task<Result> DoAsync(PlaceCode? place, DateOnly? asAt, int threads, IProgress<Progress>? progress, CancellationToken stop)
    {
        var began = clock.GetUtcNow();
        var day = asAt ?? began.LondonDate;
        List<PersonId> people;
        int batch;
        int before;
        var run = new RecomputeRun { Scope = place?.Text ?? "", Day = day, RuleSet = StandardsInUse.Engine.ShortHash, StartedAt = began.ToMicrosecond() };
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<ThroughcareDb>();
            batch = Math.Min(db.Dialect.ImportBatch, 500);
            threads = batch < 500 ? 1 : Math.Max(1, threads);
            people = await PeopleAsync(db, place, day, stop);
            before = await ResumeAsync(db, run, people, stop);
        }

        var state = new State(people[before..].Chunk(batch).ToList(), people.Count, before, progress);
        await Task.WhenAll(Enumerable.Range(0, Math.Min(threads, Math.Max(1, state.Batches))).Select(_ => Task.Run(() => WorkAsync(state, run, day, stop), stop)));

        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<ThroughcareDb>();
            await db.RecomputeRuns.Where(r => r.Scope == run.Scope).ExecuteDeleteAsync(stop);
        }

        return new(people.Count, state.Written, before, clock.GetUtcNow() - began);
    }

    private async Task WorkAsync(State state, RecomputeRun run, DateOnly day, CancellationToken stop)
    {
        while (state.Take() is var (number, people))
        {
            stop.ThrowIfCancellationRequested();
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ThroughcareDb>();
            var update = scope.ServiceProvider.GetRequiredService<UpdateDueItems>();
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            await db.Dialect.LockHeadsAsync(db, people, stop);
            var written = await update.DoAsync(people, day, clock.GetUtcNow().ToMicrosecond(), stop);
            await db.StalePeople.Where(s => people.Contains(s.PersonId)).ExecuteDeleteAsync(stop);   // done with the others
            if (state.Finish(number, written) is { } reached)
            {
                await db.RecomputeRuns.Where(r => r.Scope == run.Scope).ExecuteUpdateAsync(set => set.SetProperty(r => r.After, reached), stop);
            }

            await transaction.CommitAsync(stop);
            state.Tell();
        }
    }

    /// <summary>Whoever has an open case, and whoever still has something open: in the order of ids.</summary>
    private static async Task<List<PersonId>> PeopleAsync(ThroughcareDb db, PlaceCode? place, DateOnly day, CancellationToken stop)
    {
        var people = db.People.Where(p => p.SurvivorId == null
            && (db.Cases.Any(c => c.PersonId == p.Id && c.ReplacedAt == null && !c.Withdrawn && c.ValidTo == null)
                || db.DueItems.Any(i => i.PersonId == p.Id && i.ReplacedAt == null && i.State == Domain.Standards.ItemState.Open)));
        if (place is { } there)
        {
            var holder = ReachHolder.Of(there);
            people = people.Where(p => db.Reach.Any(r => r.PersonId == p.Id && r.Holder == holder && r.Kind == ReachKind.Unit && r.From <= day && (r.Until == null || r.Until >= day)));
        }

        return await people.OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(stop);
    }

    /// <summary>Where a run of the same scope, day and rules stopped; else begins one.</summary>
    private static async Task<int> ResumeAsync(ThroughcareDb db, RecomputeRun run, List<PersonId> people, CancellationToken stop)
    {
        var stopped = await db.RecomputeRuns.FirstOrDefaultAsync(r => r.Scope == run.Scope, stop);
        if (stopped is not null && stopped.Day == run.Day && stopped.RuleSet == run.RuleSet)
        {
            return stopped.After is { } after ? people.FindIndex(p => p == after) + 1 : 0;
        }

        await db.RecomputeRuns.Where(r => r.Scope == run.Scope).ExecuteDeleteAsync(stop);
        db.Add(run);
        await db.SaveChangesAsync(stop);
        return 0;
    }

    /// <summary>What the workers share.</summary>
    private sealed class State(List<PersonId[]> batches, int people, int before, IProgress<Progress>? progress)
    {
        private readonly Lock _gate = new();
        private readonly HashSet<int> _finished = [];
        private int _next;
        private int _reached;
        private int _done = before;

        public int Batches => batches.Count;

        public int Written { get; private set; }

        public (int Number, PersonId[] People)? Take()
        {
            lock (_gate)
            {
                return _next < batches.Count ? (_next, batches[_next++]) : null;
            }
        }

        /// <returns>The last of those up to whom everybody is done, where that moved on.</returns>
        public PersonId? Finish(int number, int written)
        {
            lock (_gate)
            {
                _finished.Add(number);
                _done += batches[number].Length;
                Written += written;
                var was = _reached;
                while (_finished.Contains(_reached))
                {
                    _reached++;
                }

                return _reached > was ? batches[_reached - 1][^1] : null;
            }
        }

        public void Tell() => progress?.Report(new(_done, people, Written));
    }
}
