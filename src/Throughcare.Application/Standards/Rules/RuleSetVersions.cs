using Microsoft.EntityFrameworkCore;
using Throughcare.Application.Access;
using Throughcare.Application.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Standards;
using Throughcare.Storage;
using Throughcare.Storage.Accounts;
using Throughcare.Storage.Standards;
using StaffNames = Throughcare.Application.Record.StaffNames;

namespace Throughcare.Application.Standards.Rules;

/// <summary>Which rule sets were loaded, and which were tried.</summary>
public sealed class RuleSetVersions(ThroughcareDb db, AccessDb access, AccessPolicy policy)
{
    /// <summary>What the log of administrators calls the rule set.</summary>
    public const string Subject = "standards";

    private const int TrialsShown = 10;

    public sealed record Version(int Number, DateOnly From, int Rules, string Hash, DateTimeOffset At, string By, string Reason);

    public sealed record Trial(FactId Id, DateTimeOffset At, string By, int Rules, string Hash, RuleTrialState State, int People, int Done, int Changes, string? Message);

    /// <param name="Count">Items, and of how many people.</param>
    public sealed record ChangeCount(StandardId Rule, RuleTrialChangeKind Kind, int Count, int People);

    /// <param name="Person">Number of the person; <see langword="null"/> where access to them is limited. Names are for those who work with them.</param>
    public sealed record Change(int Number, string? Person, RuleTrialChange Of);

    public async Task<IReadOnlyList<Version>> ListAsync(CancellationToken stop)
    {
        var versions = await access.TableVersions.Where(v => v.Table == StandardRuleSet.Table).OrderByDescending(v => v.Number).ToListAsync(stop);
        var names = await StaffNames.OfAsync(db, versions.Select(v => v.LoadedBy), stop);
        return [.. versions.Select(v => new Version(v.Number, v.From, v.Rows, StandardRuleSet.TryRead(v.Content, out var set, out _, out _) ? set.Hash : "", v.LoadedAt, names[v.LoadedBy], v.Reason))];
    }

    /// <summary>The file of a version; of the product's own for 0.</summary>
    public async Task<string?> TextAsync(int number, CancellationToken stop) => number == 0 ? StandardRuleSet.Shipped.Text
        : await access.TableVersions.Where(v => v.Table == StandardRuleSet.Table && v.Number == number).Select(v => v.Content).SingleOrDefaultAsync(stop);

    public async Task<IReadOnlyList<Trial>> TrialsAsync(CancellationToken stop)
    {
        var trials = await db.RuleTrials.OrderByDescending(t => t.StartedAt).Take(TrialsShown)
            .Select(t => new { t.Id, t.StartedAt, t.StartedBy, t.Rules, t.Hash, t.State, t.People, t.Done, t.Changes, t.Message }).ToListAsync(stop);
        var names = await StaffNames.OfAsync(db, trials.Select(t => t.StartedBy), stop);
        return [.. trials.Select(t => new Trial(t.Id, t.StartedAt, names[t.StartedBy], t.Rules, t.Hash, t.State, t.People, t.Done, t.Changes, t.Message))];
    }

    /// <returns><see langword="null"/> where there is no such trial.</returns>
    public async Task<Trial?> TrialAsync(FactId id, CancellationToken stop)
    {
        var trial = await db.RuleTrials.Where(t => t.Id == id)
            .Select(t => new { t.Id, t.StartedAt, t.StartedBy, t.Rules, t.Hash, t.State, t.People, t.Done, t.Changes, t.Message }).SingleOrDefaultAsync(stop);
        return trial is null ? null
            : new(trial.Id, trial.StartedAt, (await StaffNames.OfAsync(db, [trial.StartedBy], stop))[trial.StartedBy], trial.Rules, trial.Hash, trial.State, trial.People, trial.Done, trial.Changes, trial.Message);
    }

    /// <summary>How many items each rule changes, and how.</summary>
    /// <summary>What somebody should look at in the file that is tried, such as a family without a rule for some time.</summary>
    public async Task<IReadOnlyList<TableException>> WarningsAsync(FactId trial, CancellationToken stop) =>
        await db.Set<RuleTrial>().Where(t => t.Id == trial).Select(t => t.Content).SingleOrDefaultAsync(stop) is { } text
            && StandardRuleSet.TryRead(text, out _, out _, out var warnings) ? warnings : [];

    public async Task<IReadOnlyList<ChangeCount>> CountsAsync(FactId trial, CancellationToken stop) =>
        [.. (await db.RuleTrialChanges.Where(c => c.Trial == trial).GroupBy(c => new { c.Rule, c.Kind })
            .Select(g => new { g.Key.Rule, g.Key.Kind, Count = g.Count(), People = g.Select(c => c.PersonId).Distinct().Count() }).ToListAsync(stop))
            .Select(c => new ChangeCount(c.Rule, c.Kind, c.Count, c.People)).OrderBy(c => c.Rule).ThenBy(c => c.Kind)];

    /// <summary>The changes one by one.</summary>
    /// <param name="rule">Only those of one rule.</param>
    public async Task<(IReadOnlyList<Change> Rows, int Total)> ChangesAsync(FactId trial, StandardId? rule, RuleTrialChangeKind? kind, int number, int size, Actor actor, CancellationToken stop)
    {
        var changes = db.RuleTrialChanges.Where(c => c.Trial == trial);
        changes = rule is { } of ? changes.Where(c => c.Rule == of) : changes;
        changes = kind is { } how ? changes.Where(c => c.Kind == how) : changes;
        var total = await changes.CountAsync(stop);
        var page = await changes.OrderBy(c => c.Number).Skip((number - 1) * size).Take(size).ToListAsync(stop);
        var people = page.Select(c => c.PersonId).Distinct().ToList();
        var open = await policy.People(actor, Verb.LoadRules).Where(p => people.Contains(p)).ToListAsync(stop);
        var names = await PeopleNames.OfAsync(db, open, stop);
        return ([.. page.Select(c => new Change(c.Number, open.Contains(c.PersonId) ? names[c.PersonId].Address : null, c))], total);
    }
}
