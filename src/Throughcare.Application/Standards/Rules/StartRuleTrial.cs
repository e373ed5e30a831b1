using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Storage;
using Throughcare.Storage.Standards;

namespace Throughcare.Application.Standards.Rules;

/// <summary>Checks a rule set and lines it up for a trial: what it would change is worked out beside the product's work.</summary>
public sealed class StartRuleTrial(ThroughcareDb db, IdSource ids, TimeProvider clock)
{
    /// <param name="Trial">The trial that was begun; <see langword="null"/> where the file can not be used.</param>
    /// <param name="Wrong">What is wrong with the file, by row and column: what was in use before stays.</param>
    /// <param name="Warnings">What somebody should look at.</param>
    public sealed record Checked(RuleTrial? Trial, IReadOnlyList<TableException> Wrong, IReadOnlyList<TableException> Warnings);

    public async Task<Outcome<Checked>> DoAsync(string text, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(actor);

        if (!actor.Has(Verb.LoadRules))
        {
            return Refusals.OfRole(Verb.LoadRules);
        }

        if (!StandardRuleSet.TryRead(text, out var rules, out var wrong, out var warnings))
        {
            return new Checked(null, wrong, warnings);
        }

        var standing = StandardRuleSet.InUse;
        if (rules.Hash == standing.Hash)
        {
            return new Refusal("Input.File", "This is the rule set that is in use. There is nothing to try");
        }

        if (await db.RuleTrials.AnyAsync(t => t.State == RuleTrialState.Waiting || t.State == RuleTrialState.Running || t.State == RuleTrialState.Taking, stop))
        {
            return new Refusal("", "Another rule set is being worked through. Wait until it is done, or stop it");
        }

        var now = clock.GetUtcNow().ToMicrosecond();
        var trial = new RuleTrial
        {
            Id = new(ids.Next()),
            StartedAt = now,
            StartedBy = actor.StaffId,
            Content = rules.Text,
            Hash = rules.Hash,
            Against = standing.Hash,
            Rules = rules.Rules.Count,
            Day = now.LondonDate,
            State = RuleTrialState.Waiting,
        };
        db.Add(trial);
        await db.SaveChangesAsync(stop);
        return new Checked(trial, [], warnings);
    }
}
