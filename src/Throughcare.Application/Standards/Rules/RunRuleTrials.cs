using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application.Facts;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Storage;
using Throughcare.Storage.Standards;

namespace Throughcare.Application.Standards.Rules;

/// <summary>Works out what a rule set on trial would change of everybody whose case is open, and, once it is taken into use, what is due by it.</summary>
/// <remarks>Some people in a transaction, in the order of their ids: stopped, it goes on where it was. Both rule sets are worked out on the
/// same record and day, so that only what the rules change is found. Nothing of the record is written.</remarks>
public sealed class RunRuleTrials(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Whoever has not been seen for so long no longer works on it.</summary>
    private static readonly TimeSpan Abandoned = TimeSpan.FromMinutes(2);

    /// <summary>Works on the oldest trial that waits, or on the rule set that was taken into use last.</summary>
    /// <returns>Whether there was one to work on.</returns>
    public async Task<bool> NextAsync(CancellationToken stop)
    {
        if (await ClaimAsync(stop) is not { } trial)
        {
            return false;
        }

        if (trial.State is RuleTrialState.Taking)
        {
            await RecomputeAsync(trial, stop);
        }
        else
        {
            await CompareAsync(trial, stop);
        }

        return true;
    }

    private async Task<RuleTrial?> ClaimAsync(CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughcareDb>();
        var now = clock.GetUtcNow().ToMicrosecond();
        var before = now - Abandoned;
        var next = await db.RuleTrials
            .Where(t => t.State == RuleTrialState.Waiting || ((t.State == RuleTrialState.Running || t.State == RuleTrialState.Taking) && (t.SeenAt == null || t.SeenAt < before)))
            .OrderBy(t => t.StartedAt).FirstOrDefaultAsync(stop);
        if (next is null)
        {
            return null;
        }

        var state = next.State is RuleTrialState.Taking ? RuleTrialState.Taking : RuleTrialState.Running;
        var claimed = await db.RuleTrials.Where(t => t.Id == next.Id && t.State == next.State && t.SeenAt == next.SeenAt)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.State, state).SetProperty(t => t.SeenAt, now), stop);
        return claimed == 1 ? await db.RuleTrials.SingleAsync(t => t.Id == next.Id, stop) : null;
    }

    private async Task CompareAsync(RuleTrial trial, CancellationToken stop)
    {
        var current = StandardsInUse.Engine;
        if (current.Rules.Hash != trial.Against || !StandardRuleSet.TryRead(trial.Content, out var rules, out _, out _))
        {
            await EndAsync(trial, RuleTrialState.Failed, "Another rule set was taken into use meanwhile. Load the file again", stop);
            return;
        }

        var other = new StandardsEngine(rules);
        List<PersonId> people;
        int batch;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<ThroughcareDb>();
            batch = Math.Min(db.Dialect.ImportBatch, CaseHistories.MostPeople);
            people = await db.People.Where(p => p.SurvivorId == null
                    && (db.Cases.Any(c => c.PersonId == p.Id && c.ReplacedAt == null && !c.Withdrawn && c.ValidTo == null)
                        || db.DueItems.Any(i => i.PersonId == p.Id && i.ReplacedAt == null && i.State == ItemState.Open)))
                .OrderBy(p => p.Id).Select(p => p.Id).ToListAsync(stop);
        }

        var done = trial.After is { } after ? people.FindIndex(p => p == after) + 1 : 0;
        var changes = trial.Changes;
        foreach (var some in people[done..].Chunk(batch))
        {
            stop.ThrowIfCancellationRequested();
            await using var scope = scopes.CreateAsyncScope();
            var services = scope.ServiceProvider;
            var db = services.GetRequiredService<ThroughcareDb>();
            var found = await ChangesOfAsync(trial, some, current, other, changes, db, services.GetRequiredService<CaseHistories>(), stop);
            (done, changes) = (done + some.Length, changes + found.Count);
            await using var transaction = await db.Database.BeginTransactionAsync(stop);
            var isStill = await db.RuleTrials.Where(t => t.Id == trial.Id && t.State == RuleTrialState.Running).ExecuteUpdateAsync(
                set => set.SetProperty(t => t.Done, done).SetProperty(t => t.People, people.Count).SetProperty(t => t.After, some[^1]).SetProperty(t => t.Changes, changes)
                    .SetProperty(t => t.SeenAt, clock.GetUtcNow().ToMicrosecond()), stop);
            if (isStill == 0)
            {
                return;   // somebody stopped it
            }

            if (found.Count > 0)
            {
                await db.Dialect.InsertAsync(db, db.Model.FindEntityType(typeof(RuleTrialChange))!, [.. found], stop);
            }

            await transaction.CommitAsync(stop);
        }

        await EndAsync(trial, RuleTrialState.Ready, null, stop);
    }

    private static async Task<List<RuleTrialChange>> ChangesOfAsync(
        RuleTrial trial, PersonId[] people, StandardsEngine current, StandardsEngine other, int before, ThroughcareDb db, CaseHistories histories, CancellationToken stop)
    {
        var loaded = (await histories.LoadForStandardsAsync(people, stop)).Values.DistinctBy(h => h.PersonId).ToList();
        var decisions = await StandardDecisionsOf.LoadAsync(db, [.. loaded.Select(h => h.PersonId)], stop);
        List<RuleTrialChange> found = [];
        foreach (var history in loaded.OrderBy(h => h.PersonId))
        {
            var was = current.Compute(history, trial.Day, trial.StartedAt, decisions[history.PersonId]);
            var will = other.Compute(history, trial.Day, trial.StartedAt, decisions[history.PersonId]);
            found.AddRange(RuleSetComparison.Of(was, will).Select((change, at) => new RuleTrialChange
            {
                Trial = trial.Id,
                Number = before + found.Count + at + 1,
                PersonId = history.PersonId,
                Rule = (change.Is ?? change.Was)!.Rule,
                Family = (change.Is ?? change.Was)!.Family,
                Kind = KindOf(change),
                WasRule = change.Was?.Rule,
                WasDueOn = change.Was?.EffectiveDueOn,
                IsDueOn = change.Is?.EffectiveDueOn,
                WasState = change.Was?.State,
                IsState = change.Is?.State,
            }).ToList());
        }

        return found;
    }

    private static RuleTrialChangeKind KindOf(RuleSetComparison.Change change) => change switch
    {
        { Was: null } => RuleTrialChangeKind.New,
        { Is: null } => RuleTrialChangeKind.Superseded,
        _ when change.Was.DueOn != change.Is.DueOn || change.Was.EffectiveDueOn != change.Is.EffectiveDueOn => RuleTrialChangeKind.DueMoved,
        _ when change.Was.Rule != change.Is.Rule => RuleTrialChangeKind.OtherRule,
        _ when change.Was.State != change.Is.State => RuleTrialChangeKind.OtherState,
        _ => RuleTrialChangeKind.Other,
    };

    private async Task RecomputeAsync(RuleTrial trial, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var beat = new Beat(scopes, trial.Id, clock);
        await scope.ServiceProvider.GetRequiredService<RecomputeDueItems>().DoAsync(null, null, threads: 1, beat, stop);
        await EndAsync(trial, RuleTrialState.Taken, trial.Message, stop);
    }

    private async Task EndAsync(RuleTrial trial, RuleTrialState state, string? message, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ThroughcareDb>();
        var now = clock.GetUtcNow().ToMicrosecond();
        await db.RuleTrials.Where(t => t.Id == trial.Id && (t.State == RuleTrialState.Running || t.State == RuleTrialState.Taking))
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.State, state).SetProperty(t => t.EndedAt, now).SetProperty(t => t.Message, message), stop);
    }

    /// <summary>Says how far the computation is, and that somebody works on it.</summary>
    private sealed class Beat(IServiceScopeFactory scopes, FactId trial, TimeProvider clock) : IProgress<RecomputeDueItems.Progress>
    {
        public void Report(RecomputeDueItems.Progress value)
        {
            using var scope = scopes.CreateScope();
            var db = scope.ServiceProvider.GetRequiredService<ThroughcareDb>();
            var now = clock.GetUtcNow().ToMicrosecond();
            db.RuleTrials.Where(t => t.Id == trial).ExecuteUpdate(set => set.SetProperty(t => t.SeenAt, now).SetProperty(t => t.Done, value.Done).SetProperty(t => t.People, value.People));
        }
    }
}
