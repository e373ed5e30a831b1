using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Throughcare.Application.Access.Administration;
using Throughcare.Application.Standards;
using Throughcare.Application.Standards.Rules;
using Throughcare.Domain.Access;
using Throughcare.Domain.Movements;
using Throughcare.Domain.Record;
using Throughcare.Domain.Rules;
using Throughcare.Domain.Sentences;
using Throughcare.Domain.Standards;
using Throughcare.Storage.Accounts;
using Throughcare.Storage.Standards;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Standards;

/// <summary>The rule set in use is one for the whole process: these tests run one after the other.</summary>
[CollectionDefinition(nameof(RuleTrialTests), DisableParallelization = true)]
public sealed class OneRuleSet;

[Collection(nameof(RuleTrialTests))]
public abstract class RuleTrialTests(DatabaseKind kind) : IDisposable
{
    private const string Reason = "The new policy framework begins today";

    public sealed class OnSqlite() : RuleTrialTests(DatabaseKind.Sqlite);

    public sealed class OnPostgres() : RuleTrialTests(DatabaseKind.Postgres);

    /// <summary>The rule set of the product with the first OASys due two weeks sooner.</summary>
    private static string Sooner { get; } = Changed("PL-010", "due_offset", "8");

    public void Dispose()
    {
        StandardRuleSet.Use(null);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_trial_finds_exactly_what_another_rule_set_changes_of_whom_and_writes_nothing_of_the_record()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var sentenced = await SentencedAsync(database);
        await SentencedAsync(database, isOpen: false);
        var trial = await StartAsync(database, Sooner);

        Assert.True(await RunAsync(database));

        await using var db = database.Open();
        var found = await db.RuleTrials.SingleAsync();
        var changes = await db.RuleTrialChanges.OrderBy(c => c.Number).ToListAsync();
        Assert.Equal((trial.Id, RuleTrialState.Ready, 1, 1), (found.Id, found.State, found.People, found.Done));
        var moved = Assert.Single(changes, change => change.Kind is RuleTrialChangeKind.DueMoved);
        Assert.Equal((sentenced, "PL-010", new DateOnly(2026, 2, 9), new DateOnly(2026, 1, 26)), (moved.PersonId, moved.Rule.ToString(), moved.WasDueOn, moved.IsDueOn));
        Assert.All(changes, change => Assert.Equal("PL-010", change.Rule.ToString()));
        Assert.Empty(await db.DueItems.ToListAsync());
        Assert.Same(StandardRuleSet.Shipped, StandardRuleSet.InUse);
        Assert.False(await RunAsync(database));
    }

    [Fact]
    public async Task A_rule_that_is_left_out_ends_its_items_and_a_file_that_says_the_same_in_other_words_changes_nothing()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await SentencedAsync(database);
        var without = string.Join('\n', StandardRuleSet.Shipped.Text.Split('\n').Where(line => !line.StartsWith("PL-010,", StringComparison.Ordinal)));
        await StartAsync(database, without);
        await RunAsync(database);
        await using var db = database.Open();

        Assert.Equal("PL-010", Assert.Single(await db.RuleTrialChanges.Where(c => c.Kind == RuleTrialChangeKind.Superseded).ToListAsync()).Rule.ToString());

        var other = await StartAsync(database, Changed("PL-010", "source", "Another source"));
        await RunAsync(database);
        Assert.Equal(0, (await db.RuleTrials.SingleAsync(t => t.Id == other.Id)).Changes);
    }

    [Fact]
    public async Task A_file_that_is_wrong_is_told_by_row_and_column_and_the_rule_set_in_use_stays()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var outcome = await Get<StartRuleTrial>(database).DoAsync(Changed("PL-010", "applies_when", "case.place = moon"), A.Actor(Role.Admin), default);

        var found = Assert.IsType<Outcome<StartRuleTrial.Checked>.Done>(outcome).Value;
        var wrong = Assert.Single(found.Wrong);
        Assert.Null(found.Trial);
        Assert.Equal("applies_when", wrong.Column);
        Assert.True(wrong.Row > 1);
        Assert.Same(StandardRuleSet.Shipped, StandardRuleSet.InUse);
        await using var db = database.Open();
        Assert.Empty(await db.RuleTrials.ToListAsync());
    }

    [Fact]
    public async Task Taken_into_use_it_judges_is_kept_as_a_version_is_in_the_log_and_what_is_due_is_worked_out_anew()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await SentencedAsync(database);
        await Get<RecomputeDueItems>(database).DoAsync(null, null, 1, null, default);
        var trial = await StartAsync(database, Sooner);
        await RunAsync(database);
        var take = Get<TakeRulesIntoUse>(database);

        Assert.IsType<Outcome<int>.Refused>(await take.DoAsync(trial.Id, "short", A.Actor(Role.Admin), default));
        Assert.IsType<Outcome<int>.Refused>(await take.DoAsync(trial.Id, Reason, A.Actor(Role.HeadOmu), default));
        Assert.Equal(1, Assert.IsType<Outcome<int>.Done>(await take.DoAsync(trial.Id, Reason, A.Actor(Role.Admin), default)).Value);
        Assert.True(await RunAsync(database));

        Assert.Equal(trial.Hash, StandardRuleSet.InUse.Hash);
        await using var db = database.Open();
        Assert.Equal(RuleTrialState.Taken, (await db.RuleTrials.SingleAsync()).State);
        var item = await db.DueItems.SingleAsync(i => i.ReplacedAt == null && i.Rule == new StandardId("PL-010"));
        Assert.Equal((new DateOnly(2026, 1, 26), 2, trial.Hash[..12]), (item.DueOn, item.Version, item.RuleSet));
        await using var scope = database.Services.CreateAsyncScope();
        var access = scope.ServiceProvider.GetRequiredService<AccessDb>();
        var version = await access.TableVersions.SingleAsync();
        Assert.Equal((StandardRuleSet.Table, 1, Reason), (version.Table, version.Number, version.Reason));
        Assert.Contains("Version 1 of the standards taken into use", (await access.AdminChanges.SingleAsync()).What, StringComparison.Ordinal);

        // another process finds it when it starts
        StandardRuleSet.Use(null);
        using var tables = ActivatorUtilities.CreateInstance<TablesInUse>(scope.ServiceProvider);
        await tables.RefreshAsync(default);
        Assert.Equal(trial.Hash, StandardRuleSet.InUse.Hash);
    }

    [Fact]
    public async Task A_trial_that_was_stopped_half_way_goes_on_where_it_was()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var people = new List<PersonId>();
        for (var i = 0; i < 3; i++)
        {
            people.Add(await SentencedAsync(database));
        }

        var trial = await StartAsync(database, Sooner);
        await using (var db = database.Open())
        {
            await db.RuleTrials.ExecuteUpdateAsync(set => set.SetProperty(t => t.State, RuleTrialState.Running).SetProperty(t => t.After, people[1]).SetProperty(t => t.Done, 2)
                .SetProperty(t => t.Changes, 7).SetProperty(t => t.SeenAt, A.Monday));
        }

        Assert.False(await RunAsync(database));   // somebody else is still seen at work
        database.Clock.Advance(TimeSpan.FromMinutes(3));
        Assert.True(await RunAsync(database));

        await using var after = database.Open();
        Assert.Equal([people[2]], await after.RuleTrialChanges.Select(c => c.PersonId).Distinct().ToListAsync());
        Assert.Equal(8, await after.RuleTrialChanges.MinAsync(c => c.Number));
        var done = await after.RuleTrials.SingleAsync(t => t.Id == trial.Id);
        Assert.Equal((RuleTrialState.Ready, 3), (done.State, done.Done));
    }

    [Fact]
    public async Task One_trial_runs_at_a_time_and_one_that_is_given_up_can_not_be_taken_into_use()
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        var trial = await StartAsync(database, Sooner);

        Assert.IsType<Outcome<StartRuleTrial.Checked>.Refused>(await Get<StartRuleTrial>(database).DoAsync(Changed("PL-010", "due_offset", "9"), A.Actor(Role.Admin), default));
        Assert.IsType<Outcome<RuleTrialState>.Done>(await Get<StopRuleTrial>(database).DoAsync(trial.Id, A.Actor(Role.Admin), default));
        Assert.IsType<Outcome<int>.Refused>(await Get<TakeRulesIntoUse>(database).DoAsync(trial.Id, Reason, A.Actor(Role.Admin), default));
        Assert.IsType<Outcome<StartRuleTrial.Checked>.Refused>(await Get<StartRuleTrial>(database).DoAsync(StandardRuleSet.Shipped.Text, A.Actor(Role.Admin), default));
        Assert.IsType<Outcome<StartRuleTrial.Checked>.Refused>(await Get<StartRuleTrial>(database).DoAsync(Sooner, A.Actor(Role.HeadOmu), default));
    }

    private static T Get<T>(TestDatabase database)
        where T : notnull => database.Services.CreateScope().ServiceProvider.GetRequiredService<T>();

    private static Task<bool> RunAsync(TestDatabase database) => Get<RunRuleTrials>(database).NextAsync(default);

    private static async Task<RuleTrial> StartAsync(TestDatabase database, string text) =>
        Assert.IsType<Outcome<StartRuleTrial.Checked>.Done>(await Get<StartRuleTrial>(database).DoAsync(text, A.Actor(Role.Admin), default)).Value.Trial!;

    private static string Changed(string rule, string column, string value)
    {
        var table = CsvTable.Read(StandardRuleSet.Table, StandardRuleSet.Shipped.Text);
        return CsvTable.Write(table.Columns, table.Rows.Select(row => (IReadOnlyList<string>)[.. table.Columns.Select(c => c == column && row["id"] == rule ? value : row[c])]));
    }

    /// <summary>Somebody sentenced to 3 years on 1 December 2025 and held since.</summary>
    private static async Task<PersonId> SentencedAsync(TestDatabase database, bool isOpen = true)
    {
        var person = A.PersonId;
        var on = new DateOnly(2025, 12, 1);
        await using var db = database.Open();
        db.Add(new Person { Id = person, CreatedAt = A.Monday.AddDays(-40) });
        var entry = A.Entry with { At = A.Monday.AddDays(-30) };
        db.AddRange(SentencedFacts(person, on, entry, isOpen));
        db.Add(new Throughcare.Storage.RecordHead { PersonId = person });
        await db.SaveChangesAsync();
        return person;
    }

    private static IEnumerable<object> SentencedFacts(PersonId person, DateOnly on, Entry entry, bool isOpen) =>
    [
        new PersonCase { Id = A.FactId, PersonId = person, OpenedBy = CaseOpening.Reception, ValidFrom = on, ValidTo = isOpen ? null : on, Recorded = entry },
        new CustodyEpisode { Id = A.FactId, PersonId = person, ValidFrom = on, Recorded = entry },
        new CellLocation { Id = A.FactId, PersonId = person, Prison = new("LHI"), ValidFrom = on, Recorded = entry },
        new Movement { Id = A.FactId, PersonId = person, Type = "ADM", Reason = "R-SENT", To = new("LHI"), HappenedAt = London.At(on, new(10, 0)), ValidFrom = on, Recorded = entry },
        new SentenceRecord { Id = A.FactId, PersonId = person, Type = Coded.Of("ADIMP"), Years = 3, ValidFrom = on, Recorded = entry },
    ];
}
