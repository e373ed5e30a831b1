using Throughcare.Application.Access;
using Throughcare.Application.Access.Administration;
using Throughcare.Application.Allocation;
using Throughcare.Domain.Access;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Rules;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Allocation;

public abstract class RecommendationStrategyTests(DatabaseKind kind) : AllocationTests(kind)
{
    private const string Why = "The pilot in three prisons has ended well";

    private Actor Admin { get; } = A.Actor(Role.Admin);

    [Fact]
    public async Task From_its_day_on_the_other_strategy_recommends()
    {
        var person = await UnallocatedAsync(tier: "C1", rosh: Domain.Assessment.RoshLevel.High);

        Done(await SetAsync(RecommendationStrategy.Rosh, Today.AddDays(2)));

        Assert.Equal(PomType.Prison, await RecommendedAsync(person));
        Database.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(PomType.Probation, await RecommendedAsync(person));
    }

    [Fact]
    public async Task The_later_decision_counts_of_two_for_one_day_and_both_stay_on_record()
    {
        Done(await SetAsync(RecommendationStrategy.Rosh, Today));
        Database.Clock.Advance(TimeSpan.FromMinutes(1));
        Done(await SetAsync(RecommendationStrategy.Tier, Today));

        var page = await AskAsync((RecommendationStrategies s) => s.OfAsync(default));

        Assert.Equal(RecommendationStrategy.Tier, page.InForce);
        Assert.Equal([(RecommendationStrategy.Tier, true, false), (RecommendationStrategy.Rosh, false, true)], page.Rows.Select(r => (r.Strategy, r.IsInForce, r.IsOvertaken)));
        Assert.Equal(Why, page.Rows[0].Reason);
    }

    [Fact]
    public async Task Without_a_decision_the_tier_recommends()
    {
        var page = await AskAsync((RecommendationStrategies s) => s.OfAsync(default));

        Assert.Equal(RecommendationStrategy.Tier, page.InForce);
        Assert.Empty(page.Rows);
    }

    [Fact]
    public async Task The_log_of_administrators_says_who_decided_what_and_why()
    {
        Done(await SetAsync(RecommendationStrategy.Rosh, Today));

        var row = Assert.Single(await AskAsync((AdminLog l) => l.OfAsync(AdminSubject.Table, SetRecommendationStrategy.Subject, default)));

        Assert.Equal(("POMs are recommended by the tier and the risk of serious harm from 5 January 2026", Why), (row.What, row.Reason));
    }

    [Fact]
    public async Task A_decision_needs_a_strategy_that_is_not_in_force_a_day_to_come_and_a_reason()
    {
        Assert.Equal(
            [("Strategy", "Select by what POMs are recommended"), ("From", "Enter the day from which it is in force"), ("Reason", "Enter a reason")],
            Refused(await AskAsync((SetRecommendationStrategy s) => s.DoAsync(new(null, null, " "), Admin, default))).Select(no => (no.Field, no.Message)));
        Assert.Equal("POMs are recommended by the tier on that day already", Assert.Single(Refused(await SetAsync(RecommendationStrategy.Tier, Today))).Message);
        Assert.Equal("The day must be today or in the future", Assert.Single(Refused(await SetAsync(RecommendationStrategy.Rosh, Today.AddDays(-1)))).Message);
    }

    [Fact]
    public async Task A_head_of_a_unit_sets_nothing_for_the_nation() =>
        Assert.Equal(RefusalKind.Role, Assert.Single(Refused(await AskAsync((SetRecommendationStrategy s) => s.DoAsync(new(RecommendationStrategy.Rosh, Today, Why), Homd, default)))).Kind);

    private Task<Outcome<RecommendationStrategy>> SetAsync(RecommendationStrategy strategy, DateOnly from) =>
        AskAsync((SetRecommendationStrategy s) => s.DoAsync(new(strategy, from, Why), Admin, default));

    private async Task<PomType?> RecommendedAsync(Domain.Record.PersonId person) => (await AskAsync((PomSuggestions s) => s.OfAsync(person, Homd, default)))!.Recommended.Value.Type;
}

public sealed class RecommendationStrategyOnSqliteTests() : RecommendationStrategyTests(DatabaseKind.Sqlite);

public sealed class RecommendationStrategyOnPostgresTests() : RecommendationStrategyTests(DatabaseKind.Postgres);
