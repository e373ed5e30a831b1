using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Storage;
using Throughcare.Storage.Standards;

namespace Throughcare.Application.Standards.Rules;

/// <summary>Gives a rule set on trial up: what is in use stays.</summary>
public sealed class StopRuleTrial(ThroughcareDb db, TimeProvider clock)
{
    public async Task<Outcome<RuleTrialState>> DoAsync(FactId trial, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        if (!actor.Has(Verb.LoadRules))
        {
            return Refusals.OfRole(Verb.LoadRules);
        }

        var now = clock.GetUtcNow().ToMicrosecond();
        var stopped = await db.RuleTrials
            .Where(t => t.Id == trial && (t.State == RuleTrialState.Waiting || t.State == RuleTrialState.Running || t.State == RuleTrialState.Ready))
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.State, RuleTrialState.Abandoned).SetProperty(t => t.EndedAt, now), stop);
        return stopped == 1 ? RuleTrialState.Abandoned : new Refusal("", "It is over already");
    }
}
