using Throughcare.Application.Access;
using Throughcare.Application.Access.Administration;
using Throughcare.Application.Tests.Record;
using Throughcare.Domain.Access;
using Throughcare.Domain.Rules;
using Throughcare.Testing;
using Xunit;

namespace Throughcare.Application.Tests.Access;

public abstract class JobHistoryTests(DatabaseKind kind) : RecordTests(kind)
{
    private readonly Actor _admin = A.Actor(Role.Admin, "NAT");

    [Fact]
    public async Task The_last_run_of_each_job_says_how_long_it_took_and_what_came_of_it()
    {
        await RunAsync("verify", JobResult.Done, "Every chain holds");
        await RunAsync("verify", JobResult.Failed, "The disk is full");
        await RunAsync("purge", JobResult.Done, null);

        var last = await AskAsync((JobHistory h) => h.LastAsync(default));

        Assert.Equal(["purge", "verify"], last.Keys.Order());
        Assert.Equal((JobResult.Failed, "The disk is full", TimeSpan.FromSeconds(5)), (last["verify"].Result, last["verify"].Message, last["verify"].Lasted));
        Assert.Equal(1, await AskAsync((JobHistory h) => h.CountFailedAsync(default)));
        Assert.Equal((2, 1), await AskAsync(async (JobHistory h) => await h.OfAsync("verify", 0, 1, default) is var (rows, total) ? (total, rows.Count) : default));
    }

    [Fact]
    public async Task A_run_whose_process_was_stopped_is_said_to_have_been()
    {
        await AskAsync((JobHistory h) => h.StartAsync("verify", "here", null, default));
        Assert.False((await AskAsync((JobHistory h) => h.LastAsync(default)))["verify"].WasStopped);

        Database.Clock.Advance(JobHistory.Longest + TimeSpan.FromMinutes(1));

        Assert.True((await AskAsync((JobHistory h) => h.LastAsync(default)))["verify"].WasStopped);
        Assert.Equal(1, await AskAsync((JobHistory h) => h.CountFailedAsync(default)));
    }

    [Fact]
    public async Task Runs_are_forgotten_after_ninety_days_but_the_last_of_each_job_stays()
    {
        await RunAsync("verify", JobResult.Done, "first");
        await RunAsync("verify", JobResult.Done, "second");
        Database.Clock.Advance(TimeSpan.FromDays(JobHistory.DaysKept + 1));

        Assert.Equal(1, await AskAsync((JobHistory h) => h.PurgeAsync(default)));
        Assert.Equal("second", (await AskAsync((JobHistory h) => h.LastAsync(default)))["verify"].Message);
    }

    [Fact]
    public async Task A_job_pauses_for_a_reason_and_goes_on_and_both_are_taken_down()
    {
        Assert.Contains("reason", Refused(await PauseAsync(true, null))[0].Message, StringComparison.OrdinalIgnoreCase);
        Assert.True(Done(await PauseAsync(true, "The disk is being replaced tonight")));
        Assert.False(Done(await PauseAsync(true, "The disk is being replaced tonight")));
        Assert.Equal(["verify"], await AskAsync((JobHistory h) => h.PausedAsync(default)));
        Assert.True(Done(await PauseAsync(false, null)));
        Assert.Empty(await AskAsync((JobHistory h) => h.PausedAsync(default)));
        Assert.Equal(["Goes on", "Paused"], (await AskAsync((AdminLog l) => l.OfAsync(AdminSubject.Job, "verify", default))).Select(l => l.What));
        Assert.Equal(RefusalKind.Role, Refused(await AskAsync((PauseJob p) => p.DoAsync(new("verify", true, "A reason of some length"), A.Actor(Role.Homd), default)))[0].Kind);
    }

    private Task<Outcome<bool>> PauseAsync(bool pauses, string? reason) => AskAsync((PauseJob p) => p.DoAsync(new("verify", pauses, reason), _admin, default));

    private async Task RunAsync(string job, JobResult result, string? message)
    {
        var run = await AskAsync((JobHistory h) => h.StartAsync(job, "here", null, default));
        Database.Clock.Advance(TimeSpan.FromSeconds(5));
        await AskAsync(async (JobHistory h) =>
        {
            await h.EndAsync(run, result, message, default);
            return true;
        });
    }
}

public sealed class JobHistorySqliteTests() : JobHistoryTests(DatabaseKind.Sqlite);

public sealed class JobHistoryPostgresTests() : JobHistoryTests(DatabaseKind.Postgres);
