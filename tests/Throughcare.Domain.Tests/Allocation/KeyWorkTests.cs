using CsCheck;
using Throughcare.Domain.Allocation;
using Throughcare.Domain.Record;
using Xunit;

namespace Throughcare.Domain.Tests.Allocation;

public sealed class KeyWorkTests
{
    private static readonly DateOnly Today = new(2026, 6, 28);

    [Fact]
    public void The_average_counts_four_weeks_and_nothing_before()
    {
        var average = KeyWorkAverage.Of(Today, new(2025, 1, 1), [(Today, 60), (Today.AddDays(-27), 60), (Today.AddDays(-28), 600)]);

        Assert.Equal((120, 28, 30m, 60, false), (average.Minutes, average.Days, average.AWeek, average.Short, average.IsMet));
    }

    [Fact]
    public void Who_arrived_a_week_ago_is_measured_by_that_week()
    {
        var average = KeyWorkAverage.Of(Today, Today.AddDays(-6), [(Today.AddDays(-2), 45)]);

        Assert.Equal((45, 7, 45m, 0, true), (average.Minutes, average.Days, average.AWeek, average.Short, average.IsMet));
    }

    [Fact]
    public void Who_is_not_to_have_key_work_has_no_average()
    {
        var average = KeyWorkAverage.Of(Today, null, [(Today, 45)]);

        Assert.Equal((0, null), (average.Days, average.AWeek));
        Assert.Null(KeyWorkAverage.Of(Today, Today.AddDays(1), []).AWeek);
    }

    [Fact]
    public void A_gap_is_longer_than_the_time_between_two_sessions()
    {
        var gaps = KeyWorkGap.Find(Today.AddDays(-30), Today, 1, [Today.AddDays(-30), Today.AddDays(-22), Today.AddDays(-10)]);

        Assert.Equal([(Today.AddDays(-21), Today.AddDays(-11)), (Today.AddDays(-9), Today)], gaps.Select(gap => (gap.From, gap.To)));
        Assert.Equal(11, gaps[0].Days);
    }

    [Fact]
    public void A_session_is_planned_in_the_first_week_and_every_so_many_weeks_after_it()
    {
        bool[] Weeks(int every) => [.. Enumerable.Range(0, 6).Select(week => KeyWorkPlan.IsSessionDue(Today, Today.AddDays((7 * week) + 6), every))];

        Assert.Equal([true, true, true, true, true, true], Weeks(1));
        Assert.Equal([true, false, true, false, true, false], Weeks(2));
        Assert.Equal([true, false, false, true, false, false], Weeks(3));
        Assert.True(KeyWorkPlan.IsSessionDue(Today, Today, 2));
        Assert.False(KeyWorkPlan.IsSessionDue(Today, Today.AddDays(-1), 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => KeyWorkPlan.IsSessionDue(Today, Today, 0));
    }

    [Fact]
    public void Without_a_session_all_of_the_time_is_a_gap_once_it_is_longer_than_a_week()
    {
        Assert.Empty(KeyWorkGap.Find(Today.AddDays(-6), Today, 1, []));
        Assert.Equal(8, Assert.Single(KeyWorkGap.Find(Today.AddDays(-7), Today, 1, [])).Days);
    }

    [Fact]
    public void Delays_are_whole_days_rounded_down_and_leave_out_who_is_eligible_since_long()
    {
        var received = Today.AddDays(-20);

        Assert.Equal(3, KeyWorkDelay.Average(Today, [(received, received, received.AddDays(3)), (received, received, received.AddDays(4)), (received, received, null), (Today.AddMonths(-7), Today.AddMonths(-7), Today)]));
        Assert.Null(KeyWorkDelay.Average(Today, []));
    }

    [Fact]
    public void An_earlier_key_worker_here_comes_first_even_when_full()
    {
        var (full, free) = (Worker(1, cases: 9), Worker(2, cases: 0));

        var chosen = KeyWorkerChoice.For(Person("Able", previous: full.Id), [full, free]);

        Assert.Equal(full, chosen.Value);
        Assert.Contains("before", chosen.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void An_earlier_key_worker_who_is_away_is_not_recommended()
    {
        var away = Worker(1, cases: 0) with { Status = KeyWorkerStatus.UnavailableAnnualLeave };
        var free = Worker(2, cases: 3);

        Assert.Equal(free, KeyWorkerChoice.For(Person("Able", previous: away.Id), [away, free]).Value);
    }

    [Fact]
    public void The_lowest_share_taken_wins_then_the_longest_wait_then_the_staff_number()
    {
        var (busy, waited, recent, second) = (Worker(1, cases: 6, capacity: 12), Worker(4, cases: 2, capacity: 6, last: Today.AddDays(-9)), Worker(3, cases: 2, capacity: 6, last: Today.AddDays(-1)), Worker(5, cases: 2, capacity: 6, last: Today.AddDays(-9)));

        Assert.Equal([waited, second, recent, busy], KeyWorkerChoice.Ranked([busy, second, recent, waited, Worker(6, cases: 9), Worker(7, cases: 0, capacity: 0)]));
    }

    [Fact]
    public void High_complexity_and_a_full_prison_have_no_recommendation()
    {
        Assert.Null(KeyWorkerChoice.For(Person("Able") with { IsHighComplexity = true }, [Worker(1, cases: 0)]).Value);
        Assert.Contains("below capacity", KeyWorkerChoice.For(Person("Able"), [Worker(1, cases: 9)]).Because, StringComparison.Ordinal);
    }

    [Fact]
    public void People_are_taken_by_surname_and_each_counts_for_the_next()
    {
        var all = KeyWorkerChoice.ForAll([Person("Young"), Person("Able"), Person("Moss")], [Worker(1, cases: 0, capacity: 1), Worker(2, cases: 1, capacity: 2)]);

        Assert.Equal([("Able", "1"), ("Moss", "2"), ("Young", null)], all.Select(a => (a.Person.Surname, a.Recommended.Value?.StaffNumber)));
    }

    [Fact]
    public void Nobody_is_recommended_beyond_capacity() => Gen.Select(Gen.Int[0, 12], Gen.Int[0, 12]).Array[0, 6].Sample(given =>
    {
        List<KeyWorkerCandidate> workers = [.. given.Select((pair, i) => Worker(i, pair.Item1, pair.Item2))];
        var all = KeyWorkerChoice.ForAll(Enumerable.Range(0, 30).Select(i => Person($"P{i:00}")), workers);

        foreach (var worker in workers)
        {
            Assert.True(all.Count(a => a.Recommended.Value?.Id == worker.Id) <= Math.Max(0, worker.Capacity - worker.Cases));
        }

        Assert.Equal(Math.Min(30, workers.Sum(worker => Math.Max(0, worker.Capacity - worker.Cases))), all.Count(a => a.Recommended.Value is not null));
    });

    private static KeyWorkerCandidate Worker(int number, int cases, int capacity = 9, DateOnly? last = null) =>
        new(new(new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1])), $"Worker {number}", $"{number}", KeyWorkerStatus.Active, capacity, cases, last);

    private static KeyWorkerNeeded Person(string surname, params StaffId[] previous) =>
        new(new(new Guid(surname.GetHashCode(StringComparison.Ordinal), 0, 0, [0, 0, 0, 0, 0, 0, 0, 2])), surname, "Ann", "A0000AA", false, previous);
}
