using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Access.Administration;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Storage;
using Throughcare.Storage.Accounts;
using Throughcare.Storage.Standards;

namespace Throughcare.Application.Standards.Rules;

/// <summary>Takes a rule set into use after its trial; what is due is then worked out anew. Versions are kept like those of reference tables.</summary>
public sealed class TakeRulesIntoUse(ThroughcareDb db, AccessDb access, TablesInUse inUse, IdSource ids, TimeProvider clock)
{
    /// <returns>The number of the version.</returns>
    public async Task<Outcome<int>> DoAsync(FactId trial, string? reason, Actor actor, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(actor);

        if (!actor.Has(Verb.LoadRules))
        {
            return Refusals.OfRole(Verb.LoadRules);
        }

        if (await db.RuleTrials.FirstOrDefaultAsync(t => t.Id == trial, stop) is not { } found)
        {
            return Refusals.NotFound;
        }

        if (found.State is not RuleTrialState.Ready)
        {
            return new Refusal("", "A rule set is taken into use only after everybody was gone through");
        }

        if (ReasonRule.TooShort("Input.Reason", reason) is { } wrong)
        {
            return wrong;
        }

        if (StandardRuleSet.InUse.Hash != found.Against)
        {
            return new Refusal("", "Another rule set was taken into use since the trial. Load the file again");
        }

        var now = clock.GetUtcNow().ToMicrosecond();
        var number = (await access.TableVersions.Where(v => v.Table == StandardRuleSet.Table).Select(v => (int?)v.Number).MaxAsync(stop) ?? 0) + 1;
        access.Add(new TableVersion
        {
            Table = StandardRuleSet.Table,
            Number = number,
            From = now.LondonDate,
            Content = found.Content,
            Rows = found.Rules,
            OwnHash = StandardRuleSet.Shipped.Hash.ToUpperInvariant(),
            LoadedAt = now,
            LoadedBy = actor.StaffId,
            Reason = reason!.Trim(),
        });
        access.Note(ids, clock, actor, AdminSubject.Table, RuleSetVersions.Subject, string.Create(
            CultureInfo.InvariantCulture, $"Version {number} of the standards taken into use: {found.Rules} rules, {found.Changes:N0} changes to what is due, {found.Hash[..12]}"), reason);
        try
        {
            await access.SaveChangesAsync(stop);
        }
        catch (DbUpdateException)
        {
            return new Refusal("", "Somebody else has taken a rule set into use since you looked. Look again");
        }

        await db.RuleTrials.Where(t => t.Id == trial).ExecuteUpdateAsync(
            set => set.SetProperty(t => t.State, RuleTrialState.Taking).SetProperty(t => t.Message, reason.Trim()).SetProperty(t => t.SeenAt, (DateTimeOffset?)null).SetProperty(t => t.Done, 0), stop);
        await inUse.RefreshAsync(stop);
        return number;
    }
}
